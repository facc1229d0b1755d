"""The allow-list: what may stand in a template (SAFETY, "Templates are untrusted", 1 and 2).

Nothing is compiled before this walk has passed: some hostile templates harm merely by being compiled.
"""

from __future__ import annotations

from jinja2 import nodes

from noshow_desk.i18n import Message
from noshow_desk.letters import refusals
from noshow_desk.letters.checked import Checked
from noshow_desk.letters.fields import Group, Leaf, Node, Rows, nearest
from noshow_desk.letters.filters import FILTER_NAMES
from noshow_desk.letters.meanings import near_in_meaning
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.letters.reference import ANY, list_of_row, meant, parts_of, shape_after, written_out

MAX_NODES = 2_000
MAX_DEPTH = 40
MAX_LOOPS = 2
MAX_NUMBER = 1e15
TESTS = frozenset({"defined", "none"})
LOOP = Group("loop", {name: Leaf(f"loop.{name}") for name in ("first", "last", "index")})
_RESERVED = frozenset({"loop", "self", "super", "caller", "varargs", "kwargs", "true", "false", "none"})


def measure(tree: nodes.Template) -> TemplateProblem | None:
    """Return a problem when `tree` is too large or too deep; walks without recursion."""
    count = 0
    stack: list[tuple[nodes.Node, int, int]] = [(tree, 0, 1)]
    while stack:
        node, depth, line = stack.pop()
        line = node.lineno or line
        count += 1
        if count > MAX_NODES:
            return TemplateProblem(line, 0, Message(refusals.TOO_BIG))
        if depth > MAX_DEPTH:
            return TemplateProblem(line, 0, Message(refusals.TOO_DEEP, {"line": line}))
        stack.extend((child, depth + 1, line) for child in node.iter_child_nodes())
    return None


def check(tree: nodes.Template, root: Group, source: str) -> Checked:
    """Return what is wrong with `tree`, whose names must be those of `root`. `source` gives the columns."""
    walk = _Walk(root, source)
    walk.block(tree.body)
    walk.found.problems.sort(key=_place)
    return walk.found


def _place(problem: TemplateProblem) -> tuple[int, int]:
    return problem.line, problem.column


class _Walk:
    """One walk over a tree: which names are known here, and what was found."""

    def __init__(self, root: Group, source: str) -> None:
        self.found = Checked(source.split("\n"))
        self._known: dict[str, Node] = dict(root.parts)
        self._taken = frozenset(root.parts)
        self._loops = 0

    # statements

    def block(self, body: list[nodes.Node]) -> None:
        for node in body:
            self._statement(node)

    def _statement(self, node: nodes.Node) -> None:
        match node:
            case nodes.Output():
                for child in node.nodes:
                    self._printed(child)
            case nodes.If():
                self._expression(node.test)
                self.block(node.body)
                self.block([*node.elif_])
                self.block(node.else_)
            case nodes.For():
                self._for(node)
            case nodes.Assign():
                self._set(node)
            case _:
                self.found.refuse(node, refusals.REFUSALS.get(type(node), refusals.INSTRUCTION))

    def _printed(self, node: nodes.Expr) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        if isinstance(self._expression(node), Rows):
            self.found.refuse(node, refusals.LIST, written_out(node))

    def _for(self, node: nodes.For) -> None:
        plain = isinstance(node.target, nodes.Name) and not node.test and not node.recursive
        if not plain or not isinstance(node.iter, nodes.Name | nodes.Getattr | nodes.Getitem):
            self.found.refuse(node, refusals.FOR_FIELD)
            return
        if self._loops == MAX_LOOPS:
            self.found.refuse(node, refusals.TOO_DEEP)
            return
        assert isinstance(node.target, nodes.Name)
        shape = self._expression(node.iter)
        if not isinstance(shape, Rows) and shape is not ANY:
            self.found.refuse(node, refusals.NOT_A_LIST, written_out(node.iter))
        if not self._name_is_free(node, node.target.name):
            return
        outside = dict(self._known)
        self._known[node.target.name] = shape.item if isinstance(shape, Rows) else ANY
        self._known["loop"] = LOOP
        self._loops += 1
        self.block(node.body)
        self._loops -= 1
        self._known = outside
        self.block(node.else_)

    def _set(self, node: nodes.Assign) -> None:
        if self._loops:
            self.found.refuse(node, refusals.SET_IN_LOOP)
        elif not isinstance(node.target, nodes.Name):
            self.found.refuse(node, refusals.ONE_NAME)
        elif self._name_is_free(node, node.target.name):
            shape = self._expression(node.node)
            called = self.found.names.get(id(node.node), node.target.name)
            self._known[node.target.name] = shape or Leaf(called)

    def _name_is_free(self, node: nodes.Node, name: str) -> bool:
        free = name not in self._taken and name.lower() not in _RESERVED and not name.startswith("_")
        if not free:
            self.found.refuse(node, refusals.NAME_TAKEN, name)
        return free

    # expressions

    def _expression(self, node: nodes.Node) -> Node | None:
        """Check `node`; return its shape when it is a reference to a field, None for any other value."""
        match node:
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                return self._reference(node)
            case nodes.Const():
                self._constant(node)
            case nodes.Filter():
                self._filter(node)
            case nodes.Test():
                self._test(node)
            case nodes.Compare() | nodes.And() | nodes.Or() | nodes.Not():
                self._parts(node)
            case nodes.Add() | nodes.Sub() | nodes.Concat() | nodes.List():
                self._parts(node)
            case _:
                self.found.refuse(node, refusals.REFUSALS.get(type(node), refusals.EXPRESSION))
        return None

    def _constant(self, node: nodes.Const) -> None:
        """Refuse numbers without end: the code generator would write "inf", which is no number in Python."""
        if isinstance(node.value, int | float) and not abs(node.value) < MAX_NUMBER:
            self.found.refuse(node, refusals.NUMBER)

    def _parts(self, node: nodes.Node) -> None:
        for child in node.iter_child_nodes():
            inner = child.expr if isinstance(child, nodes.Operand) else child
            assert isinstance(inner, nodes.Expr)
            self._expression(inner)
            self.found.inherit(node, inner)

    def _filter(self, node: nodes.Filter) -> None:
        if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs:
            self.found.refuse(node, refusals.FILTER_ARGUMENT)
            return
        if node.name not in FILTER_NAMES:
            suggestion = nearest(node.name, {name: Leaf(name) for name in FILTER_NAMES})
            text = refusals.NO_FILTER_BUT if suggestion else refusals.NO_FILTER
            self.found.refuse(node, text, node.name, suggestion)
        if len(node.args) > 1 or not all(isinstance(argument, nodes.Const) for argument in node.args):
            self.found.refuse(node, refusals.FILTER_ARGUMENT)
        for value in (node.node, *node.args):
            self._expression(value)
        self.found.inherit(node, node.node)

    def _test(self, node: nodes.Test) -> None:
        if node.name not in TESTS or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            self.found.refuse(node, refusals.NO_TEST)
        self._expression(node.node)

    def _reference(self, node: nodes.Node) -> Node | None:
        keys = list(parts_of(node))
        if not keys or any(key is None for key in keys):
            self.found.refuse(node, refusals.EXPRESSION)
            return None
        shape: Node | None = Group("", self._known)
        for key in keys:
            if isinstance(shape, Rows):
                self.found.use(shape.name)
            shape = shape_after(shape, key)
        if shape is None:
            self._no_field(node)
            return ANY
        if isinstance(shape, Group):
            written = written_out(node)
            self.found.refuse(node, refusals.GROUP, written, f"{written}.{next(iter(shape.parts), '')}")
            return ANY
        self.found.names[id(node)] = shape.name
        self.found.use(shape.name)
        return shape

    def _no_field(self, node: nodes.Node) -> None:
        written = written_out(node)
        self.found.unknown[id(node)] = written
        rows, here = list_of_row(written, self._known)
        if rows and not here:
            self.found.note(node, refusals.ROW_FIELD, written, list=rows)
            return
        wrong, suggestion = (written, here) if here else meant(written, self._known)
        near = (suggestion,) if suggestion else near_in_meaning(written, self._known)
        text = (refusals.NO_FIELD, refusals.NO_FIELD_BUT, refusals.NO_FIELD_EITHER)[len(near)]
        self.found.note(node, text, wrong, *near)
