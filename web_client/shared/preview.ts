/** How the stage shows what a screen shows: the page of the screens in a frame, told by its parent instead of the server. */
import type { Language } from "./languages.ts";
import type { ScreensView } from "./wire.gen.ts";

/** Address of the page in a frame, in a screen's languages; in the dialogue's first two where they are not known. */
export function previewPage([first, second]: readonly Language[]): string {
  if (first === undefined) return "/screen?preview";
  return `/screen?preview&lang=${first}&second=${second ?? "none"}`;
}

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
