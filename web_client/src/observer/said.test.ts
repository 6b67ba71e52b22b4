/** What the faces say, by the table that server and script-free pages are tested against too (tests/unit/test_said.py). */
import { expect, test } from "vitest";

import { decided } from "@shared/testing/demo.ts";
import { addCatalogues } from "@shared/i18n.svelte.ts";
import { mergePatch } from "@shared/patch.ts";
import { listSentence, presidesSentence, sentences, situation } from "@shared/situation.ts";
import type { PublicView } from "@shared/wire.gen.ts";
import { behalf, capacity, laneWord, relationSentence, stepName } from "@shared/words.ts";

import table from "../../../tests/cases/said.json";

import { record } from "./record.ts";

const written = import.meta.glob<string>("@locale/en/{common,observer}.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Each sentence by its id and its arguments, in their alphabet: "say-next(Mexico)". */
function bare(catalogue: string): string {
  return [...catalogue.matchAll(/^([\w-]+) =((?:.|\n[ }])*)/gm)]
    .map(([, id = "", text = ""]) => {
      const given = [...new Set([...text.matchAll(/\$(\w+)/g)].map(([, name = ""]) => name))].sort();
      return given.length > 0
        ? `${id} = ${id}(${given.map((name) => `{ $${name} }`).join(", ")})`
        : `${id} = ${id}`;
    })
    .join("\n");
}

addCatalogues(Object.fromEntries(Object.entries(written).map(([path, text]) => [path, bare(text)])));

function said(view: PublicView, now: number): object {
  const { floor } = view;
  return {
    kind: situation(view).kind,
    says: sentences(view, now, "en"),
    list: listSentence(view, now, "en"),
    presides: presidesSentence(view, "en"),
    step: stepName(view, "en"),
    record: Object.values(view.issues).flatMap((issue) => record(view, issue)),
    ...(floor && {
      floor: {
        lane: laneWord(floor),
        relations: floor.relations.map((relation) => relationSentence(view, relation, "en")),
        behalf: behalf(view, floor, "en"),
        capacity: capacity(view, floor.seat, "en"),
      },
    }),
  };
}

type Case = (typeof table.cases)[number];

/** What is so in a case, and what the server decides about it. */
function viewOf({ change, decided: differs }: Pick<Case, "change" | "decided">): PublicView {
  const so = mergePatch<unknown>(table.view, change);
  return mergePatch(so, mergePatch<unknown>(table.decided, differs)) as PublicView;
}

test.each(table.cases)("$when", ({ now = table.now, expect: differs, ...given }) => {
  expect(said(viewOf(given), now)).toEqual(mergePatch<unknown>(table.usual, differs));
});

test.each(table.cases)("the demo's views are decided as the server's: $when", (given) => {
  const view = viewOf(given);
  expect(decided({ ...view, said: { ...view.said, sentences: [] } })).toEqual(view);
});
