/** How a screen is, from what was last heard of it (moment 15). Pure. */
import type { ScreenHealth } from "@shared/wire.gen.ts";

export type Health = "well" | "behind" | "gone" | "never";

/** `never`: not connected since the server started; `gone`: it was there and is not; `behind`: shows an older state. */
export function healthOf(screen: ScreenHealth | undefined): Health {
  if (screen === undefined || (screen.online === 0 && screen.seen_ms === undefined)) return "never";
  if (screen.online === 0) return "gone";
  return screen.behind ? "behind" : "well";
}
