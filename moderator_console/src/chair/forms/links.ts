/** Links of a statement or request, as the dialogs edit them (R12, R14, R27). Pure but for the language of the face. */
import { t } from "@shared/i18n.svelte.ts";
import { followUps } from "@shared/links.ts";
import type { Ask, ConsoleView, Links } from "@shared/wire.gen.ts";
import { issueCode, listed, partyName } from "@shared/words.ts";

export type LinkList = "replies_to" | "asks" | "answers";
export type RequestLane = NonNullable<Ask["lane"]>;

/** The links with one more, or one less. */
export function toggled(links: Links, list: LinkList, id: string): Links {
  const had = links[list] ?? [];
  return { ...links, [list]: had.includes(id) ? had.filter((other) => other !== id) : [...had, id] };
}

/** Replies that a group may follow up, as choices: "Canada, on Youth 1.2". */
export function followUpChoices(view: ConsoleView, group: string): { id: string; party: string; text: string }[] {
  return followUps(view, group, Object.values(view.agenda)).map(({ statement, party, issues }) => {
    const codes = listed(issues.map((issue) => issueCode(view, issue)));
    return { id: statement, party, text: t("desk-follow-up-reply", { party: partyName(view, party), issues: codes }) };
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
