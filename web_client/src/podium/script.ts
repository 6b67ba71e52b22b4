/** What the chair says, and when. Pure; `now` is server time, epoch ms. */
import { tIn, type Language } from "@shared/i18n.svelte.ts";
import { sentences, situation } from "@shared/situation.ts";
import { isOver } from "@shared/time.ts";
import type { Cue, FloorView, NextView, PodiumView } from "@shared/wire.gen.ts";
import { behalf, seatName } from "@shared/words.ts";

/** Sentences to say: `lead` and `whom` are one, "I give the floor to" – "Brazil". */
export interface Saying {
  /** Said before, as "I thank Canada." */
  before?: string;
  lead: string;
  whom?: { seat: string; words: string; behalf: string; of: FloorView | NextView | undefined };
}

export interface Script {
  /** Sentence id of the heading: "Say", "When they have finished". */
  when: string;
  saying: Saying;
  /** What follows it, under a heading of its own; several: one of them. */
  then: { when: string; lines: readonly string[] } | undefined;
  /** An incident is on. */
  incident: boolean;
}

/** What a sentence about somebody needs of the view. */
type Spoken = Omit<PodiumView, "floor">;

type Free = Extract<
  Cue["act"],
  "call" | "start_round" | "start_exchange" | "finish_exchange" | "close" | "open"
>;

/** What comes when nobody waits, as the server suggests it once the floor is free (server/wire/views/acts.py). */
const AFTER: Readonly<Record<string, Free>> = {
  scheduled: "open",
  opening: "start_round",
  interventions: "start_exchange",
  exchange: "finish_exchange",
  closing: "close",
};

/** Undefined: there is nothing to say, the session is closed. */
export function script(view: PodiumView, now: number, lang: Language): Script | undefined {
  const state = situation(view);
  const { cue } = view;
  if (state.kind === "closed") return undefined;
  if (state.kind === "suspended") return suspended(view, now, lang);
  if (state.kind === "point") return point(view, state.point.seat, lang);
  if (cue?.act === "recognise" && cue.seat !== undefined) return point(view, cue.seat, lang);
  if (state.kind === "held") return held(view, state.floor, lang);
  const say = (when: string, saying: Saying): Script => ({ when, saying, then: undefined, incident: false });
  if (cue?.act === "interpreted") return say("podium-when-interpreted", upcoming(view, lang));
  if (state.kind === "called") return say("podium-say", give(view, state.floor, lang));
  return say(state.kind === "speaking" ? "podium-when-done" : "podium-say", upcoming(view, lang));
}

/** Asked of who speaks once the time is over (R22); empty before. Only the chair ends a statement. */
export function concluding({ floor, ...view }: PodiumView, now: number, lang: Language): string {
  if (floor?.status !== "speaking" || !isOver(floor.clock, now) || isChair(view, floor.seat)) return "";
  return told("podium-conclude", view, floor.seat, lang);
}

/** The next speaker, or where the dialogue goes when nobody waits. */
function upcoming(view: PodiumView, lang: Language): Saying {
  const [next] = view.next;
  if (next) return give(view, next, lang);
  const act = AFTER[view.session.step.phase ?? "scheduled"] ?? "close";
  const lead = tIn(lang, `podium-${act}`, { round: view.cue?.round ?? 1 });
  return withThanks(view, { lead }, lang);
}

function give(view: PodiumView, item: FloorView | NextView, lang: Language): Saying {
  if (isChair(view, item.seat)) return { lead: tIn(lang, "floor-chair") };
  const special = item.lane === "answer" || item.lane === "right_of_reply";
  const lead = told(special ? `podium-give-${item.lane}` : "podium-give", view, item.seat, lang);
  return withThanks(view, { lead, whom: addressed(view, item.seat, lang, item) }, lang);
}

/** Whoever spoke before is thanked; the first of a step is announced by the step. */
function withThanks(view: PodiumView, saying: Saying, lang: Language): Saying {
  const { heard, step } = view.session;
  const last = view.floor?.status === "speaking" ? view.floor : heard > 0 ? lastHeard(view) : undefined;
  if (last) {
    if (isChair(view, last.seat)) return saying;
    return { ...saying, before: told("podium-thanks", view, last.seat, lang) };
  }
  if (saying.whom === undefined) return saying;
  if (step.phase === "interventions")
    return { ...saying, before: tIn(lang, "podium-round-begins", { round: step.round ?? 1 }) };
  return step.phase === "exchange" ? { ...saying, before: tIn(lang, "podium-start_exchange") } : saying;
}

function lastHeard({ statements }: PodiumView): { seat: string } | undefined {
  return Object.values(statements).reduce<{ order: number; seat: string } | undefined>(
    (last, one) => (last && last.order > one.order ? last : one),
    undefined,
  );
}

/** R30: announced, heard, ruled on. */
function point(view: PodiumView, seat: string, lang: Language): Script {
  const interrupts = view.point === undefined && view.floor !== undefined;
  const saying: Saying = {
    lead: told("podium-give-point", view, seat, lang),
    whom: addressed(view, seat, lang, undefined),
  };
  const rulings = ["upheld", "dismissed", "noted"].map((ruling) => tIn(lang, `podium-rule-${ruling}`));
  return {
    when: "podium-point",
    saying: interrupts ? { ...saying, before: tIn(lang, "podium-wait") } : saying,
    then: { when: "podium-ruling", lines: rulings },
    incident: true,
  };
}

function held(view: PodiumView, floor: FloorView, lang: Language): Script {
  const reason = tIn(lang, `hold-${floor.hold_reason ?? "technical"}`);
  const back = giveBack(view, floor.seat, lang);
  return {
    when: "podium-held",
    saying: { lead: tIn(lang, "podium-pause", { reason }) },
    then: { when: "podium-then", lines: isChair(view, floor.seat) ? [] : [back] },
    incident: true,
  };
}

/** R3: why, until when; once that has come, that it goes on. */
function suspended(view: PodiumView, now: number, lang: Language): Script {
  const resume = tIn(lang, "podium-resume");
  const { floor } = view;
  const back = floor && !isChair(view, floor.seat) ? [giveBack(view, floor.seat, lang)] : [];
  const at = view.session.suspension?.resume_at_ms;
  if (at !== undefined && at <= now) {
    const then = back.length > 0 ? { when: "podium-then", lines: back } : undefined;
    return { when: "podium-suspended", saying: { lead: resume }, then, incident: true };
  }
  return {
    when: "podium-suspended",
    saying: {
      lead: sentences(view, now, lang)
        .map((sentence) => `${sentence}.`)
        .join(" "),
    },
    then: { when: "podium-then", lines: [[resume, ...back].join(" ")] },
    incident: true,
  };
}

function addressed(
  view: PodiumView,
  seat: string,
  lang: Language,
  of: FloorView | NextView | undefined,
): NonNullable<Saying["whom"]> {
  return { seat, words: whom(view, seat, lang), behalf: of ? behalf(view, of, lang) : "", of };
}

/** To whom, as it is said aloud: "au Brésil", "à la Bolivie". */
function whom(view: Spoken, seat: string, lang: Language): string {
  return tIn(lang, "podium-whom", { article: article(view, seat, lang), name: seatName(view, seat, lang) });
}

/** A sentence about somebody. Where the article is not known it is one that needs none. */
function told(id: string, view: Spoken, seat: string, lang: Language): string {
  if (article(view, seat, lang) === "unknown") return tIn(lang, id.replace("podium-", "podium-plain-"));
  return tIn(lang, id, { whom: whom(view, seat, lang) });
}

function giveBack(view: Spoken, seat: string, lang: Language): string {
  return `${told("podium-give-back", view, seat, lang)} ${whom(view, seat, lang)}.`;
}

/** As the catalogues name it: "les", "l" for "l’", "none" for a name without one, "unknown". */
function article(view: Spoken, seat: string, lang: Language): string {
  const found = view.parties[view.seats[seat]?.party ?? ""]?.article[lang];
  if (found === undefined) return "unknown";
  return found === "" ? "none" : found.replace(/\W/g, "");
}

function isChair(view: Spoken, seat: string): boolean {
  return view.parties[view.seats[seat]?.party ?? ""]?.kind === "chair";
}
