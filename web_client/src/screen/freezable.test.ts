import { flushSync } from "svelte";
import { describe, expect, test } from "vitest";

import { demoFloor, demoFree, demoPublic, demoScreens, NOW } from "@shared/testing/demo.ts";
import { FakeLive } from "@shared/testing/fake_live.svelte.ts";
import type { PictureView, ScreensView } from "@shared/wire.gen.ts";

import { Freezable } from "./freezable.svelte.ts";

const speaking = demoScreens("speaker");

/** The session of a screen. */
function screenLive(view: ScreensView, name = "hall-left"): FakeLive<ScreensView> {
  return new FakeLive(view, { role: "screen", audience: "screens", name });
}

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
    actions: {},
    floor: demoFloor(),
    ...change,
  };
  const view = demoScreens("freeze", demoFree({ message: "Lunch", next: [], waiting: 0 }));
  const screen = view.screens["hall-left"];
  return { ...view, screens: { "hall-left": { name: {}, ...screen, scene: "freeze", picture } } };
}

function later(live: FakeLive<ScreensView>): void {
  live.now = NOW + 60_000;
  live.status = "offline";
  flushSync();
}

describe("a screen", () => {
  test("shows what comes, as it comes", () => {
    const live = screenLive(speaking);
    const shown = new Freezable(live);
    expect(shown.view).toBe(speaking);
    live.now = NOW + 1_000;
    live.status = "stale";
    expect([shown.now, shown.status]).toEqual([NOW + 1_000, "stale"]);
  });

  test("that is frozen keeps its picture and the time on it, and tells of no trouble", () => {
    const live = screenLive(speaking);
    const shown = new Freezable(live);
    live.view = frozen();
    later(live);
    expect(shown.view?.floor?.seat).toBe("LC");
    expect(shown.view?.next).toHaveLength(3);
    expect(shown.view?.message).toBeUndefined();
    expect(shown.view?.screens["hall-left"]?.scene).toBe("list");
    expect([shown.now, shown.lastHeard, shown.status]).toEqual([NOW, NOW, "live"]);
  });

  test("that is switched on while it is frozen shows the same", () => {
    const live = screenLive(frozen());
    later(live);
    expect(new Freezable(live).view?.floor?.seat).toBe("LC");
  });

  test("that was frozen with the floor free does not show who speaks since", () => {
    const view = { ...frozen(), floor: demoFloor() };
    const picture = view.screens["hall-left"]?.picture;
    delete picture?.floor;
    expect(new Freezable(screenLive(view)).view?.floor).toBeUndefined();
  });

  test("that is given another scene goes on with what is true then", () => {
    const live = screenLive(frozen());
    const shown = new Freezable(live);
    expect(shown.now).toBe(NOW);
    live.view = demoScreens("list");
    later(live);
    expect(shown.view).toBe(live.view);
    expect([shown.now, shown.status]).toEqual([NOW + 60_000, "offline"]);
  });

  test("is not frozen with another one", () => {
    const view = frozen();
    expect(new Freezable(screenLive(view, "hall-right")).view).toBe(view);
  });

  test("without the access link of a screen is never frozen", () => {
    const live = screenLive(speaking);
    live.view = demoPublic() as typeof speaking;
    expect(new Freezable(live).view).toBe(live.view);
  });
});
