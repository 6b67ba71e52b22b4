/** Joint actions in words (R37). Pure, but for the language of the page. */
import { isolated } from "./bidi.ts";
import { language, tIn, type Language } from "./i18n.svelte.ts";
import type { ActionView, PublicView } from "./wire.gen.ts";
import { issueCode, listed, partyName } from "./words.ts";

/** "Recorded", or who proposed it. */
export function actionStanding(view: PublicView, action: ActionView, lang: Language = language()): string {
  if (action.status === "recorded") return tIn(lang, "action-recorded");
  return tIn(lang, "action-proposed-by", { name: partyName(view, action.party, lang) });
}

/** What is to be done; where an older journal tells no words, about which issue. */
export function actionWords(view: PublicView, action: ActionView, lang: Language = language()): string {
  if (action.what !== "") return isolated(action.what);
  return tIn(lang, "action-untold", { issue: action.issue ? issueCode(view, action.issue, lang) : "–" });
}

/** "Brazil, Mexico, CEPAL": who is to do it. */
export function actionWho(view: PublicView, action: ActionView, lang: Language = language()): string {
  const named = action.parties.map((party) => partyName(view, party, lang));
  return [...named, isolated(action.others)].filter(Boolean).join(", ");
}

/** Who is to do it, by when, of which mandate, from which issue: as far as it is said. */
export function actionTerms(view: PublicView, action: ActionView, lang: Language = language()): string[] {
  const { by_when, mandate, issue, what } = action;
  return [
    tIn(lang, "action-who", { names: actionWho(view, action, lang) }),
    ...(by_when ? [tIn(lang, "action-by-when", { when: isolated(by_when) })] : []),
    ...(mandate ? [tIn(lang, "action-mandate", { mandate: isolated(mandate) })] : []),
    ...(issue && what ? [tIn(lang, "action-from", { issue: issueCode(view, issue, lang) })] : []),
  ];
}

/** The parties named that have not said anything. */
export function leftOpen({ parties, answers }: ActionView): string[] {
  return parties.filter((party) => !answers[party]);
}

/** Who acknowledges it, who declines and in which words, who has left it open. */
export function actionAnswers(view: PublicView, action: ActionView, lang: Language = language()): string[] {
  const { parties, answers } = action;
  const names = (found: readonly string[]): string =>
    listed(
      found.map((party) => partyName(view, party, lang)),
      lang,
    );
  const agreed = parties.filter((party) => answers[party]?.word === "acknowledged");
  const open = leftOpen(action);
  return [
    ...(agreed.length > 0 ? [tIn(lang, "action-acknowledged", { names: names(agreed) })] : []),
    ...parties.flatMap((party) => {
      const answer = answers[party];
      if (answer?.word !== "declined") return [];
      const name = partyName(view, party, lang);
      if (!answer.text) return [tIn(lang, "action-declined", { name })];
      return [tIn(lang, "action-declined-text", { name, text: isolated(answer.text) })];
    }),
    ...(open.length > 0 ? [tIn(lang, "action-left-open", { names: names(open) })] : []),
  ];
}
