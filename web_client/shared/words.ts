/** What statements are called, and what they are about, in words. */
import { isolated } from "./bidi.ts";
import { language, nameOf, t, tIn, type Language } from "./i18n.svelte.ts";
import type { MergedIssue, NextView, PublicView, Relation } from "./wire.gen.ts";

/** A statement, a row of the list, whoever has the floor: the server decided what it is called (R12). */
export type Spoken = Pick<NextView, "word">;

/** Fluent id of what a statement is called: procedure knows the lane, people say what the links make of it. */
export function laneWord({ word }: Spoken): string {
  return `lane-${word}`;
}

export function seatName(view: PublicView, seat: string, lang: Language = language()): string {
  const found = view.seats[seat];
  return found ? nameOf(found.name, lang) : seat;
}

export function partyName(view: PublicView, party: string, lang: Language = language()): string {
  const found = view.parties[party];
  return found ? nameOf(found.name, lang) : party;
}

/** A party's short form, "Youth"; its name where it has none. */
export function partyShort(view: PublicView, party: string, lang: Language = language()): string {
  const short = nameOf(view.parties[party]?.code ?? {}, lang);
  return short === "" ? partyName(view, party, lang) : short;
}

/** "Youth 1.2" (R26); the id itself of an issue that is not in the view. */
export function issueCode(view: PublicView, id: string, lang: Language = language()): string {
  const issue = view.issues[id];
  return issue ? codeOf(view, issue, lang) : id;
}

/** What an issue is about: its title as it was given, else the name of its theme. */
export function issueTitle(view: PublicView, id: string, lang: Language = language()): string {
  const issue = view.issues[id];
  return issue ? titleOf(view, issue, lang) : "";
}

/** "Youth 1.2 · Rural connectivity". */
export function issueName(view: PublicView, id: string, lang: Language = language()): string {
  const issue = view.issues[id];
  return issue ? issueNameOf(view, issue, lang) : id;
}

/** The same of an issue that was merged into another and has no entry of its own in the view (R26). */
export function issueNameOf(view: PublicView, issue: MergedIssue, lang: Language = language()): string {
  return [codeOf(view, issue, lang), titleOf(view, issue, lang)].filter(Boolean).join(" · ");
}

function codeOf(view: PublicView, { party, number }: MergedIssue, lang: Language): string {
  return `${partyShort(view, party, lang)} ${number}`;
}

function titleOf(view: PublicView, { title, theme }: MergedIssue, lang: Language): string {
  return isolated(title) || nameOf(view.themes[theme] ?? {}, lang);
}

/** "Mexico and Trinidad and Tobago", "México y Trinidad y Tabago". */
export function listed(names: readonly string[], lang: Language = language()): string {
  // Telephones of before 2021 have no ListFormat.
  if (!("ListFormat" in Intl)) return names.join(", ");
  // "en" alone would write the American comma before "and".
  return new Intl.ListFormat(lang === "en" ? "en-GB" : lang, { type: "conjunction" }).format(names);
}

/** "on behalf of: Canada and Peru" (R17: each is named, however many); empty where it speaks for itself alone. */
export function behalf(
  view: PublicView,
  { on_behalf: parties }: Pick<NextView, "on_behalf">,
  lang: Language = language(),
): string {
  if (parties.length === 0) return "";
  const names = parties.map((party) => partyName(view, party, lang));
  return tIn(lang, "behalf", { names: listed(names, lang) });
}

/**
 * In what capacity somebody sits there: by invitation (R32), the seat's function, that it is a substitute (R7).
 * A hall screen leaves the function of a State's seat out: every State has the same.
 */
export function capacity(
  view: PublicView,
  seat: string,
  lang: Language = language(),
  show: { function: boolean } = { function: true },
): string[] {
  const found = view.seats[seat];
  if (!found) return [];
  return [
    ...(view.parties[found.party]?.kind === "guest" ? [tIn(lang, "seat-of-guest")] : []),
    ...(show.function ? [nameOf(found.function, lang)] : []),
    ...(found.substitute ? [tIn(lang, "seat-of-substitute")] : []),
  ].filter(Boolean);
}

/** One relation as a sentence without subject: "replies to Youth 1.2 · Rural connectivity", "asks Workers". */
export function relationSentence(view: PublicView, relation: Relation, lang: Language = language()): string {
  const what =
    relation.issue === undefined
      ? partyName(view, relation.party, lang)
      : issueName(view, relation.issue, lang);
  return tIn(lang, `relation-${relation.kind}`, { what });
}

/** Where the dialogue is: "Round 1 · Interventions", "Opening". */
export function stepName(view: PublicView, lang: Language = language()): string {
  const { phase = "scheduled", round = 0 } = view.session.step;
  const name = tIn(lang, `phase-${phase}`);
  return round > 0 ? `${tIn(lang, "round-number", { round })} · ${name}` : name;
}

/** Name of a language in the language of the face. */
export function languageName(lang: Language): string {
  return t(`language-${lang}`);
}
