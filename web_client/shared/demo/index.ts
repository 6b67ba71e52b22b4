/** Sample views for component tests; no face imports them. */
export { decided, recordOf, saidOf, wordOf } from "./decided.ts";
export { demoConsole, demoFloor, demoFree, demoPublic, demoScreens, demoSeat, NOW } from "./views.ts";
export { textOf } from "./text.ts";
