import { cleanup, fireEvent, screen, within } from "@testing-library/svelte";
import { afterEach, describe, expect, test, vi } from "vitest";

import { context, open } from "./testing/console_acts.ts";
import { floor, free, sample, waiting } from "./testing/console_samples.ts";
import { accepted } from "@shared/testing/fake_socket.ts";

afterEach(cleanup);

describe("keys", () => {
  test("F4 ends and calls the next, in one act", async () => {
    const live = open(sample());
    await fireEvent.keyDown(window, { key: "F4" });
    expect(live.sent).toEqual([
      { type: "end", statement: "s10", then: { type: "request_target", request: "r1" } },
    ]);
  });

  test("Ctrl+Z undoes the act that the button names", async () => {
    const live = open(sample({ undo: { seq: 41, kind: "ended", about: "CA" } }));
    expect(screen.getByRole("button", { name: /Undo: ended Canada/ })).toBeDefined();
    await fireEvent.keyDown(window, { key: "z", ctrlKey: true });
    expect(live.sent).toEqual([{ type: "undo", act: 41 }]);
  });

  test("Alt+Down moves the row that has the focus behind the next (R16)", async () => {
    const live = open(sample(waiting(3)));
    const row = screen.getByRole("button", { name: "Mexico" });
    row.focus();
    await fireEvent.keyDown(row, { key: "ArrowDown", altKey: true });
    expect(live.sent).toEqual([{ type: "move_request", request: "r1", before: "r3" }]);
  });
});

describe("from panel to panel", () => {
  const panel = (): string | undefined =>
    document.activeElement?.closest("section, header, footer")?.querySelector("h1, h2")?.textContent.trim();

  test("F6 goes on and Shift+F6 back, to the first row where there is one; Esc is home", async () => {
    open(free());
    context().focus();
    await fireEvent.keyDown(window, { key: "F6" });
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Mexico" }));
    await fireEvent.keyDown(window, { key: "F6" });
    expect(panel()).toMatch(/^Answers due/);
    for (let back = 0; back < 5; back += 1) await fireEvent.keyDown(window, { key: "F6", shiftKey: true });
    expect(panel()).toBe("Dialogue");
    await fireEvent.keyDown(window, { key: "F6", shiftKey: true });
    expect(document.activeElement?.closest("footer")).not.toBeNull();
    await fireEvent.keyDown(window, { key: "Escape" });
    expect(document.activeElement).toBe(context());
  });

  test("a row is one stop of the Tab key: its handle is the mouse's", async () => {
    open(free());
    const row = screen.getByRole("button", { name: "Mexico" }).closest("li");
    await vi.waitFor(() => {
      expect(
        [...(row?.querySelectorAll<HTMLElement>("*") ?? [])].filter(({ tabIndex }) => tabIndex >= 0),
      ).toHaveLength(1);
    });
  });
});

describe("who presides (R4)", () => {
  test("another console watches: no act of it is sent, but it may ask to preside", async () => {
    const live = open(sample(), "deputy");
    expect(context().textContent).toContain("Watching");
    await fireEvent.click(context());
    await fireEvent.keyDown(window, { key: "F4" });
    expect(live.sent).toEqual([]);
    await fireEvent.click(screen.getByRole("button", { name: "Take the chair" }));
    expect(live.sent).toEqual([{ type: "take_chair" }]);
  });

  test.each([
    ["consent", "Agree", true],
    ["refuse", "Refuse", false],
  ])("the console that presides sees it and can %s", async (_, button, consent) => {
    const live = open(sample({ take_over: { console: "console:deputy", asked_at_ms: 0, from_ms: 10_000 } }));
    await fireEvent.click(screen.getByRole("button", { name: button }));
    expect(live.sent).toEqual([{ type: "answer_take_over", console: "console:deputy", consent }]);
  });
});

describe("what the chair reads", () => {
  test("a refusal in a sentence, gone with the next act", async () => {
    const live = open(sample());
    live.answer = { answer: "refused", code: "overtaken", about: "s10" };
    await fireEvent.click(context());
    expect(await screen.findByText(/changed/i)).toBeDefined();
    live.answer = accepted(42);
    await fireEvent.keyDown(window, { key: "F4" });
    await vi.waitFor(() => {
      expect(screen.queryByText(/have changed/i)).toBeNull();
    });
  });

  test("thirty-four wait: each with a rank, and the line where time runs out", () => {
    open(sample(waiting(34)));
    expect(
      within(screen.getByRole("list", { name: /^List of speakers/ })).getAllByRole("listitem"),
    ).toHaveLength(34);
    expect(screen.getByText(/13:00 at the limits · \d+ would not be heard/)).toBeDefined();
  });

  test("called in vain for longer than the rules give: not here? (R20)", () => {
    const called = floor({
      status: "called",
      called_at_ms: 0,
      clock: { length_ms: 120_000, held_for_ms: 0 },
    });
    open(sample({ floor: called }));
    expect(screen.getByRole("button", { name: "Not here?" })).toBeDefined();
  });

  test("with the floor free the chair has it, and who is next (R25)", () => {
    open(free());
    expect(screen.getByText("The chair has the floor")).toBeDefined();
    expect(screen.getByText("Next: Mexico")).toBeDefined();
  });

  test("an empty list is a sentence", () => {
    open(free({ agenda: {}, order: [] }));
    expect(screen.getByText("Nobody has asked for the floor.")).toBeDefined();
  });

  test("a screen that was lost is named, with the time of its last word (moment 15)", async () => {
    const live = open(sample());
    live.presence = {
      observers: 412,
      seats: {},
      consoles: {},
      clock_step_ms: 0,
      saved: true,
      screens: { "hall-left": { online: 0, seen_ms: live.now } },
    };
    expect(await screen.findByText(/no signal since 11:42/)).toBeDefined();
    expect(screen.getByText("412 observers")).toBeDefined();
  });
});
