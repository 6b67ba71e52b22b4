import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { Connection } from "./connection.ts";
import { Polling } from "./polling.ts";
import { accepted } from "./testing/fake_socket.ts";
import type { News } from "./wire.gen.ts";

interface View {
  waiting: number;
}

const NEWS: News = {
  welcome: {
    wire: 2,
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
const WHOLE: News = {
  ...NEWS,
  view: { epoch: "e1", seq: 5, as_of: "as of 5", config: "c1", configuration: {}, view: { waiting: 3 } },
};

/** The server's part: what it was asked, and what it answers next; an Error: the network is away. */
const asked: { path: string; init: RequestInit }[] = [];
let answers: (path: string) => unknown; // or a promise of it
let polling: Polling;
let connection: Connection<View>;

const views = (): URLSearchParams[] =>
  asked
    .filter(({ path }) => path.startsWith("/api/view"))
    .map(({ path }) => new URLSearchParams(path.split("?")[1]));
const posts = (): unknown[] =>
  asked
    .filter(({ init }) => init.method === "POST")
    .map(({ init }) => JSON.parse(init.body as string) as unknown);

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  asked.length = 0;
  answers = () => WHOLE;
  const later = (act: () => void, ms: number): ReturnType<typeof setTimeout> => setTimeout(act, ms);
  polling = new Polling({
    fetch: async (path, init) => {
      asked.push({ path, init });
      const answer = await answers(path);
      if (answer instanceof Error) throw answer;
      return new Response(JSON.stringify(answer));
    },
    later,
    hello: () => ({ ...connection.hello("t"), device: "d1" }),
  });
  connection = new Connection<View>(polling, {
    mono: () => performance.now(),
    wall: () => Date.now(),
    later,
    changed: () => undefined,
    reload: () => undefined,
  });
});

afterEach(() => {
  polling.stop();
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
    expect(Object.fromEntries(views()[0] ?? [])).toEqual({
      wire: "2",
      epoch: "",
      seq: "-1",
      as_of: "",
      acted: "",
      config: "",
      device: "d1",
    });
    expect(asked[0]?.init.headers).toEqual({ Authorization: "Bearer t" });
    expect([connection.status, connection.view]).toEqual(["live", { waiting: 3 }]);
    expect(connection.clock.isSet).toBe(true);
  });

  test("comes with every beat, from where the last one left it", async () => {
    await live();
    answers = () => ({
      ...NEWS,
      beat: { seq: 6 },
      changes: [{ prev: 5, seq: 6, as_of: "as of 6", patch: { waiting: 2 } }],
    });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(connection.view).toEqual({ waiting: 2 });
    answers = () => ({ ...NEWS, beat: { seq: 6 } });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(views().map((query) => [query.get("epoch"), query.get("seq"), query.get("as_of")])).toEqual([
      ["e1", "5", "as of 5"],
      ["e1", "6", "as of 6"],
    ]);
    expect(connection.status).toBe("live");
  });

  test("brings the whole view where a change does not follow", async () => {
    await live();
    answers = () => ({
      ...NEWS,
      beat: { seq: 8 },
      changes: [{ prev: 7, seq: 8, as_of: "as of 8", patch: { waiting: 1 } }],
    });
    await vi.advanceTimersByTimeAsync(1_900);
    answers = () => WHOLE;
    await vi.advanceTimersByTimeAsync(100);
    expect(views().at(-1)?.get("epoch")).toBe("");
    expect(views().at(-1)?.get("as_of")).toBe("as of 8"); // of nothing older than was heard of
    expect(connection.view).toEqual({ waiting: 3 });
  });

  test("is asked for one call after the other, for changes come in order", async () => {
    await live();
    let answer: (news: News) => void = () => undefined;
    answers = () => new Promise<News>((resolve) => (answer = resolve));
    polling.emit("probe", () => undefined);
    polling.emit("probe", () => undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(views()).toHaveLength(1);
    answer(NEWS);
    await vi.advanceTimersByTimeAsync(0);
    expect(views()).toHaveLength(2);
  });

  test("is not asked for after the end", async () => {
    await live();
    polling.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([]);
  });

  test("carries how well a screen is", async () => {
    answers = () => ({ ...WHOLE, welcome: { ...WHOLE.welcome, role: "screen" } });
    const emit = vi.spyOn(polling, "emit");
    polling.connect();
    await vi.advanceTimersByTimeAsync(3_000);
    const reported = emit.mock.calls.filter(([event]) => event === "status").map(([, status]) => status);
    expect(reported).toContainEqual(
      expect.objectContaining({ error_ms: Number(views().at(-1)?.get("error_ms")) }),
    );
  });
});

describe("a command", () => {
  const command = { type: "end", statement: "s7" } as const;

  test("is posted, answered, and what it changed is asked for at once", async () => {
    await live();
    answers = (path) => (path.startsWith("/api/command") ? accepted(6) : NEWS);
    const answer = connection.send(command);
    await vi.advanceTimersByTimeAsync(0);
    await expect(answer).resolves.toEqual(accepted(6));
    expect(asked.map(({ path }) => path.split("?")[0])).toEqual(["/api/command", "/api/view"]);
    expect(asked[0]?.path).toBe("/api/command?device=d1");
    expect(views().map((query) => query.get("acted"))).toEqual(["act of 6"]); // no node may show less
  });

  test("is answered after what it changed is told, as on a socket", async () => {
    await live();
    const patch = { waiting: 2 };
    const changed: News = {
      ...NEWS,
      beat: { seq: 6 },
      changes: [{ prev: 5, seq: 6, as_of: "as of 6", patch }],
    };
    answers = (path) => (path.startsWith("/api/command") ? accepted(6) : changed);
    const answered = connection.send(command).then(() => connection.view);
    await vi.advanceTimersByTimeAsync(0);
    await expect(answered).resolves.toEqual({ waiting: 2 });
  });

  test("that was not answered goes out again with the same id, before the one given after it", async () => {
    await live();
    answers = () => new TypeError("network");
    void connection.send(command);
    void connection.send({ type: "close_list" });
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.status).toBe("offline");
    expect(posts()).toHaveLength(1);
    answers = (path) => (path.startsWith("/api/command") ? accepted(6) : WHOLE);
    await vi.advanceTimersByTimeAsync(4_000);
    const [first, again, later] = posts();
    expect(again).toEqual({ ...(first as object), again: true });
    expect(later).toMatchObject({ command: { type: "close_list" } });
    expect([connection.status, connection.pending]).toEqual(["live", []]);
  });
});

describe("the connection", () => {
  test("is offline while calls fail, and live again with the first that does not", async () => {
    await live();
    answers = () => new TypeError("network");
    await vi.advanceTimersByTimeAsync(2_000);
    expect([connection.status, connection.view]).toEqual(["offline", { waiting: 3 }]);
    answers = () => NEWS;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(connection.status).toBe("live");
  });

  test("takes an answer that is none of the dialogue's for a failure", async () => {
    await live();
    answers = () => ({ proxy: "please log in" });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(connection.status).toBe("offline");
  });

  test("is refused by name, and tried again later", async () => {
    await live();
    answers = () => ({ code: "too_many_devices" });
    await vi.advanceTimersByTimeAsync(2_000);
    expect([connection.status, connection.refusal]).toEqual(["refused", "too_many_devices"]);
    answers = () => WHOLE;
    await vi.advanceTimersByTimeAsync(10_000);
    expect([connection.status, connection.refusal]).toEqual(["live", undefined]);
  });
});
