/** Commands on their way: each keeps its id until it is answered, so that sending it again does nothing twice. */
import type { Answer, Command, CommandMessage } from "./wire.gen.ts";

export interface PendingCommand {
  readonly id: string;
  readonly command: Command;
}

interface Waiting extends PendingCommand {
  readonly resolve: (answer: Answer) => void;
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
  add(command: Command, id = commandId()): { message: CommandMessage; answer: Promise<Answer> } {
    const answer = new Promise<Answer>((resolve) => {
      this.#waiting = [...this.#waiting, { id, command, resolve }];
    });
    return { message: { id, command }, answer };
  }

  /** What to send (again) over a new connection, in the order in which it was given. */
  unanswered(): CommandMessage[] {
    return this.#waiting.map(({ id, command }) => ({ id, command }));
  }

  /** Whether this command still waits for its answer. */
  holds(id: string): boolean {
    return this.#waiting.some((waiting) => waiting.id === id);
  }

  /** An answer came. An answer to what is not waiting any more is the second one to a command sent twice. */
  settle(id: string, answer: Answer): void {
    const found = this.#waiting.find((waiting) => waiting.id === id);
    this.#waiting = this.#waiting.filter((waiting) => waiting !== found);
    found?.resolve(answer);
  }
}
