/** Where a menu opens, and how the keyboard goes through it. */

/** Between the opener and the menu, and between the menu and the window's edge, px. */
const GAP = 4;

/** Put `list` below its opener, above it where there is no room, and within the window. */
export function place(list: HTMLElement, opener: HTMLElement): void {
  const from = opener.getBoundingClientRect();
  const size = list.getBoundingClientRect();
  const below = from.bottom + GAP + size.height <= window.innerHeight;
  list.style.top = `${below ? from.bottom + GAP : Math.max(GAP, from.top - size.height - GAP)}px`;
  list.style.left = `${Math.max(GAP, Math.min(from.left, window.innerWidth - size.width - GAP))}px`;
}

/** Its acts, without those that cannot be done now. */
export function itemsOf(list: HTMLElement | undefined): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[role=menuitem]:not([aria-disabled=true])") ?? [])];
}

/** The act that a key goes to from the one with the focus; undefined if the key goes nowhere. */
export function goTo(key: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  const at = items.findIndex((item) => item === document.activeElement);
  switch (key) {
    case "ArrowDown":
      return items[(at + 1) % items.length];
    case "ArrowUp":
      return items.at(at <= 0 ? -1 : at - 1);
    case "Home":
      return items[0];
    case "End":
      return items.at(-1);
    default:
      return undefined;
  }
}
