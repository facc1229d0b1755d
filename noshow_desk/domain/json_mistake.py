"""Where a text stops being JSON, in words for the person who wrote it."""

from __future__ import annotations

import json

from noshow_desk.i18n import _


def json_mistake(data: bytes) -> str:
    """Return what is wrong in `data`, which a stricter reader did not take, as the end of a sentence.

    Lines and columns count from 1, columns in characters.
    """
    if not data.strip():
        return _("it is empty")
    try:
        json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _("it is not UTF-8 text")
    except json.JSONDecodeError as error:
        return _(
            "line {line}, column {column} cannot be read. A comma, a bracket or a quotation mark may be "
            "missing there or just before"
        ).format(line=error.lineno, column=error.colno)
    except (RecursionError, ValueError):
        return _("its brackets stand too deep in one another, or a number is too long")
    return _("a number or a character in it is none that JSON knows")
