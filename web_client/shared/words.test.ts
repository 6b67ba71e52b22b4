import { afterEach, describe, expect, test, vi } from "vitest";

import { demoPublic } from "./testing/demo.ts";
import { addCatalogues, setLanguage } from "./i18n.svelte.ts";
import {
  behalf,
  capacity,
  issueCode,
  issueName,
  issueNameOf,
  issueTitle,
  languageName,
  laneWord,
  listed,
  partyName,
  partyShort,
  relationSentence,
  seatName,
  stepName,
} from "./words.ts";

addCatalogues(
  import.meta.glob<string>("@locale/*/common.ftl", { query: "?raw", import: "default", eager: true }),
);

const view = demoPublic();
const replies = { kind: "replies_to", party: "youth", issue: "i1" } as const;
const asks = { kind: "asks", party: "workers" } as const;

test("a statement is called what the server says (R12)", () => {
  expect(laneWord({ word: "reply_and_question" })).toBe("lane-reply_and_question");
});

test("an issue has a code in each language, and its theme where it has no title", () => {
  expect(issueCode(view, "i1", "en")).toBe("Youth 1.1");
  expect(issueName(view, "i1", "es")).toBe("Juventud 1.1 · Conectividad rural");
  expect(issueName(view, "i5", "en")).toBe("Indigenous peoples 1.2 · Disaster risk reduction and management");
  expect(issueCode(view, "i99", "en")).toBe("i99");
});

test("a State has no short form: its name serves", () => {
  expect(partyShort(view, "LC", "en")).toBe("Saint Lucia");
});

test("a relation is a sentence", () => {
  expect(relationSentence(view, replies, "en")).toBe("replies to Youth 1.1 · Conectividad rural");
  expect(relationSentence(view, asks, "es")).toBe("pregunta a Trabajadores");
});

describe("for whom and in what capacity", () => {
  test.each([
    [["MX"], "on behalf of Mexico", "en nombre de México"],
    [["MX", "PE", "BR"], "on behalf of Mexico, Peru and Brazil", "en nombre de México, Perú y Brasil"],
    [
      ["MX", "PE", "BR", "CA"],
      "on behalf of Mexico, Peru, Brazil and Canada",
      "en nombre de México, Perú, Brasil y Canadá",
    ],
    [[], "", ""],
  ])("on behalf of %j (R17)", (on_behalf, en, es) => {
    expect(behalf(view, { on_behalf }, "en")).toBe(en);
    expect(behalf(view, { on_behalf }, "es")).toBe(es);
  });

  test("a guest is there by invitation, a substitute is one (R7, R32)", () => {
    const guest = { kind: "guest", name: { en: "A guest" }, mark: "guest", code: {}, article: {} } as const;
    const seat = {
      party: "guest-1",
      name: guest.name,
      function: { en: "Expert" },
      language: "en",
      substitute: true,
    } as const;
    const met = {
      ...view,
      parties: { ...view.parties, "guest-1": guest },
      seats: { ...view.seats, "guest-1": seat },
    };
    expect(capacity(met, "guest-1", "en")).toEqual(["by invitation", "Expert", "substitute"]);
    expect(capacity(met, "MX", "en")).toEqual(["Head of delegation"]);
    expect(capacity(met, "MX", "en", { function: false })).toEqual([]);
  });
});

test("the step is named with its round", () => {
  expect(stepName(view, "es")).toBe("Ronda 1 · Respuestas y preguntas");
  expect(stepName(demoPublic({ session: { ...view.session, step: { phase: "opening" } } }), "en")).toBe(
    "Opening",
  );
});

test("who or what is not in the view is called by its id: better than nothing on a screen", () => {
  expect([seatName(view, "gone"), partyName(view, "gone"), partyShort(view, "gone")]).toEqual([
    "gone",
    "gone",
    "gone",
  ]);
  expect([issueCode(view, "i99"), issueName(view, "i99"), issueTitle(view, "i99")]).toEqual([
    "i99",
    "i99",
    "",
  ]);
  expect(capacity(view, "gone")).toEqual([]);
});

test("names come in the language of the face where none is asked for", () => {
  setLanguage("es");
  expect([seatName(view, "MX"), partyName(view, "LC"), partyShort(view, "youth")]).toEqual([
    "México",
    "Santa Lucía",
    "Juventud",
  ]);
  expect([languageName("en"), languageName("pt")]).toEqual(["inglés", "portugués"]);
  setLanguage("en");
  expect([seatName(view, "MX"), languageName("en")]).toEqual(["Mexico", "English"]);
});

test("an issue that was merged keeps its name, and has no dot where it has no title and no theme", () => {
  expect(issueNameOf(view, { party: "youth", number: "1.2", theme: "none", title: "" }, "en")).toBe(
    "Youth 1.2",
  );
  expect(issueNameOf(view, { party: "youth", number: "1.2", theme: "none", title: "Roads" }, "en")).toBe(
    "Youth 1.2 · Roads",
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("names stand in a sentence as people write it; a telephone of before 2021 takes commas", () => {
  expect(listed(["Mexico", "Peru", "Cuba"], "en")).toBe("Mexico, Peru and Cuba");
  expect(listed(["México", "Perú"], "es")).toBe("México y Perú");
  expect(listed([], "en")).toBe("");
  vi.stubGlobal("Intl", { ...Intl });
  expect(listed(["Mexico", "Peru"], "en")).toBe("Mexico, Peru");
});

test("whoever somebody speaks for is named, however many they are (R17)", () => {
  const states = Object.keys(view.parties).filter((id) => view.parties[id]?.kind === "state");
  expect(states.length).toBeGreaterThan(5);
  const said = behalf(view, { on_behalf: states }, "en");
  expect(states.filter((id) => !said.includes(partyName(view, id, "en")))).toEqual([]);
});

test("before the first round a step has no round, and a view without a step is before its beginning", () => {
  expect(stepName({ ...view, session: { ...view.session, step: {} } }, "en")).toBe("Before the opening");
});
