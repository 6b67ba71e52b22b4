"""The faces of one dialogue as people have them open: a page each, driven and read as people do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal, TypeVar
from urllib.parse import urlsplit, urlunsplit

from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from tests.support.words import words

CONSOLE_SIZE: Final = ViewportSize(width=1366, height=768)
PHONE_SIZE: Final = ViewportSize(width=360, height=740)
SCREEN_SIZE: Final = ViewportSize(width=1920, height=1080)
LIMIT_MS: Final = 8_000
"""How long a face may take to show something on a busy machine. What is asserted to be quick is measured."""

MOST_TABS: Final = 60
"""So many presses of Tab go round any phone."""

OWN: Final = "globalThis.openedBy = 'this test'"
"""A mark on the page that a reload takes away."""

FIGURES: Final = re.compile(r"(\+?)(\d+):(\d\d)")
"""A speech clock: "1:58", "+0:04"."""

NOTE_KEYS: Final = "addEventListener('keydown', () => (globalThis.pressed = performance.now()), true)"
UNHURRIED: Final = """
() => new Promise((resolve) => {
  setTimeout(resolve, (globalThis.pressed ?? -Infinity) + 520 - performance.now());
})
"""
"""Comes back 520 ms after the last key went down, as `NOTE_KEYS` has noted it."""

F = TypeVar("F", bound="Face")


class Face:
    """One page. `lang` is the language it is shown in."""

    def __init__(self, page: Page, lang: str, name: str) -> None:
        self.page = page
        self.name = name
        self.words = words(lang)
        self.problems: list[str] = []
        """Exceptions on the page, and what its security policy blocked."""
        page.on("pageerror", lambda error: self.problems.append(f"{name}: {error}"))
        page.on("console", lambda message: self._hear(message.type, message.text))

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error" and "Content Security Policy" in text:
            self.problems.append(f"{self.name}: {text}")

    def text(self, text: str) -> Locator:
        """The visible places where the page says this."""
        return self.page.get_by_text(text).filter(visible=True)

    async def shows(self, *texts: str) -> None:
        """It says all of these."""
        for text in texts:
            await expect(self.text(text).first, f"{self.name} says {text!r}").to_be_visible(timeout=LIMIT_MS)

    async def hides(self, *texts: str) -> None:
        """It says none of these."""
        for text in texts:
            await expect(self.text(text), f"{self.name} no longer says {text!r}").to_have_count(
                0, timeout=LIMIT_MS
            )

    async def says(self, *sentences: str) -> None:
        """It says all of these sentences of its catalogues, which need no arguments."""
        await self.shows(*(self.words(sentence) for sentence in sentences))

    async def shows_seat(self, seat: str) -> None:
        """It names this seat."""
        await self.shows(self.words.seat(seat))

    @property
    def clock(self) -> Locator:
        """The speech clock."""
        return self.page.get_by_role("timer").filter(visible=True).first

    async def left_s(self) -> int:
        """Seconds left on the speech clock as the page draws it; below 0 once it is over."""
        await expect(self.clock, f"{self.name} shows the clock").to_be_visible(timeout=LIMIT_MS)
        found = FIGURES.search(await self.clock.inner_text())
        assert found is not None
        sign, minutes, seconds = found.groups()
        return (-1 if sign else 1) * (60 * int(minutes) + int(seconds))

    async def ticks(self) -> None:
        """The speech clock runs."""
        before = await self.left_s()
        await expect(self.clock, f"{self.name}: the clock runs").not_to_have_text(
            await self.clock.inner_text(), timeout=LIMIT_MS
        )
        assert before - 3 <= await self.left_s() < before

    async def has_no_clock(self) -> None:
        """No speech clock is on show."""
        clocks = self.page.get_by_role("timer").filter(visible=True)
        await expect(clocks, f"{self.name} shows no clock").to_have_count(0, timeout=LIMIT_MS)

    async def shows_times(self, times: int, text: str) -> None:
        """It says this so many times."""
        await expect(self.text(text), f"{self.name} says {text!r}").to_have_count(times, timeout=LIMIT_MS)

    async def is_live(self) -> None:
        """It no longer says that it is cut off: no notice of stale news, of reconnecting, of something pending."""
        for sentence in ("link-stale", "link-offline", "hall-stale"):
            start = self.words(sentence, time="").strip()
            await self.hides(start)

    async def is_untouched(self) -> None:
        """Nobody, and nothing, has loaded the page again."""
        assert await self.page.evaluate("globalThis.openedBy") == "this test", f"{self.name} was loaded again"


class Console(Face):
    """The chair's console, conducted by keyboard."""

    async def key(self, key: str) -> None:
        """Press a key."""
        await self.page.keyboard.press(key)

    @property
    def context(self) -> Locator:
        """The context button: where Esc brings the focus."""
        return self.page.locator("button:focus")

    async def offers(self, act: str, seat: str = "", **args: str | int) -> None:
        """The context button has the focus and says that it would do this."""
        name = self.words.seat(seat) if seat else ""
        label = self.words(act, **{"name": name, "then": "", "round": 0, **args})
        await expect(self.context, f"the context button says {label!r}").to_contain_text(
            label, timeout=LIMIT_MS
        )

    async def is_ready_to(self, act: str, seat: str = "", **args: str | int) -> None:
        """The context button would do this, at once."""
        await self.offers(act, seat, **args)
        await expect(self.context).to_have_attribute("aria-busy", "false", timeout=LIMIT_MS)
        await self.page.evaluate(UNHURRIED)  # sooner, a press is taken for a slip of the finger

    async def enter(self, act: str, seat: str = "", **args: str | int) -> None:
        """Press Enter on the context button once it says this."""
        await self.is_ready_to(act, seat, **args)
        await self.key("Enter")

    async def finds_f4(self, calling: str) -> None:
        """The second button says that F4 would end the running statement and call this seat."""
        await self.shows(self.words("do-end_and_call", name="", then=self.words.short_seat(calling), round=0))

    async def end_and_call(self, calling: str) -> None:
        """F4, once its button says whom it would call."""
        await self.finds_f4(calling)
        await self.key("F4")

    async def hold(self) -> None:
        """F2, once there is a speech to hold."""
        await self.offers_act("desk-hold")
        await self.key("F2")

    async def resume(self) -> None:
        """F2 again, once it is held."""
        await self.offers_act("desk-resume")
        await self.key("F2")

    async def offers_act(self, sentence: str) -> None:
        """There is a button of this name among the acts on the running statement."""
        acts = self.page.get_by_role("group", name=self.words("desk-acts"))
        await expect(acts.get_by_role("button", name=self.words(sentence)).first).to_be_visible(timeout=LIMIT_MS)

    @property
    def refusal(self) -> Locator:
        """The sentence that says why its last act was not done, while there is one."""
        return self.page.get_by_role("alert").filter(has_text=re.compile(r"\w"))

    async def undo(self, kind: str, seat: str) -> None:
        """Ctrl+Z, once the undo button says what it would take back."""
        about = self.words.short_seat(seat)
        await self.shows(self.words("desk-undo", act=self.words(f"act-{kind}", about=about)))
        await self.key("Control+z")

    async def hear(self, *seats: str) -> None:
        """Call, start and end each of these, in a row, by Enter alone."""
        for seat in seats:
            await self.enter("do-call", seat)
            await self.enter("do-start", seat)
            await self.enter("do-end", seat)

    async def move_to(self, phase: str, round_: int) -> None:
        """Choose another step than the one offered, by keyboard; the context button then asks to confirm (R1)."""
        where = f"{self.words('round-number', round=round_)} · {self.words(f'phase-{phase}')}"
        steps = self.words("desk-steps", step="").removeprefix(": ")
        await self.page.get_by_title(steps).press("Enter")
        await self.page.get_by_role("menuitem", name=where).press("Enter")

    def row(self, seat: str) -> Locator:
        """A seat's row in the list of speakers."""
        return self.page.get_by_role("listitem").filter(has=self._row_button(seat))

    def _row_button(self, seat: str) -> Locator:
        label = self.words("desk-row-acts", rank="", name=self.words.seat(seat))
        return self.page.get_by_title(label.removeprefix(". "))

    async def row_says(self, seat: str, sentence: str) -> None:
        """The row says this, in words or as the label of a sign."""
        said, row = self.words(sentence), self.row(seat)
        found = row.get_by_text(said).or_(row.get_by_role("img", name=said))
        await expect(found.first, f"the row of {seat} says {said!r}").to_be_visible(timeout=LIMIT_MS)

    async def choose_balanced_order(self) -> None:
        """Press the button that says by which order the list is run (R16)."""
        await self.page.get_by_role("button", name=self.words("desk-order-arrival")).press("Enter")
        await self.shows(self.words("desk-order-balanced"))
        await self.key("Escape")

    async def move_up(self, seat: str) -> None:
        """Alt+↑ on the row of a seat."""
        await self._row_button(seat).press("Alt+ArrowUp")

    async def call_out_of_turn(self, seat: str) -> None:
        """Call a seat from its row, whoever is next."""
        await self._row_button(seat).press("Enter")
        await self.page.get_by_role(
            "menuitem", name=self.words("desk-call-now", name=self.words.short_seat(seat))
        ).press("Enter")
        await self.key("Escape")


class Phone(Face):
    """The phone of a seat."""

    @property
    def clock(self) -> Locator:
        """The speech clock; next in the list, the time that the speaker before has left."""
        sentence = re.escape(self.words("seat-next-left", name="@", time="#"))
        told = re.compile(sentence.replace("@", ".*").replace(r"\#", FIGURES.pattern).replace("#", FIGURES.pattern))
        return super().clock.or_(self.page.get_by_text(told).filter(visible=True)).first

    def button(self, sentence: str, **args: str | int) -> Locator:
        """The button that says this sentence."""
        return self.page.get_by_role("button", name=self.words(sentence, **args), exact=True)

    async def press(self, sentence: str, **args: str | int) -> None:
        """Press the button that says this."""
        await self.button(sentence, **args).click(timeout=LIMIT_MS)

    async def ask(self, *, replies_to: Sequence[str] = (), asks: Sequence[str] = ()) -> None:
        """Ask for the floor: just that, or to reply to issues (by their codes) and ask groups."""
        await self.press("seat-do-ask")
        for code in replies_to:
            await self.page.get_by_role("checkbox", name=f"{code} ·").check(timeout=LIMIT_MS)
        for group in asks:
            name = self.words.party(group)
            await self.page.get_by_role("checkbox", name=name, exact=True).check(timeout=LIMIT_MS)
        await self.press("seat-form-ask-so" if replies_to or asks else "seat-form-just")

    async def file(self, theme: str, title: str) -> None:
        """File an issue of the group beforehand."""
        await self.press("seat-do-issue")
        await self.page.get_by_role("radio", name=self.words.theme(theme)).check(timeout=LIMIT_MS)
        await self.page.get_by_role(
            "textbox", name=re.compile(re.escape(self.words("seat-issue-title")))
        ).fill(title)
        await self.press("seat-issue-do")
        await expect(self.page.get_by_role("dialog")).to_have_count(0, timeout=LIMIT_MS)

    async def tab_to(self, role: Literal["button", "checkbox"], name: str, inside: Literal["main", "dialog"] = "main") -> None:
        """Go on with the Tab key until something of this role and name has the focus."""
        scope = self.page.get_by_role("dialog") if inside == "dialog" else self.page.locator("body")
        wanted = scope.get_by_role(role, name=name, exact=True)
        await expect(wanted.last).to_be_visible(timeout=LIMIT_MS)
        for _ in range(MOST_TABS):
            if await wanted.and_(self.page.locator(":focus")).count():
                return
            await self.page.keyboard.press("Tab")
        raise AssertionError(f"{self.name}: the Tab key does not get to {name!r}")

    async def waits_as(self, rank: int) -> None:
        """It shows this place in the list."""
        await self.shows(self.words.ordinal(rank))


class Hall:
    """All pages that a test opened on one server."""

    def __init__(self, browser: Browser, links: dict[str, str]) -> None:
        self._browser = browser
        self._links = links
        self.faces: list[Face] = []

    async def console(self, name: str = "chair", lang: str = "en") -> Console:
        """Open a console; the focus is on its context button."""
        console = await self._open(Console, f"console:{name}", lang, CONSOLE_SIZE, [NOTE_KEYS])
        await console.says("desk-title")
        return console

    async def phone(self, seat: str, lang: str = "en") -> Phone:
        """Open a seat's phone."""
        phone = await self._open(Phone, f"seat:{seat}", lang, PHONE_SIZE)
        await phone.shows_seat(seat)
        return phone

    async def observer(
        self, lang: str = "en", *, scripts: Sequence[str] = (), port: int | None = None
    ) -> Face:
        """Open the public page, after these scripts, by way of another port."""
        return await self._open(Face, "public", lang, PHONE_SIZE, scripts, port)

    async def screen(self, name: str = "hall-left", lang: str = "en") -> Face:
        """Open a projection screen."""
        return await self._open(Face, f"screen:{name}", lang, SCREEN_SIZE)

    async def _open(
        self,
        kind: type[F],
        who: str,
        lang: str,
        size: ViewportSize,
        scripts: Sequence[str] = (),
        port: int | None = None,
    ) -> F:
        context = await self._browser.new_context(viewport=size, locale=lang)
        for script in scripts:
            await context.add_init_script(script)
        page = await context.new_page()
        face = kind(page, lang, who)
        self.faces.append(face)
        await page.goto(_address(self._links[who], lang, port))
        await page.evaluate(OWN)
        return face

    async def photograph(self, folder: Path) -> None:
        """A picture of every page."""
        for number, face in enumerate(self.faces):
            await face.page.screenshot(path=folder / f"{number}-{face.name.replace(':', '-')}.png")

    async def close(self) -> None:
        """Close every page."""
        for face in self.faces:
            await face.page.context.close()


def _address(link: str, lang: str, port: int | None) -> str:
    parts = urlsplit(link)
    place = parts.netloc if port is None else f"{parts.hostname}:{port}"
    return urlunsplit(parts._replace(netloc=place, query=f"lang={lang}"))
