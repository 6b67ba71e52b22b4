import { cleanup, fireEvent, screen, within } from "@testing-library/svelte";
import { afterEach, describe, expect, test, vi } from "vitest";

import { open, send } from "../testing/console_acts.ts";
import { floor, free, inSession, move, NOW, sample } from "../testing/console_samples.ts";

afterEach(cleanup);

describe("ceding the rest of a slot or an answer (R22, R29)", () => {
  const speaking = floor({ lane: "answer", seat: "youth-1", party: "youth" });

  test("goes to the colleague whom the server names", async () => {
    const live = open(sample({ floor: speaking, colleague: "youth-2" }));
    await fireEvent.click(screen.getByRole("button", { name: "Cede to Youth 2" }));
    expect(live.sent).toEqual([{ type: "cede", statement: "s10" }]);
  });

  test("is not offered where there is none", () => {
    open(sample({ floor: speaking }));
    expect(screen.queryByRole("button", { name: /^Cede to/ })).toBeNull();
  });
});

describe("the end of the session (R39)", () => {
  const closing = {
    act: "finish_exchange",
    command: { type: "move_step", since: {}, to: { phase: "closing" } },
  } as const;

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

  test("each kind of thing that the close leaves open has a heading of its own", async () => {
    const all = move({
      to: { phase: "closed", round: 0 },
      slots: ["s"],
      requests: ["r1"],
      written: ["r2"],
      rights: ["r3"],
      points: ["p1"],
      dues: ["d1"],
      issues: ["i1"],
    });
    const close = { act: "close", command: { type: "move_step", since: {}, to: all.to } } as const;
    open(free({ primary: close, moves: [all] }));
    await fireEvent.click(screen.getByRole("button", { name: /^Close…/ }));
    const sheet = within(screen.getByRole("region", { name: "Left open" }));
    const headings = sheet.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
    expect(headings).toHaveLength(7);
    expect(headings.join()).not.toContain("console-");
  });

  test("reopened within the time the rules give, not later", async () => {
    const reopen = {
      act: "reopen",
      command: { type: "reopen", closed_at_ms: NOW },
      until_ms: NOW + 900_000,
    } as const;
    const live = open(
      free({ ...inSession({ step: { phase: "closed" }, closed_at_ms: NOW }), primary: reopen }),
    );
    expect(screen.getByRole("button", { name: "Nothing to do" }).getAttribute("aria-disabled")).toBe("true");
    await fireEvent.click(screen.getByRole("button", { name: "Reopen…" }));
    expect(live.sent).toEqual([]); // the hall has been told that it is over: it is asked first
    await send(await screen.findByRole("button", { name: "Reopen the session", hidden: true }));
    expect(live.sent).toEqual([{ type: "reopen", closed_at_ms: NOW }]);
    live.now = NOW + 900_001;
    await vi.waitFor(() => {
      expect(screen.queryByRole("button", { name: "Reopen…" })).toBeNull();
    });
  });
});

test("who presides is the seat in the chair (R4, R8)", () => {
  open(sample(inSession({ presiding: "CO" })));
  expect(screen.getByText("In the chair").parentElement?.textContent).toContain("Colombia");
});
