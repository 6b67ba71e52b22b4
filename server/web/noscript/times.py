"""Clocks and times of day, as `web_client/shared/time.ts` writes them. Every function is given `now_ms`."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date
from msgspec import UNSET

from server.dialogue.model.setup import Language
from server.wire.views.floor import Clock

ACCENTED: Final = {"Bogota": "Bogotá", "Sao Paulo": "São Paulo", "Asuncion": "Asunción"}
"""Cities whose names the zones spell without accents."""


def left_ms(clock: Clock, now_ms: int) -> int:
    """Return the time left; below 0 once it is over (R22)."""
    if clock.started_at_ms is UNSET:
        return clock.length_ms
    until_ms = now_ms if clock.held_at_ms is UNSET else clock.held_at_ms
    return clock.length_ms - max(0, until_ms - clock.started_at_ms - clock.held_for_ms)


def figures(ms: int) -> str:
    """Return "0:48", "1:02:03"; below 0 "+0:15", time over. A second that has begun counts as left."""
    seconds = -(-ms // 1000)
    return f"+{_figures(-seconds)}" if seconds < 0 else _figures(seconds)


def duration(ms: int) -> str:
    """Return how long something took, in whole seconds that have passed: "1:58"."""
    return _figures(max(0, ms) // 1000)


def _figures(seconds: int) -> str:
    minutes, hours = seconds // 60 % 60, seconds // 3600
    return (f"{hours}:{minutes:02}" if hours else f"{minutes}") + f":{seconds % 60:02}"


def time_of_day(ms: int, timezone: str, *, seconds: bool = False) -> str:
    """Return "11:42" or "11:42:05" in the dialogue's own zone."""
    return _local(ms, timezone).strftime("%H:%M:%S" if seconds else "%H:%M")


def day(ms: int, timezone: str, lang: Language) -> str:
    """Return the day in words: "13 April 2012"."""
    # "en" alone would write the American order.
    locale = "en_GB" if lang == "en" else lang
    return format_date(_local(ms, timezone), format="long", locale=locale)


def zone_name(timezone: str) -> str:
    """Return the zone's name as people say it: "Bogotá" of "America/Bogota"."""
    city = timezone.rpartition("/")[2].replace("_", " ")
    return ACCENTED.get(city, city)


def _local(ms: int, timezone: str) -> datetime:
    return datetime.fromtimestamp(ms / 1000, ZoneInfo(timezone))
