/** What the context button says and does. Pure. */
import type { ConsoleView, MoveView, Step, Suggestion } from "@shared/wire.gen.ts";

import { sameStep } from "../names.ts";

/** A second press within this time is a slip of the finger (faces.md). */
export const PRESS_GUARD_MS = 500;

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
