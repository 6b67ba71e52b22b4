/** A session that stands still while its screen is frozen: the picture stays, clock and all, and says nothing of it. The
 *  server holds the picture, so a screen that was switched on since, and the stage's preview, show the same. */
import type { Live } from "@shared/live.svelte.ts";
import type { PictureView, ScreensView } from "@shared/wire.gen.ts";

export type ScreenLive = Pick<Live<ScreensView>, "view" | "welcome" | "status" | "now" | "lastHeard">;

export class Freezable implements ScreenLive {
  readonly #live: ScreenLive;
  readonly #picture: PictureView | undefined = $derived.by(() => this.#kept());
  readonly #view: ScreensView | undefined = $derived.by(() => this.#shown());

  constructor(live: ScreenLive) {
    this.#live = live;
  }

  get view(): ScreensView | undefined {
    return this.#view;
  }

  /** Whoever cut the cable of a frozen screen has not thawed it: it tells of no trouble. */
  get status(): ScreenLive["status"] {
    return this.#picture ? "live" : this.#live.status;
  }

  get now(): number {
    return this.#picture?.at_ms ?? this.#live.now;
  }

  get lastHeard(): number {
    return this.#picture?.at_ms ?? this.#live.lastHeard;
  }

  get welcome(): ScreenLive["welcome"] {
    return this.#live.welcome;
  }

  get #name(): string {
    return this.#live.welcome?.name ?? "";
  }

  #kept(): PictureView | undefined {
    const { view } = this.#live;
    // Whoever came without the access link of a screen has the public view.
    return view && "screens" in view ? view.screens[this.#name]?.picture : undefined;
  }

  #shown(): ScreensView | undefined {
    const { view } = this.#live;
    const picture = this.#picture;
    if (!view || !picture) return view;
    const { floor, point, message, session, said, next, waiting, issues, scene } = picture;
    const screen = { name: view.screens[this.#name]?.name ?? {}, scene };
    const shown = {
      ...view,
      session,
      said,
      next,
      waiting,
      issues,
      screens: { ...view.screens, [this.#name]: screen },
    };
    delete shown.floor;
    delete shown.point;
    delete shown.message;
    return {
      ...shown,
      ...(floor && { floor }),
      ...(point && { point }),
      ...(message !== undefined && { message }),
    };
  }
}
