/** How an issue stands, in the words of R28. Pure. */
import type { IssueView } from "@shared/wire.gen.ts";

export type Standing = "detached" | "replied" | "written" | "acknowledged" | "open";

/** A reply that was heard says most, then what a State acknowledged, then what it promised. */
export function standingOf(issue: IssueView): Standing {
  if (issue.detached) return "detached"; // R24
  if (issue.replies.length > 0) return "replied";
  const facts = Object.values(issue.facts);
  if (facts.includes("acknowledged")) return "acknowledged";
  return facts.includes("written") ? "written" : "open";
}

/** Neither replied to, nor promised, nor acknowledged: what must not be forgotten (R39). */
export function isOpen(issue: IssueView): boolean {
  return standingOf(issue) === "open";
}
