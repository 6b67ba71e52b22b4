/** A link that stands still while its screen is frozen: the picture stays, clock and all, and says nothing of it. */
import type { Live } from "@shared/live.svelte.ts";
import type { ScreensView } from "@shared/wire.gen.ts";

import { sceneOf } from "./scene.ts";

export type ScreenLink = Pick<Live<ScreensView>, "view" | "welcome" | "status" | "now" | "lastHeard">;

type Picture = Pick<ScreenLink, "view" | "status" | "now" | "lastHeard">;

export class Freezable implements ScreenLink {
  readonly #link: ScreenLink;
  /** The last picture before the freeze. */
  #kept: Picture | undefined;
  readonly #picture: Picture = $derived.by(() => this.#shown());

  constructor(link: ScreenLink) {
    this.#link = link;
  }

  get view(): ScreensView | undefined {
    return this.#picture.view;
  }

  get status(): ScreenLink["status"] {
    return this.#picture.status;
  }

  get now(): number {
    return this.#picture.now;
  }

  get lastHeard(): number {
    return this.#picture.lastHeard;
  }

  get welcome(): ScreenLink["welcome"] {
    return this.#link.welcome;
  }

  #shown(): Picture {
    const { view, status, now, lastHeard } = this.#link;
    const name = this.#link.welcome?.name ?? "";
    // Not whether it is live: whoever cut the cable of a frozen screen has not thawed it.
    if (view && "screens" in view && sceneOf(view, name) === "freeze") return this.#kept ?? dark(view, name, this.#link);
    this.#kept = view && { view, status: "live", now, lastHeard };
    return { view, status, now, lastHeard };
  }
}

/** Switched on while it is frozen, a screen has no picture to keep: it stays dark. */
function dark(view: ScreensView, name: string, { now, lastHeard }: ScreenLink): Picture {
  const screens = Object.fromEntries(
    Object.entries(view.screens).map(([id, screen]) => [id, id === name ? { ...screen, scene: "blank" as const } : screen]),
  );
  return { view: { ...view, screens }, status: "live", now, lastHeard };
}
