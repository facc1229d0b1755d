"""Templates and every version of their source."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.template import Template, TemplateVersion
from noshow_desk.storage.appended import Appended
from noshow_desk.storage.records import Records
from noshow_desk.storage.session import Session


class Templates(Records[Template]):
    """Own templates (and shipped ones that were used). A version's source never changes."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "template", Template, "source", "version")
        self._versions = Appended(session, "template_version", TemplateVersion)

    def insert_many(self, records: Iterable[Template]) -> int:
        """Keep new templates; the source of each becomes a version, counted as `version` says."""
        new_id = self._session.new_id
        kept = [one if one.version_id else replace(one, version_id=new_id()) for one in records]
        super().insert_many(kept)
        self._versions.insert_many((one.id, 0, self._version(one)) for one in kept)
        return len(kept)

    def change(self, record: Template) -> bool:
        """Write what differs; another source becomes a new version. Say whether anything differed."""
        before = self.get(record.id)
        changed = super().change(replace(record, version_id=before.version_id))
        if record.source == before.source:
            return changed
        self.new_version(record.id, record.source)
        return True

    def new_version(self, template_id: str, source: str) -> Template:
        """Keep `source` as the next version, which is used from now on; return the template."""
        before = self.get(template_id)
        kept = self.versions(template_id)
        number = max((one.version for one in kept), default=0) + 1
        after = replace(before, source=source, version=number, version_id=self._session.new_id())
        self._versions.add(template_id, self._version(after))
        self._update(template_id, {"version_id": after.version_id})
        return after

    def versions(self, template_id: str) -> list[TemplateVersion]:
        """Return the versions of a template, the oldest first."""
        return list(self._versions.of(template_id))

    def version(self, version_id: str) -> TemplateVersion:
        """Return one version, also when the act that kept it was undone: papers that came from it since
        still name it. Raises NotFound.
        """
        wanted = self._versions.find(version_id)
        if wanted is None:
            raise self._not_found()
        return wanted

    def all(self) -> list[Template]:
        """Return every template, by kind, language and name."""
        return self._where("archived_at IS NULL", order="kind, language, name, id")

    def archived(self) -> list[Template]:
        """Return every template that was archived, by kind, language and name."""
        return self._where("archived_at IS NOT NULL", order="kind, language, name, id")

    def of_kind(self, kind: PaperKind, language: str) -> list[Template]:
        """Return the templates of one kind of paper in one language, by name."""
        condition = "kind = ? AND language = ? AND archived_at IS NULL"
        return self._where(condition, (str(kind), language), "name, id")

    def _version(self, template: Template) -> TemplateVersion:
        acting = self._session.acting
        return TemplateVersion(
            id=template.version_id,
            version=template.version,
            source=template.source,
            saved_at=acting.now,
            saved_by=acting.who,
        )

    def _complete(self, rows: list[dict[str, Any]]) -> list[Template]:
        found = self._session.rows(
            "SELECT id, source, version FROM template_version WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([row["version_id"] for row in rows]),),
        )
        current: dict[str, dict[str, Any]] = {
            str(row[0]): {"source": row[1], "version": row[2]} for row in found
        }
        return [Template(**row, **current.get(row["version_id"], {})) for row in rows]
