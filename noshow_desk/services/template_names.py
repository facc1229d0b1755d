"""What a template was called in each of its versions: the history of the vault knows, a version does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from noshow_desk.services.desk import Desk
from noshow_desk.storage.changes import Change


def names_of_versions(desk: Desk, template_id: str) -> Mapping[str, str]:
    """Return the name that one's own template had when each of its versions was last in use, by the version's
    id; nothing for a shipped one.

    A name that changed while a version stayed in use is that version's from then on.
    """
    from noshow_desk.letters.starters import named_by_now  # deferred: reads the template files

    template = desk.vault.templates.find(template_id)
    if template is None:
        return {}
    name, names = template.name, {template.version_id: template.name}
    history = reversed(desk.vault.changes.of_record("template", template_id))
    for _act, lines in groupby(history, key=_act_of):
        left = []
        for line in lines:
            if line.field == "name":
                name = str(line.old)
            elif line.field == "version_id":
                left.append(str(line.old))
        for version_id in left:
            names.setdefault(version_id, name)
    return {key: named_by_now(replace(template, name=one)).name for key, one in names.items()}


def _act_of(change: Change) -> str:
    return change.act
