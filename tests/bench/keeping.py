"""Keeping what is written: an autosave from the wizard with 4 kB in it, and a backup."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from noshow_desk.domain.kinds import StepId
from noshow_desk.services import backups, queries, unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.dress import dress
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.wishes import Wish
from tests.bench import vaults
from tests.bench.measure import Row, percentile, seconds, spread_row

INCIDENTS = 5_000
DRAFT = 4_000  # characters
KEYS = 300
BACKUPS = 5
SENTENCE = "I waited at the corner for the bus, and it had gone without me before I got there. "


def rows() -> Iterator[Row]:
    """Measure on a copy of a vault with 5,000 open incidents, on disk."""
    with tempfile.TemporaryDirectory(dir=vaults.HOME) as place:
        folder = Path(place) / "vault"
        shutil.copytree(vaults.open_cases_vault(INCIDENTS), folder)
        desk = vaults.open_practice(folder)
        yield from _autosave_rows(desk)
        yield _backup_row(desk)
        desk.close()


def _autosave_rows(desk: Desk) -> Iterator[Row]:
    """Type into the story of an incident, and keep it after every key, as no pause of typing would."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    dress(application, "light", 1.0)
    page = IncidentWizardPage(desk, Bridge())
    page.resize(1274, 664)
    page.show()
    page.visit(Wish("incident", queries.open_incidents(desk)[0].incident_id, StepId.STORY.value))
    editor = page.findChildren(QPlainTextEdit)[0]
    editor.setPlainText((SENTENCE * (DRAFT // len(SENTENCE) + 1))[:DRAFT])
    application.processEvents()
    assert page.case is not None
    keys, kept = [], []
    for _repeat in range(KEYS):
        keys.append(seconds(partial(_key, application, editor)) * 1000)
        kept.append(seconds(page.case.flush) * 1000)
    (form,) = unsaved.unsaved_forms(desk)
    assert len(str(form.payload)) > DRAFT
    beside = f"median {statistics.median(kept):.1f} ms; nothing else is done meanwhile: the whole stall"
    yield _p99(f"autosave of {DRAFT // 1_000} kB on disk, p99", kept, 10.0, beside)
    beside = f"median {statistics.median(keys):.1f} ms; a key in the same page, for comparison"
    yield _p99(f"key to painted wizard page, {DRAFT // 1_000} kB, p99", keys, None, beside)
    page.close_case()
    page.close()


def _p99(name: str, took: list[float], goal: float | None, beside: str) -> Row:
    spread = (min(took), max(took))
    return Row(name=name, unit="ms", value=percentile(took, 0.99), goal=goal, spread=spread, beside=beside)


def _key(application: QApplication, editor: QPlainTextEdit) -> None:
    QTest.keyClick(editor, Qt.Key.Key_A)
    application.processEvents()


def _backup_row(desk: Desk) -> Row:
    """Make a backup by hand: written, opened again and checked, old ones removed."""
    took = [seconds(partial(backups.make_backup, desk)) * 1000 for _repeat in range(BACKUPS)]
    size = max(file.stat().st_size for file in desk.folder.rglob("*") if file.is_file()) / 2**20
    name = f"backup, made and proven, {INCIDENTS:,} incidents"
    return spread_row(name, "ms", took, goal=2_000.0, beside=f"vault of {size:.0f} MiB")
