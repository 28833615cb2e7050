# One command for each thing one does with the portal; `make` alone lists them.

HOST ?= 127.0.0.1
PORT ?= 8000

# The newest Python that the pinned packages are known to run on, or whichever there is.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	$$name -c "$(IS_NEW_ENOUGH)" 2>/dev/null && echo $$name && break; done)
IS_NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
PYTEST := $(BIN)/python -m pytest
UNIT_TESTS := $(PYTEST) -n auto -m "not server and not browser and not markup"
MODULES = manage.py $(shell find portal news rankings tests -name "*.py")
PAGES = $(shell find portal news rankings templates -name "*.html")

# At another address the portal is another site. Values in the environment stand above these.
EVERY_ADDRESS := $(filter 0.0.0.0 [::],$(HOST))
ADDRESS := http://$(if $(EVERY_ADDRESS),127.0.0.1,$(HOST)):$(PORT)
ifneq ($(ADDRESS),http://127.0.0.1:8000)
SITE_URL ?= $(ADDRESS)
export SITE_URL
endif
ifneq ($(HOST),127.0.0.1)
ALLOWED_HOSTS ?= $(if $(EVERY_ADDRESS),*,localhost,127.0.0.1,[::1],$(HOST))
export ALLOWED_HOSTS
endif

# The checks need a folder to write to, and the deploy checks a site as it stands in production.
CHECKED := DATA_DIR=.venv/checks $(MANAGE)
CHECKED_AS_DEPLOYED := SITE_URL=https://portal.example ALLOWED_HOSTS=portal.example $(CHECKED)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test test-postgres test-server test-browser test-markup check bench \
	lighthouse format messages clean

help: ## List these commands
	@awk -F ":.*## " '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

run: .venv/installed ## Serve the portal with its demonstration content (HOST=, PORT=)
	@$(BIN)/python deploy/check_address.py "$(HOST)" "$(PORT)"
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@$(MANAGE) load_demo
	@echo "Site:  $(ADDRESS)/"
	@echo "Admin: $(ADDRESS)/admin/"
	@HOST="$(HOST)" PORT="$(PORT)" exec $(BIN)/python -m gunicorn --config deploy/gunicorn.conf.py

test: .venv/installed-dev ## Run the unit tests on SQLite
	@$(UNIT_TESTS)

test-postgres: .venv/installed-dev ## Run the unit tests on a PostgreSQL started for them
	@$(BIN)/python -m tests.postgres $(UNIT_TESTS)

test-server: .venv/installed-dev ## Run the tests that start real server processes
	@$(PYTEST) -m server

test-browser: .venv/installed-dev ## Run the tests that drive a real Chromium
	@$(BIN)/python -m tests.chromium
	@$(PYTEST) -n auto -m browser

test-markup: .venv/markup/installed ## Run the tests that judge the markup of every page
	@$(PYTEST) -m markup

check: .venv/installed-dev ## Check style, imports, migrations, catalogues and settings
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/djade --target-version 5.2 --check $(PAGES)
	@$(BIN)/django-upgrade --target-version 5.2 --check $(MODULES)
	@$(BIN)/lint-imports
	@$(PYTEST) -q tests/portal/test_catalogue.py
	@$(CHECKED) makemigrations --check --dry-run
	@$(CHECKED) check
	@$(CHECKED_AS_DEPLOYED) check --deploy --fail-level WARNING

bench: .venv/installed-dev ## Measure queries, time and bytes of every kind of page, pasting, downloads and pictures
	@$(BIN)/python -m tests.benchmarks.bench
	@$(BIN)/python -m tests.benchmarks.scale
	@$(BIN)/python -m tests.benchmarks.paste
	@$(BIN)/python -m tests.benchmarks.downloads
	@$(BIN)/python -m tests.benchmarks.pictures
	@$(BIN)/python -m tests.benchmarks.search
	@$(BIN)/python -m tests.benchmarks.lists

lighthouse: .venv/lighthouse/installed ## Let Lighthouse judge the main pages as on a phone (takes minutes)
	@$(BIN)/python -m tests.chromium
	@$(BIN)/python -m tests.lighthouse

format: .venv/installed-dev ## Format the code and the templates
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format
	@$(BIN)/djade --target-version 5.2 $(PAGES)

messages: .venv/installed-dev ## Collect the texts to translate and compile the catalogues
	@command -v msgmerge >/dev/null || { echo "Collecting texts needs GNU gettext." \
		"On Debian and Ubuntu: apt-get install gettext" >&2; exit 1; }
	@$(CHECKED) makemessages --all --no-location --no-wrap --no-obsolete \
		--ignore .venv --ignore var --ignore tests
	@$(BIN)/python locale/compile.py

clean: ## Remove everything these commands made, except what the portal wrote into var/
	rm -rf .venv .pytest_cache .hypothesis .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c "$(IS_NEW_ENOUGH)" 2>/dev/null || { echo "The portal needs Python 3.11 or newer." \
		"Install it, or name the one to use: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || { echo "$(PYTHON) cannot make virtual" \
		"environments yet. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv

.venv/installed: requirements.txt | $(BIN)/python
	@echo "Installing what the portal runs on (once, until requirements.txt changes) …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	@echo "Installing what checks and tests need (once, until requirements-dev.txt changes) …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements-dev.txt
	@touch $@

.venv/installed-node: requirements-node.txt .venv/installed-dev
	@echo "Installing Node (once, until requirements-node.txt changes) …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --only-binary :all: \
		-r requirements-node.txt || { echo "The suites that need Node could not run:" \
		"pip found no Node for this machine." >&2; exit 1; }
	@touch $@

# What npm fetches lies in .venv, so that nothing searches it for code of the portal.
.venv/%/installed: tests/%/package.json tests/%/package-lock.json .venv/installed-node
	@echo "Fetching what the suite «$*» runs on (once, until its package-lock.json changes) …"
	@mkdir -p $(@D)
	@cp tests/$*/package.json tests/$*/package-lock.json $(@D)
	@PATH="$(abspath $(BIN)):$$PATH" npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund \
		--silent || { echo "The suite «$*» could not run: npm could not fetch its packages." >&2; \
		exit 1; }
	@touch $@
