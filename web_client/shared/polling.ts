/**
 * The protocol without a socket, for networks that let none through: asks for news with every beat, posts commands,
 * and tells what it hears as the events that a socket would have brought.
 */
import type { Line } from "./connection.ts";
import type { Position } from "./replica.ts";
import type { Answer, CommandMessage, Hello, News, NoEntry, Status, Time, Welcome } from "./wire.gen.ts";

/** After a call that failed, half to one and a half of this. */
const RETRY_MS = 2_000;
/** A call that has not been answered by then has failed. */
const LIMIT_MS = 10_000;

/** What polling asks of its surroundings; tests give their own. */
export interface PollingSurroundings {
  fetch(path: string, init: RequestInit): Promise<Response>;
  later(act: () => void, ms: number): ReturnType<typeof setTimeout>;
  /** Who this is, and what it has already. */
  hello(): Hello;
}

/** With nothing: the whole view is brought. */
const NOWHERE: Position = { epoch: "", seq: -1, as_of: "", acted: "", config: "" };

/** The server does not let this client in. */
class TurnedAway extends Error {}

export class Polling implements Line {
  active = false;
  readonly io = {
    engine: {
      close: (): void => {
        if (this.active) this.#failed(new Error("nothing was heard"));
      },
    },
  };

  readonly #around: PollingSurroundings;
  readonly #listeners = new Map<string, (message: never) => void>();
  /** Another one after each break: what was under way before it counts no more. */
  #run = 0;
  #hello: Hello = { wire: 0 };
  #position = NOWHERE;
  #welcome: Welcome | undefined;
  #errorMs: number | undefined;
  /** One call after the other: changes must come in order, and so must commands. */
  #calls: Promise<void> = Promise.resolve();
  #posts: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(around: PollingSurroundings) {
    this.#around = around;
  }

  on(event: string, listener: (message: never) => void): void {
    this.#listeners.set(event, listener);
  }

  connect(): void {
    if (this.active) return;
    this.active = true;
    this.#begin();
  }

  connectNow(): void {
    if (this.active) this.#begin();
  }

  /** End it without a word. */
  stop(): void {
    this.active = false;
    this.#break();
  }

  emit(event: string, ...args: unknown[]): void {
    if (!this.active) return;
    if (event === "command") this.#command(args[0] as CommandMessage, args[1] as (answer: Answer) => void);
    else if (event === "status") this.#errorMs = (args[0] as Status).error_ms;
    else if (event === "probe") this.#call(args[0] as (time: Time) => void);
    else {
      // "sync": the whole view, and the configuration; of what was seen already, nothing less
      const { as_of, acted } = this.#position;
      this.#position = { ...NOWHERE, as_of, acted };
      this.#call();
    }
  }

  #begin(): void {
    this.#break();
    this.#hello = this.#around.hello();
    this.#position = { ...NOWHERE, ...this.#hello };
    this.#call();
  }

  #break(): void {
    this.#run += 1;
    this.#welcome = undefined;
    this.#calls = this.#posts = Promise.resolve();
    clearTimeout(this.#timer);
  }

  /**
   * Ask for news, after what is under way; then again with the next beat.
   * @param answered is given the server's time, before the news are told
   * @param told is called after them
   */
  #call(answered?: (time: Time) => void, told?: () => void): void {
    const run = this.#run;
    this.#calls = this.#calls.then(async () => {
      const news = await this.#ask<News>(run, () => [`/api/view?${this.#query()}`]);
      if (!news) return;
      answered?.(news.time);
      this.#tellAll(news);
      clearTimeout(this.#timer);
      if (run !== this.#run) return; // whoever heard it has stopped us
      this.#timer = this.#around.later(() => {
        this.#call();
      }, news.welcome.beat_ms);
      told?.();
    });
  }

  /** As on a socket, what a command has changed is told before its answer: nothing on show jumps back in between. */
  #command(message: CommandMessage, answered: (answer: Answer) => void): void {
    const run = this.#run;
    this.#posts = this.#posts.then(async () => {
      const path = `/api/command?device=${encodeURIComponent(this.#hello.device ?? "")}`;
      const body = JSON.stringify(message);
      const answer = await this.#ask<Answer>(run, () => [path, { method: "POST", body }]);
      if (!answer) return; // it stays in the outbox, and goes out again after the next welcome
      // It may be another node's: no other is to show less.
      if (answer.answer === "accepted") this.#position = { ...this.#position, acted: answer.as_of };
      this.#call(undefined, () => {
        answered(answer);
      });
    });
  }

  /** Undefined if there was no answer, or none that still counts. */
  async #ask<T extends News | Answer>(
    run: number,
    request: () => [path: string, init?: RequestInit],
  ): Promise<T | undefined> {
    if (run !== this.#run) return undefined;
    try {
      const told = await this.#json<T>(...request());
      return run === this.#run ? told : undefined;
    } catch (problem) {
      if (run === this.#run) this.#failed(problem);
      return undefined;
    }
  }

  #query(): string {
    const { wire, device = "" } = this.#hello;
    const { epoch, seq, as_of, acted, config } = this.#position;
    const position = { epoch, seq: String(seq), as_of, acted, config };
    const query = new URLSearchParams({ wire: String(wire), ...position, device });
    if (this.#errorMs !== undefined) query.set("error_ms", String(this.#errorMs));
    return query.toString();
  }

  /** An answer of the dialogue. Throws TurnedAway, or whatever says that there was none. */
  async #json<T extends News | Answer>(path: string, init: RequestInit = {}): Promise<T> {
    const control = new AbortController();
    const timer = this.#around.later(() => {
      control.abort();
    }, LIMIT_MS);
    const { token } = this.#hello;
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    try {
      const { signal } = control;
      const response = await this.#around.fetch(path, { ...init, headers, signal, cache: "no-store" });
      const told = (await response.json()) as News | Answer | NoEntry;
      if ("answer" in told || "welcome" in told) return told as T;
      throw "code" in told ? new TurnedAway(told.code) : new Error(`status ${response.status}`);
    } finally {
      clearTimeout(timer);
    }
  }

  /** A second welcome tells of a clock that runs at another rate, as on a socket. */
  #tellAll({ welcome, view, changes = [], beat, presence }: News): void {
    const run = this.#run;
    const { epoch, config } = view ?? this.#position;
    const { as_of } = changes[changes.length - 1] ?? view ?? this.#position;
    this.#position = { ...this.#position, epoch, seq: beat.seq, as_of, config };
    const isNew = this.#welcome?.rate !== welcome.rate;
    this.#welcome = welcome;
    if (isNew) this.#tell("welcome", welcome);
    if (run !== this.#run) return; // whoever heard the welcome has stopped us
    if (view) this.#tell("view", view);
    for (const change of changes) this.#tell("change", change);
    this.#tell("beat", beat);
    if (presence) this.#tell("presence", presence);
  }

  #failed(problem: unknown): void {
    const wasLive = this.#welcome !== undefined;
    this.#break();
    if (wasLive) this.#tell("disconnect", "polling");
    if (problem instanceof TurnedAway) {
      this.active = false; // whoever hears of it decides when to try again
      this.#tell("connect_error", problem);
      return;
    }
    if (!wasLive) this.#tell("connect_error", problem instanceof Error ? problem : new Error("polling"));
    if (!this.active) return; // whoever heard of it has stopped us
    this.#timer = this.#around.later(
      () => {
        this.#begin();
      },
      RETRY_MS * (0.5 + Math.random()),
    );
  }

  #tell(event: string, message: unknown): void {
    this.#listeners.get(event)?.(message as never);
  }
}
