"""What a client may send on a socket: all that faces send passes unchanged, nothing else reaches python-socketio."""

import pytest

from server.live.packets import UNKNOWN, checked

PROPER = [
    "1",
    "2probe",
    "3",
    "5",
    "40",
    "40/,",
    '40{"wire":1,"token":"abc","note":"}\\n"}',
    "41",
    '42["probe",{}]',
    '42["sync"]',
    '4217["command",{"id":"12345678","command":{"type":"open_list"}}]',
    '42/,["status",{"error_ms":1.5,"as_of":""}]',
    '42["command",{"text":"[]{}\u2028 4 50-"}]',
]
MALFORMED = [
    "",
    "0",
    "2",
    "2" + "x" * 60_000,
    "6",
    "7",
    "x",
    "4",
    "43[]",
    "431[1]",
    "44{}",
    "4" * 10,
    "42",
    "42[",
    "42{}",
    "42[]",
    "42[123]",
    "42[null]",
    '42["probe",]',
    '42["probe"] ',
    '421234567890123456["probe"]',
    '42\u0661["probe"]',
    '42/admin,["probe"]',
    "40/admin,",
    '40{"token":"abc',
    "40[1]",
    '451-["command",{"_placeholder":true,"num":0}]',
    '461-7["x"]',
    "bAAAA",
    "[" * 60_000,
    "42" + "[" * 60_000 + "]" * 60_000,
]


@pytest.mark.parametrize("packet", PROPER)
def test_what_faces_send_passes(packet: str) -> None:
    """Letter by letter as it came."""
    assert checked(packet) == (packet, "")


@pytest.mark.parametrize("packet", MALFORMED)
def test_what_is_no_packet_is_dropped(packet: str) -> None:
    """Not JSON, no event, another namespace, an answer nobody asked for, attachments to come."""
    assert checked(packet) == (None, "malformed_packets")


@pytest.mark.parametrize("packet", [b"", b"\x00\x01", b'42["probe"]'])
def test_binary_is_dropped(packet: bytes) -> None:
    """No face sends any."""
    assert checked(packet) == (None, "binary_packets")


@pytest.mark.parametrize("name", ["take_the_floor", "connect", "disconnect", "__disconnect_final", UNKNOWN])
def test_other_events_become_one(name: str) -> None:
    """The names of the library's own events among them; whoever asked for an answer gets it."""
    assert checked(f'427["{name}",{{"a":1}}]') == (f'427["{UNKNOWN}","{name}"]', "unknown_events")


def test_a_long_name_is_cut() -> None:
    """It is echoed."""
    packet, _ = checked('42["' + "x" * 60_000 + '"]')
    assert packet is not None
    assert len(packet) < 100
