import { expect, test } from "vitest";

import { printed, SIGNS } from "./signs.ts";

test.each([
  ["F4", { text: "F4" }],
  ["Ctrl+Z", { text: "^Z" }],
  ["Shift+F9", { text: "Shift F9" }],
  ["Escape", { text: "Esc" }],
  ["Ctrl+ArrowUp", { text: "^", arrow: "up" }],
  ["Alt+ArrowDown", { text: "Alt ", arrow: "down" }],
  ["ArrowUp", { text: "", arrow: "up" }],
  ["", { text: "" }],
])("the key %s is printed short", (combo, expected) => {
  expect(printed(combo)).toEqual(expected);
});

test("every sign is a path, and no two are the same", () => {
  const paths = Object.values(SIGNS);
  expect(paths.every((path) => /^M[\d.]/.test(path))).toBe(true);
  expect(new Set(paths).size).toBe(paths.length);
});
