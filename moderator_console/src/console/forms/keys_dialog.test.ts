import { cleanup, fireEvent, screen } from "@testing-library/svelte";
import { afterEach, expect, test } from "vitest";

import { resetKeys } from "../keymap.svelte.ts";
import { open } from "../testing/console_acts.ts";
import { sample } from "../testing/console_samples.ts";

afterEach(() => {
  cleanup();
  resetKeys();
});

test("a key is changed, printed on its button, and acts; two acts with the same key are named", async () => {
  const live = open(sample());
  await fireEvent.click(screen.getByRole("button", { name: "Keys…" }));
  const hold = await screen.findByTitle("Hold and resume: change the key");
  await fireEvent.click(hold);
  await fireEvent.keyDown(hold, { key: "a" });
  expect(screen.getByText("With Ctrl or Alt, or a function key.")).toBeDefined();
  await fireEvent.keyDown(hold, { key: "F7" });
  expect(screen.getByRole("button", { name: "Hold F7" })).toBeDefined();

  const undo = screen.getByTitle("Undo: change the key");
  await fireEvent.click(undo);
  await fireEvent.keyDown(undo, { key: "F7" });
  expect(screen.getByText("The same as: Hold and resume. Neither acts.")).toBeDefined();
  await fireEvent.click(screen.getByTitle("Undo: no key"));
  await fireEvent.click(screen.getByRole("button", { name: "Close" }));
  await fireEvent.keyDown(window, { key: "F7" });
  await fireEvent.keyDown(window, { key: "F2" });
  await fireEvent.keyDown(window, { key: "z", ctrlKey: true });
  expect(await screen.findByRole("menu", { hidden: true })).toBeDefined(); // F7 asks why it is held
  expect(live.sent).toEqual([]);
});
