/** A name from right to left turns nothing around that is ours; others stay as they are. */
import { expect, test } from "vitest";

import { isolated } from "./bidi.ts";
import { nameOf } from "./i18n.svelte.ts";

test.each(["José Ñandú", "Trinidad & Tobago", "李明", "ไทย", ""])("%s stays as it is", (name) => {
  expect(isolated(name)).toBe(name);
});

test.each(["שלום", "وزارة", "A\u202eB", "𐤀", "𞤀"])("%s is set apart", (name) => {
  expect(isolated(name)).toBe(`\u2068${name}\u2069`);
  expect(nameOf({ es: name })).toBe(`\u2068${name}\u2069`);
});
