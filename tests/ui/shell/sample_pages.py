"""Pages that remember what was done to them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.shell.places import ROUTES
from noshow_desk.ui.wishes import Wish


class SamplePage(Page):
    """A page that writes down its visits and reloads."""

    help_topic = "sample"
    acts = ("print",)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.visits: list[Wish] = []
        self.reloads: list[object] = []
        self.handled: list[str] = []
        self.may_leave = True
        self.place = ""
        field = LineField()
        field.setAccessibleName("Sample")
        QVBoxLayout(self).addWidget(field)

    def visit(self, wish: Wish) -> None:
        self.visits.append(wish)
        self.titled.emit(f"Title of {wish.kind}", "second line")

    def reload(self, changes: object | None) -> None:
        self.reloads.append(changes)

    def leave(self) -> bool:
        return self.may_leave

    def state(self) -> object:
        return self.place

    def restore(self, state: object) -> None:
        self.place = str(state)

    def handle(self, action: str) -> bool:
        self.handled.append(action)
        return action == "print"


class CompactSamplePage(SamplePage):
    """The same beside the narrow navigation."""

    compact = True


def factories(bridge: Bridge, made: dict[str, SamplePage]) -> dict[str, Callable[[], Page]]:
    """Return a factory for every page; what it makes is put into `made`."""

    def factory(name: str, kind: type[SamplePage]) -> Callable[[], Page]:
        def make() -> Page:
            made[name] = kind(bridge)
            return made[name]

        return make

    compact = ("incident", "template")
    names = {page for page, _place in ROUTES.values()}
    return {name: factory(name, CompactSamplePage if name in compact else SamplePage) for name in names}
