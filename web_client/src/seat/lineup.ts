/** Who of a group may speak in its slot, in which order (R10). */
import type { SeatAudienceView } from "@shared/wire.gen.ts";

import { mySeats } from "./offers.ts";

/**
 * The orders to choose from: each seat first with the others after it, then each seat alone. Whoever was called
 * stays in front.
 */
export function slotOrders(view: SeatAudienceView): string[][] {
  const { slot } = view.me;
  if (!slot) return [];
  const taken = slot.seats.filter((seat) => slot.heard.includes(seat) || view.floor?.seat === seat);
  const free = mySeats(view).filter((seat) => !taken.includes(seat));
  const all = free.map((first) => [...taken, first, ...free.filter((seat) => seat !== first)]);
  const alone = taken.length > 0 ? [taken] : free.map((seat) => [seat]);
  return distinct([...all, ...alone]);
}

function distinct(orders: string[][]): string[][] {
  const seen = new Map(orders.map((order) => [order.join(), order]));
  return [...seen.values()];
}

export function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((seat, index) => seat === b[index]);
}
