export { default } from "../web_client/shared/build/svelte.js";
