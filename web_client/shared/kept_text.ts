/**
 * Translators of browsers put <font> elements in the place of texts. A face goes on writing into the text that was
 * there, and nobody sees it: "you have the floor" would stay while another speaks. The pages ask not to be translated,
 * for they bring their languages; where they are all the same, each text is put back where it was.
 */

/** So often within a second the same text is put back at once; then the translator has the second. */
const MOST = 3;
const SECOND_MS = 1_000;

/** @returns stops watching */
export function keepTexts(root: Node = document.body): () => void {
  const times = new WeakMap<Text, number[]>();
  const watch = new MutationObserver((records) => {
    restore(records);
    watch.takeRecords(); // of our own doing
  });

  function restore(records: readonly MutationRecord[]): void {
    const taken = new Set<Text>();
    const foreign = new Map<Element, Text | undefined>();
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      const added = [...addedNodes].filter(isFont);
      const texts = [...removedNodes].filter((node): node is Text => node instanceof Text);
      for (const text of texts) taken.add(text);
      const places = added.length > 0 ? added : [previousSibling, nextSibling].filter(isFont);
      for (const [at, font] of places.entries()) {
        if (!foreign.get(font)) foreign.set(font, texts[at] ?? texts[0]);
      }
    }
    for (const [font, text] of foreign) {
      const original = inside(font, taken) ?? text;
      if (original && font.isConnected && !original.parentNode?.isSameNode(font.parentNode)) {
        putBack(font, original);
      }
    }
  }

  function putBack(font: Element, text: Text): void {
    const now = performance.now();
    const recent = (times.get(text) ?? []).filter((at) => now - at < SECOND_MS);
    times.set(text, [...recent, now]);
    if (recent.length < MOST) font.replaceWith(text);
    else {
      setTimeout(() => {
        font.replaceWith(text);
      }, SECOND_MS);
    }
  }

  watch.observe(root, { childList: true, subtree: true });
  return () => {
    watch.disconnect();
  };
}

function isFont(node: Node | null): node is Element {
  return node instanceof Element && node.localName === "font";
}

/** Which of these texts was moved into the element. */
function inside(font: Element, texts: ReadonlySet<Text>): Text | undefined {
  return [...texts].find((text) => font.contains(text));
}
