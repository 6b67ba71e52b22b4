/** What a screen is to show. Pure. */
import { situation, type Situation } from "@shared/situation.ts";
import type {
  ActionView,
  FloorView,
  NextView,
  PublicView,
  ScreensView,
  ScreenView,
} from "@shared/wire.gen.ts";

export type Scene = ScreenView["scene"];

/** The scene chosen for a screen; whoever has no access link of a screen sees the speaker. */
export function sceneOf(view: PublicView | ScreensView, name: string): Scene {
  return ("screens" in view ? view.screens[name]?.scene : undefined) ?? "speaker";
}

/**
 * Whether the state of the session outranks the scene: a list in a suspension, or in a point of order, would mislead.
 * Joint actions may stand there after the close.
 */
export function isSentence(state: Situation, scene: Scene): boolean {
  if (state.kind === "closed") return scene !== "actions";
  return ["scheduled", "suspended", "point"].includes(state.kind);
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

/** More joint actions than these, of two lines each, cannot be read from the back of the hall. */
const ACTIONS = 3;

export interface ActionRows {
  shown: readonly [id: string, action: ActionView][];
  more: number;
}

/** The joint actions on a screen: the last ones; a message takes the place of one. */
export function actionRows(view: PublicView): ActionRows {
  const all = Object.entries(view.actions);
  const shown = all.slice(view.message === undefined ? -ACTIONS : 1 - ACTIONS);
  return { shown, more: all.length - shown.length };
}

/** So many links of a statement are shown with their titles, side by side with the clock; more of them in short. */
export const FEW = 2;
