"""Every variable has a value in the sample case, and what discloses is filled only with consent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from noshow_desk.domain.blocks import Letter, Origin, missing_fields, runs, to_text
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.client import Phone
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.incident import ClientCall, Decision
from noshow_desk.domain.kinds import (
    Answer,
    AppointmentKind,
    CallResult,
    ConsentLevel,
    DecisionChoice,
    Outcome,
    PaperKind,
    WantsIt,
)
from noshow_desk.letters.fill import check_template, fill
from noshow_desk.letters.filters import FILTERS, FilterRow
from noshow_desk.letters.known import Known
from noshow_desk.letters.sample import SAMPLE_INPUTS, SAMPLE_TODAY, sample_facts
from noshow_desk.letters.variables import GROUPS, VARIABLES, Variable, plain_label, variable_named

FACTS = sample_facts()
AGENCY = ("Harbor Way Center", "7 Mill Lane", "dana.price@example.org", "555-0100", "Case manager")


def text(source: str, facts: CaseFacts = FACTS, language: str = "en", **inputs: str) -> str:
    typed = {name.replace("__", "."): value for name, value in inputs.items()} or SAMPLE_INPUTS
    made = fill(source, facts, today=SAMPLE_TODAY, language=language, kind=PaperKind.APOLOGY, inputs=typed)
    assert isinstance(made, Letter), [problem.sentence for problem in made]
    return to_text(made)


def source_of(row: Variable) -> str:
    if row.items:
        inner = " ".join("{{ row." + item + " }}" for item in row.items)
        return "{% for row in " + row.name + " %}" + inner + "{% endfor %}"
    return "{{ " + row.name + (" | either" if row.is_list else "") + " }}"


@pytest.mark.parametrize("row", VARIABLES, ids=[row.name for row in VARIABLES])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_variable_has_a_value_in_the_sample_case(row: Variable, language: str) -> None:
    assert check_template(source_of(row)) == []
    made = fill(
        source_of(row),
        sample_facts(language),
        today=SAMPLE_TODAY,
        language=language,
        kind=PaperKind.APOLOGY,
        inputs=SAMPLE_INPUTS,
    )
    assert isinstance(made, Letter)
    assert missing_fields(made) == ()
    assert row.group in GROUPS
    if language == "en" and "…" not in row.sample:
        assert to_text(made) == row.sample
    if row.own_words:
        assert {run.origin for run in runs(made) if run.field} == {Origin.OWN_WORDS}


def test_what_was_typed_about_the_sample_case_is_in_the_language_of_the_paper() -> None:
    for row in VARIABLES:
        if not row.own_words:
            continue
        english, spanish = (text(source_of(row), sample_facts(code), code) for code in ("en", "es"))
        assert english and spanish and english != spanish, row.name
    role = "{{ appointment.role }}"
    assert (
        text(role) == "Forklift operator"
        and text(role, sample_facts("es"), "es") == "Operador de montacargas"
    )


@pytest.mark.parametrize("row", VARIABLES, ids=[row.name for row in VARIABLES])
def test_an_empty_case_has_no_blank_anywhere(row: Variable) -> None:
    made = fill(source_of(row), CaseFacts(), today=SAMPLE_TODAY, language="en", kind=PaperKind.APOLOGY)
    assert isinstance(made, Letter)
    assert row.items or to_text(made).strip()


def test_names_and_labels_are_told_apart() -> None:
    assert len({row.name for row in VARIABLES}) == len(VARIABLES)
    assert len({(row.group, row.label) for row in VARIABLES}) == len(VARIABLES)
    assert variable_named("client.email") and not variable_named("client.offence")
    assert plain_label("plan.if_thens.if_part") == plain_label("plan.if_thens")


@pytest.mark.parametrize("row", FILTERS, ids=[row.name for row in FILTERS])
def test_every_filter_can_follow_a_field(row: FilterRow) -> None:
    assert check_template("{{ today | " + row.name + " }}") == []


def test_dates_and_times_speak_the_language_of_the_paper() -> None:
    day = "{{ new.date | long_date }}, {{ new.time | at_time }}"
    assert text(day) == "Friday, March 13, at 10:00 AM"
    assert text(day, language="es") == "viernes 13 de marzo, a las 10:00 a. m."
    assert text("{{ new.date | full_date }}") == "March 13, 2026"
    assert text("{{ new.date | full_date }}", language="es") == "13 de marzo de 2026"
    assert text("{{ new.date | short_date }} {{ new.date | weekday }}") == "Mar 13 Friday"
    assert text("{{ new.date | long_date('es') }}") == "viernes 13 de marzo"
    at_one = replace(FACTS.appointment, starts=FACTS.appointment.starts.replace(hour=13))  # type: ignore[union-attr]
    one = text("{{ appointment.time | at_time }}", replace(FACTS, appointment=at_one), "es")
    assert one == "a la 1:00 p. m."


def test_filters_on_words() -> None:
    assert text("{{ client.email | upper_first }}") == "Marcus.reed@example.com"
    assert text("{{ client.first_name | lower_first }}") == "marcus"
    assert text("{{ incident.true_sentence | bare }}") == "I took the wrong bus and did not call"
    assert text("{{ organisation.name | sentence }}") == "Bayside Warehouse."
    assert text("{{ incident.true_sentence | sentence }}") == "I took the wrong bus and did not call."
    assert text("{{ client.phone | phone }}", client__phone="+1 555.555.0142") == "(555) 555-0142"
    assert text("{{ client.phone | phone }}", client__phone="555-0142 ext. 12") == "555-0142 ext. 12"
    assert text("{{ client.phone | phone }}", client__phone="+65 6123 4567") == "+65 6123 4567"
    assert text("{{ client.phone | phone }}", client__phone="+1 (555) 555-0142") == "(555) 555-0142"
    assert text("{{ client.email | default('none') }}", client__email=" ") == "none"


@pytest.mark.parametrize(
    ("days", "either", "ambos"),
    [
        (("Monday",), "Monday", "Monday"),
        (("Monday", "Friday"), "Monday or Friday", "Monday y Friday"),
        (("lunes", "martes", "viernes"), "lunes, martes or viernes", "lunes, martes y viernes"),
        (("agosto", " ", "octubre"), "agosto or octubre", "agosto y octubre"),
    ],
)
def test_lists_read_like_speech(days: tuple[str, ...], either: str, ambos: str) -> None:
    facts = replace(FACTS, incident=replace(FACTS.incident, days_i_can_keep=days))
    assert text("{{ incident.days | either }}", facts) == either
    assert text("{{ incident.days | together }}", facts, "es") == ambos


def test_spanish_or_and_and_change_before_their_own_sound() -> None:
    facts = replace(FACTS, incident=replace(FACTS.incident, days_i_can_keep=("agosto", "octubre")))
    assert text("{{ incident.days | either }}", facts, "es") == "agosto u octubre"
    facts = replace(FACTS, incident=replace(FACTS.incident, days_i_can_keep=("verano", "invierno")))
    assert text("{{ incident.days | together }}", facts, "es") == "verano e invierno"


# who is addressed


@pytest.mark.parametrize(
    ("title", "first", "last", "english", "spanish"),
    [
        ("Ms.", "Rosa", "Alvarez", "Dear Ms. Alvarez,", "Estimada Sra. Alvarez:"),
        ("Mr", "Luis", "Ortega", "Dear Mr. Ortega,", "Estimado Sr. Ortega:"),
        ("Sra.", "Rosa", "Alvarez", "Dear Ms. Alvarez,", "Estimada Sra. Alvarez:"),
        ("Dr.", "Kim", "Lee", "Dear Dr. Lee,", "Buenos días, Dr. Lee:"),
        ("Mx.", "Sam", "Poe", "Dear Mx. Poe,", "Buenos días, Sam Poe:"),
        ("Chief", "Ana", "Ray", "Dear Chief Ray,", "Buenos días, Chief Ray:"),
        ("", "Rosa", "Alvarez", "Dear Rosa Alvarez,", "Buenos días, Rosa Alvarez:"),
        ("Ms.", "Rosa", "", "Dear Rosa,", "Buenos días, Rosa:"),
        ("Ms.", "", "", "Hello,", "Buenos días:"),
    ],
)
def test_the_greeting_never_guesses(title: str, first: str, last: str, english: str, spanish: str) -> None:
    person = replace(FACTS.interviewer, courtesy_title=title, first_name=first, last_name=last)
    facts = replace(FACTS, interviewer=person)
    assert text("{{ interviewer.greeting }}", facts) == english
    assert text("{{ interviewer.greeting }}", facts, "es") == spanish


def test_a_name_typed_for_one_paper_is_used_throughout_it() -> None:
    source = "{{ interviewer.address }}\n\n{{ interviewer.greeting }}"
    made = text(source, interviewer__formal_name="Mr. Poe")
    assert made.startswith("Mr. Poe\nBayside Warehouse")
    assert made.endswith("Dear Mr. Poe,")


def test_an_input_replaces_one_value_and_blank_leaves_it_out() -> None:
    assert text("{{ incident.own_words }}", incident__own_words="I called.") == "I called."
    assert text("{% if incident.own_words %}x{% endif %}y", incident__own_words="") == "y"
    assert text("{{ client.signature }}", client__signature="Dana") == "Marcus Reed"


# what discloses


@pytest.mark.parametrize(
    ("consent", "named"),
    [
        (Consent(), False),
        (Consent(level=ConsentLevel.NO_CONTACT), False),
        (Consent(level=ConsentLevel.CALL_WITHOUT_AGENCY), False),
        (Consent(level=ConsentLevel.MAY_NAME_AGENCY), True),
        (Consent(level=ConsentLevel.MAY_NAME_AGENCY, until=SAMPLE_TODAY), True),
        (Consent(level=ConsentLevel.MAY_NAME_AGENCY, until=SAMPLE_TODAY - timedelta(days=1)), False),
        (Consent(level=ConsentLevel.MAY_NAME_AGENCY, revoked_on=SAMPLE_TODAY), False),
    ],
)
def test_the_agency_is_known_to_a_paper_only_with_consent(consent: Consent, named: bool) -> None:
    facts = replace(FACTS, consent=consent)
    source = "\n\n".join(source_of(row) for row in VARIABLES if row.group != "This paper")
    shown = [word for word in AGENCY if word in text(source, facts)]
    assert shown == (list(AGENCY) if named else [])


def test_without_consent_only_the_first_name_of_the_caseworker_is_said() -> None:
    by_level = {
        ConsentLevel.NOT_ASKED: "Dana",
        ConsentLevel.NO_CONTACT: "Dana",
        ConsentLevel.CALL_WITHOUT_AGENCY: "Dana Price",
        ConsentLevel.MAY_NAME_AGENCY: "Dana Price",
    }
    for level, name in by_level.items():
        assert text("{{ caseworker.name }}", replace(FACTS, consent=Consent(level=level))) == name


@pytest.mark.parametrize(
    "change", [{"address_safe_to_print": False}, {"no_fixed_address": True}, {"postal_address": ""}]
)
def test_the_client_s_address_is_printed_only_when_safe(change: dict[str, object]) -> None:
    facts = replace(FACTS, client=replace(FACTS.client, **change))  # type: ignore[arg-type]
    made = text("{% if client.address %}{{ client.address }}{% endif %}x", facts)
    assert made == "x"
    assert "fixed" not in text("{{ client.address }}", facts)


def test_the_number_on_a_paper_is_one_that_nobody_else_picks_up() -> None:
    phones = (Phone(number="555-0101", shared=True), Phone(number="555-0102"))
    facts = replace(FACTS, client=replace(FACTS.client, phones=phones))
    assert text("{{ client.phone }}", facts) == "555-0102"


# what happened


def known(**changes: object) -> Known:
    incident = replace(FACTS.incident, calls=(), **changes)  # type: ignore[arg-type]
    return Known(
        facts=replace(FACTS, incident=incident, new_appointment=None), today=SAMPLE_TODAY, language="en"
    )


def call(**changes: object) -> ClientCall:
    fresh: dict[str, object] = {"answer": None, "asked": None} | changes
    return replace(FACTS.incident.calls[0], **fresh)  # type: ignore[arg-type]


def with_calls(*calls: ClientCall) -> Known:
    one = known()
    incident = replace(one.facts.incident, calls=calls)
    return replace(one, facts=replace(one.facts, incident=incident))


def test_a_paper_asks_until_the_question_was_asked_in_person() -> None:
    assert known().should_ask
    assert with_calls(call(result=CallResult.VOICEMAIL, asked=True)).should_ask
    assert not with_calls(call(asked=True)).should_ask
    assert not with_calls(call(asked=True, answer=Answer.REFUSED)).should_ask
    assert not with_calls(call(answer=Answer.WILL_GET_BACK)).should_ask


@pytest.mark.parametrize(
    "choice", [DecisionChoice.POLICY_FORBIDS, DecisionChoice.CLIENT_DECLINES, DecisionChoice.ASK_LATER]
)
def test_a_paper_does_not_ask_when_it_was_decided_against(choice: DecisionChoice) -> None:
    assert not known(decision=Decision(choice=choice)).should_ask
    assert not known(wants_it=WantsIt.NO).should_ask
    assert known(decision=Decision(choice=DecisionChoice.ASK)).should_ask


def test_a_cancellation_by_the_caseworker_is_not_the_client_s() -> None:
    cancelled = replace(FACTS.appointment, outcome=Outcome.CANCELLED, outcome_by="caseworker")
    one = known()
    assert not replace(one, facts=replace(one.facts, appointment=cancelled)).moved
    early = call(at=datetime(2026, 3, 10, 15, 0, tzinfo=UTC), moved_or_cancelled=True)  # 8:00 in Los Angeles
    assert with_calls(early).moved


def test_a_corrected_call_does_not_count() -> None:
    wrong = call(id="1", asked=True, answer=Answer.REFUSED)
    right = call(id="2", corrects_id="1", result=CallResult.VOICEMAIL)
    one = with_calls(wrong, right)
    assert (one.answer, one.spoke, one.should_ask) == (None, False, True)


def test_reminders_are_days_before_the_new_date_that_are_still_ahead() -> None:
    assert text("{{ plan.reminders | together }}") == "Tuesday, March 10 and Thursday, March 12"
    far = replace(FACTS, new_appointment=replace(FACTS.appointment, starts=None))
    assert text("{{ plan.reminders | together }}", far) == "[Days of the reminders]"


def test_only_jobs_training_and_school_are_interviews() -> None:
    for kind in AppointmentKind:
        facts = replace(FACTS, appointment=replace(FACTS.appointment, kind=kind))
        word = "interview" if kind in ("job_interview", "training", "education") else "appointment"
        assert text("{{ appointment.word }}", facts) == word
        spanish = {"interview": "entrevista", "appointment": "cita"}[word]
        assert text("{{ appointment.word_in_spanish }}", facts) == spanish
        assert text("{{ appointment.word }}", facts, "es") == spanish


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_do_not_matter(day: date) -> None:
    starts = FACTS.appointment.starts
    assert starts is not None
    moved = replace(FACTS.appointment, starts=starts.replace(year=day.year, month=day.month, day=day.day))
    facts = replace(FACTS, appointment=moved, new_appointment=moved)
    for row in VARIABLES:
        made = fill(source_of(row), facts, today=day, language="es", kind=PaperKind.APOLOGY)
        assert isinstance(made, Letter)
