import { expect, test } from "vitest";

import { healthOf } from "./screen_health.ts";

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
