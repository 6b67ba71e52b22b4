import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { createRawSnippet } from "svelte";
import { beforeEach, describe, expect, test, vi } from "vitest";

import { demoPublic, NOW } from "../testing/demo.ts";
import { demoWelcome } from "../testing/fake_live.svelte.ts";
import { addCatalogues, setLanguage } from "../i18n.svelte.ts";
import LanguagePicker from "./LanguagePicker.svelte";
import ConnectionState from "./ConnectionState.svelte";
import Mark from "./Mark.svelte";
import Rehearsal from "./Rehearsal.svelte";
import Sheet from "./Sheet.svelte";
import SpeechClock from "./SpeechClock.svelte";

addCatalogues(
  import.meta.glob<string>("@locale/*/common.ftl", { query: "?raw", import: "default", eager: true }),
);

const view = demoPublic();
const clock = { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW };

beforeEach(() => {
  setLanguage("en");
});

describe("SpeechClock", () => {
  const props = { clock, dialogue: view.dialogue };
  const said = (): string => screen.getByRole("status").textContent;

  test("is a silent timer; only what it passes is announced, once (R22)", async () => {
    const { rerender } = render(SpeechClock, { ...props, now: NOW + 30_000 });
    expect(screen.getByRole("timer")).toHaveProperty("textContent", "1:30");
    expect(said()).toBe("");
    await rerender({ now: NOW + 60_000 });
    expect(said()).toBe("1:00 left");
    await rerender({ now: NOW + 70_000 });
    expect(said()).toBe("1:00 left");
    await rerender({ now: NOW + 105_000 });
    expect(said()).toBe("0:15 left");
    await rerender({ now: NOW + 120_000 });
    expect(said()).toBe("Time is up");
  });

  test("says nothing of a speech before, once another one is on the clock", async () => {
    const { rerender } = render(SpeechClock, { ...props, now: NOW + 30_000 });
    await rerender({ ...props, now: NOW + 61_000 });
    expect(said()).not.toBe("");
    const next = { length_ms: 60_000, held_for_ms: 0, started_at_ms: NOW + 90_000 };
    await rerender({ ...props, clock: next, now: NOW + 90_000 });
    expect(said()).toBe("");
    await rerender({ ...props, clock: { length_ms: 60_000, held_for_ms: 0 }, now: NOW + 95_000 });
    expect(said()).toBe("");
  });

  test("what was announced of one speech is not said of the next", async () => {
    const { rerender } = render(SpeechClock, { ...props, now: NOW + 30_000 });
    await rerender({ now: NOW + 60_000 });
    expect(said()).toBe("1:00 left");
    await rerender({ clock: { ...clock, started_at_ms: NOW + 70_000 }, now: NOW + 71_000 });
    expect(said()).toBe("");
    await rerender({ now: NOW + 130_000 });
    expect(said()).toBe("1:00 left");
    await rerender({ clock: { length_ms: 120_000, held_for_ms: 0 } });
    expect(said()).toBe("");
  });

  test("does not announce what had passed before it was drawn", () => {
    render(SpeechClock, { ...props, now: NOW + 119_000 });
    expect(said()).toBe("");
  });

  test("is over once it shows a second over, not a moment before", () => {
    const name = (used: number): string | null => {
      cleanup();
      render(SpeechClock, { ...props, now: NOW + used });
      return screen.getByRole("timer").getAttribute("aria-label");
    };
    expect([name(119_500), name(120_999), name(121_000)]).toEqual(["0:01 left", "0:00 left", "0:01 over"]);
  });

  test("has no words below its figures unless the face asks for them", () => {
    const { container } = render(SpeechClock, { ...props, now: NOW });
    expect(container.querySelector(".word")).toBeNull();
  });

  test("counts up past the end, with a plus and a word", () => {
    render(SpeechClock, { ...props, now: NOW + 135_000, words: ["es", "en"] });
    expect(screen.getByRole("timer", { name: "0:15 over" }).textContent).toBe("+0:15");
    expect(screen.getByText("de más · over")).toBeTruthy();
  });
});

test.each([
  ["youth", "Youth"],
  ["LC", "Saint Lucia"],
  ["chair", "Chair"],
])("the mark of %s has a name where none stands beside it", (id, name) => {
  const party = view.parties[id];
  if (!party) throw new Error("no such party");
  render(Mark, { party, beside: false });
  expect(screen.getByRole("img", { name })).toBeTruthy();
});

test("the groups' marks differ in shape, not in colour only", () => {
  const shapes = ["youth", "civil_society", "workers", "indigenous"].map((id) => {
    const party = view.parties[id];
    if (!party) throw new Error("no such party");
    return render(Mark, { party }).container.querySelector("svg")?.innerHTML;
  });
  expect(new Set(shapes).size).toBe(4);
});

describe("Mark", () => {
  const party = view.parties.youth;
  const drawn = (kind: string, mark: string, more = {}): HTMLElement =>
    render(Mark, { party: { ...party, kind, mark } as never, ...more }).container;

  test("is a plate with the code for a State, and a drawing of its own for everybody else", () => {
    expect(drawn("state", "MX").textContent.trim()).toBe("MX");
    const marks = [
      ["group", "triangle"],
      ["group", "circle"],
      ["group", "square"],
      ["group", "diamond"],
      ["guest", "guest"],
      ["chair", "chair"],
    ];
    const shapes = marks.map(([kind = "", mark = ""]) => drawn(kind, mark).querySelector("svg")?.innerHTML);
    expect(shapes).not.toContain(undefined);
    expect(new Set(shapes).size).toBe(marks.length);
    expect(drawn("group", "circle").querySelector("circle")).not.toBeNull();
    expect(drawn("group", "square").querySelector("rect")).not.toBeNull();
  });

  test("is silent beside a name, so that it is said once", () => {
    expect(drawn("group", "circle").querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
    expect(
      drawn("group", "circle", { beside: false }).querySelector("svg")?.hasAttribute("aria-hidden"),
    ).toBe(false);
  });

  test("is as large as it is asked to be, in pixels or any length", () => {
    const size = (more = {}): string | undefined =>
      drawn("group", "circle", more).querySelector("svg")?.style.getPropertyValue("--size");
    expect([size(), size({ size: 15 }), size({ size: "0.9rem" })]).toEqual(["24px", "15px", "0.9rem"]);
  });
});

describe("ConnectionState", () => {
  const connection = { view, lastHeard: NOW - 38_000, refusal: undefined };
  test.each([
    ["live", "live"],
    ["stale", "no news since 11:41:22"],
    ["offline", "no connection; reconnecting. Last news: 11:41:22"],
    ["refused", "this link is not known here"],
  ] as const)("says %s in words", (status, words) => {
    render(ConnectionState, { live: { ...connection, status } });
    expect(screen.getByRole("status").textContent).toBe(words);
  });

  test("has nothing older to name before the first view", () => {
    render(ConnectionState, {
      live: { view: undefined, lastHeard: 0, refusal: undefined, status: "connecting" },
    });
    expect(screen.getByRole("status").textContent).toBe("connecting…");
  });

  test("does not say live where no socket gets through: how late news may be", () => {
    const welcome = { ...demoWelcome({ role: "public", audience: "public" }), beat_ms: 6_000 };
    const live = { view: undefined, lastHeard: 0, refusal: undefined, status: "live" as const };
    render(ConnectionState, { live: { ...live, polls: true, welcome } });
    expect(screen.getByRole("status").textContent).toBe("news every 6 s");
  });
});

test("a rehearsal is told from the real thing, with its speed", () => {
  const { container, rerender } = render(Rehearsal, { dialogue: { rehearsal: false, rate: 1 } });
  expect(container.textContent).toBe("");
  return rerender({ dialogue: { rehearsal: true, rate: 60 }, languages: ["es", "en"] }).then(() => {
    expect(container.textContent).toBe("ENSAYO · REHEARSAL ×60");
  });
});

test("the language changes for everything at once", async () => {
  render(LanguagePicker);
  const select = screen.getByRole<HTMLSelectElement>("combobox", { name: "Language" });
  select.value = "es";
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => screen.getByRole("combobox", { name: "Idioma" }));
  expect(document.documentElement.lang).toBe("es");
});

describe("a sheet", () => {
  const showModal = vi.fn();
  const close = vi.fn();
  const onclose = vi.fn();
  const children = createRawSnippet(() => ({ render: () => "<p>…</p>" }));

  function show(): HTMLElement {
    Object.assign(HTMLDialogElement.prototype, { showModal, close }); // jsdom has neither
    render(Sheet, { title: "Ask", onclose, children });
    return screen.getByRole("dialog", { hidden: true });
  }

  beforeEach(() => {
    showModal.mockClear();
    close.mockClear();
    onclose.mockClear();
  });

  test("is a modal dialog with a name, which its opener closes", () => {
    const dialog = show();
    expect(showModal).toHaveBeenCalledOnce();
    expect(document.getElementById(dialog.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("Ask");
    screen.getByRole("button", { name: "Close", hidden: true }).click();
    expect(onclose).toHaveBeenCalledOnce();
  });

  test("asks its opener to close it on Esc, and does not vanish by itself: what was typed may be kept", async () => {
    const cancelled = await fireEvent(show(), new Event("cancel", { cancelable: true }));
    expect(onclose).toHaveBeenCalledOnce();
    expect([cancelled, close.mock.calls]).toEqual([false, []]);
  });

  test("is closed by a press beside it, not by one inside, nor by one that begins inside and ends beside it", async () => {
    const dialog = show();
    const press = async (from: Element, to: Element): Promise<number> => {
      onclose.mockClear();
      await fireEvent.pointerDown(from);
      await fireEvent.click(to);
      return onclose.mock.calls.length;
    };
    const inside = screen.getByText("…");
    expect(await press(inside, inside)).toBe(0);
    expect(await press(inside, dialog)).toBe(0);
    expect(await press(dialog, inside)).toBe(0);
    expect(await press(dialog, dialog)).toBe(1);
  });

  test("gives the page back when it is taken away", () => {
    show();
    expect(close).not.toHaveBeenCalled();
    cleanup();
    expect(close).toHaveBeenCalledOnce();
  });

  test("is wide for long forms only", () => {
    expect(show().classList.contains("wide")).toBe(false);
    cleanup();
    render(Sheet, { title: "Ask", onclose, children, wide: true });
    expect(screen.getByRole("dialog", { hidden: true }).classList.contains("wide")).toBe(true);
  });
});
