/** The console as a chair works it, in the component tests: what is on it, what is pressed, what is sent. */
import { configure, fireEvent, render, screen } from "@testing-library/svelte";

import { addCatalogues, setLanguage } from "@shared/i18n.svelte.ts";
import { FakeLive } from "@shared/testing/fake_live.svelte.ts";
import "@shared/testing/jsdom.ts";
import type { ConsoleView } from "@shared/wire.gen.ts";

import ConsolePage from "../ConsolePage.svelte";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,console,stage}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);
setLanguage("en");
configure({ asyncUtilTimeout: 4_000 }); // a busy machine takes its time

/** The hand of these tests is unhurried: a second passes before each press. `press_guard.test.ts` has a hasty one. */
let at = 0;
for (const press of ["keydown", "click"]) addEventListener(press, () => (at += 1_000), { capture: true });

/** The console with this view on it, by default the chair's own; what is sent is noted. */
export function open(
  view: ConsoleView,
  name = "chair",
  mono: () => number = () => at,
): FakeLive<ConsoleView> {
  const live = new FakeLive(view, { role: "console", audience: "console", name });
  render(ConsolePage, { live, mono });
  return live;
}

export function context(): HTMLElement {
  return screen.getByRole("button", { name: /Enter$|reconnecting|Watching|Nothing to do/ });
}

/** Enter, in the form that this stands in. */
export async function send(field: HTMLElement): Promise<void> {
  const form = field.closest("form");
  if (form === null) throw new Error("it stands in no form");
  await fireEvent.submit(form);
}

/** Type letters into a field that finds one of many, and take the first. */
export async function pick(label: string, letters: string): Promise<HTMLElement> {
  const field = await screen.findByRole("combobox", { name: label });
  await fireEvent.input(field, { target: { value: letters } });
  await fireEvent.keyDown(field, { key: "Enter" });
  return field;
}

/** An act of the menu that is open. Hidden: jsdom takes every popover for closed. */
export async function inMenu(name: string): Promise<HTMLElement> {
  return screen.findByRole("menuitem", { name, hidden: true });
}

export async function choose(opener: HTMLElement, item: string): Promise<void> {
  await fireEvent.click(opener);
  await fireEvent.click(await inMenu(item));
}
