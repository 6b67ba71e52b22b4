/** Guests, blocs, last call, seats, issues, ceding, the closing sheet, the keys: each drawn and pressed once. */
import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { ConsoleView } from "@shared/wire.gen.ts";

import Chair from "./Chair.svelte";
import { isCallable } from "./agenda/agenda.ts";
import { colleagueOf } from "./floor/cede.ts";
import { resetKeys } from "./keymap.svelte.ts";
import { isOpen, standingOf } from "./side/issues.ts";
import { floor, free, listOf, move, NOW, request, sample } from "./testing/samples.ts";
import { StandIn } from "./testing/stand_in.svelte.ts";

afterEach(() => {
  cleanup();
  resetKeys();
  vi.restoreAllMocks();
});

function open(view: ConsoleView): StandIn {
  const live = new StandIn(view);
  render(Chair, { live });
  return live;
}

async function send(field: HTMLElement): Promise<void> {
  await fireEvent.submit(field.closest("form") as HTMLFormElement);
}

/** An act of the menu that is open. Hidden: jsdom takes every popover for closed. */
async function inMenu(name: string): Promise<HTMLElement> {
  return screen.findByRole("menuitem", { name, hidden: true });
}

async function choose(opener: HTMLElement, item: string): Promise<void> {
  await fireEvent.click(opener);
  await fireEvent.click(await inMenu(item));
}

async function pick(label: string, letters: string): Promise<HTMLElement> {
  const field = await screen.findByRole("combobox", { name: label });
  await fireEvent.input(field, { target: { value: letters } });
  await fireEvent.keyDown(field, { key: "Enter" });
  return field;
}

const inSession = (session: Partial<ConsoleView["session"]>): Pick<ConsoleView, "session"> => ({
  session: { ...sample().session, ...session },
});

describe("an unplanned guest (R32)", () => {
  test("Shift+F9: a name, a function, a language, a time", async () => {
    const live = open(sample());
    await fireEvent.keyDown(window, { key: "F9", shiftKey: true });
    const name = await screen.findByRole("textbox", { name: "Name" });
    await send(name);
    expect(live.sent).toEqual([]); // nobody without a name
    await fireEvent.input(name, { target: { value: " A. Guest " } });
    await fireEvent.change(screen.getByRole("combobox", { name: "Time" }), { target: { value: "5" } });
    await send(name);
    expect(live.sent).toEqual([
      { type: "add_guest", name: "A. Guest", function: "", language: "es", length_ms: 300_000 },
    ]);
  });

  test("may be called in any step, others wait for theirs", () => {
    const guest = { ...sample().parties.chair, kind: "guest" } as ConsoleView["parties"][string];
    const view = sample({
      ...inSession({ step: { phase: "interventions", round: 1 } }),
      parties: { ...sample().parties, "guest-1": guest },
    });
    expect(isCallable(view, request("guest-1", 1))).toBe(true);
    expect(isCallable(view, request("MX", 1))).toBe(false);
  });
});

describe("on behalf of others (R17)", () => {
  test("F9 names them, and never whoever speaks", async () => {
    const live = open(sample());
    await fireEvent.keyDown(window, { key: "F9" });
    const who = await pick("Who", "co");
    const others = await screen.findByRole("combobox", { name: "Also on behalf of" });
    await fireEvent.input(others, { target: { value: "co" } });
    expect(screen.getAllByRole("option").map((option) => option.textContent)).not.toContain("Colombia");
    await pick("Also on behalf of", "pe");
    await send(who);
    expect(live.sent).toEqual([expect.objectContaining({ seat: "CO", on_behalf: ["PE"] })]);
  });

  test("changing the links keeps them; the row says how many", async () => {
    const live = open(sample(listOf({ r1: request("MX", 1, { on_behalf: ["PE", "BR"] }) })));
    expect(screen.getByTitle("on behalf of Peru and Brazil").textContent).toBe("+2");
    await choose(screen.getByRole("button", { name: "Mexico" }), "Change links…");
    await send(await screen.findByRole("textbox", { name: "Short text" }));
    expect(live.sent).toEqual([
      expect.objectContaining({ type: "change_request", request: "r1", on_behalf: ["PE", "BR"] }),
    ]);
  });
});

describe("the list control (R18)", () => {
  test("open: a last call, or closed at once", async () => {
    const live = open(sample());
    await choose(screen.getByRole("button", { name: "List open" }), "Last call");
    await choose(screen.getByRole("button", { name: "List open" }), "Close the list of speakers");
    expect(live.sent).toEqual([{ type: "last_call" }, { type: "close_list" }]);
  });

  test("the last call counts down, and closes by itself", async () => {
    const live = open(sample(inSession({ last_call_ends_ms: NOW + 95_000 })));
    await choose(screen.getByRole("button", { name: "Last call 1:35" }), "Keep it open");
    expect(live.sent).toEqual([{ type: "open_list" }]);
    live.now = NOW + 95_000;
    expect(await screen.findByRole("button", { name: "List closed" })).toBeDefined();
  });
});

describe("seats (R7)", () => {
  const row = { ...listOf({ r1: request("MX", 1) }) };

  test("a row's menu says away, or back, and that a substitute sits there", async () => {
    const live = open(sample(row));
    await choose(screen.getByRole("button", { name: "Mexico" }), "Has left the hall");
    await choose(screen.getByRole("button", { name: "Mexico" }), "A substitute takes the seat");
    expect(live.sent).toEqual([
      { type: "set_away", seat: "MX" },
      { type: "substitute", seat: "MX", substitute: true },
    ]);
    cleanup();
    const back = open(sample({ ...row, away: ["MX"] }));
    await choose(screen.getByRole("button", { name: "Mexico" }), "Is back in the hall");
    expect(back.sent).toEqual([{ type: "return", seat: "MX" }]);
  });

  test("the called speaker is not sent away but “not here” (R20); a substitute may take over", async () => {
    const live = open(sample({ floor: floor({ status: "called" }) }));
    await fireEvent.click(screen.getByRole("button", { name: "Seat…" }));
    expect(screen.queryByRole("menuitem", { name: "Has left the hall", hidden: true })).toBeNull();
    await fireEvent.click(await inMenu("A substitute takes the seat"));
    await fireEvent.click(screen.getByRole("button", { name: /Not here/ }));
    expect(live.sent).toEqual([
      { type: "substitute", seat: "LC", substitute: true },
      { type: "mark_not_here", statement: "s10" },
    ]);
  });
});

describe("ceding the rest of a slot (R22)", () => {
  const slot = {
    party: "youth",
    seats: ["youth-1", "youth-2"],
    heard: [],
    budget_ms: 360_000,
    used_ms: 0,
    status: "speaking" as const,
    deferred: false,
  };
  const speaking = floor({ lane: "intervention", seat: "youth-1", party: "youth" });
  const view = sample({ floor: speaking, slots: { s: slot }, lineup: ["s"] });

  test("goes to the colleague of the same slot", async () => {
    const live = open(view);
    await fireEvent.click(screen.getByRole("button", { name: "Cede to Youth 2" }));
    expect(live.sent).toEqual([{ type: "cede", statement: "s10" }]);
  });

  test("not to one who was heard or is away, nor before the start", () => {
    expect(colleagueOf(view)).toBe("youth-2");
    expect(colleagueOf({ ...view, away: ["youth-2"] })).toBeUndefined();
    expect(colleagueOf({ ...view, slots: { s: { ...slot, heard: ["youth-2"] } } })).toBeUndefined();
    expect(colleagueOf({ ...view, floor: { ...speaking, status: "called" } })).toBeUndefined();
    expect(colleagueOf(sample())).toBeUndefined();
  });
});

describe("issues (R26, R28)", () => {
  const issue = (): HTMLElement => screen.getByTitle("Workers 1.1: what to do");

  test("are withdrawn, merged, split and marked from their own menu", async () => {
    const live = open(sample());
    await choose(issue(), "Withdraw the issue");

    await choose(issue(), "Merge into another…");
    const into = await screen.findByRole("combobox", { name: "Treated as part of" });
    await fireEvent.change(into, { target: { value: "i1" } });
    await send(into);

    await choose(issue(), "Split in two…");
    const title = await screen.findByRole("textbox", { name: "Title of the second issue" });
    await fireEvent.input(title, { target: { value: "Wages" } });
    await send(title);

    await choose(issue(), "Note what a State said…");
    const state = await pick("Which State", "pe");
    await fireEvent.click(screen.getByRole("radio", { name: "acknowledges an action" }));
    await send(state);

    expect(live.sent).toEqual([
      { type: "withdraw_issue", issue: "i3" },
      { type: "merge_issue", issue: "i3", into: "i1" },
      { type: "split_issue", issue: "i3", theme: "poverty", title: "Wages" },
      { type: "mark_issue", issue: "i3", party: "PE", fact: "acknowledged" },
    ]);
  });

  test("what was noted can be taken back, what was merged stands alone again", async () => {
    const i3 = { ...sample().issues.i3, facts: { PE: "written" }, merged: ["i9"] } as ConsoleView["issues"][string];
    const live = open(sample({ issues: { i3 } }));
    await choose(issue(), "Take merged issue 1 of 1 out");
    await choose(issue(), "Note what a State said…");
    await fireEvent.click(await screen.findByRole("button", { name: "Take back" }));
    expect(live.sent).toEqual([
      { type: "merge_issue", issue: "i9", into: null },
      { type: "mark_issue", issue: "i3", party: "PE", fact: null },
    ]);
  });

  test("a promise or an acknowledgement is no open issue; a reply says more", () => {
    const { i1, i3 } = sample().issues as Required<ConsoleView["issues"]>;
    if (!i1 || !i3) throw new Error("the demo has these");
    expect(isOpen(i3)).toBe(true);
    expect(standingOf({ ...i3, facts: { PE: "written" } })).toBe("written");
    expect(standingOf({ ...i3, facts: { PE: "written", CO: "acknowledged" } })).toBe("acknowledged");
    expect(standingOf({ ...i1, facts: { PE: "written" } })).toBe("replied");
    expect(standingOf({ ...i1, detached: true })).toBe("detached");
  });
});

describe("the end of the session (R39)", () => {
  const closing = { act: "finish_exchange", command: { type: "move_step", since: {}, to: { phase: "closing" } } } as const;

  test("what is left open is read by name in place of the list, before anything is dropped", async () => {
    const live = open(free({ primary: closing, moves: [move()] }));
    await fireEvent.click(screen.getByRole("button", { name: /Finish replies and questions/ }));
    const sheet = within(screen.getByRole("region", { name: "Left open" }));
    expect(sheet.getByText("Mexico")).toBeDefined();
    expect(sheet.getByText("Civil society to Canada")).toBeDefined();
    expect(sheet.getByText("Workers 1.1 · Empleo juvenil decente")).toBeDefined();
    expect(sheet.queryByText(/Youth 1.1/)).toBeNull(); // it has a reply
    expect(screen.queryByRole("list", { name: /^List of speakers/ })).toBeNull();
    expect(live.sent).toEqual([]);
    await fireEvent.keyDown(window, { key: "Escape" });
    expect(screen.getByRole("list", { name: /^List of speakers/ })).toBeDefined();
  });

  test("reopened within the time the rules give, not later; undo does not reach past the close (R6)", async () => {
    const reopen = { act: "reopen", command: { type: "reopen", closed_at_ms: NOW } } as const;
    const live = open(free({ ...inSession({ step: { phase: "closed" }, closed_at_ms: NOW }), primary: reopen }));
    expect(screen.queryByRole("button", { name: /^Undo/ })).toBeNull();
    await fireEvent.keyDown(window, { key: "z", ctrlKey: true });
    await fireEvent.click(screen.getByRole("button", { name: /Reopen the session/ }));
    expect(live.sent).toEqual([{ type: "reopen", closed_at_ms: NOW }]);
    live.now = NOW + 900_001;
    const inert = await screen.findByRole("button", { name: "Nothing to do" });
    expect(inert.getAttribute("aria-disabled")).toBe("true");
  });
});

describe("time given", () => {
  test("an extension is as long as the rules say, and warned against the interpreters' end (R2)", async () => {
    const live = open(sample({ extend_ms: 300_000 }));
    expect(screen.queryByText(/Interpretation ends/)).toBeNull();
    await fireEvent.click(screen.getByRole("button", { name: "Extend by 5 min" }));
    const { planned_end_ms } = sample().session;
    expect(live.sent).toEqual([{ type: "extend", planned_end_ms, by_ms: 300_000 }]);
    cleanup();
    open(sample());
    expect(screen.getByText("Interpretation ends at 13:10.")).toBeDefined();
  });

  test("another round is counted with the chair's own number of States (R34)", async () => {
    open(free());
    const field = screen.getByRole("spinbutton", { name: "Another round with how many States" });
    const before = field.closest("p")?.textContent;
    await fireEvent.input(field, { target: { value: "34" } });
    expect(field.closest("p")?.textContent).not.toBe(before);
    expect(screen.getByText("Another round does not fit.")).toBeDefined();
  });
});

test("who presides is the seat in the chair (R4, R8)", () => {
  open(sample(inSession({ presiding: "CO" })));
  expect(screen.getByText("In the chair").parentElement?.textContent).toContain("Colombia");
});

test("a key is changed, printed on its button, and acts; two acts with one key are named and do nothing", async () => {
  const live = open(sample());
  await fireEvent.click(screen.getByRole("button", { name: "Keys…" }));
  const hold = await screen.findByTitle("Hold and resume: change the key");
  await fireEvent.click(hold);
  await fireEvent.keyDown(hold, { key: "a" });
  expect(screen.getByText("With Ctrl or Alt, or a function key.")).toBeDefined();
  await fireEvent.keyDown(hold, { key: "F6" });
  expect(screen.getByRole("button", { name: "Hold F6" })).toBeDefined();

  const undo = screen.getByTitle("Undo: change the key");
  await fireEvent.click(undo);
  await fireEvent.keyDown(undo, { key: "F6" });
  expect(screen.getByText("The same as: Hold and resume. Neither acts.")).toBeDefined();
  await fireEvent.click(screen.getByTitle("Undo: no key"));
  await fireEvent.click(screen.getByRole("button", { name: "Close" }));
  await fireEvent.keyDown(window, { key: "F6" });
  await fireEvent.keyDown(window, { key: "F2" });
  await fireEvent.keyDown(window, { key: "z", ctrlKey: true });
  expect(live.sent).toEqual([{ type: "hold", statement: "s10", reason: "interpretation" }]);
});
