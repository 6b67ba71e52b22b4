/** The page /screen: one of the hall's projection screens, or any other that shows the same. */
import "@shared/polyfills.ts";
import "@shared/tokens.css";
import "./screen.css";
import { keepAwake } from "@shared/awake.ts";
import { connectLive } from "@shared/live.svelte.ts";
import { mountFace } from "@shared/mount_face.svelte.ts";
import { isPreview } from "@shared/preview.ts";
import type { ScreensView } from "@shared/wire.gen.ts";

import { languagesOf } from "./bilingual.ts";
import { FramedScreen } from "./framed_screen.svelte.ts";
import { Freezable } from "./freezable.svelte.ts";
import Screen from "./Screen.svelte";

const query = location.search;

document.documentElement.classList.add("hall");
keepAwake();

mountFace({
  catalogues: import.meta.glob<string>("@locale/*/{common,screen}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
  face: Screen,
  connect: () => {
    const live = isPreview(query)
      ? new FramedScreen()
      : connectLive<ScreensView>({ languages: (known) => languagesOf(query, known) });
    return { live: new Freezable(live), query };
  },
});
