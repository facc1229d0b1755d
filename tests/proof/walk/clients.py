"""Today, the clients and everything that is opened from a client."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from noshow_desk.domain.formats import FORMATS
from noshow_desk.services import queries
from noshow_desk.ui.clients.header import MENU, ClientHeader
from tests.proof.walk.hands import NAME, Hands, tell


def look_at_pages(hands: Hands) -> None:
    """Look at every page."""
    for kind in ("today", "clients", "incidents", "templates", "settings", "your_data", "help", "today"):
        hands.go(kind)


def add_clients(hands: Hands) -> str:
    """Add two clients with every field filled, look for them; return the first one's id."""
    hands.press("Add client")
    hands.press("Add another phone")
    hands.fill()
    hands.pick("Voicemail", "Message may name")
    hands.press("Safe to print on letters")
    hands.press("Add client")
    (made,) = queries.client_ids(hands.desk)
    hands.choose_menu("Add client")
    hands.fill()
    hands.press("Cancel")
    hands.choose_menu("Add client")
    hands.write("First name", hands.words())
    hands.press("Add client")
    _look_for(hands)
    return made


def bring_in(hands: Hands) -> None:
    """Bring in a list, say what a column means, and undo it; a file that is no list says so."""
    hands.go("clients")
    path = hands.exports / "list.csv"
    path.write_text(f"Name,Number\n{hands.words()[:NAME]},555-0142\n,1\n", encoding="utf-8")
    tell("export", path.name)
    hands.choose_menu("Bring in a list")
    hands.open_from(path)
    hands.open_dialog("ListDialog")
    hands.wait_until(lambda: hands.can_press("Bring in"), timeout=60_000)
    hands.pick("Number", "Phone")
    hands.press("Bring in")
    hands.wait_until(lambda: hands.scope() is hands.window, timeout=60_000)
    hands.settle(200)
    hands.choose_menu("Undo")
    path.write_bytes(b"")
    hands.choose_menu("Bring in a list")
    hands.open_from(path)
    hands.wait_until(lambda: hands.sees("nothing in this file"), timeout=60_000)
    hands.close_dialogs()
    path.write_bytes(b"Name\n")


def _look_for(hands: Hands) -> None:
    """Use the filter of the list and the box on top."""
    hands.go("clients")
    hands.write("Filter clients", hands.words())
    hands.write("Filter clients", "Qwz")
    hands.key("Escape")
    hands.choose_menu("Search or run")
    hands.write("Search", "Qwzelda <img")
    hands.settle(300)
    hands.key("Escape")


def one_client(hands: Hands, client: str) -> None:
    """Open everything that a client offers."""
    hands.go("client", client)
    for tab in ("timeline", "details", "papers"):
        hands.go("client", client, tab)
    _act(hands, "edit")
    hands.fill()
    hands.press("Save")
    for act in ("contact", "appointment", "follow_up"):
        _act(hands, act)
        hands.fill()
        hands.press("Save")  # where a day is missing, that is said
        _fill_days(hands)
        hands.close_dialogs()
    hands.go("client", client, "details")


def _fill_days(hands: Hands) -> None:
    """Type the missing day; Enter behind the last one saves."""
    for label, text in (("When, day", "March 11"), ("When, time", "9:30 AM"), ("Day", "March 12")):
        if hands.has_field(label):
            hands.enter(label, text)


def people(hands: Hands, client: str) -> None:
    """Change the person who waits and what may be said to them; edit an appointment, say how one went."""
    for answer in ("Their details", "What may be said"):
        hands.go("client", client, "details")
        hands.press("Change: ")
        hands.press(answer)
        hands.fill()
        hands.press("Save")
        hands.close_dialogs()
    _take_back(hands, client)
    hands.go("client", client, "details")
    hands.press("Edit: ")
    hands.fill()
    hands.press("Save")
    hands.close_dialogs()


def _take_back(hands: Hands, client: str) -> None:
    """Let the client allow something and take it back."""
    hands.go("client", client, "details")
    hands.press("Change: ")
    hands.press("What may be said")
    hands.pick("The client allows", "May name")
    hands.press("Save")
    hands.press("Change: ")
    hands.press("The client takes it back")
    hands.press("Take it back")
    hands.close_dialogs()


def _act(hands: Hands, act: str) -> None:
    """Choose an entry of the menu of a client, as its click does."""
    header = hands.window.findChild(ClientHeader)
    assert (header is not None and any(act == row[0] for row in MENU)) or act == "contact"
    header.acted.emit(act)
    QApplication.processEvents()


def history(hands: Hands, client: str) -> None:
    """Look at the history of a client, bring a value back, undo it; archive and bring back."""
    hands.go("client", client)
    _act(hands, "history")
    hands.press("Bring back")
    hands.close_dialogs()
    hands.choose_menu("Undo")
    _act(hands, "archive")
    hands.choose_menu("Undo")
    _act(hands, "archive")
    _act(hands, "restore")


def summary(hands: Hands, client: str) -> None:
    """Take the case summary out in every format, and print it."""
    hands.go("client", client, "papers")
    hands.press("Case summary")
    hands.fill()
    for tick in ("With inside notes", "With private notes", "With supervision"):
        hands.press(tick)
    for row in FORMATS:
        if row.summaries:
            hands.pick("As", row.name)
            hands.press("Save")
            hands.save_to(f"Folder of Qwzelda/summary{row.suffix}")
    hands.press("Español")
    hands.press("Print")
    hands.open_dialog("PrintDialog")
    hands.press("Print")
    hands.print_out("summary-printed.pdf")
    hands.close_dialogs()


def sent(hands: Hands, client: str) -> None:
    """Look at a paper that was sent, and at those of several clients at once."""
    hands.go("client", client, "papers")
    hands.press("Show what was sent")
    hands.press("Save a copy")
    hands.save_to("Folder of Qwzelda/sent.pdf")
    hands.close_dialogs()
    hands.choose_menu("Letters for several clients")
    hands.write("Search clients", "Qwz")
    for kind in ("Thank-you note", "Call card", "Plan card"):
        hands.pick("Paper", kind)
        hands.settle(300)
        if hands.can_press("Save one PDF"):
            _print_batch(hands, f"{kind}-printed.pdf")
            hands.press("Save one PDF")
            hands.save_to(f"Folder of Qwzelda/{kind}.pdf")
            hands.wait_until(lambda: hands.can_press("Not yet") or hands.can_press("Close"), timeout=30_000)
            break
    hands.close_dialogs()


def _print_batch(hands: Hands, name: str) -> None:
    """Print all that are ready as one job, and mark none of them."""
    hands.press("Print")
    hands.open_dialog("PrintDialog")
    hands.press("Print")
    hands.print_out(name)
    hands.wait_until(lambda: hands.can_press("Not yet") or hands.can_press("OK"), timeout=30_000)
    hands.press("Not yet" if hands.can_press("Not yet") else "OK")


def erase(hands: Hands, client: str) -> None:
    """Erase a person for good, after two slips."""
    hands.go("client", client)
    _act(hands, "erase")
    hands.press("Erase for good")
    hands.press(hands.button_with("asked"))
    hands.fill()
    hands.press("Erase for good")
    name = queries.client_rows(hands.desk, [client])[0].name
    hands.write("Type the name", name)
    hands.press("Erase for good")
    hands.settle(100)
    hands.close_dialogs()


def missed(hands: Hands, *, time: str, client: str = "") -> str:
    """Report a missed appointment of a client; return the incident."""
    before = {row.incident_id for row in queries.open_incidents(hands.desk)}
    if client:
        hands.go("client", client)
        hands.press("Missed it")
    else:
        hands.choose_menu("Missed appointment")
        hands.press("Put it right")  # every box is empty, and that is said
        hands.write("Who missed it", hands.words())
    hands.write("Who is waiting", f"Ms. {hands.words()}")
    hands.write("Their number", hands.words())
    hands.press(time)
    hands.press("Put it right")
    (made,) = {row.incident_id for row in queries.open_incidents(hands.desk)} - before
    return made
