"""Words that an act put away with their form: undoing the act brings them back, doing it again puts them
away again.

Forms are not in the change log. An act can be undone only while the vault is open, so they are remembered as
long as that, and no longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.services.desk import Desk

_KEY = "put_away:"


@dataclass(frozen=True, slots=True)
class _Swap:
    """What stood in a form before an act, and after it; None where nothing was typed."""

    form_key: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    alone: bool


def put_away(desk: Desk, form_key: str, *, act: str, alone: bool = False) -> None:
    """Inside the act: take what stands in a form out of it, until the act is undone. `alone`: it does nothing
    else.
    """
    before = _payload(desk, form_key)
    if before is not None:
        _set(desk, _Swap(form_key, before, None, alone), act)


def put_back(desk: Desk, *, undone: str, act: str) -> None:
    """Inside the act that undoes `undone`: let its form be as it was, unless something was typed in it
    since. Raises UserError then where nothing else would be undone.
    """
    done = desk.memory.get(_KEY + undone)
    if not isinstance(done, _Swap):
        return
    if _payload(desk, done.form_key) == done.after:
        _set(desk, _Swap(done.form_key, done.after, done.before, done.alone), act)
    elif done.alone:
        raise UserError(_("Something else was typed there since. Throw that away first, then undo again."))


def _payload(desk: Desk, form_key: str) -> dict[str, Any] | None:
    kept = desk.vault.unsaved.get(form_key)
    return kept.payload if kept is not None else None


def _set(desk: Desk, swap: _Swap, act: str) -> None:
    if swap.after is None:
        desk.vault.unsaved.remove(swap.form_key)
    else:
        desk.vault.unsaved.put(swap.form_key, swap.after, desk.now())
    desk.memory[_KEY + act] = swap
