/** Clocks and times of day. Every function is given `now`, server time in epoch milliseconds; none reads a clock.
 *  NaN is a time that nobody knows (a device that has just woken): what follows from it is written as a dash. */
import type { Clock, DialogueView, FloorView, PublicView } from "./wire.gen.ts";

const UNKNOWN = "–:––";

/** Time used so far. Held: what it was when the hold began. Not started: 0. */
export function clockUsed(clock: Clock, now: number): number {
  if (clock.started_at_ms === undefined) return 0;
  return Math.max(0, (clock.held_at_ms ?? now) - clock.started_at_ms - clock.held_for_ms);
}

/** Time left; below 0 once it is over (R22). */
export function clockLeft(clock: Clock, now: number): number {
  return clock.length_ms - clockUsed(clock, now);
}

/** Whether the clock shows a second over its time: what counts up, and turns calmly to another colour (R22). */
export function isOver(clock: Clock, now: number): boolean {
  return clockLeft(clock, now) <= -1000;
}

/** Which warning a speech clock has passed (R22). */
export type Threshold = "none" | "first" | "last" | "over";

/** When a speech clock warns. */
export type Warnings = Pick<DialogueView, "warn_first_ms" | "warn_last_ms">;

/**
 * A warning that held from the first second, for the statement is no longer than that, is none.
 * @param now server time
 */
export function threshold(clock: Clock, now: number, { warn_first_ms, warn_last_ms }: Warnings): Threshold {
  const left_ms = clockLeft(clock, now);
  const warns = (at_ms: number): boolean => left_ms <= at_ms && at_ms < clock.length_ms;
  if (left_ms <= 0) return "over";
  if (warns(warn_last_ms)) return "last";
  return warns(warn_first_ms) ? "first" : "none";
}

/**
 * Milliseconds as "0:48", "12:03", "1:02:03"; below 0 as "+0:15", time over. A second that has begun counts as
 * left, so that a clock starts at its full length and shows "0:00" at the instant it is over.
 */
export function formatClock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 0 ? `+${figures(-seconds)}` : figures(seconds);
}

/** How long something took, whole seconds that have passed: "1:58". */
export function formatDuration(ms: number): string {
  return figures(Math.floor(Math.max(0, ms) / 1000));
}

function figures(seconds: number): string {
  if (Number.isNaN(seconds)) return UNKNOWN;
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const start = hours > 0 ? `${hours}:${two(minutes)}` : `${minutes}`;
  return `${start}:${two(seconds % 60)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(lang, options);
  formats.set(key, known);
  return known;
}

/** Time of day in the dialogue's own zone: "11:42". */
export function formatTime(ms: number, timeZone: string, lang: string): string {
  if (Number.isNaN(ms)) return UNKNOWN;
  return format(lang, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(ms);
}

/** Time of day with seconds: "11:42:05". */
export function formatTimeSeconds(ms: number, timeZone: string, lang: string): string {
  if (Number.isNaN(ms)) return UNKNOWN;
  const options = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  return format(lang, { timeZone, ...options, hourCycle: "h23" }).format(ms);
}

/** The day, in words: "13 April 2012". */
export function formatDay(ms: number, timeZone: string, lang: string): string {
  // "en" alone would write the American order.
  return format(lang === "en" ? "en-GB" : lang, {
    timeZone,
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(ms);
}

/** Name of the zone as people say it: "Bogotá" of "America/Bogota". */
export function zoneName(timeZone: string): string {
  const city = (timeZone.split("/").pop() ?? timeZone).replaceAll("_", " ");
  return { Bogota: "Bogotá", "Sao Paulo": "São Paulo", Asuncion: "Asunción" }[city] ?? city;
}

/** From when on time is counted: now, or when a suspended session is to go on, if that is later (R3, R33). */
export function goesOnAt({ suspension }: Pick<PublicView["session"], "suspension">, now: number): number {
  return Math.max(now, suspension?.resume_at_ms ?? now);
}

/**
 * When the floor gets free: the end of the running statement at full length, or at `pace`, a share of it; never
 * before now. What AgendaRow's offsets are added to.
 */
export function baseFree(floor: FloorView | undefined, now: number, pace = 1): number {
  if (floor === undefined) return now;
  return now + Math.max(0, floor.clock.length_ms * pace - clockUsed(floor.clock, now));
}

/** Between which instants a turn may begin: earlier of the two forecasts first (R33, R36). */
export function etaSpan(
  floor: FloorView | undefined,
  now: number,
  pace: number,
  eta: { eta_limits_ms: number; eta_pace_ms: number },
): [from: number, to: number] {
  const limits = baseFree(floor, now) + eta.eta_limits_ms;
  const paced = baseFree(floor, now, pace) + eta.eta_pace_ms;
  return limits < paced ? [limits, paced] : [paced, limits];
}

/**
 * Milliseconds of server time until the next whole second of the speech clock or of the time of day.
 * A held clock, and one that has not started, stands still.
 */
export function untilFlip(view: PublicView | undefined, now: number): number {
  const clock = view?.floor?.clock;
  const day = toSecond(now);
  if (clock?.started_at_ms === undefined || clock.held_at_ms !== undefined) return day;
  return Math.min(day, toSecond(now - clock.started_at_ms - clock.held_for_ms - clock.length_ms));
}

/** From `ms` to the next whole second, 1 to 1000; the longest while time is unknown. */
function toSecond(ms: number): number {
  if (Number.isNaN(ms)) return 1000;
  return 1000 - (((ms % 1000) + 1000) % 1000);
}
