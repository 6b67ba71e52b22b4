/** What a screen is to show. Pure. */
import { situation, type Situation } from "@shared/situation.ts";
import type { FloorView, NextView, PublicView, ScreensView, ScreenView } from "@shared/wire.gen.ts";

export type Scene = ScreenView["scene"];

/** The scene chosen for a screen; whoever has no access link of a screen sees the speaker. */
export function sceneOf(view: PublicView | ScreensView, name: string): Scene {
  return ("screens" in view ? view.screens[name]?.scene : undefined) ?? "speaker";
}

/** Whether the state of the session outranks the scene: a list in a suspension, or in a point of order, would mislead. */
export function isSentence(state: Situation): boolean {
  return ["scheduled", "suspended", "point", "closed"].includes(state.kind);
}

/** More rows than this cannot be read from the back of the hall. */
const ROWS = 6;

export interface ListRows {
  now: FloorView | undefined;
  next: readonly NextView[];
  /** How many wait who are not in `next`. */
  more: number;
}

/** Who is on the list's screen: the speaker and the next, six rows in all; a message takes the place of one. */
export function listRows(view: PublicView): ListRows {
  const state = situation(view);
  const now = "floor" in state ? state.floor : undefined;
  const room = ROWS - (now ? 1 : 0) - (view.message === undefined ? 0 : 1);
  const next = view.next.slice(0, room);
  return { now, next, more: Math.max(0, view.waiting - next.length) };
}

/** So many links of a statement are shown with their titles, side by side with the clock; more of them in short. */
export const FEW = 2;
