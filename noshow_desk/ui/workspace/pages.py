"""How each page of the window is made, when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.session.keeping import Keeping
from noshow_desk.ui.shell.page import Page

Factory = Callable[[Desk, Bridge, Callable[[], Any]], Page]


def page_factories(
    desk: Desk, bridge: Bridge, dialogs: Callable[[], Any], keeping: Keeping
) -> dict[str, Callable[[], Page]]:
    """Return a maker for each page of shell.places.ROUTES; `dialogs` answers with the window's dialog
    service, `keeping` looks after the backups.
    """
    makers: dict[str, Factory] = {
        "today": _today,
        "clients": _clients,
        "incidents": _incidents,
        "incident": _incident,
        "templates": _templates,
        "template": _template,
        "settings": _settings,
        "your_data": partial(_your_data, keeping),
        "help": _help,
    }
    return {name: partial(maker, desk, bridge, dialogs) for name, maker in makers.items()}


# Each page is imported when it is first shown: together they would double the time to the first window.


def _today(desk: Desk, bridge: Bridge, _dialogs: Callable[[], Any]) -> Page:
    from noshow_desk.ui.today.page import TodayPage  # deferred: made when first shown

    return TodayPage(desk, bridge)


def _clients(desk: Desk, bridge: Bridge, dialogs: Callable[[], Any]) -> Page:
    from noshow_desk.ui.clients.page import ClientsPage  # deferred: made when first shown

    return ClientsPage(desk, bridge, dialogs())


def _incidents(desk: Desk, bridge: Bridge, _dialogs: Callable[[], Any]) -> Page:
    from noshow_desk.ui.incidents.page import IncidentsPage  # deferred: made when first shown

    return IncidentsPage(desk, bridge)


def _incident(desk: Desk, bridge: Bridge, dialogs: Callable[[], Any]) -> Page:
    from noshow_desk.ui.incident_wizard.page import IncidentWizardPage  # deferred: made when first shown

    return IncidentWizardPage(desk, bridge, dialogs())


def _templates(desk: Desk, bridge: Bridge, dialogs: Callable[[], Any]) -> Page:
    from noshow_desk.ui.templates.list_page import TemplatesPage  # deferred: made when first shown

    return TemplatesPage(desk, bridge, dialogs())


def _template(desk: Desk, bridge: Bridge, dialogs: Callable[[], Any]) -> Page:
    from noshow_desk.ui.templates.editor_page import TemplateEditorPage  # deferred: made when first shown

    return TemplateEditorPage(desk, bridge, dialogs())


def _settings(desk: Desk, bridge: Bridge, dialogs: Callable[[], Any]) -> Page:
    from noshow_desk.ui.settings_page.page import SettingsPage  # deferred: made when first shown

    return SettingsPage(desk, bridge, dialogs())


def _your_data(keeping: Keeping, desk: Desk, bridge: Bridge, dialogs: Callable[[], Any]) -> Page:
    from noshow_desk.ui.your_data.page import YourDataPage  # deferred: made when first shown

    return YourDataPage(desk, bridge, dialogs(), keeping)


def _help(_desk: Desk, bridge: Bridge, _dialogs: Callable[[], Any]) -> Page:
    from noshow_desk.ui.help.page import HelpPage  # deferred: made when first shown

    return HelpPage(bridge)
