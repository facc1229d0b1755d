"""The bounded sandbox: compiles and runs the text of a template, which nobody has to trust (SAFETY.md).

Six walls: size before parsing; an allow-list walk before compiling; no globals, and attributes that read only
plain data; counted work and counted output; strict names; every fault turned into one sentence with a line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from jinja2 import Template, TemplateSyntaxError, UndefinedError, nodes

from noshow_desk.domain.template import MAX_SOURCE
from noshow_desk.i18n import N_, Message
from noshow_desk.letters import rewrite
from noshow_desk.letters.checked import Checked
from noshow_desk.letters.environment import make_environment
from noshow_desk.letters.fields import Group
from noshow_desk.letters.grammar import check, measure
from noshow_desk.letters.guard import STATE, SWALLOW, Rendering, clean, rejected
from noshow_desk.letters.problem import Rejected, TemplateProblem
from noshow_desk.letters.refusals import TOO_BIG
from noshow_desk.letters.syntax import syntax_problem

MAX_TOKENS = 12_000  # six a node: a longer text has too many nodes, and need not be parsed to know it
ENVIRONMENT = make_environment()
_NAME = "<template>"
_FAULTS = (
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    MemoryError,
    SyntaxError,
    UndefinedError,
)

_TOO_LONG = N_("This template is too long. 64,000 characters are the most; a letter needs about 1,000.")
_NOT_SET = N_("A name is used that is not set there (line {line}).")
_MISFIT = N_("The values do not go together (line {line}).")
_TOO_DEEP = N_("Too many instructions stand inside each other.")


@dataclass(frozen=True, slots=True)
class Program:
    """A template made ready to run, or the problems that stop it.

    `fields` are the names of the variables it uses. `template` is None when it cannot run; when only unknown
    fields are wrong it can, for a preview that shows them.
    """

    problems: tuple[TemplateProblem, ...]
    fields: tuple[str, ...] = ()
    template: Template | None = None


def compile_template(source: str, root: Group) -> Program:
    """Return `source` compiled, its names checked against `root`; never raises for anything in `source`."""
    try:
        return _compiled(tidy(source), root)
    except Rejected as error:
        return Program(error.problems)
    except (RecursionError, MemoryError):
        return Program((TemplateProblem(1, 0, Message(_TOO_DEEP)),))


def run(program: Program, data: Mapping[str, Any], rendering: Rendering) -> str:
    """Return the output of `program` over plain `data`, values replaced by guards (see `guard`).

    Raises Rejected with one plain sentence when it asks for too much or mixes what does not fit.
    """
    template = program.template
    if template is None:
        raise Rejected(*program.problems)
    context = template.new_context({**data, STATE: rendering})
    chunks: list[str] = []
    try:
        for chunk in template.root_render_func(context):
            rendering.fill(chunk)
            chunks.append(chunk)
    except Rejected as error:
        raise Rejected(*(_placed(problem, error, template) for problem in error.problems)) from None
    except _FAULTS as error:
        line = _line_of(error.__traceback__, template)
        raise rejected(_NOT_SET if isinstance(error, UndefinedError) else _MISFIT, line) from None
    return "".join(chunks)


def tidy(source: str) -> str:
    """Return `source` with one kind of line break, no guards, and lines of nothing but instructions marked.

    Such a line leaves nothing behind, as one would expect; Jinja's own trim_blocks would also eat the line
    break after an instruction that ends a line of words.
    """
    lines = clean(source).split("\n")
    return "\n".join(line.strip() + SWALLOW if _only_instructions(line) else line for line in lines)


def _only_instructions(line: str) -> bool:
    rest = line.strip()
    if not rest.startswith(("{%", "{#")):
        return False
    while rest.startswith(("{%", "{#")):
        _before, closed, rest = rest.partition("%}" if rest.startswith("{%") else "#}")
        if not closed:
            return False
        rest = rest.lstrip()
    return not rest


def _compiled(source: str, root: Group) -> Program:
    tree = _parsed(source)
    checked = check(tree, root, source)
    problems, fields = tuple(checked.problems), tuple(checked.fields)
    if checked.hard:
        return Program(problems, fields)
    return Program(problems, fields, _built(tree, checked))


def _parsed(source: str) -> nodes.Template:
    if len(source) > MAX_SOURCE:
        raise rejected(_TOO_LONG, 1)
    try:
        for count, (line, _kind, _text) in enumerate(ENVIRONMENT.lexer.tokeniter(source, _NAME)):
            if count > MAX_TOKENS:
                raise rejected(TOO_BIG, line)
        tree = ENVIRONMENT.parse(source, _NAME)
    except TemplateSyntaxError as error:
        raise Rejected(syntax_problem(error, source)) from None
    except (ValueError, AssertionError):  # numbers of thousands of digits
        raise rejected(_MISFIT, 1) from None
    problem = measure(tree)
    if problem is not None:
        raise Rejected(problem)
    return tree


def _built(tree: nodes.Template, checked: Checked) -> Template:
    safe = rewrite.Rewrite(checked).visit(tree)
    try:
        code = ENVIRONMENT.compile(safe, _NAME, _NAME)
    except TemplateSyntaxError as error:  # what only the code generator notices
        raise Rejected(syntax_problem(error, "")) from None
    except (SyntaxError, ValueError):
        raise rejected(_TOO_DEEP) from None
    return Template.from_code(ENVIRONMENT, code, {}, None)


def _placed(problem: TemplateProblem, error: Rejected, template: Template) -> TemplateProblem:
    if problem.line:
        return problem
    return TemplateProblem(_line_of(error.__traceback__, template), 0, problem.message)


def _line_of(trace: TracebackType | None, template: Template) -> int:
    """Return the line of the template in which an error began."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _NAME:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
