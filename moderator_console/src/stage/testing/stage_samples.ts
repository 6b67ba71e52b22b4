/** The stage in the demo dialogue: the sentences of its catalogues, and a session with two screens. */
import { addCatalogues, setLanguage } from "@shared/i18n.svelte.ts";
import { demoPublic, demoScreens } from "@shared/testing/demo.ts";
import { FakeLive } from "@shared/testing/fake_live.svelte.ts";
import "@shared/testing/jsdom.ts";
import type { StageView } from "@shared/wire.gen.ts";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,stage}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);
setLanguage("en");

/** Two screens: the left one shows the speaker, the right one is frozen. */
export function stage(view = demoPublic()): StageView {
  const { screens } = demoScreens("speaker", view);
  return {
    ...view,
    screens: {
      ...screens,
      "hall-right": { name: { es: "Sala, derecha", en: "Hall, right" }, scene: "freeze" },
    },
    order: ["MX", "TT", "civil_society-2"],
  };
}

export function stageLive(view = stage()): FakeLive<StageView> {
  return new FakeLive(view, { role: "stage", audience: "stage" });
}
