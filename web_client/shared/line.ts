/** The line of a client to its server: a Socket.IO socket as it has to be set up, and calls where none gets through. */
import { io } from "socket.io-client";

import { Fallback, type Pace } from "./fallback.ts";
import { Polling } from "./polling.ts";
import type { Hello } from "./wire.gen.ts";

/** Consoles, screens and seats come back at once; a hall full of observers does so within ten seconds. */
const PACE: Pace = { first_ms: 100, last_ms: 1_500 };
const OBSERVERS_PACE: Pace = { first_ms: 5_000, last_ms: 10_000 };
/** A line that hangs while connecting is given up, and another one is tried. */
const CONNECT_MS = 4_000;

export interface LineOptions {
  /** Where the server is: its pages' address, under whatever prefix a proxy put it. */
  base: URL;
  /** Of the access link; empty for the public. */
  token: string;
  /** What is said at each connection. */
  hello: () => Hello;
  later: (act: () => void, ms: number) => ReturnType<typeof setTimeout>;
  /** What else stands in the addresses that are opened. */
  query?: Record<string, string>;
}

/** A line that is not connected yet. */
export function openLine({ base, token, hello, later, query = {} }: LineOptions): Fallback {
  const socket = io(base.origin, {
    path: new URL("socket.io/", base).pathname,
    query,
    // By polling, a session goes on with this only: its number stands in addresses, and so in logs of proxies.
    ...(token && { extraHeaders: { Authorization: `Bearer ${token}` }, upgrade: false }),
    autoConnect: false,
    transports: ["websocket", "polling"],
    tryAllTransports: true, // polling where the network lets no WebSocket through
    timeout: CONNECT_MS,
    randomizationFactor: 1, // a hall full of phones does not come back in the same instant
    auth: (give) => {
      give(hello());
    },
  });
  const polling = new Polling({
    fetch: (path, init) => {
      const address = new URL(`.${path}`, base);
      for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
      return fetch(address, init);
    },
    later,
    hello,
  });
  return new Fallback(socket, polling, later, token === "" ? OBSERVERS_PACE : PACE);
}
