# Palabra. `make help` lists what there is; `make run` and `make test` are all a newcomer needs.
# Works with GNU make 3.81 (macOS) or newer; any other make stops here, at the line that says what to do:
ifeq ("This Makefile is for GNU make. Try: gmake","")
endif

# May be set on the command line or in the environment; there also as PALABRA_DATA and PALABRA_CONFIG, which
# `python -m server …` reads without make.
PORT ?= 8012
DATA ?= $(or $(PALABRA_DATA),./data)
CONFIG ?= $(or $(PALABRA_CONFIG),config.toml)
PYTHON ?= python3
PYTEST_ARGS ?=
ARGS ?=
SEED ?= 1
MINUTES ?= 0.7
BROKEN ?=

SHELL := sh
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
ONCE := $(PY) .ci/once.py
NODE := sh .ci/node.sh
# Tests that compute: one worker for each processor, up to four; one that has nothing left takes over from another.
COMPUTE := --numprocesses auto --maxprocesses 4 --dist worksteal
# Tests that mostly wait for servers and pages: twice as many, up to eight; each takes the next test that is left.
WAIT = --numprocesses $$($(PY) -c 'import os; print(min(8, 2 * (os.cpu_count() or 1)))') --dist load --maxschedchunk 1
# Bytecode is kept, whatever the environment says: to compile all tests anew takes each worker four seconds.
PYTEST := PYTHONDONTWRITEBYTECODE= $(PY) -m pytest
# The pages' own tests, but where PYTEST_ARGS names files.
VITEST = $(if $(filter tests/%,$(PYTEST_ARGS)),:,$(NODE) vitest run --config web_client/shared/build/tests.ts)
# A folder's tests; where PYTEST_ARGS names files, those alone: pytest itself tells a path from what an option is given.
IN = --override-ini testpaths=$1 $(PYTEST_ARGS)
CHROMIUM = $(ONCE) .cache/chromium/.done "Chromium, unpacked for the browser tests" tests/support/chromium.py \
  node_modules/@sparticuz/chromium/package.json -- $(NODE) $(PY) -m tests.support.chromium
# What Prettier writes; the length of a line is .editorconfig's.
PAGES := "{web_client,moderator_console}/**/*.{ts,js,svelte,css}" eslint.config.js
WORKSPACES := package.json web_client/package.json moderator_console/package.json
# What both workspaces are built from.
COMMON := tsconfig.base.json package-lock.json web_client/shared server/locale

.DEFAULT_GOAL := help
.PHONY: help run dev rehearse cluster links test vitest pytest test-unit test-integration test-browser coverage mutation mutation-web chaos endurance strangers pictures format hooks check check-style check-types \
        check-imports check-web check-generated generate build setup setup-server setup-rehearsal setup-tests setup-build setup-web lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' Makefile

run: setup-server build ## the server, built first where needed (PORT=8012 DATA=./data CONFIG=config.toml)
	@exec $(PY) -m server run --config "$(CONFIG)" --data "$(DATA)" --port "$(PORT)"

dev: setup-server setup-build ## server and pages from their sources, each anew as it changes (PORT, DATA, CONFIG as above)
	@PALABRA_CONFIG="$(CONFIG)" PALABRA_DATA="$(DATA)" PORT="$(PORT)" exec $(PY) .ci/dev.py

rehearse: setup-rehearsal build ## a dialogue with made-up participants (ARGS=…)
	@exec $(PY) -m server rehearse --config "$(CONFIG)" $(ARGS)

cluster: setup-tests build ## Redis with a replica and Sentinel, three nodes, a proxy in front (PORT=8012)
	@exec $(PY) -m tests.cluster --port "$(PORT)"

links: setup-server ## the personal links of console, seats and screens
	@exec $(PY) -m server links --config "$(CONFIG)" --data "$(DATA)" $(ARGS)

# First the pages' own tests, then all others in one run: while some wait, others compute. Both run to their end.
test: setup-tests setup-web build ## every test: what the next three do, in less time (PYTEST_ARGS=…)
	@$(CHROMIUM)
	@$(MAKE) --no-print-directory --keep-going --jobs 1 vitest pytest

vitest:
	@$(VITEST)

pytest:
	@$(PYTEST) $(WAIT) $(PYTEST_ARGS)

test-unit: setup-tests setup-web ## the pure core and the pages' own logic, in seconds (PYTEST_ARGS=…)
	@$(VITEST)
	@$(PYTEST) $(COMPUTE) $(call IN,tests/unit)

test-integration: setup-tests build ## a running server, journals on disk and on a real Redis (PYTEST_ARGS=…)
	@$(PYTEST) $(WAIT) $(call IN,tests/integration)

test-browser: setup-tests setup-web build ## the faces in a real Chromium (PYTEST_ARGS=…)
	@$(CHROMIUM)
	@$(PYTEST) $(WAIT) $(call IN,tests/browser)

coverage: setup-tests ## every branch of the core, server/dialogue, taken by a test of its own (names those that are not)
	@$(PY) -m coverage run -m pytest --numprocesses 0 --quiet $(call IN,tests/unit/dialogue)
	@$(PY) -m coverage report

mutation: setup-tests ## small changes to the core, one after the other: which does no test notice? Resumes (ARGS="--only floor")
	@exec $(PY) -m tests.mutation --seed "$(SEED)" $(ARGS)

mutation-web: setup-web ## small changes of what the faces share: does a test fail for each? Names those of which none does
	@$(NODE) stryker run web_client/shared/build/mutation.js $(ARGS)

chaos: setup-tests build ## a cluster, broken at random: what is acknowledged must hold (SEED=1 MINUTES=0.7 BROKEN=no_wait)
	@exec $(PY) -m tests.chaos --seeds "$(SEED)" --minutes "$(MINUTES)" $(if $(BROKEN),--broken $(BROKEN)) $(ARGS)

strangers: setup-tests build ## hostile clients of every kind beside a rehearsal (ARGS="--seconds 600 --files 1024")
	@exec $(PY) -m tests.load.strangers $(ARGS)

endurance: setup-tests setup-web build ## two hours of a session in minutes, on phones that sleep and roam (ARGS="--speed 30")
	@$(CHROMIUM)
	@exec $(PY) -m tests.endurance $(ARGS)

check: check-style check-types check-imports check-web check-generated ## style, types, direction of imports, generated files (-k: all faults at once)

check-style: setup-tests
	@$(PY) -m ruff check --quiet --output-format concise .
	@$(PY) -m ruff format --quiet --check .

check-types: setup-tests
	@$(PY) -m mypy

check-imports: setup-tests
	@$(PY) .venv/bin/lint-imports --no-logo --cache-dir .cache/import_linter

check-web: setup-web
	@for workspace in web_client moderator_console; do \
	  $(NODE) svelte-check --workspace $$workspace --tsconfig ./tsconfig.json --fail-on-warnings --output human || exit 1; \
	done
	@$(NODE) eslint . --max-warnings 0
	@$(NODE) prettier --check --log-level warn $(PAGES)

check-generated: setup-server setup-web
	@sh .ci/generate.sh check

pictures: setup-tests setup-web build ## the README's pictures, out of a rehearsal at its middle (ARGS="--all FOLDER": every face)
	@$(CHROMIUM)
	@exec $(PY) -m tests.pictures $(ARGS)

format: setup-tests setup-web ## every source as ruff and Prettier write it
	@$(PY) -m ruff format --quiet .
	@$(NODE) prettier --write --log-level warn $(PAGES)

hooks: ## git calls .ci/pre-commit before each commit, in this clone
	@git config core.hooksPath .ci

generate: setup-server setup-web ## the TypeScript types of the messages, and the schema of the record
	@sh .ci/generate.sh write

build: setup-build ## the pages, into web_client/dist and moderator_console/dist
	@$(ONCE) web_client/dist/.done "Pages for seats, screens and observers" web_client $(COMMON) \
	  -- $(NODE) vite build web_client
	@$(ONCE) moderator_console/dist/.done "Pages for the chair's console" moderator_console $(COMMON) \
	  -- $(NODE) vite build moderator_console

setup: setup-tests setup-web ## everything that running, testing and checking need

setup-server:
	@PYTHON="$(PYTHON)" sh .ci/venv.sh
	@$(ONCE) .venv/.done-server "Python packages of the server" server/requirements.lock \
	  -- $(PIP) -r server/requirements.lock

# The clients of a played session: a server has no use for them.
setup-rehearsal: setup-server
	@$(ONCE) .venv/.done-rehearsal "Python packages of a rehearsal" server/rehearsal/requirements.lock \
	  server/requirements.lock --or .venv/.done-tests \
	  -- $(PIP) -r server/requirements.lock -r server/rehearsal/requirements.lock

setup-tests: setup-server
	@$(ONCE) .venv/.done-tests "Python packages of the tests" \
	  tests/requirements.lock server/rehearsal/requirements.lock server/requirements.lock \
	  -- $(PIP) -r server/requirements.lock -r server/rehearsal/requirements.lock -r tests/requirements.lock

# What builds the pages. The tests' packages (a browser among them) weigh twice as much: not for `make run`.
setup-build: setup-server
	@$(ONCE) node_modules/.done-build "npm packages that build the pages" package-lock.json .npmrc $(WORKSPACES) \
	  --or node_modules/.done-web -- $(NODE) npm ci --omit=dev

setup-web: setup-server
	@$(ONCE) node_modules/.done-web "npm packages of the pages and their tests" package-lock.json .npmrc $(WORKSPACES) \
	  -- $(NODE) npm ci

lock: setup-web ## new lock files from the *.in and package.json files (needs uv on PATH)
	@sh .ci/lock.sh

clean: ## back to a fresh clone, but for the data
	rm -rf .venv .cache node_modules web_client/node_modules moderator_console/node_modules web_client/dist moderator_console/dist
	find server tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +
