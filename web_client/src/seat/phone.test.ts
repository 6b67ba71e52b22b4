import { expect, test } from "vitest";

import { Phone } from "./phone.svelte.ts";
import { sample } from "./testing/samples.ts";
import { StandIn } from "./testing/stand_in.svelte.ts";

const back = { type: "return", seat: "VC" } as const;

test("the same act is not sent twice while the first is on its way; another one is", () => {
  const link = Object.assign(new StandIn(sample("VC")), { answer: undefined });
  const phone = new Phone(link);
  void phone.act(back);
  void phone.act(back);
  void phone.act({ type: "withdraw", request: "r1" });
  expect(link.sent.map(({ type }) => type)).toEqual(["return", "withdraw"]);
  expect(phone.isPending("return")).toBe(true);
  expect(phone.isPending("sign")).toBe(false);
});

test("a refusal stays until the next act is given", async () => {
  const link = new StandIn(sample("VC"));
  const phone = new Phone(link);
  link.answer = { answer: "refused", code: "overtaken", about: "VC" };
  expect(await phone.act(back)).toBe(false);
  expect(phone.refusal?.code).toBe("overtaken");
  link.answer = { answer: "accepted", seq: 2 };
  expect(await phone.act(back)).toBe(true);
  expect(phone.refusal).toBeUndefined();
});

test("what the view does not show is said only once it was accepted", async () => {
  const link = new StandIn(sample("VC"));
  const phone = new Phone(link);
  phone.sheet = { kind: "issue" };
  link.answer = { answer: "refused", code: "not_now", about: "" };
  await phone.actAndClose(back, "seat-issue-done");
  expect([phone.sheet, phone.done]).toEqual([undefined, undefined]);
  link.answer = { answer: "accepted", seq: 2 };
  await phone.actAndClose(back, "seat-issue-done");
  expect(phone.done).toBe("seat-issue-done");
});
