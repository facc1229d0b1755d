"""How a template is called in lists."""

from __future__ import annotations

from noshow_desk.domain.labels import label
from noshow_desk.domain.template import Template
from noshow_desk.i18n import LANGUAGE_NAMES, N_, _, language
from noshow_desk.services import templates

# Shipped names without a twin in the other language, for its catalogue.
ALONE = (N_("Call card, Spanish under each line"),)


def shown_name(template: Template) -> str:
    """Return the name of a template in the screens' language; one's own are called as typed."""
    if not template.shipped:
        return template.name
    twin = templates.shipped_twin(template, language())
    return twin.name if twin is not None else _(template.name)


def name_apart(template: Template) -> str:
    """Return the name for where it stands alone among others: one's own say that they are, as in the list."""
    name = shown_name(template)
    return name if template.shipped else _("{name} · yours").format(name=name)


def second_line(template: Template) -> str:
    """Return "Thank-you note · English · Letter"."""
    language = _(LANGUAGE_NAMES.get(template.language, template.language))
    return " · ".join((_(label(template.kind)), language, _(label(template.channel))))


def origin(template: Template) -> str:
    """Return "Shipped", or the version of one's own."""
    return _("Shipped") if template.shipped else _("Yours, version {number}").format(number=template.version)
