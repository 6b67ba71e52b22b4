"""What SQLite's write-ahead log holds beyond the journal's end: entries that a damaged log has lost.

SQLite takes a log to end before the first frame whose checksum is wrong, because a power cut leaves such a frame
behind (sqlite.org/fileformat2.html#the_write_ahead_log). A flipped bit in the middle of the log looks the same,
and everything after it would be gone without a word. The bytes of those entries are still in the file, though.
"""

import re
from typing import Final

# How an entry's bytes begin, in every format (`codec`). Within an entry's texts the quotes are escaped.
BEGIN: Final = re.compile(rb'\{"format":[0-9]{1,9},"entry":\{"seq":([0-9]{1,18}),')


def lost_after(log: bytes, head_seq: int) -> int | None:
    """Return the last entry that `log` shows traces of, where the journal has lost some; None where it has not.

    `head_seq` is the journal's last entry, looked up after the log was read. One entry more is no loss: it was being
    written when the machine stopped, and an entry is begun only when the one before it is synced. Two more mean
    that one was synced, so perhaps acknowledged, and is gone.
    """
    last = max((int(found[1]) for found in BEGIN.finditer(log)), default=0)
    return last if last >= head_seq + 2 else None
