"""How a kind of paper is made: with the sheet and the margins that were last chosen for it."""

from __future__ import annotations

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.export.options import PaperOptions
from noshow_desk.printing.paper_size import system_paper_size
from noshow_desk.services.desk import Desk
from noshow_desk.services.page_setup import PageSetup, page_setup


def options_for(desk: Desk, kind: PaperKind) -> PaperOptions:
    """Return how a paper of this kind is made, by its remembered page setup: for previews and files alike."""
    return options_of(page_setup(desk, kind))


def options_of(setup: PageSetup) -> PaperOptions:
    """Return what a page setup comes to on this machine: "auto" is the sheet of its country."""
    return PaperOptions(size=system_paper_size(setup.size), margin=setup.margin)
