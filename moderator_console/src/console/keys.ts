/** The keys of the chair's console. Single letters never act (WCAG 2.1.4). Pure; keymap.svelte.ts keeps the choice. */

export const KEY_ACTS = [
  "hold",
  "end_and_call",
  "point",
  "add",
  "guest",
  "undo",
  "more_time",
  "less_time",
  "row_up",
  "row_down",
  "next_panel",
  "panel_before",
  "home",
] as const;
export type KeyAct = (typeof KEY_ACTS)[number];

/** Which key does what, as `comboOf` writes it; empty: switched off. */
export type Keys = Record<KeyAct, string>;

export const DEFAULT_KEYS: Readonly<Keys> = {
  hold: "F2",
  end_and_call: "F4",
  point: "F8",
  add: "F9",
  guest: "Shift+F9",
  undo: "Ctrl+Z",
  more_time: "Ctrl+ArrowUp",
  less_time: "Ctrl+ArrowDown",
  row_up: "Alt+ArrowUp",
  row_down: "Alt+ArrowDown",
  next_panel: "F6",
  panel_before: "Shift+F6",
  home: "Escape",
};

const FUNCTION_KEY = /(^|\+)F\d/;

/** "Ctrl+Z", "Alt+ArrowUp", "F4": the keys held, in a fixed order. The command key of a Mac counts as Ctrl. */
export function comboOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const held = [
    event.ctrlKey || event.metaKey ? "Ctrl" : "",
    event.altKey ? "Alt" : "",
    event.shiftKey ? "Shift" : "",
  ];
  return [...held.filter(Boolean), key].join("+");
}

/** Whether a key may be given an act: a function key, Esc, or any with Ctrl or Alt held; no bare letter (WCAG 2.1.4). */
export function isAssignable(combo: string): boolean {
  if (/(^|\+)(Control|Alt|AltGraph|Shift|Meta|Tab|Enter| )$/.test(combo)) return false;
  return combo === "Escape" || FUNCTION_KEY.test(combo) || /^(Ctrl|Alt)\+/.test(combo);
}

/** The other acts that have the same key: it does nothing until only one of them has it. */
export function rivals(keys: Readonly<Keys>, act: KeyAct): KeyAct[] {
  if (keys[act] === "") return [];
  return KEY_ACTS.filter((other) => other !== act && keys[other] === keys[act]);
}

/** In a field Ctrl+Z takes back letters and Ctrl+↑ moves the caret: there only function keys act. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}

/** The act of a key press, if it has one. A key held down acts once. */
export function actOf(event: KeyboardEvent, keys: Readonly<Keys> = DEFAULT_KEYS): KeyAct | undefined {
  if (event.repeat || event.defaultPrevented) return undefined;
  const combo = comboOf(event);
  const found = KEY_ACTS.find((act) => keys[act] === combo);
  if (found === undefined || rivals(keys, found).length > 0) return undefined;
  return !FUNCTION_KEY.test(combo) && isWriting(event.target) ? undefined : found;
}

/** What a key means on a row of the list: ↑↓ go from row to row, those of the keymap carry the row along (R16). */
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
