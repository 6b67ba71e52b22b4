import { render, screen } from "@testing-library/svelte";
import { describe, expect, test, vi } from "vitest";

import { decided, NOW, textOf } from "@shared/testing/demo.ts";
import { setLanguage } from "@shared/i18n.svelte.ts";
import type { ConnectionStatus } from "@shared/live.svelte.ts";
import { demoWelcome } from "@shared/testing/fake_live.svelte.ts";
import type { PodiumView } from "@shared/wire.gen.ts";

import Podium from "./Podium.svelte";
import { free, inStep, podium } from "./testing/podium_samples.ts";

setLanguage("en");

const WELCOME = demoWelcome({ role: "podium", audience: "podium" });

function show(view: PodiumView | undefined, status: ConnectionStatus = "live", welcome = WELCOME): string {
  const live = {
    view: view && decided(view),
    welcome,
    status,
    refusal: status === "refused" ? "revoked" : undefined,
    now: NOW,
    lastHeard: NOW,
  };
  return textOf(render(Podium, { live }).container);
}

test("says the sentence, the name with its language, the clock, the time, and the next three", () => {
  const said = show(podium());
  expect(said).toContain("I give the floor to Mexico Reply · speaks Spanish");
  expect(screen.getByRole("timer").textContent).toBe("0:48");
  expect(said).toContain("Planned end 13:00");
  expect(said).toContain("Time 11:42");
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  expect(said).toContain("and 2 more");
});

test("has nothing to press but its language", () => {
  show(podium());
  expect(screen.queryAllByRole("button")).toEqual([]);
});

test("announces the last call (R18)", () => {
  const view = podium();
  const said = show({ ...view, session: { ...view.session, last_call_ends_ms: NOW + 90_000 } });
  expect(said).toContain(
    "Announce Last call: whoever wishes to speak, please ask for the floor before 11:43.",
  );
  const closing = inStep(view, { phase: "closing", round: 0 });
  expect(
    show({ ...closing, session: { ...closing.session, last_call_ends_ms: NOW + 90_000 } }),
  ).not.toContain("Last call");
});

describe("in the closing", () => {
  const closing = inStep(free({ act: "close" }, { next: [] }), { phase: "closing", round: 0 });

  test("the closing sheet names what is left open (R39)", () => {
    const said = show({
      ...closing,
      closing: {
        requests: ["VC"],
        rights: ["CA"],
        points: ["PE"],
        dues: [{ asker: "CA", group: "civil_society" }],
        issues: ["i2"],
        actions: [],
      },
    });
    expect(said).toContain("Rights of reply not heard · 1 Canada");
    expect(said).toContain("Points of order not recognised · 1 Peru");
    expect(said).toContain("Not heard · 1 Saint Vincent and the Grenadines");
    expect(said).toContain("Answers due · 1 Civil society to Canada");
    expect(said).toContain("Issues without a reply · 1 Civil society 1.1 · Lasting participation");
  });

  test("or that nothing is", () => {
    expect(
      show({
        ...closing,
        closing: { requests: [], rights: [], points: [], dues: [], issues: [], actions: [] },
      }),
    ).toContain("Nothing is left open.");
  });
});

test("says so where the link is another's, or no longer good", () => {
  expect(show(undefined, "live", { ...WELCOME, audience: "public" })).toContain(
    "This is not the link of the podium.",
  );
  expect(show(undefined, "refused")).toContain("The podium cannot be opened");
});

test("the page keeps the podium lit: nobody touches it for hours", async () => {
  const request = vi.fn(() => new Promise(() => undefined));
  Object.assign(navigator, { wakeLock: { request } });
  await import("./podium_page.ts");
  Reflect.deleteProperty(navigator, "wakeLock");
  expect(request).toHaveBeenCalledExactlyOnceWith("screen");
});
