/** Sample views for component tests; no face imports them. */
export { demoConsole, demoFloor, demoFree, demoPublic, demoScreens, demoSeat, NOW } from "./views.ts";
export { textOf } from "./text.ts";
