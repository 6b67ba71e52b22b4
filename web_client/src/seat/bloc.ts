/** For which other States one speaks (R17). */
import type { PublicView } from "@shared/wire.gen.ts";
import { partyName } from "@shared/words.ts";

/** More than these would bury what is below them; one letter more narrows them down. */
const SHOWN = 5;

/** "São" and "sao" are the same to whoever types. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** States of which a word begins with what was typed, or whose code it is; without those in `left`. */
export function findStates(view: PublicView, typed: string, left: readonly string[]): string[] {
  const wanted = plain(typed.trim());
  if (wanted === "") return [];
  return Object.entries(view.parties)
    .filter(([id, { kind, mark }]) => {
      if (kind !== "state" || left.includes(id)) return false;
      const name = plain(partyName(view, id));
      return plain(mark) === wanted || name.startsWith(wanted) || name.includes(` ${wanted}`);
    })
    .map(([id]) => id)
    .slice(0, SHOWN);
}
