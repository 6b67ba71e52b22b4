/** The list as the console draws it: ranks, times, where the planned end falls, and what a move means. Pure. */
import { baseFree, goesOnAt } from "@shared/time.ts";
import type { AgendaRow, Command, ConsoleView } from "@shared/wire.gen.ts";

/** One row of the list. Instants in epoch milliseconds. */
export interface Row {
  key: string;
  row: AgendaRow;
  /** 1, 2, 3 …; none for somebody who is away and keeps the place. */
  rank: number | undefined;
  /** Start at full limits, and at the pace so far (R33). */
  startLimits: number;
  startPace: number;
}

/** Which of the two forecasts a figure is drawn from (R33). */
export type Basis = "limits" | "pace";

/** When the floor gets free by that forecast. */
export function baseOf(view: ConsoleView, now: number, basis: Basis): number {
  const from = goesOnAt(view.session, now);
  return basis === "limits" ? baseFree(view.floor, from) : baseFree(view.floor, from, view.forecast.pace);
}

/** The rows in the order in which they will be called. */
export function rowsOf(view: ConsoleView, now: number): Row[] {
  const limits = baseOf(view, now, "limits");
  const pace = baseOf(view, now, "pace");
  let rank = 0;
  return view.order.flatMap((key) => {
    const row = view.agenda[key];
    if (row === undefined) return [];
    if (!row.away) rank += 1;
    return [
      {
        key,
        row,
        rank: row.away ? undefined : rank,
        startLimits: limits + row.eta_limits_ms,
        startPace: pace + row.eta_pace_ms,
      },
    ];
  });
}

/** Where time runs out: before which row the line is drawn, and how many stand below it. */
export interface Cut {
  before: string;
  out: number;
}

/**
 * The first row that would not be over in time for the closing (R33 counts the closing in); none if all fit.
 * Those who are away take no time.
 */
export function cutOf(view: ConsoleView, rows: readonly Row[], basis: Basis): Cut | undefined {
  const last = view.session.planned_end_ms - view.forecast.closing_ms;
  const share = basis === "limits" ? 1 : view.forecast.pace;
  const at = rows.findIndex(({ row, startLimits, startPace }) => {
    const start = basis === "limits" ? startLimits : startPace;
    return !row.away && start + row.length_ms * share > last;
  });
  const first = rows[at];
  if (first === undefined) return undefined;
  return { before: first.key, out: rows.slice(at).filter(({ row }) => !row.away).length };
}

/** Whether it may be called in this step: slots in the interventions, all else from the exchange on (R1), guests ever. */
export function isCallable(view: ConsoleView, { target, party }: AgendaRow): boolean {
  const phase = view.session.step.phase ?? "scheduled";
  if (view.parties[party]?.kind === "guest") return phase !== "scheduled" && phase !== "closed"; // R32
  if (target.type === "slot_target") return phase === "interventions";
  return phase === "exchange" || phase === "closing";
}

/** Slots change places with slots, requests with requests; an answer stands where its question put it (R29). */
function movedId({ target }: AgendaRow): { kind: "request" | "slot"; id: string } | undefined {
  if (target.type === "request_target") return { kind: "request", id: target.request };
  if (target.type === "slot_target") return { kind: "slot", id: target.slot };
  return undefined;
}

export function isMovable(row: AgendaRow): boolean {
  return movedId(row) !== undefined;
}

/**
 * The order with one row a place up (-1) or down (+1); the same if it is at the end already. A slot moves with all
 * its seats; rows of another kind keep their places.
 */
export function shifted(view: ConsoleView, order: readonly string[], key: string, by: -1 | 1): string[] {
  const idOf = (other: string): ReturnType<typeof movedId> =>
    view.agenda[other] && movedId(view.agenda[other]);
  const moved = idOf(key);
  const peers = order.filter((other) => moved !== undefined && idOf(other)?.kind === moved.kind);
  const units = [...new Set(peers.map((other) => idOf(other)?.id))];
  const from = units.indexOf(moved?.id);
  const other = units[from + by];
  if (from < 0 || other === undefined) return [...order];
  units[from + by] = moved?.id;
  units[from] = other;
  return inPlaces(
    order,
    units.flatMap((id) => peers.filter((peer) => idOf(peer)?.id === id)),
  );
}

/** The order with these rows in this order among the places that they have together; the others stay. */
function inPlaces(order: readonly string[], rows: readonly string[]): string[] {
  const left = [...rows];
  return order.map((place) => (rows.includes(place) ? (left.shift() ?? place) : place));
}

/**
 * The command that brings `key` where `order` has it: right before the next of its kind, or last (R5, R16).
 * None if it stands there already.
 * @param before the order that was on show until then; the view's, where no other move is on its way
 */
export function moveCommand(
  view: ConsoleView,
  order: readonly string[],
  key: string,
  before: readonly string[] = view.order,
): Command | undefined {
  const row = view.agenda[key];
  const moved = row && movedId(row);
  if (moved === undefined) return undefined;
  const follower = (list: readonly string[]): string | null => {
    for (const other of list.slice(list.indexOf(key) + 1)) {
      const found = view.agenda[other] && movedId(view.agenda[other]);
      if (found?.kind === moved.kind && found.id !== moved.id) return found.id;
    }
    return null;
  };
  const next = follower(order);
  if (next === follower(before)) return undefined;
  return moved.kind === "request"
    ? { type: "move_request", request: moved.id, before: next }
    : { type: "order_slot", slot: moved.id, before: next };
}

/** What of a command is a move; undefined for every other. */
function moveOf(
  command: Command,
): { kind: "request" | "slot"; id: string; before: string | null } | undefined {
  const { type } = command;
  if (type === "move_request")
    return { kind: "request", id: command.request, before: command.before ?? null };
  if (type === "order_slot") return { kind: "slot", id: command.slot, before: command.before ?? null };
  return undefined;
}

/**
 * The live list with the moves that are on their way carried out on it: who has asked meanwhile is in it, who has
 * withdrawn is not, and a move that is refused is simply not among the `pending` any more.
 */
export function orderWith(view: ConsoleView, pending: readonly Command[]): string[] {
  return pending.reduce<string[]>(
    (order, command) => {
      const move = moveOf(command);
      if (!move) return order;
      const idOf = (key: string): string | undefined => {
        const found = view.agenda[key] && movedId(view.agenda[key]);
        return found?.kind === move.kind ? found.id : undefined;
      };
      const peers = order.filter((key) => idOf(key) !== undefined);
      const moved = peers.filter((key) => idOf(key) === move.id);
      const others = peers.filter((key) => idOf(key) !== move.id);
      const at = move.before === null ? others.length : others.findIndex((key) => idOf(key) === move.before);
      // Whom it was to stand before is gone: the server says what comes of it.
      return at < 0 ? order : inPlaces(order, [...others.slice(0, at), ...moved, ...others.slice(at)]);
    },
    [...view.order],
  );
}

/**
 * The list while a row is dragged, brought up to date: who is no longer in `live` is left out, but for the row in the
 * hand; who is new stands behind the one it follows in `live`.
 */
export function mergedItems<T extends { key: string }>(
  dragged: readonly T[],
  live: readonly string[],
  item: (key: string) => T,
  inHand: (item: T) => boolean,
): T[] {
  const merged = dragged.filter((one) => live.includes(one.key) || inHand(one));
  live.forEach((key, at) => {
    if (merged.some((one) => one.key === key)) return;
    const before = at === 0 ? -1 : merged.findIndex((one) => one.key === live[at - 1]);
    merged.splice(before + 1, 0, item(key));
  });
  return merged;
}
