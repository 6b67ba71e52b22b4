/** The handle is the mouse's way of moving a row. By keys it is moved from its name (R16), so that the handle is no stop of
 * the Tab key: with thirty-four rows that would be thirty-four more. svelte-dnd-action sets it again and again. */
export function mouseOnly(handle: HTMLElement): () => void {
  const keep = (): void => {
    if (handle.tabIndex !== -1) handle.tabIndex = -1;
  };
  keep();
  const watch = new MutationObserver(keep);
  watch.observe(handle, { attributeFilter: ["tabindex"] });
  return () => {
    watch.disconnect();
  };
}
