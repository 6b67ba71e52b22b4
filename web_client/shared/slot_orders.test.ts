import { describe, expect, test } from "vitest";

import { slotOrders } from "./slot_orders.ts";
import { demoFloor, demoFree } from "./testing/demo.ts";

const view = demoFree();
const slot = { seats: ["youth-1", "youth-2"], heard: [] as string[] };

describe("who of a group speaks in its slot (R10)", () => {
  test("both in either order, or one alone", () => {
    expect(slotOrders(view, "youth", slot)).toEqual([
      ["youth-1", "youth-2"],
      ["youth-2", "youth-1"],
      ["youth-1"],
      ["youth-2"],
    ]);
  });

  const rest = [["youth-2", "youth-1"], ["youth-2"]];

  test("who was heard stays in front, and may be the only one", () => {
    expect(slotOrders(view, "youth", { ...slot, heard: ["youth-2"] })).toEqual(rest);
  });

  test("so does who is called or speaks", () => {
    expect(slotOrders({ ...view, floor: demoFloor({ seat: "youth-2" }) }, "youth", slot)).toEqual(rest);
  });

  test("somebody of another party at the floor changes nothing", () => {
    expect(slotOrders({ ...view, floor: demoFloor({ seat: "CA" }) }, "youth", slot)).toHaveLength(4);
  });

  test("of three every order, the longest first", () => {
    const [seat] = Object.values(view.seats).filter(({ party }) => party === "youth");
    const orders = slotOrders({ seats: { ...view.seats, ...(seat && { "youth-3": seat }) } }, "youth", slot);
    expect(orders).toHaveLength(15);
    expect(new Set(orders.map(String)).size).toBe(15);
    expect(orders.map(({ length }) => length)).toEqual([3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1]);
  });

  test("of forty only who comes first: an order for each of them, and no waiting for all there could be", () => {
    const [seat] = Object.values(view.seats).filter(({ party }) => party === "youth");
    const names = Array.from({ length: 40 }, (_, n) => `p${n + 1}`);
    const seats = Object.fromEntries(names.map((name) => [name, { ...seat, party: "youth" }]));
    const orders = slotOrders({ seats } as Parameters<typeof slotOrders>[0], "youth", {
      seats: names,
      heard: ["p3"],
    });
    expect(orders.slice(0, 2).map((order) => order.slice(0, 3))).toEqual([
      ["p3", "p1", "p2"],
      ["p3", "p2", "p1"],
    ]);
    expect(orders.map(({ length }) => length)).toEqual([...Array<number>(39).fill(40), 1]);
  });
});
