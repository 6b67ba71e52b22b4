#!/bin/sh
# The wire protocol is defined once, in server/wire; this derives web_client/shared/wire.{schema.json,gen.ts} from it,
# and from the record's model (server/record) the schema with which its JSON is published.
#   generate.sh write   writes them
#   generate.sh check   fails where they are not what `write` would write
set -eu
target=web_client/shared
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

.venv/bin/python -m server schema >"$made/wire.schema.json" 2>"$made/error" || {
  tail -n 3 "$made/error" >&2
  echo "No wire types: \`python -m server schema\` failed (above)." >&2
  exit 1
}
# Also the types that no message refers to; no index signatures, since unknown fields are forbidden.
sh .ci/node.sh json2ts --input "$made/wire.schema.json" --output "$made/wire.gen.ts" \
  --unreachableDefinitions --additionalProperties=false \
  --bannerComment '// Made by `make generate` from server/wire. Change it there.'

# json2ts says of each type which one refers to it: noise in a file of a hundred types.
.venv/bin/python - "$made/wire.gen.ts" <<'PYTHON'
import re, sys
from pathlib import Path

path = Path(sys.argv[1])
text = re.sub(r"(?: \*\n)? \* This interface was referenced by [^\n]*\n \* via the `\w+` \"\w+\"\.\n", "", path.read_text())
path.write_text(text.replace("/**\n */\n", ""))
PYTHON

.venv/bin/python -c 'import sys; from server.record.data import schema_text; sys.stdout.buffer.write(schema_text())' \
  >"$made/record.schema.json"

for file in $target/wire.schema.json $target/wire.gen.ts server/record/record.schema.json; do
  if [ "$1" = write ]; then
    cp "$made/${file##*/}" "$file"
  elif ! diff -u "$file" "$made/${file##*/}" >"$made/diff" 2>&1; then
    head -n 40 "$made/diff" >&2
    echo "$file is not what its model says. Run: make generate" >&2
    exit 1
  fi
done
