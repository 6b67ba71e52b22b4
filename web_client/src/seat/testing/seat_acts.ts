/** The phone in a test page: shown with a session without a server, pressed like a thumb would. */
import { cleanup, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeEach } from "vitest";

import { addCatalogues, setLanguage } from "@shared/i18n.svelte.ts";
import { FakeLive } from "@shared/testing/fake_live.svelte.ts";
import "@shared/testing/jsdom.ts";
import type { SeatAudienceView } from "@shared/wire.gen.ts";

import Seat from "../Seat.svelte";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,seat}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

beforeEach(() => {
  setLanguage("en");
  sessionStorage.clear();
});
afterEach(cleanup);

export function show(
  view?: SeatAudienceView,
  change: Partial<FakeLive<SeatAudienceView>> = {},
): FakeLive<SeatAudienceView> {
  const live = Object.assign(new FakeLive(view), change);
  render(Seat, { live });
  return live;
}

/** Press a button of the phone itself. */
export async function press(name: string): Promise<void> {
  const phone = screen.getByRole("main").parentElement;
  if (!phone) throw new Error("nothing is shown");
  within(phone).getByRole("button", { name }).click();
  await tick();
}

/** The sheet that is open. */
export const sheet = () => within(screen.getByRole("dialog"));

/** Press a button of the sheet, or make one of its choices. */
export async function pressInSheet(
  role: "button" | "checkbox" | "radio",
  name: string | RegExp,
): Promise<void> {
  sheet().getByRole(role, { name }).click();
  await tick();
}

/** The tone of the whole screen. */
export const tone = () => document.querySelector(".phone")?.getAttribute("data-tone");
