"""The checked tree made safe to run: printed values guarded, loops counted, joining capped."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from noshow_desk.letters.checked import Checked

HOLD, HOLD_UNKNOWN, ROWS, JOIN = "_hold", "_hold_unknown", "_rows", "_join"


class Rewrite(NodeTransformer):
    """Rewrites a tree that `grammar.check` has passed (unknown fields are allowed: they become marks)."""

    def __init__(self, checked: Checked) -> None:
        self._checked = checked

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - by the name of the node
        """Guard each printed value; constants become text of the template."""
        node.nodes = [guarded for child in node.nodes for guarded in self._printed(child)]
        return node

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - by the name of the node
        """Count what the loop will execute before it starts."""
        weight = 1 + sum(1 for _ in node.find_all(nodes.Node))
        self.generic_visit(node)
        assert isinstance(node.iter, nodes.Expr)  # grammar let nothing else pass
        node.iter = _filter(node.iter, ROWS, weight)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:  # noqa: N802 - by the name of the node
        """Join through a filter that caps the result and takes a missing value as nothing."""
        self.generic_visit(node)
        return _filter(nodes.List(node.nodes, lineno=node.lineno), JOIN)

    def visit_Name(self, node: nodes.Name) -> nodes.Expr:  # noqa: N802 - by the name of the node
        """A field that does not exist counts as missing."""
        return self._reference(node)

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Expr:  # noqa: N802 - by the name of the node
        """A field that does not exist counts as missing."""
        return self._reference(node)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Expr:  # noqa: N802 - by the name of the node
        """A field that does not exist counts as missing."""
        return self._reference(node)

    def _reference(self, node: nodes.Expr) -> nodes.Expr:
        return nodes.Const(None, lineno=node.lineno) if id(node) in self._checked.unknown else node

    def _printed(self, node: nodes.Expr) -> list[nodes.Expr]:
        if isinstance(node, nodes.TemplateData):
            return [node]
        if isinstance(node, nodes.Const):
            return [nodes.TemplateData(str(node.value), lineno=node.lineno)]
        if isinstance(node, nodes.Concat):
            return [guarded for child in node.nodes for guarded in self._printed(child)]
        unknown = self._checked.unknown.get(id(_unfiltered(node)))
        if unknown is not None:
            return [_filter(nodes.Const(unknown, lineno=node.lineno), HOLD_UNKNOWN)]
        name = self._checked.names.get(id(node), "")
        value = self.visit(node)
        return [_filter(value, HOLD, name)]


def _unfiltered(node: nodes.Expr) -> nodes.Expr | None:
    inner: nodes.Expr | None = node
    while isinstance(inner, nodes.Filter):
        inner = inner.node
    return inner


def _filter(node: nodes.Expr, name: str, argument: object = None) -> nodes.Filter:
    arguments = [] if argument is None else [nodes.Const(argument, lineno=node.lineno)]
    return nodes.Filter(node, name, arguments, [], None, None, lineno=node.lineno)
