# Rīcības karte. `make help` lists what can be done; each target sets up what it needs.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATABASE := $(or $(RICIBAS_KARTE_DB),build/ricibas_karte.duckdb)
# Everything the database is made of; the build is repeated only when one of these is newer.
SOURCES := $(shell find etl queries geodata -type f -not -path '*/__pycache__/*' -not -name '*.md')

.DEFAULT_GOAL := help
.PHONY: help run build check test office hostile format bench lock shots share-pictures clean

help:     ## show this list
	@grep -hE '^[a-z-]+: .*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 16

run: $(VENV)/.runtime $(DATABASE)      ## build the database if needed and serve the dashboard
	$(BIN)/ricibas-karte serve

build: $(VENV)/.runtime    ## build the database from the study and the boundaries
	$(BIN)/ricibas-karte build

check: $(VENV)/.dev        ## format, lint, types, SQL lint, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --processes 0 queries
	$(BIN)/lint-imports

test: check $(VENV)/.chromium    ## check, then every test, browser tests included
	$(BIN)/pytest

office: $(VENV)/.dev       ## open exported files in LibreOffice and R (not part of test)
	@sh .ci/ensure_office.sh
	$(BIN)/pytest tests/office/check_*.py

hostile: $(VENV)/.dev      ## 10,000 generated requests for files: each a file or a sentence, soon
	HOSTILE_REQUESTS=10000 $(BIN)/pytest tests/dashboard/exports/test_hostile.py -k any_request

format: $(VENV)/.dev       ## format Python and SQL
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/sqlfluff fix --processes 0 queries

bench: $(VENV)/.chromium $(DATABASE)   ## measure against a static page and the ordinary way
	$(BIN)/python -m benchmarks

shots: $(VENV)/.chromium $(DATABASE)   ## take the screenshots of the documentation
	$(BIN)/python -m tests.shots

share-pictures: $(VENV)/.chromium $(DATABASE)   ## make the pictures that links carry along
	$(BIN)/python -m tests.share_pictures

lock: $(VENV)/.dev         ## compile the lock files anew from pyproject.toml
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --python-version 3.11 -q \
	  pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --python-version 3.11 -q \
	  --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:     ## remove the environment and what was built
	rm -rf $(VENV) build

$(DATABASE): $(VENV)/.runtime $(SOURCES)
	$(BIN)/ricibas-karte build

# Stamps: a second start finds them newer than the lock files and installs nothing.
$(VENV)/.runtime: requirements.txt pyproject.toml
	@PYTHON="$(PYTHON)" sh .ci/ensure_venv.sh $(VENV) requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.runtime
	@PYTHON="$(PYTHON)" sh .ci/ensure_venv.sh $(VENV) requirements-dev.txt
	@touch $@

$(VENV)/.chromium: $(VENV)/.dev
	@sh .ci/ensure_chromium.sh
	@touch $@
