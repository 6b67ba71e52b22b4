/** What is filled in on a sheet, and the command it becomes. */
import type { Language } from "@shared/languages.ts";
import { linksOf } from "@shared/links.ts";
import type {
  AmendIssue,
  Ask,
  ChangeRequest,
  FiledIssue,
  Links,
  MyRequest,
  RaiseIssue,
  Withdraw,
} from "@shared/wire.gen.ts";

/** The longest text the server takes (server/dialogue/commands.py, ShortText). */
export const MAX_TEXT = 200;

export interface RequestDraft {
  replies_to: string[];
  asks: string[];
  answers: string[];
  /** Other States for whom it speaks (R17). */
  on_behalf: string[];
  text: string;
  language: Language;
}

export interface IssueDraft {
  theme: string;
  title: string;
  /** Empty: all States. */
  addressees: string[];
  language: Language;
}

export function emptyRequest(language: Language): RequestDraft {
  return { replies_to: [], asks: [], answers: [], on_behalf: [], text: "", language };
}

/** A request as it stands, to be changed. */
export function draftOf(request: MyRequest): RequestDraft {
  const { replies_to, asks, answers } = linksOf(request.relations);
  const { on_behalf, text, language } = request;
  return { replies_to, asks, answers, on_behalf: [...on_behalf], text, language };
}

function links({ replies_to, asks, answers }: RequestDraft): Links {
  return { replies_to: [...replies_to], asks: [...asks], answers: [...answers] };
}

export function askCommand(seat: string, lane: MyRequest["lane"], draft: RequestDraft): Ask {
  const { language, text, on_behalf } = draft;
  return { type: "ask", seat, lane, links: links(draft), language, text: text.trim(), on_behalf: [...on_behalf] };
}

/** R12: changing a request keeps its place. */
export function changeCommand(request: string, draft: RequestDraft): ChangeRequest {
  const { language, text, on_behalf } = draft;
  return {
    type: "change_request",
    request,
    links: links(draft),
    language,
    text: text.trim(),
    on_behalf: [...on_behalf],
  };
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

/** With or without `id`, whichever it was not. */
export function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
