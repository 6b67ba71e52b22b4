import { cleanup, fireEvent, screen } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";

import type { Presence } from "@shared/wire.gen.ts";

import { open, send } from "./testing/console_acts.ts";
import { free, inSession, NOW, sample } from "./testing/console_samples.ts";

afterEach(cleanup);

const presence: Presence = {
  observers: 412,
  seats: {},
  consoles: { chair: 1, deputy: 1 },
  clock_step_ms: 0,
  saved: true,
  screens: { "hall-left": { online: 1, error_ms: 4 } },
};

describe("a console whose line is cut", () => {
  test("claims neither that all is saved nor that a screen is well", async () => {
    const live = open(sample());
    live.presence = presence;
    expect(await screen.findByText("412 observers")).toBeDefined();
    expect(screen.getByText("All saved")).toBeDefined();
    live.status = "offline";
    expect(await screen.findByText("Not known whether all is saved")).toBeDefined();
    expect(document.querySelector(".screen.well")).toBeNull();
    expect(screen.queryByText("412 observers")).toBeNull();
  });

  test("is named on the one that watches", async () => {
    const live = open(sample(), "deputy");
    live.presence = presence;
    expect(await screen.findByText(/^This console watches/)).toBeDefined();
    live.presence = { ...presence, consoles: { deputy: 1 } };
    expect((await screen.findByText(/has fallen silent/)).closest("[role=alert]")).not.toBeNull();
  });

  test("a take-over that was refused is told to who asked (R4)", async () => {
    const asked = { console: "console:deputy", asked_at_ms: NOW, from_ms: NOW + 10_000 };
    const live = open(sample({ take_over: asked }), "deputy");
    expect(await screen.findByText(/may still refuse for 10 s/)).toBeDefined();
    live.view = sample();
    expect(await screen.findByText(/keeps the chair: your request was refused/)).toBeDefined();
  });
});

describe("a suspension (R3)", () => {
  const suspension = { reason: "break", since_ms: NOW - 60_000, resume_at_ms: NOW + 7_200_000 } as const;

  test("the forecast does not end before the session is to go on", () => {
    open(free(inSession({ suspension })));
    expect(screen.getByText("End at limits").nextElementSibling?.textContent).toMatch(/^1[45]:/);
  });

  test("another time is announced for the suspension that is on show", async () => {
    const live = open(free(inSession({ suspension })));
    await fireEvent.click(screen.getByRole("button", { name: "New time…" }));
    await send(await screen.findByRole("button", { name: "Announce", hidden: true }));
    expect(live.sent).toEqual([
      { type: "announce_resumption", since_ms: suspension.since_ms, resume_at_ms: null },
    ]);
  });

  test("later than announced it alarms, calmly", async () => {
    const live = open(free(inSession({ suspension })));
    expect(screen.queryByText(/Later than announced/)).toBeNull();
    live.now = NOW + 7_200_000 + 61_000;
    expect(await screen.findByText(/Later than announced by 2 min/)).toBeDefined();
  });
});

describe("F2", () => {
  test("asks why, and tells the hall nothing before it was said", async () => {
    const live = open(sample());
    await fireEvent.keyDown(window, { key: "F2" });
    const reason = await screen.findByRole("menuitem", { name: "order in the hall", hidden: true });
    expect(live.sent).toEqual([]);
    await fireEvent.click(reason);
    expect(live.sent).toEqual([{ type: "hold", statement: "s10", reason: "order_in_hall" }]);
  });
});
