import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { describe, expect, test } from "vitest";

import { demoPublic, NOW, textOf } from "@shared/testing/demo.ts";
import { has, LANGUAGES } from "@shared/i18n.svelte.ts";
import type { Presence } from "@shared/wire.gen.ts";

import Stage from "./Stage.svelte";
import { stage, stageLive } from "./testing/stage_samples.ts";

function show(live = stageLive()): ReturnType<typeof stageLive> {
  render(Stage, { live });
  return live;
}

const press = (name: string, where = document.body): Promise<unknown> =>
  fireEvent.click(within(where).getByRole("button", { name }));
const monitor = (name: string): HTMLElement => screen.getByRole("region", { name });

describe("a scene", () => {
  test("is chosen in the preview, which sends nothing, and then taken to one screen", async () => {
    const live = show();
    await press("List");
    expect(live.sent).toEqual([]);
    await press("Take here", monitor("Hall, right"));
    expect(live.sent).toEqual([{ type: "set_scene", screen: "hall-right", scene: "list" }]);
  });

  test("is taken to all screens but those that have it already", async () => {
    const live = show();
    await press("Take to all screens");
    expect(live.sent).toEqual([{ type: "set_scene", screen: "hall-right", scene: "speaker" }]);
  });

  test("can be darkness, everywhere", async () => {
    const live = show();
    await press("Blank all");
    expect(live.sent).toEqual([
      { type: "set_scene", screen: "hall-left", scene: "blank" },
      { type: "set_scene", screen: "hall-right", scene: "blank" },
    ]);
  });

  test("can be a freeze, and the stage says which screen is frozen", async () => {
    const live = show();
    await press("Freeze", monitor("Hall, left"));
    expect(live.sent).toEqual([{ type: "set_scene", screen: "hall-left", scene: "freeze" }]);
    expect(textOf(monitor("Hall, right"))).toContain("Frozen: shows what it showed before");
    expect(textOf(monitor("Hall, left"))).not.toContain("Frozen");
  });
});

test("how a screen is, how far off its clock, and when it was last heard of", () => {
  const live = stageLive();
  const screens = {
    "hall-left": { online: 1, seen_ms: NOW, error_ms: 8.6, behind: false },
    "hall-right": { online: 0, seen_ms: NOW - 120_000, behind: false },
  };
  live.presence = {
    observers: 0,
    seats: {},
    consoles: {},
    screens,
    clock_step_ms: 0,
    saved: true,
  } satisfies Presence;
  show(live);
  expect(textOf(monitor("Hall, left"))).toContain("up to date ±9 ms");
  expect(textOf(monitor("Hall, right"))).toContain("no signal since 11:40");
});

describe("a message", () => {
  test("is shown, and the field is empty for the next", async () => {
    const live = show();
    const field = screen.getByRole<HTMLTextAreaElement>("textbox");
    await fireEvent.input(field, { target: { value: " Lunch at 13:15 " } });
    await press("Show");
    expect(live.sent).toEqual([{ type: "show_message", text: "Lunch at 13:15" }]);
    await expect.poll(() => field.value).toBe("");
  });

  test("is cleared", async () => {
    const live = show(stageLive(stage(demoPublic({ message: "Lunch" }))));
    await press("Clear the message");
    expect(live.sent).toEqual([{ type: "clear_message" }]);
  });

  test("that is refused says why and is kept", async () => {
    const live = stageLive();
    live.answer = { answer: "refused", code: "bad_command", about: "text" };
    show(live);
    const field = screen.getByRole<HTMLTextAreaElement>("textbox");
    await fireEvent.input(field, { target: { value: "Lunch" } });
    await press("Show");
    await expect.poll(() => screen.getByRole("alert").textContent.trim()).not.toBe("");
    expect(field.value).toBe("Lunch");
  });
});

test("nothing is sent while the server is not heard", async () => {
  const live = stageLive();
  live.status = "offline";
  show(live);
  await press("Blank all");
  expect(live.sent).toEqual([]);
});

test("whose microphone comes next is in view; nothing of procedure is there to press", () => {
  show();
  expect(textOf(monitor("Microphones"))).toBe(
    "Now: Saint Lucia Then: Mexico · Trinidad and Tobago · Civil society, representative 2",
  );
  expect(screen.queryByRole("button", { name: /End|Call|Hold|Undo|Suspend/ })).toBeNull();
});

const sources = import.meta.glob<string>("./*.{svelte,ts}", {
  query: "?raw",
  import: "default",
  eager: true,
});
const named = new Set(
  Object.values(sources).flatMap((text) =>
    [...text.matchAll(/\bt\(\s*"([a-z_-]+)"/g)].map(([, id]) => id ?? ""),
  ),
);

test.each(LANGUAGES)("every sentence is there in %s", (lang) => {
  expect(named.size).toBeGreaterThan(15);
  expect([...named].filter((id) => !has(lang, id))).toEqual([]);
});
