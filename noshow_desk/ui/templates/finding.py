"""Which template the editor opens: also one that is gone, while something typed in it is not in use."""

from __future__ import annotations

from noshow_desk.domain.template import Template
from noshow_desk.errors import NotFound
from noshow_desk.i18n import LANGUAGES
from noshow_desk.services import template_typing, templates, unsaved
from noshow_desk.services.desk import Desk


def find_template(desk: Desk, template_id: str) -> Template | None:
    """Return the template; one that was taken away only while something typed in it is not in use, else
    None.
    """
    try:
        return templates.template(desk, template_id)
    except NotFound:
        typed = unsaved.unsaved_form(desk, template_typing.form_key(template_id))
        return templates.taken_away(desk, template_id) if typed else None


def is_in_other_languages(desk: Desk, template: Template) -> bool:
    """Say whether the same paper exists in another language, too."""
    others = (code for code in LANGUAGES if code != template.language)
    return any(templates.in_other_language(desk, template, code) for code in others)
