/**
 * The server's time, estimated from round trips. Pure: it is told instants of a local monotonic clock
 * (performance.now()) and reads none; the device's own date plays no part.
 *
 * Each answer bounds the offset between the two clocks: the server read its clock after the question left and
 * before the answer came. All bounds hold together, so the offset lies where they overlap (Marzullo 1984), an
 * interval never wider than the smallest round trip alone gives (Cristian 1989), and narrower where delays are
 * uneven. Bounds widen with age, for quartz drifts, between two answers as well. Shown time slews towards the estimate
 * and never runs backwards.
 *
 * On some devices performance.now() stands still in sleep, on others it runs on; Date.now() runs on, and may be set by
 * hand. Where the two have not gone on alike, nobody can tell which it was: time is unknown until the next answer.
 */

/** Two quartz clocks drift apart by less than this: 100 parts in a million. */
const DRIFT = 100e-6;
/** So fast, per millisecond, shown time runs to the estimate. */
const SLEW = 0.1;
/** Further off than this, real milliseconds, shown time jumps: the device slept, or the server's clock was moved. */
const JUMP_MS = 1000;
/** So differently the two local clocks may go on between two looks: both are coarse, and some browsers blur them more. */
const APART_MS = 500;
/** Bounds remembered: two bursts, or minutes of probes. */
const KEPT = 16;

/** server time - rate × local time lies between `low` and `high`. */
interface Bounds {
  low: number;
  high: number;
  at: number;
}

export class ServerClock {
  #rate = 1;
  #bounds: Bounds[] = [];
  /** The offset shown at `#from`, and the one it slews to. */
  #shown: number | undefined;
  #from = 0;
  #target = 0;
  /** Date.now() - performance.now(), as of the last look. */
  #apart: number | undefined;
  /** When it was noticed that time is unknown, on the local clock: what was asked before then tells nothing. */
  #lostAt = -Infinity;

  /** Session milliseconds per real one; other than 1 in rehearsals only. */
  get rate(): number {
    return this.#rate;
  }

  /**
   * How far off `now` can be at most at a local instant not before the last sample, in real milliseconds: what the
   * answers left open, what both clocks may have drifted since, and what is still to be slewed. Infinity while time is
   * unknown.
   */
  errorMs(localMono_ms: number): number {
    if (this.#shown === undefined) return Infinity;
    const [low, high] = this.#overlap(localMono_ms);
    const offset = this.#offset(localMono_ms);
    return Math.max(high - offset, offset - low) / this.#rate;
  }

  /** Whether `now` means anything yet. */
  get isSet(): boolean {
    return this.#shown !== undefined;
  }

  /**
   * Look at both local clocks, and often: whoever is about to show time, or to learn from an answer.
   * @param localMono_ms performance.now()
   * @param localWall_ms Date.now()
   * @returns whether time has just become unknown: the device slept, or its date was set
   */
  look(localMono_ms: number, localWall_ms: number): boolean {
    const before = this.#apart;
    this.#apart = localWall_ms - localMono_ms;
    if (before === undefined || Math.abs(this.#apart - before) <= APART_MS) return false;
    this.#lostAt = localMono_ms;
    this.#bounds = [];
    this.#shown = undefined;
    return true;
  }

  /**
   * Learn from one round trip.
   * @param sentAt_ms when the question left, on the local monotonic clock
   * @param receivedAt_ms when the answer came, on the same
   * @param serverNow_ms what the server's clock showed in between
   * @param rate how fast the server's clock runs
   */
  sample(sentAt_ms: number, receivedAt_ms: number, serverNow_ms: number, rate: number): void {
    if (sentAt_ms < this.#lostAt) return; // how long it was under way, nobody knows
    const shown = this.#shown === undefined ? undefined : this.#offset(receivedAt_ms);
    if (rate !== this.#rate) {
      this.#bounds = []; // what was learned about a clock of another speed
      this.#rate = rate;
      this.#shown = undefined;
    }
    const bounds = {
      low: serverNow_ms - rate * receivedAt_ms,
      high: serverNow_ms - rate * sentAt_ms,
      at: receivedAt_ms,
    };
    this.#bounds = [...this.#bounds, bounds].slice(-KEPT);
    let [low, high] = this.#overlap(receivedAt_ms);
    if (low > high) {
      // They contradict each other: one of the clocks was moved, or this one stood still. The newest is right.
      this.#bounds = [bounds];
      [low, high] = [bounds.low, bounds.high];
    }
    this.#aim((low + high) / 2, receivedAt_ms, shown);
  }

  /** Server time, epoch milliseconds, at a local instant not before the last sample; NaN while it is unknown. */
  now(localMono_ms: number): number {
    return this.#shown === undefined ? NaN : this.#rate * localMono_ms + this.#offset(localMono_ms);
  }

  #overlap(at: number): [number, number] {
    const slack = (bounds: Bounds): number => DRIFT * this.#rate * (at - bounds.at);
    return [
      Math.max(...this.#bounds.map((bounds) => bounds.low - slack(bounds))),
      Math.min(...this.#bounds.map((bounds) => bounds.high + slack(bounds))),
    ];
  }

  #aim(target: number, at: number, shown: number | undefined): void {
    const jumps =
      this.#shown === undefined || shown === undefined || Math.abs(target - shown) > JUMP_MS * this.#rate;
    this.#shown = jumps ? target : shown;
    this.#target = target;
    this.#from = at;
  }

  #offset(at: number): number {
    const shown = this.#shown ?? NaN;
    const reach = Math.max(0, at - this.#from) * SLEW * this.#rate;
    return shown + Math.max(-reach, Math.min(reach, this.#target - shown));
  }
}
