import { cleanup, fireEvent, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, test, vi } from "vitest";

import { press, pressInSheet, sheet, show } from "./testing/seat_acts.ts";
import { floor, NOW, request, sample } from "./testing/seat_samples.ts";

const waiting = () =>
  sample("VC", { me: { may_ask: false, why_not: "already_asked", requests: { r3: request(3) } } });

describe("a request in the list", () => {
  test("withdrawing takes a second press, and names the request (R5)", async () => {
    const live = show(waiting());
    await press("Withdraw");
    expect(live.sent).toEqual([]);
    await pressInSheet("button", "Withdraw");
    expect(live.sent).toEqual([{ type: "withdraw", request: "r3" }]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("changing keeps what was said before (R12)", async () => {
    const view = waiting();
    view.me.requests.r3 = request(3, {
      text: "Rural schools",
      relations: [{ kind: "asks", party: "workers" }],
    });
    const live = show(view);
    await press("Change");
    await pressInSheet("checkbox", "Youth");
    await pressInSheet("button", "Save the change");
    expect(live.sent).toEqual([
      {
        type: "change_request",
        request: "r3",
        version: 1,
        links: { replies_to: [], asks: ["workers", "youth"], answers: [] },
        language: "es",
        text: "Rural schools",
        on_behalf: [],
      },
    ]);
  });

  test("changing sends only what was changed: what an aide set while the sheet was open stays", async () => {
    const live = show(waiting());
    await press("Change");
    const view = waiting();
    const aides = { version: 2, on_behalf: ["MX"], relations: [{ kind: "asks" as const, party: "workers" }] };
    view.me.requests.r3 = request(3, aides);
    live.view = view;
    await tick();
    await fireEvent.input(sheet().getByRole("textbox"), { target: { value: "Rural schools" } });
    await pressInSheet("button", "Save the change");
    expect(live.sent).toMatchObject([
      { version: 2, links: { asks: ["workers"] }, on_behalf: ["MX"], text: "Rural schools" },
    ]);
  });

  test("what an aide has put otherwise meanwhile is not erased: it is refused, with words", async () => {
    const live = show(waiting());
    await press("Change");
    const view = waiting();
    view.me.requests.r3 = request(3, { version: 2, text: "Schools of the region" });
    live.view = view;
    await tick();
    await fireEvent.input(sheet().getByRole("textbox"), { target: { value: "Rural schools" } });
    live.answer = { answer: "refused", code: "overtaken", about: "r3" };
    await pressInSheet("button", "Save the change");
    expect(live.sent).toMatchObject([{ version: 1, text: "Rural schools" }]);
    expect(await screen.findByText(/Things have changed meanwhile/)).toBeTruthy();
  });

  test("the sheet of a request that was called meanwhile goes away", async () => {
    const live = show(waiting());
    await press("Withdraw");
    live.view = sample("VC", { me: { has_floor: "s20" }, floor: floor("VC", 0, { status: "called" }) });
    await tick();
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

test("nothing lies in front of the clock: whatever is open goes away at the floor", async () => {
  const live = show(sample("VC"));
  await press("Ask for the floor");
  live.view = sample("VC", { me: { has_floor: "s20" }, floor: floor("VC", 0, { status: "called" }) });
  await tick();
  expect(screen.queryByRole("dialog")).toBeNull();
});

describe("asking for the floor", () => {
  test("just the floor: two presses, nothing filled in", async () => {
    const live = show(sample("VC"));
    await press("Ask for the floor");
    await pressInSheet("button", "Just the floor");
    expect(live.sent).toEqual([
      {
        type: "ask",
        seat: "VC",
        lane: "statement",
        links: { replies_to: [], asks: [], answers: [] },
        language: "en",
        text: "",
        on_behalf: [],
      },
    ]);
  });

  test("with what it is about: an issue it replies to, a group it asks", async () => {
    const live = show(sample("VC"));
    await press("Ask for the floor");
    expect(sheet().queryByRole("button", { name: "Ask for the floor with this" })).toBeNull();
    await pressInSheet("checkbox", /Youth 1\.1/);
    await pressInSheet("checkbox", "Workers");
    await fireEvent.input(sheet().getByRole("textbox"), { target: { value: " How is it paid for? " } });
    await pressInSheet("button", "Ask for the floor with this");
    expect(live.sent).toMatchObject([
      { links: { replies_to: ["i1"], asks: ["workers"] }, text: "How is it paid for?" },
    ]);
  });

  test("while offline it is kept, says so, and a second press adds nothing", async () => {
    const live = show(sample("VC"), { status: "offline", answer: undefined });
    await press("Ask for the floor");
    await pressInSheet("button", "Just the floor");
    expect(screen.getByText("This will be sent as soon as the connection is back.")).toBeTruthy();
    await press("Pending…");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(live.sent).toHaveLength(1);
  });

  test("a refusal is a sentence, until it is put away", async () => {
    const live = show(sample("VC"), { answer: { answer: "refused", code: "list_closed", about: "" } });
    await press("Ask for the floor");
    await pressInSheet("button", "Just the floor");
    await tick();
    expect(live.sent).toHaveLength(1);
    expect(screen.getByRole("alert").textContent).toContain("The list of speakers is closed.");
    await press("Close");
    expect(screen.getByRole("alert").textContent.trim()).toBe("");
  });

  test("is not offered where it would be refused, and the reason is told", () => {
    show(sample("VC", { me: { may_ask: false, why_not: "list_closed" } }));
    expect(screen.queryByRole("button", { name: "Ask for the floor" })).toBeNull();
    expect(screen.getByText(/^The list of speakers is closed/)).toBeTruthy();
  });
});

describe("a call in vain (R11, R20)", () => {
  const missed = (then: "down" | "away" | "after_colleague" = "down") => {
    const view = waiting();
    view.me.in_vain = { statement: "s20", called_at_ms: NOW - 60_000, then };
    return view;
  };
  const told = /You were called at \d\d:\d\d, and nobody answered/;

  test("is said: what happened, what came of it, and what to do", () => {
    show(missed());
    expect(screen.getByText(told)).toBeTruthy();
    expect(screen.getByText(/has moved down in the list\. Please stay near your microphone/)).toBeTruthy();
  });

  test("is put away by hand, and is not said again of the same call", async () => {
    const live = show(missed());
    screen.getByTitle("Close").click();
    await tick();
    expect(screen.queryByText(told)).toBeNull();
    live.view = missed("away");
    await tick();
    expect(screen.queryByText(told)).toBeNull();
    const again = missed();
    again.me.in_vain = { statement: "s24", called_at_ms: NOW, then: "away" };
    live.view = again;
    await tick();
    expect(screen.getByText(told)).toBeTruthy();
  });

  test("that was put away is not said again after a reload, in another dialogue it is", async () => {
    show(missed());
    screen.getByTitle("Close").click();
    await tick();
    cleanup();
    const live = show(missed());
    expect(screen.queryByText(told)).toBeNull();
    const another = missed();
    another.me.in_vain = { statement: "s20", called_at_ms: NOW, then: "down" };
    live.view = another;
    await tick();
    expect(screen.getByText(told)).toBeTruthy();
  });

  test("can be put away where a browser keeps nothing", async () => {
    vi.spyOn(Storage.prototype, "setItem").mockThrow(new Error("storage is switched off"));
    show(missed());
    screen.getByTitle("Close").click();
    await tick();
    expect(screen.queryByText(told)).toBeNull();
    vi.restoreAllMocks();
  });

  test("is not said any more to somebody who acts, nor once the server says so no longer", async () => {
    const live = show(missed(), { answer: undefined });
    await press("Withdraw");
    await pressInSheet("button", "Withdraw");
    await tick();
    expect(screen.queryByText(told)).toBeNull();
    live.view = waiting();
    await tick();
    expect(screen.queryByText(told)).toBeNull();
  });
});
