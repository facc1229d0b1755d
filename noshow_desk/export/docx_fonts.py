"""The fonts that a Word file brings along, so that it looks the same where they are not installed.

How a font is packed and locked: ECMA-376 part 4, section 2.8.1. The licences of all bundled fonts allow it,
and so do the marks in the files.
"""

from __future__ import annotations

import hashlib
import io
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# All of python-docx is loaded here: import this module late, from within a writer.
from docx.document import Document as Sheet
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from noshow_desk.export.font_file import FontFile
from noshow_desk.export.typefaces import FONT, family_of, file_of, font_file
from noshow_desk.export.unbroken import HYPHEN

BOLD_STYLES = frozenset(("Title", "Heading1", "Heading2"))
_LOCKED = 32  # so many bytes of a font are mixed with its key
_SMALL = 400_000  # bytes; a larger font is cut down to the characters that occur
_FAST = 1  # fonts hardly get smaller for the time that more takes
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "[Content_Types].xml"
_KIND = (
    b'<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
)
# Which face of a family (bold, italic) the table of fonts calls what, in the order of the schema.
_FACES = {
    (False, False): "embedRegular",
    (True, False): "embedBold",
    (False, True): "embedItalic",
    (True, True): "embedBoldItalic",
}
# Where a program does not read embedded fonts it takes the whole of a family of which a part came along, if
# that is installed, else a face of the same kind, not its first serif one.
_FONT = (
    '<w:font w:name="{family}"><w:altName w:val="{other}"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/>{faces}</w:font>'
)
_FACE = '<w:{name} r:id="rId{number}" w:fontKey="{{{key}}}"/>'
_RELATION = '<Relationship Id="rId{number}" Type="{office}/font" Target="fonts/font{number}.odttf"/>'

Face = tuple[str, bool, bool]  # family, bold, italic


def stretches(text: str) -> Iterator[tuple[str, str]]:
    """Yield the families that `text` needs, each with its piece of it.

    Marks belong to the letter before them. Blanks and signs between two words of one family belong to it
    where it has them: the order of words that run from the right is only kept within one piece.
    """
    if text.isascii():
        yield FONT, text
        return
    following = [""] * (len(text) + 1)
    for place in range(len(text) - 1, -1, -1):
        following[place] = family_of(text[place]) if _is_letter(text[place]) else following[place + 1]
    families: list[str] = []
    for place, character in enumerate(text):
        before = families[-1] if families else FONT
        belongs = _is_mark(character) or before == following[place]
        stays = belongs and not _is_letter(character) and _has(before, character)
        families.append(before if stays else family_of(character))
    for family, piece in groupby(zip(families, text, strict=True), key=itemgetter(0)):
        yield family, "".join(character for _family, character in piece)


def _is_letter(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("L", "R", "AL") and not _is_mark(character)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


def _has(family: str, character: str) -> bool:
    return bool(font_file(file_of(family)).glyph(ord(character)))


def packed(sheet: Sheet) -> bytes:
    """Return the file of `sheet` with the fonts it uses; the same letter gives the same bytes."""
    faces = _faces_of(sheet)
    names = _names_of(faces)
    _call(sheet, names)
    plain = io.BytesIO()
    sheet.save(plain)
    parts = _font_parts(faces, names)
    content = io.BytesIO()
    with ZipFile(plain) as given, ZipFile(content, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = parts.pop(name, None) or given.read(name)
            made.writestr(_member(name), _with_fonts(part) if name == _TYPES else part)
        for name, part in parts.items():
            made.writestr(_member(name), part, compresslevel=_FAST)
    return content.getvalue()


def _member(name: str) -> ZipInfo:
    """Return the entry of a part: the day on which it was written is nobody's business."""
    member = ZipInfo(name)
    member.compress_type = ZIP_DEFLATED
    member.external_attr = 0o600 << 16  # as without an entry of our own
    return member


def _with_fonts(types: bytes) -> bytes:
    return types.replace(b"<Default ", _KIND + b"<Default ", 1)


def _faces_of(sheet: Sheet) -> Mapping[Face, set[str]]:
    """Return the faces that text is set in, each with its characters; Inter always, as text may be added."""
    faces: dict[Face, set[str]] = defaultdict(set, {(FONT, False, False): set()})
    for root in _roots(sheet):
        for paragraph in root.iter(qn("w:p")):
            heading = paragraph.style in BOLD_STYLES
            for run in paragraph.iter(qn("w:r")):
                hyphen = "" if run.find(qn("w:noBreakHyphen")) is None else HYPHEN
                faces[_face_of(run, heading)].update(run.text, hyphen)
    return faces


def _roots(sheet: Sheet) -> Iterator[BaseOxmlElement]:
    yield sheet.element.body
    for section in sheet.sections:
        if not section.header.is_linked_to_previous:
            yield section.header._element


def _face_of(run: BaseOxmlElement, heading: bool) -> Face:
    form = run.find(qn("w:rPr"))
    if form is None:
        return FONT, heading, False
    fonts = form.find(qn("w:rFonts"))
    if fonts is not None:
        return fonts.get(qn("w:ascii")), False, False  # other families have one face
    return FONT, heading or form.find(qn("w:b")) is not None, form.find(qn("w:i")) is not None


def _names_of(faces: Mapping[Face, set[str]]) -> dict[str, str]:
    """Return the names that families of which only a part comes along have in this file.

    A program that has one letter open takes the font it has for the next letter with a font of that name,
    and would show it without the characters that the first did not need. So a part is called after what is
    in it; 31 letters are all that Windows takes.
    """
    return {
        face[0]: f"{face[0]} {hashlib.sha256(_in_order(characters).encode()).hexdigest()[:8].upper()}"
        for face, characters in faces.items()
        if _is_cut(face, characters)
    }


def _call(sheet: Sheet, names: Mapping[str, str]) -> None:
    """Name the fonts of runs as `names` says; of these families there is one face each."""
    for root in _roots(sheet):
        for fonts in root.iter(qn("w:rFonts")):
            for kind, family in fonts.items():
                fonts.set(kind, names.get(family, family))


def _font_parts(faces: Mapping[Face, set[str]], names: Mapping[str, str]) -> dict[str, bytes]:
    """Return the table of fonts, its relations and the locked fonts themselves, by their names."""
    parts, relations = {}, []
    families: dict[tuple[str, str], list[str]] = defaultdict(list)
    for number, face in enumerate(sorted(faces, key=_rank), start=1):
        family, bold, italic = face
        name = names.get(family, family)
        key, parts[f"word/fonts/font{number}.odttf"] = _locked(_content_of(face, faces[face], name))
        families[name, family if name != family else "Arial"].append(
            _FACE.format(name=_FACES[bold, italic], number=number, key=key)
        )
        relations.append(_RELATION.format(number=number, office=_OFFICE))
    fonts = "".join(
        _FONT.format(family=name, other=other, faces="".join(rows))
        for (name, other), rows in families.items()
    )
    table = f'<w:fonts xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}">{fonts}</w:fonts>'
    listed = f'<Relationships xmlns="{_RELATIONS}">{"".join(relations)}</Relationships>'
    parts["word/fontTable.xml"] = _HEAD + table.encode()
    parts["word/_rels/fontTable.xml.rels"] = _HEAD + listed.encode()
    return parts


def _rank(face: Face) -> tuple[bool, str, int]:
    family, bold, italic = face
    return family != FONT, family, list(_FACES).index((bold, italic))


def _content_of(face: Face, characters: set[str], name: str) -> bytes:
    """Return the font file of a face, cut down and called `name` where it is large."""
    file = _file_of(face)
    return file.cut(_in_order(characters), name) if _is_cut(face, characters) else file.content


def _is_cut(face: Face, characters: set[str]) -> bool:
    """Say whether a face is large and its letters stand apart, so that some of them will do."""
    return len(_file_of(face).content) >= _SMALL and not any(_joins(character) for character in characters)


def _file_of(face: Face) -> FontFile:
    family, bold, italic = face
    return font_file(file_of(family, bold=bold, italic=italic))


def _in_order(characters: set[str]) -> str:
    return "".join(sorted(characters))


def _joins(character: str) -> bool:
    """Say whether the shape or the place of `character` hangs on its neighbours."""
    return unicodedata.combining(character) > 0 or unicodedata.bidirectional(character) in ("R", "AL", "NSM")


def _locked(content: bytes) -> tuple[str, bytes]:
    """Return a key that follows from `content`, written as Word does, and `content` mixed with it."""
    digits = hashlib.sha256(content).hexdigest()[:32].upper()
    key = bytes.fromhex(digits)[::-1] * 2
    written = "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
    return written, bytes(a ^ b for a, b in zip(content[:_LOCKED], key, strict=True)) + content[_LOCKED:]
