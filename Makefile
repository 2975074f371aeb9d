# Front Door. `make help` lists what there is. All that is needed is make and Python 3.11 or newer with venv.

VENV := .venv
PYTHON := $(VENV)/bin/python
RASA_VENV := .venv-rasa
# What Rasa is trained from and its model; and which Python to use for it, where `make` finds no 3.10 or the wrong one.
RASA := var/rasa
RASA_PYTHON ?=
RASA_SERVER := $(RASA_VENV)/bin/python integrations/nlu/rasa_server.py
PORT ?= 8000
ONCE ?=
# Whose story `make demo` plays.
PROGRAMME ?= firststep-asan
# Options for pytest, such as: make test PYTEST="-k reminders"
PYTEST ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Some machines forbid Python to keep what it has compiled; every program that a test starts would compile it all again.
unexport PYTHONDONTWRITEBYTECODE

# A validator of FHIR that comes from npm: set up where there is npm; elsewhere its tests are skipped and say so.
PEERS := $(if $(shell command -v npm),var/peers/.installed)

.PHONY: help
help: ## List the targets
	@echo 'Front Door: a messaging front door for family care programmes'
	@echo
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

.PHONY: demo
demo: $(VENV)/.installed ## Play a whole story on this laptop, then serve it (PROGRAMME=firststep-asan, ONCE=1: stop after the story, PORT=8000)
	@$(PYTHON) -m bot demo --programme $(PROGRAMME) --port $(PORT) $(if $(filter-out 0,$(ONCE)),--once)

.PHONY: run
run: $(VENV)/.installed ## Run the program with the settings of the environment (PORT=8000)
	@$(PYTHON) -m bot serve --port $(PORT)

.PHONY: migrate
migrate: $(VENV)/.installed ## Bring the database at DATABASE_URL up to date
	@$(PYTHON) -m bot migrate

.PHONY: set-up
set-up: $(VENV)/.installed-dev $(PEERS) ## Install what tests and checks need, and nothing else

.PHONY: engine
engine: $(VENV)/.installed ## Train the language engine where its examples have changed; a program would do it when it starts
	@echo 'set-up: the language engine, a minute where its examples have changed'
	@$(PYTHON) -m tests.training

.PHONY: test
test: set-up engine ## Run every test (PYTEST="-k reminders" for some)
	@echo 'test: SQLite always; PostgreSQL and Chromium where they are installed'
	@$(PYTHON) -m pytest -n 3 --dist worksteal $(PYTEST)

.PHONY: lint
lint: $(VENV)/.installed-dev ## Check style, types and the direction of imports
	@echo 'lint: style'
	@$(VENV)/bin/ruff check --quiet .
	@$(VENV)/bin/ruff format --check --quiet . || { echo 'Not formatted; run: make format'; exit 1; }
	@echo 'lint: types'
	@$(VENV)/bin/mypy
	@echo 'lint: imports'
	@report=$$($(VENV)/bin/lint-imports 2>&1) || { echo "$$report"; exit 1; }

.PHONY: format
format: $(VENV)/.installed-dev ## Rewrite the code in its one style
	@$(VENV)/bin/ruff check --quiet --fix .
	@$(VENV)/bin/ruff format .

.PHONY: bench
bench: $(VENV)/.installed-dev ## Measure whole conversations per second into docs/benchmarks.md (minutes)
	@$(PYTHON) -m tests.benchmarks

.PHONY: evaluate
evaluate: $(VENV)/.installed-dev ## Measure how well families are understood, on texts that nobody trained on (RASA_URL: Rasa too)
	@$(PYTHON) -m tests.evaluation

.PHONY: rasa
rasa: rasa-train ## Serve the other language engine on 127.0.0.1:5005 (RASA_TOKEN=... or one that is printed)
	@if [ -z "$$RASA_TOKEN" ]; then \
	    export RASA_TOKEN="$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(24))')"; \
	    echo "rasa: for the program: NLU=rasa RASA_URL=http://127.0.0.1:5005 RASA_TOKEN=$$RASA_TOKEN"; \
	fi; \
	exec $(RASA_SERVER) serve $(RASA) $(RASA)/models

.PHONY: rasa-train
rasa-train: rasa-project $(RASA_VENV)/.installed ## Train Rasa when its project has changed (minutes; first 2.7 GB of packages)
	@$(RASA_SERVER) train $(RASA) $(RASA)/models

.PHONY: rasa-project
rasa-project: $(VENV)/.installed ## Write what Rasa is trained from into var/rasa
	@$(PYTHON) -m bot.rasa_project $(RASA)

.PHONY: clean
clean: ## Remove the environment, the demo's data and every cache
	rm -rf $(VENV) $(RASA_VENV) var build front_door.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find bot dialogues integrations data tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- set-up: an environment with the pinned packages, again only when the pins have changed ---

$(VENV)/bin/python:
	@set -e; \
	for python in python3 python3.13 python3.12 python3.11; do \
	    if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then \
	        echo "set-up: environment $(VENV) with $$($$python --version)"; \
	        exec $$python -m venv $(VENV); \
	    fi; \
	done; \
	echo 'Front Door needs Python 3.11 or newer with venv, and found none.' >&2; \
	echo "python3 is: $$(python3 --version 2>&1 || true)" >&2; \
	echo 'Debian and Ubuntu: apt-get install python3 python3-venv (Debian 12, Ubuntu 24.04 or newer).' >&2; \
	echo 'macOS: brew install python. Elsewhere: https://www.python.org/downloads/' >&2; \
	exit 1

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	@echo 'set-up: the packages of requirements.txt'
	@$(PYTHON) -m pip install --quiet --requirement requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@echo 'set-up: the packages of requirements-dev.txt'
	@$(PYTHON) -m pip install --quiet --requirement requirements-dev.txt
	@touch $@

# --- programs of others that tests ask for a second opinion; never part of the product ---

var/peers/.installed: tests/integrations/exchange/package.json
	@echo 'set-up: the validator of FHIR, from npm'
	@mkdir -p $(@D)
	@cp $< $(@D)/package.json
	@npm install --prefix $(@D) --silent --no-audit --no-fund --no-package-lock --ignore-scripts
	@touch $@

# --- Rasa's own environment: Python 3.10, and nothing pinned but Rasa, whose own pins hold the rest ---

$(RASA_VENV)/bin/python:
	@set -e; \
	for python in $(if $(RASA_PYTHON),'$(RASA_PYTHON)',python3.10 "$$HOME"/.pyenv/versions/3.10*/bin/python3.10); do \
	    if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, 10))' 2> /dev/null; then \
	        echo "set-up: environment $(RASA_VENV) with $$("$$python" --version)"; \
	        exec "$$python" -m venv $(RASA_VENV); \
	    fi; \
	done; \
	echo 'Rasa 3.6 needs Python 3.10 with venv, and found none. Name one: make rasa RASA_PYTHON=/path/to/python3.10' >&2; \
	exit 1

$(RASA_VENV)/.installed: | $(RASA_VENV)/bin/python
	@echo 'set-up: Rasa 3.6.21, some minutes'
	@$(RASA_VENV)/bin/python -m pip install --quiet rasa==3.6.21
	@touch $@
