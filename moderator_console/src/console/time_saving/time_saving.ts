/** Ways of saving time, as the chair sees them before one is applied (R35). Pure. */
import type { ConsoleView, Preview, Tighten } from "@shared/wire.gen.ts";

import { cutOf, rowsOf } from "../agenda/agenda.ts";
import { endOf } from "../side/forecast.ts";

export interface Ends {
  limits: number;
  pace: number;
}

export function endsNow(view: ConsoleView, now: number): Ends {
  return { limits: endOf(view, now, "limits"), pace: endOf(view, now, "pace") };
}

/** When it would end by a preview as it came: everybody it names is touched. */
export function endsAfter(view: ConsoleView, now: number, { tail_limits_ms, tail_pace_ms }: Preview): Ends {
  const forecast = { ...view.forecast, tail_limits_ms, tail_pace_ms };
  return endsNow({ ...view, forecast }, now);
}

/** Of those who could reply in writing, the ones behind the line where time runs out, in the order of the list. */
export function behindLine(view: ConsoleView, now: number, { requests }: Preview): string[] {
  const rows = rowsOf(view, now);
  const cut = cutOf(view, rows, "limits");
  const at = rows.findIndex(({ key }) => key === cut?.before);
  if (at < 0) return [];
  return rows.slice(at).flatMap(({ key, row }) => (!row.away && requests.includes(key) ? [key] : []));
}

/**
 * When it would end if just these were not heard. A row costs what stands between its start and the next one's
 * (R33: the hand-over, its own time, the answers it asks for); the last one, what is left of the tail.
 */
export function endsWithout(view: ConsoleView, now: number, requests: readonly string[]): Ends {
  const { tail_limits_ms, tail_pace_ms, closing_ms, hand_over_ms } = view.forecast;
  const starts = view.order.flatMap((key) => view.agenda[key] ?? []);
  let limits = 0;
  let pace = 0;
  view.order.forEach((key, at) => {
    const row = view.agenda[key];
    if (row === undefined || !requests.includes(key)) return;
    const next = starts[at + 1];
    limits += (next?.eta_limits_ms ?? tail_limits_ms - closing_ms + hand_over_ms) - row.eta_limits_ms;
    pace += (next?.eta_pace_ms ?? tail_pace_ms - closing_ms + hand_over_ms) - row.eta_pace_ms;
  });
  const ends = endsNow(view, now);
  return { limits: ends.limits - limits, pace: ends.pace - pace };
}

/** The preview's own command, for just these requests, and the list closed in the same act if so wished. */
export function tightened(
  preview: Preview,
  written: readonly string[],
  close_list: boolean,
): Tighten | undefined {
  const { command } = preview;
  if (command.type !== "tighten") return undefined;
  return {
    ...command,
    ...(preview.kind === "written" ? { written: [...written] } : {}),
    ...(close_list ? { close_list } : {}),
  };
}
