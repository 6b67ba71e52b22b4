import { mount } from "svelte";

import Seat from "./Seat.svelte";

const target = document.getElementById("face");
if (target) mount(Seat, { target });
