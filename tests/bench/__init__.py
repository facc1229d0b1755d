"""Speed as ratios: `make bench`, or `python -m tests.bench [--quick] [--row WORD] [--json FILE]`."""
