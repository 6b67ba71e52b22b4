"""Free TCP ports on loopback."""

import socket


def free_port() -> int:
    """A port that nothing listened on a moment ago. Somebody may take it before you do: retry a failed start."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
