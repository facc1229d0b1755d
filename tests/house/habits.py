"""The habits of the house as checks: each takes a module and yields the lines that break one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TypeGuard

from tests.house.source import functions

UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
OLD_SQLITE = {"sqlite" + "3", "_sqlite" + "3", "pysqlite2", "pysqlite" + "3"}
MARKERS = {"_", "N_", "ngettext", "pgettext"}


def unfinished(source: str) -> Iterator[int]:
    """Yield lines that say something is left to do."""
    return (number for number, line in enumerate(source.splitlines(), 1) if UNFINISHED.search(line))


def imports_of_old_sqlite(module: ast.Module) -> Iterator[int]:
    """Yield imports of any SQLite but the vault's, also through `import_module("…")`."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"}:
            names = [str(one.value) for one in node.args[:1] if isinstance(one, ast.Constant)]
        else:
            continue
        if any(name.split(".")[0] in OLD_SQLITE for name in names):
            yield node.lineno


def late_imports_without_reason(source: str, module: ast.Module) -> Iterator[int]:
    """Yield each group of imports inside a function that no comment above or beside any of them explains."""
    lines = ["", *source.splitlines()]
    inside = {node.lineno: node for one in functions(module) for node in ast.walk(one) if _is_import(node)}
    groups: list[list[int]] = []  # first and last line of imports with nothing but blank lines between
    for first, node in sorted(inside.items()):
        last = node.end_lineno or first
        if groups and not any(line.strip() for line in lines[groups[-1][1] + 1 : first]):
            groups[-1][1] = last
        else:
            groups.append([first, last])
    for first, last in groups:
        if not lines[first - 1].strip().startswith("#") and not any(
            "#" in line for line in lines[first : last + 1]
        ):
            yield first


def _is_import(node: ast.AST) -> TypeGuard[ast.Import | ast.ImportFrom]:
    return isinstance(node, ast.Import | ast.ImportFrom)


def items_of_layouts(module: ast.Module) -> Iterator[int]:
    """Yield each call of `itemAt`: Python keeps what it returns, and Qt frees it behind its back."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "itemAt":
            yield node.lineno


def lambdas_in_connect(module: ast.Module) -> Iterator[int]:
    """Yield calls of `connect` that are given a lambda: nothing can disconnect it, and it hides the slot."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _called(node) == "connect":
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            if any(isinstance(inner, ast.Lambda) for one in given for inner in ast.walk(one)):
                yield node.lineno


def catches_everything(module: ast.Module) -> Iterator[int]:
    """Yield handlers for every exception (bare, Exception, BaseException) that do not pass it on."""
    for node in ast.walk(module):
        if isinstance(node, ast.ExceptHandler) and not _tidies_up(node):
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            broad = {"Exception", "BaseException"}
            if any(kind is None or (isinstance(kind, ast.Name) and kind.id in broad) for kind in kinds):
                yield node.lineno


def untranslatable(module: ast.Module) -> Iterator[int]:
    """Yield texts filled in before they are translated: an f-string, `%` or `.format` inside `_()`."""
    for node in ast.walk(module):
        marked = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS
        if marked and any(_is_filled_in(one) for one in node.args):
            yield node.lineno


def _is_filled_in(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr == "format"
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod))


def _tidies_up(handler: ast.ExceptHandler) -> bool:
    """Return whether `handler` ends by raising what it caught."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
