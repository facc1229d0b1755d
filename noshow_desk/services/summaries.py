"""The case summary of a client: see what would leave, and write down that it left."""

from __future__ import annotations

from noshow_desk.domain.practice import derive
from noshow_desk.domain.release import Release
from noshow_desk.domain.summary import Summary, SummaryOptions, build_summary
from noshow_desk.i18n import N_, Message
from noshow_desk.services import typed
from noshow_desk.services.changes import Changes, ids
from noshow_desk.services.desk import Desk


def preview_summary(desk: Desk, *, client_id: str, options: SummaryOptions) -> Summary:
    """Return the summary of one client; its `leaves` says what would leave."""
    client, now, rules = desk.vault.clients.get(client_id), desk.now(), desk.rules
    wanted = [incident.id for incident in desk.vault.incidents.of_client(client_id)]
    cases = [(facts, derive(facts, now, rules)) for facts in desk.vault.cases.facts_of(wanted)]
    return build_summary(client, cases, options, desk.today())


def log_release(
    desk: Desk,
    *,
    client_id: str,
    recipient: str = "",
    purpose: str = "",
    authority: str = "",
    format: str = "",
    leaves: tuple[str, ...] = (),
) -> Changes:
    """Write down that a summary left: to whom, what for, on whose authority, and what was in it."""
    record = Release(
        client_id=client_id,
        at=desk.now(),
        recipient=recipient,
        purpose=purpose,
        authority=authority,
        format=format,
        leaves=leaves,
    )
    with desk.act() as act:
        made = desk.vault.releases.add(typed.cleaned(record).value)
    said = Message(N_("Written down in the list of what left."))
    return Changes(act=act.id, clients=ids(client_id), made=made, said=said)
