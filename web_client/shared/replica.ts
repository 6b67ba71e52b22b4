/** One audience's view as this client holds it, and which messages it has seen. Pure, but for what a tab remembers. */
import { mergePatch } from "./patch.ts";
import type { Beat, Change, Hello, ViewMessage } from "./wire.gen.ts";

/** What whole views build on, and its name; the same for all audiences, so a tab keeps it when it loads anew. */
type Configuration = Pick<ViewMessage, "config"> & { content: object };

const KEY = "palabra-configuration";

export class Replica<V> {
  #view: V | undefined;
  #epoch = "";
  #seq = -1;
  #configuration: Configuration | undefined = remembered();

  get view(): V | undefined {
    return this.#view;
  }

  get seq(): number {
    return this.#seq;
  }

  /** What to resume from, as `Hello` says it. */
  get position(): Pick<Hello, "epoch" | "seq" | "config"> {
    const { config } = this.#configuration ?? {};
    return { epoch: this.#epoch, seq: this.#seq, ...(config !== undefined && { config }) };
  }

  /** Take the whole view. False if it builds on a configuration that is not held: both are needed. */
  whole({ epoch, seq, config, configuration, view }: ViewMessage): boolean {
    if (configuration) {
      this.#configuration = { config, content: configuration };
      remember(this.#configuration);
    }
    if (this.#configuration?.config !== config) return false;
    this.#epoch = epoch;
    this.#seq = seq;
    this.#view = mergePatch(this.#configuration.content, view) as V;
    return true;
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

function remembered(): Configuration | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Configuration | null) ?? undefined;
  } catch {
    return undefined; // no storage: it comes once more
  }
}

function remember(configuration: Configuration): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(configuration));
  } catch {
    // No storage, or a full one.
  }
}
