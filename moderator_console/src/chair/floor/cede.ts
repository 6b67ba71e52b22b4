/** To whom the rest of a slot can be ceded (R22). Pure. */
import type { ConsoleView } from "@shared/wire.gen.ts";

/** The colleague of who speaks in a slot: still to be heard in it, and in the hall. None outside the interventions. */
export function colleagueOf(view: ConsoleView): string | undefined {
  const { floor } = view;
  if (floor?.lane !== "intervention" || floor.status === "called") return undefined;
  const slot = Object.values(view.slots).find(({ status, party }) => status === "speaking" && party === floor.party);
  return slot?.seats.find((seat) => seat !== floor.seat && !slot.heard.includes(seat) && !view.away.includes(seat));
}
