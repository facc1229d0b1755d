"""Everything that can be done from a menu, a key or the command box: one table for all three."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Action:
    """One row: `id` is the kind of the wish it makes, `menu` its place; `command` offers it in Ctrl+K."""

    id: str
    text: str
    menu: str
    shortcut: str = ""
    icon: str = ""
    command: bool = True


MENUS = (
    ("client", N_("&Client")),
    ("edit", N_("&Edit")),
    ("go", N_("&Go")),
    ("view", N_("&View")),
    ("help", N_("&Help")),
)

# To add one: a row here, and its kind where the window or app.py grants wishes. Keys are unique (a test says
# so); Ctrl+Z, X, C, V, A belong to the field one types in.
ACTIONS = (
    Action("missed_appointment", N_("&Missed appointment…"), "client", "Ctrl+M", "phone-missed"),
    Action("add_client", N_("&Add client…"), "client", "Ctrl+N", "plus"),
    Action("bring_in", N_("Bring &in a list…"), "client", "", "users"),
    Action("batch", N_("Letters for &several clients…"), "client", "", "printer"),
    Action("worksheet", N_("&Blank worksheet…"), "client", "", "file-text"),
    Action("print", N_("&Print…"), "client", "Ctrl+P", "printer", command=False),
    Action("lock", N_("&Lock"), "client", "Ctrl+L", "lock"),
    Action("quit", N_("&Quit"), "client", "Ctrl+Q", "log-out"),
    Action("undo", N_("&Undo last act"), "edit", "Ctrl+Alt+Z", "undo-2", command=False),
    Action("find", N_("&Find on this page"), "edit", "Ctrl+F", "search", command=False),
    Action("search", N_("&Search or run a command"), "go", "Ctrl+K", "search", command=False),
    Action("back", N_("&Back"), "go", "Alt+Left", "chevron-left", command=False),
    Action("today", N_("&Today"), "go", "Ctrl+1", "sun"),
    Action("clients", N_("&Clients"), "go", "Ctrl+2", "users"),
    Action("incidents", N_("&Incidents"), "go", "Ctrl+3", "life-buoy"),
    Action("templates", N_("Te&mplates"), "go", "Ctrl+4", "file-text"),
    Action("settings", N_("S&ettings"), "go", "Ctrl+,", "settings"),
    Action("client_view", N_("Show to &client"), "view", "F9", "user-round", command=False),
    Action("text_larger", N_("&Larger text"), "view", "Ctrl++", "zoom-in"),
    Action("text_smaller", N_("&Smaller text"), "view", "Ctrl+-", "zoom-out"),
    Action("text_normal", N_("&Normal text size"), "view", "Ctrl+0"),
    Action("help", N_("&Help on this page"), "help", "F1", "circle-question-mark"),
    Action("shortcuts", N_("&Keyboard shortcuts"), "help", "Ctrl+/", "keyboard"),
    Action("about", N_("&About NoShow Desk"), "help", "", "info"),
)

# These keys mean the same, for keyboards where the first one is out of reach.
MORE_KEYS = {"text_larger": ("Ctrl+=",), "quit": (), "back": ("Alt+Backspace",)}
# What only some pages carry out: a page names its own (`Page.acts`).
OF_A_PAGE = ("print", "find", "client_view")


def plain_words(action: Action) -> str:
    """Return the text of an action, in the language of the screens, without its mnemonic and dots."""
    return _(action.text).replace("&", "").rstrip("…")
