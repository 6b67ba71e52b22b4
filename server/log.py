"""The log: one line per event on stderr; for people on a terminal, JSON for machines elsewhere.

What stands in it may have been sent by anybody. So a traceback shows no local variables (tokens are among them),
texts are cut and what a terminal would act on is escaped, and of lines that are alike only so many a minute are
written: the next one says how many were left out. Whatever somebody sends, the log neither betrays a link, nor
drives the operator's terminal, nor fills the disk.
"""

import logging
import sys
import traceback
import unicodedata
from collections.abc import MutableMapping
from typing import Any, Final, TextIO

import structlog
from structlog.tracebacks import ExceptionDictTransformer

LIBRARIES: Final = {"uvicorn.error": logging.WARNING, "uvicorn.access": logging.WARNING}
"""Libraries that say at INFO what we say ourselves, or nothing of use."""
TEXT_LIMIT: Final = 300
"""Characters of one value."""
EXCEPTION_LIMIT: Final = 8_000
"""Characters of a traceback on a terminal."""
WINDOW_S: Final = 60.0
PER_WINDOW: Final = 30
"""Lines of one kind that are written within a window, and how long that is."""
KINDS: Final = 500
"""Kinds that are told apart; more of them begin a new window."""


def configure(stream: TextIO | None = None) -> None:
    """Send our own log and that of the libraries through the same processors to `stream`, else to stderr.

    Call once, at the start.
    """
    stream = stream or sys.stderr
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(stream)
    handler.addFilter(Repetitions())
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder(["left_out"])],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                clean_values,
                *_rendering(terminal=stream.isatty()),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name, level in LIBRARIES.items():
        logging.getLogger(name).setLevel(level)


class Repetitions(logging.Filter):
    """Lets `PER_WINDOW` records of a kind through in each window; the first of the next says how many were left out.

    A kind is a logger, a level and a text before its values are put in.
    """

    def __init__(self) -> None:
        super().__init__()
        self._since_s = 0.0
        self._counts: dict[tuple[str, int, str], int] = {}
        self._left_out: dict[tuple[str, int, str], int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether to write this one."""
        if not 0 <= record.created - self._since_s < WINDOW_S or len(self._counts) > KINDS:
            self._since_s = record.created
            self._left_out = {
                kind: count - PER_WINDOW for kind, count in self._counts.items() if count > PER_WINDOW
            }
            self._counts = {}
        said: Any = record.msg
        own = isinstance(said, dict)  # structlog's: the event and its values
        kind = (record.name, record.levelno, str(said["event"] if own else said)[:TEXT_LIMIT])
        count = self._counts[kind] = self._counts.get(kind, 0) + 1
        if count > PER_WINDOW:
            return False
        left_out = self._left_out.pop(kind, 0)
        if left_out and own:
            said["left_out"] = left_out
        elif left_out:
            record.left_out = left_out
        return True


def clean_values(
    _logger: object, _method: str, event_dict: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Cut every text and escape what a terminal would act on; a processor of structlog."""
    for key, value in event_dict.items():
        if isinstance(value, str):
            event_dict[key] = clean(value)
        elif isinstance(value, BaseException):
            event_dict[key] = clean(repr(value))
    return event_dict


def clean(text: str, limit: int = TEXT_LIMIT, keep: str = "") -> str:
    """Return at most `limit` characters of a text, control and format characters other than `keep` escaped."""
    cut = text if len(text) <= limit else f"{text[:limit]}… ({len(text)} characters)"
    if cut.isascii() and cut.isprintable():
        return cut
    return "".join(
        each.encode("unicode_escape").decode()
        if unicodedata.category(each).startswith("C") and each not in keep
        else each
        for each in cut
    )


def _rendering(*, terminal: bool) -> list[structlog.types.Processor]:
    if terminal:
        return [structlog.dev.ConsoleRenderer(exception_formatter=_write_traceback)]
    without_locals = ExceptionDictTransformer(show_locals=False)
    return [
        structlog.processors.ExceptionRenderer(without_locals),
        structlog.processors.JSONRenderer(),
    ]


def _write_traceback(stream: TextIO, exc_info: structlog.typing.ExcInfo) -> None:
    """Write it as Python does: names of files and lines, no values but the error's own text."""
    text = "".join(traceback.format_exception(*exc_info))
    stream.write("\n" + clean(text, EXCEPTION_LIMIT, keep="\n"))
