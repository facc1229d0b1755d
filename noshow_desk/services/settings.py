"""Change a setting, or the caseworker's own name and office."""

from __future__ import annotations

from dataclasses import replace

from noshow_desk.domain.client import Caseworker
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import typed
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.services.look import keep_look
from noshow_desk.settings import checked, setting_named


def change_setting(desk: Desk, *, key: str, value: str) -> Changes:
    """Set `key` to `value`. Raises UserError (field = key) when the setting cannot hold it."""
    kept = checked(key, typed.prose(value, key))
    with desk.act() as act:
        desk.vault.settings.put(key, kept)
    if setting_named(key).unlocked:
        keep_look(desk)
    return Changes(act=act.id, settings=True, everything=key in {"screen_language", "mail_days", "holidays"})


def keep_language(desk: Desk, *, language: str) -> None:
    """Let the screens of a vault that was just made go on in `language`, in which its maker was asked."""
    if language != desk.settings.text("screen_language"):
        change_setting(desk, key="screen_language", value=language)


def edit_profile(desk: Desk, *, caseworker: Caseworker, form_key: str = "") -> Changes:
    """Write the caseworker's name and office. Raises UserError (field "name") without a name."""
    kept = typed.cleaned(replace(caseworker, id=desk.caseworker.id))
    if not kept.value.name:
        raise UserError(_("Type your name. Courtesy calls use the first word of it."), field="name")
    with desk.act() as act:
        desk.vault.caseworkers.change(kept.value)
        if form_key:
            desk.vault.unsaved.remove(form_key)
    return Changes(
        act=act.id, profile=True, said=kept.notice, undo=Message(N_("Undo change of your details"))
    )
