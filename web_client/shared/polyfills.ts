/**
 * What the oldest browsers we serve lack of the library (README, "Browsers"): Chrome 79, Safari 14, Firefox 78. The
 * build lowers syntax, not this. Each page imports it first. tests/browser/test_oldest_browsers.py looks through the built
 * pages for what else they use that is younger than those.
 */
import "core-js/actual/array/at";
import "core-js/actual/array/find-last";
import "core-js/actual/array/find-last-index";
import "core-js/actual/object/has-own";
import "core-js/actual/string/at";
import "core-js/actual/string/replace-all";

type Lacks<T> = { -readonly [K in keyof T]?: T[K] };

const elements: Lacks<Element> = Element.prototype;
elements.replaceChildren ??= function (this: Element, ...nodes: (Node | string)[]) {
  while (this.lastChild) this.lastChild.remove();
  this.append(...nodes);
};

const dialogs: Lacks<HTMLDialogElement> =
  typeof HTMLDialogElement === "undefined" ? HTMLElement.prototype : HTMLDialogElement.prototype;
/** Takes a stand-in for a dialog away. */
const closing = new WeakMap<HTMLElement, () => void>();

/** Over everything by its style (tokens.css); keeps the focus in, gives it back, and is cancelled by Esc. */
dialogs.showModal ??= function (this: HTMLDialogElement) {
  const before = document.activeElement;
  const focusable = (): HTMLElement[] => [
    ...this.querySelectorAll<HTMLElement>("button,input,select,textarea,a[href],[tabindex='0']"),
  ];
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      if (this.dispatchEvent(new Event("cancel", { cancelable: true }))) this.close();
    } else if (event.key === "Tab") {
      const all = focusable();
      const edge = event.shiftKey ? all[0] : all[all.length - 1];
      if (document.activeElement !== edge && this.contains(document.activeElement)) return;
      event.preventDefault();
      (event.shiftKey ? all[all.length - 1] : all[0])?.focus();
    }
  };
  this.setAttribute("open", "");
  this.setAttribute("role", "dialog");
  this.setAttribute("aria-modal", "true");
  this.classList.add("stands-in");
  document.addEventListener("keydown", keys);
  closing.set(this, () => {
    document.removeEventListener("keydown", keys);
    if (before instanceof HTMLElement) before.focus();
  });
  (this.querySelector<HTMLElement>("[autofocus]") ?? focusable()[0])?.focus();
};

const close = dialogs.close;
dialogs.close = function (this: HTMLDialogElement, result?: string) {
  closing.get(this)?.();
  closing.delete(this);
  if (close) close.call(this, result);
  else this.removeAttribute("open");
};

const popovers = HTMLElement.prototype as Lacks<HTMLElement>;
/** A menu is in the document only while it is open: it has but to be said that it closes. */
popovers.showPopover ??= function (this: HTMLElement) {
  this.classList.add("stands-in");
  const elsewhere = (event: Event): void => {
    if (event.target instanceof Node && this.contains(event.target)) return;
    document.removeEventListener("pointerdown", elsewhere, true);
    this.dispatchEvent(Object.assign(new Event("toggle"), { newState: "closed", oldState: "open" }));
  };
  document.addEventListener("pointerdown", elsewhere, true);
};
