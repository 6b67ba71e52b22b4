import { describe, expect, test } from "vitest";

import { listOf, NOW, request, sample, slotRow, waiting } from "../testing/samples.ts";
import { cutOf, moveCommand, rowsOf, shifted } from "./agenda.ts";

const answer = request("civil_society-2", 2, {
  target: { type: "answer_target", due: "s9.civil_society", seat: "civil_society-2" },
  lane: "answer",
});
const mixed = sample(listOf({ r1: request("MX", 1), d1: answer, r2: request("TT", 2), r3: request("CA", 3) }));
const groups = sample(
  listOf({
    a1: slotRow("youth", 1),
    a2: slotRow("youth", 2),
    b1: slotRow("workers", 1),
    b2: slotRow("workers", 2),
  }),
);

describe("the rows", () => {
  test("start when the floor gets free, plus what stands before them (R33)", () => {
    const [first] = rowsOf(sample(waiting(2)), NOW);
    expect(first?.startLimits).toBe(NOW + 48_000 + 20_000);
    expect(first?.startPace).toBe(NOW + 120_000 * 0.92 - 72_000 + 20_000);
  });

  test("whoever is away keeps the place but has no rank", () => {
    const rows = rowsOf(sample(listOf({ r1: request("MX", 1, { away: true }), r2: request("TT", 2) })), NOW);
    expect(rows.map(({ rank }) => rank)).toEqual([undefined, 1]);
  });
});

describe("the line where time runs out", () => {
  const view = sample({ ...waiting(34) });

  test("stands before the first who would not be over before the closing begins", () => {
    const rows = rowsOf(view, NOW);
    const cut = cutOf(view, rows, "limits");
    const at = rows.findIndex(({ key }) => key === cut?.before);
    const last = view.session.planned_end_ms - view.forecast.closing_ms;
    expect((rows[at]?.startLimits ?? 0) + 120_000).toBeGreaterThan(last);
    expect((rows[at - 1]?.startLimits ?? 0) + 120_000).toBeLessThanOrEqual(last);
    expect(cut?.out).toBe(34 - at);
  });

  test("comes later at the pace so far than at the limits", () => {
    const rows = rowsOf(view, NOW);
    expect(cutOf(view, rows, "pace")?.out ?? 0).toBeLessThan(cutOf(view, rows, "limits")?.out ?? 0);
  });

  test("is not drawn where all fit", () => {
    const short = sample(waiting(2));
    expect(cutOf(short, rowsOf(short, NOW), "limits")).toBeUndefined();
  });
});

describe("moving a row", () => {
  test("names whom it stands before from now on, past rows of another kind (R5)", () => {
    expect(moveCommand(mixed, ["r2", "r1", "d1", "r3"], "r2")).toEqual({
      type: "move_request",
      request: "r2",
      before: "r1",
    });
    expect(moveCommand(mixed, ["d1", "r2", "r3", "r1"], "r1")).toEqual({
      type: "move_request",
      request: "r1",
      before: null,
    });
  });

  test("that ends where it began sends nothing", () => {
    expect(moveCommand(mixed, mixed.order, "r2")).toBeUndefined();
    expect(moveCommand(mixed, ["d1", "r1", "r2", "r3"], "r1")).toBeUndefined();
  });

  test("an answer stands where its question put it (R29)", () => {
    expect(moveCommand(mixed, ["d1", "r1", "r2", "r3"], "d1")).toBeUndefined();
  });

  test("by a key goes past an answer, and not past the ends", () => {
    expect(shifted(mixed, mixed.order, "r1", 1)).toEqual(["r2", "d1", "r1", "r3"]);
    expect(shifted(mixed, mixed.order, "r1", -1)).toEqual(mixed.order);
    expect(shifted(mixed, mixed.order, "r3", 1)).toEqual(mixed.order);
    expect(shifted(mixed, mixed.order, "d1", 1)).toEqual(mixed.order);
  });

  test("a slot takes all its seats along (R9)", () => {
    const order = shifted(groups, groups.order, "a1", 1);
    expect(order).toEqual(["b1", "b2", "a1", "a2"]);
    expect(moveCommand(groups, order, "a1")).toEqual({ type: "order_slot", slot: "1.youth", before: null });
  });
});
