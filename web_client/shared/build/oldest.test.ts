import postcss from "postcss";
import { describe, expect, it } from "vitest";

import { oldest } from "./oldest.ts";

const built = (css: string) =>
  postcss([oldest()]).process(css, { from: undefined }).css.replaceAll(/\s+/g, " ");

describe("styles for the oldest browsers", () => {
  it("scope without :where, and give every scoped selector the same weight", () => {
    expect(built(".a.p-1x b:where(.p-1x) {}")).toBe(".a.p-1x b.p-1x {}");
    expect(built(".a.p-1x {}")).toBe(".a.p-1x.p-1x {}");
    expect(built("b {}")).toBe("b {}");
    expect(() => built(".a.p-1x b:where(.p-1x) i:where(.p-1x) {}")).toThrow("too many parts");
  });

  it("put margins in the place of a row's, a column's and a wrapping row's gap", () => {
    expect(built(".a { display: flex; gap: 4px }")).toContain(
      ".no-flex-gap .a > * + * { margin-inline-start: 4px !important }",
    );
    expect(built(".a { display: flex; flex-direction: column; gap: 4px 9px }")).toContain(
      ".no-flex-gap .a > * + * { margin-top: 4px !important }",
    );
    const wrapping = built(".a { display: flex; flex-wrap: wrap; gap: calc(1 * var(--u)) 9px }");
    expect(wrapping).toContain(".no-flex-gap .a > * { margin-bottom: calc(1 * var(--u)) !important }");
    expect(wrapping).toContain(".no-flex-gap .a > :not(:last-child) { margin-inline-end: 9px !important }");
  });

  it("know from an earlier rule what a gap is of, take margins away from what becomes a grid, and else ask", () => {
    expect(built(".a { display: flex; gap: 4px } @media (x) { .a { gap: 1px } }")).toContain(
      "@media (x) { .a { gap: 1px } .no-flex-gap .a > * + * { margin-inline-start: 1px !important }",
    );
    expect(built(".a { display: flex; gap: 4px } @media (x) { .a { display: grid } }")).toContain(
      ".no-flex-gap .a > * { margin: 0 !important }",
    );
    expect(built(".a { display: grid; gap: 4px }")).not.toContain("no-flex-gap");
    expect(() => built(".a .b { gap: 4px }")).toThrow("a gap of what?");
  });

  it("leave a margin that takes what is left of a line", () => {
    expect(built(".a { margin: 0 0 0 auto }")).toContain(
      ".no-flex-gap.no-flex-gap.no-flex-gap .a { margin-left: auto !important }",
    );
  });
});
