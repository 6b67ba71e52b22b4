/** Moves from step to step: what the context button makes of one, and what it leaves open, by name (R1, R39). */
import { t } from "@shared/i18n.svelte.ts";
import type { ConsoleView, MoveView, Step, Suggestion } from "@shared/wire.gen.ts";
import { issueName, partyName, partyShort } from "@shared/words.ts";

import { isOpen, sameStep, shortName } from "../lookups.ts";

/** The move the context button would make, if it is one. */
export function moveOf(suggestion: Suggestion | undefined): Step | undefined {
  return suggestion?.command.type === "move_step" ? suggestion.command.to : undefined;
}

/** The move to `step`, with what it drops (R1); none if the chair may not move there now. */
export function findMove(view: ConsoleView, step: Step | undefined): MoveView | undefined {
  return step && view.moves.find((move) => sameStep(move.to, step));
}

/** Whether the rounds end with it: then everything left open is read out first (R39). */
export function isEnding(move: MoveView): boolean {
  return move.to.phase === "closing" || move.to.phase === "closed";
}

/**
 * Whether the chair sees first what the move leaves behind (R1). Always before the end of the rounds, where another
 * one is the other way to go (R34), and before the close, which undo does not take back (R6).
 */
export function needsLook(move: MoveView): boolean {
  const dropped = move.slots.length + move.requests.length + move.written.length + move.dues.length > 0;
  return dropped || isEnding(move);
}

export interface Left {
  id: "slots" | "requests" | "written" | "rights" | "points" | "dues" | "issues";
  names: string[];
}

/**
 * Each kind of thing left behind, without those of which there is none. Nothing lapses yet by the move to the closing:
 * there it is what the close would leave open as things stand (R39).
 */
export function leftBy(view: ConsoleView, move: MoveView): Left[] {
  const found = move.to.phase === "closing" ? openNow(view, move) : move;
  const { slots, requests, written, rights, points, dues, issues } = found;
  const ofRequest = (key: string): string => shortName(view, view.agenda[key]?.seat ?? key);
  const left: Left[] = [
    { id: "slots", names: slots.map((slot) => partyName(view, view.slots[slot]?.party ?? slot)) },
    { id: "requests", names: requests.map(ofRequest) },
    { id: "written", names: written.map(ofRequest) },
    { id: "rights", names: rights.map(ofRequest) },
    { id: "points", names: points.map((point) => shortName(view, view.points[point]?.seat ?? point)) },
    { id: "dues", names: dues.map((due) => dueName(view, due)) },
    { id: "issues", names: issues.map((issue) => issueName(view, issue)) },
  ];
  return left.filter(({ names }) => names.length > 0);
}

type Things = Pick<MoveView, Left["id"]>;

function openNow(view: ConsoleView, { slots, written }: MoveView): Things {
  const waiting = (lane: string): string[] =>
    view.order.filter((key) => {
      const row = view.agenda[key];
      return row?.target.type === "request_target" && row.lane === lane && !written.includes(key);
    });
  return {
    slots,
    requests: waiting("statement"),
    written,
    rights: waiting("right_of_reply"),
    points: Object.entries(view.points).flatMap(([id, { status }]) => (status === "raised" ? [id] : [])),
    dues: Object.keys(view.dues).filter((due) => ["due", "ripe"].includes(view.dues[due]?.status ?? "")),
    issues: Object.entries(view.issues).flatMap(([id, issue]) => (isOpen(issue) ? [id] : [])),
  };
}

function dueName(view: ConsoleView, due: string): string {
  const found = view.dues[due];
  return found
    ? t("console-due-of", { group: partyShort(view, found.group), asker: partyName(view, found.asker) })
    : due;
}
