/** Names of what the view speaks of, in the language of the console. */
import { nameOf } from "@shared/i18n.svelte.ts";
import type { ConsoleView, PartyView, SeatView, Step } from "@shared/wire.gen.ts";

export function seatName(view: ConsoleView, seat: string): string {
  const found: SeatView | undefined = view.seats[seat];
  return found ? nameOf(found.name) : seat;
}

export function partyName(view: ConsoleView, party: string): string {
  const found: PartyView | undefined = view.parties[party];
  return found ? nameOf(found.name) : party;
}

/** Whatever an act was about: a seat, a party, a screen; the id itself where it is none of these. */
export function thingName(view: ConsoleView, about: string): string {
  if (view.seats[about]) return seatName(view, about);
  if (view.parties[about]) return partyName(view, about);
  const screen = view.screens[about];
  return screen ? nameOf(screen.name) : about;
}

export function sameStep(a: Step, b: Step): boolean {
  return a.phase === b.phase && (a.round ?? 0) === (b.round ?? 0);
}

/** The seats of a party, in the order of the configuration. */
export function seatsOf(view: ConsoleView, party: string): string[] {
  return Object.keys(view.seats).filter((seat) => view.seats[seat]?.party === party);
}

/** The parties of one kind, in the drawn order. */
export function partiesOf(view: ConsoleView, kind: PartyView["kind"]): string[] {
  return Object.keys(view.parties).filter((party) => view.parties[party]?.kind === kind);
}
