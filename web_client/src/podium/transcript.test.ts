/** The podium read aloud: a whole session as the server tells it (tests/unit/test_podium_transcript.py), in words. */
import { expect, test } from "vitest";

import { addCatalogues, LANGUAGES, tIn, type Language } from "@shared/i18n.svelte.ts";
import { mergePatch } from "@shared/patch.ts";
import type { PodiumView } from "@shared/wire.gen.ts";

import table from "../../../tests/cases/podium.json";

import { concluding, script } from "./script.ts";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,podium}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

/** The step as it stands on the page: a heading, then what is said under it. */
function read(view: PodiumView, now: number, lang: Language): string[] {
  const told = script(view, now, lang);
  const conclude = told?.incident === true ? "" : concluding(view, now, lang);
  if (!told) return ["–"];
  const { saying, then } = told;
  const { whom } = saying;
  const said = [saying.before, [saying.lead, whom?.words].filter(Boolean).join(" "), whom?.as, whom?.behalf];
  return [
    ...(conclude === "" ? [] : [conclude]),
    `${tIn(lang, told.when)}: ${said.filter(Boolean).join(" / ")}`,
    ...(then ? [`${tIn(lang, then.when)}: ${then.lines.join(" / ")}`] : []),
  ];
}

function transcript(lang: Language): string {
  const paragraphs = table.steps.map(({ when, now, view }) => {
    const whole = mergePatch<unknown>(table.configured, view) as PodiumView;
    return [`# ${when}`, ...read(whole, now, lang)].join("\n");
  });
  return `${paragraphs.join("\n\n")}\n`;
}

test.each(LANGUAGES)("in %s each step has the sentence meant", async (lang) => {
  await expect(transcript(lang)).toMatchFileSnapshot(`../../../tests/cases/podium_transcript.${lang}.txt`);
});

test("no step is without a sentence but the close itself", () => {
  for (const lang of LANGUAGES) {
    const silent = table.steps.filter(({ now, view }) => {
      const whole = mergePatch<unknown>(table.configured, view) as PodiumView;
      return script(whole, now, lang)?.saying.lead === "" || script(whole, now, lang) === undefined;
    });
    expect(silent.map(({ when }) => when)).toEqual(["closed"]);
  }
});
