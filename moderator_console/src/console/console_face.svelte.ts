/** The chair's console as its components share it: what they see, which dialogs there are, and when it may act. */
import { createContext } from "svelte";

import { Face, type LiveView, type OpenDialog } from "@shared/face.svelte.ts";
import type { ConsoleView, Preview, Step } from "@shared/wire.gen.ts";

import { GuardedPresses, type Control } from "./guarded_presses.ts";
import { Latch, PressGuard, type Meaning } from "./press_guard.svelte.ts";
import { HOLD_REASONS, type HoldReason } from "./shortcuts.ts";

/** The dialogs of the console; one is open at a time. */
export type DialogName =
  | { kind: "add" }
  | { kind: "links"; of: "request" | "statement"; id: string }
  | { kind: "issue"; issue?: string }
  | { kind: "issue_act"; act: "merge" | "split" | "mark"; issue: string }
  | { kind: "action"; action?: string }
  | { kind: "action_act"; act: "answers" | "merge"; action: string }
  | { kind: "guest" }
  | { kind: "point" }
  | { kind: "rule"; point: string }
  | { kind: "preview"; way: Preview["kind"] }
  | { kind: "slot"; slot: string }
  | { kind: "reopen" }
  | { kind: "message" }
  | { kind: "suspend" }
  | { kind: "keys" };

export type ConsoleDialog = OpenDialog<DialogName>;

/** What comes so soon after the answer to an act comes of that act. */
const ANSWERED_MS = 150;
/** An act that is so long on its way does not explain what changes meanwhile. */
const ACTING_MS = 3_000;

const later = (act: () => void, ms: number): unknown => setTimeout(act, ms);

export class ConsoleFace extends Face<ConsoleView, DialogName> {
  readonly guard: PressGuard<Control>;
  readonly presses: GuardedPresses;
  /** Why the chair held a speech last: it is offered first (R23). */
  lastHold: HoldReason = HOLD_REASONS[0] ?? "technical";
  /** Opens the choice of reasons, or takes the one that has the focus; while there is a speech to hold. */
  chooseHold: (() => void) | undefined;
  readonly #mono: () => number;
  #leaving = $state.raw<Step>();
  #underWay = 0;
  #actedAt = -Infinity;
  #answeredAt = -Infinity;

  /** @param mono milliseconds that only go forward */
  constructor(live: LiveView<ConsoleView>, mono: () => number) {
    super(live, {
      // The one act of a console that only watches: asking to preside (R4).
      may: ({ type }) => (type === "take_chair" ? this.online : this.mayAct),
    });
    this.#mono = mono;
    this.guard = new PressGuard<Control>({
      mono,
      later,
      painted: (act) => requestAnimationFrame(act),
      settling: (control, is) => {
        if (control instanceof Element) control.toggleAttribute("data-settling", is);
      },
    });
    this.presses = new GuardedPresses({
      guard: this.guard,
      mono,
      isActing: () => this.#isActing(),
      view: () => live.view,
    });
  }

  override async act(...given: Parameters<Face<ConsoleView, DialogName>["act"]>): Promise<boolean> {
    this.#underWay += 1;
    this.#actedAt = this.#mono();
    const accepted = await super.act(...given);
    this.#underWay -= 1;
    this.#answeredAt = this.#mono();
    return accepted;
  }

  /** For a button that follows the session. */
  latch<M extends Meaning>(): Latch<M> {
    return new Latch<M>(later);
  }

  #isActing(): boolean {
    const now = this.#mono();
    if (this.#underWay > 0) return now - this.#actedAt < ACTING_MS;
    return now - this.#answeredAt < ANSWERED_MS;
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
