# Everything happens inside .venv, and only `setup` makes it. `make` alone lists the targets.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
.SILENT:
.DEFAULT_GOAL := help
# macOS ships 3.81, which ignores .ONESHELL and would run each line of a recipe in a shell of its own.
ifeq ($(filter oneshell,$(.FEATURES)),)
$(error This Makefile needs GNU Make 3.82 or newer, found $(MAKE_VERSION). On macOS: brew install make, then gmake)
endif

.PHONY: help setup run model test check test-browser test-cluster lock clean

raw := data/raw
made := data/processed
models := $(wildcard models/*.whl)
# Those of the suites that there are: a folder to come is no error.
suites := $(wildcard $(addprefix tests/,unit gold golden facts identity themes trail property contract notebook))
python_code := $(wildcard pipeline tests notebooks)

venv := .venv/bin
# A prefix, not an export: `setup` must look for the system's Python, not for the one that it is about to replace.
inside := PATH="$(CURDIR)/$(venv):$$PATH" VIRTUAL_ENV="$(CURDIR)/.venv"
# -qq: pip's notes on its own settings are not about this project. Errors still show.
pip := $(venv)/python -m pip --disable-pip-version-check -qq
uv_version := 0.13.9

# DVC reports to nobody, and keeps its scratch files with the project rather than in a folder shared by all users.
export DVC_NO_ANALYTICS := 1
export DVC_SITE_CACHE_DIR := $(CURDIR)/.dvc/tmp/site

help: ## list the targets
	awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile


# --- setup ---------------------------------------------------------------------------------------------------------

setup: .venv/ready ## make .venv: the locked packages, the language model, the project itself
	$(if $(filter setup,$(MAKECMDGOALS)),echo ".venv is ready.")

# A virtual environment holds absolute paths; one that was moved or copied here along with its folder is made anew.
ifneq ($(shell cat .venv/packages 2>/dev/null),$(CURDIR))
.PHONY: .venv/packages
endif

# Made from nothing when the lock changes, so that a package that left the lock leaves the environment too.
.venv/packages: requirements.txt
	rm -rf .venv
	found=""; bare=""
	for candidate in $(PYTHON) python3.11 python3.12 python3.13 python3; do
	    "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
	    if "$$candidate" -c 'import ensurepip, venv' 2>/dev/null; then found=$$candidate; break; fi
	    bare=$${bare:-$$candidate}
	done
	if [ -z "$$found" ] && [ -n "$$bare" ]; then
	    package=$$("$$bare" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
	    echo "setup needs Python's venv and ensurepip; $$(command -v "$$bare") has not both." >&2
	    echo "On Debian or Ubuntu, as root: apt-get install $$package" >&2
	    exit 1
	elif [ -z "$$found" ]; then
	    echo "setup needs Python 3.11 or newer; found: $$(python3 --version 2>/dev/null || echo no python3)." >&2
	    echo "Install one (Debian 12 or newer: apt-get install python3 python3-venv), or name it: make setup PYTHON=/path/to/python3.11" >&2
	    exit 1
	fi
	echo "[1/3] virtual environment: $$("$$found" --version)"
	"$$found" -m venv .venv
	echo "[2/3] packages of requirements.txt (about two minutes the first time)"
	$(pip) install --require-hashes -r requirements.txt
	printf '%s\n' "$(CURDIR)" > .venv/packages

# The model is reinstalled by force: pip takes a rebuilt wheel of the same version for the old one.
.venv/ready: .venv/packages pyproject.toml $(models)
	[ -n "$(models)" ] || { echo "setup needs the language model, models/*.whl; models/ has none." >&2; exit 1; }
	echo "[3/3] language model and raadspor"
	$(pip) install --no-deps --no-index --force-reinstall $(models)
	$(pip) install --no-deps --no-build-isolation -e .
	touch .venv/ready


# --- use -----------------------------------------------------------------------------------------------------------

run: setup ## read the papers in data/raw into data/processed; stages whose input has not changed are skipped
	# DVC advises to push to a remote after each run; there is none, and nothing leaves the machine.
	$(inside) dvc repro | sed '/dvc push/d'
	$(inside) raadspor summary --in $(made)


# Some packages more than the lock has, torch among them: only who trains needs them. docs/language-model.md says what CORPORA holds.
model: setup ## train the language model anew: make model CORPORA=folder (CORE=da_ddt_sm trains names alone)
	[ -n "$(CORPORA)" ] || { echo "model needs CORPORA=folder; docs/language-model.md says what it holds." >&2; exit 1; }
	$(pip) install -r training/requirements.txt
	$(inside) CORE="$(CORE)" SEEDS="$(or $(SEEDS),1 2 3)" bash training/run.sh "$(CORPORA)" build/model


# --- tests and checks ------------------------------------------------------------------------------------------------

test: setup ## the suites that take minutes: unit, gold, golden, facts, property, contract, notebook
	[ -n "$(suites)" ] || { echo "No suite of tests found under tests/." >&2; exit 1; }
	$(inside) pytest -q -n 2 $(suites)

check: setup ## style, types, imports, then the tests
	echo "ruff";         $(inside) ruff check $(python_code)
	echo "ruff format";  $(inside) ruff format --check $(python_code)
	echo "mypy";         $(inside) mypy $(wildcard pipeline tests)
	echo "lint-imports"; $(inside) lint-imports
	$(MAKE) --no-print-directory test

test-browser test-cluster: test-%: setup
	[ -d tests ] || { echo "There are no tests yet: no folder tests/."; exit 0; }
	status=0
	$(inside) pytest -q -m "$*" tests || status=$$?
	# 5 is pytest's word for "nothing collected".
	[ "$$status" -ne 5 ] || { echo "No test carries the marker '$*' yet."; status=0; }
	exit "$$status"

# For `help` only: the recipe of both is the pattern above.
test-browser: ## the page in a real browser
test-cluster: ## the distributed executor, with workers


# --- upkeep ----------------------------------------------------------------------------------------------------------

# Pins that stand are kept where pyproject.toml still allows them; `make lock UPGRADE=1` asks for the newest of all.
# uv and not pip-tools: one lock for Linux, macOS and Windows needs markers (with hashes required, pip refuses a package
# that the lock does not name, such as colorama on Windows), and uv ignores this machine's own pip settings, so that the
# hashes are the public registry's and no local copy's.
lock: ## write requirements.txt anew from pyproject.toml
	tools=$$(mktemp -d)
	trap 'rm -rf "$$tools"' EXIT
	python3 -m venv "$$tools"
	"$$tools/bin/python" -m pip --disable-pip-version-check -qq install "uv==$(uv_version)"
	"$$tools/bin/uv" pip compile pyproject.toml --quiet --all-extras --universal --python-version 3.11 \
	    --fork-strategy fewest --generate-hashes --no-config --custom-compile-command "make lock" \
	    $(if $(UPGRADE),--upgrade) --output-file requirements.txt
	echo "requirements.txt: $$(grep -c '==' requirements.txt) packages"

clean: ## remove what run and the tests made; .venv stays
	rm -rf $(made) dvc.lock .dvc/tmp .dvc/cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find pipeline tests notebooks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
