import { mount } from "svelte";

import Observer from "./Observer.svelte";

const target = document.getElementById("face");
if (target) mount(Observer, { target });
