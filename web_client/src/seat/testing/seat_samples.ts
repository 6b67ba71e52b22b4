/** Views of one seat for the component tests: the demo dialogue in its first exchange, with small changes. */
import { decided, demoFloor, demoPublic, demoSeat, NOW, wordOf } from "@shared/testing/demo.ts";
import type {
  FloorView,
  Me,
  MyRequest,
  SeatAudienceView,
  SessionView,
  StatementView,
} from "@shared/wire.gen.ts";

export { NOW };

interface Change extends Omit<Partial<SeatAudienceView>, "me" | "session"> {
  me?: Partial<Me>;
  session?: Partial<SessionView>;
}

/** What the phone of `seat` is sent: in no list, Mexico speaking with 0:40 left. */
export function sample(seat: string, { me, session, ...change }: Change = {}): SeatAudienceView {
  const shared = demoPublic({ floor: floor("MX", 80_000), statements: {}, next: [], ...change });
  const mine = demoSeat({ seat, requests: {}, may_ask: true, pace: 0.9, ...me }).me;
  if (me?.why_not === undefined) delete mine.why_not;
  return decided({ ...shared, session: { ...shared.session, ...session }, me: mine });
}

/** The same with the chair having the floor (R25). */
export function free(view: SeatAudienceView): SeatAudienceView {
  const copy = { ...view };
  delete copy.floor;
  return decided(copy);
}

/** A floor on which `seat` has spoken for `used` ms of 2:00. */
export function floor(seat: string, used: number, change: Partial<FloorView> = {}): FloorView {
  return demoFloor({
    statement: "s20",
    seat,
    party: seat.replace(/-\d$/, ""),
    relations: [],
    clock: { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW - used },
    ...change,
  });
}

/** A State's statement that was heard. */
export function statement(seat: string, order: number, change: Partial<StatementView> = {}): StatementView {
  return {
    order,
    lane: "statement",
    word: wordOf(change.lane ?? "statement", change.relations ?? []),
    seat,
    party: seat.replace(/-\d$/, ""),
    round: 1,
    language: "es",
    relations: [],
    issues: [],
    text: "",
    on_behalf: [],
    length_ms: 120_000,
    used_ms: 100_000,
    started_at_ms: NOW - 600_000,
    ended_at_ms: NOW - 500_000,
    ...change,
  };
}

export function request(rank: number, change: Partial<MyRequest> = {}): MyRequest {
  return {
    lane: "statement",
    word: wordOf(change.lane ?? "statement", change.relations ?? []),
    relations: [],
    language: "es",
    text: "",
    on_behalf: [],
    version: 1,
    rank,
    length_ms: 120_000,
    eta_limits_ms: 20_000 + (rank - 1) * 140_000,
    eta_pace_ms: 20_000 + (rank - 1) * 110_000,
    ...change,
  };
}
