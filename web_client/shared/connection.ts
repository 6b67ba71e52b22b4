/**
 * The client's end of the protocol over a Socket.IO socket: resumes, applies changes in order, watches the beats,
 * measures the server's clock, sends commands until they are answered. Never gives up, but where it is refused.
 */
import { Outbox } from "./outbox.ts";
import { Replica, type Position } from "./replica.ts";
import { ServerClock } from "./server_clock.ts";
import type {
  Answer,
  Beat,
  Change,
  Command,
  Hello,
  Presence,
  Status,
  Time,
  ViewMessage,
  Welcome,
} from "./wire.gen.ts";

/** Version of the protocol this client speaks (server/wire/messages.py, WIRE). */
export const WIRE = 2;

export type ConnectionStatus = "connecting" | "live" | "stale" | "offline" | "refused";

/** Round trips right after connecting and waking, and the pause between two of them. */
const BURST = 8;
const BURST_PAUSE_MS = 120;
/** Beats that may be missing, and what one may be late: with a beat of 2 s, stale within 5 s. */
const BEATS_MISSED = 2;
const LATE_MS = 750;
/** How long the server may take to say that it is there, when one beat is late or the device was asleep. */
const DOUBT_MS = 1_200;
/** A command without an answer for so long, on a line that works, goes out again: others wait behind it. */
const ANSWER_MS = 15_000;
/** Waking is told of by several events at once. */
const WAKE_MS = 1_000;
/** A line that is found dead so soon after waking died in the sleep: the device comes back alone, and at once. */
const WAKING_MS = 2 * DOUBT_MS;

/** What a connection needs of a socket: Socket.IO's own has it, and so has what stands in for one. */
export interface Line {
  /** It is connected, or tries to by itself. */
  readonly active: boolean;
  /** News come with calls, a beat late, for no socket gets through. */
  readonly polls?: boolean;
  readonly io: { readonly engine: { close(): unknown } };
  on(event: string, listener: (message: never) => void): unknown;
  /** An event with its message, then what its answer is given to, if it has one. */
  emit(event: string, ...args: unknown[]): unknown;
  connect(): unknown;
  /** Try to connect at once, instead of when the pause between two attempts is over. */
  connectNow(): unknown;
}

/** What a connection asks of its surroundings; tests give their own. */
export interface Surroundings {
  /** A clock that is never set, milliseconds; on some devices it stands still while they sleep. */
  mono(): number;
  /** The device's date, epoch milliseconds: right or wrong, it goes on in sleep. */
  wall(): number;
  later(act: () => void, ms: number): ReturnType<typeof setTimeout>;
  /** Something of what the connection knows has changed. */
  changed(): void;
  /** In which languages everything is shown, where that is of interest to others. */
  languages?(): NonNullable<Status["languages"]>;
  /** The server speaks another version: fetch the page anew. */
  reload(): void;
}

export class Connection<V> {
  readonly clock = new ServerClock();
  status: ConnectionStatus = "connecting";
  /** Why the server does not let this client in: a refusal code. */
  refusal: string | undefined;
  welcome: Welcome | undefined;
  presence: Presence | undefined;
  /** When anything was heard last, on the local clock. */
  lastHeard = -Infinity;

  readonly #socket: Line;
  readonly #around: Surroundings;
  readonly #replica = new Replica<V>();
  readonly #outbox = new Outbox();
  #silence: ReturnType<typeof setTimeout> | undefined;
  #doubts: ReturnType<typeof setTimeout> | undefined;
  #woke = -Infinity;
  #probe: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest command goes out again. */
  #resend: ReturnType<typeof setTimeout> | undefined;
  /** When the next attempt to connect is made, where it is made from here. */
  #attempt: ReturnType<typeof setTimeout> | undefined;
  #syncing = false;
  /** When this connection's hello left; the server's first word answers it. */
  #helloAt = 0;
  /** The server has said welcome on this connection: commands may go. */
  #introduced = false;

  constructor(socket: Line, around: Surroundings) {
    this.#socket = socket;
    this.#around = around;
    socket.on("connect_error", (error: Error) => {
      this.#notConnected(error.message);
    });
    socket.on("disconnect", () => {
      this.#disconnected();
    });
    this.#on("welcome", (welcome: Welcome) => {
      this.#welcomed(welcome);
    });
    this.#on("view", (message: ViewMessage) => {
      this.#syncing = false;
      if (!this.#replica.whole(message)) this.#sync();
    });
    this.#on("change", (change: Change) => {
      if (!this.#replica.change(change)) this.#sync();
    });
    this.#on("beat", (beat: Beat) => {
      if (!this.#replica.matches(beat)) this.#sync();
      this.#report();
    });
    this.#on("presence", (presence: Presence) => {
      this.presence = presence;
    });
  }

  get view(): V | undefined {
    return this.#replica.view;
  }

  /** Where this client stands. */
  get position(): Position {
    return this.#replica.position;
  }

  /** Nothing is told at once: news are asked for with every beat. */
  get polls(): boolean {
    return this.#socket.polls ?? false;
  }

  get pending(): Outbox["pending"] {
    return this.#outbox.pending;
  }

  /** The `auth` of each connection: who this is, and what it has already. */
  hello(token: string): Hello {
    this.#helloAt = this.#around.mono();
    return { wire: WIRE, token, ...this.#replica.position };
  }

  /** Send a command now, or once there is a connection. Resolves to its answer, which may be a refusal. */
  send(command: Command): Promise<Answer> {
    const { answer } = this.#outbox.add(command);
    this.#sendNext();
    this.#around.changed();
    return answer;
  }

  /** The device was asleep, or may have been: find out what is true now. */
  wake(): void {
    if (this.status === "refused") return;
    const now = this.#around.mono();
    if (now - this.#woke < WAKE_MS) return;
    this.#woke = now;
    if (this.#introduced) {
      this.#burst();
      this.#doubt();
    } else {
      clearTimeout(this.#attempt);
      this.#socket.connectNow(); // it may be waiting for its next attempt
    }
  }

  /**
   * Look whether the device slept, as often as time is shown. If so, what time it is and what is on show is in doubt
   * until the server is heard again: it is asked at once.
   */
  look(): void {
    if (!this.clock.look(this.#around.mono(), this.#around.wall())) return;
    this.#silent();
    this.#woke = -Infinity; // by a clock that stood still
    this.wake();
    this.#around.changed();
  }

  /** The server's own messages are not checked: they are of the version that `welcome` agreed on. */
  #on(event: string, act: (message: never) => void): void {
    this.#socket.on(event, (message: unknown) => {
      this.#heard();
      act(message as never);
      this.#around.changed();
    });
  }

  #welcomed(welcome: Welcome): void {
    const first = !this.#introduced;
    this.#introduced = true;
    clearTimeout(this.#attempt); // it is of a connection that is no more: this one works
    this.welcome = welcome;
    this.refusal = undefined;
    this.status = "live";
    this.#heard();
    if (first) {
      this.clock.sample(this.#helloAt, this.#around.mono(), welcome.now_ms, welcome.rate);
      this.#sendNext();
    }
    // A second welcome on the same connection tells of a clock that runs at another rate: measure it anew.
    this.#burst();
  }

  /** The oldest command that waits, unless one is on its way already. */
  #sendNext(): void {
    const message = this.#introduced ? this.#outbox.next() : undefined;
    if (!message) return;
    this.#socket.emit("command", message, (answer: Answer) => {
      this.#heard();
      if (answer.answer === "accepted") this.#replica.accepted(answer);
      const pause_ms = this.#outbox.answered(message, answer);
      if (pause_ms > 0) this.#sendAgain(pause_ms);
      else this.#sendNext();
      this.#around.changed();
    });
    this.#sendAgain(ANSWER_MS);
  }

  /** Nobody knows yet whether it was carried out: the same id finds out, and does nothing twice. */
  #sendAgain(after_ms: number): void {
    clearTimeout(this.#resend);
    this.#resend = this.#around.later(() => {
      this.#outbox.resume();
      this.#sendNext();
    }, after_ms);
  }

  #sync(): void {
    if (this.#syncing) return; // on its way; what comes before it is in it
    this.#syncing = true;
    this.#socket.emit("sync");
  }

  /** How well this screen or console is (`Status`); the rest of the hall is counted, not watched. */
  #report(): void {
    if (this.welcome?.role !== "screen" && this.welcome?.role !== "console") return;
    const errorMs = this.clock.errorMs(this.#around.mono());
    if (!Number.isFinite(errorMs)) return;
    const languages = this.#around.languages?.() ?? [];
    const shown = languages.length > 0 ? { languages } : {};
    this.#socket.emit("status", { error_ms: errorMs, as_of: this.#replica.asOf, ...shown } satisfies Status);
  }

  #heard(): void {
    this.look(); // before anything is learned from it
    this.lastHeard = this.#around.mono();
    if (this.status === "stale") this.status = "live";
    clearTimeout(this.#silence);
    clearTimeout(this.#doubts);
    const { welcome } = this;
    if (!welcome) return;
    this.#silence = this.#around.later(
      () => {
        this.#silent();
      },
      BEATS_MISSED * welcome.beat_ms + LATE_MS,
    );
    this.#doubts = this.#around.later(() => {
      this.#doubt();
    }, welcome.beat_ms + LATE_MS);
  }

  #silent(): void {
    if (this.status !== "live") return;
    this.status = "stale";
    this.#around.changed();
  }

  /** A cable that hangs, or a server that does, says nothing for minutes: ask, and look for another line. */
  #doubt(): void {
    if (!this.#introduced) return;
    clearTimeout(this.#doubts);
    this.#ask();
    this.#doubts = this.#around.later(() => {
      this.#socket.io.engine.close();
    }, DOUBT_MS);
  }

  #disconnected(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#doubts);
    clearTimeout(this.#probe);
    this.#outbox.cut();
    this.#syncing = false;
    this.#introduced = false;
    this.status = "offline";
    // Only a server that ends the connection itself leaves it at that: it did not like what it got, or it stops.
    if (!this.#socket.active) this.#retry();
    else if (this.#around.mono() - this.#woke < WAKING_MS) {
      // Not now: Socket.IO is about to wait for its next attempt, and must be doing so.
      this.#attemptLater(() => this.#socket.connectNow(), 0);
    }
    this.#around.changed();
  }

  #notConnected(reason: string): void {
    if (this.#socket.active) {
      if (this.#replica.view !== undefined) this.status = "offline"; // the network: Socket.IO tries again
    } else {
      this.status = "refused";
      this.refusal = reason;
      if (reason === "reload") this.#around.reload();
      this.#retry(); // an access link may be given back, a server may be put back to this version
    }
    this.#around.changed();
  }

  #retry(): void {
    this.#attemptLater(() => this.#socket.connect(), 5_000 + 5_000 * Math.random());
  }

  /** One attempt is waiting at most, and none once there is a connection. */
  #attemptLater(attempt: () => unknown, ms: number): void {
    clearTimeout(this.#attempt);
    this.#attempt = this.#around.later(attempt, ms);
  }

  /** Several round trips at once, for one alone may have been delayed; then one every `probe_ms`. */
  #burst(left = BURST): void {
    clearTimeout(this.#probe);
    this.#ask(() => {
      if (left === BURST) this.#report();
    });
    const pause = left > 1 ? BURST_PAUSE_MS : (this.welcome?.probe_ms ?? 60_000);
    this.#probe = this.#around.later(() => {
      this.#burst(Math.max(1, left - 1));
    }, pause);
  }

  /** One round trip. */
  #ask(answered?: () => void): void {
    const sent = this.#around.mono();
    this.#socket.emit("probe", (time: Time) => {
      this.#heard();
      this.clock.sample(sent, this.#around.mono(), time.now_ms, time.rate);
      answered?.();
      this.#around.changed();
    });
  }
}
