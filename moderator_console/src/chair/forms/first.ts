/** Where the keyboard begins in a dialog: the sheet gives the focus to what says so, else to its close button. */
export function first(field: HTMLElement): void {
  field.setAttribute("autofocus", "");
}
