import { cleanup, fireEvent, screen } from "@testing-library/svelte";
import { afterEach, expect, test } from "vitest";

import { demoAction } from "@shared/testing/demo.ts";

import { choose, open, pick, send } from "../testing/console_acts.ts";
import { sample } from "../testing/console_samples.ts";

afterEach(cleanup);

const FUND = "Un fondo regional de conectividad rural";

/** The panel of issues, turned to joint actions. */
async function turned(actions: ReturnType<typeof sample>["actions"]): Promise<ReturnType<typeof open>> {
  const live = open(sample({ actions }));
  await fireEvent.click(screen.getByRole("button", { name: /^Joint actions/ }));
  return live;
}

const row = (): HTMLElement => screen.getByTitle(`${FUND}: what to do`);

test("a joint action is proposed for whoever has the floor, or as the chair (R37)", async () => {
  const live = await turned({});
  expect(screen.getByText("No joint action has been proposed.")).toBeTruthy();
  for (const by of ["", undefined]) {
    await fireEvent.click(screen.getByRole("button", { name: "Propose…" }));
    const what = await screen.findByRole("textbox", { name: "What is to be done" });
    await fireEvent.input(what, { target: { value: ` ${FUND} ` } });
    await pick("By whom: each is asked to acknowledge it", "mex");
    if (by !== undefined) {
      await fireEvent.change(screen.getByRole("combobox", { name: "Proposed by" }), {
        target: { value: by },
      });
    }
    await send(what);
  }
  const said = { type: "propose_action", what: FUND, parties: ["MX"], others: "", by_when: "", mandate: "" };
  expect(live.sent).toEqual([
    { ...said, issue: null, language: "en", statement: null },
    { ...said, issue: null, language: "en", statement: sample().floor?.statement },
  ]);
});

test("it needs words and somebody who is to do it", async () => {
  const live = await turned({});
  await fireEvent.click(screen.getByRole("button", { name: "Propose…" }));
  const what = await screen.findByRole("textbox", { name: "What is to be done" });
  await fireEvent.input(what, { target: { value: FUND } });
  await send(what);
  expect(live.sent).toEqual([]);
  const others = screen.getByRole("textbox", { name: "Others named, without a seat" });
  await fireEvent.input(others, { target: { value: "CEPAL" } });
  await send(others);
  expect(live.sent).toHaveLength(1);
});

test("its answers are noted for each party, in the party's own words", async () => {
  const live = await turned({ a1: demoAction() });
  expect(row().textContent).toContain("1 of 3");
  await choose(row(), "Answers of the parties…");
  const words = await screen.findByRole("textbox", { name: /^In the party’s own words/ });
  await fireEvent.input(words, { target: { value: "Sin mandato" } });
  const [, brazil] = screen.getAllByRole("button", { name: "Declines" });
  if (!brazil) throw new Error("Brazil is named");
  await fireEvent.click(brazil);
  const [mexico] = screen.getAllByRole("button", { name: "Open" });
  if (!mexico) throw new Error("Mexico is named");
  await fireEvent.click(mexico);
  const said = { type: "answer_action", action: "a1", version: 1 };
  expect(live.sent).toEqual([
    { ...said, party: "BR", word: "declined", text: "Sin mandato" },
    { ...said, party: "MX", word: null, text: "" },
  ]);
});

test("it is corrected, merged, taken out and withdrawn from its own menu", async () => {
  const other = demoAction({ what: "Otro", party: "BR", merged: { a3: "Tercero" }, status: "recorded" });
  const live = await turned({ a1: demoAction(), a2: other });
  expect(screen.getByText("Recorded: 1")).toBeTruthy();
  await choose(row(), "Correct…");
  const by = await screen.findByRole("textbox", { name: "By when" });
  await fireEvent.input(by, { target: { value: "2014" } });
  await send(by);
  await choose(row(), "Merge into another…");
  const into = await screen.findByRole("combobox", { name: "Treated as part of" });
  await fireEvent.change(into, { target: { value: "a2" } });
  await send(into);
  await choose(screen.getByTitle("Otro: what to do"), "Take out “Tercero”");
  await choose(row(), "Withdraw the joint action");
  const { what, parties, others, mandate, issue, language } = demoAction();
  expect(live.sent).toEqual([
    {
      type: "amend_action",
      action: "a1",
      version: 1,
      ...{ what, parties, others, mandate, issue, language },
      by_when: "2014",
    },
    { type: "merge_action", action: "a1", into: "a2" },
    { type: "merge_action", action: "a3", into: null },
    { type: "withdraw_action", action: "a1" },
  ]);
});

test("a party that declines is seen at a glance; one that names nobody with a seat asks nobody", async () => {
  await turned({
    a1: demoAction({ answers: { BR: { word: "declined", text: "" } } }),
    a2: demoAction({ what: "Otro", parties: [], answers: {} }),
  });
  expect(row().textContent).toContain("declined");
  expect(screen.getByTitle("Otro: what to do").textContent).toContain("text");
});
