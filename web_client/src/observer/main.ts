/** The page /: everybody may look on, without a link of their own. */
import { mount } from "svelte";

import "@shared/tokens.css";
import { addCatalogues } from "@shared/i18n.svelte.ts";
import { connectLive } from "@shared/live.svelte.ts";
import { takeOver } from "@shared/takeover.svelte.ts";
import type { PublicView } from "@shared/wire.gen.ts";

import Observer from "./Observer.svelte";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,observer}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

const target = document.getElementById("face");
if (target) {
  const live = connectLive<PublicView>({ token: "" });
  takeOver(target, live, () => mount(Observer, { target, props: { live } }));
}
