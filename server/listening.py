"""The HTTP server: its listening socket, from when it accepts clients until it has let go of them."""

import asyncio
import errno
import logging
import resource
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Final

import structlog
import uvicorn
from starlette.types import ASGIApp

from server.live.fastpath import HTTP_LOGGER, listening_socket, uvicorn_options
from server.live.limits import Tally
from server.live.places import Places

CLOSING_S: Final = 2
"""How long open requests may take when the server stops."""
OTHER_FILES: Final = 100
"""Files that the process holds open beside its connections: journal, pages, a Redis, its own."""
CONNECTIONS: Final = 60_000
"""More are not asked for."""
OF_CLIENTS: Final = {
    "Invalid UTF-8 sequence": "frames_no_text",
    "socket.send() raised exception": "written_to_gone",
}
"""How begin reports of what clients do, and under which name that is counted instead. The second is the event loop's,
once for each further packet that is written to somebody who has gone, before that is known here.
"""
FEW: Final = 4_000
"""A hall of 2,000 has up to two connections each while pages load."""

log = structlog.get_logger(__name__)


class CannotListen(Exception):
    """The address cannot be used. The message says why, and what to do."""


class _Server(uvicorn.Server):
    """Says when it accepts clients, and leaves signals to who runs it."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.accepts = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """See uvicorn."""
        await super().startup(sockets)
        self.accepts.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none: uvicorn would end the process by the signal it got, once more."""
        yield


@asynccontextmanager
async def serving(
    app: ASGIApp, listener: socket.socket, tally: Tally, *, own: bool = True
) -> AsyncIterator[None]:
    """Serve `app` until the block ends. What is turned away here goes on `tally`; `own` as in `uvicorn_options`.

    TLS, where the server is to do it itself, is a matter of uvicorn's options here.
    """
    options = uvicorn_options(Places(_connections(), tally), tally, own=own) | {
        "log_config": None,
        "lifespan": "off",
        "access_log": False,
        "server_header": False,
        "timeout_graceful_shutdown": CLOSING_S,
    }
    server = _Server(uvicorn.Config(app, **options))
    with _quiet_about_clients(tally):
        async with asyncio.TaskGroup() as group:  # so that the block ends if the server does
            group.create_task(server.serve(sockets=[listener]), name="http")
            await server.accepts.wait()
            try:
                yield
            finally:
                server.should_exit = True


@contextmanager
def _quiet_about_clients(tally: Tally) -> Iterator[None]:
    """Count, meanwhile, what libraries report of a client as if it were an error of the program, traceback and all.

    Whoever still waits for an answer when the server stops, after `CLOSING_S`, is cancelled: that is none either.
    """

    def is_of_program(record: logging.LogRecord) -> bool:
        for said, kind in OF_CLIENTS.items():
            if said in str(record.msg):
                tally.count(kind)
                return False
        return not (record.exc_info and record.exc_info[0] is asyncio.CancelledError)

    loggers = [logging.getLogger(name) for name in ("uvicorn.error", "asyncio", HTTP_LOGGER)]
    for logger in loggers:
        logger.addFilter(is_of_program)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(is_of_program)


def _connections() -> int:
    """Let this process hold as many files open as it may, and return for how many connections that is."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = (
        CONNECTIONS + OTHER_FILES if hard == resource.RLIM_INFINITY else min(hard, CONNECTIONS + OTHER_FILES)
    )
    if soft != resource.RLIM_INFINITY and soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
        except (OSError, ValueError) as error:
            log.warning("the limit of open files cannot be raised", limit=soft, reason=str(error))
    most = min(CONNECTIONS, wanted if soft == resource.RLIM_INFINITY else soft - OTHER_FILES)
    if most < FEW:
        log.warning(
            "few connections are possible: raise the limit of open files (ulimit -n, LimitNOFILE=)",
            connections=most,
        )
    return most


@contextmanager
def listener_on(host: str, port: int) -> Iterator[socket.socket]:
    """Yield a listening socket. Raises `CannotListen`."""
    try:
        listener = listening_socket(host, port)
    except socket.gaierror as error:
        raise CannotListen(
            f"There is no address {host} here. Name another in config.toml, server.host."
        ) from error
    except OSError as error:
        raise CannotListen(_port_problem(host, port, error)) from error
    with listener:
        yield listener


def _port_problem(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use by another program. Stop that one, or choose another port: --port 0 finds one."
    if error.errno == errno.EACCES:
        return f"Port {port} may not be used by this user. Choose one of 1024 or above."
    return f"{host}, port {port}, cannot be used: {error.strerror}. Choose another host or port."
