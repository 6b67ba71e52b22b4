import { screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, test } from "vitest";

import { press, pressInSheet, sheet, show } from "./testing/seat_acts.ts";
import { floor, request, sample, statement } from "./testing/seat_samples.ts";

const dues = {
  "s7.youth": { question: "s7", asker: "BR", status: "ripe" },
  "s8.youth": { question: "s8", asker: "CA", status: "due" },
} as const;
const answer = request(1, {
  lane: "answer",
  relations: [{ kind: "answers", party: "BR", statement: "s7", due: "s7.youth" }],
});

test("groups say with one press that they are ready to answer (R29)", async () => {
  const live = show(sample("youth-1", { me: { dues } }));
  await press("Ready to answer Brazil");
  expect(live.sent).toMatchObject([
    { type: "ask", seat: "youth-1", lane: "answer", links: { answers: ["s7.youth"] }, language: "es" },
  ]);
});

test("a second answer joins the request that is open: one per lane (R12)", async () => {
  const live = show(sample("youth-1", { me: { dues, requests: { r4: answer } } }));
  await press("Ready to answer Canada");
  expect(live.sent).toMatchObject([
    { type: "change_request", request: "r4", links: { answers: ["s7.youth", "s8.youth"] } },
  ]);
});

test("a question for which the colleague is ready asks for no second answer (R29)", () => {
  const ready = { ...dues, "s7.youth": { ...dues["s7.youth"], ready: "youth-2" } };
  show(sample("youth-1", { me: { dues: ready } }));
  expect(screen.queryByRole("button", { name: "Ready to answer Brazil" })).toBeNull();
  expect(screen.getByRole("button", { name: "Ready to answer Canada" })).toBeTruthy();
  expect(screen.getByText("Youth, representative 2 is going to answer Brazil.")).toBeTruthy();
});

test("groups may promise a written reply instead (R28)", async () => {
  const live = show(sample("youth-1", { me: { dues } }));
  await press("Promise a written reply");
  await pressInSheet("radio", "Canada");
  await pressInSheet("button", "Promise");
  expect(live.sent).toEqual([{ type: "promise_written", due: "s8.youth" }]);
});

test("groups follow up a reply to their issue (R14)", async () => {
  const statements = {
    s7: statement("BR", 1, { relations: [{ kind: "replies_to", party: "youth", issue: "i1" }] }),
  };
  const live = show(sample("youth-1", { statements }));
  await press("Follow up a reply");
  await pressInSheet("button", "Ask for the floor");
  expect(live.sent).toMatchObject([{ type: "ask", lane: "statement", links: { replies_to: ["s7"] } }]);
});

const interventions = { step: { phase: "interventions", round: 1 } } as const;
const slot = {
  slot: "1.youth",
  seats: ["youth-1", "youth-2"],
  heard: [],
  budget_ms: 360_000,
  used_ms: 0,
  rank: 2,
  eta_limits_ms: 400_000,
  eta_pace_ms: 300_000,
};

test("groups see their slot, and set who speaks first (R10)", async () => {
  const live = show(sample("youth-1", { session: interventions, me: { may_ask: false, slot } }));
  expect(screen.getByText("2nd")).toBeTruthy();
  expect(screen.getByText("Your group has 6:00.")).toBeTruthy();
  await press("Who speaks");
  await pressInSheet("radio", "Youth, representative 2, then me");
  await pressInSheet("button", "Set this order");
  expect(live.sent).toEqual([{ type: "arrange_slot", slot: "1.youth", seats: ["youth-2", "youth-1"] }]);
});

test("groups file an issue beforehand, to all States unless some are chosen (R26)", async () => {
  const live = show(sample("youth-1", { session: interventions, me: { may_ask: false, slot } }));
  await press("File an issue");
  expect(sheet().queryByRole("button", { name: "File the issue" })).toBeNull();
  await pressInSheet("radio", /Poverty/);
  await pressInSheet("button", "File the issue");
  expect(live.sent).toEqual([
    { type: "raise_issue", seat: "youth-1", theme: "poverty", title: "", addressees: [], language: "es" },
  ]);
  expect(await screen.findByText("The issue is filed.")).toBeTruthy();
});

describe("an issue that is filed and not raised yet (R26)", () => {
  const issue = { theme: "poverty", title: "Empleo", language: "es", addressees: ["BR"] } as const;
  const filed = { i9: { ...issue, addressees: ["BR"] } };
  const view = () => sample("youth-1", { session: interventions, me: { may_ask: false, filed } });

  test("can be amended, and keeps what was filled in", async () => {
    const live = show(view());
    await press("My issues (1)");
    await pressInSheet("button", /Empleo/);
    await pressInSheet("radio", /Disaster/);
    await pressInSheet("button", "Save the change");
    expect(live.sent).toEqual([
      {
        type: "amend_issue",
        issue: "i9",
        theme: "disasters",
        title: "Empleo",
        language: "es",
        addressees: ["BR"],
      },
    ]);
  });

  test("can be withdrawn", async () => {
    const live = show(view());
    await press("My issues (1)");
    await pressInSheet("button", /Empleo/);
    await pressInSheet("button", "Withdraw the issue");
    expect(live.sent).toEqual([{ type: "withdraw_issue", issue: "i9" }]);
  });

  test("closes its sheet once it is raised", async () => {
    const live = show(view());
    await press("My issues (1)");
    await pressInSheet("button", /Empleo/);
    live.view = sample("youth-1", { session: interventions, me: { may_ask: false } });
    await tick();
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

test("the rest of the slot goes to the colleague, by a second press (R22)", async () => {
  const at = floor("youth-1", 60_000, { lane: "intervention" });
  const live = show(
    sample("youth-1", { session: interventions, floor: at, me: { has_floor: "s20", colleague: "youth-2" } }),
  );
  await press("Rest to Youth, representative 2");
  expect(live.sent).toEqual([]);
  await press("Cede");
  expect(live.sent).toEqual([{ type: "cede", statement: "s20" }]);
});

test("where nobody is left to cede to, ceding is not offered", () => {
  show(
    sample("youth-1", { session: interventions, floor: floor("youth-1", 60_000), me: { has_floor: "s20" } }),
  );
  expect(screen.queryByRole("button", { name: /^Rest to/ })).toBeNull();
});
