/** The keys of the chair's console. Single letters never act (WCAG 2.1.4). */

export type KeyAct = "hold" | "end_and_call" | "add" | "undo" | "more_time" | "less_time" | "home";

/** Which key does what, as `comboOf` writes it. */
export const KEYS: Readonly<Record<KeyAct, string>> = {
  hold: "F2",
  end_and_call: "F4",
  add: "F9",
  undo: "Ctrl+Z",
  more_time: "Ctrl+ArrowUp",
  less_time: "Ctrl+ArrowDown",
  home: "Escape",
};

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

/** In a field Ctrl+Z takes back letters and Ctrl+↑ moves the caret: there only function keys act. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}

/** The act of a key press, if it has one. A key held down acts once. */
export function actOf(event: KeyboardEvent): KeyAct | undefined {
  if (event.repeat || event.defaultPrevented) return undefined;
  const combo = comboOf(event);
  const found = (Object.keys(KEYS) as KeyAct[]).find((act) => KEYS[act] === combo);
  if (found !== undefined && !/^F\d/.test(combo) && isWriting(event.target)) return undefined;
  return found;
}

/** How a key is printed on its button: "F4", "^Z", "^" and an arrow. */
export function printed(combo: string): { text: string; arrow?: "up" | "down" } {
  const text = combo.replace("Ctrl+", "^").replace("Alt+", "Alt ").replace("Escape", "Esc");
  if (text.endsWith("ArrowUp")) return { text: text.slice(0, -"ArrowUp".length), arrow: "up" };
  if (text.endsWith("ArrowDown")) return { text: text.slice(0, -"ArrowDown".length), arrow: "down" };
  return { text };
}
