"""Exactly once: an act that a client repeats, because it never heard the answer, happens once."""

import asyncio
from pathlib import Path

from server.dialogue.model.ids import Actor, SeatId
from server.dialogue.model.state import Step
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.session import MoveStep
from server.wire.messages import Accepted, Answer, Refusal
from tests.support.client import Client, client
from tests.support.play import CHAIR
from tests.support.server import ServerProcess, serving, token_of

BRAZIL = Actor("seat", "BR")
ASK = Ask(SeatId("BR"))


def entry_of(face: Client, answer: Answer) -> int:
    """The entry of an act that must have been accepted."""
    assert isinstance(answer, Accepted)
    return face.opened(answer.as_of)


async def test_a_repeated_command_gets_the_first_answer(tmp_path: Path) -> None:
    """On the same connection, on another one, at the same time."""
    async with serving(tmp_path) as server:
        token = token_of(server, BRAZIL)
        async with client(server.url, token) as phone, client(server.url, token) as tablet:
            answers = await asyncio.gather(*(one.do(ASK, "asked-once") for one in (phone, tablet, phone)))

            assert [entry_of(phone, answer) for answer in answers] == [1] * 3
            assert len(server.session.state.requests) == 1
            again = await phone.do(ASK, "asked-anew")
            assert isinstance(again, Refusal)
            assert again.code == "already_asked"


async def test_an_id_is_the_actors_own(tmp_path: Path) -> None:
    """The same id from somebody else is another command."""
    async with serving(tmp_path) as server:
        chile = Actor("seat", "CL")
        async with (
            client(server.url, token_of(server, BRAZIL)) as one,
            client(server.url, token_of(server, chile)) as other,
        ):
            assert entry_of(one, await one.do(ASK, "the-same-id")) == 1
            assert entry_of(other, await other.do(Ask(SeatId("CL")), "the-same-id")) == 2


async def test_a_command_sent_again_after_a_crash_is_known(tmp_path: Path) -> None:
    """The server is killed after it acknowledged; the client never heard, and asks again."""
    with ServerProcess(tmp_path / "data").started() as server:
        phone = Client(server.url, server.token(BRAZIL))
        await phone.connect()
        first = await phone.do(ASK, "asked-once")
        server.kill()
        await phone.got("cut")
        server.start()
        await phone.got("welcome", 2)

        again = await phone.do(ASK, "asked-once")
        assert entry_of(phone, again) == entry_of(phone, first) == 1
        await phone.close()


async def test_an_id_used_again_for_another_command_is_told_apart_after_a_crash(tmp_path: Path) -> None:
    """Nothing is done under an id that stands for something else; the first command, sent again, is answered."""
    with ServerProcess(tmp_path / "data").started() as server:
        phone = Client(server.url, server.token(BRAZIL))
        await phone.connect()
        first = await phone.do(ASK, "asked-once")
        other = Ask(SeatId("BR"), text="something else")
        for welcomed in (1, 2):
            await phone.got("welcome", welcomed)
            assert await phone.do(other, "asked-once") == Refusal(code="id_reused", about="")
            again = await phone.do(ASK, "asked-once")
            assert entry_of(phone, again) == entry_of(phone, first) == 1
            if welcomed == 1:
                server.kill()
                await phone.got("cut")
                server.start()
        await phone.close()


async def test_a_kill_between_commands_leaves_each_once(tmp_path: Path) -> None:
    """A hundred acts in flight when the server is killed; all sent again: each happened once, in order."""
    with ServerProcess(tmp_path / "data").started() as server:
        chair = Client(server.url, server.token(CHAIR))
        await chair.connect()
        await chair.done(MoveStep(chair.step, Step("opening")))
        texts = [f"message {n}" for n in range(100)]
        answers: dict[str, int] = {}

        async def send(text: str) -> None:
            answers[text] = entry_of(chair, await chair.do(ShowMessage(text), text))

        flight = [asyncio.create_task(send(text)) for text in texts]
        await chair.until(lambda: chair.seq > 5)
        server.kill()
        for task in flight:
            task.cancel()
        await asyncio.gather(*flight, return_exceptions=True)
        acknowledged = dict(answers)
        server.start()
        await chair.got("welcome", 2)

        for text in texts:
            await send(text)
        assert acknowledged.items() <= answers.items()
        assert [answers[text] for text in texts] == list(range(2, 102))
        await chair.close()
