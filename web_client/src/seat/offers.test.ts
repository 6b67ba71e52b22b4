import { describe, expect, test } from "vitest";

import { dueOffers, followUpOffers, mayAsk } from "./offers.ts";
import { floor, NOW, request, sample, statement } from "./testing/seat_samples.ts";

const dues = {
  "s7.youth": { question: "s7", asker: "BR", status: "ripe" },
  "s8.youth": { question: "s8", asker: "CA", status: "due" },
  "s9.youth": { question: "s9", asker: "PE", status: "answered" },
} as const;
const answers = (due: string) => ({ kind: "answers", party: "BR", statement: "s7", due }) as const;
const reply = { kind: "replies_to", party: "youth", issue: "i1" } as const;

describe("answers due (R29)", () => {
  test("are offered until they are answered or this seat said it is ready", () => {
    expect(dueOffers(sample("youth-1", { me: { dues } })).map(({ due }) => due)).toEqual([
      "s7.youth",
      "s8.youth",
    ]);
    const requests = { r1: request(1, { lane: "answer", relations: [answers("s7.youth")] }) };
    expect(dueOffers(sample("youth-1", { me: { dues, requests } })).map(({ due }) => due)).toEqual([
      "s8.youth",
    ]);
  });

  test("say which colleague is ready, so that nobody asks twice", () => {
    const ready = { ...dues, "s7.youth": { ...dues["s7.youth"], ready: "youth-2" } };
    const view = sample("youth-1", { me: { dues: ready } });
    expect(dueOffers(view).map(({ due, ready: who }) => [due, who])).toEqual([
      ["s7.youth", "youth-2"],
      ["s8.youth", undefined],
    ]);
  });

  test("what is being answered at the floor is not offered again", () => {
    const at = floor("youth-1", 1_000, { lane: "answer", relations: [answers("s8.youth")] });
    const view = sample("youth-1", { floor: at, me: { dues, has_floor: "s20" } });
    expect(dueOffers(view).map(({ due }) => due)).toEqual(["s7.youth"]);
  });

  test("are not offered outside the exchange, where the server would refuse", () => {
    const session = { step: { phase: "closing", round: 1 } } as const;
    expect(dueOffers(sample("youth-1", { session, me: { dues } }))).toEqual([]);
  });
});

describe("follow-ups (R14)", () => {
  const statements = {
    s7: statement("BR", 1, { relations: [reply] }),
    s8: statement("CA", 2, { relations: [reply, { kind: "asks", party: "youth" }] }),
    s9: statement("PE", 3, { relations: [{ kind: "replies_to", party: "workers", issue: "i3" }] }),
  };

  test("are offered for replies to the group's own issues, newest first", () => {
    const offers = followUpOffers(sample("youth-1", { statements }), NOW);
    expect(offers).toEqual([
      { statement: "s8", party: "CA", issues: ["i1"] },
      { statement: "s7", party: "BR", issues: ["i1"] },
    ]);
  });

  test("are offered once per reply, whoever of the group took it up", () => {
    const followed = statement("youth-2", 4, {
      relations: [{ kind: "replies_to", party: "CA", statement: "s8" }],
    });
    const offers = followUpOffers(sample("youth-1", { statements: { ...statements, s10: followed } }), NOW);
    expect(offers.map((offer) => offer.statement)).toEqual(["s7"]);
  });

  test("are for groups only, and only where they may ask", () => {
    expect(followUpOffers(sample("BR", { statements }), NOW)).toEqual([]);
    expect(
      followUpOffers(sample("youth-1", { statements, me: { may_ask: false, why_not: "list_closed" } }), NOW),
    ).toEqual([]);
  });
});

test("the plain request for the floor is a State's: a group answers and follows up (R14)", () => {
  expect(mayAsk(sample("BR"), NOW)).toBe(true);
  expect(mayAsk(sample("youth-1"), NOW)).toBe(false);
  expect(mayAsk(sample("BR", { me: { may_ask: false, why_not: "list_closed" } }), NOW)).toBe(false);
});

test("before the opening a State may ask from the hour of inscription on, though no change came (R13)", () => {
  const step = { phase: "scheduled", round: 0 } as const;
  const from = (ms: number) => sample("BR", { session: { step, asks_from_ms: NOW + ms } });
  expect(mayAsk(from(1), NOW)).toBe(false);
  expect(mayAsk(from(8 * 86_400_000), NOW)).toBe(false);
  expect(mayAsk(from(0), NOW)).toBe(true);
});

test("a last call that is over has closed the list, though no change came (R18)", () => {
  const until = (ms: number) => sample("BR", { session: { last_call_ends_ms: NOW + ms } });
  expect(mayAsk(until(1), NOW)).toBe(true);
  expect(mayAsk(until(0), NOW)).toBe(false);
  const statements = { s7: statement("BR", 1, { relations: [reply] }) };
  const group = sample("youth-1", { statements, session: { last_call_ends_ms: NOW } });
  expect(followUpOffers(group, NOW)).toEqual([]);
  expect(followUpOffers(group, NOW - 1)).toHaveLength(1);
});
