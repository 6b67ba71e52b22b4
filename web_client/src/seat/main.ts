/** The phone of a seat: `/floor#t=…`. */
import { mount } from "svelte";

import { addCatalogues } from "@shared/i18n.svelte.ts";
import { connectLive } from "@shared/live.svelte.ts";
import type { SeatAudienceView } from "@shared/wire.gen.ts";

import "@shared/tokens.css";
import "./seat.css";

import Seat from "./Seat.svelte";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,seat}.ftl", { query: "?raw", import: "default", eager: true }),
);

const target = document.getElementById("face");
if (target) mount(Seat, { target, props: { live: connectLive<SeatAudienceView>() } });
