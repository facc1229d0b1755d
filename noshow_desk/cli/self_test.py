"""`--self-test`: opens every part without a window and says in JSON what works."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from noshow_desk import __version__
from noshow_desk.cli.output import say_json
from noshow_desk.cli.parts import PARTS, Part, Skipped, Wrong
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.export.saving import save
from noshow_desk.logs import describe

RESULTS = ("passed", "skipped", "failed")


def self_test(report: Path | None) -> int:
    """Try every part; print the JSON, write it to `report` too, and return 0 when nothing is wrong."""
    rows = [_tried(part) for part in PARTS]
    counts = {result: sum(row["result"] == result for row in rows) for result in RESULTS}
    python = sys.version.split()[0]
    answer = {"name": "NoShow Desk", "version": __version__, "python": python, **counts, "parts": rows}
    if report is not None:
        save(report, json.dumps(answer, ensure_ascii=False, indent=2).encode())
    say_json(answer)
    return 1 if counts["failed"] else 0


def _tried(part: Part) -> dict[str, object]:
    began = time.perf_counter()
    try:
        result, found = "passed", part.check()
    except Skipped as reason:
        result, found = "skipped", str(reason)
    except Wrong as reason:
        result, found = "failed", str(reason)
    except (UserError, SystemTrouble) as trouble:
        result, found = "failed", trouble.sentence
    except Exception as error:  # a part that breaks is what this is there to find
        result, found = "failed", describe(type(error), error.__traceback__)
    took = round((time.perf_counter() - began) * 1000)
    return {"part": part.name, "result": result, "found": found, "ms": took}
