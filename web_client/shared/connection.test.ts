import { describe, expect, test, vi } from "vitest";

import { changed, connection, cut, live, reload, socket, WELCOME, welcomed } from "./testing/connected.ts";
import { accepted } from "./testing/fake_socket.ts";

describe("the view", () => {
  test("follows the changes, in order", () => {
    live();
    socket.receive("change", { prev: 5, seq: 7, as_of: "as of 7", patch: { floor: { seat: "LC" } } });
    socket.receive("change", { prev: 7, seq: 8, as_of: "as of 8", patch: { floor: null, waiting: 2 } });
    expect(connection.view).toEqual({ waiting: 2 });
    expect(socket.of("sync")).toHaveLength(0);
  });

  test("is asked for once when a change does not follow, and nothing is guessed until it comes", () => {
    live();
    socket.receive("change", { prev: 6, seq: 7, as_of: "as of 7", patch: { waiting: 9 } });
    socket.receive("change", { prev: 7, seq: 8, as_of: "as of 8", patch: { waiting: 10 } });
    expect(connection.view).toEqual({ waiting: 3 });
    expect(socket.of("sync")).toHaveLength(1);
    socket.receive("view", { epoch: "e1", seq: 8, as_of: "as of 8", config: "c1", view: { waiting: 10 } });
    socket.receive("change", { prev: 8, seq: 9, as_of: "as of 9", patch: { waiting: 11 } });
    expect(connection.view).toEqual({ waiting: 11 });
  });

  test("is asked for whole where it builds on a configuration that is not held, and the old one stays", () => {
    live();
    socket.receive("view", { epoch: "e2", seq: 9, as_of: "as of 9", config: "c2", view: { waiting: 4 } });
    expect(connection.view).toEqual({ waiting: 3 });
    expect(connection.hello("t")).toMatchObject({ epoch: "e1", seq: 5, as_of: "as of 5", config: "c1" });
    expect(socket.of("sync")).toHaveLength(1);
    const configuration = { parties: { BR: {} } };
    socket.receive("view", {
      epoch: "e2",
      seq: 9,
      as_of: "as of 9",
      config: "c2",
      configuration,
      view: { waiting: 4 },
    });
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

  test("is asked for anew on the next connection where a cut has swallowed the answer", () => {
    live();
    socket.receive("beat", { seq: 6 });
    cut();
    welcomed();
    socket.receive("beat", { seq: 6 });
    expect(socket.of("sync")).toHaveLength(2);
  });

  test("is resumed from where it was", () => {
    expect(connection.hello("t")).toEqual({
      wire: 2,
      token: "t",
      epoch: "",
      seq: -1,
      as_of: "",
      acted: "",
      config: "",
    });
    live();
    cut();
    expect(connection.hello("t")).toEqual({
      wire: 2,
      token: "t",
      epoch: "e1",
      seq: 5,
      as_of: "as of 5",
      acted: "",
      config: "c1",
    });
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

  test("is tried again after five to ten seconds: not by all in one instant", () => {
    for (const [chance, ms] of [
      [0, 5_000],
      [0.998, 9_990],
    ] as const) {
      vi.spyOn(Math, "random").mockReturnValue(chance);
      socket.connects = 0;
      socket.active = false;
      socket.receive("connect_error", new Error("revoked"));
      vi.advanceTimersByTime(ms - 1);
      expect(socket.connects).toBe(0);
      vi.advanceTimersByTime(1);
      expect(socket.connects).toBe(1);
    }
  });

  test("that is refused stays so when the device wakes: it would be refused again", () => {
    socket.active = false;
    socket.receive("connect_error", new Error("revoked"));
    connection.wake();
    expect(socket.connectsNow).toBe(0);
    expect(reload).not.toHaveBeenCalled();
  });

  test("is offline when an attempt fails once there was a view", () => {
    live();
    socket.receive("connect_error", new Error("websocket error"));
    expect(connection.status).toBe("offline");
  });

  test("is offline, not stale, however long the cut lasts, and nobody is asked meanwhile", () => {
    live();
    const asked = socket.of("probe").length;
    cut();
    vi.advanceTimersByTime(60_000);
    expect(connection.status).toBe("offline");
    expect(socket.of("probe")).toHaveLength(asked);
  });

  test("that the server ends is tried again from here", () => {
    live();
    socket.active = false;
    cut();
    vi.advanceTimersByTime(10_000);
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

describe("whoever draws the connection is told", () => {
  const told = (act: () => void): number => {
    changed.mockClear();
    act();
    return changed.mock.calls.length;
  };

  test.each([
    [
      "of every message",
      () => {
        socket.receive("beat", { seq: 5 });
      },
    ],
    ["of a cut", cut],
    ["of an act that is given", () => void connection.send({ type: "close_list" })],
    ["of silence", () => vi.advanceTimersByTime(4_750)],
    [
      "of an answer to whether the server is there",
      () => {
        socket.answer("probe", { now_ms: 1_000_000, rate: 1 });
      },
    ],
    [
      "of a failed attempt",
      () => {
        socket.receive("connect_error", new Error("websocket error"));
      },
    ],
  ])("%s", (_, act) => {
    live();
    expect(told(act)).toBeGreaterThan(0);
  });

  test("of an answer to an act", () => {
    live();
    void connection.send({ type: "close_list" });
    expect(
      told(() => {
        socket.answer("command", accepted(9));
      }),
    ).toBe(1);
  });
});

describe("the clock", () => {
  test("of the welcome is as sure as half the time since the hello left", () => {
    connection.hello("t");
    vi.advanceTimersByTime(300);
    socket.receive("welcome", WELCOME);
    expect(connection.clock.errorMs(performance.now())).toBeCloseTo(150);
  });

  test("is reported with the first answer of a burst, not with each of them", () => {
    live();
    socket.answer("probe", { now_ms: 1_000_000, rate: 1 });
    expect(socket.of("status")).toHaveLength(1);
    vi.advanceTimersByTime(120);
    socket.answer("probe", { now_ms: 1_000_120, rate: 1 });
    expect(socket.of("status")).toHaveLength(1);
  });

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

  test("that stood still in sleep makes all that is on show doubtful, and asks at once", () => {
    live();
    vi.advanceTimersByTime(1_500);
    connection.look();
    const before = socket.of("probe").length;
    const mono = performance.now();
    vi.setSystemTime(Date.now() + 3_600_000);
    socket.answer("probe", { now_ms: 1_000_000, rate: 1 }); // to a question of before the sleep
    expect(connection.clock.now(mono)).toBeNaN();
    expect(socket.of("probe").length).toBeGreaterThan(before);
    socket.answer("probe", { now_ms: 4_600_000, rate: 1 });
    expect(connection.clock.now(performance.now())).toBe(4_600_000);
    expect(connection.status).toBe("live");
  });

  test("is in doubt after sleep on a line that is dead: what is on show is said to be old", () => {
    live();
    vi.advanceTimersByTime(1_500);
    connection.look();
    vi.setSystemTime(Date.now() + 3_600_000);
    connection.look();
    expect([connection.status, connection.clock.isSet]).toEqual(["stale", false]);
    vi.advanceTimersByTime(1_200);
    expect(socket.closed).toBe(1);
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

  test("and as of what the view is are reported with each beat by screens and consoles only", () => {
    live();
    socket.receive("beat", { seq: 5 });
    expect(socket.of("status")).toEqual([
      { error_ms: connection.clock.errorMs(performance.now()), as_of: "as of 5" },
    ]);
    welcomed({ role: "seat" });
    socket.receive("beat", { seq: 5 });
    expect(socket.of("status")).toHaveLength(1);
    welcomed({ role: "console" });
    socket.receive("beat", { seq: 5 });
    expect(socket.of("status")).toHaveLength(2);
  });
});
