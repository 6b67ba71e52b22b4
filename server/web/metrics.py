"""`/metrics`: what the server did and how it is, for Prometheus; a registry for each server, not one for the process.

Names follow Prometheus: prefix `palabra_`, base units, `_total` on what only grows. Counters and histograms are fed
by the session's `Watch` and by a look at the event loop; what is known anyway is read when somebody asks.
"""

import asyncio
import platform
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from prometheus_client import CollectorRegistry, Counter, Histogram, Info
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from server.web.bearer import Watchers

ACK_S: Final = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
"""Most acts are acknowledged within some ms; with a Redis that fails over it takes seconds."""
APPEND_S: Final = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
"""A synced write takes from below 1 ms on a good SSD to hundreds on a busy disk."""
LAG_S: Final = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)
LOOK_S: Final = 0.5
"""How often the event loop is looked at."""


class Reading(NamedTuple):
    """What the server knows of itself at one moment."""

    clients: Mapping[str, int]
    """By audience; those who poll, too."""
    behind: int
    """Clients that read too slowly, and are held back from."""
    deliveries: int
    """Since the start."""
    seq: int
    saved: bool
    phase: str
    round: int
    clock_step_ms: int


class Metrics:
    """One server's. It is the `Watch` of its session."""

    def __init__(self, version: str) -> None:
        self.registry = CollectorRegistry()
        self._acts = self._counter(
            "acts", "Commands, by kind and by what became of them", "command", "outcome"
        )
        self._refusals = self._counter("refusals", "Refused commands, by the code of the refusal", "code")
        self._ack = self._histogram("ack_seconds", "From a command's place in the queue to its ack", ACK_S)
        self._append = self._histogram(
            "journal_append_seconds",
            "Until an entry was durable, by SQLite's sync or by Redis' word",
            APPEND_S,
        )
        self._lag = self._histogram("loop_lag_seconds", "How late the event loop came back to a timer", LAG_S)
        build = Info("palabra_build", "Which program this is", registry=self.registry)
        build.info({"version": version, "python": platform.python_version()})
        ProcessCollector(registry=self.registry)

    def _counter(self, name: str, about: str, *labels: str) -> Counter:
        return Counter(f"palabra_{name}", f"{about}.", labels, registry=self.registry)

    def _histogram(self, name: str, about: str, buckets: tuple[float, ...]) -> Histogram:
        return Histogram(f"palabra_{name}", f"{about}.", buckets=buckets, registry=self.registry)

    def accepted(self, command: str, ack_s: float) -> None:
        """See `Watch`."""
        self._acts.labels(command, "accepted").inc()
        self._ack.observe(ack_s)

    def refused(self, command: str, code: str) -> None:
        """See `Watch`."""
        self._acts.labels(command, "refused").inc()
        self._refusals.labels(code).inc()

    def appended(self, append_s: float) -> None:
        """See `Watch`."""
        self._append.observe(append_s)

    async def look_at_loop(self) -> None:
        """Measure how late the event loop is, until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            due_s = loop.time() + LOOK_S
            await asyncio.sleep(LOOK_S)
            self._lag.observe(max(0.0, loop.time() - due_s))

    def read_from(self, read: Callable[[], Reading]) -> None:
        """Ask there, at each scrape, for what is known anyway."""
        self.registry.register(_Reader(read))


class _Reader(Collector):
    def __init__(self, read: Callable[[], Reading]) -> None:
        self._read = read

    def collect(self) -> Iterator[Metric]:
        """See prometheus_client."""
        now = self._read()
        clients = GaugeMetricFamily(
            "palabra_clients", "Connected or polling, by audience.", labels=["audience"]
        )
        for audience, count in sorted(now.clients.items()):
            clients.add_metric([audience], count)
        yield clients
        yield _gauge("clients_behind", "Clients that read too slowly now.", now.behind)
        yield CounterMetricFamily("palabra_deliveries", "Fan-outs handed to a client.", value=now.deliveries)
        yield _gauge("journal_seq", "The last entry known here.", now.seq)
        yield _gauge("journal_saved", "1 if the last act was stored, and the journal is in reach.", now.saved)
        step = GaugeMetricFamily("palabra_step", "The step of the dialogue.", labels=["phase", "round"])
        step.add_metric([now.phase, str(now.round)], 1)
        yield step
        yield _gauge(
            "clock_step_seconds",
            "How far the system clock was stepped since the start.",
            now.clock_step_ms / 1000,
        )


def _gauge(name: str, about: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"palabra_{name}", about, value=value)


def route(metrics: Metrics, watchers: Watchers) -> Route:
    """Return the route. Strangers learn nothing: 401."""

    async def scrape(request: Request) -> Response:
        if not watchers.include(request):
            return PlainTextResponse(
                "The monitoring key is needed: `python -m server monitoring-key` prints it.\n",
                401,
                {"WWW-Authenticate": "Bearer"},
            )
        encode, kind = choose_encoder(request.headers.get("accept", ""))
        return Response(encode(metrics.registry), 200, {"Cache-Control": "no-store", "Content-Type": kind})

    return Route("/metrics", scrape)
