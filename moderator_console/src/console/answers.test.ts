import { cleanup, fireEvent, screen } from "@testing-library/svelte";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { Answer, ConsoleView } from "@shared/wire.gen.ts";

import { choose, open, pick, send } from "./testing/console_acts.ts";
import { listOf, request, sample, waiting } from "./testing/console_samples.ts";

afterEach(cleanup);

const refused: Answer = { answer: "refused", code: "already_asked", about: "CO" };

/** The console, where every act waits for its answer. */
function slowly(view: ConsoleView): ReturnType<typeof open> {
  return Object.assign(open(view), { answer: undefined });
}

describe("a dialog that is sent, cancelled, and another opened", () => {
  async function sentAndCancelled(): Promise<[ReturnType<typeof open>, HTMLInputElement]> {
    const live = slowly(sample());
    await fireEvent.keyDown(window, { key: "F9" });
    await send(await pick("Who", "col"));
    await fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    await fireEvent.keyDown(window, { key: "F8" });
    const text = await screen.findByRole<HTMLInputElement>("textbox", { name: /about/i });
    await fireEvent.input(text, { target: { value: "The booth is silent" } });
    return [live, text];
  }

  test("the late answer leaves the other one open, with its text", async () => {
    const [live, text] = await sentAndCancelled();
    live.settle();
    await new Promise((resolve) => setTimeout(resolve));
    expect(text.isConnected).toBe(true);
    expect(text.value).toBe("The booth is silent");
  });

  test("a late refusal is on the console, not in the other one", async () => {
    const [live, text] = await sentAndCancelled();
    live.settle(refused);
    await vi.waitFor(() => {
      const said = screen
        .getAllByRole("alert", { hidden: true })
        .filter(({ textContent }) => textContent.trim() !== "");
      expect(said).toHaveLength(1);
      expect(text.closest("dialog")?.contains(said[0] ?? null)).toBe(false);
    });
  });

  test("the same dialog opened anew begins empty", async () => {
    slowly(sample());
    await fireEvent.keyDown(window, { key: "F9" });
    await send(await pick("Who", "col"));
    await fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    await fireEvent.keyDown(window, { key: "F9" });
    expect((await screen.findByRole<HTMLInputElement>("combobox", { name: "Who" })).value).toBe("");
  });
});

test("a dialog that was sent sends nothing more until it is answered: Enter is pressed twice easily", async () => {
  const live = slowly(sample());
  await fireEvent.keyDown(window, { key: "F9" });
  const field = await pick("Who", "col");
  await send(field);
  await send(field);
  expect(live.sent).toHaveLength(1);
  expect(screen.getByRole("button", { name: "Add", hidden: true }).getAttribute("aria-disabled")).toBe(
    "true",
  );
  live.settle(refused);
  await vi.waitFor(() => {
    expect(screen.getByRole("button", { name: "Add", hidden: true }).getAttribute("aria-disabled")).toBe(
      "false",
    );
  });
  await send(field);
  expect(live.sent).toHaveLength(2);
});

describe("a row that is moved", () => {
  const names = (): string[] =>
    [...document.querySelectorAll("li[data-key] .name > button")].map(({ textContent }) =>
      textContent.trim(),
    );

  async function down(name: string): Promise<void> {
    await fireEvent.keyDown(screen.getByRole("button", { name }), { key: "ArrowDown", altKey: true });
  }

  test("stands in its new place at once; a request that comes meanwhile is there, a withdrawn one leaves no empty row", async () => {
    const live = slowly(sample(waiting(4)));
    await down("Mexico");
    expect(names()).toEqual(["Trinidad and Tobago", "Mexico", "Canada", "Peru"]);
    const [mexico, trinidad, canada] = [request("MX", 1), request("TT", 2), request("CA", 3)];
    live.view = sample(listOf({ r1: mexico, r2: trinidad, r3: canada, r5: request("BR", 5) }));
    await vi.waitFor(() => {
      expect(names()).toEqual(["Trinidad and Tobago", "Mexico", "Canada", "Brazil"]);
    });
    expect(document.querySelectorAll("li[data-key]")).toHaveLength(4);
  });

  test("is put back where the move is refused", async () => {
    const live = slowly(sample(waiting(3)));
    await down("Mexico");
    live.settle({ answer: "refused", code: "overtaken", about: "r1" });
    await vi.waitFor(() => {
      expect(names()).toEqual(["Mexico", "Trinidad and Tobago", "Canada"]);
    });
  });

  test("twice goes two places, though the first move is not answered yet", async () => {
    const live = slowly(sample(waiting(4)));
    await down("Mexico");
    await down("Mexico");
    expect(live.sent).toEqual([
      { type: "move_request", request: "r1", before: "r3" },
      { type: "move_request", request: "r1", before: "r4" },
    ]);
    expect(names()).toEqual(["Trinidad and Tobago", "Canada", "Mexico", "Peru"]);
    live.settle({ answer: "refused", code: "overtaken", about: "r1" });
    await vi.waitFor(() => {
      expect(live.pending).toHaveLength(1);
    });
    expect(names()).toEqual(["Trinidad and Tobago", "Canada", "Mexico", "Peru"]);
  });
});

test("a change of links sends what was edited over what the request is by then (R12)", async () => {
  const live = open(sample(listOf({ r1: request("MX", 1, { text: "Schools" }) })));
  await choose(screen.getByRole("button", { name: "Mexico" }), "Change links…");
  const text = await screen.findByRole("textbox", { name: "Short text" });
  await fireEvent.input(text, { target: { value: "Rural schools" } });
  live.view = sample(listOf({ r1: request("MX", 1, { text: "Roads", on_behalf: ["PE"], language: "en" }) }));
  await send(text);
  expect(live.sent).toEqual([
    expect.objectContaining({
      type: "change_request",
      request: "r1",
      text: "Rural schools",
      on_behalf: ["PE"],
      language: "en",
    }),
  ]);
});
