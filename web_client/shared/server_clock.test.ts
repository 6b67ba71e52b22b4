import { describe, expect, test } from "vitest";

import { ServerClock } from "./server_clock.ts";

/** Random numbers that are the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A device on a network path: local monotonic time, and what the server's clock shows at it. */
class NetworkPath {
  local = 12_345;
  smallest = Infinity;
  readonly #random: () => number;
  readonly #offset: number;
  readonly #rate: number;

  constructor(seed: number, offset: number, rate = 1) {
    this.#random = random(seed);
    this.#offset = offset;
    this.#rate = rate;
  }

  server(local = this.local): number {
    return this.#offset + this.#rate * local;
  }

  /** One round trip of 20 to 150 ms, split unevenly between the two ways. */
  trip(clock: ServerClock): void {
    const rtt = 20 + 130 * this.#random();
    const there = rtt * this.#random();
    const sent = this.local;
    this.local += rtt;
    this.smallest = Math.min(this.smallest, rtt);
    clock.sample(sent, this.local, this.server(sent + there), this.#rate);
  }

  burst(clock: ServerClock, trips = 8): void {
    for (let trip = 0; trip < trips; trip += 1) {
      this.trip(clock);
      this.local += 120;
    }
  }
}

const MINUTES = 60_000;

describe.each([0, 5 * MINUTES, -5 * MINUTES])("a device whose clock is wrong by %d ms", (wrong) => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    "is right within half the smallest round trip (%d)",
    (seed) => {
      const path = new NetworkPath(seed, 1_334_333_400_000 - wrong);
      const clock = new ServerClock();
      path.burst(clock);
      path.local += 1_000; // the time to slew what the first answers left
      const error = Math.abs(clock.now(path.local) - path.server());
      expect(error).toBeLessThanOrEqual(path.smallest / 2);
      expect(error).toBeLessThanOrEqual(clock.errorMs(path.local));
      expect(clock.errorMs(path.local)).toBeLessThanOrEqual(path.smallest / 2 + 0.3); // 0.3: what 3 s of drift may add
    },
  );
});

test("shown time never runs backwards while it is corrected", () => {
  const clock = new ServerClock();
  clock.sample(0, 140, 1_000_000, 1); // all of the delay on one way: 70 ms off
  clock.sample(200, 220, 1_000_220, 1);
  let last = -Infinity;
  for (let local = 220; local < 2_000; local += 5) {
    expect(clock.now(local)).toBeGreaterThan(last);
    last = clock.now(local);
  }
  expect(clock.now(2_000)).toBeCloseTo(1_002_000, -1);
});

test("a correction is slewed, not jumped", () => {
  const clock = new ServerClock();
  clock.sample(0, 140, 1_000_000, 1);
  const before = clock.now(220);
  clock.sample(200, 220, 1_000_220, 1);
  expect(clock.now(220)).toBeCloseTo(before, 6);
  expect(Math.abs(clock.now(320) - before - 100)).toBeLessThanOrEqual(10 + 1e-6);
});

test("after the device slept, the newest answer alone counts, at once", () => {
  const path = new NetworkPath(1, 5_000_000);
  const clock = new ServerClock();
  path.burst(clock);
  const slept = new NetworkPath(2, 5_000_000 + 600_000); // the local clock stood still for ten minutes
  slept.local = path.local;
  slept.trip(clock);
  expect(Math.abs(clock.now(slept.local) - slept.server())).toBeLessThanOrEqual(75);
});

test("in a rehearsal it runs as fast as the server's clock, also after the rate changed", () => {
  const slow = new NetworkPath(3, 2_000_000);
  const clock = new ServerClock();
  slow.burst(clock);
  const fast = new NetworkPath(4, 3_000_000, 60);
  fast.local = slow.local;
  fast.burst(clock);
  fast.local += 1_000;
  expect(clock.rate).toBe(60);
  expect(Math.abs(clock.now(fast.local) - fast.server())).toBeLessThanOrEqual((60 * fast.smallest) / 2);
  expect(clock.errorMs(fast.local)).toBeLessThanOrEqual(fast.smallest);
});

test("without an answer it shows nothing", () => {
  const clock = new ServerClock();
  expect(clock.isSet).toBe(false);
  expect(clock.now(5)).toBeNaN();
  expect(clock.errorMs(5)).toBe(Infinity);
});

test("its bound widens with the age of what it knows", () => {
  const clock = new ServerClock();
  clock.sample(0, 20, 1_000_000, 1);
  clock.sample(600_000, 600_150, 1_600_075, 1); // ten minutes later, a worse path
  expect(clock.errorMs(600_150)).toBeGreaterThan(10);
  expect(clock.errorMs(600_150)).toBeLessThanOrEqual(75);
});

describe("its bound is kept at every instant, whatever drift it allows itself", () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))("(%d)", (seed) => {
    const draw = random(1_000 + seed);
    const drift = 1 + (seed % 2 === 0 ? 1 : -1) * 95e-6; // the local clock against the server's
    const clock = new ServerClock();
    const server = (local: number): number => 1_334_333_400_000 + drift * local;
    let local = 1_000;
    for (let probe = 0; probe < 30; probe += 1) {
      const rtt = 4 + 300 * draw() ** 3;
      clock.sample(local, local + rtt, server(local + rtt * draw()), 1);
      local += rtt;
      const until = local + (probe % 9 < 8 ? 120 : 400_000); // a burst, then minutes without a probe
      for (; local < until; local += (until - local) / 3 + 1) {
        expect(Math.abs(clock.now(local) - server(local))).toBeLessThanOrEqual(clock.errorMs(local));
      }
    }
  });

  test("between two probes it widens by what quartz may drift: ±10 ms are ±50 after 400 s", () => {
    const clock = new ServerClock();
    clock.sample(0, 20, 1_000_010, 1);
    expect(clock.errorMs(20)).toBeCloseTo(10);
    expect(clock.errorMs(400_020)).toBeCloseTo(50);
  });

  test("what is still to be slewed is in it", () => {
    const clock = new ServerClock();
    clock.sample(0, 900, 1_000_000, 1); // the server read its clock at once: 450 ms off
    clock.sample(1_000, 1_004, 1_001_002, 1);
    expect(clock.errorMs(1_004)).toBeGreaterThan(440);
    expect(clock.errorMs(6_004)).toBeLessThan(4);
  });
});

describe("a gap between the two local clocks", () => {
  const known = (): ServerClock => {
    const clock = new ServerClock();
    clock.look(0, 5_000_000);
    clock.sample(0, 20, 1_000_010, 1);
    clock.look(100, 5_000_100);
    return clock;
  };

  test.each([
    ["the monotonic clock stood still in sleep", 300, 8_600_300],
    ["the date was put forward by hand", 300, 5_060_300],
    ["the date was put back by hand", 300, 4_000_300],
  ])("%s: time is unknown until the next answer", (_, mono, wall) => {
    const clock = known();
    expect(clock.look(mono, wall)).toBe(true);
    expect([clock.isSet, clock.now(mono), clock.errorMs(mono)]).toEqual([false, NaN, Infinity]);
    expect(clock.look(mono + 200, wall + 200)).toBe(false); // told once
    clock.sample(mono + 200, mono + 210, 4_600_305, 1);
    expect(clock.now(mono + 210)).toBeCloseTo(4_600_310, -1);
    expect(clock.errorMs(mono + 210)).toBeLessThanOrEqual(5.1);
  });

  test("both went on alike, in sleep or in the background: nothing is forgotten", () => {
    const clock = known();
    expect(clock.look(3_600_100, 8_600_100)).toBe(false);
    expect(clock.isSet).toBe(true);
  });

  test("readings that are blurred, or an interruption between the two, are no gap", () => {
    const clock = known();
    expect([clock.look(300, 5_000_500), clock.look(500, 5_000_400)]).toEqual([false, false]);
  });

  test("an answer to what was asked before it tells nothing: nobody knows how long it was under way", () => {
    const clock = known();
    clock.look(300, 8_600_300);
    clock.sample(90, 310, 1_000_095, 1);
    expect(clock.isSet).toBe(false);
  });
});
