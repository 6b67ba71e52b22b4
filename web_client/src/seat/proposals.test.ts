import { fireEvent, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { expect, test } from "vitest";

import { demoAction } from "@shared/testing/demo.ts";

import { press, pressInSheet, sheet, show } from "./testing/seat_acts.ts";
import { floor, sample } from "./testing/seat_samples.ts";

const ANSWER = "A joint action names you: answer it";
const said = { type: "answer_action", action: "a1", version: 1, party: "BR" };

test("a party that a joint action names acknowledges it with two presses (R37)", async () => {
  const live = show(sample("BR", { actions: { a1: demoAction() } }));
  await press(ANSWER);
  expect(sheet().getByText("Proposed by Mexico")).toBeTruthy();
  await pressInSheet("button", "Acknowledge");
  expect(live.sent).toEqual([{ ...said, word: "acknowledged", text: "" }]);
});

test("or declines it in its own words", async () => {
  const live = show(sample("BR", { actions: { a1: demoAction() } }));
  await press(ANSWER);
  await pressInSheet("button", "Decline…");
  await fireEvent.input(sheet().getByRole("textbox"), { target: { value: " Sin mandato. " } });
  await pressInSheet("button", "Decline");
  expect(live.sent).toEqual([{ ...said, word: "declined", text: "Sin mandato." }]);
});

test("what it said can be taken back, after the close too; whom it does not name it asks nothing", async () => {
  const answered = demoAction({ answers: { BR: { word: "declined", text: "" } } });
  const closed = sample("BR", { actions: { a1: answered } });
  closed.session = { ...closed.session, step: { phase: "closed", round: 0 } };
  const live = show(closed);
  await press("Joint actions that name you · 1");
  await pressInSheet("button", "Leave it open");
  expect(live.sent).toEqual([{ ...said, word: null, text: "" }]);
  live.view = sample("VC", { actions: { a1: demoAction() } });
  await tick();
  expect(screen.queryByRole("button", { name: ANSWER })).toBeNull();
});

test("who has the floor proposes one, for the issue it replies to, and sees the clock meanwhile", async () => {
  const live = show(sample("MX", { floor: floor("MX", 72_000), me: { has_floor: "s20", may_propose: true } }));
  await press("Propose a joint action…");
  expect(sheet().getByRole("timer")).toBeTruthy();
  expect(sheet().queryByRole("button", { name: "Propose" })).toBeNull();
  await fireEvent.input(sheet().getByRole("textbox", { name: "What is to be done" }), {
    target: { value: "Un fondo" },
  });
  await pressInSheet("checkbox", "Brazil");
  await pressInSheet("button", "Propose");
  expect(live.sent).toHaveLength(1);
  expect(live.sent[0]).toMatchObject({
    type: "propose_action",
    what: "Un fondo",
    parties: ["BR"],
    statement: "s20",
  });
});

test("the sheet goes with the floor", async () => {
  const live = show(sample("MX", { floor: floor("MX", 72_000), me: { has_floor: "s20", may_propose: true } }));
  await press("Propose a joint action…");
  live.view = sample("MX", { floor: floor("VC", 5_000) });
  await tick();
  expect(screen.queryByRole("dialog")).toBeNull();
});
