import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { Connection } from "./connection.ts";
import { DemoSocket } from "./demo/socket.ts";
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

let socket: DemoSocket;
let connection: Connection<View>;
const changed = vi.fn();
const reload = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  changed.mockClear();
  reload.mockClear();
  socket = new DemoSocket();
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

describe("the link", () => {
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

  test("given while offline waits, and goes in its turn", () => {
    void connection.send(command);
    void connection.send({ type: "close_list" });
    expect(socket.of("command")).toEqual([]);
    expect(connection.pending).toHaveLength(2);
    live();
    expect(socket.of("command")).toEqual(connection.pending.map(({ id, command }) => ({ id, command })));
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
    expect(socket.hurries).toBe(1);
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
    expect(socket.hurries).toBe(0);
    live();
    vi.advanceTimersByTime(3_600_000);
    connection.wake();
    vi.advanceTimersByTime(1_200);
    cut();
    vi.advanceTimersByTime(0);
    expect(socket.hurries).toBe(1);
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
