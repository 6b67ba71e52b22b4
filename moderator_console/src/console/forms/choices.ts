/** What the dialogs let one choose from, and what they begin with. Pure but for the language of the face. */
import { nameOf, t } from "@shared/i18n.svelte.ts";
import { followUps } from "@shared/links.ts";
import type { Candidate } from "@shared/search.ts";
import type { Ask, ConsoleView, Links, PartyView } from "@shared/wire.gen.ts";
import { issueCode, listed, partyName } from "@shared/words.ts";

/** Every seat but the chair's, whose remarks are no entry in the list (R8), and guests', who have theirs (R32). */
export function seatChoices(view: ConsoleView): Candidate[] {
  return Object.entries(view.seats).flatMap(([id, seat]) => {
    const party = view.parties[seat.party];
    if (party === undefined || party.kind === "chair" || party.kind === "guest") return [];
    const code = party.kind === "state" ? party.mark : "";
    return [{ id, name: nameOf(seat.name), code, party: seat.party, names: seat.name }];
  });
}

/** The States, as addressees of an issue. */
export function stateChoices(view: ConsoleView): Candidate[] {
  return Object.entries(view.parties).flatMap(([id, party]) =>
    party.kind === "state"
      ? [{ id, name: nameOf(party.name), code: party.mark, party: id, names: party.name }]
      : [],
  );
}

/** Whoever may be asked to do something: all but the chair. */
export function partyChoices(view: ConsoleView): Candidate[] {
  return Object.entries(view.parties).flatMap(([id, party]) =>
    party.kind === "chair"
      ? []
      : [
          {
            id,
            name: nameOf(party.name),
            code: party.kind === "state" ? party.mark : "",
            party: id,
            names: party.name,
          },
        ],
  );
}

/** So many who spoke last may have proposed something. */
const LAST = 5;

/** The statements at which something was likely proposed: the one at the floor, then the last ones (R37). */
export function proposers({ floor, statements }: ConsoleView): string[] {
  const last = Object.entries(statements).sort(([, a], [, b]) => b.order - a.order);
  const running = floor && floor.status !== "called" ? [floor.statement] : [];
  return [...running, ...last.slice(0, LAST).map(([id]) => id)];
}

export type LinkList = "replies_to" | "asks" | "answers";
export type RequestLane = NonNullable<Ask["lane"]>;

/** Replies that a group may follow up, as choices: "Canada, on Youth 1.2". */
export function followUpChoices(
  view: ConsoleView,
  group: string,
): { id: string; party: PartyView | undefined; text: string }[] {
  return followUps(view, group, Object.values(view.agenda)).map(({ statement, party, issues }) => {
    const codes = listed(issues.map((issue) => issueCode(view, issue)));
    return {
      id: statement,
      party: view.parties[party],
      text: t("console-follow-up-reply", { party: partyName(view, party), issues: codes }),
    };
  });
}

/** The answers that a group still owes. */
function owed(view: ConsoleView, group: string): string[] {
  return Object.entries(view.dues).flatMap(([id, due]) =>
    due.group === group && (due.status === "due" || due.status === "ripe") ? [id] : [],
  );
}

/** The lane in which a party most likely asks: a group answers what it owes, else follows up (R14); a State speaks. */
export function likelyLane(view: ConsoleView, party: string): RequestLane {
  return view.parties[party]?.kind === "group" && owed(view, party).length > 0 ? "answer" : "statement";
}

/** What a request begins with: where a group has one thing to answer or follow up only, that one. */
export function likelyLinks(view: ConsoleView, party: string, lane: RequestLane): Links {
  if (view.parties[party]?.kind !== "group" || lane === "right_of_reply") return {};
  const list = lane === "answer" ? "answers" : "replies_to";
  const ids = lane === "answer" ? owed(view, party) : followUpChoices(view, party).map(({ id }) => id);
  return ids.length === 1 ? { [list]: ids } : {};
}

/** Whether a group has said what it answers or follows up; a State need not say anything (R12, R14). */
export function isLinked(view: ConsoleView, party: string, lane: RequestLane, links: Links): boolean {
  if (view.parties[party]?.kind !== "group" || lane === "right_of_reply") return true;
  return ((lane === "answer" ? links.answers : links.replies_to) ?? []).length > 0;
}

/**
 * The running statement of the seat, else its last one that was heard; null: filed beforehand (R26).
 * A call is no statement yet: what is noted before the start belongs to nothing.
 */
export function raisedIn(view: ConsoleView, seat: string): string | null {
  const { floor } = view;
  if (floor?.seat === seat && floor.status !== "called") return floor.statement;
  const heard = Object.entries(view.statements).filter(([, statement]) => statement.seat === seat);
  const last = heard.sort(([, a], [, b]) => b.order - a.order)[0];
  return last?.[0] ?? null;
}
