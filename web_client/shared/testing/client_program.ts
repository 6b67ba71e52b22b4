/**
 * A face without a page, for tests that break everything: the code that the faces ship, run by Node. It connects as
 * whoever its first argument says, sends what it is told on its standard input, and tells on its standard output, one
 * JSON object a line, what it sent, what it was answered and what it saw. It judges nothing.
 */
import { createInterface } from "node:readline";

import { Connection, type Line } from "../connection.ts";
import { openLine } from "../line.ts";
import type { Answer, Command, CommandMessage } from "../wire.gen.ts";

/** As the first argument has it, JSON. */
interface Who {
  url: string;
  name: string;
  token: string;
}

/** A line of the standard input: a command, and by which number it is spoken of until it has an id. */
interface Wanted {
  number: number;
  command: Command;
}

/** The whole view is told so often at most; that there is a new one, each time. */
const VIEW_MS = 150;
const CLOCK_MS = 500;

const { url, name, token } = JSON.parse(process.argv[2] ?? "") as Who;
/** Connections so far. */
let connections = 0;
let told = "";
let viewWaits = false;

function tell(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ ...line, at_ms: Date.now() })}\n`);
}

/** The line of the faces, which notes each copy of a command that goes out, and what that copy is answered. */
function watched(line: Line): Line {
  return {
    get active() {
      return line.active;
    },
    get polls() {
      return line.polls ?? false;
    },
    io: line.io,
    on: (event, listener) =>
      line.on(event, (message: never) => {
        if (event === "welcome") connections += 1;
        if (event === "disconnect") tell({ tells: "cut" });
        listener(message);
      }),
    emit: (event, ...args) => {
      if (event !== "command") return line.emit(event, ...args);
      const [message, answered] = args as [CommandMessage, (answer: Answer) => void];
      tell({ tells: "sent", id: message.id, connection: connections });
      return line.emit(event, message, (answer: Answer) => {
        tell({ tells: "copy_answered", id: message.id, answer });
        answered(answer);
      });
    },
    connect: () => line.connect(),
    connectNow: () => line.connectNow(),
  };
}

const later = (act: () => void, ms: number): ReturnType<typeof setTimeout> => setTimeout(act, ms);
const line = openLine({
  base: new URL(`${url}/`),
  token,
  hello: () => ({ ...connection.hello(token), device: name }),
  later,
  query: { who: name },
});
const connection: Connection<object> = new Connection<object>(watched(line), {
  mono: () => performance.now(),
  wall: () => Date.now(),
  later,
  changed,
  reload: () => {
    process.exit(3);
  },
});

function changed(): void {
  const { epoch, seq } = connection.position;
  if (connection.view === undefined || told === `${epoch} ${seq}`) return;
  told = `${epoch} ${seq}`;
  tell({ tells: "seen", epoch, seq });
  if (viewWaits) return;
  viewWaits = true;
  later(() => {
    viewWaits = false;
    tell({ tells: "view", ...connection.position, view: connection.view });
  }, VIEW_MS);
}

function tellClock(): void {
  connection.look();
  const [at_ms, mono] = [Date.now(), performance.now()];
  const { clock } = connection;
  if (clock.isSet) {
    tell({
      tells: "clock",
      read_ms: at_ms,
      now_ms: clock.now(mono),
      error_ms: clock.errorMs(mono),
      rate: clock.rate,
    });
  }
  later(tellClock, CLOCK_MS);
}

createInterface({ input: process.stdin })
  .on("line", (text) => {
    const { number, command } = JSON.parse(text) as Wanted;
    const answer = connection.send(command);
    // The outbox keeps it under an id of its own.
    const id = connection.pending.at(-1)?.id;
    tell({ tells: "given", number, id });
    void answer.then((settled) => {
      tell({ tells: "answered", id, answer: settled });
    });
  })
  .on("close", () => {
    process.exit(0);
  });

line.connect();
tellClock();
