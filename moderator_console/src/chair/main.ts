import { mount } from "svelte";

import Chair from "./Chair.svelte";

const target = document.getElementById("face");
if (target) mount(Chair, { target });
