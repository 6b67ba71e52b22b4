/** Where this seat stands: its first request in the list, or its group's slot in the line-up. */
import type { MyRequest, MySlot, NextView, SeatAudienceView } from "@shared/wire.gen.ts";

export interface Place {
  /** 1 = next. */
  rank: number;
  eta_limits_ms: number;
  eta_pace_ms: number;
  /** Absent where the place is the slot's. */
  request?: string;
}

/** The place to show large; undefined if this seat is in no list. */
export function placeOf(view: SeatAudienceView): Place | undefined {
  const { slot } = view.me;
  if (slot && speaksInSlot(view, slot)) {
    return { rank: slot.rank, eta_limits_ms: slot.eta_limits_ms, eta_pace_ms: slot.eta_pace_ms };
  }
  const first = requestsByRank(view)[0];
  if (!first) return undefined;
  const [id, request] = first;
  const { rank, eta_limits_ms, eta_pace_ms } = request;
  return { rank, eta_limits_ms, eta_pace_ms, request: id };
}

/** This seat's requests, the one heard first in front. */
export function requestsByRank(view: SeatAudienceView): [string, MyRequest][] {
  return Object.entries(view.me.requests).sort(([, a], [, b]) => a.rank - b.rank);
}

/** Whether this seat is still to speak in its group's slot (R10). */
function speaksInSlot(view: SeatAudienceView, slot: MySlot): boolean {
  const { seat } = view.me;
  return slot.rank > 0 && slot.seats.includes(seat) && !slot.heard.includes(seat);
}

/** Who of the group speaks right before this seat and was not heard yet; undefined if nobody does. */
export function beforeMeInSlot(view: SeatAudienceView): string | undefined {
  const { slot, seat } = view.me;
  if (!slot) return undefined;
  const left = slot.seats.filter((other) => !slot.heard.includes(other));
  return left[left.indexOf(seat) - 1];
}

/** The seats called before this one, as far as the public list tells (R36); undefined if it does not reach. */
export function aheadOfMe(view: SeatAudienceView): string[] | undefined {
  const at = view.next.findIndex((next) => next.seat === view.me.seat);
  return at < 0 ? undefined : view.next.slice(0, at).map((next) => next.seat);
}

/** What this seat will speak about when it is called next: its request, or an answer it owes (R29). */
export function nextOfMine(view: SeatAudienceView): NextView | undefined {
  const [first] = view.next;
  return first?.seat === view.me.seat ? first : undefined;
}
