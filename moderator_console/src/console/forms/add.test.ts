import { cleanup, fireEvent, screen } from "@testing-library/svelte";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { ConsoleView, Relation } from "@shared/wire.gen.ts";

import { open, pick, send } from "../testing/console_acts.ts";
import { request, sample } from "../testing/console_samples.ts";

afterEach(cleanup);

describe("add on behalf", () => {
  test("F9, a few letters, Enter, Enter", async () => {
    const live = open(sample());
    await fireEvent.keyDown(window, { key: "F9" });
    const field = await pick("Who", "col");
    await send(field);
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
    const field = await pick("Who", "CO");
    await send(field);
    await vi.waitFor(() => {
      expect(screen.getAllByRole("alert").some((alert) => alert.textContent.trim() !== "")).toBe(true);
    });
    expect((await screen.findByRole<HTMLInputElement>("combobox", { name: "Who" })).value).toBe("Colombia");
  });
});

describe("a group's follow-up (R14)", () => {
  const ask = (reply: string): object => ({
    type: "ask",
    seat: "youth-1",
    lane: "statement",
    links: { replies_to: [reply] },
    language: "es",
    text: "",
    on_behalf: [],
  });

  /** The demo, where only these have replied to the youth's issue, and nothing is due of the youth. */
  function repliedBy(...states: string[]): ConsoleView {
    const view = sample({ dues: {} });
    const [any] = Object.values(view.statements);
    if (!any) throw new Error("the demo has statements");
    const statements: ConsoleView["statements"] = {};
    states.forEach((party, at) => {
      const relations: Relation[] = [{ kind: "replies_to", party: "youth", issue: "i1" }];
      statements[`s${at + 50}`] = { ...any, seat: party, party, order: at + 50, relations };
    });
    return { ...view, statements };
  }

  async function add(view: ConsoleView): Promise<[ReturnType<typeof open>, HTMLElement]> {
    const live = open(view);
    await fireEvent.keyDown(window, { key: "F9" });
    return [live, await pick("Who", "youth")];
  }

  test("to the one reply there is needs no further choice", async () => {
    const [live, field] = await add(repliedBy("BR"));
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Brazil, on Youth 1.1" }).checked).toBe(true);
    await send(field);
    expect(live.sent).toEqual([ask("s50")]);
  });

  test("of several replies one is chosen first; what waits for one already is not offered", async () => {
    const view = repliedBy("BR", "CA", "MX");
    const followsMexico: Relation[] = [{ kind: "replies_to", party: "MX", statement: "s52" }];
    const waits = request("youth-2", 1, { party: "youth", relations: followsMexico });
    const [live, field] = await add({ ...view, agenda: { r1: waits }, order: ["r1"] });
    expect(screen.getAllByRole("radio")).toHaveLength(2);
    await send(field);
    expect(live.sent).toEqual([]);
    await fireEvent.click(screen.getByRole("radio", { name: "Canada, on Youth 1.1" }));
    await send(field);
    expect(live.sent).toEqual([ask("s51")]);
  });

  test("is what a group adds where it owes no answer; without a reply there is none", async () => {
    const [live, field] = await add(repliedBy());
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Kind" }).value).toBe("statement");
    expect(screen.getByText("There is no reply that it could follow up.")).toBeDefined();
    await send(field);
    expect(live.sent).toEqual([]);
  });
});
