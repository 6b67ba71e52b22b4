/** Typed sample views: 11:42 in the first exchange, Saint Lucia replying to Youth. For component tests only. */
import type {
  ActionView,
  AgendaRow,
  ConsoleView,
  FloorView,
  NextView,
  PublicView,
  ScreensView,
  ScreenView,
  SeatAudienceView,
} from "../wire.gen.ts";
import { parties, seats } from "./demo_parties.ts";
import { asks, issues, NOW, repliesTo, statements, themes } from "./demo_statements.ts";
import { decided, wordOf } from "./decided.ts";

export { NOW };
export { decided, recordOf, saidOf, wordOf } from "./decided.ts";

const HALF_PAST_TEN = Date.UTC(2012, 3, 13, 15, 30);
const ONE = Date.UTC(2012, 3, 13, 18);

/** What stands there until it is decided. */
const NOT_YET: PublicView["said"] = {
  situation: "free",
  sentences: [],
  list: [],
  presides: [],
  shows_next: false,
  day_ms: 0,
};

/** Saint Lucia has 0:48 left of 2:00. */
export function demoFloor(changed: Partial<FloorView> = {}): FloorView {
  const floor: Omit<FloorView, "word"> = {
    statement: "s10",
    status: "speaking",
    lane: "statement",
    seat: "LC",
    party: "LC",
    language: "en",
    relations: [repliesTo("youth", "i1")],
    clock: { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW - 72_000 },
    called_at_ms: NOW - 80_000,
    text: "",
    on_behalf: [],
    ...changed,
  };
  const group = parties[floor.party]?.kind === "group";
  return { ...floor, word: changed.word ?? wordOf(floor.lane, floor.relations, group) };
}

const next: NextView[] = [
  {
    lane: "statement",
    word: "reply",
    seat: "MX",
    party: "MX",
    language: "es",
    relations: [repliesTo("youth", "i1")],
    on_behalf: [],
  },
  {
    lane: "statement",
    word: "question",
    seat: "TT",
    party: "TT",
    language: "en",
    relations: [asks("workers")],
    on_behalf: [],
  },
  {
    lane: "answer",
    word: "answer",
    seat: "civil_society-2",
    party: "civil_society",
    language: "fr",
    relations: [{ kind: "answers", party: "CA", statement: "s9", due: "s9.civil_society" }],
    on_behalf: [],
  },
];

export function demoPublic(changed: Partial<PublicView> = {}): PublicView {
  return decided({
    dialogue: {
      id: "demo",
      title: {
        es: "Fortalecimiento de alianzas para la prosperidad: gobiernos y actores sociales en diálogo para la acción",
        en: "Strengthening Partnerships for Prosperity: Governments and Social Actors in a Dialogue for Action",
      },
      place: {
        es: "Centro de Convenciones Las Américas, Cartagena, Colombia",
        en: "Las Américas Convention Center, Cartagena, Colombia",
      },
      timezone: "America/Bogota",
      languages: ["es", "en", "pt", "fr"],
      rehearsal: false,
      rate: 1,
      warn_first_ms: 60_000,
      warn_last_ms: 15_000,
    },
    themes,
    parties,
    seats,
    session: {
      step: { phase: "exchange", round: 1 },
      planned_start_ms: HALF_PAST_TEN,
      planned_end_ms: ONE,
      hard_stop_ms: ONE + 600_000,
      heard: 3,
      list_open: true,
      presiding: "chair",
      opened_at_ms: HALF_PAST_TEN,
    },
    said: NOT_YET,
    next,
    waiting: 5,
    statements,
    issues,
    actions: {},
    floor: demoFloor(),
    ...changed,
  });
}

/** With the chair having the floor (R25). */
export function demoFree(changed: Partial<PublicView> = {}): PublicView {
  const view = demoPublic(changed);
  delete view.floor;
  return decided(view);
}

export function demoScreens(scene: ScreenView["scene"], view = demoPublic()): ScreensView {
  return { ...view, screens: { "hall-left": { name: { es: "Sala, izquierda", en: "Hall, left" }, scene } } };
}

const row = (from: NextView, request: string, at: number): AgendaRow => ({
  ...from,
  target: { type: "request_target", request },
  text: "",
  length_ms: 120_000,
  eta_limits_ms: 20_000 + at * 140_000,
  eta_pace_ms: 20_000 + at * 128_000,
  heard_ms: 0,
  turns: 0,
  reason: "arrival",
  moved: false,
  away: false,
});

export function demoConsole(changed: Partial<ConsoleView> = {}): ConsoleView {
  const agenda = Object.fromEntries(next.map((item, at) => [`r${at + 1}`, row(item, `r${at + 1}`, at)]));
  return {
    ...demoScreens("speaker"),
    agenda,
    order: Object.keys(agenda),
    slots: {},
    lineup: [],
    dues: { "s9.civil_society": { question: "s9", asker: "CA", group: "civil_society", status: "ripe" } },
    totals: { BR: { used_ms: 110_000, turns: 1 }, youth: { used_ms: 171_000, turns: 1 } },
    forecast: {
      tail_limits_ms: 3_600_000,
      tail_pace_ms: 3_240_000,
      pace: 0.92,
      samples: 7,
      hand_over_ms: 20_000,
      closing_ms: 480_000,
      round_limits_ms: 2_400_000,
      round_pace_ms: 2_200_000,
      round_states: 8,
      round_per_state_limits_ms: 140_000,
      round_per_state_pace_ms: 130_000,
    },
    moves: [
      {
        to: { phase: "interventions", round: 2 },
        slots: [],
        requests: ["r1"],
        rights: [],
        written: [],
        points: [],
        dues: [],
        issues: ["i2"],
      },
    ],
    order_mode: "arrival",
    answers: "batch",
    console: "console:chair",
    take_over_ms: 10_000,
    not_here_ms: 20_000,
    extend_ms: 900_000,
    reopen_ms: 900_000,
    points: {},
    previews: [],
    away: [],
    statement_ms: 120_000,
    primary: { act: "end", command: { type: "end", statement: "s10" }, seat: "LC" },
    undo: { seq: 40, kind: "started", about: "LC" },
    ...changed,
  };
}

/** The phone of Trinidad and Tobago: second in the list, about to ask the workers. */
export function demoSeat(
  changed: Partial<SeatAudienceView["me"]> = {},
  view = demoPublic(),
): SeatAudienceView {
  return {
    ...view,
    me: {
      seat: "TT",
      requests: {
        r2: {
          lane: "statement",
          word: "question",
          relations: [asks("workers")],
          language: "en",
          text: "",
          on_behalf: [],
          version: 1,
          rank: 2,
          length_ms: 120_000,
          eta_limits_ms: 160_000,
          eta_pace_ms: 148_000,
        },
      },
      dues: {},
      pace: 0.92,
      is_next: false,
      may_ask: false,
      away: false,
      may_raise_point: true,
      may_propose: false,
      filed: {},
      why_not: "already_asked",
      ...changed,
    },
  };
}

/** All text below an element, one space between its pieces: what a reader gets, whatever the markup. */
export function textOf(element: Node): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode()) pieces.push(walker.currentNode.textContent ?? "");
  return pieces.join(" ").replaceAll(/\s+/g, " ").trim();
}

/** A fund that Mexico proposed to Brazil, Mexico and Youth: Mexico alone has acknowledged it. */
export function demoAction(changed: Partial<ActionView> = {}): ActionView {
  return {
    party: "MX",
    what: "Un fondo regional de conectividad rural",
    language: "es",
    parties: ["MX", "BR", "youth"],
    others: "CEPAL",
    by_when: "2013",
    mandate: "Mandato 3",
    status: "proposed",
    answers: { MX: { word: "acknowledged", text: "" } },
    version: 1,
    merged: {},
    issue: "i1",
    ...changed,
  };
}
