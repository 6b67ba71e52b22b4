/** A screen in a frame: what the page around it tells, in place of a connection. */
import type { PreviewMessage } from "@shared/preview.ts";
import type { ScreensView, Welcome } from "@shared/wire.gen.ts";

import type { ScreenLive } from "./freezable.svelte.ts";

export class FramedScreen implements ScreenLive {
  view = $state.raw<ScreensView>();
  welcome = $state.raw<Welcome>();
  now = $state(0);
  readonly status = "live";

  constructor() {
    addEventListener("message", (event: MessageEvent<PreviewMessage>) => {
      // Only from our own page around us.
      if (event.origin === location.origin && event.source === parent) this.#take(event.data);
    });
  }

  get lastHeard(): number {
    return this.now;
  }

  #take({ now, shows }: PreviewMessage): void {
    this.now = now;
    if (shows === undefined) return;
    const { rate } = shows.view.dialogue;
    this.welcome = {
      wire: 1,
      role: "screen",
      name: shows.screen,
      audience: "screens",
      now_ms: now,
      rate,
      beat_ms: 0,
      probe_ms: 0,
    };
    this.view = shows.view;
  }
}
