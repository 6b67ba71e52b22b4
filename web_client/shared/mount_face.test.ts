import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import Entrance from "./components/Entrance.svelte";
import { setLanguage, t } from "./i18n.svelte.ts";
import { mountFace, replaceDrawn } from "./mount_face.svelte.ts";
import { demoPublic } from "./testing/demo.ts";
import { FakeLive } from "./testing/fake_live.svelte.ts";
import type { PublicView } from "./wire.gen.ts";

let target: HTMLElement;
const show = vi.fn(() => {
  target.append("the face");
});

beforeEach(() => {
  vi.useFakeTimers();
  show.mockClear();
  target = document.createElement("div");
  target.append("what the server drew");
});

afterEach(() => {
  vi.useRealTimers();
});

test("what was drawn stays until there is a view, and goes with it", () => {
  const live = new FakeLive();
  replaceDrawn(target, live, show);
  flushSync();
  expect(target.textContent).toBe("what the server drew");
  live.view = demoPublic();
  flushSync();
  live.view = demoPublic();
  flushSync();
  vi.advanceTimersByTime(60_000);
  expect(target.textContent).toBe("the face");
  expect(show).toHaveBeenCalledOnce();
});

test("what was drawn does not stay for ever: it would be out of date", () => {
  replaceDrawn(target, new FakeLive(), show);
  vi.advanceTimersByTime(7_999);
  expect(target.textContent).toBe("what the server drew");
  vi.advanceTimersByTime(1);
  expect(target.textContent).toBe("the face");
});

test("where nothing was drawn the face comes at once", () => {
  target.replaceChildren();
  replaceDrawn(target, new FakeLive(), show);
  expect(target.textContent).toBe("the face");
});

describe("a page", () => {
  beforeEach(() => {
    document.body.innerHTML = '<div id="face"></div>';
  });

  const page = (
    connect: () => { live: FakeLive<PublicView>; audience: string; words: string; children: never },
  ) => ({
    catalogues: { "/locale/en/page.ftl": "page-connecting = Wait for it" },
    face: Entrance,
    connect,
  });

  test("knows its sentences before it connects, and shows its face where the document says so", () => {
    setLanguage("en");
    const live = new FakeLive<PublicView>();
    const connect = vi.fn(() => {
      expect(t("page-connecting")).toBe("Wait for it");
      return { live, audience: "public", words: "page", children: undefined as never };
    });
    mountFace(page(connect));
    flushSync();
    expect(connect).toHaveBeenCalledOnce();
    expect(document.getElementById("face")?.textContent).toBe("Wait for it");
  });

  test("without a place for a face does not connect", () => {
    document.body.innerHTML = "";
    const connect = vi.fn();
    mountFace(page(connect));
    expect(connect).not.toHaveBeenCalled();
  });
});
