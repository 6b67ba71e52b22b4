/** The page /console: the chair's, or another console that watches until it takes over (R4). */
import "@shared/polyfills.ts";
import "@shared/tokens.css";
import { connectLive } from "@shared/live.svelte.ts";
import { mountFace } from "@shared/mount_face.svelte.ts";
import type { ConsoleView } from "@shared/wire.gen.ts";

import ConsolePage from "./ConsolePage.svelte";

mountFace({
  catalogues: import.meta.glob<string>("@locale/*/{common,refusals,console,stage}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
  face: ConsolePage,
  connect: () => ({ live: connectLive<ConsoleView>() }),
});
