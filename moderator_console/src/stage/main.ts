/** The page /stage: the technician's. Scenes and messages; nothing of procedure. */
import { mount } from "svelte";

import "@shared/tokens.css";
import { addCatalogues } from "@shared/i18n.svelte.ts";
import { connectLive } from "@shared/live.svelte.ts";
import type { StageView } from "@shared/wire.gen.ts";

import Stage from "./Stage.svelte";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,stage}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

const target = document.getElementById("face");
if (target) mount(Stage, { target, props: { live: connectLive<StageView>() } });
