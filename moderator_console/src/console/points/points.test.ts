import { cleanup, fireEvent, screen, within } from "@testing-library/svelte";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { ConsolePoint } from "@shared/wire.gen.ts";

import { choose, open, pick, send } from "../testing/console_acts.ts";
import { NOW, sample } from "../testing/console_samples.ts";
import { raised, recognised, ruled } from "./points.ts";

afterEach(cleanup);

function point(seat: string, change: Partial<ConsolePoint> = {}): ConsolePoint {
  return {
    seat,
    party: seat,
    text: "",
    raised_at_ms: NOW - 12_000,
    status: "raised",
    appealed: false,
    ...change,
  };
}

const queue = {
  p1: point("PE", { status: "dismissed", appealed: true, raised_at_ms: NOW - 900_000 }),
  p3: point("MX", { raised_at_ms: NOW - 5_000 }),
  p2: point("CA", { text: "The speaker cannot be heard", raised_at_ms: NOW - 12_000 }),
};

describe("points of order (R30)", () => {
  test("those that wait stand in the order in which they were raised, rulings last one first", () => {
    const view = sample({
      points: { ...queue, p4: point("CO", { status: "upheld", raised_at_ms: NOW - 60_000 }) },
    });
    expect(raised(view).map(({ id }) => id)).toEqual(["p2", "p3"]);
    expect(ruled(view).map(({ id }) => id)).toEqual(["p4", "p1"]);
    expect(recognised(view)).toBeUndefined();
  });

  test("are on the console at once, who and what about, whoever speaks", async () => {
    const act = { act: "recognise", seat: "CA", command: { type: "recognise_point", point: "p2" } } as const;
    const live = open(sample({ points: queue, point_act: act }));
    const band = screen.getByText("The speaker cannot be heard").closest("[role=alert]");
    expect(band?.textContent).toContain("Canada");
    expect(band?.textContent).not.toContain("Peru");
    await fireEvent.click(screen.getByRole("button", { name: "Recognise" }));
    expect(live.sent).toEqual([{ type: "recognise_point", point: "p2" }]);
  });

  test("those behind it can be recognised before it, or taken back", async () => {
    const live = open(sample({ points: queue }));
    const others = screen.getByRole("button", { name: "1 more" });
    await choose(others, "Point of order: recognise Mexico");
    await choose(others, "Mexico: withdrawn");
    expect(live.sent).toEqual([
      { type: "recognise_point", point: "p3" },
      { type: "withdraw_point", point: "p3" },
    ]);
  });

  test("one at a time: while one is decided the others cannot be recognised", async () => {
    const live = open(sample({ points: { ...queue, p2: point("CA", { status: "recognised" }) } }));
    expect(screen.getByRole("button", { name: "Recognise" }).getAttribute("aria-disabled")).toBe("true");
    await choose(screen.getByRole("button", { name: "1 more" }), "Point of order: recognise Mexico");
    expect(live.sent).toEqual([]);
  });

  test("the one that is decided has a clock of its own", () => {
    const clock = { length_ms: 60_000, held_for_ms: 0, started_at_ms: NOW - 22_000 };
    const points = { p2: point("CA", { status: "recognised" }) };
    open(sample({ points, point: { seat: "CA", party: "CA", clock } }));
    const band = screen.getByText("Being decided, the point of order of").closest<HTMLElement>("section");
    expect(band && within(band).getByRole("timer").textContent).toBe("0:38");
  });

  test("its own button opens the choice; nothing is ruled before one is made", async () => {
    const live = open(
      sample({
        points: { p2: point("CA", { status: "recognised" }) },
        point: { seat: "CA", party: "CA", clock: { length_ms: 60_000, held_for_ms: 0 } },
        point_act: { act: "rule", seat: "CA", command: { type: "rule_point", point: "p2", ruling: "noted" } },
      }),
    );
    await fireEvent.click(screen.getByRole("button", { name: "Rule…" }));
    const rule = await screen.findByRole("button", { name: "Rule" });
    await send(rule);
    expect(live.sent).toEqual([]);
    await fireEvent.click(screen.getByRole("radio", { name: "Dismissed" }));
    await fireEvent.click(screen.getByRole("checkbox", { name: "An appeal is noted" }));
    await send(rule);
    expect(live.sent).toEqual([{ type: "rule_point", point: "p2", ruling: "dismissed", appealed: true }]);
    await vi.waitFor(() => {
      expect(screen.queryByRole("radio", { name: "Dismissed" })).toBeNull();
    });
  });

  test("F8 notes one on a delegation's behalf", async () => {
    const live = open(sample());
    await fireEvent.keyDown(window, { key: "F8" });
    await send(await pick("Who", "mx"));
    expect(live.sent).toEqual([{ type: "raise_point", seat: "MX", text: "" }]);
  });

  test("a ruling can be corrected, beginning with what was ruled (R6)", async () => {
    const live = open(sample({ points: queue }));
    await fireEvent.keyDown(window, { key: "F8" });
    await fireEvent.click(await screen.findByRole("button", { name: "Correct…" }));
    const upheld = await screen.findByRole<HTMLInputElement>("radio", { name: "Upheld" });
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Dismissed" }).checked).toBe(true);
    await fireEvent.click(upheld);
    await send(upheld);
    expect(live.sent).toEqual([{ type: "rule_point", point: "p1", ruling: "upheld", appealed: true }]);
  });
});
