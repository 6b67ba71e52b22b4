/** The words of a face: which language it begins with, how it is switched, and what stands in where a sentence is missing. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { addCatalogues, has, language, nameOf, setLanguage, t, tIn } from "./i18n.svelte.ts";

addCatalogues({
  "/locale/en/some.ftl": "only-english = Hello, { $name }\nin-both = Thanks",
  "/locale/es/some.ftl": "only-spanish = Hola\nin-both = Gracias",
});

const CHOICE = "palabra-language";

/** The language that a page opened at this address begins with, where the device's languages are these. */
async function begun(query: string, device: readonly string[]): Promise<string> {
  history.replaceState(null, "", `/floor${query}`);
  vi.spyOn(navigator, "languages", "get").mockReturnValue(device);
  vi.resetModules();
  const page = await import("./i18n.svelte.ts");
  return page.language();
}

beforeEach(() => {
  localStorage.clear();
  setLanguage("en");
});

afterEach(() => {
  vi.restoreAllMocks();
  history.replaceState(null, "", "/");
});

describe("a page begins", () => {
  test("in the language of its address, before the one chosen earlier, before the device's", async () => {
    localStorage.setItem(CHOICE, "pt");
    expect(await begun("?lang=fr", ["en"])).toBe("fr");
    expect(await begun("", ["en"])).toBe("pt");
    localStorage.clear();
    expect(await begun("", ["de", "fr-CH"])).toBe("fr");
    expect(document.documentElement.lang).toBe("fr");
  });

  test("in the device's language where the browser keeps nothing", async () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new Error("switched off");
    });
    expect(await begun("", ["pt-BR"])).toBe("pt");
  });
});

describe("a language that is chosen", () => {
  test("holds for the whole page, for screen readers too, and is remembered on this device", () => {
    setLanguage("es");
    expect([language(), t("in-both"), document.documentElement.lang]).toEqual(["es", "Gracias", "es"]);
    expect(localStorage.getItem(CHOICE)).toBe("es");
  });

  test("holds as long as the page where the browser keeps nothing", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("switched off");
    });
    setLanguage("es");
    expect(t("in-both")).toBe("Gracias");
  });
});

describe("a sentence", () => {
  test("that a language lacks comes in English, else in Spanish, else as its name: never as nothing", () => {
    expect(tIn("pt", "only-english", { name: "Ana" })).toBe("Hello, Ana");
    expect(tIn("pt", "only-spanish")).toBe("Hola");
    expect(tIn("pt", "in-both")).toBe("Thanks");
    expect(tIn("pt", "nobody-has-it")).toBe("nobody-has-it");
  });

  test("that is not told everything keeps the rest", () => {
    expect(t("only-english")).toBe("Hello, {$name}");
  });

  test("counts as a language's own only where that language has it", () => {
    expect([has("en", "only-english"), has("es", "only-english"), has("pt", "in-both")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("a catalogue", () => {
  test("may say anew what another one said before it", () => {
    addCatalogues({ "/locale/en/first.ftl": "said-twice = One" });
    addCatalogues({ "/locale/en/then.ftl": "said-twice = Two" });
    expect(t("said-twice")).toBe("Two");
  });

  test.each(["/locale/de/common.ftl", "common.ftl", ""])(
    "of no language of the faces is named: %s",
    (path) => {
      expect(() => {
        addCatalogues({ [path]: "x = y" });
      }).toThrow(`${path}: no such language`);
    },
  );
});

describe("a text of the dialogue", () => {
  test("comes in the language of the face, in the one that is asked for, or in one that it has", () => {
    expect(nameOf({ en: "Youth", es: "Juventud" })).toBe("Youth");
    expect(nameOf({ en: "Youth", es: "Juventud" }, "es")).toBe("Juventud");
    expect(nameOf({ fr: "Jeunesse" }, "es")).toBe("Jeunesse");
  });

  test("that has none is empty", () => {
    expect(nameOf({}, "es")).toBe("");
  });
});
