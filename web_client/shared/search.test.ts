import { describe, expect, test } from "vitest";

import { distance, plain, search, type Candidate } from "./search.ts";

function choice(id: string, names: Record<string, string>, code = id): Candidate {
  return { id, name: names.en ?? "", code, party: id, names };
}

const canada = choice("CA", { en: "Canada", es: "Canadá" });
const nicaragua = choice("NI", { en: "Nicaragua" });
const vincent = choice("VC", { en: "Saint Vincent and the Grenadines", es: "San Vicente y las Granadinas" });
const mexico = choice("MX", { en: "Mexico", es: "México" });
const youth = choice("youth-1", { en: "Youth, representative 1" }, "");
const all = [nicaragua, vincent, canada, mexico, youth];
const found = (typed: string): string[] => search(all, typed).map(({ id }) => id);

test("letters are compared without accents, case and space around them", () => {
  expect(plain("  MÉXICO ã ")).toBe("mexico a");
});

describe("how well a choice matches", () => {
  test.each([
    ["its code in full", canada, "ca", 0],
    ["the beginning of its name", canada, "can", 1],
    ["the beginning of its name in another language", mexico, "méx", 1],
    ["the beginning of a word", vincent, "gren", 2],
    ["the beginning of a word in another language", vincent, "granad", 2],
    ["the beginning of several words", vincent, "and the", 2],
    ["a word behind a comma", youth, "repres", 2],
    ["anything else in it", canada, "nad", 3],
    ["nothing", canada, "xyz", undefined],
  ] as const)("%s", (_, item, typed, expected) => {
    expect(distance(item, plain(typed))).toBe(expected);
  });

  test("nobody without a code is found by one", () => {
    expect(distance(youth, "y")).toBe(1);
  });
});

describe("what is found", () => {
  test("comes best first: a code before a name that begins so, before a word, before letters inside", () => {
    expect(found("ca")).toEqual(["CA", "NI"]);
    expect(found("v")).toEqual(["VC", "youth-1"]);
  });

  test("is everything, in its own order, where nothing is typed", () => {
    expect(found("  ")).toEqual(all.map(({ id }) => id));
    expect(search(all, "")).not.toBe(all);
  });

  test("is nothing for letters nobody has", () => {
    expect(found("zzz")).toEqual([]);
  });
});
