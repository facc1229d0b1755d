"""The tables of the first version of the vault, as SQL; once released, a change is a later migration.

TEXT ids are UUIDv7. JSON columns hold lists and small records of one row. Nothing that a user types is
unique. Tables in `APPEND_ONLY` are never updated: a correction is a new row that names the row it replaces.
"""

from __future__ import annotations

_STAMP = """
    created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT
"""

_APPENDED = """
    position INTEGER NOT NULL, withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
    created_at TEXT NOT NULL, created_by TEXT NOT NULL
"""


def _text(*names: str) -> str:
    return ", ".join(f"\"{name}\" TEXT NOT NULL DEFAULT ''" for name in names)


def _maybe(*names: str) -> str:
    return ", ".join(f'"{name}" TEXT' for name in names)


def _flag(*names: str) -> str:
    return ", ".join(f'"{name}" INTEGER NOT NULL DEFAULT 0 CHECK ("{name}" IN (0, 1))' for name in names)


def _maybe_flag(*names: str) -> str:
    return ", ".join(f'"{name}" INTEGER CHECK ("{name}" IN (0, 1))' for name in names)


def _list(*names: str) -> str:
    return ", ".join(f"\"{name}\" TEXT NOT NULL DEFAULT '[]'" for name in names)


def _refers(column: str, table: str, *, must: bool = False) -> str:
    return f'"{column}" TEXT {"NOT NULL " if must else ""}REFERENCES "{table}"(id)'


def _table(name: str, *columns: str) -> str:
    return f'CREATE TABLE "{name}" (id TEXT NOT NULL PRIMARY KEY, {", ".join(columns)}) STRICT'


RECORDS: tuple[str, ...] = (
    _table(
        "caseworker",
        _text("name", "title", "office_name", "office_address", "phone", "email", "working_hours"),
        _STAMP,
    ),
    _table(
        "client",
        _text("case_number", "first_name", "last_name", "preferred_name", "pronouns"),
        _text("spoken_language", "paper_language"),
        _list("phones"),
        _maybe("voicemail"),
        _text("email", "postal_address"),
        _flag("address_safe_to_print", "no_fixed_address"),
        _text("reminder_preference"),
        _list("tags"),
        _maybe("with_us_since"),
        _text("notes", "private_notes"),
        _STAMP,
    ),
    _table("organisation", _text("name", "postal_address", "phone", "notes"), _STAMP),
    _table(
        "interviewer",
        _refers("organisation_id", "organisation"),
        _text("first_name", "last_name", "courtesy_title", "job_title"),
        _list("phones"),
        _text("best_hours", "email", "postal_address", "language", "second_chance_policy", "notes"),
        _STAMP,
    ),
    _table(
        "consent",
        _refers("client_id", "client"),
        _refers("interviewer_id", "interviewer"),
        _text("level"),
        _list("topics"),
        _maybe("decided_on", "until", "revoked_on"),
        _text("how", "note"),
        _STAMP,
    ),
    _table(
        "appointment",
        _refers("client_id", "client"),
        _refers("interviewer_id", "interviewer"),
        _text("kind", "role"),
        _maybe("starts"),
        _text("zone", "place"),
        _refers("reschedule_of", "appointment"),
        _STAMP,
    ),
    _table(
        "incident",
        _refers("appointment_id", "appointment"),
        _flag("imminent"),
        _text("reported_by"),
        _maybe("reported_at", "safety"),
        _maybe_flag("going"),
        _maybe("courtesy", "story"),
        _list("outside", "inside"),
        _text("inside_notes"),
        _maybe("insight", "wants_it"),
        _text("why_it_matters"),
        _maybe("importance", "confidence"),
        _list("obstacles"),
        _maybe("decision"),
        _text("true_sentence"),
        _maybe("true_sentence_confirmed_at"),
        _list("days_i_can_keep"),
        _text("own_words"),
        _list("rehearsals"),
        _maybe("debrief", "plan"),
        _text("different_this_time"),
        _list("skips", "due_moves", "corrections"),
        _STAMP,
    ),
    _table(
        "paper",
        _refers("incident_id", "incident"),
        _text("kind", "language", "channel", "channel_reason"),
        _maybe("template_version_id"),
        "inputs TEXT NOT NULL DEFAULT '{}'",
        _text("blocks_json"),
        _maybe("true_by_client_at", "nothing_untrue_at"),
        _list("findings_kept"),
        _STAMP,
    ),
    _table(
        "template",
        _text("kind", "language", "channel", "variant", "name"),
        _flag("shipped"),
        _maybe("version_id"),
        _STAMP,
    ),
    _table(
        "follow_up",
        _refers("client_id", "client"),
        _refers("incident_id", "incident"),
        '"on" TEXT NOT NULL',
        _text("what"),
        _maybe("done_at"),
        _STAMP,
    ),
    _table(
        "release",
        _refers("client_id", "client"),
        '"at" TEXT NOT NULL',
        _text("recipient", "purpose", "authority", "format"),
        _list("leaves"),
        _STAMP,
    ),
    _table(
        "contact_note",
        _refers("client_id", "client"),
        '"at" TEXT NOT NULL',
        _text("channel", "text", "quote"),
        _STAMP,
    ),
    _table(
        "supervision_note",
        _refers("client_id", "client"),
        '"on" TEXT NOT NULL',
        _text("who", "decision"),
        _STAMP,
    ),
    _table(
        "attachment",
        _refers("client_id", "client"),
        _refers("incident_id", "incident"),
        _text("kind", "name", "media_type", "note"),
        "size INTEGER NOT NULL DEFAULT 0",
        _STAMP,
        "content BLOB NOT NULL DEFAULT x''",
    ),
)

APPENDED: tuple[str, ...] = (
    _table(
        "contact_attempt",
        _refers("incident_id", "incident", must=True),
        '"at" TEXT NOT NULL',
        _text("channel", "result", "number", "note"),
        _maybe("call_back_at"),
        _maybe_flag("may_tell"),
        _refers("corrects_id", "contact_attempt"),
        _APPENDED,
    ),
    _table(
        "client_call",
        _refers("incident_id", "incident", must=True),
        '"at" TEXT NOT NULL',
        _text("by", "channel", "result"),
        _flag("sorry_for_miss", "sorry_for_trouble"),
        _maybe_flag("asked"),
        _maybe("answer"),
        _text("answer_detail"),
        _flag("moved_or_cancelled"),
        _text("note"),
        _refers("corrects_id", "client_call"),
        _APPENDED,
    ),
    _table(
        "attendance",
        _refers("appointment_id", "appointment", must=True),
        _maybe("outcome", "outcome_at"),
        _text("outcome_by", "note"),
        _refers("corrects_id", "attendance"),
        _APPENDED,
    ),
    _table(
        "sent_paper",
        _refers("paper_id", "paper", must=True),
        _text("frozen_format"),
        _maybe("sent_at"),
        _text("sent_how"),
        _refers("corrects_id", "sent_paper"),
        _APPENDED,
        "frozen BLOB NOT NULL DEFAULT x''",
    ),
    _table(
        "template_version",
        _refers("template_id", "template", must=True),
        "version INTEGER NOT NULL",
        _text("source"),
        _maybe("saved_at"),
        _text("saved_by"),
        _refers("corrects_id", "template_version"),
        _APPENDED,
    ),
)

# `setting` has its key for an id; its value is JSON, or NULL when undone.
OTHERS: tuple[str, ...] = (
    f"CREATE TABLE setting (id TEXT NOT NULL PRIMARY KEY, value TEXT, {_STAMP}) STRICT",
    """CREATE TABLE unsaved_form (
        form_key TEXT NOT NULL PRIMARY KEY, payload TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE acting (
        one INTEGER PRIMARY KEY CHECK (one = 1), act TEXT, who TEXT, device TEXT, "when" TEXT,
        erasing INTEGER NOT NULL DEFAULT 0 CHECK (erasing IN (0, 1)),
        indexing INTEGER NOT NULL DEFAULT 1 CHECK (indexing IN (0, 1))) STRICT""",
    "INSERT INTO acting (one) VALUES (1)",
    """CREATE TABLE change (
        seq INTEGER PRIMARY KEY, act TEXT NOT NULL, who TEXT NOT NULL, device TEXT NOT NULL,
        "when" TEXT NOT NULL, "table" TEXT NOT NULL, "row" TEXT NOT NULL, field TEXT NOT NULL,
        old ANY, new ANY) STRICT""",
    """CREATE TABLE searchable (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        archived INTEGER NOT NULL) STRICT""",
    """CREATE VIRTUAL TABLE search USING fts5(
        words, content='', contentless_delete=1, detail='none', tokenize='ascii', prefix='2 3 4')""",
)

INDEXES: tuple[str, ...] = (
    "CREATE INDEX client_by_case_number ON client (case_number)",
    "CREATE INDEX interviewer_by_organisation ON interviewer (organisation_id)",
    "CREATE INDEX consent_by_client ON consent (client_id, interviewer_id)",
    "CREATE INDEX consent_by_interviewer ON consent (interviewer_id)",
    "CREATE INDEX appointment_by_client ON appointment (client_id, starts)",
    "CREATE INDEX appointment_by_interviewer ON appointment (interviewer_id)",
    "CREATE INDEX appointment_by_start ON appointment (starts)",
    "CREATE INDEX appointment_by_reschedule ON appointment (reschedule_of) WHERE reschedule_of IS NOT NULL",
    "CREATE INDEX incident_by_appointment ON incident (appointment_id)",
    "CREATE INDEX paper_by_incident ON paper (incident_id)",
    "CREATE INDEX template_by_kind ON template (kind, language)",
    "CREATE INDEX follow_up_by_client ON follow_up (client_id)",
    "CREATE INDEX follow_up_by_incident ON follow_up (incident_id)",
    'CREATE INDEX follow_up_open ON follow_up ("on") WHERE done_at IS NULL AND archived_at IS NULL',
    "CREATE INDEX release_by_client ON release (client_id)",
    "CREATE INDEX contact_note_by_client ON contact_note (client_id)",
    "CREATE INDEX supervision_note_by_client ON supervision_note (client_id)",
    "CREATE INDEX attachment_by_client ON attachment (client_id)",
    "CREATE INDEX attachment_by_incident ON attachment (incident_id)",
    "CREATE INDEX contact_attempt_by_incident ON contact_attempt (incident_id, position)",
    "CREATE INDEX client_call_by_incident ON client_call (incident_id, position)",
    "CREATE INDEX attendance_by_appointment ON attendance (appointment_id, position)",
    "CREATE INDEX sent_paper_by_paper ON sent_paper (paper_id, position)",
    "CREATE INDEX template_version_by_template ON template_version (template_id, version)",
    "CREATE INDEX change_by_act ON change (act)",
    'CREATE INDEX change_by_row ON change ("row", "table")',
    "CREATE INDEX searchable_by_name ON searchable (kind, archived, name, record_id)",
)

APPEND_ONLY = ("contact_attempt", "client_call", "attendance", "sent_paper", "template_version")
LOGGED = (
    "caseworker", "client", "organisation", "interviewer", "consent", "appointment", "incident", "paper",
    "template", "follow_up", "release", "contact_note", "supervision_note", "attachment", "setting",
    *APPEND_ONLY,
)  # fmt: skip
