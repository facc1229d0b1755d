"""The public road from a template and a case to a letter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache, partial
from typing import Any

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.paper import PAPER_TITLES
from noshow_desk.domain.template import MAX_SOURCE, Template
from noshow_desk.errors import UserError
from noshow_desk.i18n import LANGUAGES, translate
from noshow_desk.letters.guard import Rendering
from noshow_desk.letters.known import Known
from noshow_desk.letters.markup import blocks_of, split_subject
from noshow_desk.letters.problem import Preview, Rejected, TemplateProblem
from noshow_desk.letters.sandbox import Program, compile_template, run
from noshow_desk.letters.variables import VARIABLES, field_tree, plain_label, variable_named

__all__ = ["NO_INPUTS", "Preview", "check_template", "fields_used", "fill", "fill_template", "preview"]

NO_INPUTS: Mapping[str, str] = {}
_TREE = field_tree()
_OWN_WORDS = frozenset(
    name for row in VARIABLES if row.own_words for name in (row.name, *(f"{row.name}.{i}" for i in row.items))
)


def fill(
    source: str,
    facts: CaseFacts,
    *,
    today: date,
    language: str,
    kind: PaperKind,
    inputs: Mapping[str, str] = NO_INPUTS,
) -> Letter | list[TemplateProblem]:
    """Return the filled paper, or what is wrong with its template.

    `inputs` are values typed for this paper only, by variable name (`Paper.inputs`).
    """
    program = _program(source)
    if program.problems:
        return list(program.problems)
    known = Known(facts=facts, today=today, language=_supported(language), inputs=inputs)
    try:
        return _letter(program, known, kind)
    except Rejected as error:
        return list(error.problems)


def fill_template(
    template: Template, facts: CaseFacts, *, today: date, inputs: Mapping[str, str] = NO_INPUTS
) -> Letter:
    """Return a stored or shipped template filled. Raises UserError "NAME:line: sentence" when it cannot."""
    filled = fill(
        template.source, facts, today=today, language=template.language, kind=template.kind, inputs=inputs
    )
    if isinstance(filled, Letter):
        return filled
    first = filled[0]
    raise UserError(f"{template.name}:{first.line}: {first.sentence}")


def preview(
    source: str,
    facts: CaseFacts,
    *,
    today: date,
    language: str,
    kind: PaperKind,
    inputs: Mapping[str, str] = NO_INPUTS,
    title: str = "",
) -> Preview:
    """Return the paper with unknown fields marked in it, and all problems; never raises for the template.

    `title` names the document; the plain name of the paper when empty.
    """
    program = _program(source)
    if program.template is None:
        return Preview(None, program.problems)
    known = Known(facts=facts, today=today, language=_supported(language), inputs=inputs)
    try:
        return Preview(_letter(program, known, kind, title), program.problems)
    except Rejected as error:
        return Preview(None, program.problems + error.problems)


def check_template(source: str) -> list[TemplateProblem]:
    """Return what is wrong with a template, in the order of its lines; nothing for a good one."""
    return list(_program(source).problems)


def fields_used(source: str) -> tuple[str, ...]:
    """Return the names of the variables that a template uses, each once, in the order of their first use."""
    return _known_fields(_program(source))


def _program(source: str) -> Program:
    return _kept_program(source) if len(source) <= MAX_SOURCE else compile_template(source, _TREE)


@lru_cache(maxsize=128)
def _kept_program(source: str) -> Program:
    """Compiling costs fifty times as much as filling, and one template fills many letters."""
    return compile_template(source, _TREE)


def _letter(program: Program, known: Known, kind: PaperKind, title: str = "") -> Letter:
    rendering = Rendering(known.language, partial(_label, language=known.language), _OWN_WORDS)
    text = run(program, _data(_known_fields(program), known), rendering)
    subject, body = split_subject(text, rendering.held)
    return Letter(
        kind=kind,
        language=known.language,
        title=title or translate(PAPER_TITLES[kind], known.language),
        blocks=blocks_of(body, rendering.held),
        subject=subject,
    )


def _known_fields(program: Program) -> tuple[str, ...]:
    return tuple(name for name in program.fields if variable_named(name))


def _data(names: tuple[str, ...], known: Known) -> dict[str, Any]:
    """Return the plain data of the variables `names`, as nested dictionaries."""
    data: dict[str, Any] = {}
    for name in names:
        row = variable_named(name)
        assert row is not None
        typed = known.inputs.get(name) if row.typed else None
        value = row.get(known) if typed is None else typed
        head, dot, last = name.partition(".")
        if dot:
            data.setdefault(head, {})[last] = value
        else:
            data[head] = value
    return data


def _label(name: str, *, language: str) -> str:
    """Return the name of a field in the language of the paper, where a blank shows it."""
    return translate(plain_label(name), language)


def _supported(language: str) -> str:
    return language if language in LANGUAGES else "en"
