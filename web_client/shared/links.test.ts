import { describe, expect, test } from "vitest";

import { demoPublic } from "./testing/demo.ts";
import { followUps, linksOf, toggled } from "./links.ts";
import type { PublicView, Relation, StatementView } from "./wire.gen.ts";

const toYouth: Relation = { kind: "replies_to", party: "youth", issue: "i1" };
const toWorkers: Relation = { kind: "replies_to", party: "workers", issue: "i3" };

function heard(party: string, order: number, relations: Relation[]): StatementView {
  const [any] = Object.values(demoPublic().statements);
  if (!any) throw new Error("the demo has statements");
  return { ...any, seat: party, party, order, relations };
}

function after(statements: PublicView["statements"], change: Partial<PublicView> = {}): PublicView {
  const view = { ...demoPublic(), statements, ...change };
  if (!change.floor) delete view.floor;
  return view;
}

test("relations turn back into the links they were made of", () => {
  const relations: Relation[] = [
    toYouth,
    { kind: "replies_to", party: "CA", statement: "s8" },
    { kind: "asks", party: "workers" },
    { kind: "answers", party: "BR", statement: "s7", due: "s7.youth" },
  ];
  expect(linksOf(relations)).toEqual({ replies_to: ["i1", "s8"], asks: ["workers"], answers: ["s7.youth"] });
});

describe("what a group may follow up (R14)", () => {
  const statements = { s7: heard("BR", 1, [toYouth, toWorkers]), s8: heard("CA", 2, [toYouth]) };
  const followed: Relation[] = [{ kind: "replies_to", party: "CA", statement: "s8" }];

  test("replies to its own issues, newest first", () => {
    expect(followUps(after(statements), "youth")).toEqual([
      { statement: "s8", party: "CA", issues: ["i1"] },
      { statement: "s7", party: "BR", issues: ["i1"] },
    ]);
    expect(followUps(after(statements), "workers")).toEqual([
      { statement: "s7", party: "BR", issues: ["i3"] },
    ]);
    expect(followUps(after(statements), "indigenous")).toEqual([]);
  });

  test("each once, whether its follow-up was heard or waits", () => {
    const rest = [{ statement: "s7", party: "BR", issues: ["i1"] }];
    expect(followUps(after({ ...statements, s9: heard("youth", 3, followed) }), "youth")).toEqual(rest);
    expect(followUps(after(statements), "youth", [{ party: "youth", relations: followed }])).toEqual(rest);
    expect(followUps(after(statements), "youth", [{ party: "workers", relations: followed }])).toHaveLength(
      2,
    );
  });

  test("a merged issue is still the issue of both groups (R26)", () => {
    const { i1 } = demoPublic().issues;
    if (!i1) throw new Error("the demo has it");
    const part = { party: "indigenous", number: "1.1", theme: i1.theme, title: "" };
    const issues = { ...demoPublic().issues, i1: { ...i1, merged: { i4: part } } };
    const offers = followUps(after({ s8: statements.s8 }, { issues }), "indigenous");
    expect(offers).toEqual([{ statement: "s8", party: "CA", issues: ["i1"] }]);
  });
});

test("ids are switched one by one", () => {
  expect(toggled(["workers"], "youth")).toEqual(["workers", "youth"]);
  expect(toggled(["workers", "youth"], "workers")).toEqual(["youth"]);
});
