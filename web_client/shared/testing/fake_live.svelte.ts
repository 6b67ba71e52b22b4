/**
 * A session without a server, for tests and the demo: shows the view it is given, notes what is sent, and answers at
 * once or by hand. It stands in for `Live` in every face.
 */
import type { LiveView } from "../face.svelte.ts";
import { accepted } from "./fake_socket.ts";
import type { Answer, Command, Presence, PublicView, Welcome } from "../wire.gen.ts";
import { NOW } from "./demo.ts";

/** Whose access link the page was opened with. */
export type Role = Pick<Welcome, "role" | "audience"> & { name?: string };

export function demoWelcome({ role, audience, name = "" }: Role): Welcome {
  return { wire: 1, role, name, audience, now_ms: NOW, rate: 1, beat_ms: 2_000, probe_ms: 60_000 };
}

export class FakeLive<V extends PublicView> implements LiveView<V> {
  view = $state.raw<V>();
  welcome = $state.raw<Welcome>();
  presence = $state.raw<Presence>();
  status = $state<LiveView<V>["status"]>("live");
  refusal = $state<string>();
  now = $state(NOW);
  lastHeard = $state(NOW);
  pending = $state.raw<LiveView<V>["pending"]>([]);
  readonly sent: Command[] = [];
  /** What every command is answered with, at once; undefined: it waits, as while offline, for `settle`. */
  answer: Answer | undefined = accepted(41);
  /** What gives the answer to each command that waits, oldest first. */
  readonly #waiting: ((answer: Answer) => void)[] = [];

  constructor(view?: V, role?: Role) {
    this.view = view;
    if (role) this.welcome = demoWelcome(role);
  }

  send(command: Command): Promise<Answer> {
    this.sent.push(command);
    if (this.answer) return Promise.resolve(this.answer);
    const id = `c${this.sent.length}`;
    this.pending = [...this.pending, { id, command }];
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  /** Answer the oldest command that waits. */
  settle(answer: Answer = accepted(41)): void {
    const [, ...others] = this.pending;
    if (this.#waiting.length === 0) throw new Error("nothing waits for an answer");
    this.pending = others;
    this.#waiting.shift()?.(answer);
  }
}

/** Runs `draw` now, and again whenever state that it reads has changed, as a component would. Returns what ends it. */
export function redrawn(draw: () => void): () => void {
  return $effect.root(() => {
    $effect(draw);
  });
}
