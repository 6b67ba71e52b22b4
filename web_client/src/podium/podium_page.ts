/** The page /podium: what the Minister in the chair reads while an aide works the console. Nothing to press. */
import "@shared/polyfills.ts";
import "@shared/tokens.css";
import { keepAwake } from "@shared/awake.ts";
import { connectLive } from "@shared/live.svelte.ts";
import { mountFace } from "@shared/mount_face.svelte.ts";
import type { PodiumView } from "@shared/wire.gen.ts";

import Podium from "./Podium.svelte";

keepAwake();
mountFace({
  catalogues: import.meta.glob<string>("@locale/*/{common,refusals,podium}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
  face: Podium,
  connect: () => ({ live: connectLive<PodiumView>() }),
});
