"""The "Your data" page."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.i18n import _, full_date, ngettext
from noshow_desk.services import erasing, keys, queries, your_data
from noshow_desk.services.backup_making import looks_after_itself
from noshow_desk.services.backup_state import backup_state
from noshow_desk.services.desk import Desk
from noshow_desk.services.old_backups import old_backups
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.kit.question import Question
from noshow_desk.ui.kit.rows import RowList, RowWords
from noshow_desk.ui.session.keeping import Keeping
from noshow_desk.ui.session.work import Work
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.your_data.alerts import Alerts, alerts_of
from noshow_desk.ui.your_data.cards import BackupsCard, LineCard, SecondFolderCard, promises_card
from noshow_desk.ui.your_data.key_dialog import KeyDialog
from noshow_desk.ui.your_data.new_keys_dialog import NewKeysDialog
from noshow_desk.ui.your_data.passphrase_dialog import PassphraseDialog
from noshow_desk.ui.your_data.sheet_dialog import SheetDialog
from noshow_desk.ui.your_data.words import Line, backup_lines, place_lines, second_lines

SHOWN = 20


class YourDataPage(Page):
    """Where the vault is and how safe, its backups, its keys, whom to erase, and what is promised."""

    help_topic = "safety"

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        dialogs: Dialogs,
        keeping: Keeping,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(bridge, parent)
        self._desk, self._dialogs, self._keeping = desk, dialogs, keeping
        self._encrypted: bool | None = None
        self._asking = True
        self.place = LineCard(_("Where it is"), "hard-drive")
        self.alerts = Alerts()
        self.backups = BackupsCard()
        self.second = SecondFolderCard()
        self.keys = LineCard(_("Your keys"), "key-round")
        self.passphrase_button = SecondaryButton(_("Change the &passphrase…"), "key-round")
        self.sheet_button = SecondaryButton(_("Print the recovery &sheet again…"), "printer")
        self.new_keys_button = SecondaryButton(_("&New keys…"), "refresh-cw")
        self.quiet = RowList()
        self.quiet_more = PlainLabel("", "hint", "muted")
        self.quiet_line = PlainLabel("", "body", "muted", wrap=True)
        self.erased_line = PlainLabel("", "hint", "muted", wrap=True)
        self._lay_out()
        self._connect()
        self.reload(None)
        self._ask_disk()

    def _lay_out(self) -> None:
        page = ScrollPage()
        page.add(PlainLabel(_("Your data"), "title"))
        self.keys.add_buttons(self.passphrase_button, self.sheet_button, self.new_keys_button)
        erase = Card(_("Erasing"), "trash-2")
        for widget in (self.quiet_line, self.quiet, self.quiet_more, self.erased_line):
            erase.add(widget)
        cards = (self.place, self.backups, self.second, self.keys, erase, promises_card())
        for part in (self.alerts, *cards):
            page.add(part)
        page.finish()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page)

    def _connect(self) -> None:
        for part in (self.alerts, self.backups, self.second):
            part.wished.connect(self.wished)
        self._keeping.stood.connect(self._show_backups)
        self.passphrase_button.clicked.connect(self._on_passphrase_button_clicked)
        self.sheet_button.clicked.connect(self._on_sheet_button_clicked)
        self.new_keys_button.clicked.connect(self._on_new_keys_button_clicked)
        self.quiet.acted.connect(self._on_quiet_acted)

    def reload(self, changes: object | None) -> None:
        """Read again how everything stands."""
        self._show_place()
        self._show_backups()
        self.keys.show_lines(self._key_lines())
        own = not (self._desk.practice or self._desk.read_only)
        for button in (self.passphrase_button, self.new_keys_button):
            button.setEnabled(own)
        self.sheet_button.setEnabled(not self._desk.practice)
        self._show_quiet()

    def _show_backups(self) -> None:
        """Say how the backups stand, and what wants to be acted on."""
        state, today, busy = backup_state(self._desk), self._desk.today(), self._keeping.busy
        writes = not self._desk.read_only
        alone, practice = looks_after_itself(self._desk), self._desk.practice
        self.backups.show_lines(backup_lines(state, today, alone=alone, practice=practice))
        self.backups.set_ways(write=writes and not busy, read=bool(state.count) and not busy)
        self.second.show_lines(second_lines(state, today))
        self.second.set_ways(chosen=state.second_folder is not None, free=writes and not busy)
        alerts = alerts_of(
            state,
            today,
            trouble=self._keeping.trouble,
            second_trouble=self._keeping.second_trouble,
            old=old_backups(self._desk) if writes else (),
        )
        self.alerts.show_alerts(tuple(alerts), busy=busy)

    def _show_place(self) -> None:
        safety, today = queries.data_safety(self._desk), self._desk.today()
        self.place.show_lines(place_lines(safety, today, self._encrypted, asking=self._asking))

    def _key_lines(self) -> list[Line]:
        lines = [
            Line("circle-check", "green", _("Your passphrase or the key on your sheet opens the vault."))
        ]
        if self._desk.practice:
            words = _("This is a practice vault: its passphrase is published.")
            lines = [Line("sprout", "muted", words)]
        replaced = keys.replaced_on(self._desk)
        if replaced is not None:
            text = _("New keys since {day}. Backups from before keep the old ones.")
            lines.append(Line("refresh-cw", "muted", text.format(day=full_date(replaced))))
        return lines

    def _show_quiet(self) -> None:
        quiet = erasing.quiet_clients(self._desk)
        years = self._desk.settings.number("retention_years")
        self.quiet_line.setText(_quiet_words(len(quiet), years))
        self.quiet.setVisible(bool(quiet))
        self.quiet.show_rows(
            [
                RowWords(
                    key=one.client_id,
                    title=one.name,
                    second=_("Nothing since {day}").format(day=full_date(one.last)),
                    icon="user-round",
                    action=_("Erase…"),
                )
                for one in quiet[:SHOWN]
            ]
        )
        self.quiet_more.setText(_("and {count} more").format(count=len(quiet) - SHOWN))
        self.quiet_more.setVisible(len(quiet) > SHOWN)
        people = sum(one.people for one in erasing.erasures(self._desk))
        said = ngettext("{count} person was erased so far.", "{count} people were erased so far.", people)
        self.erased_line.setText(said.format(count=people) if people else "")
        self.erased_line.setVisible(bool(people))

    def _ask_disk(self) -> None:
        work = Work(partial(your_data.disk_is_encrypted, self._desk.folder), self)
        work.done.connect(self._on_disk_told)
        work.start()

    def _on_disk_told(self, encrypted: bool | None) -> None:
        self._encrypted, self._asking = encrypted, False
        self._show_place()

    def _on_passphrase_button_clicked(self) -> None:
        self._open(PassphraseDialog(self._desk))

    def _on_sheet_button_clicked(self) -> None:
        self._open(SheetDialog(self._desk, self._dialogs))

    def _on_new_keys_button_clicked(self) -> None:
        dialog = NewKeysDialog(self._desk, self._dialogs)
        dialog.renewed.connect(self._on_dialog_renewed)
        self._open(dialog)

    def _open(self, dialog: KeyDialog) -> None:
        dialog.changed.connect(self.bridge.changed)
        self._dialogs.show(dialog)

    def _on_dialog_renewed(self, problem: str) -> None:
        """Lock: the old keys stay in the memory of this process until it ends. Where no backup could be made
        one may be tried before, as often as it is wanted.
        """
        if not problem:
            self._lock()
            return
        why = _("Until one is made, only backups with the old keys are there. Afterwards the vault locks.")
        answers = (("back_up", _("&Back up now")), ("lock", _("&Lock now")))
        question = Question(_("No fresh backup yet"), f"{problem}\n\n{why}", answers)
        self._dialogs.ask(question, self._on_no_backup_answered)

    def _on_no_backup_answered(self, answer: str) -> None:
        if answer == "back_up":
            self._keeping.back_up_then(self._on_dialog_renewed)
        else:
            self._lock()

    def _lock(self) -> None:
        self.wished.emit(Wish("lock"))

    def _on_quiet_acted(self, client_id: str) -> None:
        self.wished.emit(Wish("erase_client", client_id))


def _quiet_words(count: int, years: int) -> str:
    how = _("To erase a client: open the client, then “…” and “Erase”.")
    if not years:
        return f"{how} " + _("Settings can remind you of clients without activity for years.")
    if not count:
        text = ngettext(
            "No client has been without activity for {years} year.",
            "No client has been without activity for {years} years.",
            years,
        )
        return f"{text.format(years=years)} {how}"
    return _("Without any activity for longer than your office keeps records: {count}.").format(count=count)
