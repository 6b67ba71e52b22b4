/** Relations of a view turned back into links, and what a group may follow up: phone and console ask alike. Pure. */
import type { IssueView, Links, PublicView, Relation } from "./wire.gen.ts";

/** The links that these relations were made from. */
export function linksOf(relations: readonly Relation[]): Required<Links> {
  const links: Required<Links> = { replies_to: [], asks: [], answers: [] };
  for (const { kind, party, issue, statement, due } of relations) {
    if (kind === "asks") links.asks.push(party);
    else if (kind === "answers" && due) links.answers.push(due);
    else if (kind === "replies_to") links.replies_to.push(...[issue ?? statement ?? []].flat());
  }
  return links;
}

/** A reply to issues of a group that it may follow up. */
export interface FollowUp {
  statement: string;
  /** Who replied. */
  party: string;
  /** The issues of the group that it replied to. */
  issues: string[];
}

interface Spoken {
  party: string;
  relations: readonly Relation[];
}

/**
 * Replies to a group's issues that nobody of the group followed up yet, newest first (R14). The server decides; this
 * only keeps vain offers off the screen.
 * @param waiting requests that are known to this audience: what is asked for already is not offered again
 */
export function followUps(
  view: Pick<PublicView, "statements" | "floor" | "issues">,
  group: string,
  waiting: readonly Spoken[] = [],
): FollowUp[] {
  const spoken: readonly Spoken[] = [
    ...Object.values(view.statements),
    ...(view.floor ? [view.floor] : []),
    ...waiting,
  ];
  const followed = new Set(
    spoken.filter(({ party }) => party === group).flatMap(({ relations }) => linksOf(relations).replies_to),
  );
  return Object.entries(view.statements)
    .sort(([, a], [, b]) => b.order - a.order)
    .map(([statement, { party, relations }]) => ({
      statement,
      party,
      issues: linksOf(relations).replies_to.filter((id) => isIssueOf(view.issues[id], group)),
    }))
    .filter(
      ({ statement, party, issues }) => issues.length > 0 && party !== group && !followed.has(statement),
    );
}

/** A merged issue is still the issue of both groups (R14, R26). */
function isIssueOf(issue: IssueView | undefined, group: string): boolean {
  if (issue === undefined) return false;
  return [issue, ...Object.values(issue.merged)].some(({ party }) => party === group);
}

/** With or without `id`, whichever it was not. */
export function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
