"""What can go wrong in a rehearsal."""


class RehearsalError(Exception):
    """The rehearsal cannot go on. The message is for whoever started it."""


class NoAnswer(RehearsalError):
    """The server did not answer, or did not tell what it had to. The message says whom and what."""
