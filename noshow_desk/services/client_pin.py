"""The PIN asked for before a screen that was turned over to the client is given back."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil

from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk

_KEY = "client_view_pin"
LEAST, MOST = 4, 8  # digits
FREE_TRIES = 3
_FIRST_WAIT, _LONGEST_WAIT = 5.0, 300.0  # seconds; each wrong PIN doubles the wait


def is_pin_set(desk: Desk) -> bool:
    """Say whether giving the screen back takes a PIN."""
    return desk.vault.settings.get(_KEY) is not None


def set_pin(desk: Desk, *, pin: str) -> Changes:
    """Ask for `pin` from now on. Raises UserError (field "pin") unless it is 4 to 8 digits."""
    from noshow_desk.storage.pin import seal_pin  # deferred: loads argon2

    if not (pin.isascii() and pin.isdigit() and LEAST <= len(pin) <= MOST):
        raise UserError(_("A PIN is 4 to 8 digits."), field="pin")
    with desk.act() as act:
        desk.vault.settings.put(_KEY, seal_pin(pin))
    return Changes(act=act.id, settings=True)


def remove_pin(desk: Desk) -> Changes:
    """Ask for no PIN any more."""
    with desk.act() as act:
        desk.vault.settings.put(_KEY, None)
    return Changes(act=act.id, settings=True)


class PinGate:
    """Lets through with the right PIN; after three wrong ones each try waits twice as long as the last.

    The count lasts as long as the vault is open: turning the screen over anew does not shorten a wait.
    """

    def __init__(self, desk: Desk, clock: Callable[[], float] = time.monotonic) -> None:
        self._desk, self._clock = desk, clock
        self._wrong, self._until = 0, 0.0

    def is_shut(self) -> bool:
        """Say whether a PIN is needed."""
        return is_pin_set(self._desk)

    def try_pin(self, pin: str) -> str:
        """Return "" when `pin` opens, else a sentence that says why not."""
        from noshow_desk.storage.pin import pin_fits  # deferred: loads argon2

        if self.seconds_left():
            return self.why_wait()
        if pin_fits(pin, self._desk.vault.settings.get(_KEY)):
            self._wrong = 0
            return ""
        self._wrong += 1
        over = self._wrong - FREE_TRIES
        if over < 0:
            return _("That is not the PIN.")
        self._until = self._clock() + min(_FIRST_WAIT * 2**over, _LONGEST_WAIT)
        return self.why_wait()

    def seconds_left(self) -> int:
        """Return how many seconds no PIN is looked at, 0 when one is."""
        return max(0, ceil(self._until - self._clock()))

    def why_wait(self) -> str:
        """Return a sentence that tells how long no PIN is looked at, "" when one is."""
        left = self.seconds_left()
        said = _("That was not the PIN. Seconds until the next try: {seconds}.")
        return said.format(seconds=left) if left else ""
