/** The ways in which a group may share its slot (R10). Pure. */

/** All orders of the seats, and each of them without some; those already heard come first and stay. */
export function arrangements(seats: readonly string[], heard: readonly string[]): string[][] {
  const open = seats.filter((seat) => !heard.includes(seat));
  const orders = (left: readonly string[]): string[][] =>
    left.flatMap((seat) => [
      [seat],
      ...orders(left.filter((other) => other !== seat)).map((rest) => [seat, ...rest]),
    ]);
  return orders(open)
    .sort((a, b) => b.length - a.length)
    .map((order) => [...heard, ...order]);
}
