"""How a template is called in lists."""

from __future__ import annotations

from noshow_desk.domain.labels import label
from noshow_desk.domain.template import Template
from noshow_desk.i18n import N_, _

LANGUAGE_NAMES = {"en": N_("English"), "es": N_("Spanish")}


def second_line(template: Template) -> str:
    """Return "Thank-you note · English · Letter"."""
    language = _(LANGUAGE_NAMES.get(template.language, template.language))
    return " · ".join((_(label(template.kind)), language, _(label(template.channel))))


def origin(template: Template) -> str:
    """Return "Shipped", or the version of one's own."""
    return _("Shipped") if template.shipped else _("Yours, version {number}").format(number=template.version)
