/** The one look of the phone: wait, you are next, speak. */
import { isOver } from "@shared/time.ts";
import type { FloorView, SeatAudienceView } from "@shared/wire.gen.ts";

import { placeOf } from "./place.ts";

export type SeatState =
  | "closed" // the dialogue is over
  | "point" // its point of order is recognised: it states it now (R30)
  | "speaking" // at the floor, the clock has started (it may be held)
  | "called" // at the floor, the clock has not started (R19)
  | "away" // it left the hall, or was called in vain; back by one press (R7, R20)
  | "next"
  | "waiting" // in the list or in the line-up
  | "idle"; // nothing asked for

export function seatState(view: SeatAudienceView): SeatState {
  const mine = myFloor(view);
  if (view.session.step.phase === "closed") return "closed";
  if (view.point?.seat === view.me.seat) return "point";
  if (mine) return mine.status === "called" ? "called" : "speaking";
  if (view.me.away) return "away";
  if (view.me.is_next) return "next";
  return placeOf(view) ? "waiting" : "idle";
}

/** The floor, if this seat has it. */
export function myFloor(view: SeatAudienceView): FloorView | undefined {
  return view.floor?.statement === view.me.has_floor ? view.floor : undefined;
}

/** The tone of the whole screen. Words and signs say the same, so that colour is never alone. */
export type Tone = "wait" | "next" | "speak" | "held" | "over";

export function tone(view: SeatAudienceView, now: number): Tone {
  const floor = myFloor(view);
  const running = seatState(view) === "point" ? view.point : floor;
  if (running === floor && floor?.status === "held") return "held";
  if (running) return isOver(running.clock, now) ? "over" : "speak";
  return seatState(view) === "next" ? "next" : "wait";
}
