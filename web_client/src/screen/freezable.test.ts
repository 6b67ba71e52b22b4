import { flushSync } from "svelte";
import { describe, expect, test } from "vitest";

import { demoPublic, demoScreens, NOW } from "@shared/demo/index.ts";

import { Freezable } from "./freezable.svelte.ts";
import { StandInScreen } from "./testing/stand_in.svelte.ts";

const live = demoScreens("speaker");
const frozen = demoScreens("freeze", demoPublic({ message: "Lunch" }));

describe("a screen", () => {
  test("shows what comes, as it comes", () => {
    const link = new StandInScreen(live);
    const shown = new Freezable(link);
    expect(shown.view).toBe(live);
    link.now = NOW + 1_000;
    link.status = "stale";
    expect([shown.now, shown.status]).toEqual([NOW + 1_000, "stale"]);
  });

  test("that is frozen keeps its picture and the time on it, and tells of no trouble", () => {
    const link = new StandInScreen(live);
    const shown = new Freezable(link);
    expect(shown.view).toBe(live);
    link.view = frozen;
    link.now = NOW + 60_000;
    link.status = "offline";
    flushSync();
    expect(shown.view).toBe(live);
    expect([shown.now, shown.status]).toEqual([NOW, "live"]);
  });

  test("that is given another scene goes on with what is true then", () => {
    const link = new StandInScreen(live);
    const shown = new Freezable(link);
    expect(shown.view).toBe(live);
    link.view = frozen;
    expect(shown.view).toBe(live);
    link.view = demoScreens("list");
    link.now = NOW + 60_000;
    expect(shown.view).toBe(link.view);
    expect(shown.now).toBe(NOW + 60_000);
  });

  test("that is switched on while it is frozen stays dark", () => {
    const shown = new Freezable(new StandInScreen(frozen));
    expect(shown.view?.screens["hall-left"]?.scene).toBe("blank");
  });

  test("is not frozen with another one", () => {
    const link = new StandInScreen(frozen, "hall-right");
    expect(new Freezable(link).view).toBe(frozen);
  });

  test("without the link of a screen is never frozen", () => {
    const link = new StandInScreen(live);
    link.view = demoPublic() as typeof live;
    expect(new Freezable(link).view).toBe(link.view);
  });
});
