import { describe, expect, test } from "vitest";

import { has, LANGUAGES } from "@shared/i18n.svelte.ts";

import "./testing/console_acts.ts";

const sources = import.meta.glob<string>(["./**/*.{svelte,ts}", "!./**/*.test.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const schema = import.meta.glob<string>("@shared/wire.gen.ts", { query: "?raw", import: "default", eager: true });
const core = import.meta.glob<string>("../../../server/dialogue/compensations.py", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Every sentence asked for by its whole name: t("desk-hold"). */
const named = new Set(
  Object.values(sources).flatMap((text) => [...text.matchAll(/\bt\(\s*"([a-z_-]+)"/g)].map(([, id]) => id ?? "")),
);

/** The acts a context button may offer, from the protocol: do-call, do-end … */
const acts = /export interface Suggestion \{\s*act:([^;]*);/.exec(Object.values(schema).join())?.[1] ?? "";
const offered = [...acts.matchAll(/"(\w+)"/g)].map(([, act]) => `do-${act ?? ""}`);

/** The acts that undo may take back, from the core: act-called, act-ended … */
const compensated = /COMPENSATIONS[^{]*\{([^}]*)\}/.exec(Object.values(core).join())?.[1] ?? "";
const undone = [...compensated.matchAll(/ev\.(\w+): /g)].map(
  ([, name = ""]) => `act${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace("_", "-")}`,
);

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
