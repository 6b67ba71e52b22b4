/** A stand-in for the connection of a screen. */
import { NOW } from "@shared/demo/index.ts";
import type { ScreensView, Welcome } from "@shared/wire.gen.ts";

import type { ScreenLink } from "../freezable.svelte.ts";

export class StandInScreen implements ScreenLink {
  view = $state.raw<ScreensView>();
  status = $state<ScreenLink["status"]>("live");
  now = $state(NOW);
  readonly lastHeard = NOW;
  readonly welcome: Welcome;

  constructor(view: ScreensView, name = "hall-left") {
    this.view = view;
    this.welcome = {
      wire: 1,
      role: "screen",
      name,
      audience: "screens",
      now_ms: NOW,
      rate: 1,
      beat_ms: 2_000,
      probe_ms: 60_000,
    };
  }
}
