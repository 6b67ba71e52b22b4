/** Which warning a speech clock has passed (R22). Pure. */
import type { DialogueView } from "./wire.gen.ts";

export type Threshold = "none" | "first" | "last" | "over";

/** @param left_ms time left; below 0 once it is over */
export function threshold(
  left_ms: number,
  { warn_first_ms, warn_last_ms }: Pick<DialogueView, "warn_first_ms" | "warn_last_ms">,
): Threshold {
  if (left_ms <= 0) return "over";
  if (left_ms <= warn_last_ms) return "last";
  return left_ms <= warn_first_ms ? "first" : "none";
}
