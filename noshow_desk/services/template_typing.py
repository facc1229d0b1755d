"""What is typed in a template and not in use yet: which templates have such words, and throwing them away."""

from __future__ import annotations

from typing import Any

from noshow_desk.domain.template import Template
from noshow_desk.i18n import LANGUAGES, N_, Message, translate
from noshow_desk.services import templates
from noshow_desk.services.changes import Changes, ids
from noshow_desk.services.desk import Desk
from noshow_desk.services.put_away import put_away

_FORM = "template:"


def form_key(template_id: str) -> str:
    """Return the key under which the words typed in a template are kept."""
    return f"{_FORM}{template_id}"


def typed_words(desk: Desk, template: Template) -> dict[str, Any]:
    """Return what was typed in a template and differs from what is in use, by field ("name", "source")."""
    kept = desk.vault.unsaved.get(form_key(template.id))
    return {} if kept is None else _differing(template, kept.payload)


def typed_in(desk: Desk) -> frozenset[str]:
    """Return the ids of the templates in the list in which something was typed that is not in use yet."""
    kept = {key.removeprefix(_FORM) for key in desk.vault.unsaved.keys(_FORM)}
    known = templates.templates(desk) if kept else []
    return frozenset(one.id for one in known if one.id in kept and typed_words(desk, one))


def throw_away(desk: Desk, *, template_id: str) -> Changes:
    """Let go of what was typed in a template: the text in use stands there again. Undo brings it back."""
    with desk.act() as act:
        put_away(desk, form_key(template_id), act=act.id, alone=True)
    said, undo = Message(N_("What you typed was thrown away.")), Message(N_("Undo throw away"))
    return Changes(act=act.id, templates=ids(template_id), said=said, undo=undo)


def _differing(template: Template, payload: dict[str, Any]) -> dict[str, Any]:
    names = _names(template)
    words = {"source": payload.get("source", template.source), "name": payload.get("name", template.name)}
    differs = {"source": words["source"] != template.source, "name": words["name"] not in names}
    return {field: words[field] for field in words if differs[field]}


def _names(template: Template) -> set[str]:
    """Return what the screens call a template: a shipped one in each language by another name."""
    if not template.shipped:
        return {template.name}
    twins = [templates.shipped_twin(template, language) for language in LANGUAGES]
    shown = {translate(template.name, language) for language in LANGUAGES}
    return shown.union(twin.name for twin in twins if twin is not None)
