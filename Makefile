# Every target sets up what it needs first; `make` alone lists them.
VENV := .venv
PYTHON := $(VENV)/bin/python
KEHOACH := $(VENV)/bin/kehoach
LOCKED := pyproject.toml setup.sh
CATALOGUES := $(wildcard kehoach/locale/*/LC_MESSAGES/kehoach.po)
MESSAGES := $(CATALOGUES:.po=.mo)
QUARTER := Q3
YEAR := 2025

.DEFAULT_GOAL := help
.PHONY: help setup run page test lint score score-checks score-formats bench bench-reading bench-checks bench-hostile bench-files bench-store bench-web bench-folder kills soak fuzz fuzz-text fuzz-bytes fuzz-web \
	mutants pattern-mutants folder-faults \
	audit sbom docs pictures messages lock clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' Makefile

$(VENV)/.set-up-run: $(LOCKED) requirements/run.txt
	@sh setup.sh run

$(VENV)/.set-up-dev: $(LOCKED) requirements/dev.txt
	@sh setup.sh dev

%.mo: %.po | $(VENV)/.set-up-run
	@$(VENV)/bin/pybabel -q compile -i $< -o $@

setup: $(VENV)/.set-up-run $(MESSAGES)  ## make .venv and install what the program needs, once

run: setup  ## read corpus/samples into outputs/kehoach.db; show deadlines and findings
	@$(KEHOACH) ingest corpus/samples || [ $$? -eq 3 ]
	@$(KEHOACH) deadlines --quarter $(QUARTER) --year $(YEAR)
	@$(KEHOACH) check --severity error || [ $$? -eq 1 ]
	@printf '%s\n' '' \
		'Tiếp theo / next:' \
		'  .venv/bin/kehoach --help                    các lệnh / the commands' \
		'  .venv/bin/kehoach ingest THƯ_MỤC            nạp kế hoạch của bạn / your own plans' \
		'  .venv/bin/kehoach deadlines --quarter Q3    việc đến hạn / what is due' \
		'  .venv/bin/kehoach check                     mọi phát hiện / all findings' \
		'  .venv/bin/kehoach explain C12               một quy tắc / one rule' \
		'  (thêm --lang en / add --lang en: English)'

page: setup  ## read corpus/samples and open the page at http://127.0.0.1:8321 until Ctrl-C
	@$(KEHOACH) ingest corpus/samples || [ $$? -eq 3 ]
	@$(KEHOACH) serve

test: $(VENV)/.set-up-dev $(MESSAGES)  ## every test; what this machine cannot test is skipped and named
	@$(PYTHON) -m pytest -n 3 --dist worksteal $(ARGS)

lint: $(VENV)/.set-up-dev  ## style, types, and who may import whom
	@$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

score: $(VENV)/.set-up-dev $(MESSAGES)  ## records against gold, per field, with gains and losses
	@$(PYTHON) tests/scoreboard.py $(ARGS)

score-checks: $(VENV)/.set-up-dev $(MESSAGES)  ## planted contradictions: what is found, false alarms
	@PYTHONPATH=$(CURDIR) $(PYTHON) tests/score_checks.py $(ARGS)

score-formats: $(VENV)/.set-up-dev  ## the same documents as DOCX, PDF and scan
	@$(PYTHON) tests/score_formats.py $(ARGS)

bench-hostile: $(VENV)/.set-up-dev $(MESSAGES)  ## a megabyte of each text that could make reading run away
	@$(PYTHON) tests/hostile_texts.py $(ARGS)

bench: $(VENV)/.set-up-dev $(MESSAGES)  ## speed of reading, checks, files, database and folder, beside their peers
	@$(PYTHON) tests/bench/bench_all.py $(ARGS)

bench-reading: $(VENV)/.set-up-dev $(MESSAGES)  ## text to record beside dateparser, underthesea and `re` alone
	@$(PYTHON) tests/bench/bench_reading.py $(ARGS)

bench-checks: $(VENV)/.set-up-dev $(MESSAGES)  ## checking a plan beside reading it
	@$(PYTHON) tests/bench/bench_checks.py $(ARGS)

bench-files: $(VENV)/.set-up-dev $(MESSAGES)  ## PDF beside pdfplumber, scans beside tesseract, memory
	@$(PYTHON) tests/bench/bench_files.py $(ARGS)

bench-web: $(VENV)/.set-up-dev $(MESSAGES)  ## speed of the page, alone and with fifty readers
	@$(PYTHON) tests/bench/bench_web.py $(ARGS)

bench-store: $(VENV)/.set-up-dev $(MESSAGES)  ## speed of the database, beside plain SQL
	@$(PYTHON) tests/bench/bench_store.py $(ARGS)

kills: $(VENV)/.set-up-dev $(MESSAGES)  ## ingest killed 200 times at random moments: nothing lost, nothing doubled
	@$(PYTHON) tests/kills.py $(ARGS)

bench-folder: $(VENV)/.set-up-dev $(MESSAGES)  ## 1,000 mixed documents: one worker, two, a cluster
	@$(PYTHON) tests/bench/bench_folder.py $(ARGS)

folder-faults: $(VENV)/.set-up-dev $(MESSAGES)  ## 1,000 documents while readers, a cluster and the writer are killed
	@$(PYTHON) tests/folder_faults.py $(ARGS)

soak: $(VENV)/.set-up-dev $(MESSAGES)  ## the drop folder for long: latency, idling, 100 kills, 10,000 documents
	@$(PYTHON) tests/soak_watch.py $(ARGS)

fuzz-text: $(VENV)/.set-up-dev  ## texts that find new paths through the finders (atheris); 60 s
	@$(PYTHON) tests/fuzz_text.py -max_total_time=60 $(ARGS)

fuzz-bytes: $(VENV)/.set-up-dev  ## the same for the readers' own parsing of files; 60 s
	@$(PYTHON) tests/fuzz_bytes.py -max_total_time=60 $(ARGS)

fuzz: $(VENV)/.set-up-dev $(MESSAGES)  ## damaged files by the thousand
	@$(PYTHON) tests/fuzz_readers.py $(ARGS)

mutants: $(VENV)/.set-up-dev  ## changed programs that no case of the rules notices; ARGS="checks.rules.b*"
	@$(VENV)/bin/mutmut run $(ARGS) && $(VENV)/bin/mutmut results

pattern-mutants: $(VENV)/.set-up-dev  ## changed patterns of the finders that no test's words notice
	@$(PYTHON) tests/pattern_mutants.py $(ARGS)

audit: $(VENV)/.set-up-dev  ## known holes in what is shipped, by PyPI's advisories (needs the network)
	@$(VENV)/bin/uv tool run --from pip-audit==2.9.0 pip-audit --require-hashes --disable-pip -r requirements/run.txt

sbom: $(VENV)/.set-up-dev  ## what the program is made of, with licences, as CycloneDX
	@$(PYTHON) tests/sbom.py outputs/sbom.json

fuzz-web: $(VENV)/.set-up-dev $(MESSAGES)  ## made-up requests by the hundred at every address of the API
	@KEHOACH_SCHEMA_EXAMPLES=300 $(PYTHON) -m pytest -q --timeout 3600 tests/test_web_schema.py

docs: $(VENV)/.set-up-dev $(MESSAGES)  ## write the pages that are generated: commands, rules, tables
	@$(PYTHON) docs/generate.py

pictures: $(VENV)/.set-up-dev $(MESSAGES)  ## take the pictures of the guide and the README anew
	@$(PYTHON) docs/pictures.py

messages: $(VENV)/.set-up-dev  ## collect what is said to people into kehoach/locale
	@$(PYTHON) -m kehoach.locale.collect

lock: $(VENV)/.set-up-dev  ## pin every dependency anew, with hashes
	@sh setup.sh lock

clean:  ## remove what can be made again; outputs/ stays, people's corrections are in it
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache $(MESSAGES)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
