# Thin names for packaging/dev.py, which does the work; on Windows: py packaging\dev.py run
PYTHON ?= python3

.PHONY: run test bench proof package lock setup
run test bench proof package lock setup:
	@$(PYTHON) packaging/dev.py $@ $(ARGS)
