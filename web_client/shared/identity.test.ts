import { beforeEach, expect, test, vi } from "vitest";

import { deviceOf, tokenOfPage } from "./identity.ts";

beforeEach(() => {
  sessionStorage.clear();
});

test("the token is in the fragment", () => {
  expect(tokenOfPage("#t=abc.def", "/floor")).toBe("abc.def");
});

test("a tab remembers it for the page it was given to, and for no other", () => {
  tokenOfPage("#t=abc", "/floor");
  expect(tokenOfPage("", "/floor")).toBe("abc");
  expect(tokenOfPage("", "/console")).toBe("");
});

test("a new access link replaces the old one", () => {
  tokenOfPage("#t=old", "/floor");
  tokenOfPage("#t=new", "/floor");
  expect(tokenOfPage("", "/floor")).toBe("new");
});

test("a device with an access link is the same one after a reload", async () => {
  const before = deviceOf("t");
  expect(before).toMatch(/^[0-9a-f]{32}$/);
  vi.resetModules();
  const reloaded = await import("./identity.ts");
  expect(reloaded.deviceOf("t")).toBe(before);
});

test("the public is not known again", async () => {
  const before = deviceOf("");
  expect(deviceOf("")).toBe(before);
  vi.resetModules();
  localStorage.clear();
  const reloaded = await import("./identity.ts");
  expect(reloaded.deviceOf("")).not.toBe(before);
  expect(localStorage).toHaveLength(0);
});
