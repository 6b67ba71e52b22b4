/** The podium in the demo dialogue: the sentences of its catalogues, and views as the server would send them. */
import { decided, demoPublic } from "@shared/testing/demo.ts";
import { addCatalogues } from "@shared/i18n.svelte.ts";
import type { PodiumView, PublicView } from "@shared/wire.gen.ts";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,podium}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

/** Saint Lucia speaks, Mexico is next. */
export function podium(change: Partial<PodiumView> = {}, view: PublicView = demoPublic()): PodiumView {
  return {
    ...view,
    ahead: aheadIn(view.session.step),
    gives_back: false,
    cue: { act: "end", seat: "LC" },
    ...change,
  };
}

/** The chair has the floor and is about to do this. */
export function free(cue: PodiumView["cue"], change: Partial<PodiumView> = {}): PodiumView {
  const view = podium(change);
  delete view.floor;
  if (cue) return { ...view, cue };
  delete view.cue;
  return view;
}

export function inStep(view: PodiumView, step: PodiumView["session"]["step"], heard = 0): PodiumView {
  return decided({ ...view, ahead: aheadIn(step), session: { ...view.session, step, heard } });
}

const AHEAD = {
  scheduled: "open",
  opening: "start_round",
  interventions: "start_exchange",
  exchange: "finish_exchange",
  closing: "close",
  closed: "close",
} as const;

/** Where the server would say that it goes on from that step: no other round fits any more. */
function aheadIn({
  phase = "scheduled",
  round = 0,
}: PodiumView["session"]["step"]): NonNullable<PodiumView["ahead"]> {
  return {
    act: AHEAD[phase],
    round: phase === "opening" ? 1 : round + Number(phase === "exchange"),
    absent: false,
  };
}
