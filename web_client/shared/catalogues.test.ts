/** The catalogues of all faces: complete, well formed, alike in every language. */
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";

import { LANGUAGES } from "./languages.ts";
import schema from "./wire.schema.json";

/** Text of every catalogue by its path, ".../<language>/<name>.ftl". */
const catalogues = import.meta.glob<string>("@locale/*/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});
const paths = Object.keys(catalogues);
const files = [...new Set(paths.map((path) => path.split("/").at(-1) ?? ""))];

function read(lang: string, file: string): string {
  const path = paths.find((candidate) => candidate.endsWith(`/${lang}/${file}`));
  if (path === undefined) throw new Error(`there is no ${lang}/${file}`);
  return catalogues[path] ?? "";
}

/** Each message with the names of its arguments. */
function messages(lang: string, file: string): Map<string, string> {
  const resource = new FluentResource(read(lang, file));
  const variables = (value: unknown): string[] => {
    const found = JSON.stringify(value).matchAll(/\{"type":"var","name":"(\w+)"/g);
    return [...new Set([...found].map(([, name]) => name ?? ""))].sort();
  };
  return new Map(resource.body.map((message) => [message.id, variables(message.value).join()]));
}

describe.each(files)("%s", (file) => {
  test.each(LANGUAGES)("is Fluent throughout in %s: no line was dropped", (lang) => {
    const text = read(lang, file);
    const written = [...text.matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map(([, id]) => id);
    expect([...messages(lang, file).keys()]).toEqual(written);
    expect(new Set(written).size).toBe(written.length);
    expect(new FluentBundle(lang).addResource(new FluentResource(text))).toEqual([]);
  });

  test.each(LANGUAGES.filter((lang) => lang !== "es"))(
    "says the same in %s as in Spanish, with the same arguments",
    (lang) => {
      expect(Object.fromEntries(messages(lang, file))).toEqual(Object.fromEntries(messages("es", file)));
    },
  );
});

test("every refusal of the protocol has a sentence", () => {
  const codes = schema.$defs.Refusal.properties.code.enum.map((code) => `refusal-${code}`);
  const ids = [...messages("es", "refusals.ftl").keys()];
  expect(ids.sort()).toEqual([...codes, "refusal-reload"].sort()); // "reload" refuses a connection
});

describe("words that mean something else in procedure", () => {
  /** Every message whose id matches, in all catalogues of a language. */
  const said = (lang: string, id: RegExp): [string, string][] =>
    files.flatMap((file) =>
      [...read(lang, file).matchAll(/^([\w-]+) =((?:.|\n[ }])*)/gm)].flatMap(
        ([, name = "", text = ""]): [string, string][] => (id.test(name) ? [[name, text]] : []),
      ),
    );

  test.each([
    ["fr", /issue/, /question/i, "an issue is a sujet: a question is what is asked at the floor"],
    ["pt", /issue/, /quest(?:ão|ões)|pergunta/i, "an issue is an assunto"],
    ["es", /issue/, /pregunta|cuesti/i, "an issue is an asunto"],
    ["pt", /./, /contesta/i, "contestar is to object: an answer is a resposta"],
    [
      "fr",
      /point/,
      /reconn|admet|admise/i,
      "a point of order is given the floor before it is admitted or not",
    ],
    ["pt", /point/, /reconhec/i, "the same"],
    ["es", /point/, /reconoc/i, "the same"],
  ])("%s, %s without %s: %s", (lang, id, word) => {
    const messages = said(lang, id);
    expect(messages.length).toBeGreaterThan(5);
    expect(messages.filter(([, text]) => word.test(text))).toEqual([]);
  });
});
