import { screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { FloorView, SeatAudienceView } from "@shared/wire.gen.ts";

import { press, show, tone } from "./testing/seat_acts.ts";
import { floor, NOW, request, sample } from "./testing/seat_samples.ts";

const called = { status: "called", clock: { length_ms: 120_000, held_for_ms: 0 } } as const;
const waiting = () =>
  sample("VC", { me: { may_ask: false, why_not: "already_asked", requests: { r3: request(3) } } });
const atFloor = (used: number, change: Partial<FloorView> = {}): SeatAudienceView =>
  sample("VC", { floor: floor("VC", used, change), me: { has_floor: "s20" } });

test("waiting: shows the rank large, when the turn may come, and who speaks now", () => {
  show(waiting());
  expect(screen.getByText("3rd")).toBeTruthy();
  expect(screen.getByText("in the list")).toBeTruthy();
  expect(screen.getByText(/^About 11:4\d–11:4\d$/)).toBeTruthy();
  expect(screen.getByText("Mexico")).toBeTruthy();
  expect(tone()).toBe("wait");
});

describe("at the floor", () => {
  test("called: ready or not now, each names the statement", async () => {
    const live = show(atFloor(0, called));
    expect(screen.getAllByText("You have the floor")).not.toHaveLength(0);
    expect(screen.queryByRole("timer")).toBeNull();
    await press("I’m ready");
    await press("Not now, keep my place");
    expect(live.sent).toEqual([
      { type: "sign", statement: "s20", signal: "ready" },
      { type: "sign", statement: "s20", signal: "not_now" },
    ]);
  });

  test("what was told the chair is not asked again, the other may still be told", () => {
    show(sample("VC", { floor: floor("VC", 0, called), me: { has_floor: "s20", signal: "not_now" } }));
    expect(screen.queryByRole("button", { name: /Not now/ })).toBeNull();
    expect(screen.getByRole("button", { name: "I’m ready" })).toBeTruthy();
  });

  test("speaking: the clock, and only a sign that it is finished (R22)", async () => {
    const live = show(atFloor(39_000));
    expect(screen.getByRole("timer").textContent).toBe("1:21");
    expect(screen.getByText("of 2:00")).toBeTruthy();
    expect(tone()).toBe("speak");
    await press("I’ve finished");
    expect(live.sent).toEqual([{ type: "sign", statement: "s20", signal: "finished" }]);
  });

  test("over time is calm: it counts up, and asks to finish", () => {
    show(atFloor(135_000));
    expect(screen.getByRole("timer").textContent).toBe("+0:15");
    expect(screen.getByText("over, of 2:00")).toBeTruthy();
    expect(screen.getByText("Your time is over. Please finish your sentence.")).toBeTruthy();
    expect(tone()).toBe("over");
  });

  test("held: the reason, and a clock that stands still (R23)", async () => {
    const clock = {
      length_ms: 120_000,
      held_for_ms: 0,
      started_at_ms: NOW - 69_000,
      held_at_ms: NOW - 30_000,
    };
    const live = show(atFloor(0, { status: "held", hold_reason: "interpretation", clock }));
    expect(screen.getByText("interpretation")).toBeTruthy();
    live.now += 10_000;
    await tick();
    expect(screen.getByRole("timer").textContent).toBe("1:21");
  });
});

test("the last call counts down, and then the list is closed by itself (R18)", async () => {
  const live = show(sample("VC", { session: { last_call_ends_ms: NOW + 90_000 } }));
  expect(screen.getByText("Last call: the list of speakers closes in 1:30")).toBeTruthy();
  live.now += 90_000;
  await tick();
  expect(screen.queryByText(/^Last call/)).toBeNull();
  expect(screen.getByText(/^The list of speakers is closed/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Ask for the floor" })).toBeNull();
});

test("away: back by one press (R7)", async () => {
  const live = show(sample("VC", { me: { away: true } }));
  await press("I’m back");
  expect(live.sent).toEqual([{ type: "return", seat: "VC" }]);
});

test("a change of state is announced, a running clock is not", async () => {
  const live = show(waiting());
  const announced = document.querySelector("[aria-live=polite]");
  expect(announced?.textContent).toBe("3rd in the list");
  live.now += 20_000;
  await tick();
  expect(announced?.textContent).toBe("3rd in the list");
  live.view = sample("VC", { me: { is_next: true, requests: { r3: request(1) } } });
  await tick();
  expect(announced?.textContent).toBe("You are next");
  expect(document.title).toBe("You are next · Palabra");
});

describe("a phone in the hand", () => {
  const vibrate = vi.fn();
  const release = vi.fn(() => Promise.resolve());
  const light = vi.fn(() => Promise.resolve({ release }));
  const next = () => sample("VC", { me: { is_next: true, requests: { r3: request(1) } } });

  beforeEach(() => {
    for (const spy of [vibrate, light, release]) spy.mockClear();
    Object.assign(navigator, {
      vibrate,
      userActivation: { hasBeenActive: true },
      wakeLock: { request: light },
    });
  });
  afterEach(() => {
    for (const name of ["vibrate", "userActivation", "wakeLock"]) Reflect.deleteProperty(navigator, name);
  });

  test("shakes once when its turn is next, twice when it is called, and for nothing else", async () => {
    const live = show(waiting());
    await tick();
    expect(vibrate).not.toHaveBeenCalled();
    live.view = next();
    await tick();
    expect(vibrate.mock.calls).toEqual([[200]]);
    live.view = atFloor(0, called);
    await tick();
    expect(vibrate.mock.calls).toEqual([[200], [[200, 100, 200]]]);
    live.view = atFloor(1_000);
    live.now += 1_000;
    await tick();
    expect(vibrate).toHaveBeenCalledTimes(2);
  });

  test("that nobody has touched yet does not try to shake: browsers forbid it", async () => {
    Object.assign(navigator, { userActivation: { hasBeenActive: false } });
    show(atFloor(0, called));
    await tick();
    expect(vibrate).not.toHaveBeenCalled();
  });

  test("that cannot shake shows its turn all the same", async () => {
    Reflect.deleteProperty(navigator, "vibrate");
    show(atFloor(0, called));
    await tick();
    expect(screen.getAllByText("You have the floor")).not.toHaveLength(0);
  });

  test("is kept lit while it is next, called or speaking, and not a moment longer: its battery has to last", async () => {
    const live = show(waiting());
    await tick();
    expect(light).not.toHaveBeenCalled();
    for (const view of [next(), atFloor(0, called), atFloor(1_000)]) {
      live.view = view;
      await tick();
      expect(light).toHaveBeenCalledTimes(1);
    }
    expect(release).not.toHaveBeenCalled();
    live.view = sample("VC");
    await vi.waitFor(() => {
      expect(release).toHaveBeenCalledTimes(1);
    });
  });
});

test("a press while its act is on its way says so, and adds nothing", async () => {
  const live = show(sample("VC", { me: { away: true } }), { answer: undefined });
  await press("I’m back");
  const button = screen.getByRole("button", { name: /Pending…$/ });
  button.click();
  await tick();
  expect([live.sent, button.getAttribute("aria-disabled")]).toEqual([
    [{ type: "return", seat: "VC" }],
    "true",
  ]);
});

test("an access link that is no longer good says what to do", () => {
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
