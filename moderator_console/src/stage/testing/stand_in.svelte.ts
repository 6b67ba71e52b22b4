/** A stand-in for the connection of the stage: shows the view it is given and notes what is sent. */
import { demoPublic, demoScreens, NOW } from "@shared/demo/index.ts";
import { addCatalogues, setLanguage } from "@shared/i18n.svelte.ts";
import type { Answer, Command, Presence, StageView, Welcome } from "@shared/wire.gen.ts";

import type { Link } from "../booth.svelte.ts";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,stage}.ftl", { query: "?raw", import: "default", eager: true }),
);
setLanguage("en");

// What jsdom lacks: it lays nothing out.
globalThis.ResizeObserver = class {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
};

/** Two screens: the left one shows the speaker, the right one is frozen. */
export function stage(view = demoPublic()): StageView {
  const { screens } = demoScreens("speaker", view);
  return {
    ...view,
    screens: { ...screens, "hall-right": { name: { es: "Sala, derecha", en: "Hall, right" }, scene: "freeze" } },
    order: ["MX", "TT", "civil_society-2"],
  };
}

export class StandIn implements Link {
  view = $state.raw<StageView>();
  status = $state<Link["status"]>("live");
  presence = $state.raw<Presence>();
  refusal = $state<string>();
  now = $state(NOW);
  readonly lastHeard = NOW;
  readonly sent: Command[] = [];
  readonly welcome: Welcome = {
    wire: 1,
    role: "stage",
    name: "",
    audience: "stage",
    now_ms: NOW,
    rate: 1,
    beat_ms: 2_000,
    probe_ms: 60_000,
  };
  answer: Answer = { answer: "accepted", seq: 41 };

  constructor(view = stage()) {
    this.view = view;
  }

  send(command: Command): Promise<Answer> {
    this.sent.push(command);
    return Promise.resolve(this.answer);
  }
}
