"""What a starting server reads, and what it leaves alone."""

import json
import subprocess
import sys

READ = """
import json, sys
import server.__main__
from server import lean
lean.read_socketio()
from server import serving
print(json.dumps(sorted(sys.modules)))
import aiohttp, redis.asyncio
import server.journal.redis
"""


def test_a_server_on_a_file_reads_no_client_and_no_redis() -> None:
    """Neither aiohttp nor redis nor the rehearsal; what is needed after all can be read later."""
    told = subprocess.run([sys.executable, "-c", READ], check=True, capture_output=True, text=True)
    read = set(json.loads(told.stdout))
    assert {"socketio", "server.app", "server.journal.sqlite"} <= read
    assert not read & {"aiohttp", "redis", "server.rehearsal", "server.operations", "server.wire.schema"}
