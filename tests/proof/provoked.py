"""Errors that hold a marked text somewhere: one function for each kind, as the program could meet it."""

from __future__ import annotations

import email.message
import importlib
import io
import json
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

import msgspec
from PySide6.QtWidgets import QLabel

from noshow_desk.domain.client import Client
from noshow_desk.storage import driver

Provoke = Callable[[str], object]


def message(text: str) -> NoReturn:
    """A message with the text in it."""
    raise ValueError(f"no such client: {text}")


def key(text: str) -> object:
    """A missing key."""
    return {"a": 1}[text]


def number(text: str) -> object:
    """Words where a number was meant."""
    return int(text)


def decimal(text: str) -> object:
    """Words where an amount was meant."""
    return Decimal(text)


def day(text: str) -> object:
    """Words where a day was meant."""
    return datetime.fromisoformat(text)


def missing_file(text: str) -> object:
    """A file whose name is the text."""
    return Path(f"/nowhere/{text[:40].replace('/', '_')}.pdf").read_bytes()


def file_in_the_way(text: str) -> object:
    """A folder where a file was meant."""
    return Path("/dev/null", text.replace("/", "_")).mkdir()


def not_ascii(text: str) -> object:
    """Letters that an old encoding lacks: the error keeps the whole text."""
    return f"{text}ż".encode("ascii")


def not_utf8(text: str) -> object:
    """Bytes that are no UTF-8: the error keeps them all."""
    return (text.encode() + b"\xff").decode("utf-8")


def record(text: str) -> object:
    """A record that does not fit."""
    return msgspec.json.decode(json.dumps({"first_name": text, "phones": text}), type=Client)


def broken_json(text: str) -> object:
    """Half of a JSON text: the error keeps it."""
    return json.loads(json.dumps({"name": text})[:-1])


def sql(text: str) -> object:
    """A statement with the text in it."""
    with_quotes = text.replace("'", "''")
    return driver.connect(":memory:", mode="rw", key=None).execute(f"SELECT '{with_quotes}' FROM nowhere")


def parameters(text: str) -> object:
    """A statement with the wrong number of values."""
    return driver.connect(":memory:", mode="rw", key=None).execute("SELECT ?, ?", (text,))


def template(text: str) -> object:
    """A template that does not parse."""
    import jinja2  # deferred: as the program does

    return jinja2.Environment(autoescape=True).from_string("{{ '" + text.replace("'", "") + "' }} {% oops %}")


def undefined(text: str) -> object:
    """A field that a template names and nobody has."""
    import jinja2  # deferred: as the program does

    made = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return made.from_string("{{ client[name].first }}").render(client={}, name=text)


def while_rendering(text: str) -> object:
    """A value that breaks while a template is filled."""
    import jinja2  # deferred: as the program does

    return jinja2.Environment(autoescape=True).from_string("{{ broken(text) }}").render(broken=key, text=text)


def endless(text: str) -> object:
    """A recursion without an end, the text in every frame."""
    return endless(f"{text[:200]} ")


def caused(text: str) -> NoReturn:
    """An error raised from another one."""
    try:
        key(text)
    except KeyError as error:
        raise RuntimeError(text) from error


def while_handling(text: str) -> NoReturn:
    """An error raised while another one was handled."""
    try:
        number(text)
    except ValueError:
        message(text)


def group(text: str) -> NoReturn:
    """Several errors at once."""
    found: list[Exception] = []
    for provoke in (key, number, message):
        try:
            provoke(text)
        except Exception as error:
            found.append(error)
    raise ExceptionGroup(text, found)


def noted(text: str) -> NoReturn:
    """An error with a note."""
    error = TypeError("plain")
    error.add_note(text)
    raise error


def attribute(text: str) -> object:
    """A field that is not there; the error keeps the object."""
    return getattr(Client(first_name=text), "fist_name")  # noqa: B009 - so that no checker stops it


def argument(text: str) -> object:
    """An argument that nobody takes, named like the text."""
    return message(**{text: 1})


def module(text: str) -> object:
    """A module that is not there."""
    return importlib.import_module(text.split()[0])


def syntax(text: str) -> object:
    """Source that does not parse: the error keeps the line."""
    return compile(f"x = {text} oops", "somewhere", "exec")


def made_code(text: str) -> object:
    """Code that was compiled under the name of the text."""
    made: dict[str, Any] = {}
    name = "".join(one for one in text if one.isalpha())[:40]
    exec(compile(f"def {name}(): 1 / 0\n{name}()", f"/records/{text}.py", "exec"), made)
    return made


def made_type(text: str) -> NoReturn:
    """An error whose very type has the name of the text."""
    raise type("".join(one for one in text if one.isalpha())[:40], (LookupError,), {})(text)


def assertion(text: str) -> None:
    """An assertion that shows what it compared."""
    assert text == "", text


def command(text: str) -> object:
    """A program that ended badly; the error keeps its words."""
    return subprocess.run(["false", text.replace("\0", "")], check=True, capture_output=True)


def packed(text: str) -> object:
    """A packed file that is none."""
    return zlib.decompress(text.encode())


def archive(text: str) -> object:
    """A member that an archive lacks."""
    with zipfile.ZipFile(io.BytesIO(), "w") as made:
        return made.getinfo(text)


def packing(text: str) -> object:
    """Words where a number was to be packed."""
    return struct.pack("I", text)


def mail(text: str) -> None:
    """A header with a line break in it."""
    email.message.EmailMessage()["Subject"] = f"{text}\r\nTo: nobody"


def xml(text: str) -> object:
    """Words that are no XML."""
    from lxml import etree  # deferred: comes with the writer of Word files

    return etree.fromstring(f"<a>{text}<b></a>".encode())


def word_file(text: str) -> object:
    """A character that no Word file can hold."""
    from lxml import etree  # deferred: comes with the writer of Word files

    made = etree.Element("a")
    made.text = f"{text}\x00"
    return made


def widget(text: str) -> object:
    """An argument that Qt does not take: the error may show it."""
    return QLabel().setText({text: text})  # type: ignore[arg-type]


def gone_widget(text: str) -> object:
    """A widget that Qt has deleted already."""
    import shiboken6  # deferred: only here

    label = QLabel(text)
    shiboken6.delete(label)
    return label.text()


# To add a kind: a function above, and its name here.
KINDS: tuple[Provoke, ...] = (
    message, key, number, decimal, day, missing_file, file_in_the_way, not_ascii, not_utf8, record,
    broken_json, sql, parameters, template, undefined, while_rendering, endless, caused, while_handling,
    group, noted, attribute, argument, module, syntax, made_code, made_type, assertion, command, packed,
    archive, packing, mail, xml, word_file, widget, gone_widget,
)  # fmt: skip
