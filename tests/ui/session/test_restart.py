"""The command that starts the app again, from a checkout and from a frozen build."""

from __future__ import annotations

import sys

import pytest

from noshow_desk.ui.session.restart import command


def test_from_a_checkout() -> None:
    assert command(["--vault", "x"]) == [sys.executable, "-m", "noshow_desk", "--vault", "x"]


def test_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command(["--vault", "x"]) == [sys.executable, "--vault", "x"]
