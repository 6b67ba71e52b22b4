/** Two languages in parallel: the hall's own above or before, the second below or after it. */
import { isLanguage, type Language } from "@shared/languages.ts";
import { nameOf, tIn, type Arguments, type Text } from "@shared/i18n.svelte.ts";

export type Pair = readonly [Language] | readonly [Language, Language];

/**
 * The languages of a screen: `?lang=` and `?second=` in its address; else the dialogue's first two.
 * `?second=none` shows one language alone.
 */
export function languagesOf(query: string, dialogue: readonly Language[]): Pair {
  const asked = new URLSearchParams(query);
  const lang = asked.get("lang");
  const first = isLanguage(lang) ? lang : (dialogue[0] ?? "es");
  const wanted = asked.get("second");
  if (wanted === "none") return [first];
  const second = isLanguage(wanted) ? wanted : dialogue.find((other) => other !== first);
  return second === undefined || second === first ? [first] : [first, second];
}

/** What `say` says in each of the languages, once where they agree. */
export function both(pair: Pair, say: (lang: Language) => string): string[] {
  return [...new Set(pair.map(say))].filter(Boolean);
}

export function texts(pair: Pair, text: Text): string[] {
  return both(pair, (lang) => nameOf(text, lang));
}

/** "quedan · left". */
export function joined(pair: Pair, id: string, args?: Arguments): string {
  return both(pair, (lang) => tIn(lang, id, args)).join(" · ");
}
