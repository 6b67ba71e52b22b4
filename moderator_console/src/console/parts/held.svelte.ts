/**
 * A list under the hand: while the pointer is over it, or a menu of it is open, no row takes another's place (R16). A
 * pointer that was left lying there holds nothing after a while.
 */
import { untrack } from "svelte";
import type { Attachment } from "svelte/attachments";
import { on } from "svelte/events";

/** A hand that has not moved for so long has gone. */
export const LEFT_MS = 10_000;

export class Held {
  #over = $state(false);
  #menu = $state(false);
  #left: ReturnType<typeof setTimeout> | undefined;

  /** Nothing in it may change its place now. */
  get still(): boolean {
    return this.#over || this.#menu;
  }

  /** Watches the hand on the element of the list. */
  readonly watch: Attachment<HTMLElement> = (list) => {
    const away = (): void => {
      clearTimeout(this.#left);
      this.#over = false;
    };
    const here = (): void => {
      away();
      this.#over = true;
      this.#left = setTimeout(away, LEFT_MS);
    };
    const inMenu = (target: EventTarget | null): boolean =>
      target instanceof Element && target.closest("[role=menu]") !== null;
    const ends = [
      on(list, "pointerenter", here),
      on(list, "pointermove", here),
      on(list, "pointerdown", here),
      on(list, "pointerleave", away),
      on(list, "pointercancel", away),
      on(list, "focusin", ({ target }) => (this.#menu = inMenu(target))),
      on(list, "focusout", ({ relatedTarget }) => (this.#menu = inMenu(relatedTarget))),
    ];
    return () => {
      for (const end of ends) end();
      clearTimeout(this.#left);
    };
  };
}

/** What a list shows: the live rows, and under the hand those that it found there. The operator's own acts show at once. */
export class HeldRows<T> {
  readonly hand = new Held();
  readonly #live: () => readonly T[];
  #kept = $state.raw<readonly T[]>([]);

  /** @param isOwn whether what changes now is the operator's own doing */
  constructor(live: () => readonly T[], isOwn: () => boolean) {
    this.#live = live;
    this.#kept = untrack(live);
    $effect.pre(() => {
      const now = live(); // also while it is held: an act of one's own may be what changes next
      if (!this.hand.still || isOwn()) this.#kept = now;
    });
  }

  get shown(): readonly T[] {
    return this.hand.still ? this.#kept : this.#live();
  }
}
