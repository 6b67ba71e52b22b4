import { expect, test } from "vitest";

const catalogues = import.meta.glob<string>("@locale/*/seat.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});
const common = import.meta.glob<string>("@locale/en/common.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});
const sources = import.meta.glob<string>(["./**/*.ts", "./**/*.svelte", "!./**/*.test.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Message ids with the arguments each takes. */
function messages(catalogue: string): Map<string, string> {
  const found = catalogue.matchAll(/^(seat-[\w-]+) =((?:.|\n[ }])*)/gm);
  const args = (text: string) =>
    [...new Set([...text.matchAll(/\$\w+/g)].map(([name]) => name))].sort().join(" ");
  return new Map([...found].map(([, id = "", text = ""]) => [id, args(text)]));
}

const english = messages(Object.entries(catalogues).find(([path]) => path.includes("/en/"))?.[1] ?? "");

test.each(Object.entries(catalogues))(
  "%s has the messages and arguments of the English one",
  (_, catalogue) => {
    expect(Object.fromEntries(messages(catalogue))).toEqual(Object.fromEntries(english));
  },
);

test("all four languages are there, and every message is used", () => {
  expect(Object.keys(catalogues)).toHaveLength(4);
  const code = Object.values(sources).join("\n");
  const used = new Set([...code.matchAll(/["`](seat-[\w-]+?)(?:["`]|-?\$\{)/g)].map(([, id = ""]) => id));
  const unused = [...english.keys()].filter(
    (id) => ![...used].some((use) => id === use || id.startsWith(`${use}-`)),
  );
  expect(unused).toEqual([]);
  const there = [...english.keys(), ...messages(Object.values(common).join("\n")).keys()];
  const missing = [...used].filter((use) => !there.some((id) => id === use || id.startsWith(`${use}-`)));
  expect(missing).toEqual([]);
});
