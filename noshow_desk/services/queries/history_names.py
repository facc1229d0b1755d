"""What the columns of the vault are called in a sentence: "Dana changed the phone numbers"."""

from __future__ import annotations

from types import MappingProxyType

from noshow_desk.i18n import N_

# To add a kind of record: a row here and in MADE, and its fields in FIELDS. A test names every column of the
# vault that has no words.
KINDS = MappingProxyType(
    {
        "client": N_("Client"),
        "appointment": N_("Appointment"),
        "incident": N_("Incident"),
        "consent": N_("Consent"),
        "paper": N_("Paper"),
        "interviewer": N_("Interviewer"),
        "organisation": N_("Organisation"),
        "follow_up": N_("Follow-up"),
        "release": N_("Summary given out"),
        "contact_note": N_("Contact note"),
        "supervision_note": N_("Supervision note"),
        "attachment": N_("File"),
        "contact_attempt": N_("Contact attempt"),
        "client_call": N_("Call to the interviewer"),
        "attendance": N_("How the appointment went"),
        "sent_paper": N_("Paper sent"),
        "template": N_("Template"),
        "template_version": N_("Version of a template"),
        "caseworker": N_("Your details"),
        "setting": N_("Setting"),
    }
)

# What a new row is called as the object of a sentence.
MADE = MappingProxyType(
    {
        "client": N_("the client"),
        "appointment": N_("an appointment"),
        "incident": N_("a missed appointment"),
        "consent": N_("a consent"),
        "paper": N_("a paper"),
        "interviewer": N_("the interviewer"),
        "organisation": N_("the organisation"),
        "follow_up": N_("a follow-up"),
        "release": N_("a summary given out"),
        "contact_note": N_("a contact note"),
        "supervision_note": N_("a supervision note"),
        "attachment": N_("a file"),
        "contact_attempt": N_("a contact attempt"),
        "client_call": N_("a call to the interviewer"),
        "attendance": N_("how the appointment went"),
        "sent_paper": N_("a paper that was sent"),
        "template": N_("a template"),
        "template_version": N_("a version of a template"),
        "caseworker": N_("your details"),
        "setting": N_("a setting"),
    }
)

_PERSON = {
    "first_name": N_("the first name"),
    "last_name": N_("the last name"),
    "phones": N_("the phone numbers"),
    "email": N_("the e-mail address"),
    "postal_address": N_("the postal address"),
    "notes": N_("the notes"),
}

FIELDS = MappingProxyType(
    {
        "client": {
            **_PERSON,
            "case_number": N_("the case number"),
            "preferred_name": N_("the preferred name"),
            "pronouns": N_("the pronouns"),
            "spoken_language": N_("the spoken language"),
            "paper_language": N_("the language of papers"),
            "voicemail": N_("what may be left on voicemail"),
            "address_safe_to_print": N_("whether the address is safe to print"),
            "no_fixed_address": N_("whether there is a fixed address"),
            "reminder_preference": N_("how to remind"),
            "tags": N_("the tags"),
            "with_us_since": N_("since when the client is with us"),
            "private_notes": N_("the private notes"),
        },
        "interviewer": {
            **_PERSON,
            "organisation_id": N_("the organisation"),
            "courtesy_title": N_("the courtesy title"),
            "job_title": N_("the job title"),
            "best_hours": N_("the best hours"),
            "language": N_("the language"),
            "second_chance_policy": N_("what is known about second chances"),
        },
        "organisation": {
            "name": N_("the name"),
            "postal_address": N_("the postal address"),
            "phone": N_("the phone number"),
            "notes": N_("the notes"),
        },
        "consent": {
            "client_id": N_("the client"),
            "interviewer_id": N_("the interviewer"),
            "level": N_("what the client allows"),
            "topics": N_("the topics that may be mentioned"),
            "decided_on": N_("the day of the decision"),
            "until": N_("until when the consent holds"),
            "revoked_on": N_("the day the consent was taken back"),
            "how": N_("how the consent was given"),
            "note": N_("the note"),
        },
        "appointment": {
            "client_id": N_("the client"),
            "interviewer_id": N_("the interviewer"),
            "kind": N_("the kind of appointment"),
            "role": N_("the position or programme"),
            "starts": N_("the time of the appointment"),
            "zone": N_("the time zone"),
            "place": N_("the place"),
            "reschedule_of": N_("which appointment it replaces"),
        },
        "incident": {
            "appointment_id": N_("the appointment"),
            "imminent": N_("whether the appointment was still ahead"),
            "reported_by": N_("who reported it"),
            "reported_at": N_("when it was reported"),
            "safety": N_("whether the client is safe"),
            "going": N_("whether the client still goes"),
            "courtesy": N_("the courtesy call"),
            "story": N_("what happened"),
            "outside": N_("the reasons from outside"),
            "inside": N_("the reasons from inside"),
            "inside_notes": N_("the notes on the inside"),
            "insight": N_("the insight"),
            "wants_it": N_("whether the client wants it"),
            "why_it_matters": N_("why it matters"),
            "importance": N_("how important it is"),
            "confidence": N_("how confident the client is"),
            "obstacles": N_("what is in the way"),
            "decision": N_("the decision to ask"),
            "true_sentence": N_("the true sentence"),
            "true_sentence_confirmed_at": N_("when the sentence was called true"),
            "days_i_can_keep": N_("the days the client can keep"),
            "own_words": N_("the client's own words"),
            "rehearsals": N_("the rehearsals"),
            "debrief": N_("the talk afterwards"),
            "plan": N_("the plan"),
            "different_this_time": N_("what is different this time"),
            "skips": N_("the skipped steps"),
            "due_moves": N_("the moved due dates"),
            "corrections": N_("what turned out otherwise"),
        },
        "paper": {
            "incident_id": N_("the incident"),
            "kind": N_("the kind of paper"),
            "language": N_("the language"),
            "channel": N_("the way it goes"),
            "channel_reason": N_("why it goes that way"),
            "template_version_id": N_("the template"),
            "inputs": N_("what was filled in"),
            "blocks_json": N_("the text"),
            "true_by_client_at": N_("when the client called every sentence true"),
            "nothing_untrue_at": N_("when you knew of nothing untrue"),
            "findings_kept": N_("the remarks that were set aside"),
        },
        "follow_up": {
            "client_id": N_("the client"),
            "incident_id": N_("the incident"),
            "on": N_("the day of the follow-up"),
            "what": N_("what the follow-up is for"),
            "done_at": N_("when the follow-up was done"),
        },
        "release": {
            "client_id": N_("the client"),
            "at": N_("when it was given out"),
            "recipient": N_("who got it"),
            "purpose": N_("what it was for"),
            "authority": N_("who allowed it"),
            "format": N_("the form it was given in"),
            "leaves": N_("what was left out"),
        },
        "contact_note": {
            "client_id": N_("the client"),
            "at": N_("when the contact was"),
            "channel": N_("the way of the contact"),
            "text": N_("what was said"),
            "quote": N_("the client's words"),
        },
        "supervision_note": {
            "client_id": N_("the client"),
            "on": N_("the day"),
            "who": N_("who decided"),
            "decision": N_("the decision"),
        },
        "attachment": {
            "client_id": N_("the client"),
            "incident_id": N_("the incident"),
            "kind": N_("the kind of file"),
            "name": N_("the name"),
            "media_type": N_("the kind of file"),
            "note": N_("the note"),
            "size": N_("the size"),
        },
        "template": {
            "kind": N_("the kind of paper"),
            "language": N_("the language"),
            "channel": N_("the way it goes"),
            "variant": N_("the variant"),
            "name": N_("the name"),
            "shipped": N_("whether it came with the program"),
            "version_id": N_("the text"),
        },
        "caseworker": {
            "name": N_("your name"),
            "title": N_("your title"),
            "office_name": N_("the name of your office"),
            "office_address": N_("the address of your office"),
            "phone": N_("your phone number"),
            "email": N_("your e-mail address"),
            "working_hours": N_("your working hours"),
        },
        "setting": {"value": N_("the setting")},
    }
)

# Yes-or-no parts of small records: what "yes" means; "no" is left out.
PARTS = MappingProxyType(
    {
        "danger": N_("in danger"),
        "message_left": N_("message left"),
        "confirmed_true": N_("confirmed as true"),
        "shared": N_("shared with others"),
    }
)
