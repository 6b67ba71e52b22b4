/** What the console's components share: the live view, who presides, and the one place that sends commands. */
import { createContext } from "svelte";

import type { Live } from "@shared/live.svelte.ts";
import type { Command, ConsoleView, Preview, Refusal, Step } from "@shared/wire.gen.ts";

/** What the desk needs of the connection; tests give a stand-in. */
export type Link = Pick<
  Live<ConsoleView>,
  "view" | "welcome" | "status" | "refusal" | "now" | "lastHeard" | "pending" | "presence" | "send" | "errorMs"
>;

/** The dialogs of the console; one is open at a time. */
export type Dialog =
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

export class Desk {
  readonly link: Link;
  /** The last act that was refused, until the next one or until it is put away. */
  refusal = $state<Refusal>();
  dialog = $state<Dialog>();
  /** The step the chair is about to move to: what it drops is on show, the context button confirms (R1). */
  leaving = $state<Step>();

  constructor(link: Link) {
    this.link = link;
  }

  /** The last view. Components that use it are mounted only once there is one. */
  get view(): ConsoleView {
    if (this.link.view === undefined) throw new Error("no view yet");
    return this.link.view;
  }

  get now(): number {
    return this.link.now;
  }

  /** "console:chair": this console, as `ConsoleView.console` names the one that presides. */
  get me(): string {
    return `console:${this.link.welcome?.name ?? ""}`;
  }

  get presides(): boolean {
    return this.view.console === this.me;
  }

  get online(): boolean {
    return this.link.status === "live";
  }

  /** Only the console that presides acts (R4), and only while it is heard. */
  get mayAct(): boolean {
    return this.presides && this.online;
  }

  /**
   * Carry out an act of the chair. True if it was accepted; a refusal is shown and nothing is lost.
   * Does nothing where this console may not act.
   */
  async act(command: Command): Promise<boolean> {
    if (!this.mayAct) return false;
    return this.#send(command);
  }

  /** The two commands another console may give: asking to preside, and being told (R4). */
  async takeChair(): Promise<boolean> {
    if (!this.online) return false;
    return this.#send({ type: "take_chair" });
  }

  async #send(command: Command): Promise<boolean> {
    this.refusal = undefined;
    const answer = await this.link.send(command);
    if (answer.answer === "accepted") return true;
    this.refusal = answer;
    return false;
  }
}

export const [getDesk, setDesk] = createContext<Desk>();
