import { describe, expect, test } from "vitest";

import { printed } from "@shared/signs.ts";

import { KEYS, resetKeys, setKey } from "./keymap.svelte.ts";
import { actOf, comboOf, DEFAULT_KEYS, isAssignable, rivals } from "./keys.ts";
import { commandOf } from "./shortcuts.ts";
import { floor, free, sample } from "./testing/console_samples.ts";

function press(key: string, init: KeyboardEventInit = {}, target: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, ...init });
  Object.defineProperty(event, "target", { value: target });
  return event;
}

describe("which key acts", () => {
  test("a single letter never does (WCAG 2.1.4)", () => {
    for (const key of "abcdefghijklmnopqrstuvwxyz0123456789 ") expect(actOf(press(key))).toBeUndefined();
  });

  test("the keys that are printed on the buttons do", () => {
    expect(actOf(press("F2"))).toBe("hold");
    expect(actOf(press("F4"))).toBe("end_and_call");
    expect(actOf(press("F9"))).toBe("add");
    expect(actOf(press("z", { ctrlKey: true }))).toBe("undo");
    expect(actOf(press("ArrowUp", { ctrlKey: true }))).toBe("more_time");
    expect(actOf(press("Escape"))).toBe("home");
  });

  test("a key held down acts once", () => {
    expect(actOf(press("F4", { repeat: true }))).toBeUndefined();
  });

  test("in a field Ctrl+Z takes back letters, function keys still act", () => {
    const field = document.createElement("input");
    expect(actOf(press("z", { ctrlKey: true }, field))).toBeUndefined();
    expect(actOf(press("F2", {}, field))).toBe("hold");
  });

  test("a key is written one way whatever order it is held in", () => {
    expect(comboOf(press("ArrowDown", { altKey: true }))).toBe("Alt+ArrowDown");
    expect(printed("Ctrl+ArrowUp")).toEqual({ text: "^", arrow: "up" });
    expect(printed("Ctrl+Z")).toEqual({ text: "^Z" });
  });
});

describe("keys of one's own", () => {
  test("a key that was changed acts, the old one does not, one switched off never", () => {
    const keys = { ...DEFAULT_KEYS, hold: "F7", undo: "" };
    expect(actOf(press("F7"), keys)).toBe("hold");
    expect(actOf(press("F2"), keys)).toBeUndefined();
    expect(actOf(press("z", { ctrlKey: true }), keys)).toBeUndefined();
  });

  test("a key that two acts have does neither", () => {
    const keys = { ...DEFAULT_KEYS, hold: "F4" };
    expect(rivals(keys, "hold")).toEqual(["end_and_call"]);
    expect(actOf(press("F4"), keys)).toBeUndefined();
    expect(rivals({ ...DEFAULT_KEYS, hold: "", undo: "" }, "hold")).toEqual([]);
  });

  test("no bare letter, Enter or Tab can be given an act", () => {
    for (const combo of ["A", "Shift+A", "5", " ", "Enter", "Tab", "ArrowUp", "Control"]) {
      expect(isAssignable(combo)).toBe(false);
    }
    for (const combo of ["F7", "Shift+F2", "Ctrl+J", "Alt+ArrowLeft", "Escape"]) {
      expect(isAssignable(combo)).toBe(true);
    }
  });

  test("are kept on this device, only what differs", () => {
    setKey("hold", "F7");
    expect(KEYS.hold).toBe("F7");
    expect(JSON.parse(localStorage.getItem("palabra-keys") ?? "")).toEqual({ hold: "F7" });
    resetKeys();
    expect(KEYS.hold).toBe("F2");
    expect(localStorage.getItem("palabra-keys")).toBe("{}");
  });
});

describe("what a key sends", () => {
  test("F2 sends no hold before it is said why, and resumes at once", () => {
    expect(commandOf(sample(), "hold")).toBeUndefined();
    const held = sample({ floor: floor({ status: "held" }) });
    expect(commandOf(held, "hold")).toEqual({ type: "resume", statement: "s10" });
  });

  test("a call that has not started can't be held", () => {
    expect(commandOf(sample({ floor: floor({ status: "called" }) }), "hold")).toBeUndefined();
  });

  test("with the floor free, time and holds have nothing to act on", () => {
    for (const act of ["hold", "more_time", "less_time", "end_and_call"] as const) {
      expect(commandOf(free(), act)).toBeUndefined();
    }
  });

  test("undo names the act it takes back (R6)", () => {
    expect(commandOf(sample(), "undo")).toEqual({ type: "undo", act: 40 });
  });
});
