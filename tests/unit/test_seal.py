"""What servers seal: read by their like alone, and no two alike."""

import pytest

from server.access.seal import LENGTH, Seal

SEAL = Seal(b"the secret of all nodes")


@pytest.mark.parametrize("number", [0, 1, 255, 256, 10**6, 2**64 - 1])
def test_a_number_comes_back_at_every_node_as_it_was(number: int) -> None:
    """Whatever its size, the text is as long: the length tells nothing."""
    sealed = SEAL.close("seat:BR", number)
    assert len(sealed) == LENGTH
    assert Seal(b"the secret of all nodes").open("seat:BR", sealed) == number


def test_no_two_seals_are_alike() -> None:
    """The same number for the same audience, a hundred times: no place of the text repeats more than by chance."""
    seals = [SEAL.close("public", 7) for _ in range(100)]
    assert len(set(seals)) == 100
    for place in range(LENGTH):
        assert len({sealed[place] for sealed in seals}) > 20


@pytest.mark.parametrize("audience", ["", "public", "seat:BR2", "seat:B", "seat:MX", "console", "screens"])
def test_what_was_sealed_for_others_is_nothing_here(audience: str) -> None:
    """Another audience, or the same by another secret."""
    assert SEAL.open(audience, SEAL.close("seat:BR", 7)) is None
    assert Seal(b"another").open("seat:BR", SEAL.close("seat:BR", 7)) is None


def test_a_seal_that_was_touched_is_none() -> None:
    """Any character changed, one missing, one more; and whatever else a client may send."""
    sealed = SEAL.close("public", 7)
    for place in range(LENGTH):
        other = "A" if sealed[place] != "A" else "B"
        assert SEAL.open("public", sealed[:place] + other + sealed[place + 1 :]) is None
    for made_up in (
        "",
        "7",
        sealed[:-1],
        sealed + "A",
        sealed[:-4],
        f" {sealed[1:]}",
        "é" * LENGTH,
        "=" * 48,
    ):
        assert SEAL.open("public", made_up) is None
