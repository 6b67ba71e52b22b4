/** Points of order as the console asks for them (R30). Pure. */
import type { ConsolePoint, ConsoleView, RulePoint } from "@shared/wire.gen.ts";

export type Ruling = RulePoint["ruling"];
export const RULINGS: readonly Ruling[] = ["upheld", "dismissed", "noted"];

export type NamedPoint = ConsolePoint & { id: string };

/** Those in one of these states, in the order in which they were raised. */
function pointsIn(view: ConsoleView, wanted: (status: ConsolePoint["status"]) => boolean): NamedPoint[] {
  return Object.entries(view.points)
    .map(([id, point]) => ({ id, ...point }))
    .filter(({ status }) => wanted(status))
    .sort((a, b) => a.raised_at_ms - b.raised_at_ms);
}

export function isRuling(status: ConsolePoint["status"]): status is Ruling {
  return RULINGS.some((ruling) => ruling === status);
}

/** The one that is being decided. */
export function recognised(view: ConsoleView): NamedPoint | undefined {
  return pointsIn(view, (status) => status === "recognised")[0];
}

/** Those that wait to be recognised: one at a time, the others queue. */
export function raised(view: ConsoleView): NamedPoint[] {
  return pointsIn(view, (status) => status === "raised");
}

/** Those that were ruled on, the last one first: a ruling is corrected, not undone (R6). */
export function ruled(view: ConsoleView): NamedPoint[] {
  return pointsIn(view, isRuling).reverse();
}
