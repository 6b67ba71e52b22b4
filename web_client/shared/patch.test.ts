import { expect, test } from "vitest";

import { mergePatch } from "./patch.ts";

test.each([
  // RFC 7396, appendix A; but for targets that are no objects, which views never are.
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])("%j with %j applied is %j", (target, patch, result) => {
  expect(mergePatch<unknown>(target, patch)).toEqual(result);
});

test("the target stays as it was, and parts without a change are shared with it", () => {
  const target = { floor: { seat: "LC", clock: { held: 0 } }, parties: { LC: { name: "Saint Lucia" } } };
  const copy = structuredClone(target);
  const result = mergePatch(target, { floor: { clock: { held: 5 } } });
  expect(target).toEqual(copy);
  expect(result.parties).toBe(target.parties);
  expect(result.floor).not.toBe(target.floor);
});

test("a field taken away is absent, not undefined", () => {
  expect("floor" in mergePatch<object>({ floor: {} }, { floor: null })).toBe(false);
});
