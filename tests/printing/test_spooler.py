"""Printers are asked of this computer only, unless somebody chose another print service."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from noshow_desk.printing import spooler

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="CUPS is told elsewhere by the system")


@only_linux
def test_the_socket_of_this_computer_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spooler, "CHOSEN", ())
    environment: dict[str, str] = {}
    spooler.stay_on_this_computer(environment)
    assert environment == {"CUPS_SERVER": "/run/cups/cups.sock"}


def test_a_print_service_that_was_chosen_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"CUPS_SERVER": "print.office.example"}
    spooler.stay_on_this_computer(given)
    assert given == {"CUPS_SERVER": "print.office.example"}
    (tmp_path / "client.conf").write_text("ServerName print.office.example\n", encoding="utf-8")
    monkeypatch.setattr(spooler, "CHOSEN", (str(tmp_path / "client.conf"),))
    written: dict[str, str] = {}
    spooler.stay_on_this_computer(written)
    assert written == {}
