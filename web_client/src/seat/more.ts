/** What is rarely needed, or may be at any time: behind the phone's "More" (R7, R28, R30, R31). */
import type { ActionView, IssueView, SeatAudienceView, StatementView } from "@shared/wire.gen.ts";

import { isGroup, myParty, requestIn } from "./offers.ts";

/** A point of order; one at a time for each seat (R30). */
export function mayRaisePoint({ me, point }: SeatAudienceView): boolean {
  return me.may_raise_point && me.point === undefined && point?.seat !== me.seat;
}

/** Asked for until the exchange ends; how many a party may have is the server's to say (R31). */
export function mayAskRight(view: SeatAudienceView): boolean {
  return (
    isDelegate(view) &&
    view.session.step.phase === "exchange" &&
    requestIn(view, "right_of_reply") === undefined
  );
}

/** Whoever was named by another rises soon after: older statements are out of mind. */
const LAST = 6;

/** Whom a right of reply may be directed at: what others said, the last first. */
export function namingStatements(view: SeatAudienceView): [string, StatementView][] {
  const party = myParty(view);
  return Object.entries(view.statements)
    .filter(([, statement]) => statement.party !== party && statement.lane !== "remarks")
    .sort(([, a], [, b]) => b.order - a.order)
    .slice(0, LAST);
}

/** Issues to which a State may promise a written reply, or has (R28); an action it acknowledged is left alone. */
export function promisable(view: SeatAudienceView): [string, IssueView][] {
  const party = myParty(view);
  if (view.parties[party]?.kind !== "state") return [];
  return Object.entries(view.issues).filter(
    ([, { detached, facts }]) => !detached && facts[party] !== "acknowledged",
  );
}

/** Joint actions that name this seat's party (R37). */
export function namingActions(view: SeatAudienceView): [string, ActionView][] {
  const party = myParty(view);
  return Object.entries(view.actions).filter(([, { parties }]) => parties.includes(party));
}

/** How many of them wait for its word. */
export function waitingActions(view: SeatAudienceView): number {
  const party = myParty(view);
  return namingActions(view).filter(([, { answers }]) => !answers[party]).length;
}

/** Representatives and delegations leave the hall and have substitutes; who presides is the consoles' matter (R4). */
export function isDelegate(view: SeatAudienceView): boolean {
  return isGroup(view) || view.parties[myParty(view)]?.kind === "state";
}

/** Whether there is anything behind "More". */
export function hasMore(view: SeatAudienceView): boolean {
  return isDelegate(view) && view.session.step.phase !== "closed";
}
