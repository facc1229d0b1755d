"""The list of keyboard shortcuts, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from noshow_desk.i18n import N_, _
from noshow_desk.ui.actions import ACTIONS, MENUS, plain_words
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.labels import PlainLabel

# Keys that no action owns.
MORE = (
    ("Tab", N_("Next field")),
    ("Shift+Tab", N_("Field before")),
    ("Up", N_("Later day or time; in a list, the row above")),
    ("F8", N_("In a template, the next problem")),
    ("Esc", N_("Close a list or a message")),
)


class ShortcutList(Dialog):
    """Two columns of keys and what they do."""

    least_width = 640

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Keyboard shortcuts"), parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        rows = [(action.shortcut, plain_words(action)) for menu, _title in MENUS for action in ACTIONS
                if action.menu == menu and action.shortcut]  # fmt: skip
        rows += [(key, _(text)) for key, text in MORE]
        half = (len(rows) + 1) // 2
        for at, (key, text) in enumerate(rows):
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            column = 0 if at < half else 2
            grid.addWidget(PlainLabel(shown, "strong"), at % half, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(text, wrap=True), at % half, column + 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)
        self.add_button(_("Close"), primary=True).clicked.connect(self.accept)
