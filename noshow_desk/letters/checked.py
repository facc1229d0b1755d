"""What the walk over a template found: problems at their place, and the field that each expression names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jinja2 import nodes

from noshow_desk.i18n import Message
from noshow_desk.letters.problem import TemplateProblem, in_a_sentence


@dataclass(slots=True)
class Checked:
    """The findings for one template.

    `names` and `unknown` go from the id of a node to the field it names, or to the name that leads nowhere.
    `fields` are the variables used. `hard` is set by a problem that no preview can look past.
    """

    source_lines: list[str]
    problems: list[TemplateProblem] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)
    fields: dict[str, None] = field(default_factory=dict)
    hard: bool = False
    _seen: dict[tuple[int, str], int] = field(default_factory=dict)

    def refuse(self, node: nodes.Node, text: str, wrong: str = "", suggestion: str = "") -> None:
        """Note a problem that stops the template."""
        self.hard = True
        self.note(node, text, wrong, suggestion)

    def note(
        self, node: nodes.Node, text: str, wrong: str, suggestion: str = "", other: str = "", **more: str
    ) -> None:
        """Note a problem: `text` is a message with {line}, {wrong}, {suggestion}, {other}, and what `more`
        has a name for.
        """
        line, column = self._place(node, wrong)
        shown = {"wrong": wrong, "suggestion": suggestion, "other": other, **more}
        message = Message(text, {"line": line, **{key: in_a_sentence(said) for key, said in shown.items()}})
        self.problems.append(TemplateProblem(line, column, message, wrong, suggestion, other))

    def inherit(self, node: nodes.Node, inner: nodes.Node) -> None:
        """Give `node` the name of the first field inside it, by which a missing value will be called."""
        name = self.names.get(id(inner), "")
        if name:
            self.names.setdefault(id(node), name)

    def use(self, name: str) -> None:
        """Note that the template uses the field `name`."""
        if name:
            self.fields.setdefault(name)

    def _place(self, node: nodes.Node, wrong: str) -> tuple[int, int]:
        """Return line and column of the next `wrong` on the line of `node`; column 0 when not there."""
        line = node.lineno or 1
        text = self.source_lines[line - 1] if line <= len(self.source_lines) else ""
        start = self._seen.get((line, wrong), 0)
        found = re.compile(rf"(?<![\w.]){re.escape(wrong)}(?!\w)").search(text, start) if wrong else None
        if found is None:
            return line, 0
        self._seen[line, wrong] = found.end()
        return line, found.start() + 1
