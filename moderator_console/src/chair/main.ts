/** The page /console: the chair's, or another console that watches until it takes over (R4). */
import { mount } from "svelte";

import "@shared/tokens.css";
import { connectLive } from "@shared/live.svelte.ts";
import type { ConsoleView } from "@shared/wire.gen.ts";

import Chair from "./Chair.svelte";
import "./catalogues.ts";

const target = document.getElementById("face");
if (target) mount(Chair, { target, props: { live: connectLive<ConsoleView>() } });
