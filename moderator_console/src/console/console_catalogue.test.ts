import { describe, expect, test } from "vitest";

import { has, LANGUAGES } from "@shared/i18n.svelte.ts";

import "./testing/console_acts.ts";

const sources = import.meta.glob<string>(["./**/*.{svelte,ts}", "!./**/*.test.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const schema = import.meta.glob<string>("@shared/wire.gen.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const core = import.meta.glob<string>("../../../server/dialogue/{model,rooms}/*.py", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Every sentence asked for by its whole name: t("console-hold"). */
const named = new Set(
  Object.values(sources).flatMap((text) =>
    [...text.matchAll(/\bt\(\s*"([a-z_-]+)"/g)].map(([, id]) => id ?? ""),
  ),
);

/** The acts a context button may offer, from the protocol: do-call, do-end … */
const acts = /export interface Suggestion \{\s*act:([^;]*);/.exec(Object.values(schema).join())?.[1] ?? "";
const offered = [...acts.matchAll(/"(\w+)"/g)].map(([, act]) => `do-${act ?? ""}`);

/** Classes of the core: what each derives from, and whether it says itself what compensates it. */
const classes = new Map(
  Object.values(core).flatMap((text) =>
    [...text.matchAll(/^class (\w+)\((\w+)[^\n]*\n((?:(?: .*)?\n)*)/gm)].map(
      ([, name = "", base = "", body = ""]) =>
        [name, { base, compensates: body.includes(" def compensation(") }] as const,
    ),
  ),
);

function isUndone(name: string): boolean {
  const found = classes.get(name);
  return name !== "Event" && found !== undefined && (found.compensates || isUndone(found.base));
}

/** The acts that undo may take back, from the core: act-called, act-ended … Not the classes that they have in common. */
const bases = new Set([...classes.values()].map(({ base }) => base));
const undone = [...classes.keys()]
  .filter((name) => !bases.has(name) && isUndone(name))
  .map((name) => `act${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace("_", "-")}`);

describe.each(LANGUAGES)("the sentences of the console in %s", (language) => {
  test("are all there", () => {
    expect(named.size).toBeGreaterThan(100);
    expect([...named].filter((id) => !has(language, id))).toEqual([]);
  });

  test("name every act that the context button may offer", () => {
    expect(offered).toContain("do-end_and_call");
    expect(offered.filter((id) => !has(language, id))).toEqual([]);
  });

  test("name every act that undo may take back", () => {
    expect(undone).toContain("act-guest_added");
    expect(undone.length).toBeGreaterThan(40);
    expect(undone.filter((id) => !has(language, id))).toEqual([]);
  });
});
