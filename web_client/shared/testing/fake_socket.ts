/** A Socket.IO socket without a network, for tests of the connection: what was sent, and the server's part by hand. */
import type { Line } from "../connection.ts";
import type { Accepted, Hello } from "../wire.gen.ts";

/** What whoever gave a command is told that is done. */
export function accepted(seq: number, as_of = `act of ${seq}`): Accepted {
  return { answer: "accepted", epoch: "e1", seq, as_of };
}

type Listener = (...args: never[]) => void;

export interface Sent {
  event: string;
  args: unknown[];
}

export class FakeSocket {
  active = true;
  sent: Sent[] = [];
  connects = 0;
  connectsNow = 0;
  closed = 0;
  /** How many commands were answered. */
  answered = 0;
  readonly io = {
    engine: {
      close: (): void => {
        this.closed += 1;
      },
    },
  };
  readonly #listeners = new Map<string, Listener>();

  get asSocket(): Line {
    return this;
  }

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, listener);
  }

  emit(event: string, ...args: unknown[]): void {
    this.sent.push({ event, args });
  }

  connect(): void {
    this.connects += 1;
  }

  connectNow(): void {
    this.connectsNow += 1;
  }

  /** The server, or Socket.IO itself, says something. */
  receive(event: string, message?: unknown): void {
    this.#listeners.get(event)?.(message as never);
  }

  /** Answer what was sent last under this name. */
  answer(event: string, answer: unknown): void {
    const acknowledge = this.sent
      .filter((sent) => sent.event === event)
      .at(-1)
      ?.args.at(-1);
    if (event === "command") this.answered += 1;
    (acknowledge as (answer: unknown) => void)(answer);
  }

  of(event: string): unknown[] {
    return this.sent.filter((sent) => sent.event === event).map(({ args }) => args[0]);
  }
}

/** What a page sets of Socket.IO. */
export interface IoOptions {
  auth: (give: (hello: Hello) => void) => void;
  transports: string[];
  autoConnect: boolean;
  tryAllTransports: boolean;
  timeout: number;
  randomizationFactor: number;
}

/** Socket.IO's socket, the pace at which it would try again, and how it was set up. */
export class FakeIo extends FakeSocket {
  pace: [first_ms?: number, last_ms?: number] = [];
  disconnects = 0;
  readonly options: IoOptions;
  override readonly io = {
    engine: { close: (): void => undefined },
    reconnectionDelay: (ms: number): void => {
      this.pace[0] = ms;
    },
    reconnectionDelayMax: (ms: number): void => {
      this.pace[1] = ms;
    },
  };

  constructor(options: IoOptions) {
    super();
    this.options = options;
  }

  disconnect(): void {
    this.disconnects += 1;
  }

  /** Who the page says it is. */
  get hello(): Hello {
    const given: Hello[] = [];
    this.options.auth((hello) => given.push(hello));
    return given[0] ?? { wire: 0 };
  }
}
