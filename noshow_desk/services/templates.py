"""Templates: the shipped ones, one's own copies, and their versions."""

from __future__ import annotations

from dataclasses import replace

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.template import Template, TemplateVersion
from noshow_desk.errors import NotFound, UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import typed
from noshow_desk.services.changes import Changes, ids
from noshow_desk.services.desk import Desk
from noshow_desk.services.put_away import put_away
from noshow_desk.services.template_checks import line_feeds, must_be_wanted, must_work, paper_of
from noshow_desk.services.template_names import names_of_versions

# Marks that turn the direction of what follows: no text in English or Spanish needs one.
_DIRECTIONS = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def templates(desk: Desk) -> list[Template]:
    """Return all templates: the shipped ones, then one's own."""
    from noshow_desk.letters.starters import named_by_now, starters  # deferred: reads the template files

    return [*starters(), *(named_by_now(own) for own in desk.vault.templates.all() if not own.shipped)]


def template(desk: Desk, template_id: str) -> Template:
    """Return one template, shipped or own. Raises NotFound."""
    found = next((one for one in templates(desk) if one.id == template_id), None)
    if found is None:
        raise NotFound(_("This template is not there any more. Choose another one."))
    return found


def taken_away(desk: Desk, template_id: str) -> Template | None:
    """Return one's own template that was archived or undone; None for one that is there or never was."""
    found = desk.vault.templates.find(template_id)
    return found if found and not found.shipped and _is_gone(desk, template_id) else None


def shipped_twin(template: Template, language: str) -> Template | None:
    """Return the shipped template of the same paper in `language`; None where there is none."""
    from noshow_desk.letters.starters import starters  # deferred: reads the template files

    same = (template.kind, template.channel, template.variant, language)
    shipped = starters()
    return next((one for one in shipped if (one.kind, one.channel, one.variant, one.language) == same), None)


def in_other_language(desk: Desk, template: Template, language: str) -> Template | None:
    """Return the same paper in `language`, one's own in use before the shipped one; None for none."""
    twin = replace(template, language=language)
    return _in_use(_own_like(desk, twin)) or shipped_twin(template, language)


def not_in_use(desk: Desk) -> frozenset[str]:
    """Return the ids of one's own templates that no new paper starts from: another one like them was used
    later.
    """
    own = [one for one in desk.vault.templates.all() if not one.shipped]
    alike: dict[object, list[Template]] = {}
    for one in own:
        alike.setdefault(paper_of(one), []).append(one)
    in_use = {max(ones, key=_used_at).id for ones in alike.values()}
    return frozenset(one.id for one in own if one.id not in in_use)


def is_in_use(desk: Desk, template: Template) -> bool:
    """Say whether new papers start from this template: no other one like it was used later."""
    used = _in_use(_own_like(desk, template))
    return template.shipped if used is None else used.id == template.id


def template_for(
    desk: Desk, facts: CaseFacts, *, kind: PaperKind, language: str, channel: Channel
) -> Template:
    """Return the template that fits these facts: one's own when there is one like the shipped one, of several
    the one that was used last ("Use this version").
    """
    from noshow_desk.letters.starters import fitting  # deferred: reads the template files

    shipped = fitting(facts, kind, language, channel, desk.today())
    return _in_use(_own_like(desk, shipped)) or shipped


def blank_worksheet(desk: Desk, *, language: str) -> Letter:
    """Return the worksheet to fill in by hand: one's own that was used last, else the shipped one.

    Raises UserError when its text cannot be filled.
    """
    from noshow_desk.letters.fill import fill_template  # deferred: loads Jinja, 50 ms
    from noshow_desk.letters.sample import sample_facts  # deferred: with it
    from noshow_desk.letters.starters import starter  # deferred: reads the template files

    shipped = starter(PaperKind.WORKSHEET, language, Channel.HAND)
    sheet = _in_use(_own_like(desk, shipped)) or shipped
    # It names nobody; fields that an office may put in speak of the sample.
    return fill_template(sheet, sample_facts(sheet.language), today=desk.today())


def template_of_version(desk: Desk, version_id: str) -> Template:
    """Return the template that a version belongs to, as a paper names it. Raises NotFound."""
    return template(desk, desk.vault.templates.version(version_id).template_id)


def use_version(desk: Desk, *, template: Template, form_key: str = "") -> Changes:
    """Keep the text of a template as its next version, and start new papers from it; a shipped one is copied
    first, and one that is gone (archived, undone) is made anew, with a number where an own one has its name.
    `made` is the template's id. What was typed in the form `form_key` is in use then; when that is undone, it
    is typed again.

    Raises UserError (field "source") when the text has a problem or there is none, (field "name") without a
    name.
    """
    kept = replace(template, name=typed.name(template.name, "name").value, source=line_feeds(template.source))
    if not kept.name:
        raise UserError(_("Give the template a name."), field="name")
    kept = _named_apart(desk, kept)
    must_work(kept)
    with desk.act() as act:
        made = _keep(desk, kept)
        put_away(desk, form_key, act=act.id)
    said = Message(N_("From now on new papers use this version."))
    undo = Message(N_("Undo version of {name}"), {"name": kept.name})
    return Changes(act=act.id, templates=ids(made, template.id), made=made, said=said, undo=undo)


def versions(desk: Desk, template_id: str) -> list[TemplateVersion]:
    """Return the kept versions of one's own template, oldest first; none for a shipped one."""
    return desk.vault.templates.versions(template_id) if desk.vault.templates.find(template_id) else []


def restore_version(desk: Desk, *, template_id: str, version_id: str, form_key: str = "") -> Changes:
    """Make an earlier version the newest one again, under the name it had; the versions between are kept.

    What was being typed in the form `form_key` is put away until that is undone. Raises NotFound when the
    template is gone.
    """
    template(desk, template_id)
    source = desk.vault.templates.version(version_id).source
    before = desk.vault.templates.get(template_id)
    name = names_of_versions(desk, template_id).get(version_id, before.name)
    with desk.act() as act:
        desk.vault.templates.change(_named_apart(desk, replace(before, name=name)))
        desk.vault.templates.new_version(template_id, source)
        put_away(desk, form_key, act=act.id)
    said, undo = Message(N_("From now on new papers use this version.")), Message(N_("Undo restore"))
    return Changes(act=act.id, templates=ids(template_id), made=template_id, said=said, undo=undo)


def bring_in(desk: Desk, *, content: bytes) -> Changes:
    """Add the template in the content of a file as one's own, and start new papers from it; `made` is its id.
    Where an own one has its name it gets a number; marks that turn the direction of a text are left out.

    Raises UserError when it is no template or no paper would use it, (field "source") when its text has a
    problem or there is none.
    """
    from noshow_desk.importing.text_file import text_in  # deferred: only on request
    from noshow_desk.letters.template_file import LARGEST, lines_above, read_template  # deferred: likewise

    if len(content) > LARGEST:
        raise UserError(_("This file is too large for a template."))
    text = text_in(content)
    if text is None:
        raise UserError(_("This file is no text. Choose a template that was saved as a file."))
    read = read_template(text.translate(_DIRECTIONS))
    must_be_wanted(read)
    must_work(read, above=lines_above(text))
    changes = use_version(desk, template=read)
    named = {"name": template(desk, changes.made).name}
    said = Message(N_("“{name}” was brought in. From now on new papers use it."), named)
    return replace(changes, said=said, undo=Message(N_("Undo bring in {name}"), named))


def archive_template(desk: Desk, *, template_id: str) -> Changes:
    """Put one's own template away; papers made from it keep it, and it can be brought back."""
    named = {"name": desk.vault.templates.get(template_id).name}
    with desk.act() as act:
        desk.vault.templates.archive(template_id)
    said, undo = Message(N_("Archived {name}."), named), Message(N_("Undo archive {name}"), named)
    return Changes(act=act.id, templates=ids(template_id), said=said, undo=undo)


def archived(desk: Desk) -> list[Template]:
    """Return one's own templates that were put away or undone, by paper, language and name."""
    from noshow_desk.letters.starters import named_by_now  # deferred: reads the template files

    return [named_by_now(one) for one in desk.vault.templates.archived() if not one.shipped]


def restore_template(desk: Desk, *, template_id: str) -> Changes:
    """Bring a template that was put away back into the list, with a number where another one has its name by
    now. Raises NotFound.
    """
    back = _named_apart(desk, desk.vault.templates.get(template_id))
    named = {"name": back.name}
    with desk.act() as act:
        desk.vault.templates.restore(template_id)
        desk.vault.templates.change(back)
    said, undo = Message(N_("{name} is back in the list."), named), Message(N_("Undo restore {name}"), named)
    return Changes(act=act.id, templates=ids(template_id), said=said, undo=undo)


def keep_shipped(desk: Desk, template: Template) -> str:
    """Inside an act: return the id of the version a paper is filled from.

    The text of a shipped template is kept in the vault when it is first used, and again when an update of
    the app changed it, so that a paper can always be filled from the text it started with.
    """
    if not template.shipped:
        return template.version_id
    known = desk.vault.templates.find(template.id)
    if known is None:
        desk.vault.templates.add(template)
        return desk.vault.templates.get(template.id).version_id
    if known.source != template.source:
        return desk.vault.templates.new_version(template.id, template.source).version_id
    return known.version_id


def _keep(desk: Desk, template: Template) -> str:
    if template.shipped or not template.id or _is_gone(desk, template.id):
        return desk.vault.templates.add(replace(template, id="", shipped=False, version_id="", version=1))
    before = desk.vault.templates.get(template.id)
    if before.name != template.name:
        desk.vault.templates.change(replace(before, name=template.name))
    in_use = _in_use(_own_like(desk, before))
    if before.source != template.source or in_use is None or in_use.id != before.id:
        desk.vault.templates.new_version(template.id, template.source)
    return template.id


def _own_like(desk: Desk, template: Template) -> list[Template]:
    """Return one's own templates of the same paper in the same language."""
    from noshow_desk.letters.starters import named_by_now  # deferred: reads the template files

    known = desk.vault.templates.of_kind(template.kind, template.language)
    return [named_by_now(one) for one in known if not one.shipped and paper_of(one) == paper_of(template)]


def _in_use(own: list[Template]) -> Template | None:
    return max(own, key=_used_at, default=None)


def _used_at(template: Template) -> str:
    """Return when the version in use was kept: its id rises with the time (`storage/ids.py`)."""
    return template.version_id


def _is_gone(desk: Desk, template_id: str) -> bool:
    return all(one.id != template_id for one in desk.vault.templates.all())


def _named_apart(desk: Desk, template: Template) -> Template:
    """Return the template with the first free number behind its name where another of one's own, in the same
    language, has that name; one that has it already keeps it.
    """
    own = {one.id: one for one in templates(desk) if not one.shipped and one.language == template.language}
    before, name = own.get(template.id), template.name
    taken = {one.name.casefold() for one in own.values() if one.id != template.id}
    if name.casefold() not in taken or (before is not None and before.name == name):
        return template
    numbered = (f"{name} ({number})" for number in range(2, len(taken) + 3))
    return replace(template, name=next(one for one in numbered if one.casefold() not in taken))
