/** What is on record about an issue (R28). Pure, but for the language of the page. */
import { t } from "@shared/i18n.svelte.ts";
import type { IssueView, PublicView } from "@shared/wire.gen.ts";
import { partyName } from "@shared/words.ts";

const FACTS = ["written", "acknowledged"] as const;

/** Nobody replied at the floor, promised to in writing, or acknowledged an action. */
export function isOpen({ replies, facts }: IssueView): boolean {
  return replies.length === 0 && Object.keys(facts).length === 0;
}

/** "Brazil, Peru": whom an issue is addressed to, who replied. */
export function names(view: PublicView, parties: readonly string[]): string {
  return parties.map((party) => partyName(view, party)).join(", ");
}

/** A line each for the replies and for what was promised or acknowledged without the floor. No reply is judged. */
export function record(view: PublicView, issue: IssueView): string[] {
  if (isOpen(issue)) {
    return [t(view.session.step.phase === "closed" ? "observer-issue-unanswered" : "observer-issue-open")];
  }
  const { replies, replied_by, facts } = issue;
  const promised = FACTS.flatMap((fact) => {
    const by = Object.keys(facts).filter((party) => facts[party] === fact);
    return by.length > 0 ? [t(`observer-issue-${fact}`, { names: names(view, by) })] : [];
  });
  return replies.length === 0
    ? promised
    : [t("observer-issue-replied", { count: replies.length, names: names(view, replied_by) }), ...promised];
}
