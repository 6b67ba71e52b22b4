import { expect, test } from "vitest";

import { free, NOW, sample } from "../testing/console_samples.ts";
import { anotherRound, endOf, minutes } from "./forecast.ts";

const MINUTE = 60_000;

/** A session whose end at the limits is 13:00 minus `left`, and at the pace another 10 minutes earlier. */
function endingWith(left: number, round: { limits: number; pace: number }): ReturnType<typeof free> {
  const view = free();
  const tail = view.session.planned_end_ms - NOW - left;
  return {
    ...view,
    forecast: {
      ...view.forecast,
      tail_limits_ms: tail,
      tail_pace_ms: tail - 10 * MINUTE,
      round_limits_ms: round.limits,
      round_pace_ms: round.pace,
    },
  };
}

test("the end counts from when the floor gets free, at full length or at the pace (R33)", () => {
  const view = sample();
  expect(endOf(view, NOW, "limits")).toBe(NOW + 48_000 + view.forecast.tail_limits_ms);
  expect(endOf(view, NOW + 300_000, "limits")).toBe(NOW + 300_000 + view.forecast.tail_limits_ms);
});

test("another round fits, with what is left over (R34)", () => {
  const view = endingWith(45 * MINUTE, { limits: 40 * MINUTE, pace: 35 * MINUTE });
  expect(anotherRound(view, NOW)).toEqual({ verdict: "yes", spare_ms: 5 * MINUTE });
});

test("it is tight where it fits at the pace only: what is missing at the limits", () => {
  const view = endingWith(30 * MINUTE, { limits: 40 * MINUTE, pace: 35 * MINUTE });
  expect(anotherRound(view, NOW)).toEqual({ verdict: "tight", spare_ms: 10 * MINUTE });
});

test("it does not fit where even the pace so far would not do", () => {
  const view = endingWith(10 * MINUTE, { limits: 40 * MINUTE, pace: 35 * MINUTE });
  expect(anotherRound(view, NOW)).toEqual({ verdict: "no", spare_ms: 15 * MINUTE });
});

test("the chair's own number of States changes the cost by so many States (R34)", () => {
  const view = endingWith(45 * MINUTE, { limits: 40 * MINUTE, pace: 35 * MINUTE });
  const { round_states, round_per_state_limits_ms: each } = view.forecast;
  expect(anotherRound(view, NOW, round_states)).toEqual(anotherRound(view, NOW));
  expect(anotherRound(view, NOW, round_states - 1).spare_ms).toBe(5 * MINUTE + each);
  expect(anotherRound(view, NOW, round_states + 3)).toEqual({
    verdict: "tight",
    spare_ms: 3 * each - 5 * MINUTE,
  });
  expect(anotherRound(view, NOW, round_states + 30).verdict).toBe("no");
});

test("minutes are never none", () => {
  expect(minutes(10_000)).toBe(1);
  expect(minutes(150_000)).toBe(3);
});
