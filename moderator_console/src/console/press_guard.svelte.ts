/**
 * Which presses on the console count. A hand is slower than a phone in the hall: what a button says may change, or the
 * focus may come back to it, while the finger is on its way. One guard for keys, clicks and taps alike; it knows controls
 * only by a reading of what each of them says and means, and the time only by the clock that it is given.
 */

/** A press so soon after a change that the operator did not cause, or after the focus came back, does not count. */
export const FOREIGN_MS = 700;
/** After a press of one's own, and what it changed, a second one so soon is a slip of the finger. */
export const OWN_MS = 350;
/** How long it is said of a press that it did not count. */
const SAID_MS = 3_000;

/** Why a press does not count. */
export type Hindrance = "changed" | "returned" | "again";
/** Whether the operator's own act changed something, or anything else did. */
export type Cause = "own" | "foreign";

/** A press that has begun: what it was on, what that read then, and why it does not count, if it does not. */
export interface Press<C> {
  control: C;
  reading: string;
  hindrance: Hindrance | undefined;
}

export interface Surroundings<C> {
  /** Milliseconds that only go forward. */
  mono(): number;
  later(act: () => void, ms: number): unknown;
  /** Acts when the page as it is now is about to be painted; not at all while nobody sees it. */
  painted(act: () => void): unknown;
  /** A control begins to settle, or has settled. */
  settling?(control: C, is: boolean): void;
}

export class PressGuard<C> {
  readonly #around: Surroundings<C>;
  // Read at a press only: nothing is drawn from these two.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #readings = new Map<C, string>();
  /** Until when a press on a control does not count since it changed. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #changed = new Map<C, number>();
  #ownUntil = -Infinity;
  #keysUntil = -Infinity;
  #ready = $state(true);
  #said = $state<Hindrance>();
  #saidUntil = -Infinity;

  constructor(around: Surroundings<C>) {
    this.#around = around;
  }

  /** Every press counts now: nothing has just changed. Tests wait for it. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Why the last press did not count, for as long as it is said. */
  get said(): Hindrance | undefined {
    return this.#said;
  }

  /** What each control on the page reads now; what changed, or is new, settles first, from when it can be seen. */
  read(found: ReadonlyMap<C, string>, cause: Cause): void {
    for (const control of this.#readings.keys()) {
      if (!found.has(control)) this.#forget(control);
    }
    const ms = cause === "own" ? OWN_MS : FOREIGN_MS;
    const changed: [control: C, reading: string][] = [];
    for (const [control, reading] of found) {
      if (this.#readings.get(control) === reading) continue;
      this.#readings.set(control, reading);
      this.#settle(control, ms);
      changed.push([control, reading]);
    }
    if (changed.length === 0) return;
    this.#around.painted(() => {
      for (const [control, reading] of changed) {
        if (this.#readings.get(control) === reading) this.#settle(control, ms);
      }
    });
  }

  /** The focus came back by itself: what the next key meant, it meant where the focus was before. */
  focusReturned(at = this.#around.mono()): void {
    this.#keysUntil = at + FOREIGN_MS;
    this.#hold(this.#keysUntil - this.#around.mono());
  }

  /** A press begins. */
  begin(control: C, by: "key" | "pointer"): Press<C> {
    return {
      control,
      reading: this.#readings.get(control) ?? "",
      hindrance: this.#hindrance(control, by),
    };
  }

  /** Whether that press counts now that it is over: what it is on still reads as it did. Says so where it does not. */
  counts({ control, reading, hindrance }: Press<C>): boolean {
    const why = hindrance ?? (this.#readings.get(control) === reading ? undefined : "changed");
    if (why === undefined) this.acted();
    else this.#say(why);
    return why === undefined;
  }

  /** The operator has just pressed something that counts. */
  acted(): void {
    this.#ownUntil = this.#hold(OWN_MS);
    this.#said = undefined;
  }

  #hindrance(control: C, by: "key" | "pointer"): Hindrance | undefined {
    const now = this.#around.mono();
    if (now < (this.#changed.get(control) ?? -Infinity)) return "changed";
    if (by === "key" && now < this.#keysUntil) return "returned";
    return now < this.#ownUntil ? "again" : undefined;
  }

  #settle(control: C, ms: number): void {
    const until = this.#hold(ms);
    this.#changed.set(control, until);
    this.#around.settling?.(control, true);
    this.#around.later(() => {
      if (this.#changed.get(control) !== until) return;
      this.#changed.delete(control);
      this.#around.settling?.(control, false);
    }, ms);
  }

  #forget(control: C): void {
    this.#readings.delete(control);
    this.#changed.delete(control);
  }

  /** Not ready for so long. Returns until when. */
  #hold(ms: number): number {
    const until = this.#around.mono() + ms;
    this.#ready = false;
    this.#around.later(() => {
      this.#look();
    }, ms);
    return until;
  }

  #look(): void {
    const now = this.#around.mono();
    const last = Math.max(this.#ownUntil, this.#keysUntil, ...this.#changed.values());
    if (now >= last) this.#ready = true;
    else
      this.#around.later(() => {
        this.#look();
      }, last - now);
  }

  #say(why: Hindrance): void {
    this.#said = why;
    const until = (this.#saidUntil = this.#around.mono() + SAID_MS);
    this.#around.later(() => {
      if (this.#saidUntil === until) this.#said = undefined;
    }, SAID_MS);
  }
}

/** What a button that follows the session reads: what it means, and whether anything can be done with it. */
export interface Meaning {
  /** Two with the same key mean the same. */
  key: string;
  label: string;
  inert: boolean;
}

/**
 * Keeps what a button says under the finger: another meaning, that the operator did not cause, is taken on only after a
 * while in which the button stands inert in its place, with what it said.
 */
export class Latch<M extends Meaning> {
  readonly #later: Surroundings<unknown>["later"];
  #shown = $state.raw<M>();
  #stale = $state(false);
  #next: M | undefined;

  constructor(later: Surroundings<unknown>["later"]) {
    this.#later = later;
  }

  /** What it says. */
  get shown(): M | undefined {
    return this.#shown;
  }

  /** It says what can no longer be done. */
  get stale(): boolean {
    return this.#stale;
  }

  /** What it means now. What cannot be done, and what comes of one's own act, it says at once. */
  offer(next: M, cause: Cause): void {
    const before = this.#next;
    this.#next = next;
    if (this.#stale && before?.key === next.key) return; // it waits already
    const shown = this.#shown;
    if (!shown || shown.inert || next.inert || cause === "own" || shown.key === next.key) {
      this.#take(next);
      return;
    }
    this.#stale = true;
    this.#later(() => {
      if (this.#next?.key === next.key && this.#stale) this.#take(this.#next);
    }, FOREIGN_MS);
  }

  #take(next: M): void {
    this.#stale = false;
    this.#shown = next;
  }
}
