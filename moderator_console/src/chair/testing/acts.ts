/** What a chair does with the desk in the component tests. */
import { fireEvent, render, screen } from "@testing-library/svelte";

import type { ConsoleView } from "@shared/wire.gen.ts";

import Chair from "../Chair.svelte";
import { StandIn } from "./stand_in.svelte.ts";

/** The desk with this view on it, by default the chair's own; what is sent is noted. */
export function open(view: ConsoleView, name = "chair"): StandIn {
  const live = new StandIn(view, name);
  render(Chair, { live });
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
