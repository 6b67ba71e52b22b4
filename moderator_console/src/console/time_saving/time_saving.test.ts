import { cleanup, fireEvent, screen } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";

import type { ConsoleView, Preview } from "@shared/wire.gen.ts";

import { cutOf, rowsOf } from "../agenda/agenda.ts";
import { open, send } from "../testing/console_acts.ts";
import { free, NOW, waiting } from "../testing/console_samples.ts";
import { behindLine, endsAfter, endsNow, endsWithout } from "./time_saving.ts";

afterEach(cleanup);

const CLOSING = 480_000;
const EACH = 140_000;

/** `count` wait at 2:00 each and 0:20 between; both forecasts alike, so that sums can be checked by hand. */
function queue(count: number): ConsoleView {
  const list = waiting(count);
  const agenda = Object.fromEntries(
    Object.entries(list.agenda).map(([key, row]) => [key, { ...row, eta_pace_ms: row.eta_limits_ms }]),
  );
  const view = free({ ...list, agenda });
  const tail = count * EACH + CLOSING;
  const forecast = { ...view.forecast, pace: 1, tail_limits_ms: tail, tail_pace_ms: tail };
  const written: Preview = {
    kind: "written",
    requests: [...list.order],
    tail_limits_ms: CLOSING,
    tail_pace_ms: CLOSING,
    command: { type: "tighten", written: [...list.order] },
  };
  const shorten: Preview = {
    kind: "shorten",
    requests: [...list.order],
    tail_limits_ms: tail - count * 60_000,
    tail_pace_ms: tail - count * 60_000,
    to_ms: 60_000,
    command: { type: "tighten", shorten_to_ms: 60_000 },
  };
  const session = { ...view.session, planned_end_ms: NOW + 1_200_000 }; // five fit before the closing
  return { ...view, session, forecast, previews: [shorten, written] };
}

const COUNT = 9;
const view = queue(COUNT);

function preview(kind: Preview["kind"], { previews }: ConsoleView = view): Preview {
  const found = previews.find((one) => one.kind === kind);
  if (!found) throw new Error(`no preview ${kind}`);
  return found;
}
const shorten = preview("shorten");
const written = preview("written");

describe("the arithmetic of saving time (R35)", () => {
  test("an end after a preview differs from the end now by what the tails differ", () => {
    expect(endsNow(view, NOW).limits - endsAfter(view, NOW, shorten).limits).toBe(COUNT * 60_000);
  });

  test("without everybody it is what the preview for everybody says", () => {
    expect(endsWithout(view, NOW, written.requests)).toEqual(endsAfter(view, NOW, written));
  });

  test("each row less is its time and the hand-over before it, wherever it stands", () => {
    for (const rows of [["r1"], ["r4"], ["r9"], ["r1", "r9"]]) {
      expect(endsNow(view, NOW).limits - endsWithout(view, NOW, rows).limits).toBe(rows.length * EACH);
    }
  });

  test("behind the line stand those whom the list's own line leaves out, and no guest (R32)", () => {
    const rows = rowsOf(view, NOW);
    const out = cutOf(view, rows, "limits")?.out ?? 0;
    expect(out).toBe(COUNT - 5);
    expect(behindLine(view, NOW, written)).toEqual(view.order.slice(-out));
    const without = { ...written, requests: written.requests.filter((request) => request !== "r9") };
    expect(behindLine(view, NOW, without)).not.toContain("r9");
  });

  test("nobody stands behind a line that is not drawn", () => {
    const short = queue(2);
    expect(behindLine(short, NOW, preview("written", short))).toEqual([]);
  });
});

describe("the preview on the console", () => {
  async function apply(): Promise<void> {
    await send(await screen.findByRole("button", { name: "Apply" }));
  }

  test("“1:00” is looked at first, then applied in one act", async () => {
    const live = open(view);
    await fireEvent.click(screen.getByRole("button", { name: "Try “1:00”" }));
    expect(await screen.findByText("Affects 9")).toBeDefined();
    expect(screen.getAllByText("9 min less")).toHaveLength(2);
    expect(live.sent).toEqual([]);
    await apply();
    expect(live.sent).toEqual([{ type: "tighten", shorten_to_ms: 60_000 }]);
  });

  test("“in writing” asks just those behind the line, unless the chair says all", async () => {
    const live = open(view);
    const behind = behindLine(view, NOW, written);
    await fireEvent.click(screen.getByRole("button", { name: "Try “in writing”" }));
    await screen.findByText(`Affects ${behind.length}`);
    await fireEvent.click(screen.getByRole("checkbox", { name: "And close the list" }));
    await apply();
    expect(live.sent).toEqual([{ type: "tighten", written: behind, close_list: true }]);
  });

  test("with nobody behind the line there is nothing to apply until all are chosen", async () => {
    const live = open(queue(2));
    await fireEvent.click(screen.getByRole("button", { name: "Try “in writing”" }));
    await apply();
    expect(live.sent).toEqual([]);
    await fireEvent.click(screen.getByRole("radio", { name: "All 2 who wait" }));
    await apply();
    expect(live.sent).toEqual([{ type: "tighten", written: ["r1", "r2"] }]);
  });

  test("Cancel changes nothing", async () => {
    const live = open(view);
    await fireEvent.click(screen.getByRole("button", { name: "Try “1:00”" }));
    await fireEvent.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(live.sent).toEqual([]);
  });
});
