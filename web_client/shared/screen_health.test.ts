import { expect, test } from "vitest";

import { addCatalogues, setLanguage } from "./i18n.svelte.ts";
import { healthOf, healthWords, SCENES, SIGNS, skewOf } from "./screen_health.ts";
import { NOW } from "./testing/demo.ts";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,stage}.ftl", { query: "?raw", import: "default", eager: true }),
);

test("a screen that is on and shows the last state is well", () => {
  expect(healthOf({ online: 1, seen_ms: 1, error_ms: 9, behind: false })).toBe("well");
});

test("one that shows an older state is behind", () => {
  expect(healthOf({ online: 1, seen_ms: 1, behind: true })).toBe("behind");
});

test("one that was there and is not any more is gone: its last word is known", () => {
  expect(healthOf({ online: 0, seen_ms: 1 })).toBe("gone");
});

test("one that was never heard of is not connected", () => {
  expect(healthOf(undefined)).toBe("never");
  expect(healthOf({ online: 0 })).toBe("never");
});

test("how a screen is, in words: with the time of its last word where it is gone", () => {
  setLanguage("en");
  const zone = "America/Bogota";
  expect(healthWords({ online: 0, seen_ms: NOW }, zone)).toBe("no signal since 11:42");
  expect(healthWords({ online: 1, behind: false }, zone)).not.toMatch(/\d|screen-/);
  expect(healthWords(undefined, zone)).not.toMatch(/\d|screen-/);
});

test("how far off its clock is, rounded, while it is well; nothing of a screen that is not", () => {
  expect(skewOf({ online: 1, seen_ms: 1, error_ms: 8.6, behind: false })).toBe("±9 ms");
  expect(skewOf({ online: 1, seen_ms: 1, error_ms: 8.6, behind: true })).toBe("");
  expect(skewOf({ online: 0, seen_ms: 1, error_ms: 8.6 })).toBe("");
  expect(skewOf({ online: 1, seen_ms: 1, behind: false })).toBe("");
  expect(skewOf(undefined)).toBe("");
});

test("what is well has another sign than what is not, and what was never there than what is gone", () => {
  expect(SIGNS).toEqual({ well: "check", behind: "warn", gone: "warn", never: "ring" });
});

test("the chair can show the speaker, the list, joint actions, a message, nothing, or what stands there now", () => {
  expect(SCENES).toEqual(["speaker", "list", "actions", "message", "blank", "freeze"]);
});
