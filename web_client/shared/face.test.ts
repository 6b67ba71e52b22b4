import { flushSync } from "svelte";
import { beforeEach, describe, expect, test } from "vitest";

import { Face } from "./face.svelte.ts";
import { demoPublic, NOW } from "./testing/demo.ts";
import { FakeLive, redrawn } from "./testing/fake_live.svelte.ts";
import type { Answer, Command, PublicView } from "./wire.gen.ts";

interface Shows {
  kind: "add" | "message";
}
const close: Command = { type: "close_list" };
const call: Command = { type: "last_call" };
const refused: Answer = { answer: "refused", code: "overtaken", about: "s7" };

let live: FakeLive<PublicView>;
let face: Face<PublicView, Shows>;

/** The dialog that is open; there must be one. */
function dialog(): NonNullable<typeof face.dialog> {
  if (!face.dialog) throw new Error("no dialog is open");
  return face.dialog;
}

/** Answers have come, and whoever waited for them has gone on. */
async function settled(...answers: (Answer | undefined)[]): Promise<void> {
  for (const answer of answers) live.settle(answer);
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

beforeEach(() => {
  live = new FakeLive(demoPublic());
  live.answer = undefined;
  face = new Face<PublicView, Shows>(live);
});

describe("a face", () => {
  test("shows the view, the time and whether the server is heard, as they are now", () => {
    expect([face.view, face.now, face.online]).toEqual([live.view, NOW, true]);
    live.status = "stale";
    live.now += 1;
    expect([face.now, face.online]).toEqual([NOW + 1, false]);
  });

  test("has no view before the first one", () => {
    live.view = undefined;
    expect(() => face.view).toThrow("no view yet");
  });

  test("knows what is on its way until it is answered", async () => {
    void face.act(close);
    void face.act(call);
    expect(face.pending).toEqual([close, call]);
    expect([face.isPending("close_list"), face.isPending("undo")]).toEqual([true, false]);
    await settled(undefined);
    expect(face.pending).toEqual([call]);
    expect(face.isPending("close_list")).toBe(false);
  });
});

describe("an act", () => {
  test("comes back as true once it was accepted, and as false with the reason where it was not", async () => {
    const first = face.act(close);
    await settled(undefined);
    expect(await first).toBe(true);
    expect(face.refusal).toBeUndefined();
    const second = face.act(close);
    await settled(refused);
    expect(await second).toBe(false);
    expect([face.refusal, face.lastRefusal]).toEqual([refused, refused]);
  });

  test("takes away what was said of the one before it", async () => {
    void face.act(close, { done: "said" });
    await settled(undefined);
    expect(face.done).toBe("said");
    void face.act(close);
    expect(face.done).toBeUndefined();
    await settled(refused);
    void face.act(close);
    expect([face.refusal, face.lastRefusal]).toEqual([undefined, undefined]);
  });

  test("says nothing as done that was refused, and nothing at all where there is nothing to say", async () => {
    void face.act(close, { done: "said" });
    await settled(refused);
    expect(face.done).toBeUndefined();
    void face.act(close);
    await settled(undefined);
    expect(face.done).toBeUndefined();
  });

  test("whose refusal is put away is still the last that was refused", async () => {
    void face.act(close);
    await settled(refused);
    face.dismiss();
    expect([face.refusal, face.lastRefusal]).toEqual([undefined, refused]);
  });

  test("that may not be given is not sent, and leaves everything as it is", async () => {
    const watching = new Face<PublicView, Shows>(live, { may: ({ type }) => type === "take_chair" });
    expect(await watching.act(close)).toBe(false);
    expect(live.sent).toEqual([]);
    void watching.act({ type: "take_chair" });
    expect(live.sent).toEqual([{ type: "take_chair" }]);
  });

  test("given twice goes out twice, unless the face is one for thumbs", async () => {
    void face.act(close);
    void face.act(close);
    expect(live.sent).toHaveLength(2);
    await settled(undefined, undefined);
    const phone = new Face<PublicView, Shows>(live, { once: true });
    void phone.act(call);
    expect(await phone.act(call)).toBe(false);
    void phone.act(close);
    expect(live.sent.slice(2)).toEqual([call, close]);
    await settled(undefined, undefined);
    void phone.act(call);
    expect(live.sent).toHaveLength(5);
  });
});

describe("a dialog", () => {
  test("is one at a time, each opening another one", () => {
    face.open({ kind: "add" });
    const first = dialog();
    expect([first.shows.kind, first.isOpen]).toEqual(["add", true]);
    face.open({ kind: "add" });
    expect(dialog()).not.toBe(first);
    expect([first.isOpen, dialog().isOpen]).toEqual([false, true]);
    face.close();
    expect(face.dialog).toBeUndefined();
  });

  test("closes itself and no other", () => {
    face.open({ kind: "add" });
    const first = dialog();
    face.open({ kind: "message" });
    first.close();
    expect(dialog().shows.kind).toBe("message");
    dialog().close();
    expect(face.dialog).toBeUndefined();
  });

  test("closes once what it submits is accepted, not before", async () => {
    face.open({ kind: "add" });
    void dialog().submit(close);
    expect(dialog().isBusy).toBe(true);
    await settled(undefined);
    expect(face.dialog).toBeUndefined();
  });

  test("stays open over a plain act of its own", async () => {
    face.open({ kind: "add" });
    void dialog().act(close);
    await settled(undefined);
    expect([dialog().isOpen, dialog().isBusy]).toEqual([true, false]);
  });

  test("keeps what was filled in where it is refused, and says why itself, until it is put away or tries again", async () => {
    face.open({ kind: "add" });
    void dialog().submit(close);
    await settled(refused);
    expect([dialog().refusal, dialog().isBusy, face.refusal, face.lastRefusal]).toEqual([
      refused,
      false,
      undefined,
      refused,
    ]);
    dialog().dismiss();
    expect(dialog().refusal).toBeUndefined();
    void dialog().submit(close);
    await settled(refused);
    void dialog().submit(close);
    expect(dialog().refusal).toBeUndefined();
  });

  test("is busy until all its acts are answered", async () => {
    face.open({ kind: "add" });
    void dialog().act(close);
    void dialog().act(call);
    await settled(undefined);
    expect(dialog().isBusy).toBe(true);
    await settled(undefined);
    expect(dialog().isBusy).toBe(false);
  });

  test("tells whoever draws it", async () => {
    const seen: unknown[] = [];
    const stop = redrawn(() => {
      seen.push([face.dialog?.shows.kind, face.dialog?.isBusy, face.dialog?.refusal?.code]);
    });
    flushSync();
    face.open({ kind: "add" });
    flushSync();
    void dialog().submit(close);
    flushSync();
    await settled(refused);
    flushSync();
    stop();
    expect(seen).toEqual([
      [undefined, undefined, undefined],
      ["add", false, undefined],
      ["add", true, undefined],
      ["add", true, "overtaken"],
      ["add", false, "overtaken"],
    ]);
  });
});

describe("a late answer", () => {
  test("to a dialog that was cancelled does not close the one that is open now", async () => {
    face.open({ kind: "add" });
    void dialog().submit(close);
    dialog().close();
    face.open({ kind: "message" });
    await settled(undefined);
    expect(dialog().shows.kind).toBe("message");
  });

  test("does not close the same dialog that was opened anew", async () => {
    face.open({ kind: "add" });
    void dialog().submit(close);
    dialog().close();
    face.open({ kind: "add" });
    await settled(undefined);
    expect(dialog().isOpen).toBe(true);
  });

  test("that refuses is not written into the one that is open now: the face says it", async () => {
    face.open({ kind: "add" });
    const first = dialog();
    void first.submit(close);
    first.close();
    face.open({ kind: "message" });
    await settled(refused);
    expect([dialog().refusal, dialog().isBusy, first.refusal, face.refusal]).toEqual([
      undefined,
      false,
      undefined,
      refused,
    ]);
  });

  test("leaves the one that is open busy with its own act", async () => {
    face.open({ kind: "add" });
    void dialog().submit(close);
    dialog().close();
    face.open({ kind: "message" });
    void dialog().submit(call);
    await settled(undefined);
    expect([dialog().shows.kind, dialog().isBusy]).toEqual(["message", true]);
    await settled(undefined);
    expect(face.dialog).toBeUndefined();
  });

  test("to a sheet that closed as it sent is said on the face, whatever is open by then", async () => {
    face.open({ kind: "add" });
    void dialog().closeAndAct(close, "said");
    expect(face.dialog).toBeUndefined();
    face.open({ kind: "message" });
    await settled(undefined);
    expect([face.done, dialog().shows.kind]).toEqual(["said", "message"]);
    void dialog().closeAndAct(close);
    face.open({ kind: "add" });
    await settled(refused);
    expect([face.refusal, dialog().refusal]).toEqual([refused, undefined]);
  });
});
