import { describe, expect, test } from "vitest";

import { decided, demoFloor, NOW } from "@shared/testing/demo.ts";
import { has, LANGUAGES, tIn } from "@shared/i18n.svelte.ts";
import type { PodiumView } from "@shared/wire.gen.ts";

import { concluding, script } from "./script.ts";
import { free, inStep, podium } from "./testing/podium_samples.ts";

/** Everything there is to say, on one line. */
function said(view: PodiumView, lang: (typeof LANGUAGES)[number] = "en"): string {
  const told = script(decided(view), NOW, lang);
  if (!told) return "";
  const { saying, then } = told;
  const whole = [saying.before, saying.lead, saying.whom?.words].filter(Boolean).join(" ");
  return [tIn(lang, told.when), whole, ...(then?.lines ?? [])].join(" | ");
}

describe("while somebody speaks", () => {
  test("the sentence after it is ready", () => {
    expect(said(podium())).toBe("When they have finished | I thank Saint Lucia. I give the floor to Mexico");
  });

  test("it is the same sentence once the floor is free, and while the next is called", () => {
    const thanks = { ...podium().session, heard: 4 };
    const statements = {
      s10: { ...Object.values(podium().statements)[0], order: 99, seat: "LC", party: "LC" },
    };
    const after = free({ act: "call", seat: "MX" }, { session: thanks, statements } as Partial<PodiumView>);
    expect(said(after)).toBe("Say | I thank Saint Lucia. I give the floor to Mexico");
    const called = { ...after, floor: demoFloor({ status: "called", seat: "MX", party: "MX" }) };
    expect(said({ ...called, cue: { act: "start", seat: "MX" } })).toBe(said(after));
  });

  test("over time, a word asks to conclude; not before, and never the chair itself", () => {
    const over = demoFloor({ clock: { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW - 122_000 } });
    expect(concluding(podium(), NOW, "en")).toBe("");
    expect(concluding(podium({ floor: over }), NOW, "en")).toBe("I ask Saint Lucia to conclude.");
    expect(concluding(podium({ floor: { ...over, seat: "chair", party: "chair" } }), NOW, "en")).toBe("");
  });
});

describe("with the floor free", () => {
  test("an answer is announced as one", () => {
    const answer = podium().next[2];
    expect(said(free({ act: "call_answer" }, { next: answer ? [answer] : [] }))).toContain(
      "To answer, I give the floor to Civil society",
    );
  });

  test("the first of a step is announced by the step, and nobody is thanked again", () => {
    const first = free({ act: "call", seat: "MX" });
    expect(said(inStep(first, { phase: "interventions", round: 2 }))).toBe(
      "Say | We begin round 2. I give the floor to Mexico",
    );
    expect(said(inStep(first, { phase: "exchange", round: 2 }))).toContain(
      "We move to replies and questions",
    );
  });

  test.each([
    ["scheduled", "open", "I declare this dialogue open."],
    ["opening", "start_round", "We begin round 1."],
    ["interventions", "start_exchange", "We move to replies and questions from the States."],
    ["exchange", "finish_exchange", "There are no more speakers on the list."],
    ["closing", "close", "I declare this dialogue closed."],
  ] as const)("when nobody waits in %s it goes on", (phase, act, sentence) => {
    expect(said(inStep(free({ act, round: 1 }, { next: [] }), { phase, round: 1 }))).toContain(sentence);
  });

  test("after the close nothing is left to say", () => {
    expect(script(inStep(free({ act: "reopen" }), { phase: "closed", round: 0 }), NOW, "en")).toBeUndefined();
  });
});

describe("an incident", () => {
  test("a point of order that waits is announced, and the rulings stand ready (R30)", () => {
    const raised = podium({ cue: { act: "recognise", seat: "PE" } });
    expect(said(raised)).toBe(
      "Point of order | One moment, please. On a point of order, I give the floor to Peru | " +
        "The chair upholds the point of order. | The chair does not uphold the point of order. | The chair takes note.",
    );
    expect(
      said(
        podium({
          cue: { act: "rule", seat: "PE" },
          point: { seat: "PE", party: "PE", clock: { length_ms: 60_000, held_for_ms: 0 } },
        }),
      ),
    ).not.toContain("One moment");
  });

  test("a hold says why, and gives the floor back (R23)", () => {
    const floor = demoFloor({ status: "held", hold_reason: "interpretation" });
    expect(said(podium({ floor, cue: { act: "resume" } }))).toBe(
      "On hold | We pause for a moment: interpretation. | I return the floor to Saint Lucia.",
    );
  });

  test("a suspension says until when, and once that has come, that it goes on (R3)", () => {
    const suspended = (resume_at_ms: number): PodiumView => {
      const view = free({ act: "resume_session" });
      return {
        ...view,
        session: { ...view.session, suspension: { reason: "break", since_ms: NOW, resume_at_ms } },
      };
    };
    expect(said(suspended(NOW + 600_000))).toBe(
      "Session suspended | The session is taking a break. It resumes at 11:52. | We resume the session.",
    );
    expect(said(suspended(NOW))).toBe("Session suspended | We resume the session.");
  });
});

describe("the name is as it is said aloud", () => {
  const given = (article: Record<string, string>, lang: (typeof LANGUAGES)[number]): string => {
    const { parties, ...view } = free({ act: "call", seat: "PE" }, { next: podium().next.slice(0, 1) });
    const party = parties.MX;
    return said({ ...view, parties: { ...parties, ...(party && { MX: { ...party, article } }) } }, lang);
  };

  test.each([
    ["fr", "le", "Je donne la parole au Mexique"],
    ["fr", "la", "Je donne la parole à la Mexique"],
    ["fr", "l’", "Je donne la parole à l’Mexique"],
    ["fr", "les", "Je donne la parole aux Mexique"],
    ["fr", "", "Je donne la parole à Mexique"],
    ["pt", "o", "Dou a palavra ao México"],
    ["pt", "as", "Dou a palavra às México"],
    ["pt", "", "Dou a palavra a México"],
    ["es", "los", "Doy la palabra a los México"],
    ["es", "el", "Doy la palabra al México"],
    ["en", "the", "I give the floor to the Mexico"],
    ["en", "", "I give the floor to Mexico"],
  ] as const)("in %s with the article %j", (lang, article, words) => {
    expect(given({ [lang]: article }, lang)).toContain(words);
  });

  test.each([
    ["fr", "Vous avez la parole : Mexique"],
    ["pt", "Tem a palavra: México"],
    ["es", "Tiene la palabra: México"],
    ["en", "You have the floor: Mexico"],
  ] as const)("in %s, where the article is not known, needs none", (lang, words) => {
    expect(given({}, lang)).toContain(words);
  });
});

const sources = import.meta.glob<string>("./*.{svelte,ts}", {
  query: "?raw",
  import: "default",
  eager: true,
});
const named = new Set(
  Object.values(sources).flatMap((text) =>
    [...text.matchAll(/"(podium-[a-z_-]+[a-z])"/g)].map(([, id]) => id ?? ""),
  ),
);

test.each(LANGUAGES)("every sentence is there in %s", (lang) => {
  expect(named.size).toBeGreaterThan(20);
  expect([...named].filter((id) => !has(lang, id))).toEqual([]);
});
