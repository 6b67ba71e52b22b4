/** The page /console: the chair's, or another console that watches until it takes over (R4). */
import { mount } from "svelte";

import "@shared/tokens.css";
import { addCatalogues } from "@shared/i18n.svelte.ts";
import { connectLive } from "@shared/live.svelte.ts";
import type { ConsoleView } from "@shared/wire.gen.ts";

import Chair from "./Chair.svelte";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,console,stage}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

const target = document.getElementById("face");
if (target) mount(Chair, { target, props: { live: connectLive<ConsoleView>() } });
