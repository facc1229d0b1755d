"""Jinja as templates get it: no globals, no calls, plain data only, filters that count their work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined, Undefined, UndefinedError, pass_context
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from noshow_desk.letters import rewrite
from noshow_desk.letters.filters import FILTERS, FilterRow, Plain, is_missing, written
from noshow_desk.letters.grammar import MAX_NUMBER
from noshow_desk.letters.guard import STATE, Rendering


class PlainEnvironment(ImmutableSandboxedEnvironment):
    """A second wall behind the allow-list: attributes read only keys of dictionaries and places of lists."""

    intercepted_binops = frozenset({"+", "-"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        if obj is None:
            return None
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in ("first", "last", "index"):
            return getattr(obj, attribute)
        return self.undefined(name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if type(obj) is list and type(argument) is int:
            return obj[argument] if -len(obj) <= argument < len(obj) else None
        return self.getattr(obj, argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
            return _join(context, [left, right])
        if not all(type(side) in (int, float) and abs(side) < MAX_NUMBER for side in (left, right)):
            raise TypeError(operator)
        return left + right if operator == "+" else left - right

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        return False


def _rendering(context: Context) -> Rendering:
    state = context.parent.get(STATE)
    assert isinstance(state, Rendering)
    return state


@pass_context
def _hold(context: Context, value: Any, name: str = "") -> str:
    if isinstance(value, Undefined):
        raise UndefinedError
    return _rendering(context).hold(value, name)


@pass_context
def _hold_unknown(context: Context, name: str) -> str:
    return _rendering(context).hold_unknown(name)


@pass_context
def _rows(context: Context, value: Any, weight: int) -> list[Any]:
    if value is None:
        return []
    if type(value) is not list:
        raise TypeError
    _rendering(context).spend(weight * len(value))
    return value


@pass_context
def _join(context: Context, values: list[Any]) -> Plain:
    state = _rendering(context)
    if any(isinstance(value, Undefined) for value in values):
        raise UndefinedError
    if any(isinstance(value, dict | list) for value in values):
        raise TypeError
    text = "".join("" if is_missing(value) else written(value, state.language) for value in values)
    return state.capped(text)


def _filter(row: FilterRow) -> Callable[..., Plain]:
    @pass_context
    def use(context: Context, value: Any, argument: Plain = None) -> Plain:
        if isinstance(value, Undefined):
            raise UndefinedError
        state = _rendering(context)
        state.capped(value)
        return state.capped(row.use(value, state.language, argument))

    return use


def make_environment() -> PlainEnvironment:
    """Return the one environment that compiles and runs templates."""
    environment = PlainEnvironment(
        undefined=StrictUndefined, autoescape=False, optimized=False, cache_size=0, auto_reload=False
    )
    environment.globals = {}
    environment.tests = {name: environment.tests[name] for name in ("defined", "none")}
    environment.filters = {row.name: _filter(row) for row in FILTERS} | {
        rewrite.HOLD: _hold,
        rewrite.HOLD_UNKNOWN: _hold_unknown,
        rewrite.ROWS: _rows,
        rewrite.JOIN: _join,
    }
    return environment
