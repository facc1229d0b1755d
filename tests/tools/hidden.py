"""Everything that somebody else's program can find in a file: text, properties, headers, packed parts."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from email import policy
from email.parser import BytesParser

from docx import Document
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from pypdf import PdfReader

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def all_words(form: str, content: bytes) -> str:
    """Return all words of a file in the format `form`, seen and unseen, in small letters."""
    parts = [*_raw(content), *_READERS.get(form, _nothing)(content)]
    return "\n".join(parts).lower()


def _raw(content: bytes) -> Iterator[str]:
    """Return the bytes as text, and again without the zeros of two-byte texts."""
    yield content.decode("utf-8", "replace")
    yield content.replace(b"\0", b"").decode("latin-1")


def _nothing(_content: bytes) -> Iterator[str]:
    return iter(())


def _pdf(content: bytes) -> Iterator[str]:
    made = PdfReader(io.BytesIO(content))
    yield str(dict(made.metadata or {}))
    yield str(made.xmp_metadata.stream.get_data() if made.xmp_metadata else "")
    for page in made.pages:
        yield page.extract_text()
    for packed in _STREAM.findall(content):
        try:
            yield from _raw(zlib.decompress(packed))
        except zlib.error:
            continue


def _docx(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as members:
        yield members.comment.decode("latin-1")
        for member in members.infolist():
            yield f"{member.filename} {member.comment!r} {member.extra!r}"
            yield from _raw(members.read(member))
    made = Document(io.BytesIO(content))
    for part in made.part.package.iter_parts():
        if isinstance(part, XmlPart):  # as it is read: a word may be cut into runs
            yield from (Paragraph(one, made).text for one in part.element.iter(qn("w:p")))
    known = made.core_properties
    yield " ".join(
        str(getattr(known, name))
        for name in ("author", "last_modified_by", "title", "subject", "comments", "keywords", "category")
    )


def _eml(content: bytes) -> Iterator[str]:
    made = BytesParser(policy=policy.default).parsebytes(content)
    for part in made.walk():
        yield "\n".join(f"{name}: {value}" for name, value in part.items())
        if not part.is_multipart():
            yield str(part.get_content())


_READERS = {"pdf": _pdf, "docx": _docx, "eml": _eml}
