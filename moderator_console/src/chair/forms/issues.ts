/** Which statement an issue is raised in. Pure. */
import type { ConsoleView } from "@shared/wire.gen.ts";

/**
 * The running statement of the seat, else its last one that was heard; null: filed beforehand (R26).
 * A call is no statement yet: what is noted before the start belongs to nothing.
 */
export function raisedIn(view: ConsoleView, seat: string): string | null {
  const { floor } = view;
  if (floor?.seat === seat && floor.status !== "called") return floor.statement;
  const heard = Object.entries(view.statements).filter(([, statement]) => statement.seat === seat);
  const last = heard.sort(([, a], [, b]) => b.order - a.order)[0];
  return last?.[0] ?? null;
}
