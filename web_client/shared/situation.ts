/** What is going on, as every public face says it: one kind, and sentences for what is not a speech. */
import { tIn, type Language } from "./i18n.svelte.ts";
import { formatDay, formatTime } from "./time.ts";
import type { FloorView, PublicView, SuspensionView } from "./wire.gen.ts";
import { seatName } from "./words.ts";

export type Situation =
  | { kind: "scheduled" }
  | { kind: "suspended"; suspension: SuspensionView }
  | { kind: "called" | "speaking" | "held"; floor: FloorView }
  | { kind: "free" } // the chair has the floor (R25)
  | { kind: "closed" };

export function situation({ session, floor }: Pick<PublicView, "session" | "floor">): Situation {
  const { phase = "scheduled" } = session.step;
  if (phase === "closed") return { kind: "closed" };
  if (session.suspension) return { kind: "suspended", suspension: session.suspension };
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
