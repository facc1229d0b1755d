"""Where the navigation leads, and which page answers which wish."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.i18n import N_


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation; `wish` is the kind it makes."""

    wish: str
    text: str
    icon: str
    at_bottom: bool = False


# To add one: a row here, a page in app.py, and its wishes in ROUTES.
PLACES = (
    Place("today", N_("Today"), "sun"),
    Place("clients", N_("Clients"), "users"),
    Place("incidents", N_("Incidents"), "life-buoy"),
    Place("templates", N_("Templates"), "file-text"),
    Place("lock", N_("Lock"), "lock", at_bottom=True),
    Place("settings", N_("Settings"), "settings", at_bottom=True),
    Place("help", N_("Help"), "circle-question-mark", at_bottom=True),
)

# wish: (page, the place of the navigation that is marked meanwhile)
ROUTES = {
    "today": ("today", "today"),
    "clients": ("clients", "clients"),
    "client": ("clients", "clients"),
    "incidents": ("incidents", "incidents"),
    "incident": ("incident", "incidents"),
    "templates": ("templates", "templates"),
    "template": ("template", "templates"),
    "settings": ("settings", "settings"),
    "your_data": ("your_data", "settings"),
    "help": ("help", "help"),
}
