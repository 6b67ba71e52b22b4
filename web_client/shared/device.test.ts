import { expect, test, vi } from "vitest";

import { deviceOf } from "./device.ts";

test("a device with a personal link is the same one after a reload", async () => {
  const before = deviceOf("t");
  expect(before).toMatch(/^[0-9a-f]{32}$/);
  vi.resetModules();
  const reloaded = await import("./device.ts");
  expect(reloaded.deviceOf("t")).toBe(before);
});

test("the public is not known again", async () => {
  const before = deviceOf("");
  expect(deviceOf("")).toBe(before);
  vi.resetModules();
  localStorage.clear();
  const reloaded = await import("./device.ts");
  expect(reloaded.deviceOf("")).not.toBe(before);
  expect(localStorage).toHaveLength(0);
});
