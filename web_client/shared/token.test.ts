import { beforeEach, expect, test } from "vitest";

import { tokenOfPage } from "./token.ts";

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

test("a new link replaces the old one", () => {
  tokenOfPage("#t=old", "/floor");
  tokenOfPage("#t=new", "/floor");
  expect(tokenOfPage("", "/floor")).toBe("new");
});
