/** The page /screen: one of the hall's projection screens, or any other that shows the same. */
import { mount } from "svelte";

import "@shared/tokens.css";
import "./screen.css";
import { addCatalogues } from "@shared/i18n.svelte.ts";
import { connectLive } from "@shared/live.svelte.ts";
import { isPreview } from "@shared/preview.ts";
import { takeOver } from "@shared/takeover.svelte.ts";
import type { ScreensView } from "@shared/wire.gen.ts";

import { stayAwake } from "./awake.ts";
import { languagesOf } from "./bilingual.ts";
import { Freezable } from "./freezable.svelte.ts";
import Screen from "./Screen.svelte";
import { Told } from "./told.svelte.ts";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,screen}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

document.documentElement.classList.add("hall");
void stayAwake();

const target = document.getElementById("face");
if (target) {
  const live = new Freezable(isPreview(location.search) ? new Told() : connectLive<ScreensView>({ languages: (known) => languagesOf(location.search, known) }));
  takeOver(target, live, () => mount(Screen, { target, props: { live, query: location.search } }));
}
