/** What is going on, as every public face says it: one kind, and sentences for what is not a speech. */
import { tIn, type Language } from "./i18n.svelte.ts";
import { formatClock, formatDay, formatTime } from "./time.ts";
import type { FloorView, PointView, PublicView, SessionView, SuspensionView } from "./wire.gen.ts";
import { seatName } from "./words.ts";

export type Situation =
  | { kind: "scheduled" }
  | { kind: "suspended"; suspension: SuspensionView }
  | { kind: "point"; point: PointView; floor: FloorView | undefined } // a point of order is being decided (R30)
  | { kind: "called" | "speaking" | "held"; floor: FloorView }
  | { kind: "free" } // the chair has the floor (R25)
  | { kind: "closed" };

export function situation({
  session,
  floor,
  point,
}: Pick<PublicView, "session" | "floor" | "point">): Situation {
  const { phase = "scheduled" } = session.step;
  if (phase === "closed") return { kind: "closed" };
  if (session.suspension) return { kind: "suspended", suspension: session.suspension };
  if (point) return { kind: "point", point, floor };
  if (floor) return { kind: floor.status, floor };
  return { kind: phase === "scheduled" ? "scheduled" : "free" };
}

const DAY_MS = 86_400_000;
/** Later than this nobody says "shortly" any more. */
const SHORTLY_MS = 3_600_000;

/** The sentence for a moment in which nobody of the list speaks; a second one says what comes next. */
export function sentences(view: PublicView, now: number, lang: Language): string[] {
  const state = situation(view);
  switch (state.kind) {
    case "scheduled":
      return [scheduledSentence(view, now, lang)];
    case "suspended":
      return [
        tIn(lang, `suspended-${state.suspension.reason}`),
        resumeSentence(view, state.suspension, now, lang),
      ];
    case "closed":
      return [tIn(lang, "say-closed"), tIn(lang, "say-thanks")];
    case "point": {
      const name = seatName(view, state.point.seat, lang);
      // Who was only called has no clock that could stand still.
      const stands = state.floor?.clock.held_at_ms !== undefined;
      return [tIn(lang, "say-point", { name }), tIn(lang, stands ? "say-point-stands" : "say-point-decides")];
    }
    case "free":
      return [tIn(lang, "floor-chair"), nextSentence(view, lang)].filter(Boolean);
    case "held":
      return [tIn(lang, "say-held", { reason: tIn(lang, `hold-${state.floor.hold_reason ?? "technical"}`) })];
    case "called":
    case "speaking":
      return [tIn(lang, "floor-speaking")];
  }
}

/** The planned window holds on its own day; on another one the session opens when it is opened (R2). */
function scheduledSentence({ session, dialogue }: PublicView, now: number, lang: Language): string {
  const start = session.planned_start_ms;
  const time = formatTime(start, dialogue.timezone, lang);
  const day = formatDay(start, dialogue.timezone, lang);
  if (now > start)
    return tIn(lang, now - start < SHORTLY_MS ? "say-scheduled-soon" : "say-scheduled", { time });
  const isToday = start - now < DAY_MS && formatDay(now, dialogue.timezone, lang) === day;
  return tIn(lang, isToday ? "say-scheduled-today" : "say-scheduled-day", { time, day });
}

function resumeSentence(
  { dialogue }: PublicView,
  suspension: SuspensionView,
  now: number,
  lang: Language,
): string {
  const at = suspension.resume_at_ms;
  if (at === undefined) return tIn(lang, "say-resumes-unknown");
  if (at <= now) return tIn(lang, "say-resumes-soon");
  return tIn(lang, "say-resumes-at", { time: formatTime(at, dialogue.timezone, lang) });
}

/** Before the first round there is no list to speak of. */
function nextSentence(view: PublicView, lang: Language): string {
  const [next] = view.next;
  return next ? tIn(lang, "say-next", { name: seatName(view, next.seat, lang) }) : "";
}

export type ListState = { kind: "open" } | { kind: "last_call"; left_ms: number } | { kind: "closed" };

/** Whether the list takes more statements (R18). Views do not tick: a last call that is over has closed it. */
export function listState(
  { list_open, last_call_ends_ms: ends }: Pick<SessionView, "list_open" | "last_call_ends_ms">,
  now: number,
): ListState {
  if (!list_open || (ends !== undefined && ends <= now)) return { kind: "closed" };
  return ends === undefined ? { kind: "open" } : { kind: "last_call", left_ms: ends - now };
}

/** The last call with its countdown, or that the list is closed; empty while it is open, and where there is none. */
export function listSentence({ session }: Pick<PublicView, "session">, now: number, lang: Language): string {
  if (session.suspension || ["closing", "closed"].includes(session.step.phase ?? "scheduled")) return "";
  const list = listState(session, now);
  if (list.kind === "last_call") return tIn(lang, "say-last-call", { time: formatClock(list.left_ms) });
  return list.kind === "closed" ? tIn(lang, "say-list-closed") : "";
}

/** Who presides, where it is not the chair itself (R4, R8); empty otherwise. The first of the chair's seats is. */
export function presidesSentence(view: PublicView, lang: Language): string {
  const chair = Object.entries(view.seats).find(([, { party }]) => view.parties[party]?.kind === "chair");
  const { presiding } = view.session;
  return chair && chair[0] !== presiding ? tIn(lang, "say-presides", { name: seatName(view, presiding, lang) }) : "";
}
