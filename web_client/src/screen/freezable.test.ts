import { flushSync } from "svelte";
import { describe, expect, test } from "vitest";

import { demoFloor, demoFree, demoPublic, demoScreens, NOW } from "@shared/demo/index.ts";
import type { PictureView, ScreensView } from "@shared/wire.gen.ts";

import { Freezable } from "./freezable.svelte.ts";
import { StandInScreen } from "./testing/stand_in.svelte.ts";

const live = demoScreens("speaker");

/** Frozen on Saint Lucia at NOW; meanwhile the floor is free and a message is shown. */
function frozen(change: Partial<PictureView> = {}): ScreensView {
  const { session, said, next, waiting, issues } = demoPublic();
  const picture: PictureView = {
    at_ms: NOW,
    scene: "list",
    session,
    said,
    next,
    waiting,
    issues,
    floor: demoFloor(),
    ...change,
  };
  const view = demoScreens("freeze", demoFree({ message: "Lunch", next: [], waiting: 0 }));
  const screen = view.screens["hall-left"];
  return { ...view, screens: { "hall-left": { name: {}, ...screen, scene: "freeze", picture } } };
}

function later(link: StandInScreen): void {
  link.now = NOW + 60_000;
  link.status = "offline";
  flushSync();
}

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
    link.view = frozen();
    later(link);
    expect(shown.view?.floor?.seat).toBe("LC");
    expect(shown.view?.next).toHaveLength(3);
    expect(shown.view?.message).toBeUndefined();
    expect(shown.view?.screens["hall-left"]?.scene).toBe("list");
    expect([shown.now, shown.lastHeard, shown.status]).toEqual([NOW, NOW, "live"]);
  });

  test("that is switched on while it is frozen shows the same", () => {
    const link = new StandInScreen(frozen());
    later(link);
    expect(new Freezable(link).view?.floor?.seat).toBe("LC");
  });

  test("that was frozen with the floor free does not show who speaks since", () => {
    const view = { ...frozen(), floor: demoFloor() };
    const picture = view.screens["hall-left"]?.picture;
    delete picture?.floor;
    expect(new Freezable(new StandInScreen(view)).view?.floor).toBeUndefined();
  });

  test("that is given another scene goes on with what is true then", () => {
    const link = new StandInScreen(frozen());
    const shown = new Freezable(link);
    expect(shown.now).toBe(NOW);
    link.view = demoScreens("list");
    later(link);
    expect(shown.view).toBe(link.view);
    expect([shown.now, shown.status]).toEqual([NOW + 60_000, "offline"]);
  });

  test("is not frozen with another one", () => {
    const view = frozen();
    expect(new Freezable(new StandInScreen(view, "hall-right")).view).toBe(view);
  });

  test("without the link of a screen is never frozen", () => {
    const link = new StandInScreen(live);
    link.view = demoPublic() as typeof live;
    expect(new Freezable(link).view).toBe(link.view);
  });
});
