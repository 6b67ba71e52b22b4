/** What is drawn on a button instead of written: small signs, and the key that does the same. */

/** Paths in a square of 16. */
export const SIGNS = {
  check: "M2.5 8.5 6.5 12.5 13.5 4",
  ring: "M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3Z",
  warn: "M8 2 15 14H1ZM8 6.5v3.5M8 12v.3",
  flag: "M4 15V2h8L10 5l2 3H4",
  replies_to: "M1.5 8h12M9 3.5 13.5 8 9 12.5",
  asks: "M5 5.5a3 3 0 1 1 4.5 2.6C8.3 8.8 8 9.3 8 10.5M8 13.5v.2",
  answers: "M6.5 3 2 7.5 6.5 12M2 7.5h8a3.5 3.5 0 0 1 3.5 3.5v2",
  up: "M8 14V2.5M3.5 7 8 2.5 12.5 7",
  down: "M8 2v11.5M3.5 9 8 13.5 12.5 9",
  more: "M3.5 6 8 10.5 12.5 6",
  again: "M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3",
  star: "M8 1.8l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.5l-3.9 2.1.9-4.3-3.2-3 4.3-.5Z",
} as const;

export type SignName = keyof typeof SIGNS | "handle";

/** How a key is printed on its button: "F4", "^Z", "^" and an arrow. */
export function printed(combo: string): { text: string; arrow?: "up" | "down" } {
  const text = combo
    .replace("Ctrl+", "^")
    .replace("Alt+", "Alt ")
    .replace("Shift+", "Shift ")
    .replace("Escape", "Esc");
  if (text.endsWith("ArrowUp")) return { text: text.slice(0, -"ArrowUp".length), arrow: "up" };
  if (text.endsWith("ArrowDown")) return { text: text.slice(0, -"ArrowDown".length), arrow: "down" };
  return { text };
}
