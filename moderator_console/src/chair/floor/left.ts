/** What a move leaves open, by name (R1, R39). Pure but for the language of the face. */
import { t } from "@shared/i18n.svelte.ts";
import type { ConsoleView, MoveView } from "@shared/wire.gen.ts";
import { issueName, partyName, partyShort } from "@shared/words.ts";

import { shortName } from "../names.ts";
import { isOpen } from "../side/issues.ts";

export interface Left {
  id: "slots" | "requests" | "written" | "rights" | "points" | "dues" | "issues";
  names: string[];
}

/**
 * Each kind of thing left behind, without those of which there is none. Nothing lapses yet by the move to the closing:
 * there it is what the close would leave open as things stand (R39).
 */
export function leftBy(view: ConsoleView, move: MoveView): Left[] {
  const found = move.to.phase === "closing" ? openNow(view, move) : move;
  const { slots, requests, written, rights, points, dues, issues } = found;
  const ofRequest = (key: string): string => shortName(view, view.agenda[key]?.seat ?? key);
  const left: Left[] = [
    { id: "slots", names: slots.map((slot) => partyName(view, view.slots[slot]?.party ?? slot)) },
    { id: "requests", names: requests.map(ofRequest) },
    { id: "written", names: written.map(ofRequest) },
    { id: "rights", names: rights.map(ofRequest) },
    { id: "points", names: points.map((point) => shortName(view, view.points[point]?.seat ?? point)) },
    { id: "dues", names: dues.map((due) => dueName(view, due)) },
    { id: "issues", names: issues.map((issue) => issueName(view, issue)) },
  ];
  return left.filter(({ names }) => names.length > 0);
}

type Things = Pick<MoveView, Left["id"]>;

function openNow(view: ConsoleView, { slots, written }: MoveView): Things {
  const waiting = (lane: string): string[] =>
    view.order.filter((key) => {
      const row = view.agenda[key];
      return row?.target.type === "request_target" && row.lane === lane && !written.includes(key);
    });
  return {
    slots,
    requests: waiting("statement"),
    written,
    rights: waiting("right_of_reply"),
    points: Object.entries(view.points).flatMap(([id, { status }]) => (status === "raised" ? [id] : [])),
    dues: Object.keys(view.dues).filter((due) => ["due", "ripe"].includes(view.dues[due]?.status ?? "")),
    issues: Object.entries(view.issues).flatMap(([id, issue]) => (isOpen(issue) ? [id] : [])),
  };
}

function dueName(view: ConsoleView, due: string): string {
  const found = view.dues[due];
  return found
    ? t("desk-due-of", { group: partyShort(view, found.group), asker: partyName(view, found.asker) })
    : due;
}
