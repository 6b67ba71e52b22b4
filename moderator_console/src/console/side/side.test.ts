import { cleanup, fireEvent, screen } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";

import type { ConsoleView } from "@shared/wire.gen.ts";

import { choose, open, pick, send } from "../testing/console_acts.ts";
import { free, sample } from "../testing/console_samples.ts";
import { isOpen, standingOf } from "../lookups.ts";

afterEach(cleanup);

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
    await send(state);

    expect(live.sent).toEqual([
      { type: "withdraw_issue", issue: "i3" },
      { type: "merge_issue", issue: "i3", into: "i1" },
      { type: "split_issue", issue: "i3", theme: "poverty", title: "Wages" },
      { type: "mark_issue", issue: "i3", party: "PE", fact: "written" },
    ]);
  });

  test("what was noted can be taken back, what was merged stands alone again", async () => {
    const merged = { i9: { party: "youth", number: "1.2", theme: "poverty", title: "Primer empleo" } };
    const i3 = { ...sample().issues.i3, facts: { PE: "written" }, merged } as ConsoleView["issues"][string];
    const live = open(sample({ issues: { i3 } }));
    await choose(issue(), "Take out Youth 1.2 · Primer empleo");
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

describe("time given", () => {
  test("an extension is as long as the rules say (R2)", async () => {
    const live = open(sample({ extend_ms: 300_000 }));
    expect(screen.queryByText(/Interpretation ends/)).toBeNull();
    await fireEvent.click(screen.getByRole("button", { name: "Extend by 5 min" }));
    const { planned_end_ms } = sample().session;
    expect(live.sent).toEqual([{ type: "extend", planned_end_ms, by_ms: 300_000 }]);
  });

  test("past the interpreters' end it warns, in words once the forecast makes one think of it (R2)", () => {
    const warning = "Interpretation ends at 13:10.";
    open(sample());
    expect(screen.getByRole("button", { name: "Extend by 15 min" }).title).toBe(warning);
    expect(screen.queryByText(warning)).toBeNull();
    cleanup();
    open(sample({ forecast: { ...sample().forecast, tail_limits_ms: 2 * 3_600_000 } }));
    expect(screen.getByText(warning)).toBeDefined();
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
