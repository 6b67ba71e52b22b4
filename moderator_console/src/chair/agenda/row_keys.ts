/** The keys on a row: ↑↓ go from row to row, those of the keymap carry the row along (R16). Pure. */
import { actOf, comboOf, type Keys } from "../keys.ts";

export interface RowStep {
  /** A place up (-1) or down (1). */
  by: -1 | 1;
  /** Whether the row moves, or only the focus. */
  carries: boolean;
}

const STEPS: Readonly<Record<string, RowStep>> = {
  ArrowUp: { by: -1, carries: false },
  ArrowDown: { by: 1, carries: false },
  row_up: { by: -1, carries: true },
  row_down: { by: 1, carries: true },
};

/** What a key press on a row means; undefined if nothing. */
export function rowStep(event: KeyboardEvent, keys: Readonly<Keys>): RowStep | undefined {
  return STEPS[comboOf(event)] ?? STEPS[actOf(event, keys) ?? ""];
}

/** Whether it is one of the keys that are held while another is pressed: by itself it means nothing. */
export function isHeld({ key }: KeyboardEvent): boolean {
  return ["Alt", "Control", "Shift", "Meta"].includes(key);
}
