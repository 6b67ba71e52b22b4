/** What the phone's components share: the live view, the sheet that is open, and the one place that sends commands. */
import { createContext } from "svelte";

import type { Live } from "@shared/live.svelte.ts";
import type { Command, Refusal, SeatAudienceView } from "@shared/wire.gen.ts";

import { stageOf, type Stage } from "./stage.ts";

/** What the phone needs of the connection; tests give a stand-in. */
export type Link = Pick<
  Live<SeatAudienceView>,
  "view" | "status" | "refusal" | "now" | "lastHeard" | "pending" | "send"
>;

/** The sheets of the phone; one is open at a time. */
export type SheetName =
  | { kind: "ask" }
  | { kind: "change"; request: string }
  | { kind: "withdraw"; request: string }
  | { kind: "written" }
  | { kind: "follow_up" }
  | { kind: "slot" }
  | { kind: "issue"; issue?: string }
  | { kind: "issues" }
  | { kind: "point" }
  | { kind: "right_of_reply" }
  | { kind: "promise" }
  | { kind: "more" };

export class Phone {
  readonly link: Link;
  /** The last act that was refused, until the next one or until it is put away. */
  refusal = $state<Refusal>();
  sheet = $state<SheetName>();
  /** Message id of what was just carried out, for acts that the view does not show; until the next act. */
  done = $state<string>();

  constructor(link: Link) {
    this.link = link;
  }

  /** The last view. Components that use it are mounted only once there is one. */
  get view(): SeatAudienceView {
    if (this.link.view === undefined) throw new Error("no view yet");
    return this.link.view;
  }

  get now(): number {
    return this.link.now;
  }

  get stage(): Stage {
    return stageOf(this.view);
  }

  /** Sent or kept, and not answered yet. */
  get waiting(): boolean {
    return this.link.pending.length > 0;
  }

  /** Whether an act of this kind is on its way. */
  isPending(type: Command["type"]): boolean {
    return this.link.pending.some((pending) => pending.command.type === type);
  }

  /**
   * Carry out an act of this seat. Kept while offline and sent once the connection is back; a second press in
   * the meantime adds nothing. True if it was accepted; a refusal is shown.
   */
  async act(command: Command): Promise<boolean> {
    const wanted = JSON.stringify(command);
    if (this.link.pending.some((pending) => JSON.stringify(pending.command) === wanted)) return false;
    this.refusal = undefined;
    this.done = undefined;
    const answer = await this.link.send(command);
    if (answer.answer === "accepted") return true;
    this.refusal = answer;
    return false;
  }

  /** The same from a sheet, which closes at once: what becomes of the act shows on the phone, or is said as `done`. */
  async actAndClose(command: Command, done?: string): Promise<void> {
    this.sheet = undefined;
    if (await this.act(command)) this.done = done;
  }
}

export const [getPhone, setPhone] = createContext<Phone>();
