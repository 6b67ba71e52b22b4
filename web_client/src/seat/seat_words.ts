/** Words of the phone that @shared/words.ts does not have. */
import { language, nameOf } from "@shared/i18n.svelte.ts";
import type { PublicView } from "@shared/wire.gen.ts";
import { issueName, partyName, seatName } from "@shared/words.ts";

export function themeName(view: PublicView, theme: string): string {
  const found = view.themes[theme];
  return found ? nameOf(found) : theme;
}

/** "Brazil: How will young people take part?"; the State alone where its question came without text. */
export function questionName(view: PublicView, due: { asker: string; question: string }): string {
  const text = view.statements[due.question]?.text;
  const name = partyName(view, due.asker);
  return text ? `${name}: ${text}` : name;
}

/** Whatever a refusal was about: a seat, a party, an issue; nothing where it has no name to show. */
export function aboutName(view: PublicView, about: string): string {
  if (view.seats[about]) return seatName(view, about);
  if (view.parties[about]) return partyName(view, about);
  return view.issues[about] ? issueName(view, about) : "";
}

/** 3rd, 3.º, 3e. */
export function ordinal(rank: number): string {
  const lang = language();
  if (lang === "fr") return rank === 1 ? "1er" : `${rank}e`;
  if (lang !== "en") return `${rank}.º`;
  const ends: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
  return `${rank}${ends[new Intl.PluralRules("en", { type: "ordinal" }).select(rank)] ?? "th"}`;
}
