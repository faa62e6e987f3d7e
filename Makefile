# Everything a newcomer types. `make rehearse` and `make test` set up what they need.

PYTHON ?= python3
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
# One more than there are cores: a test often waits for a disk, a browser, or a bot of its own.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
# A test waits for the disk at each commit of its databases. Where there is room in memory, it need not.
SCRATCH ?= $(shell test "$$(df -Pk /dev/shm 2>/dev/null | awk 'END {print $$4}')" -gt 4000000 2>/dev/null \
	&& test -w /dev/shm && echo /dev/shm || echo "$${TMPDIR:-/tmp}")
SCENE ?= questions
KILLS ?= 200
SEED ?=

.PHONY: rehearse invite run doctor tables test crash-test attack lint format lock clean bench pictures

rehearse: $(VENV)/.ready
	@$(BIN)/python -m rehearsal $(ARGS)

# The link by which the bot is added to a server: with what `/setup` needs to make channels and roles.
invite: $(VENV)/.ready
	@$(BIN)/equal-footing invite --setup $(ARGS)

run: $(VENV)/.ready
	@$(BIN)/equal-footing run $(ARGS)

doctor: $(VENV)/.ready
	@$(BIN)/equal-footing doctor $(ARGS)

tables: $(VENV)/.ready
	@$(BIN)/equal-footing tables $(ARGS)

test: $(VENV)/.ready-dev lint
	TMPDIR=$(SCRATCH) $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

# Kills the bot at so many steps of a scene, all of it played for each: `make crash-test SCENE=meeting KILLS=100`.
# SCENE: `questions` (asked and answered), `meeting` (from its plan to its record), `events` (the server's list).
crash-test: $(VENV)/.ready-dev
	@$(BIN)/python -m tests.crash --scene $(SCENE) --kills $(KILLS) $(if $(SEED),--seed $(SEED))

# The long attack on anonymity: who has everything but the key, and who has the key.
attack: $(VENV)/.ready-dev
	@$(BIN)/python -m tests.attacks $(ARGS)

# The pictures of the practice room in docs/img, taken anew. Needs Chromium.
pictures: $(VENV)/.ready-dev
	@$(BIN)/python -m tests.browser.pictures

# How long an acknowledgement takes, beside a bare discord.py bot's reply; and finding terms among 100,000 (only
# that: ARGS=--only-glossary). Run it on a machine that is idle.
bench: $(VENV)/.ready
	@$(BIN)/python -m benchmarks $(ARGS)

lint: $(VENV)/.ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Resolves the lock files again, for every Python from 3.11 on. Needs uv, which nothing else does.
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		--no-emit-index-url --no-emit-find-links \
		--extra build pyproject.toml -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		--no-emit-index-url --no-emit-find-links \
		--extra build --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:
	rm -rf $(VENV)

$(VENV)/.ready: requirements.txt pyproject.toml | $(VENV)/.made
	@echo "Installing what the bot needs (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	@echo "Installing what the tests need (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Equal Footing needs Python 3.11 or later; $(PYTHON) is older. Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "This Python cannot make virtual environments. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@
