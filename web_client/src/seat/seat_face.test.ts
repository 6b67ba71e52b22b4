import { expect, test, vi } from "vitest";

import { accepted } from "@shared/testing/fake_socket.ts";
import { FakeLive } from "@shared/testing/fake_live.svelte.ts";

import { SeatFace } from "./seat_face.svelte.ts";
import { sample } from "./testing/seat_samples.ts";

const back = { type: "return", seat: "VC" } as const;

test("the same act is not sent twice while the first is on its way; another one is", () => {
  const live = Object.assign(new FakeLive(sample("VC")), { answer: undefined });
  const face = new SeatFace(live);
  void face.act(back);
  void face.act(back);
  void face.act({ type: "withdraw", request: "r1" });
  expect(live.sent.map(({ type }) => type)).toEqual(["return", "withdraw"]);
  expect(face.isPending("return")).toBe(true);
  expect(face.isPending("sign")).toBe(false);
});

test("a refusal stays until the next act is given", async () => {
  const live = new FakeLive(sample("VC"));
  const face = new SeatFace(live);
  live.answer = { answer: "refused", code: "overtaken", about: "VC" };
  expect(await face.act(back)).toBe(false);
  expect(face.refusal?.code).toBe("overtaken");
  live.answer = accepted(2);
  expect(await face.act(back)).toBe(true);
  expect(face.refusal).toBeUndefined();
});

test("what the view does not show is said only once it was accepted", async () => {
  const live = new FakeLive(sample("VC"));
  const face = new SeatFace(live);
  face.open({ kind: "issue" });
  live.answer = { answer: "refused", code: "not_now", about: "" };
  void face.dialog?.closeAndAct(back, "seat-issue-done");
  await vi.waitFor(() => {
    expect(face.refusal?.code).toBe("not_now");
  });
  expect([face.dialog, face.done]).toEqual([undefined, undefined]);
  live.answer = accepted(2);
  face.open({ kind: "issue" });
  void face.dialog?.closeAndAct(back, "seat-issue-done");
  await vi.waitFor(() => {
    expect(face.done).toBe("seat-issue-done");
  });
});
