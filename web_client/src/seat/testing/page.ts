/** The phone in a test page: shown with a stand-in for the connection, pressed like a thumb would. */
import { cleanup, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeEach } from "vitest";

import { setLanguage } from "@shared/i18n.svelte.ts";
import type { SeatAudienceView } from "@shared/wire.gen.ts";

import Seat from "../Seat.svelte";
import { StandIn } from "./stand_in.svelte.ts";

// jsdom has the element without these methods.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});

beforeEach(() => {
  setLanguage("en");
});
afterEach(cleanup);

export function show(view?: SeatAudienceView, change: Partial<StandIn> = {}): StandIn {
  const link = Object.assign(new StandIn(view), change);
  render(Seat, { link });
  return link;
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
export async function pressInSheet(role: "button" | "checkbox" | "radio", name: string | RegExp): Promise<void> {
  sheet().getByRole(role, { name }).click();
  await tick();
}

/** The tone of the whole screen. */
export const tone = () => document.querySelector(".phone")?.getAttribute("data-tone");
