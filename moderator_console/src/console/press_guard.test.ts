import { cleanup, fireEvent, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { FOREIGN_MS, Latch, OWN_MS, PressGuard, type Cause } from "./press_guard.svelte.ts";
import { context, open } from "./testing/console_acts.ts";
import { free, sample } from "./testing/console_samples.ts";

afterEach(cleanup);

/** A guard whose time is in the test's hand, and controls named by letters. */
function guarded(): {
  guard: PressGuard<string>;
  reads: (found: Record<string, string>, cause?: Cause) => void;
  press: (control: string, by?: "key" | "pointer") => boolean;
  paint: () => void;
} {
  let frame: (() => void)[] = [];
  const guard = new PressGuard<string>({
    mono: () => performance.now(),
    later: setTimeout,
    painted: (act) => frame.push(act),
  });
  return {
    guard,
    paint: () => {
      const due = frame;
      frame = [];
      for (const act of due) act();
    },
    reads: (found, cause = "foreign") => {
      guard.read(new Map(Object.entries(found)), cause);
    },
    press: (control, by = "pointer") => guard.counts(guard.begin(control, by)),
  };
}

describe("the guard", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("after a change that the operator did not cause no press counts for 700 ms, and it says so", () => {
    const { guard, reads, press } = guarded();
    reads({ a: "End Brazil", b: "Void" });
    vi.advanceTimersByTime(FOREIGN_MS);
    expect(guard.ready).toBe(true);
    reads({ a: "End Mexico", b: "Void" });
    expect([guard.ready, press("b"), press("a"), guard.said]).toEqual([false, true, false, "changed"]);
    vi.advanceTimersByTime(FOREIGN_MS - 1);
    expect(press("a")).toBe(false);
    vi.advanceTimersByTime(1);
    expect([guard.ready, press("a"), guard.said]).toEqual([true, true, undefined]);
  });

  test("the 700 ms begin when the change can be seen, however long the page takes to draw it", () => {
    const { guard, reads, press, paint } = guarded();
    reads({ a: "End Brazil", b: "Void" });
    paint();
    vi.advanceTimersByTime(FOREIGN_MS);
    reads({ a: "End Mexico", b: "Void" });
    vi.advanceTimersByTime(2 * FOREIGN_MS);
    paint();
    vi.advanceTimersByTime(FOREIGN_MS - 1);
    expect([guard.ready, press("a"), guard.said]).toEqual([false, false, "changed"]);
    vi.advanceTimersByTime(1);
    expect([guard.ready, press("a")]).toEqual([true, true]);
  });

  test("a press that began before the change acts not at all", () => {
    const { guard, reads } = guarded();
    reads({ a: "End Brazil" });
    vi.advanceTimersByTime(FOREIGN_MS);
    const press = guard.begin("a", "pointer");
    reads({ a: "Void" });
    vi.advanceTimersByTime(10 * FOREIGN_MS);
    expect([guard.counts(press), guard.said]).toEqual([false, "changed"]);
  });

  test("after one's own press a second one counts 350 ms later", () => {
    const { guard, reads, press } = guarded();
    reads({ a: "End Brazil" });
    vi.advanceTimersByTime(FOREIGN_MS);
    expect(press("a")).toBe(true);
    reads({ a: "Call Mexico" }, "own");
    vi.advanceTimersByTime(OWN_MS - 1);
    expect([press("a"), guard.said]).toEqual([false, "changed"]);
    vi.advanceTimersByTime(1);
    expect(press("a")).toBe(true);
    expect([press("a"), guard.said]).toEqual([false, "again"]);
  });

  test("after the focus came back keys wait for 700 ms; a pointer that aims does not", () => {
    const { guard, reads, press } = guarded();
    reads({ a: "End Brazil", b: "Void" });
    vi.advanceTimersByTime(FOREIGN_MS);
    guard.focusReturned();
    expect([press("a", "key"), guard.said, press("b", "pointer")]).toEqual([false, "returned", true]);
    vi.advanceTimersByTime(FOREIGN_MS);
    expect(press("a", "key")).toBe(true);
  });
});

describe("a button that follows the session", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const says = (label: string, inert = false): { key: string; label: string; inert: boolean } => ({
    key: label,
    label,
    inert,
  });

  test("keeps what it says, inert, for 700 ms; the last of several meanings is taken on", () => {
    const latch = new Latch(setTimeout);
    latch.offer(says("Call Mexico"), "foreign");
    latch.offer(says("Call Brazil"), "foreign");
    vi.advanceTimersByTime(FOREIGN_MS / 2);
    latch.offer(says("Call Peru"), "foreign");
    vi.advanceTimersByTime(FOREIGN_MS - 1);
    expect([latch.shown?.label, latch.stale]).toEqual(["Call Mexico", true]);
    vi.advanceTimersByTime(1);
    expect([latch.shown?.label, latch.stale]).toEqual(["Call Peru", false]);
  });

  test("says at once what comes of one's own act, and that nothing can be done", () => {
    const latch = new Latch(setTimeout);
    latch.offer(says("End Mexico"), "foreign");
    latch.offer(says("Call Peru"), "own");
    expect(latch.shown?.label).toBe("Call Peru");
    latch.offer(says("Not sent: reconnecting", true), "foreign");
    expect([latch.shown?.label, latch.stale]).toEqual(["Not sent: reconnecting", false]);
  });
});

describe("on the console", () => {
  /** A hand that is as quick as the test says. */
  function hasty(): { mono: () => number; passes: (ms: number) => void } {
    let at = 10_000;
    return { mono: () => at, passes: (ms) => (at += ms) };
  }

  test("a key that is held acts once", async () => {
    const live = open(sample());
    context().focus();
    expect(await fireEvent.keyDown(context(), { key: "Enter", repeat: true })).toBe(false); // no click comes of it
    await fireEvent.keyDown(window, { key: "F4", repeat: true });
    expect(live.sent).toEqual([]);
  });

  test("two presses within 350 ms are one act, by whatever key or button", async () => {
    const { mono, passes } = hasty();
    const live = open(sample(), "chair", mono);
    passes(FOREIGN_MS);
    await fireEvent.click(context());
    passes(OWN_MS - 1);
    await fireEvent.click(context());
    await fireEvent.keyDown(window, { key: "F4" });
    await fireEvent.click(screen.getByRole("button", { name: /^Void/ }));
    expect(live.sent).toHaveLength(1);
    expect((await screen.findAllByText(/second press came too soon/)).length).toBeGreaterThan(0);
    passes(1);
    await fireEvent.keyDown(window, { key: "F4" });
    expect(live.sent).toHaveLength(2);
  });

  test("F4 too waits for 700 ms once it would call somebody else", async () => {
    const { mono, passes } = hasty();
    const live = open(sample(), "chair", mono);
    passes(FOREIGN_MS);
    const then = { type: "request_target", request: "r2" } as const;
    const secondary = { act: "end_and_call", command: { type: "end", statement: "s10", then } } as const;
    live.view = sample({ secondary });
    await vi.waitFor(() => {
      expect(
        document.querySelector(".second [data-about]") ?? document.querySelector(".second"),
      ).not.toBeNull();
    });
    await fireEvent.keyDown(window, { key: "F4" });
    expect(live.sent).toEqual([]);
    passes(FOREIGN_MS);
    await fireEvent.keyDown(window, { key: "F4" });
    expect(live.sent).toEqual([secondary.command]);
  });

  test("F9 opens nothing where its button does not; its dialog gives the focus back to that button", async () => {
    open(free({ session: { ...free().session, step: { phase: "closed", round: 0 } } }));
    await fireEvent.keyDown(window, { key: "F9" });
    expect(screen.queryByRole("dialog", { hidden: true })).toBeNull();
    cleanup();
    open(sample());
    context().focus();
    await fireEvent.keyDown(window, { key: "F9" });
    await fireEvent.click(await screen.findByRole("button", { name: "Cancel", hidden: true }));
    await vi.waitFor(() => {
      expect(document.activeElement?.textContent).toContain("Add on behalf…");
    });
  });
});
