/** What a key sends: the same whole command as the button it is printed on (R5). Pure. */
import type { Command, ConsoleView, Hold } from "@shared/wire.gen.ts";

import type { KeyAct } from "./keys.ts";

/** One press of "more time" or "less time". */
export const ADJUST_MS = 30_000;

/** How far a forgotten start is moved back (R24). */
export const EARLIER_MS: readonly number[] = [5_000, 10_000, 20_000, 30_000, 60_000];

export type HoldReason = Hold["reason"];

/** R23. F2 asks which: what the hall is told must be true. */
export const HOLD_REASONS: readonly HoldReason[] = [
  "interpretation",
  "technical",
  "order_in_hall",
  "medical",
];

/** The command of a key, or none where it has nothing to act on. */
export function commandOf(view: ConsoleView, act: KeyAct): Command | undefined {
  switch (act) {
    case "hold":
      return resume(view);
    case "end_and_call":
      return view.secondary?.command;
    case "undo":
      return view.undo && { type: "undo", act: view.undo.seq };
    case "more_time":
      return adjust(view, ADJUST_MS);
    case "less_time":
      return adjust(view, -ADJUST_MS);
    case "add":
    case "guest":
    case "point":
    case "row_up":
    case "row_down":
    case "next_panel":
    case "panel_before":
    case "home":
      return undefined; // they open a dialog, or act on what has the focus
  }
}

/** Whether the dialog of a key may be opened, as its button may be pressed; false for keys that open none. */
export function opensDialog({ session }: ConsoleView, act: KeyAct): act is "add" | "guest" | "point" {
  const phase = session.step.phase ?? "scheduled";
  if (act === "add" || act === "guest") return phase !== "closed";
  return act === "point" && phase !== "scheduled"; // after the close a ruling may still be corrected (R30)
}

/** A hold is chosen in its menu, which says why. */
function resume({ floor }: ConsoleView): Command | undefined {
  return floor?.status === "held" ? { type: "resume", statement: floor.statement } : undefined;
}

function adjust({ floor }: ConsoleView, by_ms: number): Command | undefined {
  return floor && { type: "adjust_time", statement: floor.statement, by_ms };
}
