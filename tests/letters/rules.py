"""What starters must have and must never have (PRACTICE section 5, LETTER_CHECK), as patterns a language."""

from __future__ import annotations

import re

SORRY = {"en": r"\bI(?:'m| am)(?: also)? sorry\b", "es": r"\b(?:[Ll]amento|[Ll]e pido disculpas)\b"}
SORRY_MISS = {
    "en": r"sorry (?:that I (?:missed|was not there)|for missing|to miss|I missed)",
    "es": r"[Ll]amento (?:haber faltado|no haber ido|no poder ir)",
}
SORRY_TROUBLE = {"en": r"\btrouble\b", "es": r"\bmolestias\b"}
OWNERSHIP = {
    "en": r"\b(?:my responsibility|that is on me)\b",
    "es": r"\bresponsabilidad es mía\b",
}
ASK = {
    "en": r"(?:May I have another time|Is there another time I could come in)\?",
    "es": r"¿(?:Me podría|Podría) dar(?:me)? otra fecha\?",
}
THANKS = {"en": r"\bThank you for\b", "es": r"\b(?:Gracias por|Le agradezco)\b"}
WILL_CALL = {"en": r"\bI(?:'ll| will) ask Marcus to call you\b", "es": r"\ble pediré a Marcus que le llame\b"}
CLEAR_NO = {"en": r"\bI have decided to withdraw\.", "es": r"\bHe decidido retirarme\b"}

CONDITIONAL = {
    "en": r"\bsorry if\b|\bif I\b.*(?:caused|hurt)",
    "es": r"\bsi le causé\b|\bsi (?:acaso|hubo)\b",
}
BEGGING = {
    "en": r"\b(?:beg|please give me|desperate|last chance|I need this|don't deserve)\b",
    "es": r"\b(?:suplico|le ruego|por favor deme|última oportunidad|no merezco)\b",
}
FOR_EVER = {
    "en": r"\b(?:never again|always|promise|guarantee)\b",
    "es": r"\b(?:nunca más|siempre|prometo|garantizo)\b",
}
REASON = {
    "en": r"\b(?:because|due to|bus|came up|my ride|sick|ill)\b",
    "es": r"\b(?:porque|debido a|autobús|surgió|enferm\w+)\b",
}
MAYBE = {"en": r"\b(?:maybe|perhaps|might|another time)\b", "es": r"\b(?:quizás?|tal vez|otra fecha)\b"}
MISSED = {"en": r"\bmiss(?:ed|ing)?\b", "es": r"\bfalt\w+\b"}
THIRD_PERSON = {
    "en": r"\b(?:my client|on behalf of|Marcus missed)\b",
    "es": r"\b(?:mi cliente|en nombre de)\b",
}
REQUEST_TO_INTERVIEWER = {
    "en": r"\b(?:could you|would you|can you|another (?:time|slot)|reschedule)\b",
    "es": r"\b(?:podría|otra fecha|reprogramar)\b",
}
AGENCY = re.compile(r"Harbor Way|Mill Lane|dana\.price|555-0100|Case manager")
CASEWORKER = re.compile(r"\bDana\b|\bPrice\b|caseworker|program", re.IGNORECASE)
PLACEHOLDER = re.compile(r"\[[^\]]*\]|__+|\bTBD\b|\{\{|\}\}|<[^>]+>|XX/XX")
VAGUE_DATE = re.compile(r"\b(?:next|this) (?:Mon|Tues|Wednes|Thurs|Fri)day\b|\bel próximo\b")
SELF_GENDER = re.compile(
    r"\b(?:estoy|soy|quedo|sentí|me siento) (?:\w+ )?\w+(?:ado|ada|ido|ida|oso|osa|to|ta)\b", re.IGNORECASE
)
TUTEO = re.compile(r"\b(?:tú|te|tu|tus|contigo|puedes|tienes)\b", re.IGNORECASE)


def has(patterns: dict[str, str], language: str, text: str) -> bool:
    """Say whether the pattern of `language` occurs in `text`."""
    return re.search(patterns[language], text, re.IGNORECASE) is not None
