/** The phone of a seat: `/floor#t=…`. */
import "@shared/polyfills.ts";
import "@shared/tokens.css";
import "./seat.css";
import { connectLive } from "@shared/live.svelte.ts";
import { mountFace } from "@shared/mount_face.svelte.ts";
import type { SeatAudienceView } from "@shared/wire.gen.ts";

import Seat from "./Seat.svelte";

mountFace({
  catalogues: import.meta.glob<string>("@locale/*/{common,refusals,seat}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
  face: Seat,
  connect: () => ({ live: connectLive<SeatAudienceView>() }),
});
