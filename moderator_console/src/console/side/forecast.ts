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

/**
 * Would one more round be over by the planned end? Advice, never a bar (R34).
 * @param states how many States it is counted with; as many as the forecast takes, if the chair says no other number
 */
export function anotherRound(view: ConsoleView, now: number, states?: number): Fit {
  const { forecast } = view;
  const more = (states ?? forecast.round_states) - forecast.round_states;
  const end = view.session.planned_end_ms;
  const round_limits = forecast.round_limits_ms + more * forecast.round_per_state_limits_ms;
  const round_pace = forecast.round_pace_ms + more * forecast.round_per_state_pace_ms;
  const limits = end - endOf(view, now, "limits") - round_limits;
  if (limits >= 0) return { verdict: "yes", spare_ms: limits };
  const pace = end - endOf(view, now, "pace") - round_pace;
  if (pace >= 0) return { verdict: "tight", spare_ms: -limits };
  return { verdict: "no", spare_ms: -pace };
}

/** Whole minutes, never "0 min" for something that is missing. */
export function minutes(span_ms: number): number {
  return Math.max(1, Math.round(span_ms / 60_000));
}
