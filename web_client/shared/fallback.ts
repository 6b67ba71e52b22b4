/** One line to the server, whatever gets through: a socket where it can, calls where it cannot, a socket again. */
import type { Line } from "./connection.ts";

/** So many failed attempts in a row, or so long without a word: calls are tried, beside the socket. */
const FAILURES = 3;
const PATIENCE_MS = 8_000;
/** How often the socket tries while calls get through, and how often otherwise. */
const AGAIN_MS = 30_000;

/** Before it was ever connected: nobody else comes in the same instant because of it. */
const FIRST_PACE = { first_ms: 500, last_ms: 3_000 };

/** After how long the socket tries again, at first and at last; each is drawn from 0 to twice that. */
export interface Pace {
  readonly first_ms: number;
  readonly last_ms: number;
}

/** Socket.IO's socket. */
export interface Retrying extends Omit<Line, "connectNow"> {
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
  readonly #paceAway: Pace;
  readonly #listeners = new Map<string, (message: never) => void>();
  #polls = false;
  /** The socket is connected, and the server has let us in. */
  #works = false;
  #failures = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(
    socket: Retrying,
    polling: Line & { stop(): void },
    later: (act: () => void, ms: number) => ReturnType<typeof setTimeout>,
    pace: Pace,
  ) {
    this.#socket = socket;
    this.#polling = polling;
    this.#later = later;
    this.#paceAway = pace;
    this.#pace(FIRST_PACE);
  }

  get polls(): boolean {
    return this.#polls;
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
    if (this.#works) return;
    this.#current.connect();
    if (!this.#polls) this.#wait();
  }

  connectNow(): void {
    if (this.#works) return; // what would be replaced is well
    if (this.#polls) {
      this.#polling.connectNow();
      return;
    }
    this.#socket.disconnect();
    this.connect();
  }

  get #current(): Retrying | Line {
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
    else if (event === "disconnect") {
      this.#works = false;
      this.#wait();
    } else if (event === "connect_error" && !this.#polls) {
      this.#failures += 1;
      if (!this.#socket.active)
        this.#rest(); // the server said no: by calls it would say the same
      else if (this.#failures >= FAILURES) this.#polling.connect();
    }
  }

  #socketWorks(): void {
    this.#works = true;
    this.#rest();
    this.#pace(this.#paceAway);
    if (!this.#polls) return;
    this.#polls = false;
    this.#listeners.get("disconnect")?.("polling" as never); // what it has not answered goes out again
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
      this.#pace({ first_ms: AGAIN_MS, last_ms: AGAIN_MS });
      this.#socket.disconnect();
      this.#socket.connect();
    } else if (event === "connect_error" && !this.#polling.active) {
      this.#polls = true; // it is the server that says no, not the network
    } else if (event === "disconnect" && this.#polls) {
      this.#polls = false;
      this.#pace(this.#paceAway);
    }
  }

  #pace({ first_ms, last_ms }: Pace): void {
    this.#socket.io.reconnectionDelay(first_ms);
    this.#socket.io.reconnectionDelayMax(last_ms);
  }
}
