/** How the stage shows what a screen shows: the page of the screens in a frame, told by its parent instead of the server. */
import type { ScreensView } from "./wire.gen.ts";

/** The page in a frame. */
export const PREVIEW_PAGE = "/screen?preview";

/** From the parent: at once when the view changes, and with nothing but the time in between. */
export interface PreviewMessage {
  /** Server time, epoch ms. */
  now: number;
  /** A view, and which of its screens the frame is. */
  shows?: { view: ScreensView; screen: string };
}

export function isPreview(query: string): boolean {
  return new URLSearchParams(query).has("preview");
}
