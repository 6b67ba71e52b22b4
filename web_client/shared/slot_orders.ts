/** Who of a group may speak in its slot, and in which order: phone and console offer the same (R10). Pure. */
import type { PublicView } from "./wire.gen.ts";

/** Of so many every order is offered (64 of four); of more only who comes first, or there would be no end of them. */
const FEW = 4;

/**
 * The orders to choose from, those of most seats first. Whoever was heard, is called or speaks stays in front. The
 * server decides; this keeps vain offers off the screen.
 * @param slot the seats in it now, and those of them that were heard
 */
export function slotOrders(
  view: Pick<PublicView, "seats" | "floor">,
  group: string,
  slot: { readonly seats: readonly string[]; readonly heard: readonly string[] },
): string[][] {
  const taken = slot.seats.filter((seat) => slot.heard.includes(seat) || seat === view.floor?.seat);
  const members = Object.keys(view.seats).filter((seat) => view.seats[seat]?.party === group);
  const free = members.filter((seat) => !taken.includes(seat));
  const orders = free.length > FEW ? eachFirst(free) : ordersOf(free);
  if (taken.length > 0) orders.push([]);
  return orders.sort((a, b) => b.length - a.length).map((order) => [...taken, ...order]);
}

/** All orders of these, and of some of them. */
function ordersOf(seats: readonly string[]): string[][] {
  return seats.flatMap((seat) => [
    [seat],
    ...ordersOf(seats.filter((other) => other !== seat)).map((rest) => [seat, ...rest]),
  ]);
}

/** Each of these before the others, who follow as they stand. */
function eachFirst(seats: readonly string[]): string[][] {
  return seats.map((first) => [first, ...seats.filter((seat) => seat !== first)]);
}
