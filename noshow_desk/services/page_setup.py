"""Sheet, margins and copies of each kind of paper, remembered in the vault from one printing to the next."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk

SIZES = ("auto", "letter", "a4")  # "auto": as in this country
MARGINS = (0.75, 1.0, 1.25)  # inches
MOST_COPIES = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetup:
    """How a kind of paper is printed; `size` is one of SIZES, `margin` one of MARGINS."""

    size: str = "auto"
    margin: float = 1.0
    copies: int = 1


def page_setup(desk: Desk, kind: PaperKind) -> PageSetup:
    """Return what was chosen for `kind`; what does not fit is as preset, the size as in the settings."""
    stored = desk.vault.settings.get(_key(kind))
    kept = stored if isinstance(stored, dict) else {}
    size, margin, copies = (kept.get(name) for name in ("size", "margin", "copies"))
    return PageSetup(
        size=size if size in SIZES else desk.settings.text("paper_size"),
        margin=margin if margin in MARGINS else 1.0,
        copies=copies if isinstance(copies, int) and 1 <= copies <= MOST_COPIES else 1,
    )


def keep_page_setup(desk: Desk, *, kind: PaperKind, setup: PageSetup) -> Changes:
    """Remember `setup` for `kind`; nothing is written when it is what was chosen before."""
    if desk.read_only or setup == page_setup(desk, kind):
        return Changes()
    with desk.act() as act:
        desk.vault.settings.put(_key(kind), asdict(setup))
    return Changes(act=act.id, settings=True)


def _key(kind: PaperKind) -> str:
    return f"page_setup.{kind}"
