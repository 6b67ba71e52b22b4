/**
 * Styles for the oldest browsers that the faces run in (README, "Browsers"): what the minifier does not lower.
 *
 * Two things. Svelte scopes each selector after its first part by `:where(.p-…)`, and a browser that does not know
 * `:where` (Chrome 88) drops the whole rule. And `gap` keeps the children of a flexbox apart from Chrome 84 and Safari
 * 14.1 on only; no `@supports` can tell, for `gap` itself is known from grids. So startup.js measures it, and where it
 * does nothing the page's root has the class `no-flex-gap`, under which margins stand in for it.
 */
import type { Helpers, Plugin, Root, Rule } from "postcss";

/** Scoping classes that each scoped selector carries, so that none outweighs another for having more parts. */
const SCOPES = 2;
const SCOPE = /:where\((\.p-[a-z0-9]+)\)|\.p-[a-z0-9]+/g;
const WITHOUT = ".no-flex-gap";
const AUTO_MARGIN = /^margin(-(top|bottom|left|right)|-(inline|block)(-(start|end))?)?$/;
const SIDES = ["top", "right", "bottom", "left"];

/** What is known of a selector: how its children are laid out, where they have a gap. */
type Layout = "other" | { column: boolean; wraps: boolean };
/** A selector and what it is given. */
type Margins = [selector: string, declarations: Record<string, string>];

/** @throws what the author of a rule has to say more plainly, with file and line */
export function oldest(): Plugin {
  return {
    postcssPlugin: "palabra-oldest",
    Once(root, helpers) {
      const rules = rulesOf(root);
      for (const rule of rules) rule.selectors = rule.selectors.map((selector) => scoped(selector, rule));
      const layouts = new Map<string, Layout>();
      for (const rule of rules) {
        const added = [...gapMargins(rule, layouts, helpers), ...autoMargins(rule, helpers)];
        // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- PostCSS hands its classes out by interfaces
        for (const margins of added.reverse()) rule.after(ruleOf(margins, rule, helpers));
      }
    },
  };
}

function rulesOf(root: Root): Rule[] {
  const rules: Rule[] = [];
  root.walkRules((rule) => {
    const within = rule.parent;
    if (!(within && "name" in within && within.name.endsWith("keyframes"))) rules.push(rule);
  });
  return rules;
}

/** The same selector without `:where`, and with the weight that all have. */
function scoped(selector: string, rule: Rule): string {
  const scopes = selector.match(SCOPE) ?? [];
  if (scopes.length === 0) return selector;
  if (scopes.length > SCOPES) throw rule.error(`${selector}: has too many parts; give what is meant a class`);
  const plain = selector.replace(SCOPE, (found, where: string | undefined) => where ?? found);
  return plain.replace(/\.p-[a-z0-9]+/, (first) => first.repeat(1 + SCOPES - scopes.length));
}

/** The margins that stand in for the gap of a flexbox; none where such a box becomes another. */
function gapMargins(rule: Rule, layouts: Map<string, Layout>, { list }: Helpers): Margins[] {
  const said = saidBy(rule);
  const [both = "0px", across = both] = list.space(said.get("gap") ?? "");
  const [row, column] = [said.get("row-gap") ?? both, said.get("column-gap") ?? across];
  const spaced = said.has("gap") || said.has("row-gap") || said.has("column-gap");
  return rule.selectors.flatMap((selector) => {
    const before = layouts.get(selector);
    const now = layoutOf(said) ?? before;
    if (before !== undefined && before !== "other" && now === "other")
      return [[`${selector} > *`, { margin: "0" }] satisfies Margins];
    if (!spaced) return [];
    if (now === undefined) throw rule.error(`${selector}: a gap of what? Say display beside it`);
    layouts.set(selector, now);
    return now === "other" ? [] : marginsOf(selector, now, row, column);
  });
}

function saidBy(rule: Rule): Map<string, string> {
  const said = new Map<string, string>();
  rule.each((node) => {
    if (node.type === "decl") said.set(node.prop, node.value);
  });
  return said;
}

function layoutOf(said: Map<string, string>): Layout | undefined {
  const display = said.get("display");
  if (display === undefined) return said.has("columns") ? "other" : undefined;
  if (!display.includes("flex")) return "other";
  const flow = `${said.get("flex-direction") ?? ""} ${said.get("flex-wrap") ?? ""} ${said.get("flex-flow") ?? ""}`;
  return { column: flow.includes("column"), wraps: /\bwrap\b/.test(flow) };
}

/** Where lines wrap nobody knows which child begins one: each keeps its distance to what follows it. */
function marginsOf(
  selector: string,
  { column, wraps }: { column: boolean; wraps: boolean },
  ...gap: [string, string]
): Margins[] {
  const [row, across] = gap;
  if (!wraps)
    return [[`${selector} > * + *`, column ? { "margin-top": row } : { "margin-inline-start": across }]];
  return [
    [`${selector} > *`, { "margin-bottom": row }],
    [`${selector} > :not(:last-child)`, { "margin-inline-end": across }],
  ];
}

/** A margin that takes what is left of a line stays over those that stand in for gaps. */
function autoMargins(rule: Rule, { list }: Helpers): Margins[] {
  const autos: Record<string, string> = {};
  rule.each((node) => {
    if (node.type !== "decl" || !AUTO_MARGIN.test(node.prop) || !/\bauto\b/.test(node.value)) return;
    if (node.prop !== "margin") autos[node.prop] = node.value;
    else {
      const [top = "", right = top, bottom = top, left = right] = list.space(node.value);
      [top, right, bottom, left].forEach((value, at) => {
        if (value === "auto") autos[`margin-${SIDES[at] ?? ""}`] = value;
      });
    }
  });
  if (Object.keys(autos).length === 0) return [];
  return rule.selectors.map((selector) => [`${WITHOUT}${WITHOUT}${WITHOUT} ${selector}`, autos]);
}

/** Where gaps are stood in for only, and whatever margin a child would have by itself. */
function ruleOf([selector, declarations]: Margins, rule: Rule, { Rule, Declaration }: Helpers): Rule {
  const from = rule.source === undefined ? {} : { source: rule.source };
  const nodes = Object.entries(declarations).map(
    ([prop, value]) => new Declaration({ prop, value, important: true, ...from }),
  );
  return new Rule({
    selector: selector.startsWith(WITHOUT) ? selector : `${WITHOUT} ${selector}`,
    nodes,
    ...from,
  });
}
