import { describe, expect, test, vi } from "vitest";

import { connection, cut, live, socket, welcomed } from "./testing/connected.ts";
import { accepted } from "./testing/fake_socket.ts";

describe("a command", () => {
  const command = { type: "end", statement: "s7" } as const;

  test("is sent and answered", async () => {
    live();
    const answer = connection.send(command);
    expect(socket.of("command")).toEqual([{ id: connection.pending[0]?.id, command }]);
    socket.answer("command", { answer: "refused", code: "overtaken", about: "" });
    await expect(answer).resolves.toEqual({ answer: "refused", code: "overtaken", about: "" });
    expect(connection.pending).toEqual([]);
  });

  test("goes out again with the same id after a cut, and counts once", async () => {
    live();
    const answer = connection.send(command);
    cut();
    expect(socket.of("command")).toHaveLength(1);
    live();
    const [first, second] = socket.of("command");
    expect(second).toEqual({ ...(first as object), again: true });
    socket.answer("command", accepted(9));
    socket.answer("command", accepted(9));
    await expect(answer).resolves.toEqual(accepted(9));
    expect(connection.hello("t")).toMatchObject({ as_of: "as of 5", acted: "act of 9" });
    live();
    expect(socket.of("command")).toHaveLength(2);
  });

  test("of which nobody knows whether it was stored stays pending, and goes out again with the same id", async () => {
    live();
    const answer = connection.send(command);
    socket.answer("command", { answer: "refused", code: "unsettled", about: "" });
    expect(connection.pending).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    const [first, second] = socket.of("command");
    expect(second).toEqual({ ...(first as object), again: true });
    socket.answer("command", accepted(9));
    await expect(answer).resolves.toEqual(accepted(9));
    vi.advanceTimersByTime(2_000);
    expect(socket.of("command")).toHaveLength(2);
  });

  test("given while offline waits, and goes in its turn: once the one before it is answered", () => {
    void connection.send(command);
    void connection.send({ type: "close_list" });
    const given = connection.pending.map(({ id, command }) => ({ id, command }));
    expect(socket.of("command")).toEqual([]);
    live();
    expect(socket.of("command")).toEqual(given.slice(0, 1));
    socket.answer("command", accepted(9));
    expect(socket.of("command")).toEqual(given);
  });

  test("waits behind one that is unsettled, however long that takes", () => {
    live();
    void connection.send(command);
    void connection.send({ type: "close_list" });
    for (const pause of [1_000, 2_000, 4_000]) {
      socket.answer("command", { answer: "refused", code: "unsettled", about: "" });
      const sent = socket.of("command").length;
      void connection.send({ type: "last_call" });
      vi.advanceTimersByTime(pause - 1);
      expect(socket.of("command")).toHaveLength(sent);
      vi.advanceTimersByTime(1);
      expect(socket.of("command").at(-1)).toMatchObject({ command, again: true });
    }
  });

  test("that is unsettled keeps its growing pauses on a line that breaks thirty times, and overtakes nothing", () => {
    live();
    void connection.send(command);
    void connection.send({ type: "close_list" });
    for (let reconnect = 0; reconnect < 30; reconnect += 1) {
      const { length } = socket.of("command");
      if (socket.answered < length)
        socket.answer("command", { answer: "refused", code: "unsettled", about: "" });
      cut();
      live();
      vi.advanceTimersByTime(167);
    }
    const sent = socket.of("command");
    expect(sent).toHaveLength(3); // at once, after 1 s, after 2 s more; the next one after 4 s
    for (const message of sent) expect(message).toMatchObject({ command });
  });

  test("that is unsettled when the line breaks goes out once when its pause is over, and once only", () => {
    live();
    void connection.send(command);
    socket.answer("command", { answer: "refused", code: "unsettled", about: "" });
    cut();
    vi.advanceTimersByTime(1_000);
    live();
    expect(socket.of("command")).toHaveLength(2);
    vi.advanceTimersByTime(1_500);
    expect(socket.of("command")).toHaveLength(2);
  });

  test("without an answer on a line that works goes out again, so that others do not wait for ever", () => {
    live();
    void connection.send(command);
    for (let second = 0; second < 15; second += 1) {
      expect(socket.of("command")).toHaveLength(1);
      vi.advanceTimersByTime(1_000);
      socket.receive("beat", { seq: 5 });
    }
    expect(socket.of("command")[1]).toMatchObject({ command, again: true });
  });

  test("is not judged by a refusal of the copy before it: that one has not seen it", async () => {
    live();
    const answer = connection.send(command);
    const first = socket.sent.find(({ event }) => event === "command")?.args[1] as (answer: object) => void;
    cut();
    live();
    first({ answer: "refused", code: "busy", about: "" });
    expect(connection.pending).toHaveLength(1);
    socket.answer("command", accepted(9));
    await expect(answer).resolves.toEqual(accepted(9));
  });

  test("is not sent twice by a second welcome on the same connection", () => {
    live();
    void connection.send(command);
    welcomed({ rate: 60 });
    expect(socket.of("command")).toHaveLength(1);
  });

  test("has an id of its own, of a length the server takes", () => {
    const ids = Array.from({ length: 50 }, () => {
      void connection.send(command);
      return connection.pending.at(-1)?.id ?? "";
    });
    expect(new Set(ids).size).toBe(50);
    expect(ids.every((id) => id.length === 32)).toBe(true);
  });
});
