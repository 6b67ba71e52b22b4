/** The chair's console as its components share it: what they see, which dialogs there are, and when it may act. */
import { createContext } from "svelte";

import { Face, type LiveView, type OpenDialog } from "@shared/face.svelte.ts";
import type { ConsoleView, Preview, Step } from "@shared/wire.gen.ts";

/** The dialogs of the console; one is open at a time. */
export type DialogName =
  | { kind: "add" }
  | { kind: "links"; of: "request" | "statement"; id: string }
  | { kind: "issue"; issue?: string }
  | { kind: "issue_act"; act: "merge" | "split" | "mark"; issue: string }
  | { kind: "guest" }
  | { kind: "point" }
  | { kind: "rule"; point: string }
  | { kind: "preview"; way: Preview["kind"] }
  | { kind: "slot"; slot: string }
  | { kind: "message" }
  | { kind: "suspend" }
  | { kind: "keys" };

export type ConsoleDialog = OpenDialog<DialogName>;

export class ConsoleFace extends Face<ConsoleView, DialogName> {
  #leaving = $state.raw<Step>();

  constructor(live: LiveView<ConsoleView>) {
    super(live, {
      // The one act of a console that only watches: asking to preside (R4).
      may: ({ type }) => (type === "take_chair" ? this.online : this.mayAct),
    });
  }

  /** "console:chair": this console, as `ConsoleView.console` names the one that presides. */
  get me(): string {
    return `console:${this.live.welcome?.name ?? ""}`;
  }

  get presides(): boolean {
    return this.view.console === this.me;
  }

  /** Only the console that presides acts (R4), and only while it is heard. */
  get mayAct(): boolean {
    return this.presides && this.online;
  }

  /** The step the chair is about to move to: what it drops is on show, the context button confirms (R1). */
  get leaving(): Step | undefined {
    return this.#leaving;
  }

  /** Show what a move to this step drops. */
  showMove(to: Step): void {
    this.#leaving = to;
  }

  /** Show it no more, unless another one is on show meanwhile. */
  dropMove(to: Step | undefined): void {
    if (to === this.#leaving) this.#leaving = undefined;
  }
}

export const [getConsole, setConsole] = createContext<ConsoleFace>();
