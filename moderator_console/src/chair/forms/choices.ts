/** What the dialogs let one choose from. */
import { nameOf } from "@shared/i18n.svelte.ts";
import type { ConsoleView } from "@shared/wire.gen.ts";

import type { Choice } from "./search.ts";

/** Every seat but the chair's, whose remarks are no entry in the list (R8), and guests', who have theirs (R32). */
export function seatChoices(view: ConsoleView): Choice[] {
  return Object.entries(view.seats).flatMap(([id, seat]) => {
    const party = view.parties[seat.party];
    if (party === undefined || party.kind === "chair" || party.kind === "guest") return [];
    const code = party.kind === "state" ? party.mark : "";
    return [{ id, name: nameOf(seat.name), code, party: seat.party, names: seat.name }];
  });
}

/** The States, as addressees of an issue. */
export function stateChoices(view: ConsoleView): Choice[] {
  return Object.entries(view.parties).flatMap(([id, party]) =>
    party.kind === "state"
      ? [{ id, name: nameOf(party.name), code: party.mark, party: id, names: party.name }]
      : [],
  );
}
