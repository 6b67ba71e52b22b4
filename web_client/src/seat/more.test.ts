import { screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, test } from "vitest";

import { press, pressInSheet, sheet, show, tone } from "./testing/seat_acts.ts";
import { floor, NOW, request, sample, statement } from "./testing/seat_samples.ts";

/** The clock of a point of order, recognised 12 s ago. */
const minute = { length_ms: 60_000, held_for_ms: 0, started_at_ms: NOW - 12_000 };

describe("a point of order (R30)", () => {
  test("takes a second press, and goes to the chair alone", async () => {
    const live = show(sample("VC"));
    await press("Point of order");
    expect(live.sent).toEqual([]);
    await pressInSheet("button", "Raise it");
    expect(live.sent).toEqual([{ type: "raise_point", seat: "VC", text: "" }]);
  });

  test("that waits can be withdrawn, and is not raised twice", async () => {
    const live = show(sample("VC", { me: { point: "p1" } }));
    expect(screen.getByText(/Nobody else sees it/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Point of order" })).toBeNull();
    await press("Withdraw");
    expect(live.sent).toEqual([{ type: "withdraw_point", point: "p1" }]);
  });

  test("that is recognised takes the whole phone, and whatever was open away", async () => {
    const live = show(sample("VC"));
    await press("Ask for the floor");
    live.view = sample("VC", { point: { seat: "VC", party: "VC", clock: minute } });
    await tick();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByText(/^The chair has recognised it/)).toBeTruthy();
    expect(screen.getByRole("timer").textContent).toBe("0:48");
    expect(tone()).toBe("speak");
    live.now += 50_000;
    await tick();
    expect(screen.getByText(/^Your time is over/)).toBeTruthy();
    expect(tone()).toBe("over");
  });

  test("of another is a sentence with its clock, above the one that stands still", () => {
    const held = { status: "held", hold_reason: "point_of_order" } as const;
    const clock = { length_ms: 120_000, held_for_ms: 0, started_at_ms: 0, held_at_ms: 80_000 };
    show(
      sample("VC", {
        floor: floor("MX", 0, { ...held, clock }),
        point: { seat: "BR", party: "BR", clock: minute },
      }),
    );
    expect(screen.getByText("Point of order: Brazil")).toBeTruthy();
    expect(screen.getByText("The chair will decide; the speaker’s clock stands still")).toBeTruthy();
    expect(screen.getAllByRole("timer").map(({ textContent }) => textContent)).toEqual(["0:48", "0:40"]);
  });

  test("is not offered to whom it is not given", () => {
    show(sample("youth-1", { me: { may_raise_point: false } }));
    expect(screen.queryByRole("button", { name: "Point of order" })).toBeNull();
  });
});

test("a right of reply is asked for in its own lane, to a statement or to none (R31)", async () => {
  const statements = { s7: statement("BR", 1), s8: statement("VC", 2) };
  const live = show(sample("VC", { statements }));
  await press("More…");
  await pressInSheet("button", "Right of reply");
  expect(sheet().queryByRole("radio", { name: /^Saint Vincent/ })).toBeNull();
  await pressInSheet("radio", /^Brazil · 11:32/);
  await pressInSheet("button", "Ask for the right of reply");
  expect(live.sent).toMatchObject([
    { type: "ask", seat: "VC", lane: "right_of_reply", links: { replies_to: ["s7"], asks: [], answers: [] } },
  ]);
});

test("one right of reply at a time, and none outside the exchange (R12, R31)", async () => {
  show(sample("VC", { me: { requests: { r5: request(4, { lane: "right_of_reply" }) } } }));
  await press("More…");
  expect(sheet().queryByRole("button", { name: "Right of reply" })).toBeNull();
});

test("leaving the hall is an act of the seat (R7)", async () => {
  const live = show(sample("youth-1"));
  await press("More…");
  await pressInSheet("button", "I’m leaving the hall");
  expect(live.sent).toEqual([{ type: "set_away", seat: "youth-1" }]);
});

test("a substitute takes the seat over and gives it back (R7)", async () => {
  const live = show(sample("VC"));
  await press("More…");
  await pressInSheet("button", "A substitute sits here");
  const view = sample("VC");
  const seat = view.seats.VC;
  if (seat) live.view = { ...view, seats: { ...view.seats, VC: { ...seat, substitute: true } } };
  await tick();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("substitute");
  await press("More…");
  await pressInSheet("button", "The delegate is back");
  expect(live.sent).toEqual([
    { type: "substitute", seat: "VC", substitute: true },
    { type: "substitute", seat: "VC", substitute: false },
  ]);
});

describe("a written reply to an issue (R28)", () => {
  test("is promised by the State itself", async () => {
    const live = show(sample("VC"));
    await press("More…");
    await pressInSheet("button", "Reply to an issue in writing");
    await pressInSheet("radio", /Youth 1\.1/);
    await pressInSheet("button", "Promise a written reply");
    expect(live.sent).toEqual([{ type: "mark_issue", issue: "i1", party: "VC", fact: "written" }]);
    expect(await screen.findByText("Your promise of a written reply is recorded.")).toBeTruthy();
  });

  test("can be taken back", async () => {
    const view = sample("VC");
    const issue = view.issues.i1;
    if (!issue) throw new Error("the demo has no issue");
    const live = show({ ...view, issues: { i1: { ...issue, facts: { VC: "written" } } } });
    await press("More…");
    await pressInSheet("button", "Reply to an issue in writing");
    await pressInSheet("radio", /You have promised/);
    await pressInSheet("button", "Take the promise back");
    expect(live.sent).toEqual([{ type: "mark_issue", issue: "i1", party: "VC", fact: null }]);
  });
});

test("who presides has nothing behind “More”: it is the consoles’ matter (R4)", () => {
  show(sample("chair", { me: { may_ask: false, may_raise_point: false } }));
  expect(screen.queryByRole("button", { name: "More…" })).toBeNull();
});
