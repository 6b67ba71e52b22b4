"""The pages as the server draws them: the public view in words, in every language, and never anybody's markup."""

import itertools
import re
from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest
from jinja2 import UndefinedError
from markupsafe import Markup
from msgspec.structs import replace

from server.dialogue.model.ids import IssueId, PartyId, SeatId
from server.dialogue.model.setup import LANGUAGES, Language
from server.dialogue.model.state import Links, Step, Target
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.clock import Hold
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.points import RaisePoint, RecognisePoint
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.seats import AddGuest
from server.dialogue.rooms.session import MoveStep, Suspend
from server.web.noscript.fragments import Wish
from server.web.noscript.page import PLACE, Kept, complete, templates
from server.web.noscript.phrasebook import Names, Phrasebook
from server.web.rendered import KINDS, preferred
from server.wire.project import project
from server.wire.views.public import PublicView
from server.wording import day, duration, figures, zone_name
from tests.support.play import Play, seat, shipped_setup
from tests.support.words import CATALOGUES, words

NASTY = "</p><script>alert(\"1\")</script><img src=x onerror='alert(2)'> &lt;b&gt;"


class Page(HTMLParser):
    """What a browser makes of a page: its text, its elements, their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "path", "rect", "circle"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        """All text, as it stands."""
        return "".join(self.texts)


def view_of(play: Play) -> PublicView:
    """The public view, as the pages are given it."""
    return msgspec.convert(project(*play.known).view("public"), PublicView)


def speaking() -> Play:
    """Brazil replies to Youth 1.1 and asks Workers; Mexico, Haiti, Colombia and Peru wait."""
    play = Play()
    play.to_interventions()
    issue = RaiseIssue(SeatId("youth-1"), play.setup.themes[0].id, title="Rural connectivity")
    play.do(issue, seat("youth-1"))
    play.speak(play_target(play))
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    raised = next(iter(play.state.issues))
    links = Links(replies_to=(IssueId(raised),), asks=(PartyId("workers"),))
    play.ask("BR", links)
    for name in ("MX", "HT", "CO", "PE"):
        play.ask(name)
    while play.primary() != "start":
        pass
    play.wait(75_000)
    return play


def play_target(play: Play) -> Target:
    """Whoever the context button would call."""
    suggestion: Any = project(*play.known).view("console")["primary"]
    command = msgspec.convert(suggestion["command"], AnyCommand)
    assert isinstance(command, Call)
    return command.target


def drawn(play: Play, lang: Language = "es", path: str = "/", **wish: Any) -> Page:
    """One of the pages, now."""
    return Page(KINDS[path].page.draw(view_of(play), Wish(lang, **wish), play.now_ms))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_observer_reads_all_there_is_to_know(lang: Language) -> None:
    """Speaker, function, language, relations, time left, next three, step, story, issues, when this was true."""
    say, text = words(lang), drawn(speaking(), lang).text
    for sentence in (
        say("floor-speaking"),
        say.seat("BR"),
        say("observer-in-language", language=say("language-pt")),
        "0:45 " + say("clock-left"),
        say("relation-replies_to", what=f"{say.issue('youth', '1.1')} · Rural connectivity"),
        say("relation-asks", what=say.party("workers")),
        *(say.seat(name) for name in ("MX", "HT", "CO")),
        say("observer-more", count=2),
        f"{say('round-number', round=1)} · {say('phase-exchange')}",
        say("relation-raises", what="Rural connectivity"),
        say("observer-issues-open", count=1),
        say("observer-updated", time=""),
        say("observer-zone", zone="Bogotá"),
    ):
        assert sentence.strip() in text, sentence
    assert say.seat("PE") not in text, "R36: the public sees the next three"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", KINDS)
def test_every_moment_is_a_sentence_of_the_catalogues(lang: Language, path: str) -> None:
    """Scheduled, free, called, speaking, held, suspended, a point of order, closed: no ids, no empty pages."""
    ids = re.compile(
        r"\b(?:floor|say|hold|suspended|phase|lane|relation|observer|hall|clock|language)-[a-z_-]+\b"
    )
    moments = list(all_moments())
    for kind, play in moments:
        page = drawn(play, lang, path)
        assert not ids.search(page.text), (kind, ids.search(page.text))
        assert any(tag == "h2" for tag, _ in page.seen), kind
    assert len({drawn(play, lang, path).text for _, play in moments}) == len(moments)


def all_moments() -> Any:
    """One of each."""
    play = Play()
    yield "scheduled", play
    play = Play()
    play.to_exchange()
    yield "free", play
    play = Play()
    play.to_exchange()
    play.ask("BR")
    play.primary()
    yield "called", play
    play = speaking()
    yield "speaking", play
    play = speaking()
    play.do(Hold(play.floor.id, "technical"))
    yield "held", play
    play = speaking()
    play.do(Suspend("break"))
    yield "suspended", play
    play = speaking()
    play.do(RaisePoint(SeatId("MX")), seat("MX"))
    play.do(RecognisePoint(next(iter(play.state.points))))
    yield "point", play
    play = Play()
    play.to_exchange()
    play.do(MoveStep(play.state.step, Step("closing")))
    play.do(MoveStep(play.state.step, Step("closed")))
    yield "closed", play


def test_what_outranks_the_speaker_is_said_first() -> None:
    """A point of order and why the clock stands still (R30); when the session goes on after a break (R3)."""
    say, moments = words("en"), dict(all_moments())
    for path in KINDS:
        text = drawn(moments["point"], "en", path).text
        assert say("say-point", name=say.seat("MX")) in text
        assert say("say-point-stands") in text
        assert say("say-resumes-unknown") in drawn(moments["suspended"], "en", path).text


def test_a_clock_that_is_over_says_so() -> None:
    """With a plus and a word (R22)."""
    play = speaking()
    play.wait(60_000)
    assert "+0:15 " + words("es")("clock-over") in drawn(play).text


@pytest.mark.parametrize("path", KINDS)
def test_nobodys_text_becomes_markup(path: str) -> None:
    """The title of an issue, a request's text and the chair's message are words, whatever is in them."""
    play = Play()
    play.to_interventions()
    play.do(RaiseIssue(SeatId("youth-1"), play.setup.themes[0].id, title=NASTY), seat("youth-1"))
    play.speak(play_target(play))
    play.do(ShowMessage(NASTY))
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    play.do(
        Ask(SeatId("BR"), links=Links(replies_to=(next(iter(play.state.issues)),)), text=NASTY),
        seat("BR"),
    )
    while play.primary() != "start":
        pass
    page = drawn(play, path=path)
    assert NASTY in page.text
    assert not {tag for tag, _ in page.seen} & {"script", "img"}
    assert not [key for _, attributes in page.seen for key in attributes if key.startswith("on")]


def macros() -> tuple[Any, Phrasebook]:
    """The fragments of the page /, and what they say it with."""
    module = templates.get_template("observer_parts.html").module
    return module, Phrasebook(Names.of(view_of(Play())), "es")


def test_attributes_cannot_be_left() -> None:
    """A quote in a value is a quote in a value."""
    module, say = macros()
    links = [attributes for tag, attributes in Page(module.head(say, ['"><script>'])).seen if tag == "a"]
    assert [link["hreflang"] for link in links] == ['"><script>']


def test_a_fragment_is_drawn_from_its_inputs_alone() -> None:
    """What it asks for and is not given is an error, not a gap: so it is always drawn anew when that changes."""
    module, say = macros()
    with pytest.raises(UndefinedError):
        module.floor(say, situation="free", said=["The chair has the floor"], left=None, point_left=None)


@pytest.mark.parametrize("path", KINDS)
def test_a_page_is_the_same_whatever_was_kept_of_the_one_before(path: str) -> None:
    """Fragments that are not drawn again are those that have not changed: from any moment to any other."""
    page, wish, kept = KINDS[path].page, Wish("pt"), Kept()
    moments = [(view_of(play), wish, play.now_ms) for _, play in all_moments()]
    fresh = [page.draw(*moment) for moment in moments]
    for before, after in itertools.permutations(range(len(moments)), 2):
        page.draw(*moments[before], kept)
        assert page.draw(*moments[after], kept) == fresh[after]


def test_a_name_that_is_corrected_is_corrected_in_every_fragment() -> None:
    """Though nothing else of what they show has changed: names are among their inputs, of issues too."""
    view, page, wish, kept = view_of(speaking()), KINDS["/"].page, Wish("es"), Kept()
    page.draw(view, wish, 0, kept)
    seats = view.seats | {SeatId("BR"): replace(view.seats[SeatId("BR")], name={"es": "Otro nombre"})}
    (key, issue), *_ = view.issues.items()
    for corrected in (
        replace(view, seats=seats),
        replace(view, issues={key: replace(issue, title="Otro título")}),
    ):
        text = page.draw(corrected, wish, 0, kept)
        assert text == page.draw(corrected, wish, 0)
        assert "Otro" in text


def test_a_fragment_that_has_not_changed_is_not_drawn_again() -> None:
    """A second later the clock and the time of day have; a message is the message and nothing else."""
    play, page, wish, kept = speaking(), KINDS["/"].page, Wish("es"), Kept()
    first = page.fragments(view_of(play), wish, play.now_ms, kept)
    play.wait(1_000)
    second = page.fragments(view_of(play), wish, play.now_ms, kept)
    assert {name for name in first if first[name] is not second[name]} == {"floor", "updated"}
    play.do(ShowMessage("Coffee"))
    third = page.fragments(view_of(play), wish, play.now_ms, kept)
    assert {name for name in first if second[name] is not third[name]} == {"message"}


def test_a_screen_shows_the_speaker_or_the_list() -> None:
    """Not the story, nor the issues: it is read from far away."""
    play, say = speaking(), words("en")
    speaker, listed = (drawn(play, "en", "/screen", scene=scene).text for scene in ("speaker", "list"))
    assert say("relation-asks", what=say.party("workers")) in speaker
    assert say("hall-list") in listed
    assert say("hall-list-more", count=2) in listed
    for text in (speaker, listed):
        assert "0:45" in text
        assert say.seat("BR") in text
        assert say("observer-story") not in text


def test_the_sessions_state_outranks_the_list() -> None:
    """In a suspension nobody is next at once."""
    play = speaking()
    play.do(Suspend("break"))
    assert words("en")("hall-list-empty") not in drawn(play, "en", "/screen", scene="list").text
    assert words("en")("suspended-break") in drawn(play, "en", "/screen", scene="list").text


def test_a_rehearsal_says_so() -> None:
    """On every page."""
    play = Play(setup=replace(shipped_setup(), clock_rate=60))
    for path in KINDS:
        assert words("es")("rehearsal") + " ×60" in drawn(play, path=path).text


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("", None),
        ("pt-BR,pt;q=0.9,en;q=0.8", "pt"),
        ("de, en;q=0.5, fr;q=0.7", "fr"),
        ("en;q=0, es;q=0.1", "es"),
        ("*", None),
        ("en;q=1.2.3, fr", "fr"),
        (",;q=,,en;q=", None),
        ("est, end;q=0.5", None),
        ("xx," * 5_000 + "en", None),
    ],
)
def test_the_browsers_languages_are_weighed(header: str, lang: str | None) -> None:
    """The first of ours by weight; a header that makes no sense is as good as none."""
    assert preferred(header) == lang


def test_times_are_written_as_the_live_faces_write_them() -> None:
    """The same cases as in web_client/shared/time.test.ts."""
    assert [figures(ms) for ms in (120_000, 119_001, 48_000, 1, 0, -1_000, -15_500, 3_723_000)] == [
        "2:00",
        "2:00",
        "0:48",
        "0:01",
        "0:00",
        "+0:01",
        "+0:15",
        "1:02:03",
    ]
    assert duration(118_999) == "1:58"
    assert day(1_334_331_000_000, "America/Bogota", "en") == "13 April 2012"
    assert zone_name("America/Argentina/Buenos_Aires") == "Buenos Aires"


def test_the_built_documents_have_a_place_for_it() -> None:
    """Where the live face mounts; the language is that of the page, and scripts that fail do not leave it stale."""
    for name in ("index", "screen"):
        document = (CATALOGUES.parents[1] / f"web_client/{name}.html").read_text("utf-8")
        whole = complete(document, Markup("<p>drawn</p>"), "pt")
        assert f"{PLACE}<p>drawn</p></div>" in whole
        assert '<html lang="pt" translate="no">' in whole
        assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in whole
        assert re.search(r'<script src="noscript/noscript\.js\?v=[0-9a-f]{12}"></script></head>', whole)


def test_a_document_without_a_place_stays_as_it_is() -> None:
    """Nothing is guessed."""
    assert complete("<p>other</p>", Markup("<p>drawn</p>"), "pt") == "<p>other</p>"


def test_pages_need_no_more_than_the_view() -> None:
    """An empty list and a closed dialogue are no special cases for whoever calls."""
    play = Play()
    for path in KINDS:
        assert KINDS[path].page.draw(view_of(play), Wish("es", "list"), play.now_ms)


@pytest.mark.parametrize("name", ["שרת החינוך", "وزيرة التعليم"])
def test_a_name_from_right_to_left_turns_nothing_around(name: str) -> None:
    """A guest's name and function are set apart within our sentences; what stands in an element is in a <bdi>."""
    play = Play()
    play.to_exchange()
    play.do(AddGuest(name, name, "en", 60_000))
    play.do(ShowMessage(name))
    play.primary()
    play.primary()
    view = view_of(play)
    say = Phrasebook(Names.of(view), "en")
    apart = f"\u2068{name}\u2069"
    assert say.seat(SeatId("guest-1")) == apart
    assert apart in say.capacity(SeatId("guest-1"))
    drawn = KINDS["/"].page.draw(view, Wish("en"), play.now_ms)
    assert f"<bdi>{name}</bdi>" in drawn
