"""Forms of Spanish verbs by the regular rules; irregular stems stand in the rule file.

Forms carry no accents, because words are matched without them. Tags: `inf` (with and without pronouns),
`pres`, `past` (preterite, imperfect, participle), `fut`, `cond`, `subj` (also commands), `ger`.
No tag means every form.
"""

from __future__ import annotations

Forms = dict[str, set[str]]

_PAST = {
    "a": "e aste o amos aron aba abas abamos aban ado ada ados adas",
    "e": "i iste io imos ieron ia ias iamos ian ido ida idos idas",
}
_PRES = {"a": "o as a amos an", "e": "o es e emos en", "i": "o es e imos en"}
_SUBJ = {"a": "e es emos en", "e": "a as amos an"}
_SUBJ_PAST = {"a": "ara aras aramos aran ase asen", "e": "iera ieras ieramos ieran iese iesen"}
_FUT = "e as a emos an"
_COND = "ia ias iamos ian"
_STRONG = "e iste o imos ieron iera ieras ieramos ieran"
_PRONOUNS = ("", "me", "te", "se", "le", "les", "lo", "la", "los", "las", "nos", "melo", "selo", "sela")
_COMMANDED = ("me", "nos", "le", "lo", "la", "melo")
_SHORTEST = 3
_SOFTER = (("c", "qu"), ("g", "gu"), ("z", "c"))  # before e: buscar, llegar, alcanzar
_HARDER = (("g", "j"), ("c", "zc"))  # before o and a: coger, agradecer


def spanish_forms(infinitive: str, irregular: str = "") -> Forms:
    """Return the forms of `infinitive` (without accents).

    `irregular` lists what the rules cannot know, by blanks: `alt=quier` a changed stem of the present,
    `past=tuv` a strong preterite stem, `fut=tendr` a future stem, `yo=teng` the stem of the first person,
    and whole further forms, as `past:fui`. Nothing for a word that is no infinitive.
    """
    if infinitive[-2:] not in ("ar", "er", "ir"):
        return {}
    stem, vowel = infinitive[:-2], infinitive[-2]
    theme = "a" if vowel == "a" else "e"
    stems, further = _irregular(irregular)
    soft, hard = _spelt(stem, vowel)
    presents = {stem, *stems.get("alt", ())}
    subjunctive = {soft, hard, *stems.get("yo", ()), *(_spelt(one, vowel)[0] for one in presents)}
    futures = {infinitive, *stems.get("fut", ())}
    forms: Forms = {
        "inf": {f"{infinitive}{pronoun}" for pronoun in _PRONOUNS},
        "pres": _with(presents, _PRES[vowel]) | {f"{one}o" for one in (hard, *stems.get("yo", ()))},
        "past": _with({stem}, _PAST[theme]) | _with(stems.get("past", set()), _STRONG) | _first(soft, theme),
        "fut": _with(futures, _FUT),
        "cond": _with(futures, _COND),
        "subj": _with(subjunctive, _SUBJ[theme]) | _with({stem}, _SUBJ_PAST[theme]),
        "ger": {f"{one}{'ando' if vowel == 'a' else 'iendo'}" for one in (stem, *stems.get("ger", ()))},
    }
    commands = {f"{one}{'e' if theme == 'a' else 'a'}{many}" for one in subjunctive for many in ("", "n")}
    forms["subj"] |= {f"{one}{pronoun}" for one in commands for pronoun in _COMMANDED}
    for tag in forms:  # "de" of dar, "se" of saber: such short words mean something else without accents
        forms[tag] = {form for form in forms[tag] if len(form) >= _SHORTEST}
    for tag, form in further:
        forms.setdefault(tag, set()).add(form)
    return forms


def _first(soft: str, theme: str) -> set[str]:
    """Return the first person of the preterite where its spelling changes: busqué, llegué."""
    return {f"{soft}e"} if theme == "a" else set()


def _with(stems: set[str], endings: str) -> set[str]:
    return {f"{stem}{ending}" for stem in stems for ending in endings.split()}


def _irregular(notes: str) -> tuple[dict[str, set[str]], list[tuple[str, str]]]:
    stems: dict[str, set[str]] = {}
    further: list[tuple[str, str]] = []
    for note in notes.split():
        if "=" in note:
            tag, _, stem = note.partition("=")
            stems.setdefault(tag, set()).add(stem)
        else:
            tag, _, form = note.partition(":")
            further.append((tag, form))
    return stems, further


def _spelt(stem: str, vowel: str) -> tuple[str, str]:
    """Return the stem as it is spelt before e, and before o and a."""
    if vowel == "a":
        soft = next((stem[: -len(old)] + new for old, new in _SOFTER if stem.endswith(old)), stem)
        return soft, stem
    hard = next((stem[: -len(old)] + new for old, new in _HARDER if stem.endswith(old)), stem)
    return hard, hard
