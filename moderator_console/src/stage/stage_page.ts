/** The page /stage: the technician's. Scenes and messages; nothing of procedure. */
import "@shared/polyfills.ts";
import "@shared/tokens.css";
import { connectLive } from "@shared/live.svelte.ts";
import { mountFace } from "@shared/mount_face.svelte.ts";
import type { StageView } from "@shared/wire.gen.ts";

import Stage from "./Stage.svelte";

mountFace({
  catalogues: import.meta.glob<string>("@locale/*/{common,refusals,stage}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
  face: Stage,
  connect: () => ({ live: connectLive<StageView>() }),
});
