import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { deviceOf, isIncomplete, tokenOfPage, watchToken } from "./identity.ts";

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
  expect(tokenOfPage("#t=abc-def", "/floor")).toBe("abc-def");
});

const TOKEN = "dCLzi7ETX9B4EB-_wqPL0aZ3";

test.each([
  ".",
  ",",
  ")",
  ">",
  '"',
  "”",
  "’.",
  "%20",
  "%0A",
  "%0D%0A.",
  "%E2%80%8B",
  "\u00ad",
  "\ufeff",
  ". Gracias",
  "=",
  "&lang=es",
  "%",
])("what mail puts at the end of a link does not matter: %j", (end) => {
  expect(tokenOfPage(`#t=${TOKEN}${end}`, "/floor")).toBe(TOKEN);
});

test.each([
  `#t=%20${TOKEN}`,
  `#t="${TOKEN}"`,
  `#t=<${TOKEN}>`,
  `#t=${TOKEN.slice(0, 9)}%0A%20${TOKEN.slice(9)}`,
  `#t=${TOKEN.slice(0, 9)}\u00ad${TOKEN.slice(9)}`,
  `#t=${TOKEN.slice(0, 9)}=%0D%0A${TOKEN.slice(9)}`,
  `#lang=es&t=${TOKEN}`,
  `# t=${TOKEN}`,
])("nor what it puts before or into it: %j", (hash) => {
  expect(tokenOfPage(hash, "/floor")).toBe(TOKEN);
});

test("a token of which a part is missing is known to be incomplete", () => {
  expect([TOKEN, TOKEN.slice(0, -1), TOKEN.slice(1), ""].map(isIncomplete)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("another link in the bar of an open page is noticed; the same one, or none, is not", () => {
  const moved = vi.fn();
  const stop = watchToken(TOKEN, moved);
  const go = (hash: string): void => {
    location.hash = hash;
    dispatchEvent(new Event("hashchange"));
  };
  go(`#t=${TOKEN}.`);
  go("");
  go("#top");
  expect(moved).not.toHaveBeenCalled();
  go(`#t=${TOKEN.toLowerCase()}`);
  expect(moved).toHaveBeenCalled();
  moved.mockClear();
  stop();
  go("#t=abc");
  expect(moved).not.toHaveBeenCalled();
  go("");
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
