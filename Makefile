# Kinthread's tasks. `make help` lists them; each needs only make and Python 3.11 or later.
# Kept to GNU make 3.81 and a plain sh, which is what macOS brings.

ifeq ($(OS),Windows_NT)
$(error Kinthread runs on Linux and macOS. On Windows, use it inside WSL)
endif

# The Python that .venv is made with, if it is 3.11 or later; else the next one found.
PYTHON ?= python3
# More words for the program or the tests: make test ARGS="-k dates"
ARGS ?=

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input
# Every package that is needed is in the lock, so pip resolves nothing and builds nothing.
INSTALL := $(PIP) install --require-hashes --no-deps --only-binary :all:
LOCK := $(PY) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --only-binary :all: --no-emit-index-url --custom-compile-command "make lock"

CORE := $(VENV)/.core-installed
DEV := $(VENV)/.dev-installed

.DEFAULT_GOAL := help
.PHONY: help run setup quick test check format bench pictures lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: $(CORE) ## Start Neo4j and the app, with the sample families if the store is empty
	@$(PY) -m graph run $(ARGS)

setup: $(CORE) ## Make .venv and install the locked packages
	@echo "$(VENV) is ready."

quick: $(DEV) ## Run the tests that need no server and no browser
	@$(PY) -m pytest --quick --lanes 2 -q $(ARGS)

test: $(DEV) ## Run every test, on a real Neo4j (NEO4J_VERSION=2026.08.1) and a real browser
	@$(if $(NEO4J_VERSION),NEO4J_VERSION="$(NEO4J_VERSION)") $(PY) -m pytest $(ARGS)

check: $(DEV) ## Check format, lint, types and the direction of imports
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports --no-logo

format: $(DEV) ## Put the code into the one format, and mend what ruff can mend
	@$(PY) -m ruff check --fix-only --quiet .
	@$(PY) -m ruff format .

bench: $(DEV) ## Measure the speed, each as a ratio to the bare driver
	@$(PY) -m tests.bench $(ARGS)

pictures: $(DEV) ## Take README's pictures, and those that tests compare, anew
	@$(PY) -m tests.pages.shots $(ARGS)

lock: $(DEV) ## Take the newest versions of all packages into requirements*.txt
	@$(LOCK) requirements.in -o requirements.txt
	@$(LOCK) requirements-dev.in -o requirements-dev.txt

clean: ## Remove .venv and caches; the families that you loaded stay
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf .coverage htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Only where there is no working .venv/bin/python: a .venv that works is never made anew.
$(PY):
	@for python in "$(PYTHON)" python3.14 python3.13 python3.12 python3.11; do \
	    if "$$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' \
	        2>/dev/null; then \
	        echo "Making $(VENV) with $$python, `"$$python" -V`."; \
	        exec "$$python" -m venv --clear $(VENV); \
	    fi; \
	done; \
	echo "No Python 3.11 or later with venv was found (tried $(PYTHON), python3.14 to python3.11)." >&2; \
	echo "Install one (Debian and Ubuntu: python3 and python3-venv; macOS: brew install python)," >&2; \
	echo "or name one: make setup PYTHON=/path/to/python3" >&2; \
	exit 1

# Where that Python is gone (an upgrade of the system took it), so is what it had installed.
GONE := $(shell test -x $(PY) || echo gone)
.PHONY: gone
gone:

$(CORE): requirements.txt $(GONE) | $(PY)
	$(call install,$<)

$(DEV): requirements-dev.txt $(CORE)
	$(call install,$<)

# An interrupted setup may leave a .venv without pip: ensurepip mends it.
define install
@$(PY) -m pip --version >/dev/null 2>&1 || $(PY) -m ensurepip >/dev/null
@echo "Installing the packages of $(1); the first time this takes some minutes."
@$(INSTALL) -r $(1) || { \
    echo "The packages of $(1) could not be installed; pip says why above." >&2; \
    echo "If it could not connect: a network that reaches the package registry is needed once." >&2; \
    exit 1; \
}
@touch $@
endef
