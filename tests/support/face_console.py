"""The chair's console, conducted by keyboard."""

from __future__ import annotations

import re
from itertools import zip_longest

from playwright.async_api import Locator, expect

from tests.support.face import LIMIT_MS, Face

MOST_PRESSES = 5


class Console(Face):
    """The chair's console, conducted by keyboard."""

    @property
    def context(self) -> Locator:
        """The context button: where Esc brings the focus."""
        return self.page.locator("[data-context]")

    async def is_settled(self) -> None:
        """Nothing on it has just changed, and the last press is long enough ago: the next one counts."""
        settled = self.page.locator("[data-ready=true]")
        await expect(settled, f"{self.name} takes a press").to_have_count(1, timeout=LIMIT_MS)

    async def key(self, key: str) -> None:
        """Press a key, once a press counts; again where the console says that what it was on has changed meanwhile."""
        refused = self.page.locator("[data-refused], .notice > [role=status]:not(:empty)")
        for _ in range(MOST_PRESSES):
            await expect(refused).to_have_count(0, timeout=LIMIT_MS)
            await self.is_settled()
            await super().key(key)
            if not await refused.count():
                return
        raise AssertionError(f"{self.name}: no press of {key} counted")

    async def key_at_once(self, key: str) -> None:
        """Press a key, whatever has just changed."""
        await super().key(key)

    async def go_home(self) -> None:
        """Esc, until the context button has the focus: the first may only close a dialog."""
        home = self.context.and_(self.page.locator(":focus"))
        for _ in range(MOST_PRESSES):
            if await home.count():
                return
            await super().key("Escape")
        await expect(home, "Esc brings the focus to the context button").to_have_count(1, timeout=LIMIT_MS)

    async def offers(self, act: str, seat: str = "", **args: str | int) -> None:
        """The context button says that it would do this."""
        name = self.words.seat(seat) if seat else ""
        label = self.words(act, **{"name": name, "then": "", "round": 0, **args})
        await expect(self.context, f"the context button says {label!r}").to_contain_text(
            label, timeout=LIMIT_MS
        )

    async def is_ready_to(self, act: str, seat: str = "", **args: str | int) -> None:
        """The context button has the focus and would do this, at once."""
        await self.offers(act, seat, **args)
        await self.go_home()
        await expect(self.context).to_have_attribute("aria-busy", "false", timeout=LIMIT_MS)
        await self.is_settled()

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
        """F2, once there is a speech to hold; F2 again for the reason that was given last (R23)."""
        await self.offers_act("console-hold")
        await self.key("F2")
        await self.key("F2")

    async def resume(self) -> None:
        """F2 again, once it is held."""
        await self.offers_act("console-resume")
        await self.key("F2")

    async def offers_act(self, sentence: str) -> None:
        """There is a button of this name among the acts on the running statement."""
        acts = self.page.get_by_role("group", name=self.words("console-acts"))
        act = acts.get_by_role("button", name=self.words(sentence), disabled=False).first
        await expect(act).to_be_visible(timeout=LIMIT_MS)

    @property
    def refusal(self) -> Locator:
        """The sentence that says why its last act was not done, while there is one."""
        refusals = self.page.locator(".refused, dialog").get_by_role("alert")
        return refusals.filter(has_text=re.compile(r"\w"))

    async def undo(self, kind: str, seat: str) -> None:
        """Ctrl+Z, once the undo button says what it would take back."""
        about = self.words.short_seat(seat)
        await self.shows(self.words("console-undo", act=self.words(f"act-{kind}", about=about)))
        await self.key("Control+z")

    async def press(
        self, sentence: str, inside: str = "body", *, back: bool = False, **args: str | int
    ) -> None:
        """Enter on the button that says this, which Tab finds; back with Shift+Tab."""
        await self.tab_to("button", self.words(sentence, **args), inside, back=back)
        await self.key("Enter")

    async def choose(self, menu: str | re.Pattern[str], entry: str, **args: str | int) -> None:
        """An entry of a menu: Tab to its button, Enter, down to the entry, Enter; Esc to the context button."""
        await self.tab_to("button", menu)
        await self.key("Enter")
        label = self.words(entry, **args)
        chosen = self.page.get_by_role("menuitem", name=label, exact=True).and_(self.page.locator(":focus"))
        entries = await self.page.get_by_role("menuitem").count()
        for _ in range(entries):
            if await chosen.count():
                break
            await self.key("ArrowDown")
        await expect(chosen, f"the arrow keys get to {label!r}").to_have_count(1, timeout=LIMIT_MS)
        await self.key("Enter")
        await self.key("Escape")

    async def press_on(self, control: Locator, key: str = "Enter") -> None:
        """Give a control the focus, and press a key on it once a press counts.

        What an act changes may be on show before its dialog is closed: until then nothing behind it takes the focus.
        """
        await expect(self.page.locator("dialog")).to_have_count(0, timeout=LIMIT_MS)
        await control.focus()
        await expect(control).to_be_focused()
        await self.key(key)

    async def on_point(self, sentence: str) -> None:
        """Enter on a button of the band for points of order (R30), once it can be pressed."""
        band = self.page.get_by_role("region", name=self.words("console-point-title"))
        button = band.get_by_role("button", name=self.words(sentence), disabled=False)
        await expect(button, f"the band offers {sentence}").to_be_visible(timeout=LIMIT_MS)
        await self.press_on(button)

    async def find(self, letters: str) -> None:
        """In the dialog that is open: type a few letters of a name, take what is found first."""
        field = self.page.get_by_role("combobox", expanded=False).and_(self.page.locator(":focus"))
        await expect(field, "the field to find a seat has the focus").to_have_count(1, timeout=LIMIT_MS)
        await self.page.keyboard.type(letters)
        await self.key("Enter")
        form = self.page.locator("form").filter(has=self.page.locator(":focus"))
        await expect(form.locator("[type=submit]"), "it can be sent").to_have_attribute(
            "aria-disabled", "false", timeout=LIMIT_MS
        )

    async def hear(self, *seats: str) -> None:
        """Hear these in a row: call the first, start each, F4 from one to the next, end the last."""
        await self.enter("do-call", seats[0])
        for seat, following in zip_longest(seats, seats[1:]):
            await self.enter("do-start", seat)
            if following is None:
                await self.enter("do-end", seat)
            else:
                await self.end_and_call(following)

    async def move_to(self, phase: str, round_: int) -> None:
        """Choose another step than the one offered, by keyboard; the context button then asks to confirm (R1)."""
        where = f"{self.words('round-number', round=round_)} · {self.words(f'phase-{phase}')}"
        steps = self.words("console-steps", step="").removeprefix(": ")
        await self.press_on(self.page.get_by_title(steps))
        await self.press_on(self.page.get_by_role("menuitem", name=where))

    def row(self, seat: str) -> Locator:
        """A seat's row in the list of speakers."""
        return self.page.get_by_role("listitem").filter(has=self._row_button(seat))

    def _row_button(self, seat: str) -> Locator:
        label = self.words("console-row-acts", rank="", name=self.words.seat(seat))
        return self.page.get_by_title(label.removeprefix(". "))

    async def lists(self, *seats: str) -> None:
        """The list of speakers has these rows, in this order."""
        rows = self.page.get_by_role("list", name=self.words("console-list-keys")).get_by_role("listitem")
        await expect(rows).to_contain_text([self.words.seat(seat) for seat in seats], timeout=LIMIT_MS)

    async def row_says(self, seat: str, sentence: str) -> None:
        """The row says this, in words or as the label of a sign."""
        said, row = self.words(sentence), self.row(seat)
        found = row.get_by_text(said).or_(row.get_by_role("img", name=said))
        await expect(found.first, f"the row of {seat} says {said!r}").to_be_visible(timeout=LIMIT_MS)

    async def choose_balanced_order(self) -> None:
        """Press the button that says by which order the list is run (R16)."""
        await self.press_on(self.page.get_by_role("button", name=self.words("console-order-arrival")))
        await self.shows(self.words("console-order-balanced"))
        await self.key("Escape")

    async def move_up(self, seat: str) -> None:
        """Alt+↑ on the row of a seat."""
        await self.press_on(self._row_button(seat), "Alt+ArrowUp")

    async def call_out_of_turn(self, seat: str) -> None:
        """Call a seat from its row, whoever is next."""
        await self.press_on(self._row_button(seat))
        call = self.words("console-call-now", name=self.words.short_seat(seat))
        await self.press_on(self.page.get_by_role("menuitem", name=call))
        await self.key("Escape")
