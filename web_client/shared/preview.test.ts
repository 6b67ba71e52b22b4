import { expect, test } from "vitest";

import { isPreview, previewPage } from "./preview.ts";

test.each([
  [[], "/screen?preview"],
  [["es"], "/screen?preview&lang=es&second=none"],
  [["es", "en"], "/screen?preview&lang=es&second=en"],
] as const)("the page of a screen in %j is framed at %s, and knows that it is", (languages, address) => {
  expect(previewPage(languages)).toBe(address);
  expect(isPreview(address.split("?")[1] ?? "")).toBe(true);
});

test("a screen of its own is no preview", () => {
  expect(isPreview("?lang=es&second=en")).toBe(false);
});
