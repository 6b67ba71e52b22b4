"""Where the server is reached: whose pages may open a socket, and what stands before its addresses."""

import pytest

from server import address

HOST = {"HTTP_HOST": "127.0.0.1:8012"}
PUBLIC = "https://dialogue.example.org/d"


@pytest.mark.parametrize(
    ("public_url", "origin", "environ", "is_own"),
    [
        ("", "http://127.0.0.1:8012", HOST, True),
        ("", "https://dialogue.example.org", {"HTTP_HOST": "Dialogue.example.org"}, True),
        ("", "https://dialogue.example.org", HOST, False),
        ("", "https://other.example.org", HOST | {"HTTP_X_FORWARDED_HOST": "other.example.org, inner"}, True),
        (PUBLIC, "https://dialogue.example.org", HOST, True),
        ("https://A.org:443", "https://a.org", HOST, True),
        (PUBLIC, "http://dialogue.example.org", HOST, False),
        (PUBLIC, "https://dialogue.example.org.evil.example", HOST, False),
        (PUBLIC, "http://127.0.0.1:8012", HOST, True),
        (PUBLIC, "null", HOST, False),
        (PUBLIC, None, {}, False),
        ("", "://", {"HTTP_HOST": ""}, False),
        ("", "https://[", HOST, False),
    ],
)
def test_pages_of_the_public_url_and_of_the_host_that_was_asked_are_ours(
    public_url: str, origin: str | None, environ: dict[str, str], *, is_own: bool
) -> None:
    """Whatever TLS proxy stands between; others are counted, and nothing that a client sends is an error."""
    others: list[None] = []
    assert address.own_pages(public_url, lambda: others.append(None))(origin, environ) is is_own
    assert len(others) == (bool(origin) and not is_own)


def test_the_prefix_is_the_path_of_the_public_url() -> None:
    """None without a path."""
    assert [
        address.prefix(url) for url in ("", "https://a.org", "https://a.org/", PUBLIC, "http://a/b/c")
    ] == [
        "",
        "",
        "",
        "/d",
        "/b/c",
    ]
