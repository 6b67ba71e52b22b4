// @vitest-environment node
/** How the sources of the faces are laid out. */
import { readdirSync } from "node:fs";
import { basename } from "node:path";

import { describe, expect, test } from "vitest";

const sources = import.meta.glob<string>(
  ["./**/*.{svelte,ts}", "../src/**/*.{svelte,ts}", "../../moderator_console/src/**/*.{svelte,ts}"],
  { query: "?raw", import: "default", eager: true },
);
const paths = Object.keys(sources).filter((path) => !path.endsWith(".gen.ts"));

/** A file of more lines has a second idea in it. */
const LONGEST = 400;

test("no two components or modules have the same name", () => {
  const names = paths.map((path) => basename(path));
  expect(names.length).toBeGreaterThan(150);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test("no file is long", () => {
  const lines = paths.map((path) => ({ path, lines: sources[path]?.split("\n").length ?? 0 }));
  expect(lines.filter(({ lines: count }) => count > LONGEST)).toEqual([]);
});

test("buttons, choices and clocks are the shared ones", () => {
  /** Opens a menu; is what it does and to whom. */
  const own = ["Menu.svelte", "ContextButton.svelte"];
  const faces = paths.filter(
    (path) => path.includes("/src/") && path.endsWith(".svelte") && !own.includes(basename(path)),
  );
  expect(faces.length).toBeGreaterThan(100);
  const drawn = faces.filter((path) => {
    const source = sources[path] ?? "";
    const buttons = source.match(/<button\b[^>]*/g) ?? [];
    return (
      buttons.some((button) => !button.includes('role="menuitem"')) ||
      /<input[^>]*type="(radio|checkbox)"|role="timer"|<TimeBar/.test(source)
    );
  });
  expect(drawn).toEqual([]);
});

describe("the linter knows every face", () => {
  const config = import.meta.glob<string>("../../eslint.config.js", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  test.each(["../src", "../../moderator_console/src"])("in %s", (root) => {
    const folders = readdirSync(new URL(root, import.meta.url));
    expect(folders.length).toBeGreaterThan(1);
    const known = Object.values(config).join();
    expect(folders.filter((face) => !known.includes(`"${face}"`))).toEqual([]);
  });
});

test("what a person wrote stands in a <bdi> where the sentence around it is ours", () => {
  const bare = /«\{|<q\b[^>]*>\{|(?<!bdi)>\s*\{(?:view\.)?message\}/;
  const faces = paths.filter((path) => path.endsWith(".svelte"));
  expect(faces.filter((path) => (sources[path] ?? "").includes("<bdi>")).length).toBeGreaterThan(8);
  expect(faces.filter((path) => bare.test(sources[path] ?? ""))).toEqual([]);
});
