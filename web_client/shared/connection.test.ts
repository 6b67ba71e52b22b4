import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { Connection } from "./connection.ts";
import { FakeSocket } from "./testing/fake_socket.ts";
import type { Welcome } from "./wire.gen.ts";

interface View {
  floor?: { seat: string };
  waiting: number;
}

const WELCOME: Welcome = {
  wire: 2,
  role: "screen",
  name: "hall-left",
  audience: "screens",
  now_ms: 1_000_000,
  rate: 1,
  beat_ms: 2_000,
  probe_ms: 60_000,
};

let socket: FakeSocket;
let connection: Connection<View>;
const changed = vi.fn();
const reload = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  changed.mockClear();
  reload.mockClear();
  socket = new FakeSocket();
  connection = new Connection<View>(socket.asSocket, {
    mono: () => performance.now(), // the faked one
    later: (act, ms) => setTimeout(act, ms),
    changed,
    reload,
  });
});

afterEach(() => {
  vi.useRealTimers();
});

function welcomed(welcome: Partial<Welcome> = {}): void {
  connection.hello("t");
  socket.receive("welcome", { ...WELCOME, ...welcome });
}

function live(): void {
  welcomed();
  socket.receive("view", { epoch: "e1", seq: 5, config: "c1", configuration: {}, view: { waiting: 3 } });
}

function cut(): void {
  socket.receive("disconnect", "transport close");
}

describe("the view", () => {
  test("follows the changes, in order", () => {
    live();
    socket.receive("change", { prev: 5, seq: 7, patch: { floor: { seat: "LC" } } });
    socket.receive("change", { prev: 7, seq: 8, patch: { floor: null, waiting: 2 } });
    expect(connection.view).toEqual({ waiting: 2 });
    expect(socket.of("sync")).toHaveLength(0);
  });

  test("is asked for once when a change does not follow, and nothing is guessed until it comes", () => {
    live();
    socket.receive("change", { prev: 6, seq: 7, patch: { waiting: 9 } });
    socket.receive("change", { prev: 7, seq: 8, patch: { waiting: 10 } });
    expect(connection.view).toEqual({ waiting: 3 });
    expect(socket.of("sync")).toHaveLength(1);
    socket.receive("view", { epoch: "e1", seq: 8, config: "c1", view: { waiting: 10 } });
    socket.receive("change", { prev: 8, seq: 9, patch: { waiting: 11 } });
    expect(connection.view).toEqual({ waiting: 11 });
  });

  test("is asked for whole where it builds on a configuration that is not held, and the old one stays", () => {
    live();
    socket.receive("view", { epoch: "e2", seq: 9, config: "c2", view: { waiting: 4 } });
    expect(connection.view).toEqual({ waiting: 3 });
    expect(connection.hello("t")).toMatchObject({ epoch: "e1", seq: 5, config: "c1" });
    expect(socket.of("sync")).toHaveLength(1);
    const configuration = { parties: { BR: {} } };
    socket.receive("view", { epoch: "e2", seq: 9, config: "c2", configuration, view: { waiting: 4 } });
    expect(connection.view).toEqual({ waiting: 4, parties: { BR: {} } });
    expect(socket.of("sync")).toHaveLength(1);
  });

  test("is asked for when a beat tells of a change that never came", () => {
    live();
    socket.receive("beat", { seq: 5 });
    expect(socket.of("sync")).toHaveLength(0);
    socket.receive("beat", { seq: 6 });
    expect(socket.of("sync")).toHaveLength(1);
  });

  test("is resumed from where it was", () => {
    expect(connection.hello("t")).toEqual({ wire: 2, token: "t", epoch: "", seq: -1 });
    live();
    cut();
    expect(connection.hello("t")).toEqual({ wire: 2, token: "t", epoch: "e1", seq: 5, config: "c1" });
  });
});

describe("the connection", () => {
  test("is stale within 5 s after the last beat, and live again with the next word", () => {
    live();
    vi.advanceTimersByTime(1_900);
    socket.receive("beat", { seq: 5 });
    vi.advanceTimersByTime(4_000);
    expect(connection.status).toBe("live");
    vi.advanceTimersByTime(999);
    expect(connection.status).toBe("stale");
    expect(connection.lastHeard).toBeCloseTo(performance.now() - 4_999, -1);
    socket.receive("beat", { seq: 5 });
    expect(connection.status).toBe("live");
  });

  test("that hangs is asked after one late beat, and cut if nobody answers", () => {
    live();
    vi.advanceTimersByTime(2_000);
    const asked = socket.of("probe").length;
    vi.advanceTimersByTime(750);
    expect(socket.of("probe")).toHaveLength(asked + 1);
    vi.advanceTimersByTime(1_199);
    expect(socket.closed).toBe(0);
    vi.advanceTimersByTime(1);
    expect(socket.closed).toBe(1);
  });

  test("that was only slow is kept: the answer came in time", () => {
    live();
    vi.advanceTimersByTime(2_750);
    socket.answer("probe", { now_ms: 1_002_750, rate: 1 });
    vi.advanceTimersByTime(1_300);
    expect(socket.closed).toBe(0);
  });

  test("of an observer has more patience: its beats are rarer", () => {
    welcomed({ role: "public", beat_ms: 6_000 });
    vi.advanceTimersByTime(12_000);
    expect(connection.status).toBe("live");
    vi.advanceTimersByTime(1_000);
    expect(connection.status).toBe("stale");
  });

  test("is offline after a cut; the view stays", () => {
    live();
    cut();
    expect(connection.status).toBe("offline");
    expect(connection.view).toEqual({ waiting: 3 });
    live();
    expect(connection.status).toBe("live");
  });

  test("is tried again after a refusal, which it names", () => {
    socket.active = false;
    socket.receive("connect_error", new Error("revoked"));
    expect([connection.status, connection.refusal]).toEqual(["refused", "revoked"]);
    vi.advanceTimersByTime(10_000);
    expect(socket.connects).toBe(1);
    live();
    expect([connection.status, connection.refusal]).toEqual(["live", undefined]);
  });

  test("that came back meanwhile is left alone by the attempt that was waiting", () => {
    live();
    socket.active = false;
    cut();
    connection.wake();
    expect(socket.connectsNow).toBe(1);
    socket.active = true;
    live();
    vi.advanceTimersByTime(30_000);
    expect([socket.connects, socket.connectsNow]).toEqual([0, 1]);
  });

  test("that came back by itself is left alone too", () => {
    socket.active = false;
    socket.receive("connect_error", new Error("revoked"));
    live();
    vi.advanceTimersByTime(30_000);
    expect(socket.connects).toBe(0);
  });

  test("has one attempt waiting at most", () => {
    socket.active = false;
    socket.receive("connect_error", new Error("revoked"));
    socket.receive("connect_error", new Error("revoked"));
    vi.advanceTimersByTime(30_000);
    expect(socket.connects).toBe(1);
  });

  test("asks for a new page where the server speaks another version", () => {
    socket.active = false;
    socket.receive("connect_error", new Error("reload"));
    expect(reload).toHaveBeenCalledOnce();
  });

  test("is left to Socket.IO while the network is away", () => {
    socket.receive("connect_error", new Error("websocket error"));
    vi.advanceTimersByTime(60_000);
    expect(connection.status).toBe("connecting");
    expect(socket.connects).toBe(0);
  });
});

describe("a command", () => {
  const command = { type: "end", statement: "s7" } as const;

  test("is sent and answered", async () => {
    live();
    const answer = connection.send(command);
    expect(socket.of("command")).toEqual([{ id: connection.pending[0]?.id, command }]);
    socket.answer("command", { answer: "refused", code: "overtaken", about: "" });
    await expect(answer).resolves.toEqual({ answer: "refused", code: "overtaken", about: "" });
    expect(connection.pending).toEqual([]);
  });

  test("goes out again with the same id after a cut, and counts once", async () => {
    live();
    const answer = connection.send(command);
    cut();
    expect(socket.of("command")).toHaveLength(1);
    live();
    const [first, second] = socket.of("command");
    expect(second).toEqual({ ...(first as object), again: true });
    socket.answer("command", { answer: "accepted", seq: 9 });
    socket.answer("command", { answer: "accepted", seq: 9 });
    await expect(answer).resolves.toEqual({ answer: "accepted", seq: 9 });
    live();
    expect(socket.of("command")).toHaveLength(2);
  });

  test("of which nobody knows whether it was stored stays pending, and goes out again with the same id", async () => {
    live();
    const answer = connection.send(command);
    socket.answer("command", { answer: "refused", code: "unsettled", about: "" });
    expect(connection.pending).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    const [first, second] = socket.of("command");
    expect(second).toEqual({ ...(first as object), again: true });
    socket.answer("command", { answer: "accepted", seq: 9 });
    await expect(answer).resolves.toEqual({ answer: "accepted", seq: 9 });
    vi.advanceTimersByTime(2_000);
    expect(socket.of("command")).toHaveLength(2);
  });

  test("given while offline waits, and goes in its turn: once the one before it is answered", () => {
    void connection.send(command);
    void connection.send({ type: "close_list" });
    const given = connection.pending.map(({ id, command }) => ({ id, command }));
    expect(socket.of("command")).toEqual([]);
    live();
    expect(socket.of("command")).toEqual(given.slice(0, 1));
    socket.answer("command", { answer: "accepted", seq: 9 });
    expect(socket.of("command")).toEqual(given);
  });

  test("waits behind one that is unsettled, however long that takes", () => {
    live();
    void connection.send(command);
    void connection.send({ type: "close_list" });
    for (const pause of [1_000, 2_000, 4_000]) {
      socket.answer("command", { answer: "refused", code: "unsettled", about: "" });
      const sent = socket.of("command").length;
      void connection.send({ type: "last_call" });
      vi.advanceTimersByTime(pause - 1);
      expect(socket.of("command")).toHaveLength(sent);
      vi.advanceTimersByTime(1);
      expect(socket.of("command").at(-1)).toMatchObject({ command, again: true });
    }
  });

  test("that is unsettled when the line breaks goes out on the next one at once, and no leftover timer sends it twice", () => {
    live();
    void connection.send(command);
    socket.answer("command", { answer: "refused", code: "unsettled", about: "" });
    cut();
    live();
    expect(socket.of("command")).toHaveLength(2);
    vi.advanceTimersByTime(1_500);
    expect(socket.of("command")).toHaveLength(2);
  });

  test("without an answer on a line that works goes out again, so that others do not wait for ever", () => {
    live();
    void connection.send(command);
    for (let second = 0; second < 15; second += 1) {
      expect(socket.of("command")).toHaveLength(1);
      vi.advanceTimersByTime(1_000);
      socket.receive("beat", { seq: 5 });
    }
    expect(socket.of("command")[1]).toMatchObject({ command, again: true });
  });

  test("is not judged by a refusal of the copy before it: that one has not seen it", async () => {
    live();
    const answer = connection.send(command);
    const first = socket.sent.find(({ event }) => event === "command")?.args[1] as (answer: object) => void;
    cut();
    live();
    first({ answer: "refused", code: "busy", about: "" });
    expect(connection.pending).toHaveLength(1);
    socket.answer("command", { answer: "accepted", seq: 9 });
    await expect(answer).resolves.toEqual({ answer: "accepted", seq: 9 });
  });

  test("is not sent twice by a second welcome on the same connection", () => {
    live();
    void connection.send(command);
    welcomed({ rate: 60 });
    expect(socket.of("command")).toHaveLength(1);
  });

  test("has an id of its own, of a length the server takes", () => {
    const ids = Array.from({ length: 50 }, () => {
      void connection.send(command);
      return connection.pending.at(-1)?.id ?? "";
    });
    expect(new Set(ids).size).toBe(50);
    expect(ids.every((id) => id.length === 32)).toBe(true);
  });
});

describe("the clock", () => {
  test("is set by the welcome already, and measured by a burst, then once in a while", () => {
    welcomed({ beat_ms: 100_000 });
    expect(connection.clock.isSet).toBe(true);
    vi.advanceTimersByTime(2_000);
    expect(socket.of("probe")).toHaveLength(8);
    vi.advanceTimersByTime(60_000);
    expect(socket.of("probe")).toHaveLength(9);
  });

  test("is measured anew on waking, and asked once more whether it is there at all", () => {
    live();
    vi.advanceTimersByTime(2_000);
    connection.wake();
    expect(socket.of("probe")).toHaveLength(8 + 2);
    socket.receive("beat", { seq: 5 });
    vi.advanceTimersByTime(1_000);
    expect(socket.of("probe")).toHaveLength(8 + 8 + 1);
  });

  test("is not asked while there is no connection; waking then tries to connect at once, once", () => {
    live();
    cut();
    const before = socket.of("probe").length;
    vi.advanceTimersByTime(3_600_000);
    connection.wake();
    connection.wake();
    expect(socket.of("probe")).toHaveLength(before);
    expect(socket.connectsNow).toBe(1);
  });

  test("after sleep on a dead line: nobody answers, and it is cut within the second", () => {
    live();
    vi.advanceTimersByTime(2_000);
    connection.wake();
    vi.advanceTimersByTime(1_200);
    expect(socket.closed).toBe(1);
  });

  test("after sleep: a line that breaks then is replaced at once, without the pause of a whole hall", () => {
    live();
    cut();
    vi.advanceTimersByTime(0);
    expect(socket.connectsNow).toBe(0);
    live();
    vi.advanceTimersByTime(3_600_000);
    connection.wake();
    vi.advanceTimersByTime(1_200);
    cut();
    vi.advanceTimersByTime(0);
    expect(socket.connectsNow).toBe(1);
  });

  test("and the last seq are reported with each beat by screens and consoles only", () => {
    live();
    socket.receive("beat", { seq: 5 });
    expect(socket.of("status")).toEqual([{ error_ms: connection.clock.errorMs, seq: 5 }]);
    welcomed({ role: "seat" });
    socket.receive("beat", { seq: 5 });
    expect(socket.of("status")).toHaveLength(1);
  });
});
