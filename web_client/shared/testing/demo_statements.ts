/** What was said in the demo dialogue: statements, issues. For tests only. */
import { recordOf, wordOf } from "./decided.ts";
import type { IssueView, Relation, StatementView } from "../wire.gen.ts";

/** 13 April 2012, 11:42:00 in Cartagena. */
export const NOW = Date.UTC(2012, 3, 13, 16, 42);
const MINUTE = 60_000;

export const repliesTo = (party: string, issue: string): Relation => ({ kind: "replies_to", party, issue });
export const asks = (party: string): Relation => ({ kind: "asks", party });

type SampleStatement = Pick<StatementView, "seat" | "party" | "lane" | "language"> &
  Partial<StatementView> & { ago: number };

function sample(order: number, { ago, ...given }: SampleStatement): StatementView {
  const used_ms = given.used_ms ?? 110_000;
  const started_at_ms = NOW - ago * MINUTE;
  return {
    order,
    round: 1,
    relations: [],
    issues: [],
    text: "",
    on_behalf: [],
    length_ms: 120_000,
    used_ms,
    started_at_ms,
    ended_at_ms: started_at_ms + used_ms,
    word: wordOf(given.lane, given.relations ?? []),
    ...given,
  };
}

const said = { lane: "statement", language: "es" } as const;
const spoke = { lane: "intervention", language: "es", length_ms: 180_000 } as const;

export const statements: Record<string, StatementView> = {
  s3: sample(1, { ...spoke, ago: 33, seat: "youth-1", party: "youth", issues: ["i1"], used_ms: 171_000 }),
  s4: sample(2, {
    ...spoke,
    ago: 29,
    seat: "civil_society-1",
    party: "civil_society",
    language: "en",
    issues: ["i2"],
  }),
  s5: sample(3, { ...spoke, ago: 25, seat: "workers-1", party: "workers", issues: ["i3"], used_ms: 184_000 }),
  s6: sample(4, {
    ...spoke,
    ago: 20,
    seat: "indigenous-2",
    party: "indigenous",
    language: "en",
    issues: ["i4", "i5"],
  }),
  s7: sample(5, {
    ...said,
    ago: 8,
    seat: "BR",
    party: "BR",
    language: "pt",
    relations: [repliesTo("youth", "i1")],
  }),
  s8: sample(6, {
    ...said,
    ago: 6,
    seat: "PE",
    party: "PE",
    relations: [repliesTo("indigenous", "i4")],
    used_ms: 118_000,
  }),
  s9: sample(7, {
    ...said,
    ago: 3,
    seat: "CA",
    party: "CA",
    language: "en",
    relations: [asks("civil_society")],
    text: "How would you measure lasting participation?",
  }),
};

function issue(
  party: string,
  number: string,
  theme: string,
  title: string,
  given: Partial<IssueView>,
): IssueView {
  return {
    party,
    seat: `${party}-1`,
    number,
    theme,
    title,
    language: "es",
    addressees: [],
    replies: [],
    replied_by: [],
    facts: {},
    merged: {},
    detached: false,
    ...recordOf({ replies: [], replied_by: [], facts: {}, ...given }),
    ...given,
  };
}

export const issues: Record<string, IssueView> = {
  i1: issue("youth", "1.1", "technologies", "Conectividad rural", {
    statement: "s3",
    replies: ["s7"],
    replied_by: ["BR"],
  }),
  i2: issue("civil_society", "1.1", "integration", "Lasting participation", {
    statement: "s4",
    language: "en",
  }),
  i3: issue("workers", "1.1", "poverty", "Empleo juvenil decente", { statement: "s5" }),
  i4: issue("indigenous", "1.1", "poverty", "Prior consultation", {
    statement: "s6",
    seat: "indigenous-2",
    language: "en",
    replies: ["s8"],
    replied_by: ["PE"],
  }),
  i5: issue("indigenous", "1.2", "disasters", "", { statement: "s6", seat: "indigenous-2", language: "en" }),
};

export const themes: Record<string, Record<string, string>> = {
  integration: {
    es: "Integración física y cooperación regional",
    en: "Physical integration and regional co-operation",
  },
  poverty: { es: "Pobreza, desigualdad e inequidad", en: "Poverty, inequality and inequity" },
  disasters: {
    es: "Reducción y gestión del riesgo de desastres",
    en: "Disaster risk reduction and management",
  },
  technologies: {
    es: "Acceso a las tecnologías de la información y las comunicaciones, y su uso",
    en: "Access to and use of information and communication technologies",
  },
};
