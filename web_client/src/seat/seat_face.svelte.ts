/** The phone of a seat as its components share it: what it sees, which sheets there are, what the seat is doing. */
import { createContext } from "svelte";

import { Face, type LiveView, type OpenDialog } from "@shared/face.svelte.ts";
import type { SeatAudienceView } from "@shared/wire.gen.ts";

import { seatState, type SeatState } from "./seat_state.ts";

/** The sheets of the phone; one is open at a time. */
export type SheetName =
  | { kind: "ask" }
  | { kind: "change"; request: string }
  | { kind: "withdraw"; request: string }
  | { kind: "written" }
  | { kind: "follow_up" }
  | { kind: "slot" }
  | { kind: "issue"; issue?: string }
  | { kind: "issues" }
  | { kind: "point" }
  | { kind: "right_of_reply" }
  | { kind: "promise" }
  | { kind: "propose" }
  | { kind: "actions" }
  | { kind: "more" };

export type OpenSheet = OpenDialog<SheetName>;

export class SeatFace extends Face<SeatAudienceView, SheetName> {
  constructor(live: LiveView<SeatAudienceView>) {
    super(live, { once: true });
  }

  get state(): SeatState {
    return seatState(this.view);
  }
}

export const [getSeat, setSeat] = createContext<SeatFace>();
