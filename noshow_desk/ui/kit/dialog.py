"""What every dialog looks like: a title, a body, buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.kit.base import GAP, PAGE_MARGIN
from noshow_desk.ui.kit.buttons import Button, PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.theme import current_look

TITLE_BAR = 48  # pixels that the window system may put around a dialog


class Dialog(QDialog):
    """A small window: title, `body`, buttons at the right. Enter accepts where the primary button has it."""

    least_width = 460

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(current_look().px(self.least_width))
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GAP)
        self._buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN - 4, PAGE_MARGIN, PAGE_MARGIN - 4)
        box.setSpacing(16)
        box.addWidget(PlainLabel(title, "title", wrap=True))
        box.addLayout(self.body, 1)
        box.addLayout(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the width of the buttons and the height of the wrapped texts, as far as the screen has them.

        Qt guesses the height before it knows the width, and cuts the buttons where it knows a least width.
        """
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            room = self.screen().availableGeometry().width()
            width = max(self.width(), min(layout.totalMinimumSize().width(), room))
            self._become(QSize(width, layout.totalHeightForWidth(width)))

    def take_room(self, width: int, height: int) -> None:
        """Be so large (pixels at 100 % text) as far as the window below has the room; for `showEvent`."""
        below, look = self.parentWidget(), current_look()
        room = below.window().size() if below is not None else self.screen().availableGeometry().size()
        wanted = QSize(look.px(width), look.px(height))
        self._become(wanted.boundedTo(room - QSize(2 * GAP, 2 * GAP)))

    def _become(self, size: QSize) -> None:
        """Be of `size`, as high as the screen has it, and all of it in sight: in the middle of what is below.

        Qt chose the place for the size before; the buttons at the foot would be off a low screen.
        """
        screen = self.screen().availableGeometry()
        self.resize(size.width(), min(size.height(), screen.height() - TITLE_BAR))
        below = self.parentWidget()
        place = QRect(QPoint(0, 0), self.size() + QSize(0, TITLE_BAR))
        place.moveCenter((below.window().frameGeometry() if below is not None else screen).center())
        place.moveRight(min(place.right(), screen.right()))
        place.moveBottom(min(place.bottom(), screen.bottom()))
        self.move(max(place.left(), screen.left()), max(place.top(), screen.top()))

    def add_button(self, text: str, *, primary: bool = False, icon: str = "") -> Button:
        """Put a button at the right end and return it; Enter presses the primary one from any line field."""
        button = PrimaryButton(text, icon) if primary else SecondaryButton(text, icon)
        button.setAutoDefault(primary)
        button.setDefault(primary)
        self._buttons.addWidget(button)
        return button

    def add_cancel(self, text: str = "") -> Button:
        """Put a button that closes without doing anything."""
        button = self.add_button(text or _("Cancel"))
        button.clicked.connect(self.reject)
        return button
