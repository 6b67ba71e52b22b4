import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { keepAwake as keep } from "./awake.ts";

let stop = (): void => undefined;

/** As the page does; each test ends it. */
function keepAwake(): () => void {
  stop = keep();
  return stop;
}

const release = vi.fn(() => Promise.resolve());
const request = vi.fn(() => Promise.resolve({ release }));

/** The page is shown, or hidden, and says so. */
function turn(visibilityState: DocumentVisibilityState): void {
  Object.defineProperty(document, "visibilityState", { value: visibilityState, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  turn("visible");
  request.mockClear();
  release.mockClear();
  Object.defineProperty(navigator, "wakeLock", { value: { request }, configurable: true });
});

afterEach(() => {
  stop();
  Reflect.deleteProperty(navigator, "wakeLock");
});

describe("a screen is kept lit", () => {
  test("from now on, and again whenever the page is shown: hidden, the browser gives it up", () => {
    const stop = keepAwake();
    expect(request).toHaveBeenCalledExactlyOnceWith("screen");
    turn("hidden");
    expect(request).toHaveBeenCalledTimes(1);
    turn("visible");
    expect(request).toHaveBeenCalledTimes(2);
    stop();
  });

  test("until it is let go, and not again", async () => {
    const stop = keepAwake();
    await Promise.resolve();
    await Promise.resolve();
    stop();
    expect(release).toHaveBeenCalledTimes(1);
    turn("visible");
    expect(request).toHaveBeenCalledTimes(1);
  });

  test("not at all, where it was let go before the browser agreed", async () => {
    keepAwake()();
    await vi.waitFor(() => {
      expect(release).toHaveBeenCalledTimes(1);
    });
  });

  test("as far as the browser likes: a low battery has its say", async () => {
    request.mockImplementationOnce(() => Promise.reject(new Error("battery")));
    const stop = keepAwake();
    await Promise.resolve();
    stop();
    expect(release).not.toHaveBeenCalled();
  });

  test("nowhere over plain HTTP, where browsers have no such thing", () => {
    Reflect.deleteProperty(navigator, "wakeLock");
    keepAwake()();
    expect(request).not.toHaveBeenCalled();
  });
});
