import { expect, test } from "vitest";

import { slotOrders } from "./offers.ts";
import { floor, sample } from "./testing/seat_samples.ts";

const session = { step: { phase: "interventions", round: 1 } } as const;
const slot = {
  slot: "1.youth",
  seats: ["youth-1", "youth-2"],
  heard: [] as string[],
  budget_ms: 360_000,
  used_ms: 0,
  rank: 1,
  eta_limits_ms: 0,
  eta_pace_ms: 0,
};

test("a group chooses one seat or both, in either order, until called (R10)", () => {
  expect(slotOrders(sample("youth-1", { session, me: { slot } }))).toEqual([
    ["youth-1", "youth-2"],
    ["youth-2", "youth-1"],
    ["youth-1"],
    ["youth-2"],
  ]);
});

test("whoever was heard, or has the floor, stays in front", () => {
  const rest = [["youth-2", "youth-1"], ["youth-2"]];
  expect(slotOrders(sample("youth-1", { session, me: { slot: { ...slot, heard: ["youth-2"] } } }))).toEqual(rest);
  expect(slotOrders(sample("youth-1", { session, floor: floor("youth-2", 0), me: { slot } }))).toEqual(rest);
});

test("a State has no slot to arrange", () => {
  expect(slotOrders(sample("BR"))).toEqual([]);
});
