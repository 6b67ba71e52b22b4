/** How a screen is, from what was last heard of it (moment 15), and what it can show. Pure but for the language. */
import { language, t } from "./i18n.svelte.ts";
import { formatTime } from "./time.ts";
import type { ScreenHealth, ScreenView } from "./wire.gen.ts";

import type { SignName } from "./signs.ts";

export type Scene = ScreenView["scene"];

export const SCENES: readonly Scene[] = ["speaker", "list", "actions", "message", "blank", "freeze"];

export type Health = "well" | "behind" | "gone" | "never";

export const SIGNS: Readonly<Record<Health, SignName>> = {
  well: "check",
  behind: "warn",
  gone: "warn",
  never: "ring",
};

/** `never`: not connected since the server started; `gone`: it was there and is not; `behind`: shows an older state. */
export function healthOf(screen: ScreenHealth | undefined): Health {
  if (screen === undefined || (screen.online === 0 && screen.seen_ms === undefined)) return "never";
  if (screen.online === 0) return "gone";
  return screen.behind ? "behind" : "well";
}

/** "up to date", "no signal since 11:42". */
export function healthWords(screen: ScreenHealth | undefined, timezone: string): string {
  const health = healthOf(screen);
  const time = screen?.seen_ms === undefined ? "" : formatTime(screen.seen_ms, timezone, language());
  return t(`screen-${health}`, { time });
}

/** How far off its clock is at most, "±9 ms"; empty while that says nothing. */
export function skewOf(screen: ScreenHealth | undefined): string {
  const known = healthOf(screen) === "well" && screen?.error_ms !== undefined;
  return known ? `±${String(Math.round(screen.error_ms ?? 0))} ms` : "";
}
