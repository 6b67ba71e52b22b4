import { describe, expect, test } from "vitest";

import { demoFloor, NOW } from "./testing/demo.ts";
import {
  baseFree,
  clockLeft,
  clockUsed,
  etaSpan,
  goesOnAt,
  formatClock,
  formatDay,
  formatDuration,
  formatTime,
  formatTimeSeconds,
  isOver,
  threshold,
  untilFlip,
  zoneName,
} from "./time.ts";

test.each([
  [120_000, "2:00"],
  [119_999, "2:00"],
  [119_000, "1:59"],
  [48_000, "0:48"],
  [723_000, "12:03"],
  [3_723_000, "1:02:03"],
  [1, "0:01"],
  [0, "0:00"],
  [-999, "0:00"],
  [-1_000, "+0:01"],
  [-15_400, "+0:15"],
])("%d ms left read %s", (ms, text) => {
  expect(formatClock(ms)).toBe(text);
});

test("a duration counts whole seconds", () => {
  expect(formatDuration(118_900)).toBe("1:58");
  expect(formatDuration(-5)).toBe("0:00");
});

test("times of day are the dialogue's, whatever the device's zone", () => {
  expect(formatTime(NOW, "America/Bogota", "es")).toBe("11:42");
  expect(formatTimeSeconds(NOW + 5_000, "America/Bogota", "en")).toBe("11:42:05");
  expect(formatTime(NOW - 11.5 * 3_600_000, "America/Bogota", "en")).toBe("00:12");
  expect(formatDay(NOW, "America/Bogota", "en")).toBe("13 April 2012");
  expect(formatDay(NOW, "America/Bogota", "es")).toBe("13 de abril de 2012");
  expect(zoneName("America/Bogota")).toBe("Bogotá");
  expect(zoneName("America/Port_of_Spain")).toBe("Port of Spain");
  expect([zoneName("America/Sao_Paulo"), zoneName("America/Asuncion")]).toEqual(["São Paulo", "Asunción"]);
});

describe("a speech clock", () => {
  const clock = { length_ms: 120_000, held_for_ms: 0 };

  test("does not run before it is started (R19)", () => {
    expect(clockLeft(clock, NOW)).toBe(120_000);
  });
  test("runs, past its end too (R22)", () => {
    expect(clockUsed({ ...clock, started_at_ms: NOW - 72_000 }, NOW)).toBe(72_000);
    expect(clockLeft({ ...clock, started_at_ms: NOW - 135_000 }, NOW)).toBe(-15_000);
  });
  test("stands still while held, and earlier holds do not count (R23)", () => {
    const held = { ...clock, started_at_ms: NOW - 100_000, held_at_ms: NOW - 40_000, held_for_ms: 10_000 };
    expect(clockLeft(held, NOW)).toBe(70_000);
    expect(clockLeft(held, NOW + 5_000)).toBe(70_000);
  });
});

describe("the floor gets free", () => {
  test("now, if it is", () => {
    expect(baseFree(undefined, NOW)).toBe(NOW);
  });
  test("when the running statement ends, at full length or at the pace so far", () => {
    expect(baseFree(demoFloor(), NOW)).toBe(NOW + 48_000);
    expect(baseFree(demoFloor(), NOW, 0.9)).toBe(NOW + 36_000);
  });
  test("never before now", () => {
    expect(baseFree(demoFloor(), NOW + 60_000)).toBe(NOW + 60_000);
  });
  test("a whole speech from now, if it was called and did not start", () => {
    const floor = demoFloor({ status: "called", clock: { length_ms: 120_000, held_for_ms: 0 } });
    expect(baseFree(floor, NOW)).toBe(NOW + 120_000);
  });
  test("and a turn begins between the two forecasts, the earlier first", () => {
    const eta = { eta_limits_ms: 160_000, eta_pace_ms: 148_000 };
    expect(etaSpan(demoFloor(), NOW, 0.9, eta)).toEqual([NOW + 184_000, NOW + 208_000]);
    expect(etaSpan(undefined, NOW, 1.2, { eta_limits_ms: 10, eta_pace_ms: 30 })).toEqual([
      NOW + 10,
      NOW + 30,
    ]);
  });
});

describe("the next flip", () => {
  const view = (clock: object) => ({ floor: { clock } }) as Parameters<typeof untilFlip>[0];

  test("is the speech clock's, where that comes before the full second", () => {
    const clock = { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW - 71_700 };
    expect(untilFlip(view(clock), NOW)).toBe(300);
  });
  test("is the full second's for a clock that stands still", () => {
    expect(untilFlip(view({ length_ms: 120_000, held_for_ms: 0 }), NOW + 400)).toBe(600);
    expect(untilFlip(undefined, NOW)).toBe(1_000);
    expect(untilFlip({} as Parameters<typeof untilFlip>[0], NOW + 400)).toBe(600);
    const held = { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW - 71_700, held_at_ms: NOW - 100 };
    expect(untilFlip(view(held), NOW)).toBe(1_000);
  });
  test("counts what was held before, and a length that is no whole second", () => {
    const clock = { length_ms: 120_100, held_for_ms: 250, started_at_ms: NOW - 71_700 };
    expect(untilFlip(view(clock), NOW)).toBe(650);
  });
});

test("a clock is over once it shows a second more than its time, not a moment before", () => {
  const clock = { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW };
  expect([120_000, 120_999, 121_000].map((used) => isOver(clock, NOW + used))).toEqual([false, false, true]);
});

test.each([
  [60_001, "none"],
  [60_000, "first"],
  [15_001, "first"],
  [15_000, "last"],
  [1, "last"],
  [0, "over"],
  [-1, "over"],
] as const)("with %d ms left the warning passed is %s (R22)", (left, passed) => {
  const clock = { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW };
  const warnings = { warn_first_ms: 60_000, warn_last_ms: 15_000 };
  expect(threshold(clock, NOW + 120_000 - left, warnings)).toBe(passed);
});

test("a suspended session goes on when it was announced, and not before now (R3, R33)", () => {
  const suspension = { reason: "break", since_ms: NOW - 60_000 } as const;
  expect(goesOnAt({}, NOW)).toBe(NOW);
  expect(goesOnAt({ suspension }, NOW)).toBe(NOW);
  expect(goesOnAt({ suspension: { ...suspension, resume_at_ms: NOW + 600_000 } }, NOW)).toBe(NOW + 600_000);
  expect(goesOnAt({ suspension: { ...suspension, resume_at_ms: NOW - 1 } }, NOW)).toBe(NOW);
});

test.each([
  [120_000, 180_000, 15_000, 0, "none"],
  [120_000, 120_000, 15_000, 0, "none"],
  [120_000, 120_000, 15_000, 104_999, "none"],
  [120_000, 180_000, 15_000, 105_000, "last"],
  [10_000, 60_000, 15_000, 9_999, "none"],
  [10_000, 60_000, 15_000, 10_000, "over"],
  [120_000, 119_999, 15_000, 1, "first"],
] as const)(
  "of %d ms, with warnings at %d and %d ms: after %d the warning passed is %s, for one that held at the start is none",
  (length_ms, warn_first_ms, warn_last_ms, used, passed) => {
    const clock = { length_ms, held_for_ms: 0, started_at_ms: NOW };
    expect(threshold(clock, NOW + used, { warn_first_ms, warn_last_ms })).toBe(passed);
  },
);
