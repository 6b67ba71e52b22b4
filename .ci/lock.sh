#!/bin/sh
# Writes the lock files anew. They say what is installed (name, version, hash), never from where.
set -eu
command -v uv >/dev/null || { echo "Locking needs uv (pip install uv); installing from the locks does not." >&2; exit 1; }

for input in server/requirements server/rehearsal/requirements tests/requirements .ci/node; do
  uv pip compile "$input.in" --output-file "$input.lock" --quiet --universal --python-version 3.11 --generate-hashes \
    --only-binary :all: --no-header --no-emit-index-url --no-emit-find-links
done

sh .ci/node.sh npm install --package-lock-only
# npm notes where packages ask for donations; a lock file is no place for addresses.
.venv/bin/python - <<'PYTHON'
import json
from pathlib import Path

path = Path("package-lock.json")
lock = json.loads(path.read_text())
for package in lock["packages"].values():
    package.pop("funding", None)
path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n")
PYTHON
