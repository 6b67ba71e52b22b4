/** The languages of the faces. */
import type { DialogueView } from "./wire.gen.ts";

export type Language = DialogueView["languages"][number];

/** A text by language, as views carry it. */
export type Text = Readonly<Record<string, string>>;

export const LANGUAGES: readonly Language[] = ["es", "en", "pt", "fr"];

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The language a text comes in: the one wanted, else the first of the faces' languages it has. */
export function languageOf(text: Text, wanted: Language): Language | undefined {
  return [wanted, ...LANGUAGES].find((language) => text[language]);
}

/** The language to begin with: asked for in the address, chosen before, or the browser's own; else Spanish. */
export function firstLanguage(
  asked: string | null,
  chosen: string | null,
  browser: readonly string[],
): Language {
  const wanted = [asked, chosen, ...browser].map((tag) => tag?.slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? "es";
}
