/** Finding a seat or party by a few letters: of its ISO code, or of its name in any language. Pure. */
import type { Text } from "./i18n.svelte.ts";

export interface Candidate {
  id: string;
  /** As shown. */
  name: string;
  /** ISO code of a State, empty for others. */
  code: string;
  party: string;
  /** Everything it may be found by. */
  names: Text;
}

/** Lower case without accents, so that "mexico" finds "México". */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim();
}

/**
 * How well it matches, the smaller the better: 0 its ISO code in full, 1 the beginning of a name, 2 of a word in it,
 * 3 anything else in it; undefined where it does not.
 */
export function distance(candidate: Candidate, wanted: string): number | undefined {
  if (plain(candidate.code) === wanted) return 0;
  const names = [candidate.name, ...Object.values(candidate.names)].map(plain);
  if (names.some((name) => name.startsWith(wanted))) return 1;
  if (names.some((name) => name.replaceAll(/[\s,]+/g, " ").includes(` ${wanted}`))) return 2;
  if (names.some((name) => name.includes(wanted))) return 3;
  return undefined;
}

/** Those that match, best first; all of them, in their own order, where nothing is typed. */
export function search(candidates: readonly Candidate[], typed: string): Candidate[] {
  const wanted = plain(typed);
  if (wanted === "") return [...candidates];
  return candidates
    .flatMap((candidate) => {
      const far = distance(candidate, wanted);
      return far === undefined ? [] : [{ candidate, far }];
    })
    .sort((a, b) => a.far - b.far)
    .map(({ candidate }) => candidate);
}
