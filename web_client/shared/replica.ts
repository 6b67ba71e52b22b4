/** One audience's view as this client holds it, and which messages it has seen. Pure, but for what a tab remembers. */
import { mergePatch } from "./patch.ts";
import type { Accepted, Beat, Change, Hello, Status, ViewMessage } from "./wire.gen.ts";

/** What whole views build on, and its name; the same for all audiences, so a tab keeps it when it loads anew. */
type Configuration = Pick<ViewMessage, "config"> & { content: object };

/** Where a client stands, as it says when it comes back. */
export type Position = Required<Pick<Hello, "epoch" | "seq" | "as_of" | "acted" | "config">>;

const KEY = "palabra-configuration";

export class Replica<V> {
  #view: V | undefined;
  #epoch = "";
  #seq = -1;
  /** Sealed by the server: what it has shown this client, and what it has accepted of it. */
  #asOf = "";
  #acted = "";
  #configuration: Configuration | undefined = remembered();

  get view(): V | undefined {
    return this.#view;
  }

  /** Of the view, as `Status` says it. */
  get asOf(): NonNullable<Status["as_of"]> {
    return this.#asOf;
  }

  /** What to resume from, as `Hello` says it. */
  get position(): Position {
    const { config = "" } = this.#configuration ?? {};
    return { epoch: this.#epoch, seq: this.#seq, as_of: this.#asOf, acted: this.#acted, config };
  }

  /** No node is to show less than this act from now on. */
  accepted({ as_of }: Accepted): void {
    this.#acted = as_of;
  }

  /** Take the whole view. False if it builds on a configuration that is not held: both are needed. */
  whole({ epoch, seq, as_of, config, configuration, view }: ViewMessage): boolean {
    if (configuration) {
      this.#configuration = { config, content: configuration };
      remember(this.#configuration);
    }
    if (this.#configuration?.config !== config) return false;
    this.#epoch = epoch;
    this.#seq = seq;
    this.#asOf = as_of;
    this.#view = mergePatch(this.#configuration.content, view) as V;
    return true;
  }

  /** Apply a change. False if it does not follow what is held: the whole view is needed. */
  change({ prev, seq, as_of, patch }: Change): boolean {
    if (this.#view === undefined || prev !== this.#seq) return false;
    this.#view = mergePatch(this.#view, patch);
    this.#seq = seq;
    this.#asOf = as_of;
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
