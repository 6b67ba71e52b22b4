/** The page /: everybody may look on, without an access link. */
import "@shared/polyfills.ts";
import "@shared/tokens.css";
import { connectLive } from "@shared/live.svelte.ts";
import { mountFace } from "@shared/mount_face.svelte.ts";
import type { PublicView } from "@shared/wire.gen.ts";

import Observer from "./Observer.svelte";

mountFace({
  catalogues: import.meta.glob<string>("@locale/*/{common,observer}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
  face: Observer,
  connect: () => ({ live: connectLive<PublicView>({ token: "" }) }),
});
