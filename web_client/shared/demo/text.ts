/** All text below an element, one space between its pieces: what a reader gets, whatever the markup. For tests. */
export function textOf(element: Node): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode()) pieces.push(walker.currentNode.textContent ?? "");
  return pieces.join(" ").replaceAll(/\s+/g, " ").trim();
}
