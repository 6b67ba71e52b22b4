/** What is filled in on a sheet, and the command it becomes. */
import type { Language } from "@shared/languages.ts";
import type { RequestFields } from "@shared/request_edit.ts";
import { distance, plain } from "@shared/search.ts";
import type {
  AmendIssue,
  Ask,
  FiledIssue,
  MyRequest,
  PublicView,
  RaiseIssue,
  Withdraw,
} from "@shared/wire.gen.ts";
import { partyName } from "@shared/words.ts";

/** The longest text the server takes (server/dialogue/model/text.py, ShortText). */
export const MAX_TEXT = 200;

export interface IssueDraft {
  theme: string;
  title: string;
  /** Empty: all States. */
  addressees: string[];
  language: Language;
}

export function emptyRequest(language: Language): RequestFields {
  return { replies_to: [], asks: [], answers: [], on_behalf: [], text: "", language };
}

export function askCommand(seat: string, lane: MyRequest["lane"], draft: RequestFields): Ask {
  const { replies_to, asks, answers, language, text, on_behalf } = draft;
  const links = { replies_to: [...replies_to], asks: [...asks], answers: [...answers] };
  return { type: "ask", seat, lane, links, language, text: text.trim(), on_behalf: [...on_behalf] };
}

export function withdrawCommand(request: string): Withdraw {
  return { type: "withdraw", request };
}

/** R26: without a statement the issue is filed beforehand. */
export function fileCommand(seat: string, draft: IssueDraft): RaiseIssue {
  const { theme, title, addressees, language } = draft;
  return { type: "raise_issue", seat, theme, title: title.trim(), addressees: [...addressees], language };
}

export function emptyIssue(language: Language): IssueDraft {
  return { theme: "", title: "", addressees: [], language };
}

/** A filed issue as it stands, to be amended. */
export function issueDraftOf({ theme, title, addressees, language }: FiledIssue): IssueDraft {
  return { theme, title, addressees: [...addressees], language };
}

/** R26: until it is raised at the floor. */
export function amendCommand(issue: string, draft: IssueDraft): AmendIssue {
  const { theme, title, addressees, language } = draft;
  return { type: "amend_issue", issue, theme, title: title.trim(), addressees: [...addressees], language };
}

/** More than these would bury what is below them; one letter more narrows them down. */
const SHOWN = 5;

/** States of which a word begins with what was typed, or whose code it is (R17); without those in `left`. */
export function findStates(view: PublicView, typed: string, left: readonly string[]): string[] {
  const wanted = plain(typed);
  if (wanted === "") return [];
  return Object.entries(view.parties)
    .filter(([id, { kind, mark }]) => {
      if (kind !== "state" || left.includes(id)) return false;
      const far = distance({ id, name: partyName(view, id), code: mark, party: id, names: {} }, wanted);
      return far !== undefined && far < 3;
    })
    .map(([id]) => id)
    .slice(0, SHOWN);
}
