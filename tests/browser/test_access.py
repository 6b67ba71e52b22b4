"""Everybody can use the faces: axe-core finds nothing serious, and the keyboard reaches all of a phone."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.support.face import Face
from tests.support.faces import Hall

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
BAD = ("serious", "critical")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
TO_REST = """
() => Promise.all(document.getAnimations().filter((each) => each.effect?.getTiming().iterations !== Infinity)
  .map((each) => each.finished.catch(() => undefined)))
"""


async def faults(face: Face, when: str) -> list[str]:
    """What axe-core finds serious or critical on a page as it stands: rule, element, reason."""
    if not await face.page.evaluate("'axe' in globalThis"):
        await face.page.evaluate(AXE.read_text("utf-8"))
    await face.page.evaluate(TO_REST)
    found: dict[str, Any] = await face.page.evaluate("(rules) => axe.run(document, rules)", RULES)
    return [
        f"{face.name} ({face.words.lang}), {when}: {violation['id']} at {node['target']}: {node['failureSummary']}"
        for violation in found["violations"]
        if violation["impact"] in BAD
        for node in violation["nodes"]
    ]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("lang", ["es", "en"])
async def test_faces_have_no_serious_faults(lang: str, hall: Hall) -> None:
    """Console, phones, observer's page and hall screen, before the session, in a speech, and in an open sheet."""
    console = await hall.console(lang=lang)
    brazil, mexico, youth = [await hall.phone(seat, lang) for seat in ("BR", "MX", "youth-1")]
    observer, screen = await hall.observer(lang), await hall.screen(lang=lang)
    found = await asyncio.gather(*(faults(face, "before") for face in hall.faces))
    await youth.file("integration", "Caminos")
    await console.enter("do-open")
    await console.enter("do-start_round", round=1)
    await console.hear("youth-1")
    await console.move_to("exchange", 1)
    found += [await faults(console, "leaving a step")]
    await console.enter("console-confirm-exchange", round=1)
    await brazil.ask(replies_to=[brazil.words.issue("youth", "1.1")])
    await console.enter("do-call", "BR")
    await console.enter("do-start", "BR")
    await mexico.press("seat-do-ask")
    await asyncio.gather(*(face.shows_seat("BR") for face in (observer, screen)))
    found += await asyncio.gather(*(faults(face, "in a speech") for face in hall.faces))
    await console.key("F9")
    await console.says("console-add-title")
    found += [await faults(console, "adding a speaker")]

    listed = "\n\n".join(fault for each in found for fault in each)
    assert not listed, listed


async def test_phone_by_keyboard(hall: Hall) -> None:
    """A delegate without touch or mouse asks for the floor, with links, and withdraws."""
    console, brazil = await hall.console(), await hall.phone("BR")
    await console.enter("do-open")
    await brazil.tab_to("button", brazil.words("seat-do-ask"))
    await brazil.page.keyboard.press("Enter")
    await brazil.tab_to("checkbox", brazil.words.party("workers"))
    await brazil.page.keyboard.press("Space")
    await brazil.tab_to("button", brazil.words("seat-form-ask-so"))
    await brazil.page.keyboard.press("Enter")
    await brazil.waits_as(1)
    await brazil.shows(brazil.words("seat-about-asks", groups=brazil.words.code("workers")))

    await brazil.tab_to("button", brazil.words("seat-do-withdraw"))
    await brazil.page.keyboard.press("Enter")
    await brazil.page.keyboard.press("Escape")
    await brazil.tab_to("button", brazil.words("seat-do-withdraw"))
    await brazil.page.keyboard.press("Enter")
    await brazil.tab_to("button", brazil.words("seat-do-withdraw"), inside="dialog")
    await brazil.page.keyboard.press("Enter")
    await brazil.says("seat-idle-may-ask")
