"""What a template must be before it is kept: a text that works, of a paper that somebody would write."""

from __future__ import annotations

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.errors import UserError
from noshow_desk.i18n import _


def paper_of(template: Template) -> tuple[object, ...]:
    """Return what templates share that stand in for each other; there is one blank worksheet."""
    if template.kind is PaperKind.WORKSHEET:
        return template.kind, template.language
    return template.kind, template.language, template.channel, template.variant


def must_be_wanted(template: Template) -> None:
    """Refuse a template that no paper would ever start from."""
    from noshow_desk.letters.starters import starters  # deferred: reads the template files

    if all(paper_of(one) != paper_of(template) for one in starters()):
        raise UserError(
            _("No paper would use this template. Look at “kind”, “channel” and “variant” above its text.")
        )


def must_work(template: Template, *, above: int = 0) -> None:
    """Refuse a text that cannot be used; its lines are counted with those `above` it in its file."""
    from noshow_desk.letters.fill import check_template  # deferred: loads Jinja, 50 ms

    if not template.source.strip():
        raise UserError(_("This template has no text. Write its text first."), field="source")
    problems = check_template(template.source)
    if problems:
        raise UserError(problems[0].below(above).sentence, field="source")


def line_feeds(source: str) -> str:
    """Return the source with line feeds only; blanks at the ends stay as the person wrote them."""
    return source.replace("\r\n", "\n").replace("\r", "\n")
