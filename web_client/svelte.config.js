export { default } from "./shared/build/svelte.js";
