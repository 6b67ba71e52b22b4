import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { replaceDrawn } from "./mount_face.svelte.ts";
import { demoPublic } from "./testing/demo.ts";
import { FakeLive } from "./testing/fake_live.svelte.ts";

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
