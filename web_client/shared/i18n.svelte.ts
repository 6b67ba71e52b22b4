/** The words of the faces: catalogues in Fluent, one language at a time, switched while the page runs. */
import { FluentBundle, FluentResource } from "@fluent/bundle";

import { isolated } from "./bidi.ts";
import { firstLanguage, isLanguage, LANGUAGES, languageOf, type Language, type Text } from "./languages.ts";

export { LANGUAGES, type Language, type Text };
export type Arguments = Record<string, string | number>;

const CHOICE = "palabra-language";

// Bidirectional marks stand around the names that need them (`isolated`), not around every argument.
const bundles = new Map(LANGUAGES.map((lang) => [lang, new FluentBundle(lang, { useIsolating: false })]));

/**
 * Make catalogues known. Each face passes its own, so that a phone does not load the console's:
 * `import.meta.glob("@locale/*\/{common,seat}.ftl", { query: "?raw", import: "default", eager: true })`.
 * @param files text of each catalogue by its path, which ends in `<language>/<name>.ftl`
 * @throws Error where a catalogue is not Fluent, or its path names no language
 */
export function addCatalogues(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    const lang = path.split("/").at(-2);
    const bundle = isLanguage(lang) ? bundles.get(lang) : undefined;
    if (!bundle) throw new Error(`${path}: no such language`);
    const [problem] = bundle.addResource(new FluentResource(text), { allowOverrides: true });
    if (problem) throw problem;
  }
}

function storedChoice(): string | null {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return null; // storage is switched off in this browser: the choice lasts as long as the page
  }
}

const begun = firstLanguage(
  new URLSearchParams(location.search).get("lang"),
  storedChoice(),
  navigator.languages,
);
let current = $state<Language>(begun);
document.documentElement.lang = begun;

/** The language of this face; reactive. */
export function language(): Language {
  return current;
}

/** Change it, and remember the choice on this device. */
export function setLanguage(lang: Language): void {
  current = lang;
  document.documentElement.lang = lang;
  try {
    localStorage.setItem(CHOICE, lang);
  } catch {
    // As above: nothing to keep it in.
  }
}

/** A sentence in the language of the face. */
export function t(id: string, args?: Arguments): string {
  return tIn(current, id, args);
}

/** A sentence in a given language; where that has none, in English, then Spanish; the id itself where nobody has. */
export function tIn(lang: Language, id: string, args?: Arguments): string {
  for (const candidate of [lang, "en", "es"] as const) {
    const found = formatted(candidate, id, args);
    if (found !== undefined) return found;
  }
  return id;
}

/** Whether a language has the sentence itself, without falling back. */
export function has(lang: Language, id: string): boolean {
  return bundles.get(lang)?.hasMessage(id) ?? false;
}

function formatted(lang: Language, id: string, args?: Arguments): string | undefined {
  const bundle = bundles.get(lang);
  const pattern = bundle?.getMessage(id)?.value;
  // Errors are collected, not thrown: a missing argument shows as {$name}, the rest of the sentence stays.
  return bundle && pattern ? bundle.formatPattern(pattern, known(args), []) : undefined;
}

/** A number that nobody knows, for time is unknown, is written as a dash. */
function known(args: Arguments | undefined): Arguments | null {
  if (!args || !Object.values(args).some(Number.isNaN)) return args ?? null;
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, Number.isNaN(value) ? "–" : value]),
  );
}

/** A text of the dialogue in the language of the face, or in one it has. */
export function nameOf(text: Text, lang: Language = current): string {
  const found = languageOf(text, lang);
  return found === undefined ? "" : isolated(text[found] ?? "");
}
