"""Papers as text, web page and e-mail draft."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.domain.blocks import Block, BlockKind, Run
from noshow_desk.export import eml, html, txt
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperOptions, PaperSize
from tests.export.samples import block, letter

HOSTILE = '<img src="file:///etc/passwd" onerror=alert(1)>'
ODD_NAMES = ("محمد علي", "מרים כהן", "李小龍", "🙂👩‍👩‍👧", "a\x00b\x1f", "\ud800", "\u202egnp.exe", "")


class Page(HTMLParser):
    """Collects tags and text of a page."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.words: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def message_of(content: bytes) -> EmailMessage:
    made = BytesParser(policy=policy.default).parsebytes(content)
    assert isinstance(made, EmailMessage)
    return made


# ---- text


def test_text_is_the_letter_as_one_would_type_it() -> None:
    text = txt.write(letter(subject="Our interview"), DEFAULT_OPTIONS).decode()
    assert text.startswith("Subject: Our interview\n\nMarcus Reed\n12 Tide Street\n\nMarch 10, 2026\n\nDear")
    assert "- One thing\n- Another thing\n" in text
    assert text.endswith("Sincerely,\n\nMarcus Reed\n")


def test_R13_a_draft_says_so_first() -> None:
    for write in (txt.write, html.write):
        content = write(letter(), PaperOptions(draft=True)).decode()
        assert content.index("DRAFT. Not final yet") < content.index("Marcus Reed")
        assert "DRAFT" not in write(letter(), DEFAULT_OPTIONS).decode()


# ---- web page


def test_a_page_holds_all_of_the_text_and_its_form() -> None:
    page = Page(html.write(letter(), DEFAULT_OPTIONS))
    text = "".join(page.words)
    for words in ("March 10, 2026", "first-class office", "Friday, March 13", "[place]", "Another thing"):
        assert words in text
    assert {"address", "ul", "li", "strong", "mark"} <= set(page.tags)


def test_a_page_leaves_room_to_sign_above_the_name_alone() -> None:
    content = html.write(letter(), DEFAULT_OPTIONS).decode()
    assert content.count('<p class="signature">') == 1
    assert '<p class="signature">Marcus Reed</p>' in content


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    page = Page(html.write(letter(blocks=(block(HOSTILE),), title=HOSTILE), DEFAULT_OPTIONS))
    assert not {"img", "script", "link", "iframe", "object"} & set(page.tags)
    assert not {"src", "href", "onerror"} & set(page.attributes)
    assert HOSTILE in "".join(page.words)
    assert b"default-src 'none'" in html.write(letter(), DEFAULT_OPTIONS)


def test_a_page_prints_on_the_chosen_sheet() -> None:
    assert b"size: letter" in html.write(letter(), DEFAULT_OPTIONS)
    assert b"size: A4" in html.write(letter(), PaperOptions(size=PaperSize.A4))


def test_names_from_the_right_are_kept_apart_from_the_text_around_them() -> None:
    line = (Run("Dear "), Run("מרים"), Run(","))
    content = html.write(letter(blocks=(Block(BlockKind.PARAGRAPH, (line,)),)), DEFAULT_OPTIONS).decode()
    assert "Dear <bdi>מרים</bdi>," in content


def test_a_sentence_changed_by_hand_runs_from_the_left_though_a_name_begins_it() -> None:
    line = (Run("יוסף לוי and I, 555-0142"),)  # one run: what was changed by hand has no fields any more
    content = html.write(letter(blocks=(Block(BlockKind.PARAGRAPH, (line,)),)), DEFAULT_OPTIONS).decode()
    assert "<p><bdi>יוסף לוי</bdi> and I, " in content and '<html lang="en" dir="ltr">' in content


# ---- e-mail draft


def test_a_draft_waits_for_sending_and_names_nobody() -> None:
    made = message_of(eml.write(letter(subject="Our interview"), PaperOptions(to="rosa@bayside.example")))
    assert made["X-Unsent"] == "1"
    assert made["Subject"] == "Our interview"
    assert made["To"] == "rosa@bayside.example"
    known = {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    assert set(made.keys()) == known  # no sender, no program, no computer, no date


def test_a_draft_has_a_text_and_a_page() -> None:
    made = message_of(eml.write(letter(), DEFAULT_OPTIONS))
    kinds = [part.get_content_type() for part in made.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]
    text = made.get_body(("plain",))
    page = made.get_body(("html",))
    assert text is not None and page is not None
    assert "“fine” affinity" in text.get_content()
    assert "“fine” affinity" in page.get_content()
    assert "Subject:" not in text.get_content()


@pytest.mark.parametrize("to", ["", "nobody", "a@b", "a b@c.es", "x@y.example\nBcc: z@y.example", "ä@ö.es"])
def test_what_is_no_plain_address_is_left_for_the_mail_program(to: str) -> None:
    made = message_of(eml.write(letter(), PaperOptions(to=to)))
    assert made["To"] is None
    assert made["Bcc"] is None


def test_a_subject_cannot_add_headers() -> None:
    made = message_of(eml.write(letter(subject="Hello\r\nBcc: z@y.example"), DEFAULT_OPTIONS))
    assert made["Bcc"] is None
    assert made["Subject"] == "Hello Bcc: z@y.example"


# ---- bad input


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_never_stop_a_writer(name: str) -> None:
    made = letter(blocks=(block(name, name, kind=BlockKind.ADDRESS), block(name)), subject=name, title=name)
    for write in (txt.write, html.write, eml.write):
        assert write(made, PaperOptions(draft=True, to=name))


@given(st.text())
def test_any_text_can_be_written(text: str) -> None:
    made = letter(blocks=(block(*text.split("\n")),), subject=text)
    for write in (txt.write, html.write, eml.write):
        assert write(made, DEFAULT_OPTIONS)


def test_nothing_names_the_agency_or_the_product() -> None:
    for write in (txt.write, html.write, eml.write):
        assert b"noshow" not in write(letter(), PaperOptions(to="rosa@bayside.example")).lower()


def test_a_telephone_number_holds_together_in_a_web_page() -> None:
    page = html.write(letter(blocks=(block("Call (202) 555-0163 before No. 10 closes."),)), DEFAULT_OPTIONS)
    assert "(202)\u00a0555-0163" in page.decode() and "No.\u00a010" in page.decode()


@pytest.mark.parametrize(
    "number", ["555-0142", "(202) 555-0163 ext. 4", "+1-202-555-0163", "+44 20-7946-0958", "202 555 0163"]
)
def test_no_line_of_an_email_ends_inside_a_telephone_and_it_is_copied_as_it_is(number: str) -> None:
    words = f"Call me at {number}, on a well-known 24-hour line."
    made = message_of(eml.write(letter(blocks=(block(words),)), DEFAULT_OPTIONS))
    text, page = made.get_body(("plain",)), made.get_body(("html",))
    assert text is not None and text.get_content().strip() == words
    assert page is not None
    whole = f'<span style="white-space: nowrap">{number}</span>'
    assert page.get_content().replace("\u00a0", " ").count(whole) == 1
    assert page.get_content().count("<span") == 1 and "\u2011" not in page.get_content()
