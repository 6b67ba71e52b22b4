import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, describe, expect, test, vi } from "vitest";

import { demoPublic, NOW } from "../testing/demo.ts";
import BigClock from "./BigClock.svelte";
import Chips from "./Chips.svelte";
import Choices from "./Choices.svelte";

afterEach(cleanup);

const options = [
  { id: "a", text: "Alpha", note: "promised" },
  { id: "b", text: "Beta", lang: "es" },
];

describe("Choices", () => {
  test("of several, each is told when it is pressed, and what was not taken does not look so", () => {
    const onchoose = vi.fn();
    render(Choices, { legend: "Which?", options, chosen: ["a"], onchoose });
    const [alpha, beta] = screen.getAllByRole<HTMLInputElement>("checkbox");
    alpha?.click();
    expect(onchoose).toHaveBeenCalledExactlyOnceWith("a");
    expect([alpha?.checked, beta?.checked]).toEqual([true, false]);
  });

  test("of one, they are a group of radio buttons under the heading", () => {
    const onchoose = vi.fn();
    render(Choices, { legend: "Which?", options, chosen: ["a"], onchoose, single: true });
    expect(screen.getByRole("radiogroup", { name: "Which?" })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /Alpha/ }).checked).toBe(true);
    screen.getByRole("radio", { name: "Beta" }).click();
    expect(onchoose).toHaveBeenCalledExactlyOnceWith("b");
  });

  test("where there are none it says so", () => {
    render(Choices, {
      legend: "Which?",
      options: [],
      chosen: [],
      onchoose: vi.fn(),
      none: "Nothing to answer.",
    });
    expect(screen.getByText("Nothing to answer.")).toBeTruthy();
  });
});

test("a chip is named by what a press does, and takes its own off", () => {
  const onremove = vi.fn();
  render(Chips, { chosen: options, describe: (name: string) => `Remove ${name}`, onremove });
  screen.getByRole("button", { name: "Remove Beta" }).click();
  expect(onremove).toHaveBeenCalledExactlyOnceWith("b");
});

test("the longer the figures of a clock, the smaller they may be: none is cut off", () => {
  const width = (left_ms: number): number => {
    const clock = { length_ms: 120_000, started_at_ms: NOW - 120_000 + left_ms, held_for_ms: 0 };
    const { container } = render(BigClock, { clock, now: NOW, dialogue: demoPublic().dialogue });
    return Number(container.querySelector<HTMLElement>(".time")?.style.getPropertyValue("--width"));
  };
  const [short = 0, long = 0, longest = 0] = [60_000, -720_000, -3_720_000].map(width);
  expect(short).toBeGreaterThan(2);
  expect(long).toBeGreaterThan(short);
  expect(longest).toBeGreaterThan(long);
});
