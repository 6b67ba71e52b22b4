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
  return { ...view, cue: { act: "end", seat: "LC" }, ...change };
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
  return decided({ ...view, session: { ...view.session, step, heard } });
}
