/** How every page begins: its sentences, its connection, and its face in place of the page that the server has drawn. */
import { flushSync, mount, unmount, untrack, type Component } from "svelte";

import { addCatalogues } from "./i18n.svelte.ts";
import { keepTexts } from "./kept_text.ts";

/** Until then what was drawn says more than "connecting"; after this long it may be out of date. */
const PATIENCE_MS = 8_000;

/** What a page is made of. */
interface Page<P extends { live: object }> {
  /** The catalogues of the face: text by path, as `import.meta.glob` gives them (`addCatalogues`). */
  catalogues: Record<string, string>;
  face: Component<P>;
  /** Connects; called once the sentences are known. */
  connect: () => P;
}

/** Make this page the face: it is drawn where the document says so (`id="face"`). */
export function mountFace<P extends { live: { readonly view?: unknown } }>({
  catalogues,
  face,
  connect,
}: Page<P>): void {
  addCatalogues(catalogues);
  const target = document.getElementById("face");
  if (!target) return;
  const props = connect();
  replaceDrawn(target, props.live, () => {
    const mounted = mount(face, { target, props });
    try {
      flushSync();
    } catch (error) {
      void unmount(mounted);
      throw error;
    }
    Object.assign(globalThis, { palabraIsUp: true }); // for build/startup.js
    keepTexts();
  });
}

/**
 * Show the face in `target` as soon as it has something to show; at once, where the server drew nothing. What was drawn
 * goes only once the face has been: a browser that lacks something says so then (build/startup.js), and the page that
 * the server drew is still there and is fetched anew.
 * @param live what the face waits for
 * @param show mounts the face in `target`
 */
export function replaceDrawn(target: HTMLElement, live: { readonly view?: unknown }, show: () => void): void {
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
    queueMicrotask(stop); // not from within its own effect
    replaceBy(show, drawn, target);
  };
  const patience = setTimeout(end, PATIENCE_MS);
  const stop = $effect.root(() => {
    $effect(() => {
      if (live.view !== undefined) untrack(end);
    });
  });
}

/** Out of the way while the face is measured, then taken away; or there again. */
function replaceBy(show: () => void, drawn: readonly ChildNode[], target: HTMLElement): void {
  const elements = drawn.filter((node): node is HTMLElement => node instanceof HTMLElement);
  for (const { style } of elements) style.display = "none";
  try {
    show();
    for (const node of drawn) node.remove();
  } catch (error) {
    target.replaceChildren(...drawn);
    for (const { style } of elements) style.display = "";
    throw error;
  }
}
