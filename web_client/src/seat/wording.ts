/** Whole sentences of the phone. Every state it can be in is one, so that no blank place asks to be understood. */
import { language, t } from "@shared/i18n.svelte.ts";
import { clockLeft, etaSpan, formatClock, formatDay, formatTime } from "@shared/time.ts";
import { listState, sentences } from "@shared/situation.ts";
import type { FloorView, MyRequest, NextView, Relation, SeatAudienceView } from "@shared/wire.gen.ts";
import { behalf, issueCode, laneWord, listed, partyName, partyShort, seatName } from "@shared/words.ts";

import { asksFrom, dueOffers, followUpOffers, isGroup, mayAsk, myParty } from "./offers.ts";
import { beforeMeInSlot, type Place } from "./place.ts";

/** What a statement is about: one sentence for its answers, its replies, its questions. */
export function aboutSentences(
  view: SeatAudienceView,
  { lane, relations }: Pick<NextView, "lane" | "relations">,
): string[] {
  const of = (kind: Relation["kind"]) => relations.filter((relation) => relation.kind === kind);
  const issues = of("replies_to").flatMap(({ issue }) => (issue ? [issueCode(view, issue)] : []));
  const replies = of("replies_to").filter(({ statement }) => statement);
  const parties = (found: readonly Relation[]) => listed(found.map(({ party }) => partyName(view, party)));
  const sentences: string[] = [];
  if (of("answers").length > 0) sentences.push(t("seat-about-answers", { parties: parties(of("answers")) }));
  if (issues.length > 0) sentences.push(t("seat-about-replies", { issues: listed(issues) }));
  if (replies.length > 0) {
    const what = lane === "right_of_reply" ? "seat-about-right" : "seat-about-follows-up";
    sentences.push(t(what, { parties: parties(replies) }));
  }
  if (of("asks").length > 0) {
    const groups = listed(of("asks").map(({ party }) => partyShort(view, party)));
    sentences.push(t("seat-about-asks", { groups }));
  }
  return sentences;
}

/** The same, and for whom else it speaks (R17). */
export function aboutAndBehalf(
  view: SeatAudienceView,
  item: Pick<NextView, "lane" | "relations" | "on_behalf"> | undefined,
): string[] {
  return item ? [...aboutSentences(view, item), behalf(view, item)].filter(Boolean) : [];
}

/** How long it will have; where the chair shortened it, old and new (R35). */
export function lengthSentence({ length_ms, was_ms }: Pick<MyRequest, "length_ms" | "was_ms">): string {
  const time = formatClock(length_ms);
  return was_ms === undefined
    ? t("seat-next-length", { time })
    : t("seat-next-shortened", { time, was: formatClock(was_ms) });
}

/** That another speaks on its behalf: it may withdraw, nobody does it for it (R17). Empty otherwise. */
export function offerSentence(view: SeatAudienceView, request: Pick<MyRequest, "offer"> | undefined): string {
  return request?.offer === undefined ? "" : t("seat-offer", { party: partyName(view, request.offer) });
}

/** Whether it can be told when a turn comes: not in a suspension, and not before the first round. */
export function hasTimes({ session: { step, suspension } }: SeatAudienceView): boolean {
  return !suspension && !["scheduled", "opening"].includes(step.phase ?? "scheduled");
}

/** Why the session is suspended, until when, and what becomes of one's place (R3), where nothing else says so. */
export function suspendedSentence(view: SeatAudienceView, now: number): string {
  const said = sentences(view, now, language()).map((sentence) => `${sentence}.`);
  return [...said, t("seat-place-kept")].join(" ");
}

/** "About 11:50–11:56", or why no time can be told. */
export function whenSentence(view: SeatAudienceView, place: Place, now: number): string {
  if (!hasTimes(view)) return t(view.session.suspension ? "seat-place-kept" : "seat-when-not-begun");
  const zone = view.dialogue.timezone;
  const [first, last] = etaSpan(view.floor, now, view.me.pace, place);
  const [from, to] = [formatTime(first, zone, language()), formatTime(last, zone, language())];
  return from === to ? t("seat-when", { from }) : t("seat-when-span", { from, to });
}

/** Whose turn comes before mine, as far as known. */
export function afterSentence(view: SeatAudienceView, ahead: readonly string[] | undefined): string {
  const mate = view.me.slot && beforeMeInSlot(view);
  if (mate) return t("seat-after", { names: seatName(view, mate) });
  if (!ahead || ahead.length === 0) return "";
  return t("seat-after", { names: listed(ahead.map((seat) => seatName(view, seat))) });
}

/** What happens at the floor while this seat is next. */
export function meanwhileSentence(view: SeatAudienceView, now: number): string {
  const { floor, point } = view;
  if (point) return t("seat-next-point");
  if (!floor) return t("seat-next-chair");
  const name = seatName(view, floor.seat);
  const left = clockLeft(floor.clock, now);
  if (floor.status === "called") return t("seat-next-called", { name });
  if (floor.status === "held") return t("seat-next-held", { name });
  return left <= 0 ? t("seat-next-over", { name }) : t("seat-next-left", { name, time: formatClock(left) });
}

/** What the statement at the floor is: "Answer to Canada", "Intervention". */
export function kindOfStatement(view: SeatAudienceView, floor: FloorView): string {
  return aboutSentences(view, floor)[0] ?? t(laneWord(floor));
}

/** Why this seat is in no list, and what it can do. */
export function idleSentence(view: SeatAudienceView, now: number): string {
  const { phase = "scheduled" } = view.session.step;
  const dues = dueOffers(view);
  const open = dues.filter(({ ready }) => ready === undefined).length;
  if (open > 0) return t("seat-idle-dues", { count: open });
  if (dues.length > 0) return readySentences(view).join(" ");
  if (followUpOffers(view, now).length > 0) return t("seat-idle-follow-up");
  if (mayAsk(view, now)) return t("seat-idle-may-ask");
  const from = asksFrom(view, now);
  if (from !== undefined) {
    const zone = view.dialogue.timezone;
    return t("seat-idle-ask-from", {
      day: formatDay(from, zone, language()),
      time: formatTime(from, zone, language()),
    });
  }
  if (view.parties[myParty(view)]?.kind === "chair") return t("seat-idle-chair");
  if (phase === "closing") return t("seat-idle-closing");
  const closed = listState(view.session, now).kind === "closed" && !isGroup(view);
  if (closed || view.me.why_not === "list_closed") return t("seat-idle-list-closed");
  return isGroup(view) ? groupSentence(view, phase) : t("seat-idle-not-now");
}

/** The colleagues who said that they will answer, each with whose questions (R29). */
export function readySentences(view: SeatAudienceView): string[] {
  const dues = dueOffers(view);
  return [...new Set(dues.flatMap(({ ready }) => ready ?? []))].map((seat) => {
    const parties = dues.filter(({ ready }) => ready === seat).map(({ asker }) => partyName(view, asker));
    return t("seat-ready", { name: seatName(view, seat), parties: listed([...new Set(parties)]) });
  });
}

function groupSentence(view: SeatAudienceView, phase: string): string {
  if (phase === "interventions") return t("seat-idle-group-interventions", whoSpeaks(view));
  return t(phase === "exchange" ? "seat-idle-group-exchange" : "seat-idle-group-before");
}

/** Who of the group speaks or is still to speak in this round, and whether anybody does. */
function whoSpeaks(view: SeatAudienceView): Record<string, string> {
  const { slot, seat } = view.me;
  const runs = slot !== undefined && (slot.rank > 0 || view.floor?.party === myParty(view));
  const others = runs ? slot.seats.filter((other) => other !== seat && !slot.heard.includes(other)) : [];
  return {
    turn: others.length > 0 ? "colleague" : "over",
    name: listed(others.map((other) => seatName(view, other))),
  };
}
