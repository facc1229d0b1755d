"""The Today board over ten thousand open incidents: after a start, after an act, and the steps alone.

`python -m tests.bench.board` opens the vault and prints the milliseconds of its first board.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from noshow_desk.domain.kinds import StepId
from noshow_desk.domain.practice import derive_next
from noshow_desk.services import incidents, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries import standing
from tests.bench import vaults
from tests.bench.measure import Row, seconds, spread_row

OPEN = 10_000
REPEATS = 7


def rows() -> Iterator[Row]:
    """Measure the first board in processes of their own, the others on one desk."""
    name = f"Today board, {OPEN:,} open incidents"
    folder = vaults.open_cases_vault(OPEN)
    first = [_in_a_process() for _repeat in range(REPEATS)]
    desk = vaults.open_practice(folder)
    queries.today_board(desk)
    rest = seconds(partial(_to_the_end, desk))
    beside = f"the latest {standing.AT_ONCE} at once; then {rest:.1f} s for the others while nobody waits"
    yield spread_row(f"{name}, first after a start", "ms", first, goal=100.0, beside=beside)
    took = [_after_an_act(desk, repeat) * 1000 for repeat in range(REPEATS * 3)]
    yield spread_row(f"{name}, after an act", "ms", took, goal=100.0)
    facts = desk.vault.cases.facts_of(desk.vault.incidents.ids()[:OPEN])
    now, rules = desk.now(), desk.rules
    alone = seconds(lambda: [derive_next(one, now, rules) for one in facts])
    name = f"next step of {len(facts):,} incidents, derived from scratch"
    yield Row(name=name, unit="ms", value=alone * 1000)
    desk.close()


def _in_a_process() -> float:
    command = [sys.executable, "-m", "tests.bench.board"]
    return float(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def _to_the_end(desk: Desk) -> None:
    while not queries.catch_up(desk, 500):
        pass


def _after_an_act(desk: Desk, number: int) -> float:
    row = queries.open_incidents(desk)[number]
    incidents.skip_step(desk, incident_id=row.incident_id, step=StepId.RULERS, reason="measuring")
    return seconds(partial(queries.today_board, desk))


def main() -> None:
    """Print the milliseconds of the first board after a start."""
    desk = vaults.open_practice(vaults.open_cases_vault(OPEN))
    print(seconds(partial(queries.today_board, desk)) * 1000)
    desk.close()


if __name__ == "__main__":
    main()
