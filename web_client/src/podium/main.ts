/** The page /podium: what the Minister in the chair reads while an aide works the console. Nothing to press. */
import { mount } from "svelte";

import "@shared/tokens.css";
import { addCatalogues } from "@shared/i18n.svelte.ts";
import { connectLive } from "@shared/live.svelte.ts";
import type { PodiumView } from "@shared/wire.gen.ts";

import { stayAwake } from "../screen/awake.ts";
import Podium from "./Podium.svelte";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,podium}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

void stayAwake();

const target = document.getElementById("face");
if (target) mount(Podium, { target, props: { live: connectLive<PodiumView>() } });
