/** One audience's view as this client holds it, and which messages it has seen. Pure. */
import { mergePatch } from "./patch.ts";
import type { Beat, Change, ViewMessage } from "./wire.gen.ts";

export class Replica<V> {
  #view: V | undefined;
  #epoch = "";
  #seq = -1;

  get view(): V | undefined {
    return this.#view;
  }

  get seq(): number {
    return this.#seq;
  }

  /** What to resume from, as `Hello` says it. */
  get position(): { epoch: string; seq: number } {
    return { epoch: this.#epoch, seq: this.#seq };
  }

  /** Take the whole view. */
  whole({ epoch, seq, view }: ViewMessage): void {
    this.#epoch = epoch;
    this.#seq = seq;
    this.#view = view as V;
  }

  /** Apply a change. False if it does not follow what is held: the whole view is needed. */
  change({ prev, seq, patch }: Change): boolean {
    if (this.#view === undefined || prev !== this.#seq) return false;
    this.#view = mergePatch(this.#view, patch);
    this.#seq = seq;
    return true;
  }

  /** Whether a beat fits what is held. If not, a change was lost. */
  matches({ seq }: Beat): boolean {
    return seq === this.#seq;
  }
}
