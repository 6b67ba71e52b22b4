import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { Connection } from "./connection.ts";
import { Polling } from "./polling.ts";
import type { News } from "./wire.gen.ts";

interface View {
  waiting: number;
}

const NEWS: News = {
  welcome: {
    wire: 1,
    role: "seat",
    name: "BR",
    audience: "seat",
    now_ms: 1_000_000,
    rate: 1,
    beat_ms: 2_000,
    probe_ms: 60_000,
  },
  time: { now_ms: 1_000_000, rate: 1 },
  beat: { seq: 5 },
};
const WHOLE: News = { ...NEWS, view: { epoch: "e1", seq: 5, view: { waiting: 3 } } };

/** The server's part: what it was asked, and what it answers next; an Error: the network is away. */
const asked: { path: string; init: RequestInit }[] = [];
let answers: (path: string) => unknown;
let polling: Polling;
let connection: Connection<View>;

const views = (): URLSearchParams[] =>
  asked
    .filter(({ path }) => path.startsWith("/api/view"))
    .map(({ path }) => new URLSearchParams(path.split("?")[1]));
const posts = (): unknown[] =>
  asked.filter(({ init }) => init.method === "POST").map(({ init }) => JSON.parse(init.body as string));

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  answers = () => WHOLE;
  const later = (act: () => void, ms: number): ReturnType<typeof setTimeout> => setTimeout(act, ms);
  polling = new Polling({
    fetch: (path, init) => {
      asked.push({ path, init });
      const answer = answers(path);
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve(new Response(JSON.stringify(answer)));
    },
    later,
    hello: () => ({ ...connection.hello("t"), device: "d1" }),
  });
  connection = new Connection<View>(polling, {
    mono: () => performance.now(),
    later,
    changed: () => undefined,
    reload: () => undefined,
  });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Connect, and let the burst of probes pass. */
async function live(): Promise<void> {
  polling.connect();
  await vi.advanceTimersByTimeAsync(0);
  answers = () => NEWS;
  await vi.advanceTimersByTimeAsync(1_500);
  asked.length = 0;
}

describe("news", () => {
  test("is asked for with who this is and what it has, and told as a socket would", async () => {
    polling.connect();
    await vi.advanceTimersByTimeAsync(0);
    expect(Object.fromEntries(views()[0] ?? [])).toEqual({ wire: "1", epoch: "", seq: "-1", device: "d1" });
    expect(asked[0]?.init.headers).toEqual({ Authorization: "Bearer t" });
    expect([connection.status, connection.view]).toEqual(["live", { waiting: 3 }]);
    expect(connection.clock.isSet).toBe(true);
  });

  test("comes with every beat, from where the last one left it", async () => {
    await live();
    answers = () => ({ ...NEWS, beat: { seq: 6 }, changes: [{ prev: 5, seq: 6, patch: { waiting: 2 } }] });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(connection.view).toEqual({ waiting: 2 });
    answers = () => ({ ...NEWS, beat: { seq: 6 } });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(views().map((query) => [query.get("epoch"), query.get("seq")])).toEqual([
      ["e1", "5"],
      ["e1", "6"],
    ]);
    expect(connection.status).toBe("live");
  });

  test("brings the whole view where a change does not follow", async () => {
    await live();
    answers = () => ({ ...NEWS, beat: { seq: 8 }, changes: [{ prev: 7, seq: 8, patch: { waiting: 1 } }] });
    await vi.advanceTimersByTimeAsync(1_900);
    answers = () => WHOLE;
    await vi.advanceTimersByTimeAsync(100);
    expect(views().at(-1)?.get("epoch")).toBe("");
    expect(connection.view).toEqual({ waiting: 3 });
  });

  test("is never asked for twice at a time, and not after the end", async () => {
    await live();
    let answer = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let under_way = 0;
    let most = 0;
    const quick = polling;
    answers = () => {
      under_way += 1;
      most = Math.max(most, under_way);
      void slow.then(() => (under_way -= 1));
      return NEWS;
    };
    quick.emit("probe", () => undefined);
    quick.emit("probe", () => undefined);
    await vi.advanceTimersByTimeAsync(0);
    answer();
    expect(most).toBeGreaterThan(0);
    quick.stop();
    asked.length = 0;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([]);
  });
});
