/** The small picture of a screen on the stage: a page in a frame, told what to show by the page around it. */
import { beforeEach, expect, test } from "vitest";

import { demoScreens, NOW } from "@shared/testing/demo.ts";
import type { PreviewMessage } from "@shared/preview.ts";

import { FramedScreen } from "./framed_screen.svelte.ts";

const view = demoScreens("speaker");
let framed: FramedScreen;

/** The page around it says something; here it is the same window, as in a page that stands in no frame. */
function tell(data: PreviewMessage, from: Pick<MessageEventInit, "origin" | "source"> = {}): void {
  dispatchEvent(new MessageEvent("message", { data, origin: location.origin, source: parent, ...from }));
}

beforeEach(() => {
  framed = new FramedScreen();
});

test("nothing is shown until the page around it has spoken", () => {
  expect([framed.view, framed.welcome, framed.now, framed.status]).toEqual([undefined, undefined, 0, "live"]);
});

test("the frame shows the view that it is told, as the screen that it is told to be", () => {
  tell({ now: NOW, shows: { view, screen: "hall-left" } });
  expect([framed.view, framed.now, framed.lastHeard]).toEqual([view, NOW, NOW]);
  expect(framed.welcome).toMatchObject({
    role: "screen",
    audience: "screens",
    name: "hall-left",
    rate: view.dialogue.rate,
  });
});

test("between two views only the time goes on", () => {
  tell({ now: NOW, shows: { view, screen: "hall-left" } });
  tell({ now: NOW + 1_000 });
  expect([framed.view, framed.now]).toEqual([view, NOW + 1_000]);
});

test("a page of another origin is not believed, though it holds the frame", () => {
  tell({ now: NOW, shows: { view, screen: "hall-left" } }, { origin: "https://elsewhere.example" });
  expect([framed.view, framed.now]).toEqual([undefined, 0]);
});

test("another window of the same origin is not believed either", () => {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  tell({ now: NOW, shows: { view, screen: "hall-left" } }, { source: frame.contentWindow });
  frame.remove();
  expect([framed.view, framed.now]).toEqual([undefined, 0]);
});
