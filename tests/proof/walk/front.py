"""The front door: first run, unlocking, what is said about a damaged vault, the practice vault."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from tests.proof.walk.hands import Hands

PASSPHRASE = "Gnorfeld lantern Żwöltzkiñ seven"
NEXT_PASSPHRASE = "Moxwellig harbor copper Krumpfel"


def first_run(hands: Hands, *, slips: bool = True) -> str:
    """Go through the three screens, slips, sheet and another folder included; return the recovery key."""
    if slips:
        _slip(hands)
    for label in ("Passphrase", "Once more"):
        hands.write(label, PASSPHRASE)
    key = recovery_key(hands)
    type_back(hands, key)
    if slips:
        hands.press("Print the sheet")
        hands.print_out("sheet.pdf")
        hands.press("Save as PDF")
        hands.save_to("recovery-key.pdf")
    hands.press("Next: your name")
    hands.fill()
    hands.press("Next: where your data lives")
    if slips:
        hands.press("Back")
        hands.press("Next: where your data lives")
        _choose_folder(hands, hands.place / "vault")
    hands.press("Make my vault")
    hands.opened()
    return key


def _slip(hands: Hands) -> None:
    """Change the language and back; type another passphrase the second time, and wrong groups."""
    hands.press("Español")
    hands.press("English")
    hands.write("Passphrase", PASSPHRASE)
    hands.write("Once more", hands.words())
    hands.fill()
    hands.press("Next: your name")


def recovery_key(hands: Hands) -> str:
    """Return the recovery key that is shown."""
    names = [label.accessibleName() for label in hands.scope().findChildren(QLabel) if label.isVisible()]
    return next(name for name in names if name.startswith("Recovery key ")).removeprefix("Recovery key ")


def type_back(hands: Hands, key: str) -> None:
    """Type the groups that are asked for."""
    for number, group in enumerate(key.split("-"), start=1):
        if hands.sees(f"Group {number}"):
            hands.write(f"Group {number}", group)


def unlock(hands: Hands, passphrase: str) -> None:
    """Open the vault, after a try with other words."""
    hands.write("Passphrase", hands.words())
    hands.press("Open")
    hands.wait_until(lambda: hands.can_press("Open"), timeout=30_000)
    hands.write("Passphrase", passphrase)
    hands.return_key()
    hands.opened()


def unlock_by_key(hands: Hands, key: str) -> None:
    """Open the vault with the sheet, after a slip."""
    hands.press("Use the recovery key instead")
    hands.write("Recovery key", hands.words())
    hands.press("Open")
    hands.wait_until(lambda: hands.can_press("Open"), timeout=30_000)
    hands.write("Recovery key", key.lower())
    hands.press("Open")
    hands.wait_until(lambda: hands.can_press("Not now"), timeout=30_000)
    hands.press("Not now")
    hands.opened()


def restored(hands: Hands) -> None:
    """Meet a vault that does not open, and put a backup back."""
    hands.write("Passphrase", NEXT_PASSPHRASE)
    hands.press("Open")
    hands.wait_until(lambda: hands.sees("The vault did not open"), timeout=60_000)
    hands.press("Restore a backup")
    hands.wait_until(lambda: hands.can_press("Next: open it"), timeout=30_000)
    hands.press("Next: open it")
    hands.write("Passphrase", hands.words())
    hands.press("Check it")
    hands.wait_until(lambda: hands.can_press("Check it"), timeout=60_000)
    hands.write("Passphrase", NEXT_PASSPHRASE)
    hands.press("Check it")
    hands.wait_until(lambda: hands.can_press("Restore it"), timeout=60_000)
    hands.press("Restore it")
    hands.wait_until(lambda: hands.can_press("Open the vault"), timeout=60_000)
    hands.press("Open the vault")
    hands.opened()


def choose_another(hands: Hands) -> None:
    """Leave a vault that is cut off for an empty folder."""
    hands.wait_until(lambda: hands.sees("The vault did not open"), timeout=60_000)
    hands.press("Choose another folder")
    answer_folder(hands, hands.place / "elsewhere")


def _choose_folder(hands: Hands, folder: Path) -> None:
    hands.press("Choose another folder")
    answer_folder(hands, folder)


def answer_folder(hands: Hands, folder: Path) -> None:
    """Answer the dialog that asks for a folder."""
    folder.mkdir(exist_ok=True)
    dialog = hands.dialog()
    assert isinstance(dialog, QFileDialog)
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText(str(folder))
    QApplication.processEvents()
    dialog.accept()
    hands.settle()
