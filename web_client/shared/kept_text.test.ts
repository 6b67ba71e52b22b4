/** What a face writes is what stands there, also where a translator has put elements of its own in its place. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { keepTexts } from "./kept_text.ts";

const TRANSLATED = "font" as string;
let stop: () => void;
let text: Text;

beforeEach(() => {
  document.body.innerHTML = "<main><p>You have the floor</p><p>Wait<b>for</b>it</p></main>";
  text = document.querySelector("p")?.firstChild as Text;
  stop = keepTexts();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

function font(content: string | Node): Element {
  const made = document.createElementNS("http://www.w3.org/1999/xhtml", "font");
  made.append(content);
  return made;
}

/** As translators do it. */
const ways: Record<string, (node: Text) => void> = {
  "in its place, one in another": (node) => {
    node.replaceWith(font(font("Tiene la palabra")));
  },
  "around it": (node) => {
    const around = font("");
    node.before(around);
    around.append(node);
  },
  "before it, and it is taken away": (node) => {
    node.before(font("Tiene la palabra"));
    node.remove();
  },
  "after it, and it is taken away": (node) => {
    node.after(font("Tiene la palabra"));
    node.remove();
  },
};

describe.each(Object.entries(ways))("an element %s", (_, wrap) => {
  test("gives way to the text, which goes on being written", async () => {
    wrap(text);
    await Promise.resolve();
    text.data = "Brazil has the floor";
    expect(document.body.textContent).toBe("Brazil has the floorWaitforit");
    expect(document.querySelector(TRANSLATED)).toBeNull();
  });

  test("the same for every text of a page at once", async () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const all: Text[] = [];
    while (walker.nextNode()) all.push(walker.currentNode as Text);
    all.forEach(wrap);
    await Promise.resolve();
    expect(document.body.innerHTML).toBe("<main><p>You have the floor</p><p>Wait<b>for</b>it</p></main>");
  });
});

test("a translator that insists does not hang the page, and does not win", async () => {
  vi.useFakeTimers();
  for (let again = 0; again < 10; again += 1) {
    if (text.parentNode) text.replaceWith(font("Tiene la palabra"));
    await Promise.resolve();
  }
  expect(document.querySelector(TRANSLATED)).not.toBeNull();
  vi.advanceTimersByTime(1_000);
  expect(document.querySelector("p")?.firstChild).toBe(text);
});

test("what the face takes away stays away", async () => {
  text.remove();
  await Promise.resolve();
  expect(document.querySelector("p")?.textContent).toBe("");
});
