# `make check` is the one command to remember. VENV is where the README's second command installs.
VENV ?= .venv-dev
BIN := $(VENV)/bin/

.PHONY: check format lint types layers documentation test fix reference

check: format lint types layers documentation

format:
	$(BIN)ruff format --check

lint:
	$(BIN)ruff check

types:
	$(BIN)mypy

layers:
	$(BIN)lint-imports

documentation:
	$(BIN)python -m pytest -n 0 tests/docs

test:
	$(BIN)python -m pytest

fix:
	$(BIN)ruff format
	$(BIN)ruff check --fix

reference:
	$(BIN)python -m tests.docs.reference
