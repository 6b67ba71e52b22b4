import { describe, expect, test } from "vitest";

import { seatState, tone } from "./seat_state.ts";
import { floor, free, NOW, request, sample } from "./testing/seat_samples.ts";

const called = { clock: { length_ms: 120_000, held_for_ms: 0 }, status: "called" } as const;

describe("the one look of the phone", () => {
  test("in no list it is idle, with a request it waits", () => {
    expect(seatState(sample("VC"))).toBe("idle");
    expect(seatState(sample("VC", { me: { requests: { r1: request(3) } } }))).toBe("waiting");
  });

  test("who is next is told so, even if its answer was never asked for", () => {
    expect(seatState(sample("youth-1", { me: { is_next: true } }))).toBe("next");
  });

  test("away comes before the place in the list: being back is what matters", () => {
    expect(seatState(sample("VC", { me: { away: true, requests: { r1: request(2) } } }))).toBe("away");
  });

  test("called and speaking are told apart: the clock starts with the start only (R19)", () => {
    const me = { has_floor: "s20" };
    expect(seatState(sample("VC", { me, floor: floor("VC", 0, called) }))).toBe("called");
    expect(seatState(sample("VC", { me, floor: floor("VC", 5_000) }))).toBe("speaking");
  });

  test("its own point of order, once recognised, is what it is to speak about (R30)", () => {
    const point = { seat: "VC", party: "VC", clock: { length_ms: 60_000, held_for_ms: 0 } };
    expect(seatState(sample("VC", { point, me: { requests: { r1: request(1) } } }))).toBe("point");
    expect(tone(sample("VC", { point }), NOW)).toBe("speak");
    const over = { ...point, clock: { ...point.clock, started_at_ms: NOW - 61_000 } };
    expect(tone(sample("VC", { point: over }), NOW)).toBe("over");
    expect(seatState(sample("BR", { point }))).toBe("idle");
  });

  test("the floor of another seat is not mine", () => {
    expect(seatState(sample("VC", { floor: floor("BR", 5_000) }))).toBe("idle");
    expect(seatState(free(sample("VC")))).toBe("idle");
  });

  test("once closed nothing waits any more", () => {
    const session = { step: { phase: "closed", round: 0 } } as const;
    expect(seatState(sample("VC", { session, me: { requests: { r1: request(1) } } }))).toBe("closed");
  });

  test("a group waits for its slot until its seat was heard in it (R10)", () => {
    const slot = {
      slot: "1.youth",
      seats: ["youth-1"],
      heard: [],
      budget_ms: 1,
      used_ms: 0,
      rank: 2,
      eta_limits_ms: 0,
      eta_pace_ms: 0,
    };
    const session = { step: { phase: "interventions", round: 1 } } as const;
    expect(seatState(sample("youth-1", { session, me: { slot } }))).toBe("waiting");
    expect(seatState(sample("youth-2", { session, me: { slot } }))).toBe("idle");
    expect(seatState(sample("youth-1", { session, me: { slot: { ...slot, heard: ["youth-1"] } } }))).toBe(
      "idle",
    );
    expect(seatState(sample("youth-1", { session, me: { slot: { ...slot, rank: 0 } } }))).toBe("idle");
  });
});

describe("the tone of the screen", () => {
  const mine = (used: number, change = {}) =>
    sample("VC", { me: { has_floor: "s20" }, floor: floor("VC", used, change) });

  test("turns over once the clock shows a second over, not before", () => {
    expect(tone(mine(120_500), NOW)).toBe("speak");
    expect(tone(mine(121_000), NOW)).toBe("over");
  });

  test("a hold has its own, over time or not", () => {
    expect(tone(mine(130_000, { status: "held" }), NOW)).toBe("held");
  });
});
