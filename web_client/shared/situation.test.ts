import { describe, expect, test } from "vitest";

import { decided, demoFloor, demoFree, demoPublic, NOW } from "./testing/demo.ts";
import { addCatalogues, has, LANGUAGES } from "./i18n.svelte.ts";
import { listSentence, listState, presidesSentence, sentences, situation } from "./situation.ts";
import type { PublicView, SessionView } from "./wire.gen.ts";
import schema from "./wire.schema.json";

addCatalogues(
  import.meta.glob<string>("@locale/*/common.ftl", { query: "?raw", import: "default", eager: true }),
);

function at(session: Partial<SessionView>, view: PublicView = demoFree()): PublicView {
  return decided({ ...view, session: { ...view.session, ...session } });
}

const START = demoPublic().session.planned_start_ms;
const scheduled = at({ step: { phase: "scheduled" } });
const suspension = { reason: "break", since_ms: NOW - 60_000 } as const;

const point = { seat: "PE", party: "PE", clock: { length_ms: 60_000, held_for_ms: 0 } };
const frozen = { ...demoFloor().clock, held_at_ms: NOW };

test.each([
  ["today", scheduled, START - 600_000, ["The session opens at 10:30"]],
  ["another day", scheduled, START - 3 * 86_400_000, ["The session opens on 13 April 2012 at 10:30"]],
  ["late", scheduled, START + 600_000, ["The session was planned for 10:30 and will open shortly"]],
  ["years later (R2)", scheduled, START + 1e11, ["The session has not opened yet"]],
  ["free (R25)", demoFree(), NOW, ["The chair has the floor", "Next: Mexico"]],
  ["opening", at({ step: { phase: "opening" } }, demoFree({ next: [] })), NOW, ["The chair has the floor"]],
  ["called (R19)", demoPublic({ floor: demoFloor({ status: "called" }) }), NOW, ["Has the floor"]],
  [
    "held (R23)",
    demoPublic({ floor: demoFloor({ status: "held", hold_reason: "interpretation" }) }),
    NOW,
    ["On hold: interpretation"],
  ],
  [
    "a point of order (R30)",
    demoPublic({ point, floor: demoFloor({ status: "held", hold_reason: "point_of_order", clock: frozen }) }),
    NOW,
    ["Point of order: Peru", "The chair will decide; the speaker’s clock stands still"],
  ],
  [
    "a point of order with no clock",
    demoFree({ point }),
    NOW,
    ["Point of order: Peru", "The chair will decide"],
  ],
  [
    "held once the point was decided",
    demoPublic({ floor: demoFloor({ status: "held", hold_reason: "point_of_order", clock: frozen }) }),
    NOW,
    ["On hold: point of order"],
  ],
  [
    "suspended (R3)",
    at({ suspension: { ...suspension, resume_at_ms: NOW + 600_000 } }),
    NOW,
    ["The session is taking a break", "It resumes at 11:52"],
  ],
  [
    "suspended past its time",
    at({ suspension: { ...suspension, resume_at_ms: NOW - 1 } }),
    NOW,
    ["The session is taking a break", "It resumes shortly"],
  ],
  [
    "suspended until further notice",
    at({ suspension }),
    NOW,
    ["The session is taking a break", "When it resumes will be announced"],
  ],
  [
    "closed",
    at({ step: { phase: "closed" } }),
    NOW,
    ["The session is over", "Thank you to all who took part"],
  ],
])("%s is a sentence", (_, view, now, expected) => {
  expect(sentences(view, now, "en")).toEqual(expected);
});

describe("what outranks what", () => {
  test("a suspension, the speech it holds", () => {
    expect(situation(at({ suspension }, demoPublic())).kind).toBe("suspended");
  });
  test("a suspension, a point of order; that, the speech it holds", () => {
    expect(situation(at({ suspension }, demoPublic({ point }))).kind).toBe("suspended");
    expect(situation(demoPublic({ point })).kind).toBe("point");
  });
  test("the end, everything", () => {
    expect(situation(at({ suspension, step: { phase: "closed" } })).kind).toBe("closed");
  });
});

describe("the list (R18)", () => {
  const list = (session: Partial<SessionView>): string => listSentence(at(session), NOW, "en");
  test.each([
    ["open: nothing to say", {}, ""],
    [
      "the last call counts down",
      { last_call_ends_ms: NOW + 92_000 },
      "Last call: the list of speakers closes in 1:32",
    ],
    ["a last call that is over has closed it", { last_call_ends_ms: NOW }, "The list of speakers is closed"],
    ["closed", { list_open: false }, "The list of speakers is closed"],
    ["in the closing there is none", { list_open: false, step: { phase: "closing" } as const }, ""],
    ["a suspension is all there is to say", { list_open: false, suspension }, ""],
  ])("%s", (_, session, expected) => {
    expect(list(session)).toBe(expected);
  });
});

test("who presides is said only where it is the deputy (R4, R8)", () => {
  const view = demoPublic();
  const deputy = {
    ...view.seats.chair,
    party: "chair",
    name: { en: "Deputy chair" },
  } as PublicView["seats"][string];
  const both = decided({ ...view, seats: { ...view.seats, deputy } });
  expect(presidesSentence(both, "en")).toBe("");
  expect(presidesSentence(at({ presiding: "deputy" }, both), "en")).toBe("Presiding: Deputy chair");
});

test.each(LANGUAGES)(
  "every sentence, whatever holds, and every word for a statement are in the catalogue in %s",
  (lang) => {
    const { FloorView, Phrase } = schema.$defs;
    const ids = [
      ...Phrase.properties.say.enum,
      ...FloorView.properties.hold_reason.enum.map((reason) => `hold-${reason}`),
      ...FloorView.properties.word.enum.map((word) => `lane-${word}`),
    ];
    expect(ids.filter((id) => !has(lang, id))).toEqual([]);
  },
);

test("the list takes statements until its last call is over, then none (R18)", () => {
  const state = (session: Partial<SessionView>): unknown => listState({ list_open: true, ...session }, NOW);
  expect(state({})).toEqual({ kind: "open" });
  expect(state({ last_call_ends_ms: NOW + 1 })).toEqual({ kind: "last_call", left_ms: 1 });
  expect(state({ last_call_ends_ms: NOW })).toEqual({ kind: "closed" });
  expect(state({ last_call_ends_ms: NOW - 1 })).toEqual({ kind: "closed" });
  expect(state({ list_open: false })).toEqual({ kind: "closed" });
  expect(state({ list_open: false, last_call_ends_ms: NOW + 1 })).toEqual({ kind: "closed" });
});
