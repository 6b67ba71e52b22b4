/** Commands on their way: each keeps its id until it is answered, so that sending it again does nothing twice. */
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

/** 128 random bits; crypto.randomUUID is missing where a page came over plain HTTP. */
export function commandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Outbox {
  #waiting: Waiting[] = [];

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

  /** What to send now, which says whether it was sent before; undefined where it is answered already. */
  message(id: string): CommandMessage | undefined {
    const found = this.#waiting.find((waiting) => waiting.id === id);
    if (!found) return undefined;
    const { command, sent } = found;
    found.sent = true;
    return sent ? { id, command, again: true } : { id, command };
  }

  /** An answer came. An answer to what is not waiting any more is the second one to a command sent twice. */
  settle(id: string, answer: Answer): void {
    const found = this.#waiting.find((waiting) => waiting.id === id);
    this.#waiting = this.#waiting.filter((waiting) => waiting !== found);
    found?.resolve(answer);
  }
}
