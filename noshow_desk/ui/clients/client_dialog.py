"""Add a client, or edit the details of one."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.client import Client
from noshow_desk.domain.kinds import VoicemailPreference
from noshow_desk.domain.labels import label
from noshow_desk.i18n import LANGUAGE_NAMES, N_, _
from noshow_desk.services import clients, queries
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.record_form import FormRow, RecordDialog

VOICEMAIL = ((None, N_("Not asked: leave no message")), *((one, label(one)) for one in VoicemailPreference))
NO_SUCH_FIELDS = N_("Please do not write about an offence, a diagnosis or an immigration status.")

# To add a detail of a client: a field of the record, and a row here.
ROWS = (
    FormRow(name="first_name", label=N_("&First name")),
    FormRow(name="last_name", label=N_("&Last name")),
    FormRow(name="preferred_name", label=N_("Goes by")),
    FormRow(name="pronouns", label=N_("Pronouns"), hint=N_("Only as the client says them.")),
    FormRow(name="phones", label=N_("&Phones"), kind="phones", wide=True),
    FormRow(name="voicemail", label=N_("Voicemail"), kind="choice", choices=VOICEMAIL),
    FormRow(name="email", label=N_("&E-mail")),
    FormRow(name="spoken_language", label=N_("Speaks"), kind="choice", choices=tuple(LANGUAGE_NAMES.items())),
    FormRow(
        name="paper_language",
        label=N_("Language of papers"),
        kind="choice",
        choices=tuple(LANGUAGE_NAMES.items()),
    ),
    FormRow(name="postal_address", label=N_("Postal &address"), kind="text", wide=True),
    FormRow(
        name="address_safe_to_print",
        label=N_("Safe to print on letters"),
        kind="tick",
        hint=N_("The address of a shelter tells more than an address."),
    ),
    FormRow(name="no_fixed_address", label=N_("No fixed address"), kind="tick", hint=N_("Never printed.")),
    FormRow(name="case_number", label=N_("Case number"), hint=N_("Left empty, one is given.")),
    FormRow(name="with_us_since", label=N_("With us since"), kind="day"),
    FormRow(name="reminder_preference", label=N_("How to remind")),
    FormRow(name="tags", label=N_("Tags"), kind="words", hint=N_("Several: a comma between.")),
    FormRow(name="notes", label=N_("Notes for work"), kind="text", hint=NO_SUCH_FIELDS, wide=True),
    FormRow(
        name="private_notes", label=N_("Private notes"), kind="text", hint=N_("These never leave."), wide=True
    ),
)


class ClientDialog(RecordDialog):
    """Edits the client `client_id`; adds one without an id."""

    def __init__(
        self, desk: Desk, bridge: Bridge, client_id: str = "", parent: QWidget | None = None
    ) -> None:
        known = queries.client(desk, client_id) if client_id else _blank(desk)
        title = _("Edit {name}").format(name=known.full_name) if client_id else _("Add client")
        write = clients.edit_client if client_id else clients.add_client
        form_key = f"client:{client_id or 'new'}"
        save = partial(_save, write, desk, form_key)
        verb = _("&Save") if client_id else _("&Add client")
        super().__init__(
            title, ROWS, known, save, desk=desk, bridge=bridge, form_key=form_key, verb=verb, parent=parent
        )


def _blank(desk: Desk) -> Client:
    return Client(paper_language=desk.settings.text("paper_language"), with_us_since=desk.today())


def _save(write: Any, desk: Desk, form_key: str, client: Client) -> Changes:
    changes: Changes = write(desk, client=client, form_key=form_key)
    return changes
