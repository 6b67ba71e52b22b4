import { describe, expect, test } from "vitest";

import { listOf, NOW, request, sample, slotRow, waiting } from "../testing/console_samples.ts";
import { cutOf, mergedItems, moveCommand, orderWith, rowsOf, shifted } from "./agenda.ts";

const answer = request("civil_society-2", 2, {
  target: { type: "answer_target", due: "s9.civil_society", seat: "civil_society-2" },
  lane: "answer",
});
const mixed = sample(
  listOf({ r1: request("MX", 1), d1: answer, r2: request("TT", 2), r3: request("CA", 3) }),
);
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

describe("moves on their way, over the live list", () => {
  const up = { type: "move_request", request: "r2", before: "r1" } as const;

  test("are shown at once, among the places of their own kind", () => {
    expect(orderWith(mixed, [up])).toEqual(["r2", "d1", "r1", "r3"]);
    expect(orderWith(mixed, [{ type: "move_request", request: "r1", before: null }])).toEqual([
      "r2",
      "d1",
      "r3",
      "r1",
    ]);
    expect(orderWith(mixed, [])).toEqual(mixed.order);
  });

  test("are shown one on top of the other; other acts move nothing", () => {
    const last = { type: "move_request", request: "r2", before: null } as const;
    expect(orderWith(mixed, [up, { type: "close_list" }, last])).toEqual(["r1", "d1", "r3", "r2"]);
  });

  test("let in who asks meanwhile, and leave out who withdraws", () => {
    const view = sample(listOf({ r1: request("MX", 1), r2: request("TT", 2), r4: request("PE", 4) }));
    expect(orderWith(view, [up])).toEqual(["r2", "r1", "r4"]);
  });

  test("of a row that is gone, or before one that is gone, move nothing: the server says what comes of it", () => {
    const view = sample(listOf({ r3: request("CA", 3), r2: request("TT", 2) }));
    expect(orderWith(view, [up])).toEqual(["r3", "r2"]);
    expect(orderWith(view, [{ type: "move_request", request: "r1", before: "r3" }])).toEqual(["r3", "r2"]);
  });

  test("change nothing once the list has them", () => {
    const view = sample(listOf({ r2: request("TT", 2), r1: request("MX", 1), r3: request("CA", 3) }));
    expect(orderWith(view, [up])).toEqual(view.order);
  });

  test("take a slot along with all its seats, and no request with it (R9)", () => {
    const order = orderWith(groups, [{ type: "order_slot", slot: "1.youth", before: null }]);
    expect(order).toEqual(["b1", "b2", "a1", "a2"]);
    expect(orderWith(groups, [{ type: "move_request", request: "1.youth", before: null }])).toEqual(
      groups.order,
    );
  });

  test("the next move starts from what is on show: up and down again ends where it began", () => {
    const shown = orderWith(mixed, [up]);
    const down = moveCommand(mixed, shifted(mixed, shown, "r2", 1), "r2", shown);
    expect(down).toEqual({ type: "move_request", request: "r2", before: "r3" });
    expect(orderWith(mixed, [up, ...(down ? [down] : [])])).toEqual(mixed.order);
  });
});

describe("a list while a row is in the hand", () => {
  const item = (key: string): { key: string; held?: boolean } => ({ key });
  const merged = (dragged: readonly ReturnType<typeof item>[], live: readonly string[]): string[] =>
    mergedItems(dragged, live, item, ({ held }) => held === true).map(({ key }) => key);

  test("keeps the order of the hand", () => {
    expect(merged([item("b"), { key: "a", held: true }, item("c")], ["a", "b", "c"])).toEqual([
      "b",
      "a",
      "c",
    ]);
  });

  test("lets in who asks meanwhile, behind whom they stand in the live list", () => {
    expect(merged([item("b"), { key: "a", held: true }], ["n", "a", "b", "m"])).toEqual(["n", "b", "m", "a"]);
  });

  test("leaves out who withdraws, but for the row in the hand", () => {
    expect(merged([item("b"), { key: "a", held: true }, item("c")], ["b"])).toEqual(["b", "a"]);
  });
});
