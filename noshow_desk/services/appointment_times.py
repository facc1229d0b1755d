"""Which times of day a letter says of an appointment: beside a day, or named with the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from noshow_desk.services.written_days import WrittenDay
from noshow_desk.services.written_times import WrittenTime, written_times

_MEETING = {
    "en": r"(?:interview|appointment|meeting|orientation|session|visit)",
    "es": r"(?:entrevista|cita|reuni[oó]n|orientaci[oó]n|sesi[oó]n|visita)",
}
_MISSED = {
    "en": r"\b(?:miss\w*|was|were|had|wasn[’']t|didn[’']t|did|expected|kept|set|scheduled)\b",
    "es": r"\b(?:falt\w+|era|fue|fui|ten[ií]a\w*|hab[ií]a\w*|llegu[eé]|present[eé]|asist[ií]|acud[ií]"
    r"|estuve|estaba\w*|esperaba\w*)\b",
}
# Between a day and its time: "December 2, at", "December 2 (", «2 de diciembre,».
_BETWEEN = re.compile(r"[,;:]?\s*[(–—]?\s*")
_ON = {
    "en": re.compile(r",?\s+(?:on\s+)?(?:the\s+)?", re.IGNORECASE),
    "es": re.compile(r",?\s+(?:(?:del?|el)\s+)?(?:d[ií]a\s+)?", re.IGNORECASE),
}
# A time behind these is a limit, or about so.
_LIMITS = {
    "en": r"\b(?:from|after|before|by|until|till?|since|around|about|near|between|past)\s+$",
    "es": r"\b(?:desde|despu[eé]s\s+de|antes\s+de|hasta|sobre|hacia|entre|a\s+partir\s+de)\s+(?:las?\s+)?$",
}
# So is a day behind these, whatever time stands beside it.
_LAST_DAYS = {
    "en": r"\b(?:until|till?|by|before|since)\s+(?:the\s+)?$",
    "es": r"\b(?:hasta|antes\s+del?|desde)\s+(?:el\s+)?(?:d[ií]a\s+)?$",
}
# In a sentence with these before it, the time may be that of something else on the same day.
_ELSE = {
    "en": r"call(?:ed|ing|s)?|telephoned|phoned?|rang|ring|text(?:ed)?|messages?|voice ?mails?|e-?mail(?:ed)?"
    r"|wrote|spoke|talked|bus|train|(?:my|a) (?:ride|car|class|school|doctor|dentist|other|son|daughter)"
    r"|leave|leaving|left|wake|woke|alarm|drop|pick|shift|off work|ready|court|early|earlier|another"
    r"|came|arrived|got (?:there|to)|showed up|opens?|closes?",
    "es": r"llam\w+|tel[eé]fono|mensajes?|buz[oó]n|correo|escrib\w+|habl\w+|autob[uú]s|bus|cami[oó]n|tren"
    r"|sal(?:go|dr[eé]|í|ir)|despert\w+|alarma|dej[oóéa]\w*|recog\w+|turno|list[oa]|tribunal|temprano"
    r"|mi (?:carro|coche|clase|escuela|trabajo|m[eé]dic[oa]|doctora?|dentista|otr[oa]|hij[oa])|otr[oa]"
    r"|(?<!no )(?:llegu[eé]|entr[eé]|pas[eé])|abren?|cierran?",
}
# A talk on the telephone about the new date is no other thing of that day.
_OUR_CALL = {
    "en": r"\b(?:my|our|the|your)\s+(?:phone\s+)?call\b(?!\s+(?:on|at)\b)|\bphone\s+(?=interview)",
    "es": r"\b(?:mi|nuestra|la|su)\s+llamada\b(?!\s+(?:del?|el|a)\b)",
}
_EARLY = {"en": r"\b(?:early|earlier|before|ahead)\b", "es": r"\b(?:temprano|antes|anticipaci[oó]n)\b"}
_THERE = {
    "en": r"\b(?:be|am|arrive|get|come|show|check)\b",
    "es": r"\b(?:est(?:ar|oy)\w*|lleg\w+|ir[eé]?|voy|present\w+)\b",
}
_NAMED_BEFORE = {
    "en": rf"(?:\b(?:our|your|this|my\s+new|the\s+new|(?:my|the)(?=\s+(?:\w+\s+)?interview))\s+"
    rf"(?:(?:new|job|second|rescheduled|missed|original)\s+)*{_MEETING['en']}(?:\s+with\s+you)?(?:\s+(?:that|which"
    r"|is|was|were|will|be|had|been|scheduled|set|planned|moved|now|to|for)){0,5}"
    r"|\b(?:see|meet|meeting)\s+(?:with\s+)?you(?:\s+(?:there|then|again|soon|in\s+person)){0,2})\s*$",
    "es": rf"(?:\b(?:nuestra|la|su|esta|mi)\s+(?:nueva\s+)?{_MEETING['es']}"
    r"(?:\s+(?:de\s+trabajo|con\s+usted|que|ten[ií]amos|es|era|fue|ser[aá]|qued[oó]|estaba|est[aá]|programada|prevista|fijada|acordada|de|para)){0,4}"
    r"|\b(?:nos\s+(?:vemos|veremos)|vernos|verl[aoe])(?:\s+(?:ah[ií]|all[ií]|all[aá]|de\s+nuevo)){0,2})\s*$",
}
_NAMED_AFTER = {
    "en": rf"\s+(?:job\s+)?{_MEETING['en']}\b(?!\s+with\s+(?!you))",
    "es": r"(?!)",
}
_WHOSE = re.compile(r"\b(?:our|your|(?:my|the)(?=\W+$))\s+$", re.IGNORECASE)


def appointment_times(
    text: str, language: str, days: Sequence[WrittenDay]
) -> Iterator[tuple[WrittenTime, WrittenDay | None]]:
    """Yield the times in one line that are said of a meeting, each with the day beside it, one of `days`,
    the days in that line; None where it is named with the meeting itself.
    """
    for time in written_times(text, language):
        if _find(_LIMITS[language], text[: time.said]):
            continue
        day = _day_beside(text, time, days, language)
        if (day is not None or _is_named(text, time, language)) and not _is_else(text, time, language):
            yield time, day


def is_about_the_miss(text: str, time: WrittenTime, language: str) -> bool:
    """Say whether the sentence of `time` tells what was; another time may be asked for on the same day."""
    said = _sentence(text, time)
    return _find(_MISSED[language], said) and not said.rstrip('"”»’)').endswith("?")


def is_earlier_arrival(text: str, time: WrittenTime, language: str, minutes: int) -> bool:
    """Say whether `time`, so many `minutes` before an appointment, is when somebody will be there."""
    if minutes <= 0:
        return False
    said = _sentence(text, time)
    return _find(_EARLY[language], said) or (minutes < 60 and _find(_THERE[language], said))


# ------------------------------------------------------------ inside


def _day_beside(text: str, time: WrittenTime, days: Sequence[WrittenDay], language: str) -> WrittenDay | None:
    for day in days:
        if _find(_LAST_DAYS[language], text[: day.start]):
            continue
        if day.end <= time.said and _BETWEEN.fullmatch(text, day.end, time.said):
            return day
        if time.end <= day.start and _ON[language].fullmatch(text, time.end, day.start):
            return day
    return None


def _is_named(text: str, time: WrittenTime, language: str) -> bool:
    if time.has_at and _find(_NAMED_BEFORE[language], text[: time.said]):
        return True
    behind = _compiled(_NAMED_AFTER[language]).match(text, time.end)
    return behind is not None and _WHOSE.search(text[: time.said]) is not None


def _is_else(text: str, time: WrittenTime, language: str) -> bool:
    before = text[_sentence_start(text, time) : time.said]
    return _find(rf"\b(?:{_ELSE[language]})\b", _compiled(_OUR_CALL[language]).sub(" ", before))


def _sentence(text: str, time: WrittenTime) -> str:
    from noshow_desk.coaching.letter_check import sentence_bounds  # deferred: not needed by the first page

    ends = [last for _first, last in sentence_bounds(text) if last >= time.end]
    return text[_sentence_start(text, time) : ends[0] if ends else len(text)]


def _sentence_start(text: str, time: WrittenTime) -> int:
    from noshow_desk.coaching.letter_check import sentence_bounds  # deferred: as above

    starts = [first for first, _last in sentence_bounds(text) if first <= time.said]
    return starts[-1] if starts else 0


def _find(pattern: str, text: str) -> bool:
    return _compiled(pattern).search(text) is not None


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
