"""Numbers that a server gives its clients to keep and bring back, to whichever node, and that tell them nothing.

A client's view is as of some entry of the journal. The entry's number, told openly, would betray what others did in
private; sealed, only a server of the same secret can read it, and nobody can make one up or bring another's.
"""

import base64
import hashlib
import hmac
import secrets
from typing import Final

NONCE_BYTES: Final = 12
NUMBER_BYTES: Final = 8
TAG_BYTES: Final = 16
"""128 of HMAC-SHA256's 256 bits (RFC 2104, section 5, on truncation: at least half)."""
LENGTH: Final = 48
"""Characters of base64url of the three together; nothing is left over to vary."""


class Seal:
    """Encrypt, then authenticate (Bellare and Namprempre, 2000), both by HMAC-SHA256 with keys of their own.

    Each seal has a nonce by chance: two of the same number are no more alike than two of others, so that whoever
    compares them, between nodes, audiences or connections, learns nothing.
    """

    def __init__(self, secret: bytes) -> None:
        self._cipher = hmac.digest(secret, b"palabra seal, cipher", hashlib.sha256)
        self._tag = hmac.digest(secret, b"palabra seal, tag", hashlib.sha256)

    def close(self, audience: str, number: int) -> str:
        """Return a number (0 to 2^64 - 1) as text for clients of an audience, `LENGTH` characters."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        box = nonce + self._masked(nonce, number.to_bytes(NUMBER_BYTES))
        return base64.urlsafe_b64encode(box + self._tag_of(audience, box)).decode()

    def open(self, audience: str, sealed: str) -> int | None:
        """Return what was sealed for the audience; None: that was not sealed, not for it, or by another secret."""
        try:
            whole = base64.b64decode(sealed, b"-_", validate=True)
        except ValueError:
            return None
        box, tag = whole[:-TAG_BYTES], whole[-TAG_BYTES:]
        if len(sealed) != LENGTH or not hmac.compare_digest(tag, self._tag_of(audience, box)):
            return None
        nonce = box[:NONCE_BYTES]
        return int.from_bytes(self._masked(nonce, box[NONCE_BYTES:]))

    def _masked(self, nonce: bytes, number: bytes) -> bytes:
        mask = hmac.digest(self._cipher, nonce, hashlib.sha256)
        return bytes(one ^ other for one, other in zip(number, mask, strict=False))

    def _tag_of(self, audience: str, box: bytes) -> bytes:
        """The box has always the same length: where it begins in the text is certain."""
        return hmac.digest(self._tag, audience.encode() + box, hashlib.sha256)[:TAG_BYTES]
