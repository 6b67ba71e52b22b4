import { mount } from "svelte";

import Screen from "./Screen.svelte";

const target = document.getElementById("face");
if (target) mount(Screen, { target });
