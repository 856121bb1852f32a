# How one works here. `make` alone lists what there is. Needs python3 (3.11 or newer) with its venv module, nothing else;
# where `uv` is installed, the packages come faster. Everything lands in .venv, which may be deleted at any time.

# The first of these that runs and is new enough.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v "$$p" && break; done)
PY := .venv/bin/python
STAMP := .venv/.installed
ROOMS := pipeline storage crawler scheduler console

.DEFAULT_GOAL := help
.PHONY: help demo test check format bench peers soak lock clean

help: ## What there is
	@echo "make demo    install, harvest the bundled site, show the table, write demo.csv"
	@echo "make test    run the tests (PYTEST='-k listing' chooses)"
	@echo "make check   format, lint, types and the import law"
	@echo "make format  put the code into its form"
	@echo "make bench   run the benchmarks"
	@echo "make peers   install the peers that benchmarks measure against, into .venv-peers"
	@echo "make soak    kill a thousand syncs, schedulers and workers, and see that nothing is lost (an hour or two)"
	@echo "make lock    resolve requirements.lock anew from pyproject.toml (needs uv)"
	@echo "make clean   remove .venv and all caches"

demo: $(STAMP)
	@.venv/bin/gleanery demo

test: $(STAMP)
	@$(PY) -m pytest -q $(PYTEST)

check: $(STAMP)
	@echo "Format …"
	@$(PY) -m ruff format --quiet --check . || { echo "'make format' puts it right."; exit 1; }
	@echo "Lint …"
	@$(PY) -m ruff check --quiet .
	@echo "Types …"
	@$(PY) -m mypy
	@echo "The import law …"
	@$(PY) -m pytest -q --no-header -p no:cacheprovider -n 0 tests/test_architecture.py

format: $(STAMP)
	@$(PY) -m ruff format --quiet .
	@$(PY) -m ruff check --quiet --fix .

bench: $(STAMP) peers
	@$(PY) -m benchmarks

# The peers that are measured beside us, in an environment of their own.
peers: .venv-peers/.installed
.venv-peers/.installed: benchmarks/requirements.lock
	@echo "Installing the peers that we are measured against (once) …"
	@rm -rf .venv-peers
	@if command -v uv >/dev/null; then uv venv --quiet --python "$(PYTHON)" .venv-peers && \
	  uv pip install --quiet --python .venv-peers/bin/python --require-hashes -r benchmarks/requirements.lock; \
	else "$(PYTHON)" -m venv .venv-peers && .venv-peers/bin/python -m pip install -qq --disable-pip-version-check \
	  --no-input --require-hashes -r benchmarks/requirements.lock; fi
	@touch .venv-peers/.installed

soak: $(STAMP)
	@$(PY) -m benchmarks.kills
	@$(PY) -m benchmarks.crowd
	@$(PY) -m benchmarks.schedule
	@$(PY) -m benchmarks.workers

# No package index is named in the lock, so that it is good for every mirror.
lock:
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --extra dev \
	  --python-version 3.11 --quiet --output-file requirements.lock pyproject.toml
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 --quiet --output-file benchmarks/requirements.lock benchmarks/requirements.in

clean:
	rm -rf .venv .venv-peers .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.so crawler/listing/*.so

# An environment that was made at another place (a moved or copied checkout) is made anew.
ifneq ($(shell cat .venv/.place 2>/dev/null),$(CURDIR))
.PHONY: $(STAMP)
endif

$(STAMP): requirements.lock pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Gleanery needs Python 3.11 or newer; found here: $$("$(or $(PYTHON),python3)" --version 2>/dev/null || echo none)." >&2; \
	  echo "Install one, or name it: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || command -v uv >/dev/null || { \
	  echo "This Python has no venv module. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@if [ "$$(cat .venv/.place 2>/dev/null)" != "$(CURDIR)" ] || ! $(PY) -c '' 2>/dev/null; then \
	  echo "Making .venv with $$("$(PYTHON)" --version) …"; rm -rf .venv; \
	  if "$(PYTHON)" -c 'import ensurepip' 2>/dev/null; then "$(PYTHON)" -m venv .venv; \
	  else uv venv --quiet --seed --python "$(PYTHON)" .venv; fi; fi
	@echo "Installing $$(grep -c '==' requirements.lock) packages, checked against their hashes (once, a minute or two) …"
	@if command -v uv >/dev/null && uv pip install --quiet --compile-bytecode --python $(PY) --require-hashes -r requirements.lock; then :; \
	else $(PY) -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r requirements.lock; fi
	@$(PY) -m pip install -qq --disable-pip-version-check --no-input --no-deps --no-build-isolation --editable .
	@$(PY) -m compileall -q $(ROOMS)  # as pip does: where Python may not write them, each program would compile all it loads
	@printf '%s' "$(CURDIR)" > .venv/.place
	@touch $(STAMP)
