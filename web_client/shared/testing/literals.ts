/** Finds words that a face would show and that no catalogue holds. For tests only. */
import { parse, type AST } from "svelte/compiler";
import ts from "typescript";

/** Attributes that are read out or shown, on elements and on components alike. */
const SPOKEN =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label)$/;
const LETTERS = /\p{L}{2}/u;
/** Keys are called what is printed on them: "Ctrl+Z". */
const KEYS = /^(?:(?:Ctrl|Control|Alt|Shift|Meta|Enter|Esc|Escape|ArrowUp|ArrowDown|F\d+|\p{Lu})[+ ]?)+$/u;
/** A selector of elements: "main section, footer", ":scope > li". */
const ELEMENTS =
  /^:scope |^(?:(?:header|main|section|footer|ul|ol|li|button|input|select|textarea|dialog)(?:, | |$))+$/;
/** Two words, or one that begins like a sentence: "Not here", "Close"; not "not_here", "aria-live", "youth-1". */
const WORDS = /\p{L}{2,}[,;:.]? \p{L}+|^\p{Lu}\p{Ll}{2,}/u;

/** A literal in a source, on its line. */
export interface Found {
  line: number;
  text: string;
}

/** Words in the markup of a component, in its attributes, in the expressions in between, and in its script. */
export function literalsOfComponent(source: string): Found[] {
  const { fragment, instance, module } = parse(source, { modern: true });
  const found: [number, string][] = [];
  visit(fragment, (start, text) => found.push([start, text]));
  const scripts = [instance, module].flatMap((script) => {
    if (!script) return [];
    const { start, end } = script.content as unknown as AST.BaseNode;
    const above = lineOf(source, start) - 1;
    return literalsOfScript(source.slice(start, end)).map(({ line, text }) => ({ line: line + above, text }));
  });
  return [...found.map(([start, text]) => ({ line: lineOf(source, start), text })), ...scripts];
}

/** Whatever the two syntax trees of a component have in common. */
type Node = Record<string, unknown> & { type?: string; start: number };

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

/** Markup: every text in sight; in a shown expression every string that it may come to. */
function visit(node: Node | AST.Fragment, tell: (start: number, text: string) => void): void {
  const it = node as Node;
  if (it.type === "Text") {
    if (LETTERS.test(String(it.data))) tell(it.start, String(it.data).trim());
  } else if (it.type === "ExpressionTag") {
    if (isNode(it.expression)) results(it.expression, LETTERS, tell);
  } else if (it.type === "StyleDirective") {
    return;
  } else if (it.type === "Attribute") {
    const shown = SPOKEN.test(String(it.name))
      ? LETTERS
      : /^(?:class|style|d|data-opens)$/.test(String(it.name))
        ? undefined
        : WORDS;
    for (const part of [it.value].flat()) if (shown && isNode(part)) attribute(part, shown, tell);
  } else {
    for (const [key, value] of Object.entries(it)) {
      if (key === "expression" || key === "metadata") continue;
      for (const child of [value].flat()) if (isNode(child)) visit(child, tell);
    }
  }
}

function attribute(part: Node, shown: RegExp, tell: (start: number, text: string) => void): void {
  if (part.type === "Text" && shown.test(String(part.data))) tell(part.start, String(part.data));
  if (part.type === "ExpressionTag" && isNode(part.expression)) results(part.expression, shown, tell);
}

/** Strings of an expression; not what it compares, nor what it passes on, such as the name of a message. */
function results(node: Node, shown: RegExp, tell: (start: number, text: string) => void): void {
  if (node.type === "Literal" && typeof node.value === "string") {
    if (shown.test(node.value)) tell(node.start, node.value);
  } else if (node.type === "TemplateElement") {
    const { cooked } = node.value as { cooked: string };
    if (shown.test(cooked)) tell(node.start, cooked);
  } else if (node.type === "CallExpression") {
    if (isNode(node.callee)) results(node.callee, shown, tell);
  } else if (
    !(node.type === "BinaryExpression" && node.operator !== "+") &&
    node.type !== "ArrowFunctionExpression"
  ) {
    for (const value of Object.values(node))
      for (const child of [value].flat()) if (isNode(child)) results(child, shown, tell);
  }
}

/** Words in a script; not those of types, imports, comparisons and errors, which nobody is shown. */
export function literalsOfScript(source: string): Found[] {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const walk = (node: ts.Node): void => {
    if (isUnseen(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const { text } = node;
      if (WORDS.test(text.trim()) && !KEYS.test(text) && !ELEMENTS.test(text)) {
        found.push({ line: lineOf(source, node.getStart()), text });
      }
    }
    if (ts.isCaseClause(node)) node.statements.forEach(walk);
    else ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

function isUnseen(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    (ts.isBinaryExpression(node) && /^(?:[=!]==|in)$/.test(node.operatorToken.getText())) ||
    (ts.isNewExpression(node) && node.expression.getText().endsWith("Error"))
  );
}

function lineOf(source: string, at: number): number {
  return source.slice(0, at).split("\n").length;
}
