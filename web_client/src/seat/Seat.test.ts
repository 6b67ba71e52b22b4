import { cleanup, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { setLanguage } from "@shared/i18n.svelte.ts";
import type { FloorView, SeatAudienceView } from "@shared/wire.gen.ts";

import Seat from "./Seat.svelte";
import { floor, NOW, request, sample, statement } from "./testing/samples.ts";
import { StandIn } from "./testing/stand_in.svelte.ts";

beforeAll(() => {
  // jsdom has the element without its methods.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
});
beforeEach(() => {
  setLanguage("en");
});
afterEach(cleanup);

function show(view?: SeatAudienceView, change: Partial<StandIn> = {}): StandIn {
  const link = Object.assign(new StandIn(view), change);
  render(Seat, { link });
  return link;
}

async function press(name: string | RegExp, inside = screen.getByRole("main").parentElement): Promise<void> {
  if (!inside) throw new Error("nothing is shown");
  within(inside).getByRole("button", { name }).click();
  await tick();
}

async function pressInSheet(name: string | RegExp): Promise<void> {
  await press(name, screen.getByRole("dialog"));
}

function atFloor(used: number, change: Partial<FloorView> = {}): SeatAudienceView {
  return sample("VC", { floor: floor("VC", used, change), me: { has_floor: "s20" } });
}

const called = { status: "called", clock: { length_ms: 120_000, held_for_ms: 0 } } as const;
const waiting = () => sample("VC", { me: { may_ask: false, why_not: "already_asked", requests: { r3: request(3) } } });
const tone = () => document.querySelector(".phone")?.getAttribute("data-tone");

describe("waiting", () => {
  test("shows the rank large, when the turn may come, and who speaks now", () => {
    show(waiting());
    expect(screen.getByText("3rd")).toBeTruthy();
    expect(screen.getByText("in the list")).toBeTruthy();
    expect(screen.getByText(/^About 11:4\d–11:4\d$/)).toBeTruthy();
    expect(screen.getByText("Mexico")).toBeTruthy();
    expect(tone()).toBe("wait");
  });

  test("withdrawing takes a second press, and names the request (R5)", async () => {
    const link = show(waiting());
    await press("Withdraw");
    expect(link.sent).toEqual([]);
    await pressInSheet("Withdraw");
    expect(link.sent).toEqual([{ type: "withdraw", request: "r3" }]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("changing keeps what was said before (R12)", async () => {
    const view = waiting();
    view.me.requests.r3 = request(3, { text: "Rural schools", relations: [{ kind: "asks", party: "workers" }] });
    const link = show(view);
    await press("Change");
    within(screen.getByRole("dialog")).getByRole("checkbox", { name: "Youth" }).click();
    await pressInSheet("Save the change");
    expect(link.sent).toEqual([
      {
        type: "change_request",
        request: "r3",
        links: { replies_to: [], asks: ["workers", "youth"], answers: [] },
        language: "es",
        text: "Rural schools",
      },
    ]);
  });

  test("the sheet of a request that was called meanwhile goes away", async () => {
    const link = show(waiting());
    await press("Withdraw");
    link.view = sample("VC", { me: { has_floor: "s20" }, floor: floor("VC", 0, called) });
    await tick();
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("asking for the floor", () => {
  test("just the floor: two presses, nothing filled in", async () => {
    const link = show(sample("VC"));
    await press("Ask for the floor");
    await pressInSheet("Just the floor");
    expect(link.sent).toEqual([
      { type: "ask", seat: "VC", lane: "statement", links: { replies_to: [], asks: [], answers: [] }, language: "en", text: "" },
    ]);
  });

  test("with what it is about: an issue it replies to, a group it asks", async () => {
    const link = show(sample("VC"));
    await press("Ask for the floor");
    const sheet = within(screen.getByRole("dialog"));
    expect(sheet.queryByRole("button", { name: "Ask for the floor with this" })).toBeNull();
    sheet.getByRole("checkbox", { name: /Youth 1\.1/ }).click();
    sheet.getByRole("checkbox", { name: "Workers" }).click();
    await tick();
    await pressInSheet("Ask for the floor with this");
    expect(link.sent).toMatchObject([{ links: { replies_to: ["i1"], asks: ["workers"] } }]);
  });

  test("while offline it is kept, says so, and a second press adds nothing", async () => {
    const link = show(sample("VC"), { status: "offline", answer: undefined });
    await press("Ask for the floor");
    await pressInSheet("Just the floor");
    expect(screen.getByText("This will be sent as soon as the connection is back.")).toBeTruthy();
    await press("Pending…");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(link.sent).toHaveLength(1);
  });

  test("a refusal is a sentence, until it is put away", async () => {
    const link = show(sample("VC"), { answer: { answer: "refused", code: "list_closed", about: "" } });
    await press("Ask for the floor");
    await pressInSheet("Just the floor");
    await tick();
    expect(link.sent).toHaveLength(1);
    expect(screen.getByRole("alert").textContent).toContain("The list of speakers is closed.");
    await press("Close");
    expect(screen.getByRole("alert").textContent.trim()).toBe("");
  });

  test("is not offered where it would be refused, and the reason is told", () => {
    show(sample("VC", { me: { may_ask: false, why_not: "list_closed" } }));
    expect(screen.queryByRole("button", { name: "Ask for the floor" })).toBeNull();
    expect(screen.getByText(/^The list of speakers is closed/)).toBeTruthy();
  });
});

describe("at the floor", () => {
  test("called: ready or not now, each names the statement", async () => {
    const link = show(atFloor(0, called));
    expect(screen.getAllByText("You have the floor")).not.toHaveLength(0);
    expect(screen.queryByRole("timer")).toBeNull();
    await press("I’m ready");
    await press("Not now, keep my place");
    expect(link.sent).toEqual([
      { type: "sign", statement: "s20", signal: "ready" },
      { type: "sign", statement: "s20", signal: "not_now" },
    ]);
  });

  test("what was told the chair is not asked again, the other may still be told", () => {
    show(atFloor(0, { ...called, signal: "not_now" }));
    expect(screen.queryByRole("button", { name: /Not now/ })).toBeNull();
    expect(screen.getByRole("button", { name: "I’m ready" })).toBeTruthy();
  });

  test("speaking: the clock, and only a sign that it is finished (R22)", async () => {
    const link = show(atFloor(39_000));
    expect(screen.getByRole("timer").textContent).toBe("1:21");
    expect(screen.getByText("of 2:00")).toBeTruthy();
    expect(tone()).toBe("speak");
    await press("I’ve finished");
    expect(link.sent).toEqual([{ type: "sign", statement: "s20", signal: "finished" }]);
  });

  test("over time is calm: it counts up, and asks to finish", () => {
    show(atFloor(135_000));
    expect(screen.getByRole("timer").textContent).toBe("+0:15");
    expect(screen.getByText("Your time is over. Please finish your sentence.")).toBeTruthy();
    expect(tone()).toBe("over");
  });

  test("held: the reason, and a clock that stands still (R23)", async () => {
    const clock = { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW - 69_000, held_at_ms: NOW - 30_000 };
    const link = show(atFloor(0, { status: "held", hold_reason: "interpretation", clock }));
    expect(screen.getByText("interpretation")).toBeTruthy();
    link.now += 10_000;
    await tick();
    expect(screen.getByRole("timer").textContent).toBe("1:21");
  });
});

describe("groups", () => {
  const dues = {
    "s7.youth": { question: "s7", asker: "BR", status: "ripe" },
    "s8.youth": { question: "s8", asker: "CA", status: "due" },
  } as const;
  const answer = request(1, {
    lane: "answer",
    relations: [{ kind: "answers", party: "BR", statement: "s7", due: "s7.youth" }],
  });

  test("say with one press that they are ready to answer (R29)", async () => {
    const link = show(sample("youth-1", { me: { dues } }));
    await press("Ready to answer Brazil");
    expect(link.sent).toMatchObject([
      { type: "ask", seat: "youth-1", lane: "answer", links: { answers: ["s7.youth"] }, language: "es" },
    ]);
  });

  test("a second answer joins the request that is open: one per lane (R12)", async () => {
    const link = show(sample("youth-1", { me: { dues, requests: { r4: answer } } }));
    await press("Ready to answer Canada");
    expect(link.sent).toMatchObject([
      { type: "change_request", request: "r4", links: { answers: ["s7.youth", "s8.youth"] } },
    ]);
  });

  test("may promise a written reply instead (R28)", async () => {
    const link = show(sample("youth-1", { me: { dues } }));
    await press("Promise a written reply");
    within(screen.getByRole("dialog")).getByRole("radio", { name: "Canada" }).click();
    await tick();
    await pressInSheet("Promise");
    expect(link.sent).toEqual([{ type: "promise_written", due: "s8.youth" }]);
  });

  test("follow up a reply to their issue (R14)", async () => {
    const statements = { s7: statement("BR", 1, { relations: [{ kind: "replies_to", party: "youth", issue: "i1" }] }) };
    const link = show(sample("youth-1", { statements }));
    await press("Follow up a reply");
    await pressInSheet("Ask for the floor");
    expect(link.sent).toMatchObject([{ type: "ask", lane: "statement", links: { replies_to: ["s7"] } }]);
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

  test("see their slot, and set who speaks first (R10)", async () => {
    const link = show(sample("youth-1", { session: interventions, me: { may_ask: false, slot } }));
    expect(screen.getByText("2nd")).toBeTruthy();
    expect(screen.getByText("Your group has 6:00.")).toBeTruthy();
    await press("Who speaks");
    within(screen.getByRole("dialog")).getByRole("radio", { name: "Youth, representative 2, then me" }).click();
    await tick();
    await pressInSheet("Set this order");
    expect(link.sent).toEqual([{ type: "arrange_slot", slot: "1.youth", seats: ["youth-2", "youth-1"] }]);
  });

  test("file an issue beforehand, to all States unless some are chosen (R26)", async () => {
    const link = show(sample("youth-1", { session: interventions, me: { may_ask: false, slot } }));
    await press("File an issue");
    const sheet = within(screen.getByRole("dialog"));
    expect(sheet.queryByRole("button", { name: "File the issue" })).toBeNull();
    sheet.getByRole("radio", { name: /Poverty/ }).click();
    await tick();
    await pressInSheet("File the issue");
    expect(link.sent).toEqual([
      { type: "raise_issue", seat: "youth-1", theme: "poverty", title: "", addressees: [], language: "es" },
    ]);
  });
});

test("away: back by one press (R7)", async () => {
  const link = show(sample("VC", { me: { away: true } }));
  await press("I’m back");
  expect(link.sent).toEqual([{ type: "return", seat: "VC" }]);
});

test("a change of state is announced, a running clock is not", async () => {
  const link = show(waiting());
  const live = document.querySelector("[aria-live=polite]");
  expect(live?.textContent).toBe("3rd in the list");
  link.now += 20_000;
  await tick();
  expect(live?.textContent).toBe("3rd in the list");
  link.view = sample("VC", { me: { is_next: true, requests: { r3: request(1) } } });
  await tick();
  expect(live?.textContent).toBe("You are next");
  expect(document.title).toBe("You are next · Palabra");
});

test("a link that is no longer good says what to do", () => {
  show(undefined, { status: "refused", refusal: "revoked" });
  expect(screen.getByText(/Please ask the Secretariat/)).toBeTruthy();
});

test("until the first view it says that it connects", () => {
  show(undefined, { status: "connecting" });
  expect(screen.getByText("Connecting…")).toBeTruthy();
});

test("a rehearsal says so", () => {
  const view = sample("VC");
  show({ ...view, dialogue: { ...view.dialogue, rehearsal: true, rate: 60 } });
  expect(screen.getByText("REHEARSAL")).toBeTruthy();
});
