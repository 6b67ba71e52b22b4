/** When it would end, and whether another round fits (R33, R34). Pure; durations in ms, instants epoch ms. */
import type { ConsoleView } from "@shared/wire.gen.ts";

import { baseOf, type Basis } from "../agenda/agenda.ts";

/** When the session would end by that forecast: the floor gets free, then everything still to come. */
export function endOf(view: ConsoleView, now: number, basis: Basis): number {
  const { tail_limits_ms, tail_pace_ms } = view.forecast;
  return baseOf(view, now, basis) + (basis === "limits" ? tail_limits_ms : tail_pace_ms);
}

/** `spare_ms`: what would be left (yes), what is missing at full limits (tight), what is missing at all (no). */
export interface Fit {
  verdict: "yes" | "tight" | "no";
  spare_ms: number;
}

/** Would one more round, with as many States as this one, be over by the planned end? Advice, never a bar (R34). */
export function anotherRound(view: ConsoleView, now: number): Fit {
  const end = view.session.planned_end_ms;
  const limits = end - endOf(view, now, "limits") - view.forecast.round_limits_ms;
  if (limits >= 0) return { verdict: "yes", spare_ms: limits };
  const pace = end - endOf(view, now, "pace") - view.forecast.round_pace_ms;
  if (pace >= 0) return { verdict: "tight", spare_ms: -limits };
  return { verdict: "no", spare_ms: -pace };
}

/** Whole minutes, never "0 min" for something that is missing. */
export function minutes(span_ms: number): number {
  return Math.max(1, Math.round(span_ms / 60_000));
}
