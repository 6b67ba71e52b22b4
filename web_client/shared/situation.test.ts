import { describe, expect, test } from "vitest";

import { demoFloor, demoFree, demoPublic, NOW } from "./demo/index.ts";
import { addCatalogues } from "./i18n.svelte.ts";
import { sentences, situation } from "./situation.ts";
import type { PublicView, SessionView } from "./wire.gen.ts";

addCatalogues(
  import.meta.glob<string>("@locale/*/common.ftl", { query: "?raw", import: "default", eager: true }),
);

function at(session: Partial<SessionView>, view: PublicView = demoFree()): PublicView {
  return { ...view, session: { ...view.session, ...session } };
}

const START = demoPublic().session.planned_start_ms;
const scheduled = at({ step: { phase: "scheduled" } });
const suspension = { reason: "break", since_ms: NOW - 60_000 } as const;

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
  test("the end, everything", () => {
    expect(situation(at({ suspension, step: { phase: "closed" } })).kind).toBe("closed");
  });
});
