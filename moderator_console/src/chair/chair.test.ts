import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { ConsoleView } from "@shared/wire.gen.ts";

import Chair from "./Chair.svelte";
import { floor, free, move, sample, waiting } from "./testing/samples.ts";
import { StandIn } from "./testing/stand_in.svelte.ts";

let clock = 0;
beforeEach(() => {
  clock = 10_000;
  vi.spyOn(performance, "now").mockImplementation(() => clock);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open(view: ConsoleView, name = "chair"): StandIn {
  const live = new StandIn(view, name);
  render(Chair, { live });
  return live;
}

const context = (): HTMLElement => screen.getByRole("button", { name: /Enter$|reconnecting|Watching|Nothing to do/ });

describe("the context button", () => {
  test("names whom it is about, and sends the whole command of the view (R5)", async () => {
    const live = open(sample());
    expect(context().textContent).toContain("End Saint Lucia");
    await fireEvent.click(context());
    expect(live.sent).toEqual([{ type: "end", statement: "s10" }]);
  });

  test("has the focus from the start, and again after Esc", async () => {
    open(sample());
    await vi.waitFor(() => {
      expect(document.activeElement).toBe(context());
    });
    context().blur();
    await fireEvent.keyDown(window, { key: "Escape" });
    expect(document.activeElement).toBe(context());
  });

  test("ignores a second press within half a second", async () => {
    const live = open(sample());
    await fireEvent.click(context());
    clock += 499;
    await fireEvent.click(context());
    expect(live.sent).toHaveLength(1);
    clock += 1;
    await fireEvent.click(context());
    expect(live.sent).toHaveLength(2);
  });

  test("says that nothing is sent while offline, and sends nothing", async () => {
    const live = open(sample());
    live.status = "offline";
    await vi.waitFor(() => {
      expect(context().textContent).toContain("Not sent: reconnecting");
    });
    await fireEvent.click(context());
    await fireEvent.keyDown(window, { key: "F4" });
    expect(live.sent).toEqual([]);
  });

  test("shows first what a move leaves behind, then the same button confirms it (R1)", async () => {
    const to = { phase: "closing", round: 0 } as const;
    const step = { phase: "exchange", round: 1 } as const;
    const live = open(
      free({
        primary: { act: "finish_exchange", command: { type: "move_step", since: step, to } },
        moves: [move()], // nothing lapses yet: what is open now is counted (R39)
      }),
    );
    await fireEvent.click(context());
    expect(live.sent).toEqual([]);
    expect(screen.getByText("3 delegations stay unheard")).toBeDefined();
    expect(screen.getByText("Civil society 1.1 · Lasting participation")).toBeDefined();
    clock += 600;
    await fireEvent.click(screen.getByRole("button", { name: /Confirm: move to closing/ }));
    expect(live.sent).toEqual([{ type: "move_step", since: step, to }]);
  });

  test("Esc leaves everything as it is", async () => {
    const to = { phase: "closed", round: 0 } as const;
    const live = open(
      free({
        primary: { act: "close", command: { type: "move_step", since: { phase: "closing", round: 0 }, to } },
        moves: [move({ to })],
      }),
    );
    await fireEvent.click(context());
    expect(screen.getByText(/for 15 min it can be reopened/)).toBeDefined();
    await fireEvent.keyDown(window, { key: "Escape" });
    expect(screen.queryByText(/for 15 min it can be reopened/)).toBeNull();
    expect(live.sent).toEqual([]);
  });
});

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

  test("the console that presides sees it and can refuse", async () => {
    const live = open(sample({ take_over: { console: "console:deputy", asked_at_ms: 0 } }));
    await fireEvent.click(screen.getByRole("button", { name: "Refuse" }));
    expect(live.sent).toEqual([{ type: "answer_take_over", console: "console:deputy", consent: false }]);
  });
});

describe("what the chair reads", () => {
  test("a refusal in a sentence, gone with the next act", async () => {
    const live = open(sample());
    live.answer = { answer: "refused", code: "overtaken", about: "s10" };
    await fireEvent.click(context());
    expect(await screen.findByText(/changed/i)).toBeDefined();
    live.answer = { answer: "accepted", seq: 42 };
    await fireEvent.keyDown(window, { key: "F2" });
    await vi.waitFor(() => {
      expect(screen.queryByText(/changed/i)).toBeNull();
    });
  });

  test("thirty-four wait: each with a rank, and the line where time runs out", () => {
    open(sample(waiting(34)));
    expect(within(screen.getByRole("list", { name: /^List of speakers/ })).getAllByRole("listitem")).toHaveLength(34);
    expect(screen.getByText(/13:00 at the limits · \d+ would not be heard/)).toBeDefined();
  });

  test("called in vain for longer than the rules give: not here? (R20)", () => {
    const called = floor({ status: "called", called_at_ms: 0, clock: { length_ms: 120_000, held_for_ms: 0 } });
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
      screens: { "hall-left": { online: 0, seen_ms: live.now } },
    };
    expect(await screen.findByText(/no signal since 11:42/)).toBeDefined();
    expect(screen.getByText("412 observers")).toBeDefined();
  });
});

describe("add on behalf", () => {
  test("F9, a few letters, Enter, Enter", async () => {
    const live = open(sample());
    await fireEvent.keyDown(window, { key: "F9" });
    const field = await screen.findByRole("combobox", { name: "Who" });
    await fireEvent.input(field, { target: { value: "col" } });
    await fireEvent.keyDown(field, { key: "Enter" });
    const form = field.closest("form");
    if (form) await fireEvent.submit(form);
    expect(live.sent).toEqual([
      { type: "ask", seat: "CO", lane: "statement", links: {}, language: "es", text: "", on_behalf: [] },
    ]);
    await vi.waitFor(() => {
      expect(screen.queryByRole("combobox", { name: "Who" })).toBeNull();
    });
  });

  test("keeps what was typed where it was refused", async () => {
    const live = open(sample());
    live.answer = { answer: "refused", code: "already_asked", about: "CO" };
    await fireEvent.keyDown(window, { key: "F9" });
    const field = await screen.findByRole("combobox", { name: "Who" });
    await fireEvent.input(field, { target: { value: "CO" } });
    await fireEvent.keyDown(field, { key: "Enter" });
    const form = field.closest("form");
    if (form) await fireEvent.submit(form);
    await vi.waitFor(() => {
      expect(screen.getAllByRole("alert").some((alert) => alert.textContent.trim() !== "")).toBe(true);
    });
    expect((await screen.findByRole<HTMLInputElement>("combobox", { name: "Who" })).value).toBe("Colombia");
  });
});
