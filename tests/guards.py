"""What must not happen unasked in a test: a modal box, a line in the log, a connection."""

from __future__ import annotations

import logging
import re
import socket
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

# Class and methods that wait for a person. QDialog.exec covers message boxes and all our own dialogs.
WAITING = {
    "PySide6.QtWidgets": {
        "QDialog": ("exec",),
        "QMenu": ("exec",),
        "QMessageBox": ("about", "aboutQt", "critical", "information", "question", "warning"),
        "QInputDialog": ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
        "QFileDialog": ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"),
        "QColorDialog": ("getColor",),
        "QFontDialog": ("getFont",),
    },
    "PySide6.QtPrintSupport": {
        "QPrintDialog": ("exec",),
        "QPageSetupDialog": ("exec",),
        "QPrintPreviewDialog": ("exec",),
    },
}


@dataclass
class Boxes:
    """The modal boxes of one test: those it expects, in order, and those that came unasked."""

    answers: deque[Callable[[Any], object]] = field(default_factory=deque)
    unasked: list[str] = field(default_factory=list)

    def answer(self, act: Callable[[Any], object]) -> None:
        """Expect one more box; `act` gets it when it opens and closes it as a person would."""
        self.answers.append(act)

    def opened(self, box: Any) -> int:
        """Stand in for the waiting: show the box, let the test act on it, return its result."""
        if not self.answers:
            title = box.windowTitle() if hasattr(box, "windowTitle") else ""
            self.unasked.append(f"{type(box).__name__} {title!r}")
            return 0
        box.show()
        self.answers.popleft()(box)
        box.hide()
        return int(box.result()) if hasattr(box, "result") else 0

    def complaints(self) -> list[str]:
        """Return a sentence for each thing that was not as expected."""
        never = [f"{len(self.answers)} expected box(es) never opened"] if self.answers else []
        return [f"a box opened unasked: {name}" for name in self.unasked] + never


@dataclass
class Waiting:
    """Puts a test's `Boxes` in the place of every Qt call that would wait for a person."""

    boxes: Boxes = field(default_factory=Boxes)

    def replace_calls(self, set_attribute: Callable[[Any, str, Any], None]) -> None:
        """Replace the calls of `WAITING` in the Qt modules that are loaded."""
        for module, classes in WAITING.items():
            if module not in sys.modules:
                continue
            for name, methods in classes.items():
                kind = getattr(sys.modules[module], name)
                for method in methods:
                    made = self._exec if method == "exec" else self._static(f"{name}.{method}")
                    set_attribute(kind, method, made)

    @property
    def _exec(self) -> Callable[..., int]:
        def exec_(box: Any, *_arguments: Any, **_named: Any) -> int:
            return self.boxes.opened(box)

        return exec_

    def _static(self, name: str) -> Any:
        def ask(*_arguments: Any, **_named: Any) -> Any:
            self.boxes.unasked.append(name)
            raise AssertionError(f"{name} waits for a person; a test replaces it with its own answer")

        return staticmethod(ask)


class LogLines(logging.Handler):
    """Keeps the warnings and errors of one test, and knows which of them it expects."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.expected: list[str] = []
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record once, also when it passes both our logger and the root."""
        if not any(record is kept for kept in self.records):
            self.records.append(record)

    def complaints(self) -> list[str]:
        """Return a sentence for each unexpected line and each expected one that never came."""
        lines = [f"{one.name} {one.levelname}: {one.getMessage()}" for one in self.records]
        odd = [line for line in lines if not any(re.search(one, line) for one in self.expected)]
        absent = [one for one in self.expected if not any(re.search(one, line) for line in lines)]
        return [f"unexpected log line: {line}" for line in odd] + [f"never logged: {one}" for one in absent]


def refuse_connections(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: a test that opens a connection or asks for an address fails where it does so."""
    if event == "socket.connect" and arguments[0].family not in (socket.AF_INET, socket.AF_INET6):
        return  # between two processes of this machine
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname"}:
        raise AssertionError("NoShow Desk opens no network connection, nor do its tests")
