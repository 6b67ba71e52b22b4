import { cleanup, fireEvent, screen, within } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";

import { open } from "../testing/acts.ts";
import { floor, free, inSession, move, NOW, sample } from "../testing/samples.ts";
import { colleagueOf } from "./cede.ts";

afterEach(cleanup);

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

test("who presides is the seat in the chair (R4, R8)", () => {
  open(sample(inSession({ presiding: "CO" })));
  expect(screen.getByText("In the chair").parentElement?.textContent).toContain("Colombia");
});
