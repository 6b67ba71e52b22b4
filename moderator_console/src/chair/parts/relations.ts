/** One relation of a statement as a sign and as a sentence. */
import { t } from "@shared/i18n.svelte.ts";
import type { ConsoleView, Relation } from "@shared/wire.gen.ts";
import { issueCode } from "@shared/words.ts";

import { partyName } from "../names.ts";

export const SIGNS: Readonly<Record<Relation["kind"], string>> = { replies_to: "→", asks: "?", answers: "↩" };

/** "replies to Youth 1.2, Rural connectivity", "asks Civil society", "answers Canada". */
export function relationSentence(view: ConsoleView, relation: Relation): string {
  const party = partyName(view, relation.party);
  const issue = relation.issue === undefined ? undefined : view.issues[relation.issue];
  if (issue && relation.issue !== undefined) {
    const code = issueCode(view, relation.issue);
    return t("desk-replies-to-issue", { issue: issue.title ? `${code}, ${issue.title}` : code });
  }
  return t(`desk-relation-${relation.kind}`, { party });
}
