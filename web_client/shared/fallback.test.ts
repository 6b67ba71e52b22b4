import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { FakeSocket } from "./testing/fake_socket.ts";
import { Fallback, type Retrying } from "./fallback.ts";
import type { Line } from "./connection.ts";

/** Socket.IO's socket, and how often it was told to try. */
class Socket extends FakeSocket {
  delay_ms = 500;
  disconnects = 0;
  readonly manager = {
    ...this.io,
    reconnectionDelay: (ms: number): void => {
      this.delay_ms = ms;
    },
    reconnectionDelayMax: (): void => undefined,
  };

  get asRetrying(): Retrying {
    return Object.assign(this, { io: this.manager });
  }

  disconnect(): void {
    this.disconnects += 1;
  }
}

/** Calls: on trial once connected. */
class Calls extends FakeSocket {
  override active = false;

  override connect(): void {
    super.connect();
    this.active = true;
  }

  stop(): void {
    this.active = false;
  }
}

let socket: Socket;
let calls: Calls;
let line: Fallback;
let heard: string[];

beforeEach(() => {
  vi.useFakeTimers();
  socket = new Socket();
  calls = new Calls();
  heard = [];
  const polling = calls as unknown as Line & { stop(): void };
  line = new Fallback(socket.asRetrying, polling, (act, ms) => setTimeout(act, ms), {
    first_ms: 5_000,
    last_ms: 10_000,
  });
  for (const event of ["connect_error", "disconnect", "welcome", "view"]) {
    line.on(event, () => heard.push(event));
  }
  line.connect();
});

afterEach(() => {
  vi.useRealTimers();
});

function fail(times: number): void {
  for (let left = times; left > 0; left -= 1) socket.receive("connect_error", new Error("websocket error"));
}

function polls(): void {
  fail(3);
  calls.receive("welcome");
  heard = [];
}

describe("the socket", () => {
  test("is tried soon at first, and after it was connected once at the pace that was given", () => {
    expect(socket.delay_ms).toBe(500);
    socket.receive("welcome");
    expect(socket.delay_ms).toBe(5_000);
  });
});

describe("a line that is given up", () => {
  test("is the one in use: the socket, or the calls", () => {
    line.io.engine.close();
    expect([socket.closed, calls.closed]).toEqual([1, 0]);
    polls();
    line.io.engine.close();
    expect([socket.closed, calls.closed]).toEqual([1, 1]);
  });
});

describe("a socket that works", () => {
  test("is left alone by an attempt that was still waiting: no calls beside it, no new connection", () => {
    socket.receive("welcome");
    const before = socket.connects;
    line.connect();
    line.connectNow();
    vi.advanceTimersByTime(60_000);
    expect([socket.disconnects, socket.connects, calls.connects]).toEqual([0, before, 0]);
  });

  test("is replaced like any other once it broke", () => {
    socket.receive("welcome");
    socket.receive("disconnect");
    line.connectNow();
    expect(socket.disconnects).toBe(1);
    vi.advanceTimersByTime(8_000);
    expect(calls.connects).toBe(1);
  });
});

describe("calls", () => {
  test("are tried after three failures in a row, not before", () => {
    fail(2);
    socket.receive("welcome");
    socket.receive("disconnect");
    fail(2);
    expect(calls.connects).toBe(0);
    fail(1);
    expect(calls.connects).toBe(1);
  });

  test("are tried where a socket simply hangs", () => {
    vi.advanceTimersByTime(7_999);
    expect(calls.connects).toBe(0);
    vi.advanceTimersByTime(1);
    expect(calls.connects).toBe(1);
  });

  test("are not tried where a socket works", () => {
    socket.receive("welcome");
    vi.advanceTimersByTime(60_000);
    expect(calls.connects).toBe(0);
  });

  test("are not heard until they get through, then alone", () => {
    fail(3);
    heard = [];
    calls.receive("connect_error", new Error("network"));
    expect(heard).toEqual([]);
    calls.receive("welcome");
    calls.receive("view");
    fail(1);
    expect(heard).toEqual(["welcome", "view"]);
    line.emit("command", {});
    expect([calls.sent.length, socket.sent.length]).toEqual([1, 0]);
  });

  test("are given up at the server's word, which is heard", () => {
    fail(3);
    calls.active = false;
    calls.receive("connect_error", new Error("revoked"));
    expect(heard.at(-1)).toBe("connect_error");
    expect(line.active).toBe(false);
    line.connect();
    expect(calls.connects).toBe(2);
  });
});

describe("a socket", () => {
  test("that is refused by the server is not gone round", () => {
    socket.active = false;
    fail(3);
    expect([calls.connects, line.active]).toEqual([0, false]);
  });

  test("is tried at once when calls get through, then every half minute", () => {
    const before = socket.connects;
    polls();
    expect([socket.disconnects, socket.connects - before, socket.delay_ms]).toEqual([1, 1, 30_000]);
  });

  test("takes over when it works again: a break, then its welcome, and nothing more of the calls", () => {
    polls();
    socket.receive("welcome");
    expect(heard).toEqual(["disconnect", "welcome"]);
    expect([calls.active, socket.delay_ms]).toEqual([false, 5_000]);
    line.emit("probe");
    expect(socket.of("probe")).toHaveLength(1);
  });

  test("is tried at its own pace again when calls fail too", () => {
    polls();
    calls.receive("disconnect");
    expect([heard, socket.delay_ms]).toEqual([["disconnect"], 5_000]);
    fail(1);
    expect(heard).toEqual(["disconnect", "connect_error"]);
  });
});
