import { expect, test } from "vitest";

import { firstLanguage, languageOf } from "./languages.ts";

test.each([
  ["fr", "pt", ["en"], "fr"], // the address
  [null, "pt", ["en"], "pt"], // the choice made before
  [null, null, ["de-DE", "en-GB"], "en"], // the browser's first that there is
  ["xx", null, [], "es"],
])("address %s, choice %s, browser %j: %s", (asked, chosen, browser, language) => {
  expect(firstLanguage(asked, chosen, browser)).toBe(language);
});

test("a text that was not translated is given in a language it has", () => {
  expect(languageOf({ en: "Lasting participation" }, "pt")).toBe("en");
  expect(languageOf({}, "pt")).toBeUndefined();
});
