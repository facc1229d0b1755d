"""How the text in the template editor stands to the one that new papers start from, in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.domain.template import Template
from noshow_desk.i18n import N_, _
from noshow_desk.services import templates
from noshow_desk.services.desk import Desk

LOOKING = N_("This folder cannot be written. You can look, print and copy; nothing can be changed.")
GONE = N_("This template was taken away. “Use this version” makes a new one of what you typed.")
TYPED = N_("What you typed is not in use yet.")
SHIPPED = N_("This template is shipped and stays as it is. Change it, and you get a copy of your own.")
SHIPPED_IDLE = N_("New papers use one of your own. “Use this version” makes them a copy of this shipped one.")
IDLE = N_("New papers use another one of yours. “Use this version” lets them start from this one.")
IN_USE = N_("New papers start from this text.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A template on show: whether it was taken away, new papers start from it, and something is typed in it
    that is not in use yet.
    """

    shipped: bool = False
    gone: bool = False
    in_use: bool = False
    typed: bool = False

    def words(self) -> str:
        """Return the sentence about it."""
        if self.gone:
            return _(GONE)
        if self.typed:
            return _(TYPED)
        if self.shipped:
            return _(SHIPPED) if self.in_use else _(SHIPPED_IDLE)
        return _(IN_USE) if self.in_use else _(IDLE)


def standing_of(desk: Desk, template: Template) -> Standing:
    """Return how a template stands while nothing is typed in it."""
    gone = templates.taken_away(desk, template.id) is not None
    return Standing(shipped=template.shipped, gone=gone, in_use=templates.is_in_use(desk, template))
