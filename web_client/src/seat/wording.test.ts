import { beforeEach, describe, expect, test } from "vitest";

import { setLanguage } from "@shared/i18n.svelte.ts";

import { ordinal } from "./seat_words.ts";
import { floor, NOW, request, sample } from "./testing/seat_samples.ts";
import "./testing/seat_acts.ts"; // the catalogues
import {
  aboutAndBehalf,
  aboutSentences,
  afterSentence,
  idleSentence,
  lengthSentence,
  meanwhileSentence,
  suspendedSentence,
  whenSentence,
} from "./wording.ts";

beforeEach(() => {
  setLanguage("en");
});

test.each([
  ["en", ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd"]],
  ["es", ["1.º", "2.º", "3.º", "4.º", "11.º", "12.º", "13.º", "21.º", "22.º"]],
  ["fr", ["1er", "2e", "3e", "4e", "11e", "12e", "13e", "21e", "22e"]],
] as const)("ranks as people write them (%s)", (lang, expected) => {
  setLanguage(lang);
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22].map(ordinal)).toEqual(expected);
});

describe("when the turn may come (R36)", () => {
  const place = { rank: 3, eta_limits_ms: 300_000, eta_pace_ms: 240_000 };

  test("is a span: from the pace so far to the full limits, in the dialogue's own zone", () => {
    // Mexico has 0:40 left at full length, 0:28 at the pace of 0.9.
    expect(whenSentence(sample("VC"), place, NOW)).toBe("About 11:46–11:47");
  });

  test("is one time where both fall on the same minute", () => {
    const soon = { ...place, eta_limits_ms: 10_000, eta_pace_ms: 10_000 };
    expect(whenSentence(sample("VC"), soon, NOW)).toBe("About 11:42");
  });

  test("is not told while nobody can know it", () => {
    const suspension = { reason: "break", since_ms: NOW, resume_at_ms: NOW + 600_000, anew: true } as const;
    const suspended = sample("VC", { session: { suspension } });
    expect(whenSentence(suspended, place, NOW)).toBe("Your place is kept.");
    expect(suspendedSentence(suspended, NOW)).toBe(
      "The session is taking a break. New time: it resumes at 11:52. Your place is kept.",
    );
    const session = { step: { phase: "scheduled", round: 0 } } as const;
    expect(whenSentence(sample("VC", { session }), place, NOW)).toBe(
      "Replies and questions follow the groups’ interventions.",
    );
  });
});

test("one statement may reply to two groups and ask a third (R12)", () => {
  const view = sample("VC");
  const sentences = aboutSentences(view, {
    lane: "statement",
    relations: [
      { kind: "replies_to", party: "youth", issue: "i1" },
      { kind: "replies_to", party: "indigenous", issue: "i4" },
      { kind: "asks", party: "workers" },
    ],
  });
  expect(sentences).toEqual(["Reply to Youth 1.1 and Indigenous peoples 1.1", "Question to Workers"]);
});

test("a right of reply is not called a follow-up (R31)", () => {
  const relations = [{ kind: "replies_to", party: "MX", statement: "s7" } as const];
  expect(aboutSentences(sample("VC"), { lane: "right_of_reply", relations })).toEqual([
    "Right of reply to Mexico",
  ]);
});

test("for whom else it speaks is said with what it is about (R17)", () => {
  const item = { lane: "statement" as const, relations: [], on_behalf: ["MX", "BR"] };
  expect(aboutAndBehalf(sample("VC"), item)).toEqual(["on behalf of Mexico and Brazil"]);
});

test("a time that was shortened is told old and new (R35)", () => {
  expect(lengthSentence({ length_ms: 60_000, was_ms: 120_000 })).toContain("1:00 instead of 2:00");
  expect(lengthSentence({ length_ms: 120_000 })).toBe("You will have 2:00.");
});

test("while a point of order is decided, whoever is next knows why nothing goes on (R30)", () => {
  const view = sample("VC", {
    point: { seat: "BR", party: "BR", clock: { length_ms: 60_000, held_for_ms: 0 } },
  });
  expect(meanwhileSentence(view, NOW)).toBe("The chair is deciding on a point of order.");
});

test("names those who speak before", () => {
  expect(afterSentence(sample("VC"), ["MX", "TT"])).toBe("After Mexico and Trinidad and Tobago");
  expect(afterSentence(sample("VC"), [])).toBe("");
});

test("while next, the phone says how long the speaker still has, and is polite about overtime", () => {
  expect(meanwhileSentence(sample("VC"), NOW)).toBe("Mexico is speaking, 0:40 left.");
  expect(meanwhileSentence(sample("VC", { floor: floor("MX", 130_000) }), NOW)).toBe("Mexico is finishing.");
});

describe("why nothing is possible, in a sentence", () => {
  const step = (phase: "interventions" | "closing" | "opening") =>
    ({ session: { step: { phase, round: 1 } } }) as const;

  test("for a State before the hour of inscription, with that hour (R13)", () => {
    const session = { step: { phase: "scheduled", round: 0 }, asks_from_ms: NOW + 3_600_000 } as const;
    expect(idleSentence(sample("BR", { session }), NOW)).toBe(
      "You can ask for the floor on 13 April 2012 from 12:42.",
    );
    expect(idleSentence(sample("BR", { session }), NOW + 3_600_000)).toContain(
      "Ask for the floor whenever you wish.",
    );
  });

  test("for a State once the list is closed (R18)", () => {
    const me = { may_ask: false, why_not: "list_closed" };
    expect(idleSentence(sample("BR", { me }), NOW)).toContain("The list of speakers is closed.");
  });

  test("for a State once the last call is over, though no change came (R18)", () => {
    expect(idleSentence(sample("BR", { session: { last_call_ends_ms: NOW } }), NOW)).toContain(
      "The list of speakers is closed.",
    );
  });

  test("for a group whose colleague is ready to answer (R29)", () => {
    const dues = { "s7.youth": { question: "s7", asker: "BR", status: "ripe", ready: "youth-2" } } as const;
    const said = "Youth, representative 2 is going to answer Brazil.";
    expect(idleSentence(sample("youth-1", { me: { dues } }), NOW)).toBe(said);
  });

  test("for a group whose colleague speaks in this round (R10)", () => {
    const slot = {
      slot: "1.youth",
      seats: ["youth-2"],
      heard: [],
      budget_ms: 1,
      used_ms: 0,
      rank: 1,
      eta_limits_ms: 0,
      eta_pace_ms: 0,
    };
    const view = sample("youth-1", { ...step("interventions"), me: { slot, may_ask: false } });
    expect(idleSentence(view, NOW)).toBe("Youth, representative 2 speaks for your group in this round.");
    const speaking = {
      ...view,
      floor: floor("youth-2", 5_000),
      me: { ...view.me, slot: { ...slot, rank: 0 } },
    };
    expect(idleSentence(speaking, NOW)).toBe("Youth, representative 2 speaks for your group in this round.");
    const heard = { ...view, me: { ...view.me, slot: { ...slot, rank: 0, heard: ["youth-2"] } } };
    expect(idleSentence(heard, NOW)).toContain("Your group’s turn in this round is over.");
  });

  test("for everybody in the closing", () => {
    for (const seat of ["BR", "youth-1"]) {
      const view = sample(seat, { ...step("closing"), me: { may_ask: false, why_not: "not_now" } });
      expect(idleSentence(view, NOW)).toContain("no more requests");
    }
  });

  test("and never the name of a message instead", () => {
    for (const phase of ["opening", "interventions", "closing"] as const) {
      for (const seat of ["BR", "youth-1", "chair"]) {
        const view = sample(seat, { ...step(phase), me: { may_ask: false, requests: { r1: request(1) } } });
        expect(idleSentence(view, NOW)).not.toMatch(/^seat-/);
      }
    }
  });
});
