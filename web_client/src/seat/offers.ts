/** What this seat may do now. The server decides (R14, R29); this only keeps vain buttons off the screen. */
import { listState } from "@shared/situation.ts";
import type { Links, MyRequest, Relation, SeatAudienceView } from "@shared/wire.gen.ts";

import { myFloor } from "./stage.ts";

/** An answer this seat's group owes. */
export interface DueOffer {
  due: string;
  asker: string;
  question: string;
  /** The colleague who said it will answer. */
  ready: string | undefined;
}

/** A reply to one of the group's issues that it may follow up. */
export interface FollowUpOffer {
  statement: string;
  party: string;
  issues: string[];
}

export function isGroup(view: SeatAudienceView): boolean {
  return view.parties[myParty(view)]?.kind === "group";
}

export function myParty(view: SeatAudienceView): string {
  return view.seats[view.me.seat]?.party ?? "";
}

/** The colleagues of the same group, in configured order. */
export function mySeats(view: SeatAudienceView): string[] {
  const party = myParty(view);
  return Object.keys(view.seats).filter((seat) => view.seats[seat]?.party === party);
}

/** Answers due that this seat has not said it is ready for. */
export function dueOffers(view: SeatAudienceView): DueOffer[] {
  if (view.session.step.phase !== "exchange") return [];
  const taken = new Set([
    ...Object.values(view.me.requests).flatMap((request) => linksOf(request.relations).answers ?? []),
    ...linksOf(myFloor(view)?.relations ?? []).answers ?? [],
  ]);
  return Object.entries(view.me.dues)
    .filter(([due, { status }]) => (status === "due" || status === "ripe") && !taken.has(due))
    .map(([due, { asker, question, ready }]) => ({ due, asker, question, ready }));
}

/** Replies to the group's issues, newest first, that nobody of the group followed up yet (R14). */
export function followUpOffers(view: SeatAudienceView, now: number): FollowUpOffer[] {
  if (!isGroup(view) || view.session.step.phase !== "exchange" || !takesMore(view, now)) return [];
  const party = myParty(view);
  const followed = new Set(
    [...Object.values(view.statements), ...(view.floor ? [view.floor] : [])]
      .filter((statement) => statement.party === party)
      .flatMap((statement) => linksOf(statement.relations).replies_to ?? []),
  );
  return Object.entries(view.statements)
    .sort(([, a], [, b]) => b.order - a.order)
    .map(([statement, { party: speaker, relations }]) => ({
      statement,
      party: speaker,
      issues: relations.flatMap(({ party: owner, issue }) => (issue && owner === party ? [issue] : [])),
    }))
    .filter((offer) => offer.issues.length > 0 && offer.party !== party && !followed.has(offer.statement));
}

/** The free request of a State: a group answers and follows up (R14). */
export function mayAsk(view: SeatAudienceView, now: number): boolean {
  return !isGroup(view) && takesMore(view, now);
}

/** The server's word is that of the last change; a last call ends without one (R18). */
function takesMore({ me, session }: SeatAudienceView, now: number): boolean {
  return me.may_ask && listState(session, now).kind !== "closed";
}

/** The open request of a lane; there is one at most (R12). */
export function requestIn(view: SeatAudienceView, lane: MyRequest["lane"]): string | undefined {
  return Object.entries(view.me.requests).find(([, request]) => request.lane === lane)?.[0];
}

/** Relations as the links they were made of. */
export function linksOf(relations: readonly Relation[]): Links {
  const links: Required<Links> = { replies_to: [], asks: [], answers: [] };
  for (const { kind, party, issue, statement, due } of relations) {
    if (kind === "asks") links.asks.push(party);
    else if (kind === "answers" && due) links.answers.push(due);
    else if (kind === "replies_to") links.replies_to.push(...[issue ?? statement ?? []].flat());
  }
  return links;
}
