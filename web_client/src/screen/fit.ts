/** Text as large as its place allows: an attachment that tries sizes until it fits. */
import type { Attachment } from "svelte/attachments";

export interface Fit {
  /** Lines at most. */
  lines: number;
  /** Largest and smallest size, in `unit`s. */
  max: number;
  min: number;
  /** One of the units of screen.css. */
  unit?: "u" | "v";
  /** What is written there: another text is fitted anew. */
  text: string;
}

const STEP = 0.25;

export function fit({ lines, max, min, unit = "v" }: Fit): Attachment<HTMLElement> {
  return (node) => {
    const adapt = (): void => {
      for (let size = max; size >= min; size -= STEP) {
        node.style.fontSize = `calc(${size} * var(--${unit}))`;
        if (fits(node, lines)) return;
      }
    };
    adapt();
    void document.fonts.ready.then(adapt);
    const watch = new ResizeObserver(adapt);
    if (node.parentElement) watch.observe(node.parentElement);
    return () => {
      watch.disconnect();
    };
  };
}

function fits(node: HTMLElement, lines: number): boolean {
  const lineHeight = parseFloat(getComputedStyle(node).lineHeight);
  return node.scrollHeight <= lineHeight * (lines + 0.5) && node.scrollWidth <= node.clientWidth;
}
