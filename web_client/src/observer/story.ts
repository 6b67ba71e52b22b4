/** The story of the dialogue, as sentences. Pure, but for the language of the page. */
import { t } from "@shared/i18n.svelte.ts";
import type { PublicView, StatementView } from "@shared/wire.gen.ts";
import { issueName, issueTitle, partyName } from "@shared/words.ts";

/** Statements by id, the last one heard in front. */
export function newestFirst(view: PublicView): [string, StatementView][] {
  return Object.entries(view.statements).sort(([, a], [, b]) => b.order - a.order);
}

/** What a statement did, to follow its speaker's name: "raises Rural connectivity", "replies to …; asks …". */
export function storySentence(view: PublicView, statement: StatementView): string {
  const titles = statement.issues.map((issue) => issueTitle(view, issue)).filter(Boolean);
  /** In the order in which the server tells them. */
  const kinds = [...new Set(statement.relations.map(({ kind }) => kind))];
  return [
    ...(titles.length > 0 ? [t("relation-raises", { what: titles.join(", ") })] : []),
    ...kinds.map((kind) => {
      const targets = statement.relations
        .filter((relation) => relation.kind === kind)
        .map(({ issue, party }) => (issue === undefined ? partyName(view, party) : issueName(view, issue)));
      return t(`relation-${kind}`, { what: targets.join(", ") });
    }),
  ].join("; ");
}
