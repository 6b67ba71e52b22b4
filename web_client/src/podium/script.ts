/** What the chair says, and when. Pure; `now` is server time, epoch ms. */
import { nameOf, tIn, type Language } from "@shared/i18n.svelte.ts";
import { listState, sentences, situation } from "@shared/situation.ts";
import { isOver } from "@shared/time.ts";
import type { FloorView, NextView, PodiumView } from "@shared/wire.gen.ts";
import { listed, partyName, partyShort, seatName } from "@shared/words.ts";

/** Sentences to say: `lead` and `whom` are one, "I give the floor to" – "Brazil". */
export interface Saying {
  /** Said before, as "I thank Canada." */
  before?: string;
  lead: string;
  whom?: Whom;
}

export interface Whom {
  seat: string;
  /** As it is said aloud: "au Brésil", of a representative the group: "à la Jeunesse". */
  words: string;
  /** Who it is of the group, or in what function: where `words` leave it open. */
  as: string;
  /** For whom else it speaks, every one of them by name (R17). */
  behalf: string;
  of: FloorView | NextView | undefined;
}

/** What follows, under a heading of its own; several: one of them. */
type Then = { when: string; lines: readonly string[] } | undefined;

export interface Script {
  /** Sentence id of the heading: "Say", "When they have finished". */
  when: string;
  saying: Saying;
  then: Then;
  /** An incident is on. */
  incident: boolean;
}

/** What a sentence about somebody needs of the view. */
type Spoken = Omit<PodiumView, "floor">;

/** Undefined: there is nothing to say, the session is closed. */
export function script(view: PodiumView, now: number, lang: Language): Script | undefined {
  const state = situation(view);
  const { cue } = view;
  if (state.kind === "closed") return undefined;
  if (state.kind === "suspended") return suspended(view, now, lang);
  if (state.kind === "point") return point(view, state.point.seat, lang);
  if (cue?.act === "recognise" && cue.seat !== undefined) return point(view, cue.seat, lang);
  if (state.kind === "held")
    return view.gives_back ? goesOn(view, state.floor, lang) : held(view, state.floor, lang);
  const say = (when: string, { saying, then }: Turn): Script => ({ when, saying, then, incident: false });
  if (cue?.act === "interpreted") return say("podium-when-interpreted", upcoming(view, now, lang));
  if (state.kind === "called")
    return say("podium-say", { saying: give(view, state.floor, lang), then: undefined });
  return say(state.kind === "speaking" ? "podium-when-done" : "podium-say", upcoming(view, now, lang));
}

/** What is said, and what after it. */
interface Turn {
  saying: Saying;
  then: Then;
}

/** Asked of who speaks once the time is over (R22); empty before. Only the chair ends a statement. */
export function concluding({ floor, ...view }: PodiumView, now: number, lang: Language): string {
  if (floor?.status !== "speaking" || !isOver(floor.clock, now) || isChair(view, floor.seat)) return "";
  return told("podium-conclude", view, floor.seat, lang);
}

/** The next speaker, or where the dialogue goes when nobody is next. */
function upcoming(view: PodiumView, now: number, lang: Language): Turn {
  const [next] = view.next;
  return next ? { saying: give(view, next, lang), then: undefined } : onward(view, now, lang);
}

/** Nobody is next: the list is opened to all, another round is offered as long as it fits (R34), or the next step. */
function onward(view: PodiumView, now: number, lang: Language): Turn {
  const { ahead } = view;
  const say = (id: string): string => tIn(lang, `podium-${id}`, { round: ahead?.round ?? 1 });
  const alone = (...lead: string[]): Turn => ({
    saying: withThanks(view, { lead: lead.join(" ") }, lang),
    then: undefined,
  });
  const absent = ahead?.absent === true ? [say("absent")] : [];
  switch (ahead?.act) {
    case "invite":
      if (listState(view.session, now).kind !== "closed")
        return { saying: { before: say("start_exchange"), lead: say("invite") }, then: undefined };
      return endOfList(view, now, say, alone);
    case "finish_exchange":
      return endOfList(view, now, say, alone);
    case "close_again":
      return { saying: { lead: say("reopened") }, then: { when: "podium-then", lines: [say("close")] } };
    case undefined:
      return alone();
    default:
      return alone(...absent, say(ahead?.act ?? "close"));
  }
}

function endOfList(
  { ahead }: PodiumView,
  now: number,
  say: (id: string) => string,
  alone: (...lead: string[]) => Turn,
): Turn {
  const over = say(ahead?.absent === true ? "absent" : "none-left");
  if (now > (ahead?.round_until_ms ?? 0)) return alone(over, say("to-closing"));
  return { ...alone(over), then: { when: "podium-either", lines: [say("start_round"), say("to-closing")] } };
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
    const stays = saying.whom !== undefined && partyOf(view, saying.whom.seat) === partyOf(view, last.seat);
    const before = stays ? tIn(lang, "podium-plain-thanks") : told("podium-thanks", view, last.seat, lang);
    return { ...saying, before };
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

/** What held a statement is over: it is given the floor back, with no word of a pause (R3, R30). */
function goesOn(view: PodiumView, floor: FloorView, lang: Language): Script {
  const saying: Saying = isChair(view, floor.seat)
    ? { lead: tIn(lang, "floor-chair") }
    : {
        lead: told("podium-give-back", view, floor.seat, lang),
        whom: addressed(view, floor.seat, lang, floor),
      };
  return { when: "podium-say", saying, then: undefined, incident: false };
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
): Whom {
  return {
    seat,
    words: whom(view, seat, lang),
    as: capacityOf(view, seat, lang),
    behalf: behalfOf(view, of, lang),
    of,
  };
}

/** Which representative of a group it is; a guest's function. Of a State, whose seat is its name, nothing. */
function capacityOf(view: Spoken, seat: string, lang: Language): string {
  const kind = view.parties[partyOf(view, seat) ?? ""]?.kind;
  return kind === "group" ? seatName(view, seat, lang) : guestsFunction(view, seat, lang);
}

/** In what function a guest speaks (R32); empty of anybody else. */
export function guestsFunction(view: Spoken, seat: string, lang: Language): string {
  const guest = view.parties[partyOf(view, seat) ?? ""]?.kind === "guest";
  return guest ? nameOf(view.seats[seat]?.function ?? {}, lang) : "";
}

/** "on behalf of: Canada and Peru", however many they are: the chair names every one of them (R17). */
export function behalfOf(view: Spoken, of: Pick<NextView, "on_behalf"> | undefined, lang: Language): string {
  const names = (of?.on_behalf ?? []).map((party) => partyName(view, party, lang));
  return names.length === 0 ? "" : tIn(lang, "behalf", { names: listed(names, lang) });
}

/** To whom, as it is said aloud: "au Brésil", "à la Bolivie". */
function whom(view: Spoken, seat: string, lang: Language): string {
  return tIn(lang, "podium-whom", { article: article(view, seat, lang), name: spokenName(view, seat, lang) });
}

/** A group is called by its short name: "Jeunesse, représentant 1" cannot be said aloud. */
function spokenName(view: Spoken, seat: string, lang: Language): string {
  const party = partyOf(view, seat) ?? "";
  return view.parties[party]?.kind === "group" ? partyShort(view, party, lang) : seatName(view, seat, lang);
}

/** A sentence about somebody. Where the article is not known it is one that needs none. */
function told(id: string, view: Spoken, seat: string, lang: Language): string {
  const known = article(view, seat, lang);
  if (known === "unknown") return tIn(lang, id.replace("podium-", "podium-plain-"));
  const whom = tIn(lang, "podium-named", { article: known, name: spokenName(view, seat, lang) });
  return tIn(lang, id, { whom });
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

function partyOf(view: Spoken, seat: string): string | undefined {
  return view.seats[seat]?.party;
}

function isChair(view: Spoken, seat: string): boolean {
  return view.parties[view.seats[seat]?.party ?? ""]?.kind === "chair";
}
