/** What this seat may do now. The server decides (R14, R29); this only keeps vain buttons off the screen. */
import { followUps, linksOf, type FollowUp } from "@shared/links.ts";
import { listState } from "@shared/situation.ts";
import type { MyRequest, SeatAudienceView } from "@shared/wire.gen.ts";

import { myFloor } from "./seat_state.ts";

/** An answer this seat's group owes. */
export interface DueOffer {
  due: string;
  asker: string;
  question: string;
  /** The colleague who said it will answer. */
  ready: string | undefined;
}

export function isGroup(view: SeatAudienceView): boolean {
  return view.parties[myParty(view)]?.kind === "group";
}

export function myParty(view: SeatAudienceView): string {
  return view.seats[view.me.seat]?.party ?? "";
}

/** Answers due that this seat has not said it is ready for. */
export function dueOffers(view: SeatAudienceView): DueOffer[] {
  if (view.session.step.phase !== "exchange") return [];
  const taken = new Set([
    ...Object.values(view.me.requests).flatMap((request) => linksOf(request.relations).answers),
    ...linksOf(myFloor(view)?.relations ?? []).answers,
  ]);
  return Object.entries(view.me.dues)
    .filter(([due, { status }]) => (status === "due" || status === "ripe") && !taken.has(due))
    .map(([due, { asker, question, ready }]) => ({ due, asker, question, ready }));
}

/** Replies to the group's issues that it may follow up now (R14). */
export function followUpOffers(view: SeatAudienceView, now: number): FollowUp[] {
  if (!isGroup(view) || view.session.step.phase !== "exchange" || !takesMore(view, now)) return [];
  return followUps(view, myParty(view));
}

/** The free request of a State: a group answers and follows up (R14). */
export function mayAsk(view: SeatAudienceView, now: number): boolean {
  return !isGroup(view) && takesMore(view, now);
}

/** The hour from which on it may ask for the floor (R13), while that is still to come. */
export function asksFrom({ me, session }: SeatAudienceView, now: number): number | undefined {
  const from = session.asks_from_ms;
  return me.may_ask && from !== undefined && now < from ? from : undefined;
}

/** The server's word is that of the last change; that hour comes, and a last call ends, without one (R13, R18). */
function takesMore(view: SeatAudienceView, now: number): boolean {
  return (
    view.me.may_ask && asksFrom(view, now) === undefined && listState(view.session, now).kind !== "closed"
  );
}

/** The open request of a lane; there is one at most (R12). */
export function requestIn(view: SeatAudienceView, lane: MyRequest["lane"]): string | undefined {
  return Object.entries(view.me.requests).find(([, request]) => request.lane === lane)?.[0];
}
