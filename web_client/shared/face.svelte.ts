/**
 * What the components of a face share: the live view, the dialog that is open, and the one way in which the face acts.
 * Everything is read-only outside; whoever wants something changed gives an act or opens a dialog.
 */
import type { Live } from "./live.svelte.ts";
import type { Command, PublicView, Refusal } from "./wire.gen.ts";

/** What a face needs of the connection; tests and the demo give a stand-in (testing/fake_live.svelte.ts). */
export type LiveView<V extends PublicView> = Readonly<
  Pick<
    Live<V>,
    "view" | "welcome" | "status" | "refusal" | "now" | "lastHeard" | "pending" | "presence" | "send"
  >
>;

/** The rules of one kind of face. */
export interface ActRules {
  /** Whether an act may be given now; one that may not is dropped without a word: its button says why. */
  may?: (command: Command) => boolean;
  /** A press that repeats an act which is on its way adds nothing: a thumb presses again, a chair means it. */
  once?: boolean;
}

/**
 * One opening of a dialog. What becomes of its acts belongs to it alone: an answer that comes once it is closed, and
 * another one is open perhaps, touches nothing of that other one.
 */
export class OpenDialog<D> {
  /** Which dialog it is, and about what. */
  readonly shows: D;
  readonly #face: Face<PublicView, D>;
  #refusal = $state.raw<Refusal>();
  #underWay = $state(0);

  constructor(face: Face<PublicView, D>, shows: D) {
    this.#face = face;
    this.shows = shows;
  }

  get isOpen(): boolean {
    return this.#face.dialog === this;
  }

  /** Why its last act was refused, until its next one or until it is put away. */
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  /** An act of its own is on its way. */
  get isBusy(): boolean {
    return this.#underWay > 0;
  }

  readonly close = (): void => {
    this.#face.close(this);
  };

  readonly dismiss = (): void => {
    this.#refusal = undefined;
  };

  /** Carry out an act; it stays open. True if it was accepted. A refusal is shown in it, while it is open. */
  async act(command: Command): Promise<boolean> {
    this.#refusal = undefined;
    this.#underWay += 1;
    const accepted = await this.#face.act(command, { dialog: this });
    this.#underWay -= 1;
    return accepted;
  }

  /** The same, and it closes once that was accepted: what was filled in stays where it was not. */
  async submit(command: Command): Promise<void> {
    if (await this.act(command)) this.close();
  }

  /** It closes at once; what becomes of the act shows on the face, or is said there as `done`. */
  async closeAndAct(command: Command, done?: string): Promise<void> {
    this.close();
    await this.#face.act(command, { done });
  }

  /** Only for the face: an act of this dialog was refused. */
  refuse(refusal: Refusal): void {
    this.#refusal = refusal;
  }
}

/** Who asked for an act, and what is said of it. */
interface Asked<D> {
  dialog?: OpenDialog<D>;
  /** Message id of what to say once it is carried out, for acts that the view does not show. */
  done?: string | undefined;
}

export class Face<V extends PublicView, D = never> {
  readonly live: LiveView<V>;
  readonly #rules: ActRules;
  #dialog = $state.raw<OpenDialog<D>>();
  #refusal = $state.raw<Refusal>();
  #lastRefusal = $state.raw<Refusal>();
  #done = $state<string>();

  constructor(live: LiveView<V>, rules: ActRules = {}) {
    this.live = live;
    this.#rules = rules;
  }

  /** The last view. Components that use it are mounted only once there is one. */
  get view(): V {
    if (this.live.view === undefined) throw new Error("no view yet");
    return this.live.view;
  }

  /** Server time, epoch ms. */
  get now(): number {
    return this.live.now;
  }

  /** The server is heard. */
  get online(): boolean {
    return this.live.status === "live";
  }

  /** The dialog that is open; one is at a time. */
  get dialog(): OpenDialog<D> | undefined {
    return this.#dialog;
  }

  /** Why the last act was refused of those that no open dialog has asked for; until the next act, or put away. */
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  /** Why the last act was refused, whoever asked for it; until the next one. */
  get lastRefusal(): Refusal | undefined {
    return this.#lastRefusal;
  }

  /** Message id of what was just carried out; until the next act. */
  get done(): string | undefined {
    return this.#done;
  }

  /** Given and not answered yet, oldest first. */
  get pending(): readonly Command[] {
    return this.live.pending.map(({ command }) => command);
  }

  /** Whether an act of this kind is on its way. */
  isPending(type: Command["type"]): boolean {
    return this.live.pending.some(({ command }) => command.type === type);
  }

  /** Open a dialog, in place of the one that is open. */
  open(shows: D): void {
    this.#dialog = new OpenDialog<D>(this, shows);
  }

  /** Close the dialog, or just this one if it is still open. */
  close(dialog: OpenDialog<D> | undefined = this.#dialog): void {
    if (dialog === this.#dialog) this.#dialog = undefined;
  }

  /** Put the refusal away. */
  readonly dismiss = (): void => {
    this.#refusal = undefined;
  };

  /**
   * Carry out an act: sent now, or kept and sent once the connection is back. True if it was accepted; a refusal is
   * shown by whoever asked, by the face where a dialog that asked is gone, and nothing is lost.
   */
  async act(command: Command, { dialog, done }: Asked<D> = {}): Promise<boolean> {
    const { may, once = false } = this.#rules;
    if (may?.(command) === false || (once && this.#isOnItsWay(command))) return false;
    this.#refusal = this.#lastRefusal = this.#done = undefined;
    const answer = await this.live.send(command);
    if (answer.answer === "accepted") {
      if (done !== undefined) this.#done = done;
      return true;
    }
    this.#lastRefusal = answer;
    if (dialog?.isOpen) dialog.refuse(answer);
    else this.#refusal = answer;
    return false;
  }

  #isOnItsWay(command: Command): boolean {
    const wanted = JSON.stringify(command);
    return this.pending.some((pending) => JSON.stringify(pending) === wanted);
  }
}
