/** What the faces say, by the table that the script-free pages are tested against too (tests/unit/test_said.py). */
import { expect, test } from "vitest";

import { addCatalogues } from "@shared/i18n.svelte.ts";
import { mergePatch } from "@shared/patch.ts";
import { listSentence, presidesSentence, sentences, situation, type Situation } from "@shared/situation.ts";
import type { PublicView } from "@shared/wire.gen.ts";
import schema from "@shared/wire.schema.json";
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
      return given.length > 0 ? `${id} = ${id}(${given.map((name) => `{ $${name} }`).join(", ")})` : `${id} = ${id}`;
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
        lane: laneWord(floor, view),
        relations: floor.relations.map((relation) => relationSentence(view, relation, "en")),
        behalf: behalf(view, floor, "en"),
        capacity: capacity(view, floor.seat, "en"),
      },
    }),
  };
}

test.each(table.cases)("$when", ({ now = table.now, change, expect: differs }) => {
  const view = mergePatch<unknown>(table.view, change) as PublicView;
  expect(said(view, now)).toEqual(mergePatch<unknown>(table.usual, differs));
});

test("the table has every situation there is, every reason and every lane", () => {
  const kinds: Record<Situation["kind"], true> = {
    scheduled: true,
    suspended: true,
    point: true,
    called: true,
    speaking: true,
    held: true,
    free: true,
    closed: true,
  };
  const expected = table.cases.map(({ expect: differs }) => ({ ...table.usual, ...differs }));
  expect(new Set(expected.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
  const { FloorView, SuspensionView } = schema.$defs;
  const text = JSON.stringify(expected);
  const wanted = [
    ...FloorView.properties.hold_reason.enum.map((reason) => `(hold-${reason})`),
    ...SuspensionView.properties.reason.enum.map((reason) => `"suspended-${reason}"`),
    ...FloorView.properties.lane.enum.map((lane) => `"lane-${lane}"`),
  ];
  expect(wanted.filter((part) => !text.includes(part))).toEqual([]);
});
