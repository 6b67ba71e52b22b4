/** From panel to panel by F6, as in other desks of many parts: the Tab key would go through every row of the list. */

const PANELS = ":scope > :is(header, [role=alert], footer), :scope > main section";
/** Where a panel begins: at its first row, else at its first field or button. */
const ROWS = "li button";
const FIELDS = "button, input, select";

/** The focus goes to the next panel of the desk (1), or to the one before (-1); those without anything to do are left out. */
export function goToPanel(desk: HTMLElement, by: 1 | -1): void {
  const panels = [...desk.querySelectorAll<HTMLElement>(PANELS)].filter((panel) => beginOf(panel) !== null);
  const at = panels.findIndex((panel) => panel.contains(document.activeElement));
  const to = panels.at((Math.max(at, 0) + by) % panels.length);
  if (to) beginOf(to)?.focus();
}

function beginOf(panel: HTMLElement): HTMLElement | null {
  if (panel.tabIndex >= 0) return panel; // it is only read
  return panel.querySelector<HTMLElement>(ROWS) ?? panel.querySelector<HTMLElement>(FIELDS);
}
