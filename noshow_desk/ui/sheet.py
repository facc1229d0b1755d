"""The one small style sheet, made from a look; what it does not say, Fusion and the palette say."""

from __future__ import annotations

from string import Template

from noshow_desk.ui.theme import TYPE, Look

# Sizes only: this part is used in high contrast too, where every colour is the system's own.
_SHAPES = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  border-width: 1px; border-style: solid; border-radius: 7px; padding: ${pad}px 9px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border-width: 2px; padding: ${pad_focus}px 8px; }
QLineEdit[search="true"] { padding-left: ${search}px; }
QLineEdit[search="true"]:focus { padding-left: ${search_focus}px; }
QPlainTextEdit, QTextEdit { padding: 3px 6px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 2px 5px; }
QTextEdit[bare="true"], QPlainTextEdit[bare="true"] { border: none; padding: 0; border-radius: 0; }
QComboBox { combobox-popup: 0; padding-right: 30px; }
QComboBox:focus { padding-right: 29px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { padding: 5px 6px; border-radius: 5px; }
#qt_calendar_navigationbar QToolButton { border: none; border-radius: 5px; padding: 4px 8px; }
#qt_calendar_navigationbar QToolButton::menu-indicator { image: none; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; }
QMenu { padding: 4px; }
QMenu::item { padding: 6px 24px 6px 10px; border-radius: 5px; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; margin: 4px 8px; }
QScrollArea { border: none; }
QListView { border: none; outline: none; }
QListView[offers="true"] { padding: 4px; }
QListView[offers="true"]::item { padding: 5px 6px; border-radius: 5px; }
QToolTip { border: none; padding: 4px 8px; }
QScrollBar:vertical { width: 12px; margin: 0; border: none; }
QScrollBar:horizontal { height: 12px; margin: 0; border: none; }
QScrollBar::handle { border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QProgressBar { border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { border-radius: 3px; }
QSplitter::handle { width: 1px; }
"""

_COLORS = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  color: $text; background: $field; border-color: $outline;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border-color: $focus; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: $red_bar; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
  color: $muted; background: $window; border-color: $border; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $outline;
  selection-background-color: $selected; selection-color: $selected_text; }
QComboBox QAbstractItemView::item:selected { background: $selected; color: $selected_text; }
#qt_calendar_navigationbar { background: $surface; }
#qt_calendar_navigationbar QToolButton { color: $text; background: $surface; }
#qt_calendar_navigationbar QToolButton:hover { background: $hover; }
#qt_calendar_navigationbar QToolButton:focus { border: 2px solid $focus; }
#qt_calendar_calendarview { background: $surface; alternate-background-color: $hover; }
QMenuBar { background: $surface; color: $text; border-bottom: 1px solid $border; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; color: $text; border: 1px solid $border; }
QMenu::item:selected { background: $selected; color: $selected_text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { background: $divider; }
QScrollArea, QScrollArea > QWidget > QWidget[page="true"] { background: transparent; }
QListView { background: transparent; }
QListView[offers="true"] { background: $surface; color: $text; border: 1px solid $outline; }
QListView[offers="true"]::item:selected { background: $selected; color: $selected_text; }
QToolTip { background: $tip; color: $tip_text; }
QScrollBar { background: transparent; }
QScrollBar::handle { background: $scroll; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $neutral; }
QProgressBar::chunk { background: $accent; }
QSplitter::handle { background: $border; }
QDialog { background: $surface; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $link; }
QLabel[tone="coach"] { color: $coach_text; }
QLabel[tone="red"] { color: $red_text; }
QLabel[tone="amber"] { color: $amber_text; }
QLabel[tone="green"] { color: $green_text; }
QLabel[tone="canvas"] { color: $canvas_muted; }
QLabel[tone="toast"] { color: $toast_text; }
QLabel[tone="paper"] { color: $paper_text; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="window"] { background: $window; }
QWidget[ground="canvas"] { background: $canvas; }
QFrame[ground="divider"] { background: $divider; }
"""


def style_sheet(look: Look) -> str:
    """Return the style sheet of `look`; without a single colour when the system wants high contrast."""
    pad = look.px(5)
    search = 14 + look.px(16)
    sizes = {"pad": pad, "pad_focus": pad - 1, "search": search, "search_focus": search - 1}
    text = Template(_SHAPES).substitute(sizes) + _type_rules(look)
    return text if look.high_contrast else text + Template(_COLORS).substitute(look.colors)


def _type_rules(look: Look) -> str:
    return "".join(
        f'QLabel[role="{role}"] {{ font-size: {look.points(role)}pt; font-weight: {weight}; }}\n'
        for role, (_points, weight) in TYPE.items()
        if role not in ("body", "code")
    )
