#!/bin/sh
# Makes .venv from a Python >= 3.11, once. A missing prerequisite is named with its remedy.
# Asked on every `make`: quick where .venv stands and its interpreter still runs.
set -eu
[ -f .venv/.ready ] && .venv/bin/python -c '' 2>/dev/null && exit 0

fail() { printf '\n%s\n' "$1" >&2; exit 1; }

python=
for candidate in "${PYTHON:-python3}" python3.13 python3.12 python3.11; do
  if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$candidate
    break
  fi
done
found=$("${PYTHON:-python3}" --version 2>/dev/null || echo "not to be found")
[ -n "$python" ] || fail "Palabra needs Python 3.11 or newer; ${PYTHON:-python3} is $found.
Install one (Debian, Ubuntu: apt install python3 python3-venv) or name one: make PYTHON=/path/to/python3.12 …"

# Debian splits these off; without the check, venv would leave a half-made folder behind.
"$python" -c 'import venv, ensurepip' 2>/dev/null ||
  fail "$("$python" --version) has no venv module. Debian, Ubuntu: apt install python3-venv"

printf '· Python environment in .venv, from %s\n' "$("$python" --version)"
"$python" -m venv --clear .venv
touch .venv/.ready
