/** Names of what the view speaks of, in the language of the phone. */
import { language, nameOf, t } from "@shared/i18n.svelte.ts";
import type { PublicView } from "@shared/wire.gen.ts";
import { issueCode } from "@shared/words.ts";

export function seatName(view: PublicView, seat: string): string {
  const found = view.seats[seat];
  return found ? nameOf(found.name) : seat;
}

export function partyName(view: PublicView, party: string): string {
  const found = view.parties[party];
  return found ? nameOf(found.name) : party;
}

/** "Youth": the short form of a group in codes, else its name. */
export function partyCode(view: PublicView, party: string): string {
  const found = view.parties[party];
  return found ? nameOf(found.code) : party;
}

/** "Youth 1.2 · Rural connectivity"; the theme where no title was given. */
export function issueName(view: PublicView, id: string): string {
  const issue = view.issues[id];
  if (!issue) return id;
  return `${issueCode(view, id)} · ${issue.title || themeName(view, issue.theme)}`;
}

export function themeName(view: PublicView, theme: string): string {
  const found = view.themes[theme];
  return found ? nameOf(found) : theme;
}

/** "Mexico and Trinidad and Tobago", "México y Trinidad y Tabago". */
export function listed(names: readonly string[]): string {
  // Telephones of before 2021 have no ListFormat.
  if (!("ListFormat" in Intl)) return names.join(", ");
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(names);
}

/** 3rd, 3.º, 3e. */
export function ordinal(rank: number): string {
  const lang = language();
  if (lang === "fr") return rank === 1 ? "1er" : `${rank}e`;
  if (lang !== "en") return `${rank}.º`;
  const ends = { one: "st", two: "nd", few: "rd", other: "th" };
  const rule = new Intl.PluralRules("en", { type: "ordinal" }).select(rank);
  return `${rank}${ends[rule as keyof typeof ends]}`;
}

/** Whatever a refusal was about: a seat or a party; nothing where it has no name to show. */
export function aboutName(view: PublicView, about: string): string {
  if (view.seats[about]) return seatName(view, about);
  if (view.parties[about]) return partyName(view, about);
  return view.issues[about] ? issueName(view, about) : "";
}

/** "Spanish", "español". */
export function languageName(code: string): string {
  return t(`language-${code}`);
}

/** "Brazil: How will young people take part?"; the State alone where its question came without text. */
export function questionName(view: PublicView, due: { asker: string; question: string }): string {
  const text = view.statements[due.question]?.text;
  const name = partyName(view, due.asker);
  return text ? `${name}: ${text}` : name;
}
