// @vitest-environment node
/** Whatever a face says is in the catalogues: there it has four languages. */
import { describe, expect, test } from "vitest";

import { literalsOfComponent, literalsOfScript } from "./testing/literals.ts";

const sources = import.meta.glob<string>(
  ["./**/*.{svelte,ts}", "../src/**/*.{svelte,ts}", "../../moderator_console/src/**/*.{svelte,ts}"],
  { query: "?raw", import: "default", eager: true },
);
/** Cities are called what their people call them. */
const NAMING = ["./time.ts"];
const NOT_SHOWN = /\.test\.ts$|\/(?:testing|build)\/|\.gen\.ts$/;
const shown = Object.entries(sources).filter(([path]) => !NOT_SHOWN.test(path) && !NAMING.includes(path));

/** The same in every language, and the scheme of a header. */
const NAMES = new Set(["Palabra", "Bearer "]);

test("there are faces to look at", () => {
  for (const folder of ["seat", "observer", "screen", "podium", "console", "stage"]) {
    expect(shown.filter(([path]) => path.includes(`/src/${folder}/`)).length).toBeGreaterThan(5);
  }
});

/** Every source is parsed: seconds on a machine with other work. */
const PARSING_MS = 60_000;

test("none of them says anything of its own", { timeout: PARSING_MS }, () => {
  const found = shown.flatMap(([path, source]) => {
    const literals = path.endsWith(".svelte") ? literalsOfComponent(source) : literalsOfScript(source);
    return literals.filter(({ text }) => !NAMES.has(text)).map(({ line, text }) => `${path}:${line} ${text}`);
  });
  expect(found).toEqual([]);
});

describe("words are found", () => {
  test.each([
    ["in a text", "<p>Hello {name}</p>", "Hello"],
    ["in a text of a block", "{#if a}{#each b as c (c)}<b>and more</b>{/each}{/if}", "and more"],
    ["in an attribute that is read out", '<button aria-label="close">×</button>', "close"],
    ["in a property of a component", '<Sheet heading="My issues" />', "My issues"],
    ["in what an expression comes to", '<p>{over ? "over" : t("clock-left")}</p>', "over"],
    ["in an attribute's expression", "<i title={`${n} left`}></i>", " left"],
    ["in the script", '<script lang="ts">const said = over ? "Time is up" : "";</script>', "Time is up"],
  ])("%s", (_, source, text) => {
    expect(literalsOfComponent(source)).toEqual([{ line: 1, text }]);
  });

  test("in a module, with their line", () => {
    expect(literalsOfScript('const a = 1;\nexport const b = () => [`${a} left over`, "Close"];')).toEqual([
      { line: 2, text: " left over" },
      { line: 2, text: "Close" },
    ]);
  });

  test("but not what nobody is shown", () => {
    const markup = '<p class="one two" lang={a === "Some thing" ? "es" : undefined}>{t("close")} · {n}</p>';
    expect(literalsOfComponent(markup)).toEqual([]);
    const script =
      'import a from "a b"; type A = "Two words"; if (key === "Enter") held = ["Alt", "Ctrl+Z"]; else throw new Error("not at all");';
    expect(literalsOfScript(script)).toEqual([]);
  });
});
