"""The sheet of paper that holds the recovery key: printed, or saved as PDF to print elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from noshow_desk.errors import SystemTrouble
from noshow_desk.i18n import N_, _, language
from noshow_desk.services.opening import Recovery
from noshow_desk.ui.kit.dialogs import Dialogs

if TYPE_CHECKING:
    from noshow_desk.domain.blocks import Letter


# The sheet may outlive the program, and its help with it: this is enough for somebody who knows such things.
WITHOUT_THE_PROGRAM = N_(
    "For a specialist, should NoShow Desk be gone: a backup is 8192 bytes of header, then a SQLCipher 4 "
    "database. The first 26 characters of this key are 16 bytes in Crockford's base32. The raw database key "
    "is BLAKE2b, 32 bytes, of the one byte “1”, keyed with those 16 and personalised noshow-database."
)


class KeySheet(QObject):
    """Prints or saves the sheet of `recovery`; `window` owns the print dialog."""

    def __init__(self, recovery: Recovery, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._recovery, self._dialogs, self._window = recovery, dialogs, window

    def print(self) -> None:
        """Open the print dialog."""
        from noshow_desk.printing.paper_size import system_paper_size  # deferred: heavy, only to print
        from noshow_desk.printing.printer import PrintDesk  # deferred: heavy, only to print
        from noshow_desk.printing.printout import lay_out  # deferred: heavy, only to print

        desk = PrintDesk(self._window)
        desk.failed.connect(self._on_desk_failed)
        desk.print_printouts([lay_out(key_letter(self._recovery), size=system_paper_size())])

    def save(self) -> None:
        """Ask where to, and write a PDF."""
        name = _("recovery-key") + ".pdf"
        self._dialogs.choose_target(_("Save the sheet"), name, "PDF (*.pdf)", self._write)

    def _write(self, path: Path) -> None:
        from noshow_desk.export.options import PaperOptions  # deferred: heavy, only to save
        from noshow_desk.export.saving import save  # deferred: only to save
        from noshow_desk.printing.paper_size import system_paper_size  # deferred: heavy, only to save
        from noshow_desk.printing.writers import write_paper  # deferred: heavy, only to save

        try:
            save(path, write_paper("pdf", key_letter(self._recovery), PaperOptions(size=system_paper_size())))
        except SystemTrouble as trouble:
            self._on_desk_failed(trouble.sentence)

    def _on_desk_failed(self, sentence: str) -> None:
        self._dialogs.tell(_("The sheet was not made"), sentence)


def key_letter(recovery: Recovery) -> Letter:
    """Return the sheet as a paper: what it is, the key in numbered groups, where to keep it."""
    from noshow_desk.domain.blocks import Block, BlockKind, Letter, Run  # deferred: not for the first window
    from noshow_desk.domain.kinds import PaperKind  # deferred: likewise

    def paragraph(text: str, *, bold: bool = False) -> Block:
        return Block(BlockKind.PARAGRAPH, ((Run(text, bold=bold),),))

    groups = [f"{number}.  {group}" for number, group in enumerate(recovery.groups, start=1)]
    opens = _("With this key the vault opens when the passphrase is forgotten. Whoever holds it can read it.")
    keep = _("Keep this sheet on paper, away from the computer: in a locked drawer or a safe.")
    return Letter(
        kind=PaperKind.WORKSHEET,
        language=language(),
        title=_("Recovery key"),
        blocks=(
            paragraph(_("Recovery key of a NoShow Desk vault"), bold=True),
            paragraph(opens),
            Block(BlockKind.ADDRESS, tuple((Run(group, bold=True),) for group in groups)),
            paragraph(keep),
            paragraph(_("Made on ______________   for the computer of ____________________________")),
            paragraph(_(WITHOUT_THE_PROGRAM)),
        ),
    )
