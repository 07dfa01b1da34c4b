PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --quiet

.DELETE_ON_ERROR:
.PHONY: help run test torture lint types format golden schemas countries clean

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.base  ## show where every case stands
	@$(BIN)/tracker status

# The coverage report comes last and is silent when all is well, so that pytest has the last line.
test: export TRACKER_TODAY = 2026-11-23
test: lint types  ## everything: lint, types, the shipped cases, the tests with their coverage
	TRACKER_CASES=cases $(BIN)/tracker check
	$(BIN)/python -m pytest --numprocesses=auto --cov --cov-report=term-missing:skip-covered --cov-fail-under=95
	@$(BIN)/coverage report -m --include='tracker/core/*,tracker/storage/*' --fail-under=100 >$(VENV)/coverage.txt \
		|| { cat $(VENV)/coverage.txt; echo 'core and storage must be covered to 100 %, branches too' >&2; exit 1; }

torture: export TRACKER_TODAY = 2026-11-23
torture: $(VENV)/.dev  ## try to lose something: kills, full disks, crowds, broken files; about ten minutes
	@$(BIN)/python -m tests.torture

lint: $(VENV)/.dev  ## look for faults and for lines that `make format` would change
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.dev  ## check the types
	$(BIN)/mypy

format: $(VENV)/.dev  ## lay the code out, mend what can be mended
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

golden: export TRACKER_TODAY = 2026-11-23
golden: $(VENV)/.dev  ## rewrite the expected outputs: read the difference before committing it
	$(BIN)/python -m pytest --golden

schemas: $(VENV)/.dev  ## write the JSON Schemas beside the files that they describe
	$(BIN)/tracker schema case >cases/case.schema.json
	$(BIN)/tracker schema treaty >tracker/treaties/treaty.schema.json

countries: $(VENV)/.dev  ## make tracker/countries.toml anew
	$(BIN)/python tests/make_countries.py

clean:  ## back to a fresh clone
	rm -rf $(VENV) dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

# A stamp is newer than what was installed from: nothing is installed twice. `.dev` holds `.base` too.
$(VENV)/.base: pyproject.toml | $(BIN)/python
	@echo 'Installing the tracker into $(VENV) …' >&2
	@$(PIP) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	@echo 'Installing the tracker with its test tools into $(VENV) …' >&2
	@$(PIP) --editable '.[dev]'
	@touch $(VENV)/.base $@

# Debian ships `venv` without `ensurepip`, and then leaves half an environment behind: ask before. A Python that was
# upgraded away leaves a dangling link, which make takes for missing: --clear starts anew, without the old stamps.
$(BIN)/python:
	@$(PYTHON) -c '' 2>/dev/null || { echo '`$(PYTHON)` does not run. Install Python 3.11 or later' \
		'(Debian: apt install python3 python3-venv), or name one: make PYTHON=/path/to/python3' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "\`$(PYTHON)\` is" \
		"$$($(PYTHON) --version 2>&1). Install Python 3.11 or later, or name one: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo '`$(PYTHON)` has no `venv` with pip in it.' \
		'Install it (Debian: apt install python3-venv)' >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
