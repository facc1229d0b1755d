"""Searching: by any name, tag, e-mail and part of a number; nothing typed breaks it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from noshow_desk.domain.client import Client, Phone
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.storage import folding, ids, search
from noshow_desk.storage.named import Place
from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.search import Found
from tests.storage.vaults import NOW, act

PEOPLE = {
    "munoz": Client(
        id="munoz",
        case_number="0042",
        first_name="José María",
        last_name="Muñoz-Ñandú",
        preferred_name="Chepe",
        phones=(Phone(number="+1 (555) 010-0142"), Phone(number="٠٥٥٩")),
        email="jose.m@example.org",
        tags=("veteran", "GED class"),
    ),
    "obrien": Client(id="obrien", case_number="1002", first_name="Siobhán", last_name="O’Brien"),
    "stroem": Client(
        id="stroem", case_number="1003", first_name="Åsa", last_name="Strøm", notes="secret words"
    ),
    "fox": Client(id="fox", first_name="🦊", last_name="王小明"),
    "right": Client(
        id="right", first_name="محمد", last_name="حسن", phones=(Phone(number="call 555 010 9999"),)
    ),
}  # fmt: skip


@pytest.fixture
def people(memory: Vault) -> Vault:
    with act(memory):
        memory.clients.insert_many(PEOPLE.values())
    return memory


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("munoz", {"munoz"}), ("MUÑOZ", {"munoz"}), ("mun\u0303oz", {"munoz"}), ("nandu", {"munoz"}),
        ("munoznandu", {"munoz"}), ("jose", {"munoz"}), ("maria muñ", {"munoz"}), ("muñ jos", {"munoz"}),
        ("chepe", {"munoz"}), ("veter", {"munoz"}), ("ged", {"munoz"}), ("class", {"munoz"}),
        ("jose.m@example.org", {"munoz"}), ("example", {"munoz"}), ("0042", {"munoz"}), ("42", {"munoz"}),
        ("0142", {"munoz"}), ("15550100142", {"munoz"}), ("5550100142", {"munoz"}), ("100142", {"munoz"}),
        ("(555) 010-0142", {"munoz"}), ("+1 555 010 0142", {"munoz"}), ("0559", {"munoz"}),
        ("010", {"munoz", "right"}), ("555 010", {"munoz", "right"}), ("jose 0142", {"munoz"}),
        ("2", {"munoz"}),
        ("obrien", {"obrien"}), ("o'brien", {"obrien"}), ("O’Br", {"obrien"}), ("brien", {"obrien"}),
        ("siobhan", {"obrien"}), ("strom", {"stroem"}), ("asa", {"stroem"}), ("STRØM", {"stroem"}),
        ("王", {"fox"}), ("🦊", {"fox"}), ("محم", {"right"}), ("100", {"obrien", "stroem", "munoz"}),
        ("secret", set()), ("jose brien", set()), ("osé", set()),
    ],
)  # fmt: skip
def test_what_is_found(people: Vault, words: str, found: set[str]) -> None:
    assert set(people.clients.search(words)) == found


@pytest.mark.parametrize(
    "words",
    [
        "", " ", '"', "*", "AND", "OR", "NOT", "NEAR(a b)", "a*", '"a" OR', "-", "^a", "a:b", "words:a",
        "(", ")", "\\", "'", "';--", "%", "_", "\x00", "a\x00b", "\ud800", "\u200b", "\u202e",
        "🙂" * 100, "x" * 10_000, "a " * 5_000, "1" * 10_000, "{a b}:c", "+", "\n\t", "ﷺ", "ß", "İ",
    ],
)  # fmt: skip
def test_odd_words_break_nothing(people: Vault, words: str) -> None:
    assert isinstance(people.clients.search(words), list)
    assert isinstance(search.find(people.session, words), list)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_anything_typed_breaks_nothing(people: Vault, words: str) -> None:
    assert set(people.clients.search(words)) <= set(PEOPLE)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(min_size=1, max_size=30), size=st.integers(1, 30))
def test_every_beginning_of_a_name_finds_it(memory: Vault, name: str, size: int) -> None:
    with act(memory):
        made = memory.clients.add(Client(last_name=name))
    for word in folding.tokens(name):
        assert made in memory.clients.search(word[:size], 10_000)


def test_surnames_that_begin_so_come_first_by_name(memory: Vault) -> None:
    names = [("Zoe", "Marin"), ("Mara", "Abel"), ("Ann", "Mar"), ("Bo", "Marin"), ("Marta", "Zahn")]
    with act(memory):
        for first, last in names:
            memory.clients.add(Client(first_name=first, last_name=last))
        memory.clients.add(Client(last_name="Aaron", tags=("marathon",)))
    found = memory.clients.many(memory.clients.search("mar"))
    assert [client.full_name for client in found] == [
        "Ann Mar", "Bo Marin", "Zoe Marin", "Mara Abel", "Marta Zahn", "Aaron",
    ]  # fmt: skip
    assert len(memory.clients.search("mar", limit=2)) == 2


def test_a_whole_case_number_comes_before_part_of_a_phone_number(people: Vault) -> None:
    with act(people):
        people.clients.add(Client(last_name="Aa", phones=(Phone(number="1002"),)))
    assert people.clients.search(" 1002 ")[0] == "obrien"


def test_the_index_follows_every_change(people: Vault) -> None:
    with act(people):
        people.clients.change(replace(people.clients.get("obrien"), last_name="Smith", tags=("new",)))
    assert people.clients.search("brien") == []
    assert people.clients.search("smith") == people.clients.search("new") == ["obrien"]
    with act(people):
        people.clients.archive("obrien")
    assert people.clients.search("smith") == []
    assert people.clients.search("smith", archived=True) == ["obrien"]


def test_many_at_once_are_found_like_one_by_one(memory: Vault) -> None:
    names = ids.new_ids(NOW, 200)
    with act(memory):
        memory.clients.insert_many(
            Client(id=one, last_name=f"Reed{place}", phones=(Phone(number=f"555 01{place:03}"),))
            for place, one in enumerate(names)
        )
    assert memory.clients.search("reed17") == [names[17], *names[170:180]]
    assert memory.clients.search("01033") == [names[33]]
    assert memory.clients.count() == len(memory.clients.ids()) == 200
    with act(memory):
        one = memory.clients.add(Client(last_name="Reedy"))
    assert memory.clients.search("reedy") == [one]


def test_interviewers_and_organisations_are_found_apart(people: Vault) -> None:
    with act(people):
        house = people.organisations.add(Organisation(name="Muñoz & Söhne", phone="555 010 7777"))
        person = people.interviewers.add(
            Interviewer(first_name="Rosa", last_name="Muñoz", phones=("555 010 8888",), organisation_id=house)
        )
    assert people.interviewers.search("munoz") == people.interviewers.search("8888") == [person]
    assert people.organisations.search("sohne") == people.organisations.search("7777") == [house]
    assert people.clients.search("7777") == []
    assert search.find(people.session, "munoz") == [
        Found("client", "munoz"),
        Found("interviewer", person),
        Found("organisation", house),
    ]
    assert [one.id for one in people.interviewers.of_organisation(house)] == [person]


def test_the_list_is_in_the_order_of_names(people: Vault) -> None:
    assert [one.last_name for one in people.clients.many(people.clients.ids())] == [
        "Muñoz-Ñandú", "O’Brien", "Strøm", "حسن", "王小明",
    ]  # fmt: skip


def test_pages_are_the_list_in_pieces(memory: Vault) -> None:
    with act(memory):
        memory.clients.insert_many(
            Client(id=one, last_name=f"Reed{place % 7}") for place, one in enumerate(ids.new_ids(NOW, 100))
        )
    pages: list[Place] = []
    while page := memory.clients.page(pages[-1] if pages else None, limit=9):
        pages += page
    assert [place.id for place in pages] == memory.clients.ids()


def test_nothing_typed_must_be_unique(memory: Vault) -> None:
    twin = Client(case_number="7", first_name="Ann", last_name="Lee", email="a@example.org")
    with act(memory):
        made = [memory.clients.add(twin) for _ in range(3)]
        memory.organisations.add(Organisation(name="Bayside"))
        memory.organisations.add(Organisation(name="Bayside"))
    assert sorted(memory.clients.search("lee")) == sorted(made)
    found = memory.clients.by_case_number("7")
    assert found is not None
    assert found.id in made


def test_case_numbers_count_on(memory: Vault) -> None:
    assert memory.clients.next_case_number() == "1001"
    with act(memory):
        for number in ("1007", "12", "A-2000", "", "99999999999999999999", "²"):
            memory.clients.add(Client(case_number=number))
    assert memory.clients.next_case_number() == "1008"
    assert memory.clients.by_case_number("") is None
    assert memory.clients.by_case_number("5") is None
