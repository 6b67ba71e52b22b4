"""What tests put into a page before its own scripts run: a wrong device clock, a tap on its socket."""

from __future__ import annotations

MINUTE_MS = 60_000

TAP = """
(() => {
  const tap = { sent: new Map(), trips: [], answers: new Map(), commands: [], trueNow: Date.now.bind(Date) };
  globalThis.tap = tap;
  tap.note = (packets) => {
    for (const packet of String(packets).split("\\x1e")) {
      const [, command] = /^42\\d+(\\["command",.*)$/s.exec(packet) ?? [];
      if (command !== undefined) tap.commands.push(JSON.parse(command)[1]);
    }
  };
  const { fetch } = globalThis;
  globalThis.fetch = (path, init) => {
    if (String(path).startsWith("/api/command")) tap.commands.push(JSON.parse(init.body));
    return fetch(path, init);
  };
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) {
    tap.note(body);
    send.call(this, body);
  };
  const Real = globalThis.WebSocket;
  globalThis.WebSocket = class extends Real {
    constructor(...args) {
      super(...args);
      tap.socket = this;
      this.addEventListener("message", ({ data }) => {
        const [, id, body] = /^43(\\d+)(.*)$/s.exec(data) ?? [];
        if (id === undefined) return;
        if (tap.sent.has(id)) tap.trips.push(performance.now() - tap.sent.get(id));
        else tap.answers.set(id, JSON.parse(body)[0]);
      });
    }
    send(data) {
      const [, id] = /^42(\\d+)\\["probe"/.exec(data) ?? [];
      if (id !== undefined) tap.sent.set(id, performance.now());
      tap.note(data);
      super.send(data);
    }
  };
})();
"""
"""`tap.trips`: round trips of the page's clock probes, ms, as seen on the wire. `tap.trueNow()`: what Date said before
anybody meddled with it. `tap.socket`: the page's WebSocket. `tap.answers`: answers to commands, by packet id.
`tap.commands`: what the page sent as a command, each time it did, whichever way."""

SEND = """
([event, message]) => new Promise((resolve) => {
  const id = String((tap.byHand = (tap.byHand ?? 900_000) + 1)); // far from the page's own packets
  tap.socket.send(`42${id}${JSON.stringify([event, message])}`);
  const look = () => (tap.answers.has(id) ? resolve(tap.answers.get(id)) : setTimeout(look, 5));
  look();
})
"""
"""Send a hand-made message over the tapped socket of a page, and return what it is answered."""


def device_clock(wrong_by_ms: int) -> str:
    """A script after which Date, and whatever is made of it, is wrong; the monotonic clock goes on as it was."""
    return f"""
    (() => {{
      const Real = Date;
      const off = {wrong_by_ms};
      globalThis.Date = class extends Real {{
        constructor(...args) {{
          if (args.length === 0) super(Real.now() + off);
          else super(...args);
        }}
        static now() {{
          return Real.now() + off;
        }}
      }};
    }})();
    """


SAYS_SINCE = """
(text) => {
  const seen = (globalThis.saidAt ??= {});
  const trueNow = globalThis.asleep?.trueNow ?? (() => performance.timeOrigin + performance.now());
  const look = () => {
    const said = document.body.innerText.toLowerCase().includes(text.toLowerCase());
    if (said && !(text in seen)) seen[text] = trueNow();
    if (!said) delete seen[text];
    requestAnimationFrame(look);
  };
  look();
}
"""
"""Note from now on, frame by frame, since when the page says something: `saidAt[text]`, epoch ms; unset while it does
not."""

TIMERS = """
() => {
  const seen = (globalThis.timersSeen = []);
  const { trueNow } = globalThis.asleep;
  const look = () => {
    const timers = [...document.querySelectorAll("[role=timer]")];
    const body = document.body.innerText;
    const nonsense = body.includes("NaN") || body.includes("Invalid Date");
    seen.push([trueNow(), timers.map(({ innerText }) => innerText), nonsense]);
    requestAnimationFrame(look);
  };
  look();
}
"""
"""Note from now on, frame by frame, what the page draws on its speech clocks: `timersSeen`, each an instant (epoch ms),
the texts, and whether anything on the page is no time at all."""
