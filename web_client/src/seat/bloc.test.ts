import { fireEvent, screen } from "@testing-library/svelte";
import { beforeEach, describe, expect, test } from "vitest";

import { setLanguage } from "@shared/i18n.svelte.ts";

import { findStates } from "./draft.ts";
import { press, pressInSheet, sheet, show } from "./testing/seat_acts.ts";
import { request, sample } from "./testing/seat_samples.ts";

async function type(text: string): Promise<void> {
  await fireEvent.input(sheet().getByRole("searchbox"), { target: { value: text } });
}

describe("finding a State", () => {
  beforeEach(() => {
    setLanguage("es");
  });

  test.each([
    ["by the beginning of any word", "granad", ["VC"]],
    ["whatever the accents", "mexico", ["MX"]],
    ["by its code", "br", ["BR"]],
    ["never a group", "juventud", []],
    ["and nothing before something is typed", "  ", []],
  ])("%s", (_, typed, found) => {
    expect(findStates(sample("LC"), typed, [])).toEqual(found);
  });

  test("without those named already", () => {
    expect(findStates(sample("LC"), "br", ["BR"])).toEqual([]);
  });
});

test("asking on behalf of others names them, each with a chip that takes it out again (R17)", async () => {
  const live = show(sample("VC"));
  await press("Ask for the floor");
  for (const [typed, name] of [
    ["bra", "Brazil"],
    ["per", "Peru"],
    ["can", "Canada"],
  ] as const) {
    await type(typed);
    await pressInSheet("checkbox", name);
  }
  await pressInSheet("button", "Take out Peru");
  await pressInSheet("button", "Ask for the floor with this");
  expect(live.sent).toMatchObject([{ type: "ask", on_behalf: ["BR", "CA"] }]);
});

test("a State cannot be found to speak on behalf of itself", async () => {
  show(sample("VC"));
  await press("Ask for the floor");
  await type("saint vincent");
  expect(sheet().getByText("No other State is called that.")).toBeTruthy();
});

test("changing keeps for whom it speaks", async () => {
  const live = show(sample("VC", { me: { requests: { r3: request(3, { on_behalf: ["MX"] }) } } }));
  await press("Change");
  await pressInSheet("button", "Save the change");
  expect(live.sent).toMatchObject([{ type: "change_request", on_behalf: ["MX"] }]);
});

test("for whom somebody speaks is offered to withdraw, never removed", async () => {
  const live = show(sample("VC", { me: { requests: { r3: request(3, { offer: "LC" }) } } }));
  expect(screen.getByText(/^Saint Lucia also speaks on your behalf/)).toBeTruthy();
  await press("Withdraw");
  await pressInSheet("button", "Withdraw");
  expect(live.sent).toEqual([{ type: "withdraw", request: "r3" }]);
});

test("a request that was shortened shows old and new (R35)", () => {
  show(sample("VC", { me: { requests: { r3: request(3, { length_ms: 60_000, was_ms: 120_000 }) } } }));
  expect(screen.getByText(/1:00 instead of 2:00/)).toBeTruthy();
});
