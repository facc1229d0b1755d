"""What a template being edited would say: with the sample case, or with a real incident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noshow_desk.domain.template import Template
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.cases import facts as facts_of

if TYPE_CHECKING:
    from noshow_desk.letters.fill import Preview


def preview_template(desk: Desk, *, template: Template, incident_id: str = "") -> Preview:
    """Return the paper that this text would make, and every problem in it; never raises for the text.

    Without an `incident_id` it is filled from the sample case in its language, on the sample's day.
    """
    from noshow_desk.letters.fill import preview  # deferred: loads Jinja, 50 ms
    from noshow_desk.letters.sample import SAMPLE_INPUTS, SAMPLE_TODAY, sample_facts  # deferred: with it

    real = bool(incident_id)
    return preview(
        template.source,
        facts_of(desk, incident_id) if real else sample_facts(template.language),
        today=desk.today() if real else SAMPLE_TODAY,
        language=template.language,
        kind=template.kind,
        inputs={} if real else SAMPLE_INPUTS,
        title=template.name,
    )
