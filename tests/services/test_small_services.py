"""Settings, profile, unsaved forms, follow-ups, consents, appointments, templates, summaries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.client import Caseworker
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import ConsentLevel, Outcome, PaperKind
from noshow_desk.domain.summary import SummaryOptions
from noshow_desk.errors import NotFound, UserError
from noshow_desk.services import (
    appointments,
    clients,
    consents,
    follow_ups,
    history,
    look,
    papers,
    queries,
    settings,
    summaries,
    templates,
    unsaved,
)
from noshow_desk.services.desk import Desk
from noshow_desk.settings import SETTINGS, SettingKind, Settings, checked
from tests.builders import Clock, appointment, booked, granted_to_marcus, marcus, missed_by_marcus

TODAY = date(2026, 3, 10)


# ------------------------------------------------------------------ settings


def test_every_default_is_a_value_that_its_setting_can_hold() -> None:
    assert len({row.key for row in SETTINGS}) == len(SETTINGS)
    for row in SETTINGS:
        assert checked(row.key, row.default) == row.default


def test_a_setting_is_kept_and_read(desk: Desk) -> None:
    assert desk.settings.number("mail_days") == 3 and desk.rules.mail_days == 3
    changes = settings.change_setting(desk, key="mail_days", value=" 05 ")
    assert changes.settings and desk.settings.number("mail_days") == 5 and desk.rules.mail_days == 5


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("mail_days", "0"),
        ("mail_days", "soon"),
        ("mail_days", "9" * 5000),
        ("theme", "pink"),
        ("holidays", "1"),
    ],
)
def test_a_value_that_does_not_fit_says_what_does(desk: Desk, key: str, value: str) -> None:
    with pytest.raises(UserError) as error:
        settings.change_setting(desk, key=key, value=value)
    assert error.value.field == key and len(error.value.sentence) < 200


def test_a_setting_that_nobody_knows_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError):
        settings.change_setting(desk, key="risk_score", value="1")


def test_only_settings_about_the_look_are_readable_before_the_vault_opens(desk: Desk) -> None:
    settings.change_setting(desk, key="screen_language", value="es")
    settings.change_setting(desk, key="crisis_numbers", value="Ann 555-0100")
    outside = look.look_of(desk.folder)
    assert outside.text("screen_language") == "es"
    assert outside.text("crisis_numbers") == Settings().text("crisis_numbers")
    assert "Ann" not in (desk.folder / look.LOOK_NAME).read_text()


@pytest.mark.parametrize(
    ("key", "before", "after"), [("theme", "system", "dark"), ("text_scale", "100", "140")]
)
def test_undoing_a_look_is_seen_before_the_vault_opens(desk: Desk, key: str, before: str, after: str) -> None:
    done = settings.change_setting(desk, key=key, value=after)
    undone = history.undo(desk, act=done.act)
    assert look.look_of(desk.folder).text(key) == before
    history.undo(desk, act=undone.act)
    assert look.look_of(desk.folder).text(key) == after


def test_a_look_that_is_brought_back_is_seen_before_the_vault_opens(desk: Desk) -> None:
    for value in ("dark", "light"):
        settings.change_setting(desk, key="theme", value=value)
    history.restore_value(desk, seq=queries.settings_history(desk)[0].seq)
    assert look.look_of(desk.folder).text("theme") == "dark"


@pytest.mark.parametrize("content", ["", "[]", '{"theme": "pink", "text_scale": 3}', "\x00", "[" * 9000])
def test_a_damaged_look_is_the_usual_look(desk: Desk, content: str) -> None:
    (desk.folder / look.LOOK_NAME).write_text(content)
    assert look.look_of(desk.folder) == Settings()


def test_a_number_out_of_range_in_the_vault_is_brought_back() -> None:
    assert Settings({"idle_minutes": "100000"}).number("idle_minutes") == 120
    assert Settings({"idle_minutes": "never"}).number("idle_minutes") == 10
    assert {row.kind for row in SETTINGS} == set(SettingKind) - {SettingKind.TEXT}


def test_the_profile_is_changed_with_undo(desk: Desk) -> None:
    changes = settings.edit_profile(desk, caseworker=replace(desk.caseworker, office_name="New Office"))
    assert changes.profile and desk.caseworker.office_name == "New Office"
    history.undo(desk, act=changes.act)
    assert desk.caseworker.office_name == "Second Start"


def test_a_profile_needs_a_name(desk: Desk) -> None:
    with pytest.raises(UserError) as error:
        settings.edit_profile(desk, caseworker=Caseworker(name=" "))
    assert error.value.field == "name"


# ------------------------------------------------------------------ unsaved forms


def test_a_form_is_kept_and_found_with_whom_it_is_about(desk: Desk, clock: Clock) -> None:
    made = missed_by_marcus(desk)
    unsaved.keep_unsaved(desk, form_key="client:new", payload={"first_name": "A"})
    clock.forward(minutes=1)
    saved = unsaved.keep_unsaved(desk, form_key=f"incident:{made}:story", payload={"words": "the bus"})
    newest, older = unsaved.unsaved_forms(desk)
    assert saved == newest.saved_at == datetime(2026, 3, 10, 9, 43)
    assert newest.client_name == "Marcus" and newest.payload == {"words": "the bus"}
    assert older.client_name == ""
    unsaved.drop_unsaved(desk, form_key="client:new")
    assert unsaved.unsaved_form(desk, "client:new") is None


def test_the_last_room_of_the_disk_is_told_once(desk: Desk) -> None:
    told: list[str] = []
    desk.when_room_is_short = lambda: told.append("short")
    unsaved.keep_unsaved(desk, form_key="client:new", payload={})
    assert not told
    put = desk.vault.unsaved.put

    def full(*what: Any) -> None:
        desk.vault.reserve_used = True
        put(*what)

    desk.vault.unsaved.put = full  # type: ignore[method-assign]
    for _again in range(2):
        unsaved.keep_unsaved(desk, form_key="client:new", payload={})
    assert told == ["short"]


# ------------------------------------------------------------------ follow-ups, consents, appointments


def test_a_follow_up_is_due_and_done(desk: Desk) -> None:
    client_id = queries.facts(desk, missed_by_marcus(desk)).client.id
    made = follow_ups.record_follow_up(desk, client_id=client_id, on=TODAY, what="Ask about the bus").made
    assert any(row.follow_up_id == made for row in queries.today_board(desk).due)
    follow_ups.finish_follow_up(desk, follow_up_id=made)
    assert not any(row.follow_up_id for row in queries.today_board(desk).due)


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), date(9999, 1, 1)])
def test_a_follow_up_lies_ahead(desk: Desk, day: date) -> None:
    client_id = queries.facts(desk, missed_by_marcus(desk)).client.id
    with pytest.raises(UserError) as error:
        follow_ups.record_follow_up(desk, client_id=client_id, on=day)
    assert error.value.field == "on"


def test_the_last_decision_about_consent_counts_and_can_be_taken_back(desk: Desk) -> None:
    facts = queries.facts(desk, missed_by_marcus(desk))
    pair = {"client_id": facts.client.id, "interviewer_id": facts.interviewer.id}
    assert queries.consent(desk, **pair).level is ConsentLevel.NOT_ASKED
    for level in (ConsentLevel.NO_CONTACT, ConsentLevel.MAY_NAME_AGENCY):
        consents.decide_consent(desk, consent=Consent(**pair, level=level))
    assert queries.consent(desk, **pair).level is ConsentLevel.MAY_NAME_AGENCY
    assert queries.consent(desk, **pair).decided_on == TODAY
    consents.revoke_consent(desk, **pair)
    assert queries.facts(desk, facts.incident.id).consent.revoked_on == TODAY


def test_a_consent_that_ends_before_it_begins_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError) as error:
        consents.decide_consent(desk, consent=Consent(decided_on=TODAY, until=TODAY - timedelta(days=1)))
    assert error.value.field == "until"


def test_nothing_can_be_taken_back_that_was_not_given(desk: Desk) -> None:
    with pytest.raises(NotFound):
        consents.revoke_consent(desk, client_id="a", interviewer_id="b")


def test_an_outcome_is_recorded_and_corrected(desk: Desk) -> None:
    client_id = clients.add_client(desk, client=marcus()).made
    made = booked(desk, appointment(client_id=client_id))
    for outcome in (Outcome.MISSED, Outcome.ATTENDED):
        appointments.record_outcome(desk, appointment_id=made, outcome=outcome)
    assert queries.appointment(desk, made).outcome is Outcome.ATTENDED
    assert "Went: Job interview" in [row.title.say("en") for row in queries.timeline(desk, client_id)]


@pytest.mark.parametrize(
    ("broken", "field"),
    [({"zone": "Nowhere/City"}, "zone"), ({"starts": datetime(9999, 1, 1, 9, 0)}, "starts")],
)
def test_an_appointment_that_cannot_be_is_refused(desk: Desk, broken: dict[str, object], field: str) -> None:
    with pytest.raises(UserError) as error:
        appointments.book_appointment(desk, appointment=Appointment(**broken), person="Rosa Alvarez")
    assert error.value.field == field


# ------------------------------------------------------------------ templates


def test_a_shipped_template_is_copied_on_edit_and_then_used(desk: Desk) -> None:
    incident_id = granted_to_marcus(desk)
    shipped = templates.template(desk, "starter-en-thank_you-letter-granted")
    edited = replace(shipped, source=shipped.source + "\n\nP.S. Thank you again.")
    made = templates.use_version(desk, template=edited).made
    assert made != shipped.id and templates.template(desk, shipped.id).source == shipped.source
    assert templates.template(desk, made).source.endswith("P.S. Thank you again.")
    paper_id = papers.draft_paper(desk, incident_id=incident_id, kind=PaperKind.THANK_YOU).made
    paper = queries.paper(desk, paper_id)
    assert templates.template_of_version(desk, paper.template_version_id).id == made


def test_versions_are_kept_and_can_be_restored(desk: Desk) -> None:
    shipped = templates.template(desk, "starter-en-withdrawal-letter")
    made = templates.use_version(desk, template=replace(shipped, source="First.")).made
    own = templates.template(desk, made)
    templates.use_version(desk, template=replace(own, source="Second."))
    first, _second = templates.versions(desk, made)
    templates.restore_version(desk, template_id=made, version_id=first.id)
    assert [version.source for version in templates.versions(desk, made)] == ["First.", "Second.", "First."]
    assert templates.versions(desk, shipped.id) == []


def test_a_draft_keeps_the_version_it_was_started_from(desk: Desk) -> None:
    shipped = templates.template(desk, "starter-en-thank_you-letter-granted")
    made = templates.use_version(desk, template=replace(shipped, source="First.")).made
    paper_id = papers.draft_paper(desk, incident_id=granted_to_marcus(desk), kind=PaperKind.THANK_YOU).made
    before = queries.paper(desk, paper_id).template_version_id
    templates.use_version(desk, template=replace(templates.template(desk, made), source="Second."))
    assert queries.paper(desk, paper_id).template_version_id == before


def test_a_template_with_a_problem_is_not_used(desk: Desk) -> None:
    shipped = templates.template(desk, "starter-en-withdrawal-letter")
    with pytest.raises(UserError) as error:
        templates.use_version(desk, template=replace(shipped, source="Dear {{ clent.name }}"))
    assert error.value.field == "source"


# ------------------------------------------------------------------ summaries


def test_a_summary_that_leaves_is_written_down(desk: Desk) -> None:
    client_id = queries.facts(desk, granted_to_marcus(desk)).client.id
    made = summaries.preview_summary(desk, client_id=client_id, options=SummaryOptions())
    assert made.leaves and len(made.cases) == 1
    summaries.log_release(
        desk, client_id=client_id, recipient="County office", purpose="Review", format="pdf"
    )
    assert [one.recipient for one in queries.releases_of(desk, client_id)] == ["County office"]
    assert any("County office" in row.title.say("en") for row in queries.timeline(desk, client_id))
