# Golden Thread. `make` lists what there is. Needs python3 (3.11 or later), python3-venv and git.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
PORT ?= 8000
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help

.PHONY: help setup setup-dev demo test check fix bench docs locks

help: ## List what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/.setup ## Build .venv with the goldenthread command

setup-dev: $(VENV)/.setup-dev ## Add the developers' tools to .venv

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Golden Thread needs Python 3.11 or later; set PYTHON=/path/to/python3."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Install python3-venv, then run make again."; exit 1; }
	@touch $@

$(VENV)/.setup: $(VENV)/.python requirements.txt pyproject.toml
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.setup-dev: $(VENV)/.setup requirements-dev.txt
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

demo: setup ## Build the example brief in every format and serve the folder (SERVE=no, PORT=)
	@$(BIN)/python -m goldenthread demo -o build/demo --force --port $(PORT) $(if $(filter no,$(SERVE)),--no-serve)

test: setup-dev ## Run every test, those of the database on SQLite and PostgreSQL; list what could not be run
	$(BIN)/python -m pytest -n auto
	$(BIN)/python -m tests.postgresql $(BIN)/python -m pytest -n auto -m django_db

check: setup-dev ## Lint, types, contracts, spelling and locks; changes nothing
	@tools/check

fix: setup-dev ## Format, and mend what can be mended by itself
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup-dev ## Measure, and write the tables into docs/reference/
	$(BIN)/python -m bench.checker.measure --write
	$(BIN)/python -m bench.consistency.measure --write
	$(BIN)/python -m bench.run

docs: setup-dev ## Build docs into build/docs, with the generated reference
	$(BIN)/python docs/generate.py
	$(BIN)/mkdocs build --quiet --strict --site-dir build/docs

locks: setup-dev ## Compile requirements*.txt from pyproject.toml
	tools/locks
