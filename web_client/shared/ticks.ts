/** When a figure on a face changes next, so that all faces change it together. Pure. */
import type { PublicView } from "./wire.gen.ts";

/**
 * Milliseconds of server time until the next whole second of the speech clock or of the time of day.
 * A held clock, and one that has not started, stands still.
 */
export function untilFlip(view: PublicView | undefined, now: number): number {
  const clock = view?.floor?.clock;
  const day = toSecond(now);
  if (clock?.started_at_ms === undefined || clock.held_at_ms !== undefined) return day;
  return Math.min(day, toSecond(now - clock.started_at_ms - clock.held_for_ms - clock.length_ms));
}

/** From `ms` to the next whole second, 1 to 1000. */
function toSecond(ms: number): number {
  return 1000 - (((ms % 1000) + 1000) % 1000);
}
