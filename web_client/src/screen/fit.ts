/** Text as large as its place allows: an attachment that tries sizes until it fits. */
import type { Attachment } from "svelte/attachments";

export interface Fit {
  /** Lines at most. */
  lines: number;
  /** Largest and smallest size, in `unit`s. */
  max: number;
  min: number;
  /** A name too long for that: so many lines, of this size. */
  long?: { lines: number; size: number };
  /** One of the units of screen.css. */
  unit?: "u" | "v";
  /** What is written there: another text is fitted anew. */
  text: string;
}

const STEP = 0.25;

export function fit({ lines, max, min, long, unit = "v" }: Fit): Attachment<HTMLElement> {
  return (node) => {
    const fitsAt = (size: number, most: number): boolean => {
      node.style.fontSize = `calc(${String(size)} * var(--${unit}))`;
      return fits(node, most);
    };
    const adapt = (): void => {
      cut(node, 0);
      for (let size = max; size >= min; size -= STEP) if (fitsAt(size, lines)) return;
      if (long && fitsAt(long.size, long.lines)) return;
      cut(node, long?.lines ?? lines);
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

/** Nothing fits: words are broken, and what is beyond these lines is left out. 0: whole words, and all of them. */
function cut({ style }: HTMLElement, lines: number): void {
  const cuts = lines > 0;
  style.overflowWrap = cuts ? "" : "normal";
  style.wordBreak = cuts ? "" : "normal";
  style.display = cuts ? "-webkit-box" : "";
  style.setProperty("-webkit-box-orient", cuts ? "vertical" : "");
  style.webkitLineClamp = cuts ? String(lines) : "";
  style.overflow = cuts ? "hidden" : "";
  style.paddingBottom = cuts ? "0.1em" : "";
}

function fits(node: HTMLElement, lines: number): boolean {
  const lineHeight = parseFloat(getComputedStyle(node).lineHeight);
  return node.scrollHeight <= lineHeight * (lines + 0.5) && node.scrollWidth <= node.clientWidth;
}
