"""What a dialog asks: the words, and the answers there are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a title, a text, and buttons as (answer, verb); the first is the primary one.

    Closing the dialog answers "".
    """

    title: str
    text: str
    answers: tuple[tuple[str, str], ...]
