import { cleanup, fireEvent, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { accepted } from "@shared/testing/fake_socket.ts";
import type { Answer } from "@shared/wire.gen.ts";

import { choose, context, open } from "../testing/console_acts.ts";
import { free, move, sample } from "../testing/console_samples.ts";

let clock = 0;
beforeEach(() => {
  clock = 10_000;
  vi.spyOn(performance, "now").mockImplementation(() => clock);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("the context button", () => {
  test("names whom it is about, and sends the whole command of the view (R5)", async () => {
    const live = open(sample());
    expect(context().textContent).toContain("End Saint Lucia");
    await fireEvent.click(context());
    expect(live.sent).toEqual([{ type: "end", statement: "s10" }]);
  });

  test("has the focus from the start, and again after Esc", async () => {
    open(sample());
    await vi.waitFor(() => {
      expect(document.activeElement).toBe(context());
    });
    context().blur();
    await fireEvent.keyDown(window, { key: "Escape" });
    expect(document.activeElement).toBe(context());
  });

  test("ignores a second press within 350 ms", async () => {
    const live = open(sample(), "chair", () => clock);
    clock += 700;
    await fireEvent.click(context());
    clock += 349;
    await fireEvent.click(context());
    expect(live.sent).toHaveLength(1);
    clock += 1;
    await fireEvent.click(context());
    expect(live.sent).toHaveLength(2);
  });

  test("sends nothing more while an act is on its way, however long that takes (R5)", async () => {
    const live = open(sample());
    live.answer = undefined;
    await fireEvent.click(context());
    clock += 5_000;
    await fireEvent.click(context());
    expect(live.sent).toHaveLength(1);
    expect(context().getAttribute("aria-busy")).toBe("true");
    live.settle();
    await vi.waitFor(() => {
      expect(context().getAttribute("aria-busy")).toBe("false");
    });
    await fireEvent.click(context());
    expect(live.sent).toHaveLength(2);
  });

  test("says that nothing is sent while offline, and sends nothing", async () => {
    const live = open(sample());
    live.status = "offline";
    await vi.waitFor(() => {
      expect(context().textContent).toContain("Not sent: reconnecting");
    });
    await fireEvent.click(context());
    await fireEvent.keyDown(window, { key: "F4" });
    expect(live.sent).toEqual([]);
  });

  test("shows first what a move leaves behind, then the same button confirms it (R1)", async () => {
    const to = { phase: "closing", round: 0 } as const;
    const step = { phase: "exchange", round: 1 } as const;
    const live = open(
      free({
        primary: { act: "finish_exchange", command: { type: "move_step", since: step, to } },
        moves: [move()], // nothing lapses yet: what is open now is counted (R39)
      }),
    );
    await fireEvent.click(context());
    expect(live.sent).toEqual([]);
    expect(screen.getByText("2 delegations stay unheard")).toBeDefined();
    expect(screen.getByText("Civil society 1.1 · Lasting participation")).toBeDefined();
    clock += 600;
    await fireEvent.click(screen.getByRole("button", { name: /Confirm: move to closing/ }));
    expect(live.sent).toEqual([{ type: "move_step", since: step, to }]);
  });

  test("a move that is put on show while another one is on its way stays there (R1)", async () => {
    const since = { phase: "opening", round: 0 } as const;
    const to = { phase: "interventions", round: 1 } as const;
    const live = open(
      free({
        primary: { act: "start_round", round: 1, command: { type: "move_step", since, to } },
        moves: [move()],
      }),
    );
    let answer: (answer: Answer) => void = () => undefined;
    vi.spyOn(live, "send").mockReturnValue(new Promise<Answer>((resolve) => (answer = resolve)));
    await fireEvent.click(context());
    await choose(screen.getByTitle(/go to another part/), "Move to: Closing");
    answer(accepted(42));
    await vi.waitFor(() => {
      expect(screen.getByRole("button", { name: /Confirm: move to closing/ }).getAttribute("aria-busy")).toBe(
        "false",
      );
    });
  });

  test("Esc leaves everything as it is", async () => {
    const to = { phase: "closed", round: 0 } as const;
    const live = open(
      free({
        primary: { act: "close", command: { type: "move_step", since: { phase: "closing", round: 0 }, to } },
        moves: [move({ to })],
      }),
    );
    await fireEvent.click(context());
    expect(screen.getByText(/for 15 min it can be reopened/)).toBeDefined();
    await fireEvent.keyDown(window, { key: "Escape" });
    expect(screen.queryByText(/for 15 min it can be reopened/)).toBeNull();
    expect(live.sent).toEqual([]);
  });
});
