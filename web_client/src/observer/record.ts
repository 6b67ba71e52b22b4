/** What is on record about an issue, in words (R28). Pure, but for the language of the page. */
import { t } from "@shared/i18n.svelte.ts";
import type { IssueView, PublicView } from "@shared/wire.gen.ts";
import { partyName } from "@shared/words.ts";

/** "Brazil, Peru": whom an issue is addressed to, who replied. */
export function names(view: PublicView, parties: readonly string[]): string {
  return parties.map((party) => partyName(view, party)).join(", ");
}

/** A line each for the replies and for what was promised or acknowledged without the floor. */
export function record(view: PublicView, issue: IssueView): string[] {
  return issue.record.map(({ say, count, parties }) =>
    t(`observer-issue-${say}`, {
      ...(count !== undefined && { count }),
      ...(parties && { names: names(view, parties) }),
    }),
  );
}
