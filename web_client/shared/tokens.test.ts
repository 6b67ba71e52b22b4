import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

const css = readFileSync(`${import.meta.dirname}/tokens.css`, "utf8"); // vitest imports style sheets empty

/** The custom properties of one rule of tokens.css. */
function properties(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const rule = css.slice(start, css.indexOf("\n}", start));
  return Object.fromEntries(
    [...rule.matchAll(/(--[\w-]+): (#\w{6})/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const paper = properties(":root");
const hall = { ...paper, ...properties(".hall") };
const TEXT = ["--ink", "--ink-soft", "--accent", "--ok", "--warn", "--trouble"];
const MARKS = ["--youth", "--civil-society", "--workers", "--indigenous"];

describe.each([
  ["on paper", paper, 4.5, ["--paper", "--card"]],
  ["in the hall", hall, 7, ["--paper", "--card"]],
] as const)("%s", (_, colours, least, grounds) => {
  test.each(TEXT.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    "%s reads on %s",
    (text, ground) => {
      expect(contrast(colours[text] ?? "", colours[ground] ?? "")).toBeGreaterThanOrEqual(least);
    },
  );
  test.each(["accent", "ok", "warn", "trouble"])("ink and --%s read on the soft ground", (name) => {
    expect(contrast(colours["--ink"] ?? "", colours[`--${name}-soft`] ?? "")).toBeGreaterThanOrEqual(least);
    expect(contrast(colours[`--${name}`] ?? "", colours[`--${name}-soft`] ?? "")).toBeGreaterThanOrEqual(4.5);
  });
  test.each(MARKS)("the shape %s stands out (WCAG 1.4.11)", (mark) => {
    for (const ground of grounds)
      expect(contrast(colours[mark] ?? "", colours[ground] ?? "")).toBeGreaterThanOrEqual(3);
  });
  test("a State's code reads on its plate", () => {
    expect(contrast(colours["--on-plate"] ?? "", colours["--plate"] ?? "")).toBeGreaterThanOrEqual(least);
  });
});
