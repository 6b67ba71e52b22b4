"""The log: what anybody sends must neither betray a secret there, nor drive a terminal, nor fill the disk."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from server import log as module

TOKEN = "c2VjcmV0LXRva2VuLW9mLXRoZS1jaGFpcg"
ESCAPES = "\x1b]0;owned\x07\u202e\x00\r\n{}"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(params=[io.StringIO, Terminal], ids=["json", "terminal"])
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What is written, by either renderer."""
    root, levels = logging.getLogger(), {name: logging.getLogger(name).level for name in module.LIBRARIES}
    before = (root.handlers, root.level)
    stream: io.StringIO = request.param()
    module.configure(stream)
    yield stream
    structlog.reset_defaults()
    root.handlers, level = before
    root.setLevel(level)
    for name, old in levels.items():
        logging.getLogger(name).setLevel(old)


def fails(token: str) -> None:
    """Fail with a secret among the local variables."""
    raise ValueError(f"no good: {ESCAPES} {len(token)}")


def test_a_traceback_shows_no_local_variables(written: io.StringIO) -> None:
    """Neither our own nor a library's: tokens are in them."""
    for log in (structlog.get_logger("ours"), logging.getLogger("theirs")):
        try:
            fails(TOKEN)
        except ValueError:
            log.exception("it failed")
    assert "fails" in written.getvalue()
    assert TOKEN not in written.getvalue()


def test_what_clients_send_is_cut_and_escaped(written: io.StringIO) -> None:
    """As a value, in a library's message, and in an error's text: no control character, no long text."""
    structlog.get_logger("ours").info("refused", command=ESCAPES + "x" * 60_000)
    logging.getLogger("theirs").warning("no such session %s", ESCAPES + "y" * 60_000)
    try:
        fails("")
    except ValueError:
        logging.getLogger("theirs").exception("it failed")
    text = written.getvalue()
    assert [part for part in ("\x1b]", "\x07", "\u202e", "\x00", "\r") if part in text] == []
    assert "owned" in text
    assert "x" * 1_000 not in text
    assert "y" * 1_000 not in text


def test_lines_that_are_alike_are_counted() -> None:
    """A million of one kind write `PER_WINDOW` a minute; what else there is to say is still written."""
    repetitions = module.Repetitions()

    def record(name: str, created_s: float) -> logging.LogRecord:
        return logging.makeLogRecord({"name": name, "levelno": 30, "msg": "bad %s", "created": created_s})

    alike = [record("theirs", 1_000.0 + n / 1_000) for n in range(1_000)]
    assert sum(bool(repetitions.filter(one)) for one in alike) == module.PER_WINDOW
    assert repetitions.filter(record("others", 1_001.0))
    later = record("theirs", 1_000.0 + module.WINDOW_S)
    assert repetitions.filter(later)
    assert vars(later)["left_out"] == 1_000 - module.PER_WINDOW


def test_the_next_line_says_how_many_were_left_out(written: io.StringIO) -> None:
    """Also in our own log, whose records are built another way."""
    repetitions = logging.getLogger().handlers[0].filters[0]
    assert isinstance(repetitions, module.Repetitions)
    log = structlog.get_logger("ours")
    for _ in range(module.PER_WINDOW + 7):
        log.info("refused")
    assert written.getvalue().count("refused") == module.PER_WINDOW
    repetitions._since_s -= module.WINDOW_S
    log.info("refused")
    last = written.getvalue().splitlines()[-1]
    assert "left_out" in last
    assert (json.loads(last)["left_out"] == 7) if last.startswith("{") else ("7" in last)
