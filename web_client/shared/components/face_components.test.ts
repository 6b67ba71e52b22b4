import { fireEvent, render, screen } from "@testing-library/svelte";
import { createRawSnippet } from "svelte";
import { beforeEach, describe, expect, test, vi } from "vitest";

import { addCatalogues, setLanguage } from "../i18n.svelte.ts";
import { demoPublic, NOW, textOf } from "../testing/demo.ts";
import { demoWelcome } from "../testing/fake_live.svelte.ts";
import { SIGNS } from "../signs.ts";
import type { Relation } from "../wire.gen.ts";
import Button from "./Button.svelte";
import BigClock from "./BigClock.svelte";
import ClosingSheet from "./ClosingSheet.svelte";
import Entrance from "./Entrance.svelte";
import KeyLabel from "./KeyLabel.svelte";
import Refusal from "./Refusal.svelte";
import RelationSentences from "./RelationSentences.svelte";
import RelationSigns from "./RelationSigns.svelte";
import Sign from "./Sign.svelte";
import TimeBar from "./TimeBar.svelte";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,podium}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

const view = demoPublic();
const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

beforeEach(() => {
  setLanguage("en");
});

describe("Button", () => {
  test("acts once for each press, and prints the key that does the same", async () => {
    const onclick = vi.fn();
    render(Button, { onclick, children: words("Hold"), combo: "F2", pressed: true, title: "why" });
    const button = screen.getByRole("button", { name: /Hold\s*F2/ });
    await fireEvent.click(button);
    expect(onclick).toHaveBeenCalledTimes(1);
    expect([button.title, button.getAttribute("aria-pressed")]).toEqual(["why", "true"]);
  });

  test("inert, it keeps the focus, says so, and does nothing", async () => {
    const onclick = vi.fn();
    render(Button, { onclick, children: words("Hold"), inert: true });
    const button = screen.getByRole("button", { name: "Hold" });
    await fireEvent.click(button);
    expect(onclick).not.toHaveBeenCalled();
    expect([button.getAttribute("aria-disabled"), button.hasAttribute("disabled")]).toEqual(["true", false]);
  });
});

describe("BigClock", () => {
  const clock = { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW };
  const shown = (now: number, change = {}): HTMLElement | null => {
    const { container } = render(BigClock, { clock: { ...clock, ...change }, now, dialogue: view.dialogue });
    return container.querySelector(".clock");
  };

  test("shows the time left, and what stands beside it", () => {
    const props = { clock, now: NOW + 30_000, dialogue: view.dialogue, beside: words("of 2:00") };
    const { container } = render(BigClock, props);
    expect(textOf(container)).toBe("1:30 of 2:00");
    expect(container.querySelector(".bar")).not.toBeNull();
  });

  test("turns over once it shows a second over; held, it says so too", () => {
    expect(shown(NOW + 120_500)?.classList.contains("over")).toBe(false);
    expect(shown(NOW + 121_000)?.classList.contains("over")).toBe(true);
    expect(shown(NOW + 30_000)?.classList.contains("held")).toBe(false);
    expect(shown(NOW + 30_000, { held_at_ms: NOW + 10_000 })?.classList.contains("held")).toBe(true);
  });

  test("has words and no bar where the face wants it so", () => {
    const { container } = render(BigClock, {
      clock,
      now: NOW,
      dialogue: view.dialogue,
      words: true,
      bar: false,
    });
    expect(textOf(container)).toBe("2:00 left");
    expect(container.querySelector(".bar")).toBeNull();
  });
});

describe("ClosingSheet (R39)", () => {
  test("names what is left open, kind by kind, and can be scrolled by keys", () => {
    const kinds = [
      { id: "requests", heading: "Not heard · 2", names: ["Mexico", "Canada"] },
      { id: "issues", heading: "Issues · 1", names: ["Youth 1.1"] },
    ];
    render(ClosingSheet, { title: "Left open", kinds, nothing: "Nothing." });
    const sheet = screen.getByRole("region", { name: "Left open" });
    expect(textOf(sheet)).toBe("Left open Not heard · 2 Mexico Canada Issues · 1 Youth 1.1");
    expect(sheet.tabIndex).toBe(0);
  });

  test("or that nothing is", () => {
    render(ClosingSheet, { title: "Left open", kinds: [], nothing: "Nothing." });
    expect(textOf(screen.getByRole("region"))).toBe("Left open Nothing.");
  });
});

describe("Entrance", () => {
  const welcome = demoWelcome({ role: "podium", audience: "podium" });
  const live = { view, welcome, status: "live", refusal: undefined } as const;
  const show = (change: object): string =>
    textOf(
      render(Entrance, {
        live: { ...live, ...change },
        audience: "podium",
        words: "podium",
        children: words("at work"),
      }).container,
    );

  test.each([
    ["at work once there is a view", {}, "at work"],
    ["at work, though it waits for the connection", { status: "offline" }, "at work"],
    ["connecting before", { view: undefined, welcome: undefined, status: "connecting" }, "Connecting…"],
    [
      "closed to the access link of another",
      { welcome: { ...welcome, audience: "public" } },
      "This is not the link of the podium.",
    ],
    [
      "closed where it is refused, with the reason",
      { status: "refused", refusal: "revoked" },
      "The podium cannot be opened This",
    ],
    ["closed where it is refused without one", { status: "refused" }, "This is not the link of the podium."],
  ])("is %s", (_, change, expected) => {
    expect(show(change)).toContain(expected);
  });

  test("names the page", () => {
    show({});
    expect(document.title).not.toBe("");
    expect(document.title).not.toContain("podium-");
  });
});

describe("relations", () => {
  const relations: Relation[] = [
    { kind: "replies_to", party: "youth", issue: "i1" },
    { kind: "asks", party: "workers" },
  ];

  test("as signs: the number of the issue, and the whole sentence for who does not see them", () => {
    const { container } = render(RelationSigns, { view, relations });
    const sentence = "replies to Youth 1.1 · Conectividad rural; asks Workers";
    expect(screen.getByRole("img", { name: sentence }).title).toBe(sentence);
    expect(textOf(container)).toBe("1.1");
  });

  test("as signs with titles, where there is room", () => {
    const { container } = render(RelationSigns, { view, relations, titles: true });
    expect(textOf(container)).toBe("Youth 1.1 Conectividad rural Workers");
  });

  test("of nothing are nothing", () => {
    expect(textOf(render(RelationSigns, { view, relations: [] }).container)).toBe("");
  });

  test("as sentences, the titles in their own language; else what it is called; then the speaker's own words", () => {
    const { container } = render(RelationSentences, {
      view,
      relations,
      fallback: "Statement",
      text: "Schools",
    });
    expect(textOf(container)).toBe("replies to Youth 1.1 · Conectividad rural asks Workers « Schools »");
    expect(container.querySelector("[lang=es]")?.textContent).toBe("Conectividad rural");
    expect(
      textOf(render(RelationSentences, { view, relations: [], fallback: "Statement", text: "" }).container),
    ).toBe("Statement");
  });
});

describe("Refusal", () => {
  const show = (refusal: object | undefined, onclose = vi.fn()): string =>
    textOf(render(Refusal, { refusal: refusal as never, about: "Mexico", onclose }).container);

  test("says why an act was refused, and whom it was about, until it is put away", async () => {
    const onclose = vi.fn();
    addCatalogues({ "/locale/en/refusals.ftl": "refusal-list_closed = { $about } comes too late" });
    expect(show({ answer: "refused", code: "list_closed", about: "MX" }, onclose)).toContain(
      "Mexico comes too late",
    );
    expect(screen.getByRole("alert")).toBeTruthy();
    await fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(onclose).toHaveBeenCalledOnce();
  });

  test("is empty, but there, before anything was refused: screen readers announce what comes into it", () => {
    expect(show(undefined)).toBe("");
    expect(screen.getByRole("alert")).toBeTruthy();
  });
});

describe("TimeBar", () => {
  const bar = (length_ms: number, left_ms: number, warnings = view.dialogue): HTMLElement => {
    const clock = { length_ms, held_for_ms: 0, started_at_ms: NOW };
    const { container } = render(TimeBar, { clock, now: NOW + length_ms - left_ms, dialogue: warnings });
    return container.querySelector<HTMLElement>(".bar") ?? container;
  };
  const width = (shown: HTMLElement): string | undefined =>
    shown.querySelector<HTMLElement>(".left")?.style.width;
  const ticks = (shown: HTMLElement): string[] =>
    [...shown.querySelectorAll("i")].map(({ style }) => style.insetInlineStart);

  test("is as long as the share of time that is left: never more than all, never less than nothing", () => {
    expect(width(bar(120_000, 120_000))).toBe("100%");
    expect(width(bar(120_000, 30_000))).toBe("25%");
    expect(width(bar(120_000, -5_000))).toBe("0%");
    expect(width(bar(0, 0))).toBe("0%");
  });

  test("has a tick at each warning that comes while it runs (R22)", () => {
    expect(ticks(bar(120_000, 120_000))).toEqual(["50%", "12.5%"]);
    expect(ticks(bar(60_000, 60_000))).toEqual(["25%"]);
    expect(ticks(bar(120_000, 1, { ...view.dialogue, warn_first_ms: 0 }))).toEqual(["12.5%"]);
  });

  test("tells by its colour that the last warning has passed, and that the time is over", () => {
    const state = (length_ms: number, left_ms: number): string =>
      bar(length_ms, left_ms).classList.value.replace(/p-\S+/, "").trim();
    expect(state(120_000, 15_001)).toBe("bar");
    expect(state(120_000, 15_000)).toBe("bar near");
    expect(state(120_000, 1)).toBe("bar near");
    expect(state(120_000, 0)).toBe("bar over");
    expect(state(10_000, 9_000), "too short for warnings").toBe("bar");
  });
});

describe("KeyLabel", () => {
  test("prints the key, with an arrow where it is one, and nothing where it is switched off", () => {
    const show = (combo: string): HTMLElement => render(KeyLabel, { combo }).container;
    expect(show("Ctrl+Z").querySelector("kbd")?.textContent).toBe("^Z");
    const arrow = show("Alt+ArrowUp");
    expect([textOf(arrow), arrow.querySelector("path")?.getAttribute("d")]).toEqual(["Alt", SIGNS.up]);
    expect(show("").querySelector("kbd")).toBeNull();
  });
});

describe("Sign", () => {
  test("is drawn from its path, in the size of the text around it", () => {
    const { container } = render(Sign, { name: "check" });
    expect(container.querySelector("path")?.getAttribute("d")).toBe(SIGNS.check);
    expect(container.querySelector("svg")?.getAttribute("width")).toBe("0.8125rem");
  });

  test("of a handle is six dots", () => {
    const { container } = render(Sign, { name: "handle", size: 16 });
    expect(container.querySelectorAll("circle")).toHaveLength(6);
    expect(container.querySelector("svg")?.getAttribute("height")).toBe("1rem");
  });
});
