/** What is going on, in words. Which situation it is, and which sentences say so, the server decided (`view.said`). */
import { tIn, type Language } from "./i18n.svelte.ts";
import { formatClock, formatDay, formatTime } from "./time.ts";
import type {
  FloorView,
  Phrase,
  PointView,
  PublicView,
  Said,
  SessionView,
  SuspensionView,
} from "./wire.gen.ts";
import { seatName } from "./words.ts";

export type Situation =
  | { kind: "scheduled" }
  | { kind: "suspended"; suspension: SuspensionView }
  | { kind: "point"; point: PointView; floor: FloorView | undefined } // a point of order is being decided (R30)
  | { kind: "called" | "speaking" | "held"; floor: FloorView }
  | { kind: "free" } // the chair has the floor (R25)
  | { kind: "closed" };

/** The situation with the parts of the view that it is about. */
export function situation(view: Pick<PublicView, "said" | "session" | "floor" | "point">): Situation {
  const kind = view.said.situation;
  const { session, floor, point } = view;
  if (kind === "suspended" && session.suspension) return { kind, suspension: session.suspension };
  if (kind === "point" && point) return { kind, point, floor };
  if ((kind === "called" || kind === "speaking" || kind === "held") && floor) return { kind, floor };
  return { kind: kind === "scheduled" || kind === "closed" ? kind : "free" };
}

/** The sentence for a moment in which nobody of the list speaks; a second one says what comes next. */
export function sentences(view: PublicView, now: number, lang: Language): string[] {
  return view.said.sentences.map((phrases) => sentence(view, phrases, now, lang));
}

/** The last call with its countdown, or that the list is closed; empty while it is open, and where there is none. */
export function listSentence(view: PublicView, now: number, lang: Language): string {
  return sentence(view, view.said.list, now, lang);
}

/** Who presides, where it is not the chair itself (R4, R8); empty otherwise. */
export function presidesSentence(view: PublicView, lang: Language): string {
  return sentence(view, view.said.presides, 0, lang);
}

/** Of a sentence's phrases the last one holds whose instant has come; empty where there is nothing to say. */
function sentence(view: PublicView, phrases: Said["list"], now: number, lang: Language): string {
  const holds = phrases.filter(({ from_ms }) => from_ms === undefined || from_ms <= now).pop();
  return holds ? tIn(lang, holds.say, filled(view, holds, now, lang)) : "";
}

function filled(
  view: PublicView,
  { seat, reason, at_ms, until_ms }: Phrase,
  now: number,
  lang: Language,
): Record<string, string> {
  const zone = view.dialogue.timezone;
  return {
    ...(seat !== undefined && { name: seatName(view, seat, lang) }),
    ...(reason !== undefined && { reason: tIn(lang, `hold-${reason}`) }),
    ...(at_ms !== undefined && { time: formatTime(at_ms, zone, lang), day: formatDay(at_ms, zone, lang) }),
    ...(until_ms !== undefined && { time: formatClock(until_ms - now) }),
  };
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
