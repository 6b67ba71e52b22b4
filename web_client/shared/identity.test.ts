import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { deviceOf, tokenOfPage } from "./identity.ts";

beforeEach(() => {
  sessionStorage.clear();
});

afterEach(() => {
  vi.restoreAllMocks();
});

function storageIsOff(): void {
  const off = (): never => {
    throw new Error("switched off");
  };
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(off);
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(off);
}

test("where a browser keeps nothing, the address alone has to do, and a page is a device of its own", () => {
  storageIsOff();
  expect(tokenOfPage("#t=abc", "/floor")).toBe("abc");
  expect(tokenOfPage("", "/floor")).toBe("");
  expect(deviceOf("t")).toBe(deviceOf(""));
});

test("a page that was opened without a token is the public's, and remembers none", () => {
  expect(tokenOfPage("", "/floor")).toBe("");
  expect(tokenOfPage("#other=1", "/floor")).toBe("");
  expect(sessionStorage).toHaveLength(0);
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
