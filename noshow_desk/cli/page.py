"""How a paper of this vault is made on the command line: as last printed, unless told otherwise."""

from __future__ import annotations

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.export.options import PaperOptions
from noshow_desk.i18n import N_
from noshow_desk.services.desk import Desk
from noshow_desk.services.page_setup import SIZES, page_setup

SIZE_HELP = N_("Paper size; without it as this paper was last printed.")
SIZE_NAMES = list(SIZES)


def page_options(desk: Desk, kind: PaperKind, size: str | None) -> PaperOptions:
    """Return sheet and margins of a kind of paper by its page setup; `size` is one of SIZES, or None."""
    from noshow_desk.printing.paper_size import system_paper_size  # deferred: with what writes it

    setup = page_setup(desk, kind)
    return PaperOptions(size=system_paper_size(size or setup.size), margin=setup.margin)
