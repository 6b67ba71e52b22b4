import { describe, expect, test } from "vitest";

import { commandId, Outbox } from "./outbox.ts";
import type { Answer, Command, CommandMessage } from "./wire.gen.ts";

const end: Command = { type: "end", statement: "s7" };
const close: Command = { type: "close_list" };
const accepted: Answer = { answer: "accepted", epoch: "e1", seq: 9, as_of: "sealed" };
const unsettled: Answer = { answer: "refused", code: "unsettled", about: "" };
const refused: Answer = { answer: "refused", code: "overtaken", about: "s7" };

/** What goes out now; there must be something. */
function next(outbox: Outbox): CommandMessage {
  const message = outbox.next();
  if (!message) throw new Error("nothing goes out");
  return message;
}

describe("commands", () => {
  test("go out one at a time, in the order in which they were given", () => {
    const outbox = new Outbox();
    outbox.add(end, "first");
    outbox.add(close, "second");
    const first = next(outbox);
    expect(first).toEqual({ id: "first", command: end });
    expect(outbox.next()).toBeUndefined();
    expect(outbox.answered(first, accepted)).toBe(0);
    expect(next(outbox)).toEqual({ id: "second", command: close });
  });

  test("are pending until they are answered, in a list that is new after each change", async () => {
    const outbox = new Outbox();
    const { answer } = outbox.add(end, "first");
    const before = outbox.pending;
    outbox.add(close, "second");
    expect(before.map(({ id }) => id)).toEqual(["first"]);
    expect(outbox.pending.map(({ id }) => id)).toEqual(["first", "second"]);
    outbox.answered(next(outbox), refused);
    expect(outbox.pending.map(({ id }) => id)).toEqual(["second"]);
    await expect(answer).resolves.toBe(refused);
  });

  test("say on every copy after the first that they were sent before", () => {
    const outbox = new Outbox();
    outbox.add(end, "first");
    expect(next(outbox).again).toBeUndefined();
    for (let copy = 0; copy < 3; copy += 1) {
      outbox.resume();
      expect(next(outbox)).toEqual({ id: "first", command: end, again: true });
    }
  });
});

describe("an unsettled command", () => {
  test("pauses twice as long each time, up to 16 s; nothing goes out meanwhile", () => {
    const outbox = new Outbox();
    outbox.add(end, "first");
    outbox.add(close, "second");
    const pauses = Array.from({ length: 6 }, () => {
      const pause = outbox.answered(next(outbox), unsettled);
      expect(outbox.next()).toBeUndefined();
      outbox.resume();
      return pause;
    });
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 16_000]);
    expect(next(outbox).id).toBe("first");
  });

  test("that is settled at last leaves no pause to the next one, which begins with the shortest again", () => {
    const outbox = new Outbox();
    outbox.add(end, "first");
    outbox.add(close, "second");
    outbox.answered(next(outbox), unsettled);
    outbox.resume();
    outbox.answered(next(outbox), unsettled);
    outbox.resume();
    outbox.answered(next(outbox), accepted);
    expect(outbox.answered(next(outbox), unsettled)).toBe(1_000);
  });

  test("goes on pausing over a cut, and longer after one in between", () => {
    const outbox = new Outbox();
    outbox.add(end, "first");
    outbox.answered(next(outbox), unsettled);
    outbox.cut();
    expect(outbox.next()).toBeUndefined();
    outbox.resume();
    next(outbox);
    outbox.cut();
    expect(outbox.answered(next(outbox), unsettled)).toBe(2_000);
  });
});

describe("of a copy that is not the last one", () => {
  function twice(): {
    outbox: Outbox;
    older: CommandMessage;
    newer: CommandMessage;
    answer: Promise<Answer>;
  } {
    const outbox = new Outbox();
    const { answer } = outbox.add(end, "first");
    outbox.add(close, "second");
    const older = next(outbox);
    outbox.resume();
    return { outbox, older, newer: next(outbox), answer };
  }

  test.each([unsettled, refused])("a refusal says nothing: %o", async (late) => {
    const { outbox, older, newer, answer } = twice();
    expect(outbox.answered(older, late)).toBe(0);
    expect(outbox.pending).toHaveLength(2);
    expect(outbox.next()).toBeUndefined();
    outbox.answered(newer, accepted);
    await expect(answer).resolves.toBe(accepted);
  });

  test("a success counts, and the next one goes out; what the last copy is answered changes nothing more", async () => {
    const { outbox, older, newer, answer } = twice();
    outbox.answered(older, accepted);
    await expect(answer).resolves.toBe(accepted);
    const second = next(outbox);
    expect(second.id).toBe("second");
    expect(outbox.answered(newer, unsettled)).toBe(0);
    outbox.answered(newer, accepted);
    expect(outbox.pending.map(({ id }) => id)).toEqual(["second"]);
    expect(outbox.next()).toBeUndefined();
    outbox.answered(second, accepted);
    expect(outbox.pending).toEqual([]);
  });

  test("a success in the pause ends the pause", () => {
    const { outbox, older, newer } = twice();
    outbox.answered(newer, unsettled);
    outbox.answered(older, accepted);
    expect(next(outbox).id).toBe("second");
  });
});

/** A generator of chance that a seed repeats (Park and Miller). */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

test("whatever is lost, unsettled or late: each act is carried out once, in the order in which it was given", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = chance(seed);
    const outbox = new Outbox();
    const carriedOut: string[] = [];
    /** Copies that a cut connection has left under way. */
    let late: CommandMessage[] = [];
    const arrives = (message: CommandMessage): void => {
      if (!carriedOut.includes(message.id)) carriedOut.push(message.id);
    };
    let given = 0;
    for (let step = 0; step < 200; step += 1) {
      if (given < 8 && random() < 0.3) outbox.add(end, `c${given++}`);
      const message = outbox.next();
      const luck = random();
      if (luck < 0.3) {
        late.forEach(arrives);
        late = [];
      }
      if (!message) continue;
      if (luck < 0.2) {
        late.push(message); // it may arrive yet
        outbox.cut();
      } else if (luck < 0.5) {
        if (luck < 0.4) arrives(message);
        if (outbox.answered(message, unsettled) > 0) outbox.resume();
      } else {
        arrives(message);
        outbox.answered(message, accepted);
      }
    }
    expect(carriedOut, `seed ${seed}`).toEqual(Array.from({ length: given }, (_, at) => `c${at}`));
  }
});

test("an id is 32 hexadecimal digits, of chance", () => {
  const ids = Array.from({ length: 20 }, commandId);
  expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(20);
});
