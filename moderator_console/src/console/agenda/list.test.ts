import { cleanup, fireEvent, screen } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";

import type { ConsoleView } from "@shared/wire.gen.ts";

import { choose, inMenu, open, pick, send } from "../testing/console_acts.ts";
import { floor, inSession, listOf, NOW, request, sample } from "../testing/console_samples.ts";
import { isCallable } from "./agenda.ts";

afterEach(cleanup);

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
