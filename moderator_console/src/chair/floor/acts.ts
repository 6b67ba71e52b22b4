/** The figures of the small acts. */
import type { Hold } from "@shared/wire.gen.ts";

/** One press of "more time" or "less time". */
export const ADJUST_MS = 30_000;

/** How far a forgotten start is moved back (R24). */
export const EARLIER_MS: readonly number[] = [5_000, 10_000, 20_000, 30_000, 60_000];

export type HoldReason = Hold["reason"];

/** R23; the first is what F2 gives at once: the booths ask most often. */
export const HOLD_REASONS: readonly HoldReason[] = ["interpretation", "technical", "order_in_hall", "medical"];
