/** One line to the server, whatever gets through: a socket where it can, calls where it cannot, a socket again. */
import type { Line } from "./line.ts";

/** So many failed attempts in a row, or so long without a word: calls are tried, beside the socket. */
const FAILURES = 3;
const PATIENCE_MS = 8_000;
/** How often the socket tries while calls get through, and how often otherwise. */
const AGAIN_MS = 30_000;
export const RECONNECT_MS = 500;
export const RECONNECT_MAX_MS = 3_000;

/** Socket.IO's socket. */
export interface Retrying extends Line {
  readonly io: Line["io"] & {
    reconnectionDelay(ms: number): unknown;
    reconnectionDelayMax(ms: number): unknown;
  };
  disconnect(): unknown;
}

export class Fallback implements Line {
  readonly io = {
    engine: {
      close: (): void => {
        this.#current.io.engine.close();
      },
    },
  };

  readonly #socket: Retrying;
  readonly #polling: Line & { stop(): void };
  readonly #later: (act: () => void, ms: number) => ReturnType<typeof setTimeout>;
  readonly #listeners = new Map<string, (message: never) => void>();
  #polls = false;
  #failures = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(
    socket: Retrying,
    polling: Line & { stop(): void },
    later: (act: () => void, ms: number) => ReturnType<typeof setTimeout>,
  ) {
    this.#socket = socket;
    this.#polling = polling;
    this.#later = later;
  }

  get active(): boolean {
    return this.#current.active;
  }

  on(event: string, listener: (message: never) => void): void {
    this.#listeners.set(event, listener);
    this.#socket.on(event, (message) => {
      this.#socketSays(event);
      if (!this.#polls) listener(message);
    });
    this.#polling.on(event, (message) => {
      const polled = this.#polls;
      this.#pollingSays(event);
      if (polled || this.#polls) listener(message);
    });
  }

  emit(event: string, ...args: unknown[]): void {
    this.#current.emit(event, ...args);
  }

  connect(): void {
    this.#current.connect();
    if (!this.#polls) this.#wait();
  }

  get #current(): Line {
    return this.#polls ? this.#polling : this.#socket;
  }

  #wait(): void {
    clearTimeout(this.#patience);
    this.#patience = this.#later(() => {
      this.#polling.connect();
    }, PATIENCE_MS);
  }

  #socketSays(event: string): void {
    if (event === "welcome") this.#socketWorks();
    else if (event === "disconnect") this.#wait();
    else if (event === "connect_error" && !this.#polls) {
      this.#failures += 1;
      if (!this.#socket.active) this.#rest(); // the server said no: by calls it would say the same
      else if (this.#failures >= FAILURES) this.#polling.connect();
    }
  }

  #socketWorks(): void {
    this.#rest();
    if (!this.#polls) return;
    this.#polls = false;
    this.#listeners.get("disconnect")?.("polling" as never); // what it has not answered goes out again
    this.#pace(RECONNECT_MS, RECONNECT_MAX_MS);
  }

  #rest(): void {
    this.#failures = 0;
    clearTimeout(this.#patience);
    this.#polling.stop();
  }

  #pollingSays(event: string): void {
    if (event === "welcome" && !this.#polls) {
      this.#polls = true;
      // Perhaps the server is there again, and a socket gets through: one attempt at once, then now and then.
      this.#pace(AGAIN_MS, AGAIN_MS);
      this.#socket.disconnect();
      this.#socket.connect();
    } else if (event === "connect_error" && !this.#polling.active) {
      this.#polls = true; // it is the server that says no, not the network
    } else if (event === "disconnect" && this.#polls) {
      this.#polls = false;
      this.#pace(RECONNECT_MS, RECONNECT_MAX_MS);
    }
  }

  #pace(ms: number, max_ms: number): void {
    this.#socket.io.reconnectionDelay(ms);
    this.#socket.io.reconnectionDelayMax(max_ms);
  }
}
