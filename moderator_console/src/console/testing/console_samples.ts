/** Views of the console for the component tests: the demo dialogue in its first exchange, with small changes. */
import { demoConsole, demoFloor, NOW, wordOf } from "@shared/testing/demo.ts";
import type { AgendaRow, ConsoleView, FloorView, MoveView } from "@shared/wire.gen.ts";

export { NOW };

/** Saint Lucia has 0:48 left of 2:00; Mexico, Trinidad and Tobago and an answer wait. */
export function sample(change: Partial<ConsoleView> = {}): ConsoleView {
  return demoConsole({
    secondary: {
      act: "end_and_call",
      seat: "LC",
      then: "MX",
      command: { type: "end", statement: "s10", then: { type: "request_target", request: "r1" } },
    },
    ...change,
  });
}

/** The same with the chair having the floor (R25), about to call Mexico. */
export function free(change: Partial<ConsoleView> = {}): ConsoleView {
  const view = sample();
  delete view.floor;
  delete view.secondary;
  return {
    ...view,
    primary: {
      act: "call",
      seat: "MX",
      command: { type: "call", target: { type: "request_target", request: "r1" } },
    },
    ...change,
  };
}

export function floor(change: Partial<FloorView> = {}): FloorView {
  return demoFloor(change);
}

/** A waiting request, the `place`th of the list: 2:00 each, 20 s between two. */
export function request(seat: string, place: number, change: Partial<AgendaRow> = {}): AgendaRow {
  return {
    target: { type: "request_target", request: `r${place}` },
    seat,
    party: seat,
    lane: "statement",
    word: wordOf(change.lane ?? "statement", change.relations ?? []),
    language: "es",
    relations: [],
    text: "",
    on_behalf: [],
    length_ms: 120_000,
    eta_limits_ms: 20_000 + (place - 1) * 140_000,
    eta_pace_ms: 20_000 + (place - 1) * 110_000,
    heard_ms: 0,
    turns: 0,
    reason: "arrival",
    moved: false,
    away: false,
    ...change,
  };
}

/** One seat of a group's slot in the line-up. */
export function slotRow(group: string, number: number): AgendaRow {
  const seat = `${group}-${number}`;
  return request(seat, number, {
    target: { type: "slot_target", slot: `1.${group}`, seat },
    party: group,
    lane: "intervention",
    reason: "lineup",
  });
}

/** A list of these rows, in this order. */
export function listOf(rows: Record<string, AgendaRow>): Pick<ConsoleView, "agenda" | "order"> {
  return { agenda: rows, order: Object.keys(rows) };
}

/** As many States as there are seats in the demo, over and over. */
export function waiting(count: number): Pick<ConsoleView, "agenda" | "order"> {
  const states = ["MX", "TT", "CA", "PE", "BR", "CO", "VC"];
  const rows = Array.from({ length: count }, (_, at) => request(states[at % states.length] ?? "MX", at + 1));
  return listOf(Object.fromEntries(rows.map((row, at) => [`r${at + 1}`, row])));
}

/** The session of the sample, with changes. */
export function inSession(session: Partial<ConsoleView["session"]>): Pick<ConsoleView, "session"> {
  return { session: { ...sample().session, ...session } };
}

export function move(change: Partial<MoveView> = {}): MoveView {
  return {
    to: { phase: "closing", round: 0 },
    slots: [],
    requests: [],
    rights: [],
    written: [],
    points: [],
    dues: [],
    issues: [],
    ...change,
  };
}
