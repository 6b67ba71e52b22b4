/** A face in place of the page that the server has drawn, as soon as it has something to show. */
import { untrack } from "svelte";

/** Until then what was drawn says more than "connecting"; after this long it may be out of date. */
const PATIENCE_MS = 8_000;

/**
 * @param target where the server drew its page, or nothing
 * @param live what the face waits for
 * @param show mounts the face in `target`
 */
export function takeOver(target: HTMLElement, live: { readonly view?: unknown }, show: () => void): void {
  const drawn = [...target.childNodes];
  if (drawn.length === 0) {
    show();
    return;
  }
  let waits = true;
  const end = (): void => {
    if (!waits) return;
    waits = false;
    clearTimeout(patience);
    for (const node of drawn) node.remove();
    show();
    queueMicrotask(stop); // not from within its own effect
  };
  const patience = setTimeout(end, PATIENCE_MS);
  const stop = $effect.root(() => {
    $effect(() => {
      if (live.view !== undefined) untrack(end);
    });
  });
}
