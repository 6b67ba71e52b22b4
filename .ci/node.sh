#!/bin/sh
# Runs a command with a fit Node.js first on PATH: the machine's own where it is new enough, else one from a
# Python wheel, installed into .venv (no root, no download but from the package index pip uses).
#   sh .ci/node.sh npm ci
set -eu
# Bounds as in package.json "engines": what vite, eslint and jsdom ask for.
fit='const [a, b] = process.versions.node.split(".").map(Number);
     process.exit((a === 20 && b >= 19) || (a === 22 && b >= 13) || a >= 24 ? 0 : 1)'

if ! { node -e "$fit" && command -v npm; } >/dev/null 2>&1; then
  .venv/bin/python .ci/once.py .venv/.done-node "Node.js, as none >= 20.19 is on PATH" .ci/node.lock -- sh .ci/node-wheel.sh || {
    printf '\nNo Node.js wheel fits this machine. Install Node.js 20.19, 22.13, 24 or newer, with npm, and try again.\n' >&2
    exit 1
  }
  PATH=$PWD/.venv/node:$PATH
fi
# Tools of the workspaces (vite, eslint …) by name, as in an npm script.
PATH=$PWD/node_modules/.bin:$PATH exec "$@"
