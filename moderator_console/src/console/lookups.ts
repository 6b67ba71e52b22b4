/** Small questions to the view that several panels ask. Pure but for the language of the face. */
import { nameOf, t } from "@shared/i18n.svelte.ts";
import { partyName, partyShort, seatName } from "@shared/words.ts";
import type { ActView, ConsoleView, IssueView, PartyView, Step } from "@shared/wire.gen.ts";

/** Whatever an act was about: a seat, a party, a screen; the id itself where it is none of these. */
export function thingName(view: ConsoleView, about: string): string {
  if (view.seats[about]) return shortName(view, about);
  if (view.parties[about]) return partyName(view, about);
  const screen = view.screens[about];
  return screen ? nameOf(screen.name) : about;
}

/** "Presidency" of "console:chair"; the name of the access link itself where it is none of the two usual ones. */
export function consoleName(console: string): string {
  const name = console.replace("console:", "");
  return name === "chair" || name === "deputy" ? t(`console-${name}`) : name;
}

/** "Round 1 · Exchange", of any step. */
export function stepName({ phase = "scheduled", round = 0 }: Step): string {
  const name = t(`phase-${phase}`);
  return round > 0 ? `${t("round-number", { round })} · ${name}` : name;
}

export function sameStep(a: Step, b: Step): boolean {
  return a.phase === b.phase && (a.round ?? 0) === (b.round ?? 0);
}

/** The seats of a party, in the order of the configuration. */
export function seatsOf(view: ConsoleView, party: string): string[] {
  return Object.keys(view.seats).filter((seat) => view.seats[seat]?.party === party);
}

/** The parties of one kind, in the drawn order. */
export function partiesOf(view: ConsoleView, kind: PartyView["kind"]): string[] {
  return Object.keys(view.parties).filter((party) => view.parties[party]?.kind === kind);
}

/** Short, where room is scarce: "Civil society 2" for the second seat of a group; a State by its name. */
export function shortName(view: ConsoleView, seat: string): string {
  const party = view.seats[seat]?.party ?? "";
  const seats = seatsOf(view, party);
  return seats.length > 1 ? `${partyShort(view, party)} ${seats.indexOf(seat) + 1}` : seatName(view, seat);
}

/** "Undo: end of Canada". `about` is the name of whom or what the act was about; for a step, the step's id. */
export function undoLabel(undo: ActView, about: string): string {
  const named = undo.kind === "step_moved" ? t(`phase-${undo.about}`) : about;
  return t("console-undo", { act: t(`act-${undo.kind}`, { about: named }) });
}

/** How an issue stands (R28). */
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

/** R3: by how many minutes, counted up, the resumption is later than announced; 0 while it is not. */
export function minutesLate({ session }: ConsoleView, now: number): number {
  return Math.max(0, Math.ceil((now - (session.suspension?.resume_at_ms ?? Infinity)) / 60_000));
}
