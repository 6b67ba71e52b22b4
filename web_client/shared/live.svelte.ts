/** The one reactive window of a face onto the dialogue: the view, the server's time, the state of the connection. */
import { Connection, type ConnectionStatus } from "./connection.ts";
import { deviceOf, isIncomplete, tokenOfPage, watchToken } from "./identity.ts";
import { openLine } from "./line.ts";
import type { PendingCommand } from "./outbox.ts";
import type { Language } from "./languages.ts";
import { untilFlip } from "./time.ts";
import type { Answer, Command, Hello, Presence, PublicView, Welcome } from "./wire.gen.ts";

export type { ConnectionStatus, PendingCommand };

/** Longest and shortest pause between two values of `now`, real milliseconds. */
const TICK_MS = 200;
const SHORTEST_TICK_MS = 30;
/** The device slept if a tick is so much late. */
const SLEPT_MS = 3_000;

export interface LiveOptions {
  /** In which of the dialogue's languages this page shows everything: a screen says so (`Status`). */
  languages?: (dialogue: readonly Language[]) => readonly Language[];
  /** Instead of the token in the page's address. */
  token?: string;
  /** How the page is fetched anew; tests give their own. */
  reload?: () => void;
}

function reloadPage(): void {
  location.reload();
}

/** Read-only for faces; `connectLive` makes one. */
export class Live<V extends PublicView> {
  view = $state.raw<V>();
  welcome = $state.raw<Welcome>();
  presence = $state.raw<Presence>();
  pending = $state.raw<readonly PendingCommand[]>([]);
  status = $state<ConnectionStatus>("connecting");
  /** News come with every beat only: no socket gets through. */
  polls = $state(false);
  /** Why the server does not let this client in: a refusal code, or "incomplete": a part of the link is missing. */
  refusal = $state<string>();
  /**
   * Server time, epoch ms: drawn from by everything that shows time. 0 until it is known, and NaN where it has become
   * unknown: whatever follows from it shows a dash (shared/time.ts).
   */
  now = $state(0);
  /** Server time when anything was heard last; 0 until something was. */
  lastHeard = $state(0);

  readonly #connection: Connection<V>;
  readonly #linkIsIncomplete: boolean;
  #lastTick = performance.now();

  constructor({ token = tokenOfPage(), languages, reload = reloadPage }: LiveOptions = {}) {
    this.#linkIsIncomplete = isIncomplete(token);
    const hello = (): Hello => ({ ...this.#connection.hello(token), device: deviceOf(token) });
    const later = (act: () => void, ms: number): ReturnType<typeof setTimeout> => setTimeout(act, ms);
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made once, and only read
    const line = openLine({ base: new URL(document.baseURI), token, hello, later });
    this.#connection = new Connection<V>(line, {
      mono: () => performance.now(),
      wall: () => Date.now(),
      later,
      changed: () => {
        this.#update();
      },
      languages: () => (this.view && languages ? [...languages(this.view.dialogue.languages)] : []),
      reload: () => {
        reloadOnce(reload);
      },
    });
    line.connect();
    watchToken(token, reload);
    this.#watchWaking();
    this.#tick();
  }

  /** Give a command. Never throws for a refusal: that is an answer. Kept while offline. */
  send(command: Command): Promise<Answer> {
    return this.#connection.send(command);
  }

  /** Server time at this very instant, epoch ms; `now` is what was drawn last. NaN until it is known. */
  exactNow(): number {
    this.#connection.look();
    return this.#connection.clock.now(performance.now());
  }

  /** How far off `exactNow` can be at most, real ms; Infinity while time is unknown. */
  errorMs(): number {
    this.#connection.look();
    return this.#connection.clock.errorMs(performance.now());
  }

  #update(): void {
    const connection = this.#connection;
    connection.look(); // before time is drawn
    this.welcome = connection.welcome;
    this.presence = connection.presence;
    this.pending = connection.pending;
    this.status = connection.status;
    this.polls = connection.polls;
    this.refusal =
      connection.refusal === "revoked" && this.#linkIsIncomplete ? "incomplete" : connection.refusal;
    const { clock } = connection;
    if (!clock.isSet && this.view === undefined) return;
    this.now = clock.now(performance.now());
    if (clock.isSet) this.lastHeard = clock.now(connection.lastHeard);
    this.view = connection.view; // last: whoever draws it needs `now`
  }

  #tick(): void {
    this.#connection.look(); // before anything is drawn
    const mono = performance.now();
    const late = mono - this.#lastTick;
    // Ticks of a page in the background are late by design.
    if (late > SLEPT_MS && document.visibilityState === "visible") this.#connection.wake();
    this.#lastTick = mono;
    const { clock } = this.#connection;
    if (clock.isSet) this.now = clock.now(mono);
    const flip = untilFlip(this.view, this.now) / clock.rate;
    setTimeout(
      () => {
        this.#tick();
      },
      Math.max(SHORTEST_TICK_MS, Math.min(TICK_MS, flip + 1)),
    );
  }

  #watchWaking(): void {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#connection.wake();
    });
    addEventListener("pageshow", (event) => {
      if (event.persisted) this.#connection.wake(); // not a page that is new
    });
    addEventListener("online", () => {
      this.#connection.wake();
    });
  }
}

/** Once in ten minutes: a proxy that keeps the old page must not make it spin. */
function reloadOnce(reload: () => void): void {
  const key = "palabra-reloaded";
  const began = performance.timeOrigin;
  try {
    if (began - Number(sessionStorage.getItem(key) ?? -Infinity) < 600_000) return;
    sessionStorage.setItem(key, String(began));
  } catch {
    return; // nowhere to note it: better an old page that says so than one that spins
  }
  reload();
}

/** Connect this page, with the token in its address (`#t=…`) or as the public. */
export function connectLive<V extends PublicView>(options?: LiveOptions): Live<V> {
  const live = new Live<V>(options);
  // For support staff in the browser's console: what this page takes for the server's time, and how sure it is.
  Object.assign(globalThis, { palabra: { now: () => live.exactNow(), errorMs: () => live.errorMs() } });
  return live;
}
