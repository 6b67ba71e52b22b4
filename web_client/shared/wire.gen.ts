// Made by `make generate` from server/wire. Change it there.

export type Answer = Accepted | Refusal;
export type Command =
  | Rehearse
  | MoveStep
  | Reopen
  | Extend
  | Suspend
  | AnnounceResumption
  | ResumeSession
  | TakeChair
  | AnswerTakeOver
  | OrderSlot
  | ArrangeSlot
  | DeferSlot
  | RestoreSlot
  | Ask
  | ChangeRequest
  | Withdraw
  | MoveRequest
  | SetOrder
  | LastCall
  | CloseList
  | OpenList
  | Tighten
  | Call
  | WithdrawCall
  | MarkNotHere
  | Start
  | End
  | Cede
  | FinishInterpretation
  | Void
  | Sign
  | Hold
  | Resume
  | AdjustTime
  | StartEarlier
  | SetAnswers
  | PromiseWritten
  | Link
  | RaiseIssue
  | AmendIssue
  | WithdrawIssue
  | MergeIssue
  | SplitIssue
  | MarkIssue
  | ProposeAction
  | AmendAction
  | WithdrawAction
  | MergeAction
  | AnswerAction
  | RaisePoint
  | WithdrawPoint
  | RecognisePoint
  | RulePoint
  | SetAway
  | Return
  | Substitute
  | AddGuest
  | ErasePerson
  | ShowMessage
  | ClearMessage
  | SetScene
  | Undo;
export type Target = RequestTarget | SlotTarget | AnswerTarget | RemarksTarget;

export interface Wire {
  Answer: Answer;
  Beat: Beat;
  Change: Change;
  Command: Command;
  CommandMessage: CommandMessage;
  Configuration: Configuration;
  ConsoleView: ConsoleView;
  Hello: Hello;
  News: News;
  NoEntry: NoEntry;
  PodiumView: PodiumView;
  Poll: Poll;
  Presence: Presence;
  PublicView: PublicView;
  ScreensView: ScreensView;
  SeatAudienceView: SeatAudienceView;
  StageView: StageView;
  Status: Status;
  Target: Target;
  Time: Time;
  ViewMessage: ViewMessage;
  Welcome: Welcome;
}
/**
 * The act is durable. It is in the sender's own view from `seq` on, of `epoch`, whatever of it that view shows.
 */
export interface Accepted {
  answer: "accepted";
  as_of: string;
  epoch: string;
  seq: number;
}
export interface Refusal {
  about: string;
  answer: "refused";
  code:
    | "already_asked"
    | "bad_command"
    | "bad_links"
    | "busy"
    | "failed"
    | "floor_taken"
    | "id_reused"
    | "limit_reached"
    | "list_closed"
    | "no_text"
    | "not_active_console"
    | "not_allowed"
    | "not_now"
    | "not_saved"
    | "not_yours"
    | "nothing_due"
    | "overtaken"
    | "revoked"
    | "take_over_waits"
    | "time_out_of_range"
    | "too_long"
    | "too_many_devices"
    | "unknown"
    | "unsettled";
}
/**
 * `seq` is the audience's last: another one than the view's means a change was lost.
 */
export interface Beat {
  seq: number;
}
/**
 * Apply `patch` (RFC 7396) if `prev` is the seq of the view held; else ask for the view with `sync`.
 *
 *     `seq` is one more: what changes nothing for an audience leaves no trace in it.
 */
export interface Change {
  as_of: string;
  patch: {};
  prev: number;
  seq: number;
}
/**
 * Make an empty journal a rehearsal whose clock runs `rate` times as fast.
 */
export interface Rehearse {
  rate: number;
  type: "rehearse";
}
/**
 * Move from the step the chair saw to the next one.
 */
export interface MoveStep {
  since: Step;
  to: Step;
  type: "move_step";
}
/**
 * Where the dialogue is (R1). `round` is 0 outside the rounds.
 */
export interface Step {
  phase?: "closed" | "closing" | "exchange" | "interventions" | "opening" | "scheduled";
  round?: number;
}
/**
 * Take the close back (R39).
 */
export interface Reopen {
  closed_at_ms: number;
  type: "reopen";
}
/**
 * Move the planned end that the chair saw by `by_ms` (R2).
 */
export interface Extend {
  by_ms: number;
  planned_end_ms: number;
  type: "extend";
}
export interface Suspend {
  reason: "break" | "interpretation" | "medical" | "order_in_hall" | "technical";
  resume_at_ms?: number | null;
  type: "suspend";
}
/**
 * Say that the suspended session goes on at another time (R3).
 */
export interface AnnounceResumption {
  resume_at_ms?: number | null;
  since_ms: number;
  type: "announce_resumption";
}
export interface ResumeSession {
  since_ms: number;
  type: "resume_session";
}
/**
 * Ask to preside with this console; again after the visible delay to take it (R4).
 */
export interface TakeChair {
  type: "take_chair";
}
/**
 * The active console consents to a take-over, or refuses it.
 */
export interface AnswerTakeOver {
  consent: boolean;
  console: string;
  type: "answer_take_over";
}
export interface OrderSlot {
  before: string | null;
  slot: string;
  type: "order_slot";
}
/**
 * Who of the group speaks, in which order; one seat or both (R10).
 */
export interface ArrangeSlot {
  seats: string[];
  slot: string;
  type: "arrange_slot";
}
/**
 * The group is not ready (R11).
 */
export interface DeferSlot {
  slot: string;
  type: "defer_slot";
}
export interface RestoreSlot {
  slot: string;
  type: "restore_slot";
}
/**
 * Ask for the floor; the chair may do it on behalf of a seat.
 */
export interface Ask {
  lane?: "answer" | "right_of_reply" | "statement";
  language?: ("en" | "es" | "fr" | "pt") | null;
  links?: Links;
  on_behalf?: string[];
  seat: string;
  text?: string;
  type: "ask";
}
/**
 * What a statement is about (R12, R27); lanes are procedure, links are content.
 */
export interface Links {
  answers?: string[];
  asks?: string[];
  replies_to?: string[];
}
/**
 * Names every field, so it says which version of the request it is a change of (R5).
 */
export interface ChangeRequest {
  language: "en" | "es" | "fr" | "pt";
  links: Links1;
  on_behalf?: string[];
  request: string;
  text?: string;
  type: "change_request";
  version: number;
}
/**
 * What a statement is about (R12, R27); lanes are procedure, links are content.
 */
export interface Links1 {
  answers?: string[];
  asks?: string[];
  replies_to?: string[];
}
export interface Withdraw {
  request: string;
  type: "withdraw";
}
export interface MoveRequest {
  before: string | null;
  request: string;
  type: "move_request";
}
export interface SetOrder {
  order: "arrival" | "balanced";
  type: "set_order";
}
/**
 * The list closes when the configured time is over (R18).
 */
export interface LastCall {
  type: "last_call";
}
export interface CloseList {
  type: "close_list";
}
export interface OpenList {
  type: "open_list";
}
/**
 * R35: shorten statements not yet called, close the list, ask for written replies; any of them, in one act.
 */
export interface Tighten {
  close_list?: boolean;
  shorten_to_ms?: number | null;
  type: "tighten";
  written?: string[];
}
export interface Call {
  target: RequestTarget | SlotTarget | AnswerTarget | RemarksTarget;
  type: "call";
}
export interface RequestTarget {
  request: string;
  type: "request_target";
}
export interface SlotTarget {
  seat: string;
  slot: string;
  type: "slot_target";
}
export interface AnswerTarget {
  due: string;
  seat: string;
  type: "answer_target";
}
/**
 * The chair's own remarks, timed because she starts them as a statement (R25).
 */
export interface RemarksTarget {
  seat: string;
  type: "remarks_target";
}
export interface WithdrawCall {
  statement: string;
  type: "withdraw_call";
}
export interface MarkNotHere {
  statement: string;
  type: "mark_not_here";
}
export interface Start {
  statement: string;
  type: "start";
}
/**
 * End the statement and, if `then` is given, call the next speaker in the same act.
 */
export interface End {
  statement: string;
  then?: (RequestTarget | SlotTarget | AnswerTarget | RemarksTarget) | null;
  type: "end";
}
/**
 * Give the rest of a slot or an answer to the colleague of the same group (R22, R29).
 */
export interface Cede {
  statement: string;
  type: "cede";
}
/**
 * The interpreter of a statement that has ended has finished too (R24).
 */
export interface FinishInterpretation {
  statement: string;
  type: "finish_interpretation";
}
export interface Void {
  statement: string;
  type: "void";
}
/**
 * The speaker's phone tells the chair: ready, finished, not now.
 */
export interface Sign {
  signal: "finished" | "not_now" | "ready";
  statement: string;
  type: "sign";
}
export interface Hold {
  reason: "interpretation" | "medical" | "order_in_hall" | "technical";
  statement: string;
  type: "hold";
}
export interface Resume {
  statement: string;
  type: "resume";
}
export interface AdjustTime {
  by_ms: number;
  statement: string;
  type: "adjust_time";
}
/**
 * The speech began before the chair pressed start (R24): move its start back by `by_ms`.
 */
export interface StartEarlier {
  by_ms: number;
  statement: string;
  type: "start_earlier";
}
export interface SetAnswers {
  answers: "at_end" | "at_once" | "batch";
  type: "set_answers";
}
export interface PromiseWritten {
  due: string;
  type: "promise_written";
}
export interface Link {
  links: Links1;
  statement: string;
  type: "link";
}
/**
 * `statement` None: filed beforehand.
 */
export interface RaiseIssue {
  addressees?: string[];
  language?: ("en" | "es" | "fr" | "pt") | null;
  seat: string;
  statement?: string | null;
  theme: string;
  title?: string;
  type: "raise_issue";
}
export interface AmendIssue {
  addressees?: string[];
  issue: string;
  language: "en" | "es" | "fr" | "pt";
  theme: string;
  title: string;
  type: "amend_issue";
}
export interface WithdrawIssue {
  issue: string;
  type: "withdraw_issue";
}
/**
 * Treat an issue as part of another; `into` None lets it stand on its own again.
 */
export interface MergeIssue {
  into: string | null;
  issue: string;
  type: "merge_issue";
}
/**
 * Make a second issue of the same statement out of one that holds two.
 */
export interface SplitIssue {
  issue: string;
  theme: string;
  title: string;
  type: "split_issue";
}
/**
 * A State promises a written reply (R28); None takes it back.
 */
export interface MarkIssue {
  fact: "written" | null;
  issue: string;
  party: string;
  type: "mark_issue";
}
/**
 * `statement`: at which it is proposed, a seat's own at the floor; None: the chair proposes.
 */
export interface ProposeAction {
  by_when?: string;
  issue?: string | null;
  language?: ("en" | "es" | "fr" | "pt") | null;
  mandate?: string;
  others?: string;
  parties?: string[];
  statement?: string | null;
  type: "propose_action";
  what: string;
}
export interface AmendAction {
  action: string;
  by_when?: string;
  issue?: string | null;
  language: "en" | "es" | "fr" | "pt";
  mandate?: string;
  others?: string;
  parties?: string[];
  type: "amend_action";
  version: number;
  what: string;
}
export interface WithdrawAction {
  action: string;
  type: "withdraw_action";
}
/**
 * Treat a joint action as part of another; `into` None lets it stand on its own again.
 */
export interface MergeAction {
  action: string;
  into: string | null;
  type: "merge_action";
}
/**
 * A party that a joint action names acknowledges or declines it; `word` None leaves it open again.
 */
export interface AnswerAction {
  action: string;
  party: string;
  text?: string;
  type: "answer_action";
  version: number;
  word: ("acknowledged" | "declined") | null;
}
export interface RaisePoint {
  seat: string;
  text?: string;
  type: "raise_point";
}
export interface WithdrawPoint {
  point: string;
  type: "withdraw_point";
}
export interface RecognisePoint {
  point: string;
  type: "recognise_point";
}
/**
 * Rule on the recognised point, or correct a ruling.
 */
export interface RulePoint {
  appealed?: boolean;
  point: string;
  ruling: "dismissed" | "noted" | "upheld";
  type: "rule_point";
}
/**
 * The seat left the hall; its requests keep their places. `Return` brings it back.
 */
export interface SetAway {
  seat: string;
  type: "set_away";
}
/**
 * The seat is back in the hall.
 */
export interface Return {
  seat: string;
  type: "return";
}
/**
 * A substitute of the same delegation takes the seat over, or gives it back.
 */
export interface Substitute {
  seat: string;
  substitute: boolean;
  type: "substitute";
}
/**
 * An unplanned guest, on top of the list, with a time of their own.
 */
export interface AddGuest {
  function: string;
  language: "en" | "es" | "fr" | "pt";
  length_ms: number;
  name: string;
  type: "add_guest";
}
/**
 * Forget who sits, or sat, on a seat: name, function and factor of time.
 */
export interface ErasePerson {
  seat: string;
  type: "erase_person";
}
export interface ShowMessage {
  text: string;
  type: "show_message";
}
export interface ClearMessage {
  type: "clear_message";
}
export interface SetScene {
  scene: "actions" | "blank" | "freeze" | "list" | "message" | "speaker";
  screen: string;
  type: "set_scene";
}
export interface Undo {
  act: number;
  type: "undo";
}
/**
 * `id` is chosen by the client, kept until answered, and sent again with the same id after a cut.
 */
export interface CommandMessage {
  again?: boolean;
  command:
    | Rehearse
    | MoveStep
    | Reopen
    | Extend
    | Suspend
    | AnnounceResumption
    | ResumeSession
    | TakeChair
    | AnswerTakeOver
    | OrderSlot
    | ArrangeSlot
    | DeferSlot
    | RestoreSlot
    | Ask
    | ChangeRequest
    | Withdraw
    | MoveRequest
    | SetOrder
    | LastCall
    | CloseList
    | OpenList
    | Tighten
    | Call
    | WithdrawCall
    | MarkNotHere
    | Start
    | End
    | Cede
    | FinishInterpretation
    | Void
    | Sign
    | Hold
    | Resume
    | AdjustTime
    | StartEarlier
    | SetAnswers
    | PromiseWritten
    | Link
    | RaiseIssue
    | AmendIssue
    | WithdrawIssue
    | MergeIssue
    | SplitIssue
    | MarkIssue
    | ProposeAction
    | AmendAction
    | WithdrawAction
    | MergeAction
    | AnswerAction
    | RaisePoint
    | WithdrawPoint
    | RecognisePoint
    | RulePoint
    | SetAway
    | Return
    | Substitute
    | AddGuest
    | ErasePerson
    | ShowMessage
    | ClearMessage
    | SetScene
    | Undo;
  id: string;
}
/**
 * The part of every view that does not change while the dialogue runs, but for guests and substitutes.
 */
export interface Configuration {
  dialogue: DialogueView;
  parties: {
    [k: string]: PartyView;
  };
  seats: {
    [k: string]: SeatView;
  };
  themes: {
    [k: string]: {
      [k: string]: string;
    };
  };
}
/**
 * What does not change during the dialogue.
 */
export interface DialogueView {
  id: string;
  languages: ("en" | "es" | "fr" | "pt")[];
  place: {
    [k: string]: string;
  };
  rate: number;
  rehearsal: boolean;
  timezone: string;
  title: {
    [k: string]: string;
  };
  warn_first_ms: number;
  warn_last_ms: number;
}
/**
 * `mark`: ISO code of a State; triangle, circle, square, diamond for the groups; "chair".
 */
export interface PartyView {
  article: {
    [k: string]: string;
  };
  code: {
    [k: string]: string;
  };
  kind: "chair" | "group" | "guest" | "state";
  mark: string;
  name: {
    [k: string]: string;
  };
}
/**
 * Somebody who may take the floor for a party.
 */
export interface SeatView {
  function: {
    [k: string]: string;
  };
  language: "en" | "es" | "fr" | "pt";
  name: {
    [k: string]: string;
  };
  party: string;
  substitute: boolean;
}
/**
 * What the chair sees. `order` lists the keys of `agenda` as they will be called.
 */
export interface ConsoleView {
  actions: {
    [k: string]: ActionView;
  };
  agenda: {
    [k: string]: AgendaRow;
  };
  answers: "at_end" | "at_once" | "batch";
  away: string[];
  colleague?: string;
  console: string;
  dialogue: DialogueView;
  dues: {
    [k: string]: DueView;
  };
  extend_ms: number;
  floor?: FloorView;
  forecast: ForecastView;
  issues: {
    [k: string]: IssueView;
  };
  lineup: string[];
  message?: string;
  moves: MoveView[];
  next: NextView[];
  not_here_ms: number;
  order: string[];
  order_mode: "arrival" | "balanced";
  parties: {
    [k: string]: PartyView;
  };
  point?: PointView;
  point_act?: Suggestion;
  points: {
    [k: string]: ConsolePoint;
  };
  previews: Preview[];
  primary?: Suggestion;
  reopen_ms: number;
  said: Said;
  screens: {
    [k: string]: ScreenView;
  };
  seats: {
    [k: string]: SeatView;
  };
  secondary?: Suggestion;
  session: SessionView;
  signal?: "finished" | "not_now" | "ready";
  slots: {
    [k: string]: SlotView;
  };
  statement_ms: number;
  statements: {
    [k: string]: StatementView;
  };
  take_over?: TakeOverView;
  take_over_ms: number;
  themes: {
    [k: string]: {
      [k: string]: string;
    };
  };
  totals: {
    [k: string]: TotalView;
  };
  undo?: ActView;
  waiting: number;
}
/**
 * A joint action that stands on its own.
 */
export interface ActionView {
  answers: {
    [k: string]: ActionAnswerView;
  };
  by_when: string;
  issue?: string;
  language: "en" | "es" | "fr" | "pt";
  mandate: string;
  merged: {
    [k: string]: string;
  };
  others: string;
  parties: string[];
  party: string;
  statement?: string;
  status: "proposed" | "recorded";
  version: number;
  what: string;
}
/**
 * What a party says of a joint action that names it.
 */
export interface ActionAnswerView {
  text: string;
  word: "acknowledged" | "declined";
}
/**
 * Somebody still to be heard: a slot's seat, a request, or an answer due.
 *
 *     ETA of its start = base(now) + offset, where base is when the floor gets free: the end of the running
 *     statement at full length (or at `pace`), never before now.
 */
export interface AgendaRow {
  arrived_at_ms?: number;
  away: boolean;
  eta_limits_ms: number;
  eta_pace_ms: number;
  heard_ms: number;
  lane: "answer" | "intervention" | "remarks" | "right_of_reply" | "statement";
  language: "en" | "es" | "fr" | "pt";
  length_ms: number;
  moved: boolean;
  on_behalf: string[];
  party: string;
  reason: "answer" | "arrival" | "fewer_turns" | "first_time" | "lineup" | "moved" | "right_of_reply" | "second_turn";
  relations: Relation[];
  seat: string;
  target: RequestTarget | SlotTarget | AnswerTarget | RemarksTarget;
  text: string;
  turns: number;
  version?: number;
  word:
    | "answer"
    | "follow_up"
    | "intervention"
    | "question"
    | "remarks"
    | "reply"
    | "reply_and_question"
    | "right_of_reply"
    | "statement";
}
/**
 * One link of a statement: it replies to an issue or statement, asks a group, or answers a question.
 *
 *     `party` is whose issue or statement it is, or who is asked, or who had asked.
 */
export interface Relation {
  due?: string;
  issue?: string;
  kind: "answers" | "asks" | "replies_to";
  party: string;
  statement?: string;
}
/**
 * An answer due (R29). `ripe`: it is to be taken now, by the mode of answers chosen.
 */
export interface DueView {
  asker: string;
  group: string;
  question: string;
  status: "answered" | "due" | "ripe" | "written";
}
/**
 * Who has the floor. Called: the clock has not started (R19).
 */
export interface FloorView {
  called_at_ms: number;
  clock: Clock;
  hold_reason?: "break" | "interpretation" | "medical" | "order_in_hall" | "point_of_order" | "technical";
  lane: "answer" | "intervention" | "remarks" | "right_of_reply" | "statement";
  language: "en" | "es" | "fr" | "pt";
  on_behalf: string[];
  party: string;
  relations: Relation[];
  seat: string;
  statement: string;
  status: "called" | "held" | "speaking";
  text: string;
  word:
    | "answer"
    | "follow_up"
    | "intervention"
    | "question"
    | "remarks"
    | "reply"
    | "reply_and_question"
    | "right_of_reply"
    | "statement";
}
/**
 * A speech clock: left = length - ((ended or held or now) - started - held_for). Not started: all is left.
 */
export interface Clock {
  held_at_ms?: number;
  held_for_ms: number;
  length_ms: number;
  started_at_ms?: number;
}
/**
 * When it would end: max(now, end of the running statement) + tail (R33); the next round's cost (R34).
 *
 *     `pace`: share of the allotted time that is used so far; `samples`: how many statements that rests on.
 */
export interface ForecastView {
  closing_ms: number;
  hand_over_ms: number;
  pace: number;
  round_limits_ms: number;
  round_pace_ms: number;
  round_per_state_limits_ms: number;
  round_per_state_pace_ms: number;
  round_states: number;
  samples: number;
  tail_limits_ms: number;
  tail_pace_ms: number;
}
/**
 * An issue that was raised. Code: the party's `code`, then `number`.
 */
export interface IssueView {
  addressees: string[];
  detached: boolean;
  facts: {
    [k: string]: "acknowledged" | "written";
  };
  language: "en" | "es" | "fr" | "pt";
  merged: {
    [k: string]: MergedIssue;
  };
  number: string;
  open: boolean;
  party: string;
  record: RecordLine[];
  replied_by: string[];
  replies: string[];
  seat: string;
  statement?: string;
  theme: string;
  title: string;
}
/**
 * An issue that is treated as part of another (R26): what is needed to name it, and whose it still is (R14).
 */
export interface MergedIssue {
  number: string;
  party: string;
  theme: string;
  title: string;
}
/**
 * A line of what is on record about an issue (R28); `observer-issue-…`.
 */
export interface RecordLine {
  count?: number;
  parties?: string[];
  say: "acknowledged" | "open" | "replied" | "unanswered" | "written";
}
/**
 * A step the chair may move to, and what that would drop (R1).
 */
export interface MoveView {
  dues: string[];
  issues: string[];
  points: string[];
  requests: string[];
  rights: string[];
  slots: string[];
  to: Step;
  written: string[];
}
/**
 * One of the next speakers (R36).
 */
export interface NextView {
  lane: "answer" | "intervention" | "remarks" | "right_of_reply" | "statement";
  language: "en" | "es" | "fr" | "pt";
  on_behalf: string[];
  party: string;
  relations: Relation[];
  seat: string;
  word:
    | "answer"
    | "follow_up"
    | "intervention"
    | "question"
    | "remarks"
    | "reply"
    | "reply_and_question"
    | "right_of_reply"
    | "statement";
}
/**
 * The point of order that is being decided (R30); its clock runs from its recognition.
 */
export interface PointView {
  clock: Clock;
  party: string;
  seat: string;
}
/**
 * What a button would do: the act, whom it is about, and the whole command to send.
 */
export interface Suggestion {
  act:
    | "call"
    | "call_answer"
    | "close"
    | "end"
    | "end_and_call"
    | "finish_exchange"
    | "interpreted"
    | "open"
    | "recognise"
    | "reopen"
    | "resume"
    | "resume_session"
    | "rule"
    | "start"
    | "start_exchange"
    | "start_round";
  command:
    | Rehearse
    | MoveStep
    | Reopen
    | Extend
    | Suspend
    | AnnounceResumption
    | ResumeSession
    | TakeChair
    | AnswerTakeOver
    | OrderSlot
    | ArrangeSlot
    | DeferSlot
    | RestoreSlot
    | Ask
    | ChangeRequest
    | Withdraw
    | MoveRequest
    | SetOrder
    | LastCall
    | CloseList
    | OpenList
    | Tighten
    | Call
    | WithdrawCall
    | MarkNotHere
    | Start
    | End
    | Cede
    | FinishInterpretation
    | Void
    | Sign
    | Hold
    | Resume
    | AdjustTime
    | StartEarlier
    | SetAnswers
    | PromiseWritten
    | Link
    | RaiseIssue
    | AmendIssue
    | WithdrawIssue
    | MergeIssue
    | SplitIssue
    | MarkIssue
    | ProposeAction
    | AmendAction
    | WithdrawAction
    | MergeAction
    | AnswerAction
    | RaisePoint
    | WithdrawPoint
    | RecognisePoint
    | RulePoint
    | SetAway
    | Return
    | Substitute
    | AddGuest
    | ErasePerson
    | ShowMessage
    | ClearMessage
    | SetScene
    | Undo;
  round?: number;
  seat?: string;
  then?: string;
  until_ms?: number;
}
/**
 * A point of order as the chair sees it; ruled ones stay, for a ruling can be corrected (R6, R30).
 */
export interface ConsolePoint {
  appealed: boolean;
  party: string;
  raised_at_ms: number;
  seat: string;
  status: "dismissed" | "noted" | "raised" | "recognised" | "upheld" | "withdrawn";
  text: string;
}
/**
 * What one way of saving time would change (R35): the forecast's tails after it, and whom it touches.
 */
export interface Preview {
  command:
    | Rehearse
    | MoveStep
    | Reopen
    | Extend
    | Suspend
    | AnnounceResumption
    | ResumeSession
    | TakeChair
    | AnswerTakeOver
    | OrderSlot
    | ArrangeSlot
    | DeferSlot
    | RestoreSlot
    | Ask
    | ChangeRequest
    | Withdraw
    | MoveRequest
    | SetOrder
    | LastCall
    | CloseList
    | OpenList
    | Tighten
    | Call
    | WithdrawCall
    | MarkNotHere
    | Start
    | End
    | Cede
    | FinishInterpretation
    | Void
    | Sign
    | Hold
    | Resume
    | AdjustTime
    | StartEarlier
    | SetAnswers
    | PromiseWritten
    | Link
    | RaiseIssue
    | AmendIssue
    | WithdrawIssue
    | MergeIssue
    | SplitIssue
    | MarkIssue
    | ProposeAction
    | AmendAction
    | WithdrawAction
    | MergeAction
    | AnswerAction
    | RaisePoint
    | WithdrawPoint
    | RecognisePoint
    | RulePoint
    | SetAway
    | Return
    | Substitute
    | AddGuest
    | ErasePerson
    | ShowMessage
    | ClearMessage
    | SetScene
    | Undo;
  kind: "shorten" | "written";
  requests: string[];
  tail_limits_ms: number;
  tail_pace_ms: number;
  to_ms?: number;
}
/**
 * What there is to say of this moment.
 */
export interface Said {
  day_ms: number;
  list: Phrase[];
  presides: Phrase[];
  sentences: Phrase[][];
  shows_next: boolean;
  situation: "called" | "closed" | "free" | "held" | "point" | "scheduled" | "speaking" | "suspended";
}
/**
 * A sentence of the catalogues, and what fills it in.
 */
export interface Phrase {
  at_ms?: number;
  from_ms?: number;
  reason?: "break" | "interpretation" | "medical" | "order_in_hall" | "point_of_order" | "technical";
  say:
    | "floor-chair"
    | "floor-speaking"
    | "say-asks"
    | "say-asks-day"
    | "say-asks-today"
    | "say-closed"
    | "say-held"
    | "say-last-call"
    | "say-list-closed"
    | "say-next"
    | "say-point"
    | "say-point-decides"
    | "say-point-stands"
    | "say-presides"
    | "say-resumes-anew"
    | "say-resumes-at"
    | "say-resumes-open"
    | "say-resumes-soon"
    | "say-resumes-unknown"
    | "say-scheduled"
    | "say-scheduled-day"
    | "say-scheduled-soon"
    | "say-scheduled-today"
    | "say-thanks"
    | "suspended-break"
    | "suspended-interpretation"
    | "suspended-medical"
    | "suspended-order_in_hall"
    | "suspended-technical";
  seat?: string;
  until_ms?: number;
}
/**
 * A projection screen and the scene it shows.
 */
export interface ScreenView {
  name: {
    [k: string]: string;
  };
  picture?: PictureView;
  scene: "actions" | "blank" | "freeze" | "list" | "message" | "speaker";
}
/**
 * What a frozen screen shows: these parts of the public view, and the scene, as they were at `at_ms`.
 */
export interface PictureView {
  actions: {
    [k: string]: ActionView;
  };
  at_ms: number;
  floor?: FloorView;
  issues: {
    [k: string]: IssueView;
  };
  message?: string;
  next: NextView[];
  point?: PointView;
  said: Said;
  scene: "actions" | "blank" | "freeze" | "list" | "message" | "speaker";
  session: SessionView;
  waiting: number;
}
/**
 * Where we are, and the session clock. `heard`: statements heard in this step.
 */
export interface SessionView {
  asks_from_ms?: number;
  closed_at_ms?: number;
  hard_stop_ms: number;
  heard: number;
  last_call_ends_ms?: number;
  list_open: boolean;
  opened_at_ms?: number;
  planned_end_ms: number;
  planned_start_ms: number;
  presiding: string;
  step: Step;
  suspension?: SuspensionView;
}
/**
 * Why the session pauses, and until when (R3).
 */
export interface SuspensionView {
  anew?: true;
  reason: "break" | "interpretation" | "medical" | "order_in_hall" | "technical";
  resume_at_ms?: number;
  since_ms: number;
}
/**
 * A group's budget of time in this round, and what is left of it (R10).
 */
export interface SlotView {
  budget_ms: number;
  deferred: boolean;
  heard: string[];
  party: string;
  seats: string[];
  status: "heard" | "lapsed" | "part_heard" | "speaking" | "waiting";
  used_ms: number;
}
/**
 * A statement that was heard.
 */
export interface StatementView {
  ended_at_ms: number;
  issues: string[];
  lane: "answer" | "intervention" | "remarks" | "right_of_reply" | "statement";
  language: "en" | "es" | "fr" | "pt";
  length_ms: number;
  on_behalf: string[];
  order: number;
  party: string;
  relations: Relation[];
  round: number;
  seat: string;
  started_at_ms: number;
  text: string;
  used_ms: number;
  word:
    | "answer"
    | "follow_up"
    | "intervention"
    | "question"
    | "remarks"
    | "reply"
    | "reply_and_question"
    | "right_of_reply"
    | "statement";
}
/**
 * Another console asked to preside (R4).
 */
export interface TakeOverView {
  asked_at_ms: number;
  console: string;
  from_ms: number;
}
/**
 * Time used and turns of a party in the session.
 */
export interface TotalView {
  turns: number;
  used_ms: number;
}
/**
 * The act that "undo" would take back: the tag of its first event, and whom it was about.
 */
export interface ActView {
  about: string;
  kind: string;
  seq: number;
}
/**
 * `auth` of the connection. No token: public.
 *
 *     A seat may be open on a few devices (R7); without a `device` each connection counts as another one.
 */
export interface Hello {
  acted?: string;
  as_of?: string;
  config?: string;
  device?: string;
  epoch?: string;
  seq?: number;
  token?: string;
  wire: number;
}
/**
 * Answer of `GET /api/view`: `view`, or the `changes` since, none where there are none; `presence` for consoles.
 */
export interface News {
  beat: Beat;
  changes?: Change[];
  presence?: Presence;
  time: Time;
  view?: ViewMessage;
  welcome: Welcome;
}
/**
 * Who is there; not part of any view, newest wins, to consoles and stage only.
 */
export interface Presence {
  clock_step_ms: number;
  consoles: {
    [k: string]: number;
  };
  observers: number;
  saved: boolean;
  screens: {
    [k: string]: ScreenHealth;
  };
  seats: {
    [k: string]: number;
  };
}
/**
 * `seen_ms`: server time when it was last heard from.
 */
export interface ScreenHealth {
  behind?: boolean;
  error_ms?: number;
  languages?: ("en" | "es" | "fr" | "pt")[];
  online: number;
  seen_ms?: number;
}
/**
 * Server time, epoch milliseconds of the dialogue's clock with fractions, and how fast that clock runs.
 */
export interface Time {
  now_ms: number;
  rate: number;
}
/**
 * A whole view. It builds on a configuration: who does not hold that one asks with `sync`, which brings both.
 *
 *     Who asks by HTTP finds it at `/api/config/<hash>`, for ever the same.
 */
export interface ViewMessage {
  as_of: string;
  config: string;
  configuration?: {};
  epoch: string;
  seq: number;
  view: {};
}
export interface Welcome {
  audience: "console" | "podium" | "public" | "screens" | "seat" | "stage";
  beat_ms: number;
  name: string;
  now_ms: number;
  probe_ms: number;
  rate: number;
  role: "console" | "operator" | "podium" | "public" | "screen" | "seat" | "stage";
  wire: number;
}
/**
 * Why a client is not let in; another version: "reload". A socket's `connect_error` has the code as message.
 */
export interface NoEntry {
  about?: string;
  code: "bad_command" | "reload" | "revoked" | "too_many_devices";
}
/**
 * What the Minister in the chair reads; an aide works the console.
 */
export interface PodiumView {
  actions: {
    [k: string]: ActionView;
  };
  ahead?: Ahead;
  closing?: ClosingSheet;
  cue?: Cue;
  dialogue: DialogueView;
  floor?: FloorView;
  gives_back?: boolean;
  issues: {
    [k: string]: IssueView;
  };
  message?: string;
  next: NextView[];
  parties: {
    [k: string]: PartyView;
  };
  point?: PointView;
  said: Said;
  seats: {
    [k: string]: SeatView;
  };
  session: SessionView;
  statements: {
    [k: string]: StatementView;
  };
  themes: {
    [k: string]: {
      [k: string]: string;
    };
  };
  waiting: number;
}
/**
 * Where the dialogue goes when nobody is next.
 *
 *     `invite`: the exchange has begun, the list is open, and nobody is on it yet. `close_again`: the close was taken back
 *     (R39), and nobody has spoken since.
 */
export interface Ahead {
  absent: boolean;
  act: "close" | "close_again" | "finish_exchange" | "invite" | "open" | "start_exchange" | "start_round";
  round: number;
  round_until_ms?: number;
}
/**
 * What the close leaves open (R39).
 */
export interface ClosingSheet {
  actions: string[];
  dues: OpenDue[];
  issues: string[];
  points: string[];
  requests: string[];
  rights: string[];
}
/**
 * An answer that is still due.
 */
export interface OpenDue {
  asker: string;
  group: string;
}
/**
 * What the chair does next: a Suggestion without its command.
 */
export interface Cue {
  act:
    | "call"
    | "call_answer"
    | "close"
    | "end"
    | "end_and_call"
    | "finish_exchange"
    | "interpreted"
    | "open"
    | "recognise"
    | "reopen"
    | "resume"
    | "resume_session"
    | "rule"
    | "start"
    | "start_exchange"
    | "start_round";
  round?: number;
  seat?: string;
}
/**
 * Query of `GET /api/view`; the token is in the Authorization header. `error_ms` as in Status.
 */
export interface Poll {
  acted?: string;
  as_of?: string;
  config?: string;
  device?: string;
  epoch?: string;
  error_ms?: number;
  seq?: number;
  wire?: number;
}
/**
 * What everybody sees.
 */
export interface PublicView {
  actions: {
    [k: string]: ActionView;
  };
  dialogue: DialogueView;
  floor?: FloorView;
  issues: {
    [k: string]: IssueView;
  };
  message?: string;
  next: NextView[];
  parties: {
    [k: string]: PartyView;
  };
  point?: PointView;
  said: Said;
  seats: {
    [k: string]: SeatView;
  };
  session: SessionView;
  statements: {
    [k: string]: StatementView;
  };
  themes: {
    [k: string]: {
      [k: string]: string;
    };
  };
  waiting: number;
}
/**
 * The projection screens: the public view, and which scene each shows.
 */
export interface ScreensView {
  actions: {
    [k: string]: ActionView;
  };
  dialogue: DialogueView;
  floor?: FloorView;
  issues: {
    [k: string]: IssueView;
  };
  message?: string;
  next: NextView[];
  parties: {
    [k: string]: PartyView;
  };
  point?: PointView;
  said: Said;
  screens: {
    [k: string]: ScreenView;
  };
  seats: {
    [k: string]: SeatView;
  };
  session: SessionView;
  statements: {
    [k: string]: StatementView;
  };
  themes: {
    [k: string]: {
      [k: string]: string;
    };
  };
  waiting: number;
}
/**
 * A seat's phone: the public view and its own part.
 */
export interface SeatAudienceView {
  actions: {
    [k: string]: ActionView;
  };
  dialogue: DialogueView;
  floor?: FloorView;
  issues: {
    [k: string]: IssueView;
  };
  me: Me;
  message?: string;
  next: NextView[];
  parties: {
    [k: string]: PartyView;
  };
  point?: PointView;
  said: Said;
  seats: {
    [k: string]: SeatView;
  };
  session: SessionView;
  statements: {
    [k: string]: StatementView;
  };
  themes: {
    [k: string]: {
      [k: string]: string;
    };
  };
  waiting: number;
}
/**
 * What only this seat sees.
 */
export interface Me {
  asked_written?: string;
  away: boolean;
  colleague?: string;
  dues: {
    [k: string]: MyDue;
  };
  filed: {
    [k: string]: FiledIssue;
  };
  has_floor?: string;
  in_vain?: InVain;
  is_next: boolean;
  may_ask: boolean;
  may_propose: boolean;
  may_raise_point: boolean;
  pace: number;
  point?: string;
  requests: {
    [k: string]: MyRequest;
  };
  seat: string;
  signal?: "finished" | "not_now" | "ready";
  slot?: MySlot;
  why_not?: string;
}
/**
 * An answer due from the seat's group.
 */
export interface MyDue {
  asker: string;
  question: string;
  ready?: string;
  status: "answered" | "due" | "ripe" | "written";
}
/**
 * An issue filed beforehand and not raised yet (R26); nobody else sees it.
 */
export interface FiledIssue {
  addressees: string[];
  language: "en" | "es" | "fr" | "pt";
  theme: string;
  title: string;
}
/**
 * Why the seat no longer has the place it was called from: nobody was there (R11, R20).
 */
export interface InVain {
  called_at_ms: number;
  statement: string;
  then: "after_colleague" | "away" | "down" | "slot_lapsed" | "slot_last";
}
/**
 * A seat's own request; its place in the list and when its turn may come (offsets as in AgendaRow).
 */
export interface MyRequest {
  eta_limits_ms: number;
  eta_pace_ms: number;
  lane: "answer" | "right_of_reply" | "statement";
  language: "en" | "es" | "fr" | "pt";
  length_ms: number;
  offer?: string;
  on_behalf: string[];
  rank: number;
  relations: Relation[];
  text: string;
  version: number;
  was_ms?: number;
  word:
    | "answer"
    | "follow_up"
    | "intervention"
    | "question"
    | "remarks"
    | "reply"
    | "reply_and_question"
    | "right_of_reply"
    | "statement";
}
/**
 * The slot of the seat's group in this round; `next`: this seat is who is called next in it.
 */
export interface MySlot {
  budget_ms: number;
  eta_limits_ms: number;
  eta_pace_ms: number;
  heard: string[];
  rank: number;
  seats: string[];
  slot: string;
  used_ms: number;
}
/**
 * The stage technician: the screens, and whose microphone comes next.
 */
export interface StageView {
  actions: {
    [k: string]: ActionView;
  };
  dialogue: DialogueView;
  floor?: FloorView;
  issues: {
    [k: string]: IssueView;
  };
  message?: string;
  next: NextView[];
  order: string[];
  parties: {
    [k: string]: PartyView;
  };
  point?: PointView;
  said: Said;
  screens: {
    [k: string]: ScreenView;
  };
  seats: {
    [k: string]: SeatView;
  };
  session: SessionView;
  statements: {
    [k: string]: StatementView;
  };
  themes: {
    [k: string]: {
      [k: string]: string;
    };
  };
  waiting: number;
}
/**
 * A screen or console reports how well it is: half the smallest round trip, and `as_of` of its view.
 *
 *     `languages`: those in which a screen shows everything, chosen in its address.
 */
export interface Status {
  as_of?: string;
  error_ms: number;
  languages?: ("en" | "es" | "fr" | "pt")[];
}
