"""The template that `render` fills: a shipped one by its name, or a file of any program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from noshow_desk.cli.text_files import TEMPLATE, text_of
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.errors import NotFound
from noshow_desk.i18n import _


@dataclass(frozen=True, slots=True)
class Named:
    """A template, and how many lines of its file stand above its text."""

    template: Template
    above: int = 0


def shipped_names() -> dict[str, Template]:
    """Return the shipped templates by the name the command line knows them by: "en-thank_you-letter-
    granted".
    """
    from noshow_desk.letters.starters import starters  # deferred: reads the template files

    return {one.id.removeprefix("starter-"): one for one in starters()}


def template_named(name: str, kind: str | None, language: str | None) -> Named:
    """Return the template called `name`, or in the file of that name; `kind` and `language` are those of a
    file that tells none. Raises NotFound, and UserError for a file that is no text.
    """
    # deferred with the other templates
    from noshow_desk.letters.template_file import is_template_file, lines_above, read_template

    shipped = shipped_names().get(name.removeprefix("starter-"))
    if shipped is not None:
        return Named(shipped)
    path = Path(name)
    if not path.is_file():
        names = ", ".join(sorted(shipped_names()))
        raise NotFound(
            _("There is no file and no shipped template called {name}. Shipped are: {names}").format(
                name=name, names=names
            )
        )
    text = text_of(path, TEMPLATE)
    if is_template_file(text):
        return Named(read_template(text, language=language or ""), lines_above(text))
    plain = Template(
        kind=PaperKind(kind or PaperKind.THANK_YOU),
        language=language or "en",
        channel=Channel.LETTER,
        name=name,
        source=text,
    )
    return Named(plain)
