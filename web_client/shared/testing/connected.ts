/** A connection over a socket without a network, for its tests: made anew, and with faked timers, for each of them. */
import { afterEach, beforeEach, vi } from "vitest";

import { Connection } from "../connection.ts";
import { FakeSocket } from "./fake_socket.ts";
import type { Welcome } from "../wire.gen.ts";

interface View {
  floor?: { seat: string };
  waiting: number;
}

export const WELCOME: Welcome = {
  wire: 2,
  role: "screen",
  name: "hall-left",
  audience: "screens",
  now_ms: 1_000_000,
  rate: 1,
  beat_ms: 2_000,
  probe_ms: 60_000,
};

export let socket: FakeSocket;
export let connection: Connection<View>;
export const changed = vi.fn();
export const reload = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  changed.mockClear();
  reload.mockClear();
  socket = new FakeSocket();
  connection = new Connection<View>(socket.asSocket, {
    mono: () => performance.now(), // the faked one
    wall: () => Date.now(),
    later: (act, ms) => setTimeout(act, ms),
    changed,
    reload,
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

export function welcomed(welcome: Partial<Welcome> = {}): void {
  connection.hello("t");
  socket.receive("welcome", { ...WELCOME, ...welcome });
}

export function live(): void {
  welcomed();
  socket.receive("view", {
    epoch: "e1",
    seq: 5,
    as_of: "as of 5",
    config: "c1",
    configuration: {},
    view: { waiting: 3 },
  });
}

export function cut(): void {
  socket.receive("disconnect", "transport close");
}
