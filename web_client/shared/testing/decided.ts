/** What the server decides of a view, for tests that change one; held to the server by tests/cases/said.json. */
import type {
  FloorView,
  IssueView,
  NextView,
  Phrase,
  PublicView,
  RecordLine,
  Relation,
  Said,
} from "../wire.gen.ts";

type Sentence = Said["list"];
type Moment = Pick<PublicView, "dialogue" | "parties" | "seats" | "session" | "next" | "floor" | "point">;
type Word = NextView["word"];

const alone = (say: Phrase["say"], filled: Partial<Phrase> = {}): Sentence => [{ say, ...filled }];

/** What is said of a moment. */
export function saidOf(view: Moment): Said {
  const { session, next, floor, point } = view;
  const situation = situationOf(view);
  const shows =
    next.length > 0 || session.step.phase === "exchange" || session.last_call_ends_ms !== undefined;
  const chair = Object.keys(view.seats).find(
    (seat) => view.parties[view.seats[seat]?.party ?? ""]?.kind === "chair",
  );
  const { presiding } = session;
  return {
    situation,
    sentences: sentencesOf(situation, view, floor, point),
    list: listOf(session),
    presides: chair === undefined || chair === presiding ? [] : alone("say-presides", { seat: presiding }),
    shows_next: shows && situation !== "scheduled" && situation !== "closed",
    day_ms: session.opened_at_ms ?? session.planned_start_ms,
  };
}

function situationOf({ session, floor, point }: Moment): Said["situation"] {
  const { phase = "scheduled" } = session.step;
  if (phase === "closed") return "closed";
  if (session.suspension) return "suspended";
  if (point) return "point";
  if (floor) return floor.status;
  return phase === "scheduled" ? "scheduled" : "free";
}

function sentencesOf(
  situation: Said["situation"],
  { session, next, dialogue }: Moment,
  floor: PublicView["floor"],
  point: PublicView["point"],
): Sentence[] {
  const [first] = next;
  switch (situation) {
    case "scheduled":
      return [
        scheduledOf(session.planned_start_ms, dialogue.timezone),
        ...(session.asks_from_ms === undefined ? [] : [asksOf(session.asks_from_ms, dialogue.timezone)]),
      ];
    case "suspended":
      return suspendedOf(session.suspension);
    case "point": {
      const stands = floor?.clock.held_at_ms !== undefined;
      return [
        alone("say-point", { seat: point?.seat ?? "" }),
        alone(stands ? "say-point-stands" : "say-point-decides"),
      ];
    }
    case "closed":
      return [alone("say-closed"), alone("say-thanks")];
    case "free":
      return [alone("floor-chair"), ...(first ? [alone("say-next", { seat: first.seat })] : [])];
    case "held":
      return [alone("say-held", { reason: floor?.hold_reason ?? "technical" })];
    default:
      return [alone("floor-speaking")];
  }
}

function midnight(at_ms: number, timeZone: string): number {
  const [hours = 0, minutes = 0] = new Intl.DateTimeFormat("en", {
    timeZone,
    timeStyle: "short",
    hourCycle: "h23",
  })
    .format(at_ms)
    .split(":")
    .map(Number);
  return at_ms - (hours * 60 + minutes) * 60_000;
}

function asksOf(at_ms: number, timeZone: string): Sentence {
  return [
    { say: "say-asks-day", at_ms },
    { say: "say-asks-today", at_ms, from_ms: midnight(at_ms, timeZone) },
    { say: "say-asks", from_ms: at_ms },
  ];
}

function scheduledOf(at_ms: number, timeZone: string): Sentence {
  return [
    { say: "say-scheduled-day", at_ms },
    { say: "say-scheduled-today", at_ms, from_ms: midnight(at_ms, timeZone) },
    { say: "say-scheduled-soon", at_ms, from_ms: at_ms + 1 },
    { say: "say-scheduled", from_ms: at_ms + 3_600_000 },
  ];
}

function suspendedOf(suspension: PublicView["session"]["suspension"]): Sentence[] {
  const at_ms = suspension?.resume_at_ms;
  const why = alone(`suspended-${suspension?.reason ?? "break"}`);
  if (at_ms === undefined) return [why, alone(suspension?.anew ? "say-resumes-open" : "say-resumes-unknown")];
  return [
    why,
    [
      { say: suspension?.anew ? "say-resumes-anew" : "say-resumes-at", at_ms },
      { say: "say-resumes-soon", from_ms: at_ms },
    ],
  ];
}

function listOf({ suspension, step, list_open, last_call_ends_ms: ends }: PublicView["session"]): Sentence {
  if (suspension || step.phase === "closing" || step.phase === "closed") return [];
  if (!list_open) return alone("say-list-closed");
  if (ends === undefined) return [];
  return [
    { say: "say-last-call", until_ms: ends },
    { say: "say-list-closed", from_ms: ends },
  ];
}

/** What a statement is called. `group`: whether it is one's. */
export function wordOf(lane: FloorView["lane"], relations: readonly Relation[], group = false): Word {
  if (lane !== "statement") return lane;
  if (group) return "follow_up";
  const replies = relations.some(({ kind }) => kind === "replies_to");
  const asks = relations.some(({ kind }) => kind === "asks");
  if (replies && asks) return "reply_and_question";
  if (replies) return "reply";
  return asks ? "question" : "statement";
}

/** What is on record about an issue. */
export function recordOf(
  { replies, replied_by, facts }: Pick<IssueView, "replies" | "replied_by" | "facts">,
  closed = false,
): Pick<IssueView, "open" | "record"> {
  if (replies.length === 0 && Object.keys(facts).length === 0) {
    return { open: true, record: [{ say: closed ? "unanswered" : "open" }] };
  }
  const by = (fact: string): string[] => Object.keys(facts).filter((party) => facts[party] === fact);
  const promised: RecordLine[] = (["written", "acknowledged"] as const)
    .map((say) => ({ say, parties: by(say) }))
    .filter(({ parties }) => parties.length > 0);
  const replied: RecordLine[] =
    replies.length > 0 ? [{ say: "replied", count: replies.length, parties: replied_by }] : [];
  return { open: false, record: [...replied, ...promised] };
}

/** The view with everything decided anew. */
export function decided<V extends PublicView>(view: V): V {
  const group = (party: string): boolean => view.parties[party]?.kind === "group";
  const called = <S extends Pick<FloorView, "lane" | "relations" | "party">>(
    spoken: S,
  ): S & { word: Word } => ({
    ...spoken,
    word: wordOf(spoken.lane, spoken.relations, group(spoken.party)),
  });
  const closed = view.session.step.phase === "closed";
  return {
    ...view,
    ...(view.floor && { floor: called(view.floor) }),
    next: view.next.map(called),
    issues: Object.fromEntries(
      Object.entries(view.issues).map(([id, issue]) => [id, { ...issue, ...recordOf(issue, closed) }]),
    ),
    said: saidOf(view),
  };
}
