/** People's names within our sentences: one that is written from right to left turns nothing else around. */

/** Hebrew, Arabic and their neighbours, the scripts of the supplementary plane, and marks of direction. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/**
 * `text` as it may stand in a sentence: what `<bdi>` is for elements, for labels, titles and messages too (Unicode
 * Standard Annex 9). Text from left to right stays as it is. server/wording.py does the same.
 */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
}
