/**
 * Commands on their way: one at a time, in the order in which they were given. Each keeps its id until it is answered,
 * so that sending it again does nothing twice. Pure: it says what to send and how long to wait, and sends nothing.
 */
import type { Answer, Command, CommandMessage } from "./wire.gen.ts";

export interface PendingCommand {
  readonly id: string;
  readonly command: Command;
}

interface Waiting extends PendingCommand {
  readonly resolve: (answer: Answer) => void;
  /** It went out at least once: that copy may be under way yet. */
  sent: boolean;
}

/** Before a command goes out again of which the server could not tell whether it was stored; each time twice as long. */
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 16_000;

/** 128 random bits; crypto.randomUUID is missing where a page came over plain HTTP. */
export function commandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Outbox {
  #waiting: Waiting[] = [];
  /** The copy whose answer is awaited. */
  #underWay: CommandMessage | undefined;
  /** The oldest one is unsettled, and its pause is not over. */
  #pauses = false;
  /** How often in a row the oldest one was unsettled. */
  #unsettled = 0;

  /** Commands without an answer, oldest first. A new list after each change. */
  get pending(): readonly PendingCommand[] {
    return this.#waiting;
  }

  /** Keep a command until it is answered. */
  add(command: Command, id = commandId()): { id: string; answer: Promise<Answer> } {
    const answer = new Promise<Answer>((resolve) => {
      this.#waiting = [...this.#waiting, { id, command, resolve, sent: false }];
    });
    return { id, answer };
  }

  /**
   * What to send now: the oldest command, which says whether it was sent before. Undefined while the answer to one is
   * awaited or a pause is on: a later act must not overtake one of which nobody knows yet whether it was carried out.
   */
  next(): CommandMessage | undefined {
    const [oldest] = this.#waiting;
    if (!oldest || this.#underWay || this.#pauses) return undefined;
    const { id, command, sent } = oldest;
    oldest.sent = true;
    this.#underWay = sent ? { id, command, again: true } : { id, command };
    return this.#underWay;
  }

  /**
   * An answer to what `next` gave. Returns for how long nothing goes out, ms: 0, or the pause before an unsettled
   * command is sent again, which `resume` ends.
   */
  answered(message: CommandMessage, answer: Answer): number {
    const isLast = message === this.#underWay;
    // Of an older copy only a success counts: what refused it has not seen the copy that followed.
    if (!isLast && answer.answer === "refused") return 0;
    if (isLast) this.#underWay = undefined;
    if (answer.answer === "refused" && answer.code === "unsettled") return this.#pause();
    this.#settle(message.id, answer);
    return 0;
  }

  /** A pause is over, or what was under way is given up: the oldest command may go out again. */
  resume(): void {
    this.#underWay = undefined;
    this.#pauses = false;
  }

  /**
   * The line is cut: what was under way goes out again on the next one. A pause goes on, or a line that breaks again
   * and again would have the same command sent each time.
   */
  cut(): void {
    this.#underWay = undefined;
  }

  #pause(): number {
    const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** this.#unsettled);
    this.#unsettled += 1;
    this.#pauses = true;
    return pause;
  }

  #settle(id: string, answer: Answer): void {
    const found = this.#waiting.find((waiting) => waiting.id === id);
    if (!found) return; // the second answer to a command that was sent twice
    this.#waiting = this.#waiting.filter((waiting) => waiting !== found);
    if (this.#underWay?.id === id) this.#underWay = undefined;
    this.#unsettled = 0;
    this.#pauses = false;
    found.resolve(answer);
  }
}
