/** The guard of presses on the page: what each button reads, which presses begin and end, and where the focus goes. */
import type { Cause, Press, PressGuard } from "./press_guard.svelte.ts";

/** A control of the page, or the name of an act that has a key of its own. */
export type Control = Element | string;

/** What opens above the page and has the keyboard to itself. */
const LAYER = "dialog, [role=menu]";
const CONTROL = "button";
/** What of a caption only counts, or stands for a time: it changes without meaning anything else. */
const FIGURES = ".figures";
/** Attributes by which a control reads otherwise. */
const ATTRIBUTES = ["aria-disabled", "data-means", "data-about", "data-key"];
/** So soon after an input of the operator's a change of the page comes of it. */
const INPUT_MS = 50;
/** Keys that type, or go from one control to the next: what they move the focus to, the operator has chosen. */
const PRESSES: readonly string[] = ["Enter", " "];

export interface Watched {
  guard: PressGuard<Control>;
  mono: () => number;
  /** An act of the operator's own is on its way, or was just answered: what changes comes of it. */
  isActing: () => boolean;
  /** What the console shows: what changes with another view does not come of an input. */
  view: () => unknown;
}

/** What a control says and means, and its place where that depends on others. */
export function readingOf(control: Element): string {
  const about = control.closest<HTMLElement>("[data-about], [data-key]")?.dataset;
  const means = control instanceof HTMLElement ? control.dataset.means : undefined;
  return [
    means ?? wordsOf(control),
    about?.about ?? about?.key ?? "",
    control.getAttribute("aria-disabled") ?? "",
    placeOf(control.closest("li")),
    control.getAttribute("role") === "menuitem" ? placeOf(control) : "",
  ].join("\n");
}

function wordsOf(control: Element): string {
  if (control.querySelector(FIGURES) === null) return control.textContent.trim();
  const copy = control.cloneNode(true) as Element;
  for (const figures of copy.querySelectorAll(FIGURES)) figures.remove();
  return copy.textContent.trim();
}

function placeOf(element: Element | null): string {
  let place = 0;
  for (let before = element?.previousElementSibling; before; before = before.previousElementSibling)
    place += 1;
  return String(place);
}

/** Watches all presses on this page. */
export class GuardedPresses {
  readonly #guard: PressGuard<Control>;
  readonly #mono: () => number;
  readonly #isActing: () => boolean;
  readonly #view: () => unknown;
  #inputView: unknown;
  #press: Press<Control> | undefined;
  #inputAt = -Infinity;
  /** The operator is on the way from one control to another. */
  #walking = false;
  #inLayer = false;
  #keys: ReadonlyMap<Control, string> = new Map();
  readonly #observer = new MutationObserver(() => {
    this.#read();
  });

  constructor({ guard, mono, isActing, view }: Watched) {
    this.#guard = guard;
    this.#mono = mono;
    this.#isActing = isActing;
    this.#view = view;
  }

  /** Who has changed what changes now. */
  cause(): Cause {
    const ofInput = this.#mono() - this.#inputAt < INPUT_MS && this.#view() === this.#inputView;
    return this.#isActing() || ofInput ? "own" : "foreign";
  }

  #input(): void {
    this.#inputAt = this.#mono();
    this.#inputView = this.#view();
  }

  /** What each act that has a key would do now: it is guarded like a button. */
  noteKeys(means: Readonly<Record<string, string>>): void {
    this.#keys = new Map(Object.entries(means));
    this.#read();
  }

  /** Whether a press of an act's own key counts. */
  keyCounts(act: string): boolean {
    this.#catchUp();
    return this.#guard.counts(this.#guard.begin(act, "key"));
  }

  /** From now on. Returns what ends it. */
  watch(): () => void {
    const page = new AbortController();
    const options = { capture: true, signal: page.signal };
    addEventListener("keydown", (event) => { this.#keydown(event); }, options); // prettier-ignore
    addEventListener("pointerdown", (event) => { this.#pointerdown(event); }, options); // prettier-ignore
    addEventListener("click", (event) => { this.#click(event); }, options); // prettier-ignore
    addEventListener(
      "input",
      () => {
        this.#input();
      },
      options,
    );
    addEventListener("focusin", (event) => { this.#focusin(event.target); }, options); // prettier-ignore
    this.#observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ATTRIBUTES,
    });
    this.#read();
    return () => {
      page.abort();
      this.#observer.disconnect();
    };
  }

  #read(): void {
    const found = new Map<Control, string>(this.#keys);
    for (const control of document.querySelectorAll(CONTROL)) found.set(control, readingOf(control));
    this.#guard.read(found, this.cause());
  }

  /** What has changed in this very task is known before a press is judged. */
  #catchUp(): void {
    if (this.#observer.takeRecords().length > 0) this.#read();
  }

  #walk(): void {
    this.#input();
    this.#walking = true;
    setTimeout(() => {
      this.#walking = false;
    });
  }

  #keydown(event: KeyboardEvent): void {
    this.#catchUp();
    const control = pressedBy(event);
    if (control === undefined) {
      this.#walk();
      return;
    }
    if (event.repeat) {
      stop(event); // a key that is held acts once
      return;
    }
    if (control === null) {
      this.#guard.acted(); // it chooses from a list
      this.#walk();
      return;
    }
    this.#press = this.#guard.begin(control, "key");
    if (this.#press.hindrance === undefined) return;
    stop(event);
    this.#refuse(this.#press);
  }

  #pointerdown({ target }: PointerEvent): void {
    this.#catchUp();
    const control = controlOf(target);
    this.#press = control ? this.#guard.begin(control, "pointer") : undefined;
    this.#walk();
  }

  /** Every press ends as a click, that of a key and that which sends a form too. */
  #click(event: MouseEvent): void {
    this.#catchUp();
    const control = controlOf(event.target);
    const began = this.#press;
    this.#press = undefined;
    if (!control) {
      this.#input();
      return;
    }
    // One that began nowhere is a program's, such as a screen reader's. One that began elsewhere slid here.
    const press =
      began?.control === control ? began : this.#guard.begin(control, event.detail === 0 ? "key" : "pointer");
    const inert = control.getAttribute("aria-disabled") === "true";
    if (inert && press.hindrance === undefined) return; // it does nothing by itself
    if (this.#guard.counts(press)) {
      this.#input();
      return;
    }
    stop(event);
    mark(control);
  }

  #refuse(press: Press<Control>): void {
    this.#guard.counts(press);
    this.#press = undefined;
    if (press.control instanceof Element) mark(press.control);
  }

  /** Back from a dialog or a menu, or where a program has put it because what had it is gone. */
  #focusin(target: EventTarget | null): void {
    const inLayer = target instanceof Element && target.closest(LAYER) !== null;
    const left = this.#inLayer && !inLayer;
    this.#inLayer = inLayer;
    if (!left && (inLayer || this.#walking)) return;
    // Not in the middle of what is being drawn, which may be what moves the focus.
    const at = this.#mono();
    queueMicrotask(() => {
      this.#guard.focusReturned(at);
    });
  }
}

function controlOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(CONTROL) : null;
}

/** What Enter or Space presses; null where it only chooses from an open list; undefined where it presses nothing. */
function pressedBy({ key, target }: KeyboardEvent): Element | null | undefined {
  if (!PRESSES.includes(key) || !(target instanceof Element)) return undefined;
  const control = controlOf(target);
  if (control) return control;
  if (key !== "Enter") return undefined;
  if (target.getAttribute("aria-expanded") === "true") return null;
  return target.closest("form")?.querySelector("button[type=submit]") ?? undefined;
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Shown on the control itself for a moment: this press did not count. */
function mark(control: Element): void {
  control.setAttribute("data-refused", "");
  setTimeout(() => {
    control.removeAttribute("data-refused");
  }, 1_000);
}
