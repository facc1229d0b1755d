-- index appointment_by_client
CREATE INDEX appointment_by_client ON appointment (client_id, starts);
-- index appointment_by_interviewer
CREATE INDEX appointment_by_interviewer ON appointment (interviewer_id);
-- index appointment_by_reschedule
CREATE INDEX appointment_by_reschedule ON appointment (reschedule_of) WHERE reschedule_of IS NOT NULL;
-- index appointment_by_start
CREATE INDEX appointment_by_start ON appointment (starts, id, client_id, archived_at);
-- index attachment_by_client
CREATE INDEX attachment_by_client ON attachment (client_id);
-- index attachment_by_incident
CREATE INDEX attachment_by_incident ON attachment (incident_id);
-- index attendance_by_appointment
CREATE INDEX attendance_by_appointment ON attendance (appointment_id, position);
-- index change_by_act
CREATE INDEX change_by_act ON change (act);
-- index change_by_row
CREATE INDEX change_by_row ON change ("row", "table");
-- index client_by_case_number
CREATE INDEX client_by_case_number ON client (case_number);
-- index client_call_by_incident
CREATE INDEX client_call_by_incident ON client_call (incident_id, position);
-- index consent_by_client
CREATE INDEX consent_by_client ON consent (client_id, interviewer_id);
-- index consent_by_interviewer
CREATE INDEX consent_by_interviewer ON consent (interviewer_id);
-- index contact_attempt_by_incident
CREATE INDEX contact_attempt_by_incident ON contact_attempt (incident_id, position);
-- index contact_note_by_client
CREATE INDEX contact_note_by_client ON contact_note (client_id);
-- index follow_up_by_client
CREATE INDEX follow_up_by_client ON follow_up (client_id);
-- index follow_up_by_incident
CREATE INDEX follow_up_by_incident ON follow_up (incident_id);
-- index follow_up_open
CREATE INDEX follow_up_open ON follow_up ("on", id, client_id, done_at, archived_at) WHERE done_at IS NULL AND archived_at IS NULL;
-- index idx__sqlite_migrations_migration_set_name
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name" ON "_sqlite_migrations" ("migration_set", "name");
-- index incident_by_appointment
CREATE INDEX incident_by_appointment ON incident (appointment_id);
-- index interviewer_by_organisation
CREATE INDEX interviewer_by_organisation ON interviewer (organisation_id);
-- index paper_by_incident
CREATE INDEX paper_by_incident ON paper (incident_id);
-- index release_by_client
CREATE INDEX release_by_client ON release (client_id);
-- index searchable_by_name
CREATE INDEX searchable_by_name ON searchable (kind, archived, name, record_id);
-- index sent_paper_by_paper
CREATE INDEX sent_paper_by_paper ON sent_paper (paper_id, position);
-- index supervision_note_by_client
CREATE INDEX supervision_note_by_client ON supervision_note (client_id);
-- index template_by_kind
CREATE INDEX template_by_kind ON template (kind, language);
-- index template_version_by_template
CREATE INDEX template_version_by_template ON template_version (template_id, version);
-- table _sqlite_migrations
CREATE TABLE "_sqlite_migrations" ( "id" INTEGER PRIMARY KEY, "migration_set" TEXT, "name" TEXT, "applied_at" TEXT );
-- table acting
CREATE TABLE acting ( one INTEGER PRIMARY KEY CHECK (one = 1), act TEXT, who TEXT, device TEXT, "when" TEXT, erasing INTEGER NOT NULL DEFAULT 0 CHECK (erasing IN (0, 1)), indexing INTEGER NOT NULL DEFAULT 1 CHECK (indexing IN (0, 1))) STRICT;
-- table appointment
CREATE TABLE "appointment" (id TEXT NOT NULL PRIMARY KEY, "client_id" TEXT REFERENCES "client"(id), "interviewer_id" TEXT REFERENCES "interviewer"(id), "kind" TEXT NOT NULL DEFAULT '', "role" TEXT NOT NULL DEFAULT '', "starts" TEXT, "zone" TEXT NOT NULL DEFAULT '', "place" TEXT NOT NULL DEFAULT '', "reschedule_of" TEXT REFERENCES "appointment"(id), created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table attachment
CREATE TABLE "attachment" (id TEXT NOT NULL PRIMARY KEY, "client_id" TEXT REFERENCES "client"(id), "incident_id" TEXT REFERENCES "incident"(id), "kind" TEXT NOT NULL DEFAULT '', "name" TEXT NOT NULL DEFAULT '', "media_type" TEXT NOT NULL DEFAULT '', "note" TEXT NOT NULL DEFAULT '', size INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT , content BLOB NOT NULL DEFAULT x'') STRICT;
-- table attendance
CREATE TABLE "attendance" (id TEXT NOT NULL PRIMARY KEY, "appointment_id" TEXT NOT NULL REFERENCES "appointment"(id), "outcome" TEXT, "outcome_at" TEXT, "outcome_by" TEXT NOT NULL DEFAULT '', "note" TEXT NOT NULL DEFAULT '', "corrects_id" TEXT REFERENCES "attendance"(id), position INTEGER NOT NULL, withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)), created_at TEXT NOT NULL, created_by TEXT NOT NULL ) STRICT;
-- table caseworker
CREATE TABLE "caseworker" (id TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '', "title" TEXT NOT NULL DEFAULT '', "office_name" TEXT NOT NULL DEFAULT '', "office_address" TEXT NOT NULL DEFAULT '', "phone" TEXT NOT NULL DEFAULT '', "email" TEXT NOT NULL DEFAULT '', "working_hours" TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table change
CREATE TABLE change ( seq INTEGER PRIMARY KEY, act TEXT NOT NULL, who TEXT NOT NULL, device TEXT NOT NULL, "when" TEXT NOT NULL, "table" TEXT NOT NULL, "row" TEXT NOT NULL, field TEXT NOT NULL, old ANY, new ANY) STRICT;
-- table client
CREATE TABLE "client" (id TEXT NOT NULL PRIMARY KEY, "case_number" TEXT NOT NULL DEFAULT '', "first_name" TEXT NOT NULL DEFAULT '', "last_name" TEXT NOT NULL DEFAULT '', "preferred_name" TEXT NOT NULL DEFAULT '', "pronouns" TEXT NOT NULL DEFAULT '', "spoken_language" TEXT NOT NULL DEFAULT '', "paper_language" TEXT NOT NULL DEFAULT '', "phones" TEXT NOT NULL DEFAULT '[]', "voicemail" TEXT, "email" TEXT NOT NULL DEFAULT '', "postal_address" TEXT NOT NULL DEFAULT '', "address_safe_to_print" INTEGER NOT NULL DEFAULT 0 CHECK ("address_safe_to_print" IN (0, 1)), "no_fixed_address" INTEGER NOT NULL DEFAULT 0 CHECK ("no_fixed_address" IN (0, 1)), "reminder_preference" TEXT NOT NULL DEFAULT '', "tags" TEXT NOT NULL DEFAULT '[]', "with_us_since" TEXT, "notes" TEXT NOT NULL DEFAULT '', "private_notes" TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table client_call
CREATE TABLE "client_call" (id TEXT NOT NULL PRIMARY KEY, "incident_id" TEXT NOT NULL REFERENCES "incident"(id), "at" TEXT NOT NULL, "by" TEXT NOT NULL DEFAULT '', "channel" TEXT NOT NULL DEFAULT '', "result" TEXT NOT NULL DEFAULT '', "sorry_for_miss" INTEGER NOT NULL DEFAULT 0 CHECK ("sorry_for_miss" IN (0, 1)), "sorry_for_trouble" INTEGER NOT NULL DEFAULT 0 CHECK ("sorry_for_trouble" IN (0, 1)), "asked" INTEGER CHECK ("asked" IN (0, 1)), "answer" TEXT, "answer_detail" TEXT NOT NULL DEFAULT '', "moved_or_cancelled" INTEGER NOT NULL DEFAULT 0 CHECK ("moved_or_cancelled" IN (0, 1)), "note" TEXT NOT NULL DEFAULT '', "corrects_id" TEXT REFERENCES "client_call"(id), position INTEGER NOT NULL, withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)), created_at TEXT NOT NULL, created_by TEXT NOT NULL ) STRICT;
-- table consent
CREATE TABLE "consent" (id TEXT NOT NULL PRIMARY KEY, "client_id" TEXT REFERENCES "client"(id), "interviewer_id" TEXT REFERENCES "interviewer"(id), "level" TEXT NOT NULL DEFAULT '', "topics" TEXT NOT NULL DEFAULT '[]', "decided_on" TEXT, "until" TEXT, "revoked_on" TEXT, "how" TEXT NOT NULL DEFAULT '', "note" TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table contact_attempt
CREATE TABLE "contact_attempt" (id TEXT NOT NULL PRIMARY KEY, "incident_id" TEXT NOT NULL REFERENCES "incident"(id), "at" TEXT NOT NULL, "channel" TEXT NOT NULL DEFAULT '', "result" TEXT NOT NULL DEFAULT '', "number" TEXT NOT NULL DEFAULT '', "note" TEXT NOT NULL DEFAULT '', "call_back_at" TEXT, "may_tell" INTEGER CHECK ("may_tell" IN (0, 1)), "corrects_id" TEXT REFERENCES "contact_attempt"(id), position INTEGER NOT NULL, withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)), created_at TEXT NOT NULL, created_by TEXT NOT NULL ) STRICT;
-- table contact_note
CREATE TABLE "contact_note" (id TEXT NOT NULL PRIMARY KEY, "client_id" TEXT REFERENCES "client"(id), "at" TEXT NOT NULL, "channel" TEXT NOT NULL DEFAULT '', "text" TEXT NOT NULL DEFAULT '', "quote" TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table follow_up
CREATE TABLE "follow_up" (id TEXT NOT NULL PRIMARY KEY, "client_id" TEXT REFERENCES "client"(id), "incident_id" TEXT REFERENCES "incident"(id), "on" TEXT NOT NULL, "what" TEXT NOT NULL DEFAULT '', "done_at" TEXT, created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table incident
CREATE TABLE "incident" (id TEXT NOT NULL PRIMARY KEY, "appointment_id" TEXT REFERENCES "appointment"(id), "imminent" INTEGER NOT NULL DEFAULT 0 CHECK ("imminent" IN (0, 1)), "reported_by" TEXT NOT NULL DEFAULT '', "reported_at" TEXT, "safety" TEXT, "going" INTEGER CHECK ("going" IN (0, 1)), "courtesy" TEXT, "story" TEXT, "outside" TEXT NOT NULL DEFAULT '[]', "inside" TEXT NOT NULL DEFAULT '[]', "inside_notes" TEXT NOT NULL DEFAULT '', "insight" TEXT, "wants_it" TEXT, "why_it_matters" TEXT NOT NULL DEFAULT '', "importance" TEXT, "confidence" TEXT, "obstacles" TEXT NOT NULL DEFAULT '[]', "decision" TEXT, "true_sentence" TEXT NOT NULL DEFAULT '', "true_sentence_confirmed_at" TEXT, "days_i_can_keep" TEXT NOT NULL DEFAULT '[]', "own_words" TEXT NOT NULL DEFAULT '', "rehearsals" TEXT NOT NULL DEFAULT '[]', "debrief" TEXT, "plan" TEXT, "different_this_time" TEXT NOT NULL DEFAULT '', "skips" TEXT NOT NULL DEFAULT '[]', "due_moves" TEXT NOT NULL DEFAULT '[]', "corrections" TEXT NOT NULL DEFAULT '[]', created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table interviewer
CREATE TABLE "interviewer" (id TEXT NOT NULL PRIMARY KEY, "organisation_id" TEXT REFERENCES "organisation"(id), "first_name" TEXT NOT NULL DEFAULT '', "last_name" TEXT NOT NULL DEFAULT '', "courtesy_title" TEXT NOT NULL DEFAULT '', "job_title" TEXT NOT NULL DEFAULT '', "phones" TEXT NOT NULL DEFAULT '[]', "best_hours" TEXT NOT NULL DEFAULT '', "email" TEXT NOT NULL DEFAULT '', "postal_address" TEXT NOT NULL DEFAULT '', "language" TEXT NOT NULL DEFAULT '', "second_chance_policy" TEXT NOT NULL DEFAULT '', "notes" TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table organisation
CREATE TABLE "organisation" (id TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '', "postal_address" TEXT NOT NULL DEFAULT '', "phone" TEXT NOT NULL DEFAULT '', "notes" TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table paper
CREATE TABLE "paper" (id TEXT NOT NULL PRIMARY KEY, "incident_id" TEXT REFERENCES "incident"(id), "kind" TEXT NOT NULL DEFAULT '', "language" TEXT NOT NULL DEFAULT '', "channel" TEXT NOT NULL DEFAULT '', "channel_reason" TEXT NOT NULL DEFAULT '', "template_version_id" TEXT, inputs TEXT NOT NULL DEFAULT '{}', "blocks_json" TEXT NOT NULL DEFAULT '', "true_by_client_at" TEXT, "nothing_untrue_at" TEXT, "findings_kept" TEXT NOT NULL DEFAULT '[]', created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table release
CREATE TABLE "release" (id TEXT NOT NULL PRIMARY KEY, "client_id" TEXT REFERENCES "client"(id), "at" TEXT NOT NULL, "recipient" TEXT NOT NULL DEFAULT '', "purpose" TEXT NOT NULL DEFAULT '', "authority" TEXT NOT NULL DEFAULT '', "format" TEXT NOT NULL DEFAULT '', "leaves" TEXT NOT NULL DEFAULT '[]', created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table search
CREATE VIRTUAL TABLE search USING fts5( words, content='', contentless_delete=1, detail='none', tokenize='ascii', prefix='2 3 4');
-- table searchable
CREATE TABLE searchable ( id INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, archived INTEGER NOT NULL) STRICT;
-- table sent_paper
CREATE TABLE "sent_paper" (id TEXT NOT NULL PRIMARY KEY, "paper_id" TEXT NOT NULL REFERENCES "paper"(id), "frozen_format" TEXT NOT NULL DEFAULT '', "sent_at" TEXT, "sent_how" TEXT NOT NULL DEFAULT '', "corrects_id" TEXT REFERENCES "sent_paper"(id), position INTEGER NOT NULL, withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)), created_at TEXT NOT NULL, created_by TEXT NOT NULL , frozen BLOB NOT NULL DEFAULT x'') STRICT;
-- table setting
CREATE TABLE setting (id TEXT NOT NULL PRIMARY KEY, value TEXT, created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table supervision_note
CREATE TABLE "supervision_note" (id TEXT NOT NULL PRIMARY KEY, "client_id" TEXT REFERENCES "client"(id), "on" TEXT NOT NULL, "who" TEXT NOT NULL DEFAULT '', "decision" TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table template
CREATE TABLE "template" (id TEXT NOT NULL PRIMARY KEY, "kind" TEXT NOT NULL DEFAULT '', "language" TEXT NOT NULL DEFAULT '', "channel" TEXT NOT NULL DEFAULT '', "variant" TEXT NOT NULL DEFAULT '', "name" TEXT NOT NULL DEFAULT '', "shipped" INTEGER NOT NULL DEFAULT 0 CHECK ("shipped" IN (0, 1)), "version_id" TEXT, created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, archived_at TEXT, archived_by TEXT ) STRICT;
-- table template_version
CREATE TABLE "template_version" (id TEXT NOT NULL PRIMARY KEY, "template_id" TEXT NOT NULL REFERENCES "template"(id), version INTEGER NOT NULL, "source" TEXT NOT NULL DEFAULT '', "saved_at" TEXT, "saved_by" TEXT NOT NULL DEFAULT '', "corrects_id" TEXT REFERENCES "template_version"(id), position INTEGER NOT NULL, withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)), created_at TEXT NOT NULL, created_by TEXT NOT NULL ) STRICT;
-- table unsaved_form
CREATE TABLE unsaved_form ( form_key TEXT NOT NULL PRIMARY KEY, payload TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT;
-- trigger appointment_changed
CREATE TRIGGER "appointment_changed" AFTER UPDATE ON "appointment" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'appointment', new.id, f.field, f.old, f.new FROM acting, (SELECT 'client_id' AS field, old."client_id" AS old, new."client_id" AS new UNION ALL SELECT 'interviewer_id' AS field, old."interviewer_id" AS old, new."interviewer_id" AS new UNION ALL SELECT 'kind' AS field, old."kind" AS old, new."kind" AS new UNION ALL SELECT 'role' AS field, old."role" AS old, new."role" AS new UNION ALL SELECT 'starts' AS field, old."starts" AS old, new."starts" AS new UNION ALL SELECT 'zone' AS field, old."zone" AS old, new."zone" AS new UNION ALL SELECT 'place' AS field, old."place" AS old, new."place" AS new UNION ALL SELECT 'reschedule_of' AS field, old."reschedule_of" AS old, new."reschedule_of" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger appointment_keeps_delete
CREATE TRIGGER "appointment_keeps_delete" BEFORE DELETE ON "appointment" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'appointment: a record is archived, not deleted'); END;
-- trigger appointment_made
CREATE TRIGGER "appointment_made" AFTER INSERT ON "appointment" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'appointment', new.id, '' FROM acting; END;
-- trigger attachment_changed
CREATE TRIGGER "attachment_changed" AFTER UPDATE ON "attachment" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'attachment', new.id, f.field, f.old, f.new FROM acting, (SELECT 'client_id' AS field, old."client_id" AS old, new."client_id" AS new UNION ALL SELECT 'incident_id' AS field, old."incident_id" AS old, new."incident_id" AS new UNION ALL SELECT 'kind' AS field, old."kind" AS old, new."kind" AS new UNION ALL SELECT 'name' AS field, old."name" AS old, new."name" AS new UNION ALL SELECT 'media_type' AS field, old."media_type" AS old, new."media_type" AS new UNION ALL SELECT 'note' AS field, old."note" AS old, new."note" AS new UNION ALL SELECT 'size' AS field, old."size" AS old, new."size" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger attachment_keeps_delete
CREATE TRIGGER "attachment_keeps_delete" BEFORE DELETE ON "attachment" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'attachment: a record is archived, not deleted'); END;
-- trigger attachment_made
CREATE TRIGGER "attachment_made" AFTER INSERT ON "attachment" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'attachment', new.id, '' FROM acting; END;
-- trigger attendance_keeps_delete
CREATE TRIGGER "attendance_keeps_delete" BEFORE DELETE ON "attendance" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'attendance: a record is archived, not deleted'); END;
-- trigger attendance_keeps_update
CREATE TRIGGER "attendance_keeps_update" BEFORE UPDATE ON "attendance" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'attendance: a correction is a new row'); END;
-- trigger attendance_made
CREATE TRIGGER "attendance_made" AFTER INSERT ON "attendance" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'attendance', new.id, '' FROM acting; END;
-- trigger caseworker_changed
CREATE TRIGGER "caseworker_changed" AFTER UPDATE ON "caseworker" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'caseworker', new.id, f.field, f.old, f.new FROM acting, (SELECT 'name' AS field, old."name" AS old, new."name" AS new UNION ALL SELECT 'title' AS field, old."title" AS old, new."title" AS new UNION ALL SELECT 'office_name' AS field, old."office_name" AS old, new."office_name" AS new UNION ALL SELECT 'office_address' AS field, old."office_address" AS old, new."office_address" AS new UNION ALL SELECT 'phone' AS field, old."phone" AS old, new."phone" AS new UNION ALL SELECT 'email' AS field, old."email" AS old, new."email" AS new UNION ALL SELECT 'working_hours' AS field, old."working_hours" AS old, new."working_hours" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger caseworker_keeps_delete
CREATE TRIGGER "caseworker_keeps_delete" BEFORE DELETE ON "caseworker" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'caseworker: a record is archived, not deleted'); END;
-- trigger caseworker_made
CREATE TRIGGER "caseworker_made" AFTER INSERT ON "caseworker" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'caseworker', new.id, '' FROM acting; END;
-- trigger change_keeps_delete
CREATE TRIGGER "change_keeps_delete" BEFORE DELETE ON "change" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'change: history stays'); END;
-- trigger change_keeps_update
CREATE TRIGGER "change_keeps_update" BEFORE UPDATE ON "change" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'change: history stays'); END;
-- trigger client_call_keeps_delete
CREATE TRIGGER "client_call_keeps_delete" BEFORE DELETE ON "client_call" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'client_call: a record is archived, not deleted'); END;
-- trigger client_call_keeps_update
CREATE TRIGGER "client_call_keeps_update" BEFORE UPDATE ON "client_call" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'client_call: a correction is a new row'); END;
-- trigger client_call_made
CREATE TRIGGER "client_call_made" AFTER INSERT ON "client_call" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'client_call', new.id, '' FROM acting; END;
-- trigger client_changed
CREATE TRIGGER "client_changed" AFTER UPDATE ON "client" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'client', new.id, f.field, f.old, f.new FROM acting, (SELECT 'case_number' AS field, old."case_number" AS old, new."case_number" AS new UNION ALL SELECT 'first_name' AS field, old."first_name" AS old, new."first_name" AS new UNION ALL SELECT 'last_name' AS field, old."last_name" AS old, new."last_name" AS new UNION ALL SELECT 'preferred_name' AS field, old."preferred_name" AS old, new."preferred_name" AS new UNION ALL SELECT 'pronouns' AS field, old."pronouns" AS old, new."pronouns" AS new UNION ALL SELECT 'spoken_language' AS field, old."spoken_language" AS old, new."spoken_language" AS new UNION ALL SELECT 'paper_language' AS field, old."paper_language" AS old, new."paper_language" AS new UNION ALL SELECT 'phones' AS field, old."phones" AS old, new."phones" AS new UNION ALL SELECT 'voicemail' AS field, old."voicemail" AS old, new."voicemail" AS new UNION ALL SELECT 'email' AS field, old."email" AS old, new."email" AS new UNION ALL SELECT 'postal_address' AS field, old."postal_address" AS old, new."postal_address" AS new UNION ALL SELECT 'address_safe_to_print' AS field, old."address_safe_to_print" AS old, new."address_safe_to_print" AS new UNION ALL SELECT 'no_fixed_address' AS field, old."no_fixed_address" AS old, new."no_fixed_address" AS new UNION ALL SELECT 'reminder_preference' AS field, old."reminder_preference" AS old, new."reminder_preference" AS new UNION ALL SELECT 'tags' AS field, old."tags" AS old, new."tags" AS new UNION ALL SELECT 'with_us_since' AS field, old."with_us_since" AS old, new."with_us_since" AS new UNION ALL SELECT 'notes' AS field, old."notes" AS old, new."notes" AS new UNION ALL SELECT 'private_notes' AS field, old."private_notes" AS old, new."private_notes" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger client_found
CREATE TRIGGER "client_found" AFTER INSERT ON "client" BEGIN INSERT INTO searchable (kind, record_id, name, archived) VALUES ('client', new.id, name_order(new.last_name, new.first_name), new.archived_at IS NOT NULL); INSERT INTO search (rowid, words) SELECT (SELECT id FROM searchable WHERE record_id = new.id), index_words('c', json_array(new.last_name, new.first_name, new.preferred_name, new.case_number, new.email, json(new.tags)), new.phones) WHERE (SELECT indexing FROM acting) = 1; END;
-- trigger client_found_again
CREATE TRIGGER "client_found_again" AFTER UPDATE OF last_name, first_name, preferred_name, case_number, email, phones, archived_at, tags ON "client" BEGIN UPDATE searchable SET name = name_order(new.last_name, new.first_name), archived = new.archived_at IS NOT NULL WHERE record_id = new.id; UPDATE search SET words = index_words('c', json_array(new.last_name, new.first_name, new.preferred_name, new.case_number, new.email, json(new.tags)), new.phones) WHERE rowid = (SELECT id FROM searchable WHERE record_id = new.id); END;
-- trigger client_keeps_delete
CREATE TRIGGER "client_keeps_delete" BEFORE DELETE ON "client" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'client: a record is archived, not deleted'); END;
-- trigger client_lost
CREATE TRIGGER "client_lost" AFTER DELETE ON "client" BEGIN DELETE FROM search WHERE rowid = (SELECT id FROM searchable WHERE record_id = old.id); DELETE FROM searchable WHERE record_id = old.id; END;
-- trigger client_made
CREATE TRIGGER "client_made" AFTER INSERT ON "client" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'client', new.id, '' FROM acting; END;
-- trigger consent_changed
CREATE TRIGGER "consent_changed" AFTER UPDATE ON "consent" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'consent', new.id, f.field, f.old, f.new FROM acting, (SELECT 'client_id' AS field, old."client_id" AS old, new."client_id" AS new UNION ALL SELECT 'interviewer_id' AS field, old."interviewer_id" AS old, new."interviewer_id" AS new UNION ALL SELECT 'level' AS field, old."level" AS old, new."level" AS new UNION ALL SELECT 'topics' AS field, old."topics" AS old, new."topics" AS new UNION ALL SELECT 'decided_on' AS field, old."decided_on" AS old, new."decided_on" AS new UNION ALL SELECT 'until' AS field, old."until" AS old, new."until" AS new UNION ALL SELECT 'revoked_on' AS field, old."revoked_on" AS old, new."revoked_on" AS new UNION ALL SELECT 'how' AS field, old."how" AS old, new."how" AS new UNION ALL SELECT 'note' AS field, old."note" AS old, new."note" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger consent_keeps_delete
CREATE TRIGGER "consent_keeps_delete" BEFORE DELETE ON "consent" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'consent: a record is archived, not deleted'); END;
-- trigger consent_made
CREATE TRIGGER "consent_made" AFTER INSERT ON "consent" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'consent', new.id, '' FROM acting; END;
-- trigger contact_attempt_keeps_delete
CREATE TRIGGER "contact_attempt_keeps_delete" BEFORE DELETE ON "contact_attempt" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'contact_attempt: a record is archived, not deleted'); END;
-- trigger contact_attempt_keeps_update
CREATE TRIGGER "contact_attempt_keeps_update" BEFORE UPDATE ON "contact_attempt" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'contact_attempt: a correction is a new row'); END;
-- trigger contact_attempt_made
CREATE TRIGGER "contact_attempt_made" AFTER INSERT ON "contact_attempt" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'contact_attempt', new.id, '' FROM acting; END;
-- trigger contact_note_changed
CREATE TRIGGER "contact_note_changed" AFTER UPDATE ON "contact_note" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'contact_note', new.id, f.field, f.old, f.new FROM acting, (SELECT 'client_id' AS field, old."client_id" AS old, new."client_id" AS new UNION ALL SELECT 'at' AS field, old."at" AS old, new."at" AS new UNION ALL SELECT 'channel' AS field, old."channel" AS old, new."channel" AS new UNION ALL SELECT 'text' AS field, old."text" AS old, new."text" AS new UNION ALL SELECT 'quote' AS field, old."quote" AS old, new."quote" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger contact_note_keeps_delete
CREATE TRIGGER "contact_note_keeps_delete" BEFORE DELETE ON "contact_note" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'contact_note: a record is archived, not deleted'); END;
-- trigger contact_note_made
CREATE TRIGGER "contact_note_made" AFTER INSERT ON "contact_note" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'contact_note', new.id, '' FROM acting; END;
-- trigger follow_up_changed
CREATE TRIGGER "follow_up_changed" AFTER UPDATE ON "follow_up" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'follow_up', new.id, f.field, f.old, f.new FROM acting, (SELECT 'client_id' AS field, old."client_id" AS old, new."client_id" AS new UNION ALL SELECT 'incident_id' AS field, old."incident_id" AS old, new."incident_id" AS new UNION ALL SELECT 'on' AS field, old."on" AS old, new."on" AS new UNION ALL SELECT 'what' AS field, old."what" AS old, new."what" AS new UNION ALL SELECT 'done_at' AS field, old."done_at" AS old, new."done_at" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger follow_up_keeps_delete
CREATE TRIGGER "follow_up_keeps_delete" BEFORE DELETE ON "follow_up" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'follow_up: a record is archived, not deleted'); END;
-- trigger follow_up_made
CREATE TRIGGER "follow_up_made" AFTER INSERT ON "follow_up" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'follow_up', new.id, '' FROM acting; END;
-- trigger incident_changed
CREATE TRIGGER "incident_changed" AFTER UPDATE ON "incident" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'incident', new.id, f.field, f.old, f.new FROM acting, (SELECT 'appointment_id' AS field, old."appointment_id" AS old, new."appointment_id" AS new UNION ALL SELECT 'imminent' AS field, old."imminent" AS old, new."imminent" AS new UNION ALL SELECT 'reported_by' AS field, old."reported_by" AS old, new."reported_by" AS new UNION ALL SELECT 'reported_at' AS field, old."reported_at" AS old, new."reported_at" AS new UNION ALL SELECT 'safety' AS field, old."safety" AS old, new."safety" AS new UNION ALL SELECT 'going' AS field, old."going" AS old, new."going" AS new UNION ALL SELECT 'courtesy' AS field, old."courtesy" AS old, new."courtesy" AS new UNION ALL SELECT 'story' AS field, old."story" AS old, new."story" AS new UNION ALL SELECT 'outside' AS field, old."outside" AS old, new."outside" AS new UNION ALL SELECT 'inside' AS field, old."inside" AS old, new."inside" AS new UNION ALL SELECT 'inside_notes' AS field, old."inside_notes" AS old, new."inside_notes" AS new UNION ALL SELECT 'insight' AS field, old."insight" AS old, new."insight" AS new UNION ALL SELECT 'wants_it' AS field, old."wants_it" AS old, new."wants_it" AS new UNION ALL SELECT 'why_it_matters' AS field, old."why_it_matters" AS old, new."why_it_matters" AS new UNION ALL SELECT 'importance' AS field, old."importance" AS old, new."importance" AS new UNION ALL SELECT 'confidence' AS field, old."confidence" AS old, new."confidence" AS new UNION ALL SELECT 'obstacles' AS field, old."obstacles" AS old, new."obstacles" AS new UNION ALL SELECT 'decision' AS field, old."decision" AS old, new."decision" AS new UNION ALL SELECT 'true_sentence' AS field, old."true_sentence" AS old, new."true_sentence" AS new UNION ALL SELECT 'true_sentence_confirmed_at' AS field, old."true_sentence_confirmed_at" AS old, new."true_sentence_confirmed_at" AS new UNION ALL SELECT 'days_i_can_keep' AS field, old."days_i_can_keep" AS old, new."days_i_can_keep" AS new UNION ALL SELECT 'own_words' AS field, old."own_words" AS old, new."own_words" AS new UNION ALL SELECT 'rehearsals' AS field, old."rehearsals" AS old, new."rehearsals" AS new UNION ALL SELECT 'debrief' AS field, old."debrief" AS old, new."debrief" AS new UNION ALL SELECT 'plan' AS field, old."plan" AS old, new."plan" AS new UNION ALL SELECT 'different_this_time' AS field, old."different_this_time" AS old, new."different_this_time" AS new UNION ALL SELECT 'skips' AS field, old."skips" AS old, new."skips" AS new UNION ALL SELECT 'due_moves' AS field, old."due_moves" AS old, new."due_moves" AS new UNION ALL SELECT 'corrections' AS field, old."corrections" AS old, new."corrections" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger incident_keeps_delete
CREATE TRIGGER "incident_keeps_delete" BEFORE DELETE ON "incident" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'incident: a record is archived, not deleted'); END;
-- trigger incident_made
CREATE TRIGGER "incident_made" AFTER INSERT ON "incident" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'incident', new.id, '' FROM acting; END;
-- trigger interviewer_changed
CREATE TRIGGER "interviewer_changed" AFTER UPDATE ON "interviewer" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'interviewer', new.id, f.field, f.old, f.new FROM acting, (SELECT 'organisation_id' AS field, old."organisation_id" AS old, new."organisation_id" AS new UNION ALL SELECT 'first_name' AS field, old."first_name" AS old, new."first_name" AS new UNION ALL SELECT 'last_name' AS field, old."last_name" AS old, new."last_name" AS new UNION ALL SELECT 'courtesy_title' AS field, old."courtesy_title" AS old, new."courtesy_title" AS new UNION ALL SELECT 'job_title' AS field, old."job_title" AS old, new."job_title" AS new UNION ALL SELECT 'phones' AS field, old."phones" AS old, new."phones" AS new UNION ALL SELECT 'best_hours' AS field, old."best_hours" AS old, new."best_hours" AS new UNION ALL SELECT 'email' AS field, old."email" AS old, new."email" AS new UNION ALL SELECT 'postal_address' AS field, old."postal_address" AS old, new."postal_address" AS new UNION ALL SELECT 'language' AS field, old."language" AS old, new."language" AS new UNION ALL SELECT 'second_chance_policy' AS field, old."second_chance_policy" AS old, new."second_chance_policy" AS new UNION ALL SELECT 'notes' AS field, old."notes" AS old, new."notes" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger interviewer_found
CREATE TRIGGER "interviewer_found" AFTER INSERT ON "interviewer" BEGIN INSERT INTO searchable (kind, record_id, name, archived) VALUES ('interviewer', new.id, name_order(new.last_name, new.first_name), new.archived_at IS NOT NULL); INSERT INTO search (rowid, words) SELECT (SELECT id FROM searchable WHERE record_id = new.id), index_words('i', json_array(new.last_name, new.first_name, new.job_title, new.email, json('[]')), new.phones) WHERE (SELECT indexing FROM acting) = 1; END;
-- trigger interviewer_found_again
CREATE TRIGGER "interviewer_found_again" AFTER UPDATE OF last_name, first_name, job_title, email, phones, archived_at ON "interviewer" BEGIN UPDATE searchable SET name = name_order(new.last_name, new.first_name), archived = new.archived_at IS NOT NULL WHERE record_id = new.id; UPDATE search SET words = index_words('i', json_array(new.last_name, new.first_name, new.job_title, new.email, json('[]')), new.phones) WHERE rowid = (SELECT id FROM searchable WHERE record_id = new.id); END;
-- trigger interviewer_keeps_delete
CREATE TRIGGER "interviewer_keeps_delete" BEFORE DELETE ON "interviewer" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'interviewer: a record is archived, not deleted'); END;
-- trigger interviewer_lost
CREATE TRIGGER "interviewer_lost" AFTER DELETE ON "interviewer" BEGIN DELETE FROM search WHERE rowid = (SELECT id FROM searchable WHERE record_id = old.id); DELETE FROM searchable WHERE record_id = old.id; END;
-- trigger interviewer_made
CREATE TRIGGER "interviewer_made" AFTER INSERT ON "interviewer" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'interviewer', new.id, '' FROM acting; END;
-- trigger organisation_changed
CREATE TRIGGER "organisation_changed" AFTER UPDATE ON "organisation" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'organisation', new.id, f.field, f.old, f.new FROM acting, (SELECT 'name' AS field, old."name" AS old, new."name" AS new UNION ALL SELECT 'postal_address' AS field, old."postal_address" AS old, new."postal_address" AS new UNION ALL SELECT 'phone' AS field, old."phone" AS old, new."phone" AS new UNION ALL SELECT 'notes' AS field, old."notes" AS old, new."notes" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger organisation_found
CREATE TRIGGER "organisation_found" AFTER INSERT ON "organisation" BEGIN INSERT INTO searchable (kind, record_id, name, archived) VALUES ('organisation', new.id, name_order(new.name, ''), new.archived_at IS NOT NULL); INSERT INTO search (rowid, words) SELECT (SELECT id FROM searchable WHERE record_id = new.id), index_words('o', json_array(new.name, json('[]')), json_array(new.phone)) WHERE (SELECT indexing FROM acting) = 1; END;
-- trigger organisation_found_again
CREATE TRIGGER "organisation_found_again" AFTER UPDATE OF name, phone, archived_at ON "organisation" BEGIN UPDATE searchable SET name = name_order(new.name, ''), archived = new.archived_at IS NOT NULL WHERE record_id = new.id; UPDATE search SET words = index_words('o', json_array(new.name, json('[]')), json_array(new.phone)) WHERE rowid = (SELECT id FROM searchable WHERE record_id = new.id); END;
-- trigger organisation_keeps_delete
CREATE TRIGGER "organisation_keeps_delete" BEFORE DELETE ON "organisation" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'organisation: a record is archived, not deleted'); END;
-- trigger organisation_lost
CREATE TRIGGER "organisation_lost" AFTER DELETE ON "organisation" BEGIN DELETE FROM search WHERE rowid = (SELECT id FROM searchable WHERE record_id = old.id); DELETE FROM searchable WHERE record_id = old.id; END;
-- trigger organisation_made
CREATE TRIGGER "organisation_made" AFTER INSERT ON "organisation" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'organisation', new.id, '' FROM acting; END;
-- trigger paper_changed
CREATE TRIGGER "paper_changed" AFTER UPDATE ON "paper" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'paper', new.id, f.field, f.old, f.new FROM acting, (SELECT 'incident_id' AS field, old."incident_id" AS old, new."incident_id" AS new UNION ALL SELECT 'kind' AS field, old."kind" AS old, new."kind" AS new UNION ALL SELECT 'language' AS field, old."language" AS old, new."language" AS new UNION ALL SELECT 'channel' AS field, old."channel" AS old, new."channel" AS new UNION ALL SELECT 'channel_reason' AS field, old."channel_reason" AS old, new."channel_reason" AS new UNION ALL SELECT 'template_version_id' AS field, old."template_version_id" AS old, new."template_version_id" AS new UNION ALL SELECT 'inputs' AS field, old."inputs" AS old, new."inputs" AS new UNION ALL SELECT 'blocks_json' AS field, old."blocks_json" AS old, new."blocks_json" AS new UNION ALL SELECT 'true_by_client_at' AS field, old."true_by_client_at" AS old, new."true_by_client_at" AS new UNION ALL SELECT 'nothing_untrue_at' AS field, old."nothing_untrue_at" AS old, new."nothing_untrue_at" AS new UNION ALL SELECT 'findings_kept' AS field, old."findings_kept" AS old, new."findings_kept" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger paper_keeps_delete
CREATE TRIGGER "paper_keeps_delete" BEFORE DELETE ON "paper" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'paper: a record is archived, not deleted'); END;
-- trigger paper_made
CREATE TRIGGER "paper_made" AFTER INSERT ON "paper" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'paper', new.id, '' FROM acting; END;
-- trigger release_changed
CREATE TRIGGER "release_changed" AFTER UPDATE ON "release" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'release', new.id, f.field, f.old, f.new FROM acting, (SELECT 'client_id' AS field, old."client_id" AS old, new."client_id" AS new UNION ALL SELECT 'at' AS field, old."at" AS old, new."at" AS new UNION ALL SELECT 'recipient' AS field, old."recipient" AS old, new."recipient" AS new UNION ALL SELECT 'purpose' AS field, old."purpose" AS old, new."purpose" AS new UNION ALL SELECT 'authority' AS field, old."authority" AS old, new."authority" AS new UNION ALL SELECT 'format' AS field, old."format" AS old, new."format" AS new UNION ALL SELECT 'leaves' AS field, old."leaves" AS old, new."leaves" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger release_keeps_delete
CREATE TRIGGER "release_keeps_delete" BEFORE DELETE ON "release" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'release: a record is archived, not deleted'); END;
-- trigger release_made
CREATE TRIGGER "release_made" AFTER INSERT ON "release" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'release', new.id, '' FROM acting; END;
-- trigger sent_paper_keeps_delete
CREATE TRIGGER "sent_paper_keeps_delete" BEFORE DELETE ON "sent_paper" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'sent_paper: a record is archived, not deleted'); END;
-- trigger sent_paper_keeps_update
CREATE TRIGGER "sent_paper_keeps_update" BEFORE UPDATE ON "sent_paper" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'sent_paper: a correction is a new row'); END;
-- trigger sent_paper_made
CREATE TRIGGER "sent_paper_made" AFTER INSERT ON "sent_paper" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'sent_paper', new.id, '' FROM acting; END;
-- trigger setting_changed
CREATE TRIGGER "setting_changed" AFTER UPDATE ON "setting" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'setting', new.id, f.field, f.old, f.new FROM acting, (SELECT 'value' AS field, old."value" AS old, new."value" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger setting_keeps_delete
CREATE TRIGGER "setting_keeps_delete" BEFORE DELETE ON "setting" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'setting: a record is archived, not deleted'); END;
-- trigger setting_made
CREATE TRIGGER "setting_made" AFTER INSERT ON "setting" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'setting', new.id, '' FROM acting; END;
-- trigger supervision_note_changed
CREATE TRIGGER "supervision_note_changed" AFTER UPDATE ON "supervision_note" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'supervision_note', new.id, f.field, f.old, f.new FROM acting, (SELECT 'client_id' AS field, old."client_id" AS old, new."client_id" AS new UNION ALL SELECT 'on' AS field, old."on" AS old, new."on" AS new UNION ALL SELECT 'who' AS field, old."who" AS old, new."who" AS new UNION ALL SELECT 'decision' AS field, old."decision" AS old, new."decision" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger supervision_note_keeps_delete
CREATE TRIGGER "supervision_note_keeps_delete" BEFORE DELETE ON "supervision_note" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'supervision_note: a record is archived, not deleted'); END;
-- trigger supervision_note_made
CREATE TRIGGER "supervision_note_made" AFTER INSERT ON "supervision_note" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'supervision_note', new.id, '' FROM acting; END;
-- trigger template_changed
CREATE TRIGGER "template_changed" AFTER UPDATE ON "template" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field, old, new) SELECT act, who, device, "when", 'template', new.id, f.field, f.old, f.new FROM acting, (SELECT 'kind' AS field, old."kind" AS old, new."kind" AS new UNION ALL SELECT 'language' AS field, old."language" AS old, new."language" AS new UNION ALL SELECT 'channel' AS field, old."channel" AS old, new."channel" AS new UNION ALL SELECT 'variant' AS field, old."variant" AS old, new."variant" AS new UNION ALL SELECT 'name' AS field, old."name" AS old, new."name" AS new UNION ALL SELECT 'shipped' AS field, old."shipped" AS old, new."shipped" AS new UNION ALL SELECT 'version_id' AS field, old."version_id" AS old, new."version_id" AS new UNION ALL SELECT 'archived_at' AS field, old."archived_at" AS old, new."archived_at" AS new UNION ALL SELECT 'archived_by' AS field, old."archived_by" AS old, new."archived_by" AS new) AS f WHERE f.old IS NOT f.new; END;
-- trigger template_keeps_delete
CREATE TRIGGER "template_keeps_delete" BEFORE DELETE ON "template" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'template: a record is archived, not deleted'); END;
-- trigger template_made
CREATE TRIGGER "template_made" AFTER INSERT ON "template" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'template', new.id, '' FROM acting; END;
-- trigger template_version_keeps_delete
CREATE TRIGGER "template_version_keeps_delete" BEFORE DELETE ON "template_version" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'template_version: a record is archived, not deleted'); END;
-- trigger template_version_keeps_update
CREATE TRIGGER "template_version_keeps_update" BEFORE UPDATE ON "template_version" WHEN (SELECT erasing FROM acting) = 0 BEGIN SELECT RAISE(ABORT, 'template_version: a correction is a new row'); END;
-- trigger template_version_made
CREATE TRIGGER "template_version_made" AFTER INSERT ON "template_version" BEGIN INSERT INTO change (act, who, device, "when", "table", "row", field) SELECT act, who, device, "when", 'template_version', new.id, '' FROM acting; END;
