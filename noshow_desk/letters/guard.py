"""Guards: how a value crosses Jinja without ever acting as markup, and how much work a template may make.

A printed value is put aside and only its number goes into Jinja's output, between two noncharacters that no
template and no value can hold. What stands between guards is text of the template; the rest is literal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time

from noshow_desk.domain.blocks import BlockKind, Origin
from noshow_desk.i18n import N_, Message
from noshow_desk.letters.filters import MAX_RESULT, Plain, written
from noshow_desk.letters.problem import Rejected, TemplateProblem

OPEN, CLOSE, SWALLOW = "\ufdd0", "\ufdd1", "\ufdd2"
STATE = OPEN + "state"  # no name in a template can be spelled like this
PRINTABLE = (str, int, float, date, time)  # a bool is an int, a datetime is a date
MAX_OUTPUT = 500_000
MAX_LINES = 5_000
MAX_WORK = 100_000  # nodes executed, plus one for each 64 characters moved
_GUARDS = tuple(map(ord, (OPEN, CLOSE, SWALLOW)))
# Control characters, half characters and a byte order mark: no writer and no reader wants them.
_NOT_TEXT = dict.fromkeys((*range(9), *range(11, 32), 127, *range(0xD800, 0xE000), 0xFEFF, *_GUARDS))

_TOO_MUCH = N_("This template makes too long a text or goes round too often.")
_TOO_LONG_VALUE = N_("A value on this line becomes too long.")
_WHOLE = N_("A whole list or group cannot be printed; choose one field of it.")


@dataclass(frozen=True, slots=True)
class BlockValue:
    """A value that becomes a block of its own: an address or a signature."""

    kind: BlockKind
    lines: tuple[str, ...]

    def __bool__(self) -> bool:
        return any(line.strip() for line in self.lines)


@dataclass(frozen=True, slots=True)
class Held:
    """One value put aside: what to print, where it comes from, and the field it belongs to."""

    value: str | BlockValue
    origin: Origin
    field: str


@dataclass(slots=True)
class Rendering:
    """The state of one rendering: its language, the values put aside, and the work left.

    `label` gives the plain name of a field, to show where its value is missing.
    """

    language: str
    label: Callable[[str], str] = str
    own_words: frozenset[str] = frozenset()
    held: list[Held] = field(default_factory=list)
    work_left: int = MAX_WORK
    room_left: int = MAX_OUTPUT
    lines_left: int = MAX_LINES

    def spend(self, work: int) -> None:
        """Count work done; raises Rejected when a template asks for more than any paper needs."""
        self.work_left -= work
        if self.work_left < 0:
            raise rejected(_TOO_MUCH)

    def fill(self, output: str) -> None:
        """Count output made; raises Rejected beyond 500,000 characters or 5,000 lines."""
        self.room_left -= len(output)
        self.lines_left -= output.count("\n")
        if self.room_left < 0 or self.lines_left < 0:
            raise rejected(_TOO_MUCH)

    def hold(self, value: object, name: str) -> str:
        """Put `value` of the field `name` aside and return its guard; a missing value shows its name."""
        if isinstance(value, BlockValue) and value:
            return self._keep(BlockValue(value.kind, tuple(clean(line) for line in value.lines)), name)
        if isinstance(value, dict | list | tuple) and value:
            raise rejected(_WHOLE)
        text = clean(written(value, self.language)) if isinstance(value, PRINTABLE) else ""
        if not text.strip():
            return self._guard(Held(f"[{self.label(name) or '?'}]", Origin.MISSING, name))
        return self._keep(text, name)

    def hold_unknown(self, name: str) -> str:
        """Return the guard of a field that does not exist; only previews show it."""
        return self._guard(Held(f"{clean(name)}?", Origin.UNKNOWN, clean(name)))

    def capped(self, value: Plain) -> Plain:
        """Return `value`; raises Rejected when it is a text longer than any single value of a paper."""
        if isinstance(value, str):
            self.spend(1 + len(value) // 64)
            if len(value) > MAX_RESULT:
                raise rejected(_TOO_LONG_VALUE)
        return value

    def _keep(self, value: str | BlockValue, name: str) -> str:
        origin = Origin.OWN_WORDS if name in self.own_words else Origin.FIELD
        return self._guard(Held(value, origin, name))

    def _guard(self, held: Held) -> str:
        text = held.value if isinstance(held.value, str) else "\n".join(held.value.lines)
        self.spend(1 + len(text) // 64)
        self.fill(text)
        self.held.append(held)
        return f"{OPEN}{len(self.held) - 1}{CLOSE}"


def clean(text: str) -> str:
    """Return `text` with one kind of line break and without characters that are not text."""
    return "\n".join(text.splitlines()).translate(_NOT_TEXT).replace("\t", " ")


def rejected(text: str, line: int = 0) -> Rejected:
    """Return the error for one problem; the sandbox adds the line when it is not known yet."""
    return Rejected(TemplateProblem(line, 0, Message(text, {"line": line})))
