/** Links of a statement or request, as the dialogs edit them (R12, R27). Pure. */
import type { Links, Relation } from "@shared/wire.gen.ts";

export type LinkList = "replies_to" | "asks" | "answers";

/** The links with one more, or one less. */
export function toggled(links: Links, list: LinkList, id: string): Links {
  const had = links[list] ?? [];
  return { ...links, [list]: had.includes(id) ? had.filter((other) => other !== id) : [...had, id] };
}

/** The links that the relations of a view were made from. */
export function linksOf(relations: readonly Relation[]): Links {
  const of = (list: LinkList): Relation[] => relations.filter((relation) => relation.kind === list);
  return {
    replies_to: of("replies_to").flatMap(({ issue, statement }) => issue ?? statement ?? []),
    asks: of("asks").map(({ party }) => party),
    answers: of("answers").flatMap(({ due }) => due ?? []),
  };
}
