/** A page's window onto the dialogue, over a Socket.IO that is played by hand. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { connectLive, type Live, type LiveOptions } from "./live.svelte.ts";
import { demoFloor, demoPublic, NOW } from "./testing/demo.ts";
import { accepted, FakeIo, type IoOptions } from "./testing/fake_socket.ts";
import { demoWelcome } from "./testing/fake_live.svelte.ts";
import type { PublicView } from "./wire.gen.ts";

const made = vi.hoisted((): { last: unknown } => ({ last: undefined }));
vi.mock("socket.io-client", () => ({
  io: (_address: string, options: IoOptions): FakeIo => {
    const socket = new FakeIo(options);
    made.last = socket;
    return socket;
  },
}));

let socket: FakeIo;
let live: Live<PublicView>;
const reload = vi.fn();

function connect(options?: LiveOptions): void {
  live = connectLive<PublicView>(options);
  socket = made.last as FakeIo;
}

function welcome(change: Partial<ReturnType<typeof demoWelcome>> = {}): void {
  expect(socket.hello.wire).toBe(2); // as Socket.IO asks for it, before it is welcome
  socket.receive("welcome", {
    ...demoWelcome({ role: "screen", audience: "screens", name: "hall" }),
    wire: 2,
    ...change,
  });
}

function arrive(view: PublicView = demoPublic()): void {
  welcome();
  socket.receive("view", { epoch: "e1", seq: 5, as_of: "as of 5", config: "c1", configuration: {}, view });
}

/** The page is shown, or hidden, and says so. */
function turn(visibilityState: DocumentVisibilityState): void {
  Object.defineProperty(document, "visibilityState", { value: visibilityState, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

const probes = (): number => socket.of("probe").length;

/** How many questions more the page asks at once because of this. */
function askedBy(act: () => void): number {
  const before = probes();
  act();
  return probes() - before;
}

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  localStorage.clear();
  reload.mockClear();
  turn("visible");
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  location.hash = "";
  Reflect.deleteProperty(globalThis, "palabra");
});

describe("before anything is heard", () => {
  test("the page shows that it connects, and claims to know nothing", () => {
    connect({ token: "t" });
    expect([live.status, live.view, live.now, live.lastHeard, live.errorMs()]).toEqual([
      "connecting",
      undefined,
      0,
      0,
      Infinity,
    ]);
    expect([live.pending, live.refusal]).toEqual([[], undefined]);
    expect(live.exactNow()).toBeNaN();
  });

  test("the page connects by itself, by WebSocket, and where none gets through by calls", () => {
    connect({ token: "t" });
    expect(socket.connects).toBe(1);
    expect(socket.options).toMatchObject({
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      autoConnect: false,
      timeout: 4_000,
      randomizationFactor: 1,
    });
  });

  test("the page says whose access link it was opened with, and is the same device after a reload", () => {
    connect({ token: "t" });
    const { token, device, wire } = socket.hello;
    expect([token, wire]).toEqual(["t", 2]);
    expect(device).toMatch(/^[0-9a-f]{32}$/);
    expect(localStorage.getItem("palabra-device")).toBe(device);
  });

  test("the page takes its token from its address where it is given none", () => {
    location.hash = "#t=from-the-address";
    connect();
    expect(socket.hello.token).toBe("from-the-address");
  });
});

describe("how soon a page comes back once it was connected", () => {
  test("at once, with an access link: the chair, a screen and a seat are waited for", () => {
    connect({ token: "t" });
    welcome();
    expect(socket.pace).toEqual([100, 1_500]);
  });

  test("spread over ten seconds, for observers: a whole hall of them must not come in one instant", () => {
    connect({ token: "" });
    welcome();
    expect(socket.pace).toEqual([5_000, 10_000]);
  });
});

describe("what arrives is on show", () => {
  beforeEach(() => {
    connect({ token: "t" });
  });

  test("the view, and the server's time with it", () => {
    arrive();
    expect(live.view?.dialogue).toEqual(demoPublic().dialogue);
    expect([live.now, live.lastHeard, live.status, live.welcome?.name]).toEqual([NOW, NOW, "live", "hall"]);
    expect(live.errorMs()).toBe(0);
  });

  test("that the server falls silent, and when it was heard last", () => {
    arrive();
    vi.advanceTimersByTime(5_000);
    expect([live.status, live.lastHeard]).toEqual(["stale", NOW]);
    expect(live.now).toBeGreaterThan(NOW + 4_800);
  });

  test("who is there, as consoles are told", () => {
    arrive();
    const presence = { observers: 3, seats: {}, consoles: {}, screens: {}, clock_step_ms: 0, saved: true };
    socket.receive("presence", presence);
    expect(live.presence).toEqual(presence);
  });

  test("an act that waits for its answer, until it has one", async () => {
    arrive();
    const answer = live.send({ type: "close_list" });
    expect(live.pending.map(({ command }) => command.type)).toEqual(["close_list"]);
    socket.answer("command", accepted(6));
    await expect(answer).resolves.toEqual(accepted(6));
    expect(live.pending).toEqual([]);
  });

  test.each([
    ["t".repeat(24), "revoked"],
    ["t", "incomplete"],
  ])("why the server lets nobody in: with the token %s it is %s", (token, why) => {
    connect({ token });
    socket.active = false;
    socket.receive("connect_error", new Error("revoked"));
    expect([live.status, live.refusal]).toEqual(["refused", why]);
  });

  test("for support staff in the browser's console: the time, and how sure it is", () => {
    arrive();
    vi.advanceTimersByTime(70);
    const { palabra } = globalThis as unknown as { palabra: { now: () => number; errorMs: () => number } };
    expect([palabra.now(), Math.round(palabra.errorMs())]).toEqual([NOW + 70, 0]);
    expect(live.exactNow()).toBe(NOW + 70);
  });
});

describe("time on show", () => {
  beforeEach(() => {
    connect({ token: "t" });
  });

  test("goes on by itself, five times a second", () => {
    arrive();
    const seen = new Set<number>();
    for (let ms = 0; ms < 1_000; ms += 10) {
      vi.advanceTimersByTime(10);
      seen.add(live.now);
    }
    expect(seen.size).toBeGreaterThanOrEqual(5);
    expect(seen.size).toBeLessThanOrEqual(8);
  });

  test("changes its second within 2 ms of the instant: all clocks of a hall flip together", () => {
    const clock = { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW - 30_350 };
    arrive(demoPublic({ floor: demoFloor({ clock }) }));
    const second = (): number => Math.ceil((120_000 - (live.now - clock.started_at_ms)) / 1_000);
    const flips: number[] = [];
    let before = second();
    for (let ms = 1; ms <= 3_000; ms += 1) {
      vi.advanceTimersByTime(1);
      if (second() !== before) flips.push((live.exactNow() - clock.started_at_ms) % 1_000);
      before = second();
    }
    expect(flips).toHaveLength(3);
    for (const late of flips) expect(late).toBeLessThanOrEqual(2);
  });

  test("is not drawn more than some thirty times a second, however fast a rehearsal runs", () => {
    welcome({ rate: 60 });
    socket.receive("view", {
      epoch: "e1",
      seq: 5,
      as_of: "as of 5",
      config: "c1",
      configuration: {},
      view: demoPublic(),
    });
    const seen = new Set<number>();
    for (let ms = 0; ms < 1_000; ms += 1) {
      vi.advanceTimersByTime(1);
      seen.add(live.now);
    }
    expect(seen.size).toBeGreaterThan(20);
    expect(seen.size).toBeLessThanOrEqual(36);
  });
});

describe("a device that wakes asks at once what is true now", () => {
  const WOKEN = 2; // a burst begins, and once more whether anybody is there

  beforeEach(() => {
    connect({ token: "t" });
    arrive();
    vi.advanceTimersByTime(2_000);
    socket.receive("beat", { seq: 5 });
  });

  test("when its page is shown again", () => {
    expect(
      askedBy(() => {
        turn("visible");
      }),
    ).toBe(WOKEN);
  });

  test("not when its page is hidden", () => {
    expect(
      askedBy(() => {
        turn("hidden");
      }),
    ).toBe(0);
  });

  test("when the page comes back out of the browser's store, not when it is new", () => {
    const shown = (persisted: boolean) => () =>
      dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
    expect(askedBy(shown(false))).toBe(0);
    expect(askedBy(shown(true))).toBe(WOKEN);
  });

  test("when the network is there again", () => {
    expect(askedBy(() => dispatchEvent(new Event("online")))).toBe(WOKEN);
  });

  /** The device sleeps: no timer runs, and the date goes on; `clock` is the monotonic one, which may stand still. */
  function sleep(ms: number, clock: "runs" | "stands"): void {
    vi.setSystemTime(Date.now() + ms);
    if (clock === "runs") vi.spyOn(performance, "now").mockReturnValue(performance.now() + ms);
  }

  test.each([
    ["runs", 3_100, true],
    ["stands", 3_100, true],
    ["stands", 2_500, true],
    ["stands", 400, false],
    ["runs", 2_500, false],
  ] as const)("when its clocks have jumped: the monotonic one %s, the date by %i ms", (clock, ms, woken) => {
    const before = probes();
    sleep(ms, clock);
    vi.advanceTimersByTime(200);
    vi.restoreAllMocks();
    expect(probes() - before >= WOKEN).toBe(woken);
  });

  test("and no time is shown that would be wrong: none until the first answer, then the true one", () => {
    const heard = live.lastHeard;
    sleep(3_600_000, "stands");
    vi.advanceTimersByTime(200);
    expect([live.now, live.status, live.lastHeard]).toEqual([NaN, "stale", heard]);
    expect([live.exactNow(), live.errorMs()]).toEqual([NaN, Infinity]);
    socket.receive("change", { prev: 5, seq: 6, patch: { waiting: 9 } }); // a word that tells no time
    expect(live.now).toBeNaN();
    socket.answer("probe", { now_ms: NOW + 3_600_000, rate: 1 });
    expect([live.now, live.status]).toEqual([NOW + 3_600_000, "live"]);
  });

  test("not for ticks that are late in the background, as browsers have them", () => {
    turn("hidden");
    expect(
      askedBy(() => {
        sleep(60_000, "runs");
        vi.advanceTimersByTime(200);
      }),
    ).toBe(0);
    vi.restoreAllMocks();
  });

  test("once: the next tick is in time again", () => {
    sleep(5_000, "stands");
    vi.advanceTimersByTime(200);
    const again = vi.spyOn(socket, "connectNow");
    vi.advanceTimersByTime(1_100);
    const before = probes();
    vi.advanceTimersByTime(200);
    expect(probes() - before).toBeLessThanOrEqual(WOKEN);
    expect(again).not.toHaveBeenCalled();
  });
});

describe("a screen reports in which languages it shows", () => {
  const reported = (): unknown => socket.of("status").at(-1);

  test("those of the dialogue that its page chose", () => {
    connect({ token: "t", languages: (known) => known.slice(0, 1) });
    arrive();
    socket.receive("beat", { seq: 5 });
    expect(reported()).toMatchObject({
      as_of: "as of 5",
      languages: demoPublic().dialogue.languages.slice(0, 1),
    });
  });

  test("none, where its page says nothing of them", () => {
    connect({ token: "t" });
    arrive();
    socket.receive("beat", { seq: 5 });
    expect(reported()).not.toHaveProperty("languages");
  });
});

describe("a server of another version", () => {
  function refuse(): void {
    socket.active = false;
    socket.receive("connect_error", new Error("reload"));
  }

  beforeEach(() => {
    connect({ token: "t", reload });
  });

  test("makes the page load anew", () => {
    refuse();
    expect(reload).toHaveBeenCalledOnce();
  });

  test("does so once in ten minutes: a proxy that keeps the old page must not make it spin", () => {
    const origin = vi.spyOn(performance, "timeOrigin", "get").mockReturnValue(1_000_000);
    refuse();
    origin.mockReturnValue(1_599_999);
    refuse();
    expect(reload).toHaveBeenCalledTimes(1);
    origin.mockReturnValue(1_600_000);
    refuse();
    expect(reload).toHaveBeenCalledTimes(2);
  });

  test("leaves the page where nothing can be noted: better an old page that says so than one that spins", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("switched off");
    });
    refuse();
    expect(reload).not.toHaveBeenCalled();
  });
});
