# Every target sets up what it needs, from the lock file, once.
PYTHON ?= python3
BIN := .venv/bin
SET_UP := .venv/.set-up

.PHONY: setup demo test check ui dashboard docs bench lock clean

setup: $(SET_UP)

$(SET_UP): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: $(SET_UP)
	$(BIN)/scrutiny demo

test: $(SET_UP)
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: $(SET_UP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/ty check
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint dbt_project --disable-progress-bar
	git ls-files -z | xargs -0 $(BIN)/detect-secrets-hook
	.ci/audit

ui: $(SET_UP)
	$(BIN)/scrutiny ui

dashboard: $(SET_UP)
	$(BIN)/python -m dashboard

# Of the published snapshot, so `make demo` or a nightly comes first.
docs: $(SET_UP)
	$(BIN)/python -m docs.site

bench: $(SET_UP)
	$(BIN)/python -m benchmarks

# Made anew only when a dependency changes; `uv` is needed for this and nothing else.
COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-strip-extras \
    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet

lock:
	$(COMPILE) --extra dashboard --group dev pyproject.toml --output-file requirements.lock
	$(COMPILE) --group cluster --constraints requirements.lock --output-file requirements-cluster.lock

clean:
	rm -rf .venv data
