/**
 * A list under the hand: while the pointer is over it, or a menu of it is open, no row takes another's place (R16). A
 * pointer that was left lying there holds nothing after a while.
 */
import type { Attachment } from "svelte/attachments";

/** A hand that has not moved for so long has gone. */
export const LEFT_MS = 10_000;

export class Held {
  #over = $state(false);
  #menu = $state(false);
  #left: ReturnType<typeof setTimeout> | undefined;

  /** Nothing in it may change its place now. */
  get on(): boolean {
    return this.#over || this.#menu;
  }

  /** Watches the hand on the element of the list. */
  readonly watch: Attachment<HTMLElement> = (list) => {
    const page = new AbortController();
    const { signal } = page;
    const away = (): void => {
      clearTimeout(this.#left);
      this.#over = false;
    };
    const here = (): void => {
      away();
      this.#over = true;
      this.#left = setTimeout(away, LEFT_MS);
    };
    for (const kind of ["pointerenter", "pointermove", "pointerdown"])
      list.addEventListener(kind, here, { signal });
    for (const kind of ["pointerleave", "pointercancel"]) list.addEventListener(kind, away, { signal });
    const inMenu = (target: EventTarget | null): boolean =>
      target instanceof Element && target.closest("[role=menu]") !== null;
    list.addEventListener("focusin", ({ target }) => (this.#menu = inMenu(target)), { signal });
    list.addEventListener("focusout", ({ relatedTarget }) => (this.#menu = inMenu(relatedTarget)), {
      signal,
    });
    return () => {
      page.abort();
      away();
      this.#menu = false;
    };
  };
}
