"""The command line speaks the language that is chosen: in its help, its complaints and its answers."""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click import core, exceptions, formatting, parser, types
from docx import Document
from pypdf import PdfReader

from noshow_desk import i18n
from noshow_desk.cli.click_words import SAID
from noshow_desk.cli.commands import ALL, noshow_desk
from noshow_desk.services.look import LOOK_NAME
from tests.cli.conftest import Ask

SPANISH = {"screen_language": "es"}
EVERY: tuple[click.Command, ...] = (noshow_desk, *ALL)


@pytest.fixture
def spanish(tmp_path: Path) -> Path:
    """A folder whose vault would speak Spanish."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / LOOK_NAME).write_text(json.dumps(SPANISH))
    return folder


def texts_of(command: click.Command) -> list[str]:
    """Every English text that the help of a command is made of."""
    texts = [command.help or "", *(getattr(param, "help", None) or "" for param in command.params)]
    return [text for text in texts if text]


def flat(text: str) -> str:
    """The text without its spaces: lines are broken at them, and at hyphens."""
    return "".join(text.split())


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command.name)
def test_the_help_is_in_the_chosen_language(ask: Ask, spanish: Path, command: click.Command) -> None:
    words = [] if command is noshow_desk else [command.name]
    english = flat(ask(*words, "--help").out)
    spoken = ask("--vault", spanish, *words, "--help").out
    said = flat(spoken)
    texts = texts_of(command)
    assert len(texts) > 1 and all(flat(text) in english for text in texts)
    for text in texts:
        assert flat(text) not in said and flat(i18n.translate(text, "es")) in said
    assert spoken.startswith("Uso: noshow-desk") and "Mostrar este mensaje y salir." in spoken
    assert not re.search(r"\b(OPTIONS|Options|FILE|DIR|TEXT|WORDS|required|default|INTEGER)\b", spoken)


def test_the_list_of_commands_is_in_the_chosen_language(ask: Ask, spanish: Path) -> None:
    said = flat(ask("--vault", spanish, "--help").out)
    for command in ALL:
        assert command.short_help and flat(i18n.translate(command.short_help, "es")) in said


def test_the_fields_of_the_facts_form_are_explained_in_the_chosen_language(ask: Ask, spanish: Path) -> None:
    said = flat(ask("--vault", spanish, "steps", "--help").out)
    assert flat("contact_attempts intentos de hablar con el cliente") in said and "arecord" not in said


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("rendr",), "No existe la orden 'rendr'. ¿Quiso decir 'render'?"),
        (("find", "x", "--limt", "2"), "No existe la opción '--limt'."),
        (("find",), "Falta el dato 'PALABRAS'."),
        (("find", "x", "--limit", "0"), "0 no está entre los límites 1<=x<=1000."),
        (("find", "x", "--limit", "many"), "'many' no es un número entero válido."),
        (("steps", "none.json"), "Archivo 'none.json': no existe."),
        (("steps",), "Indique el archivo de datos o pida --schema."),
        (("backup", __file__), "Carpeta"),
        (("summary", "1", "-o", "x"), "Falta la opción '--to'. Elija entre: pdf, docx, html, csv, json."),
        (("summary", "1", "-o", "x", "--to", "xlsx"), "'xlsx' no es ninguno de 'pdf', 'docx'"),
        (("summary", "1", "-o", "x", "--to", "pdf", "--include", "all"), "«all» no es ninguno de inside"),
        (("restore", "a", "b", "c"), "'a': no existe"),
        (("find", "x", "--vault"), "La opción '--vault' necesita un valor."),
        (("--json",), "Diga qué hay que hacer."),
    ],
)
def test_a_complaint_is_one_line_in_the_chosen_language(
    ask: Ask, spanish: Path, words: tuple[str, ...], part: str
) -> None:
    answer = ask("--vault", spanish, *words)
    assert answer.code == 2 and part in answer.err
    assert answer.err.count("\n") == 1 and " Vea: noshow-desk" in answer.err


def test_a_vault_that_is_not_there_is_told_in_the_chosen_language(ask: Ask, spanish: Path) -> None:
    answer = ask("find", "x", "--vault", spanish)
    assert answer.code == 1 and "bóveda" in answer.err


def test_tables_are_in_the_chosen_language_and_json_is_not(ask: Ask, spanish: Path, facts_file: Path) -> None:
    when = ("--now", "2026-03-10T09:42")
    said = ask("--vault", spanish, "steps", facts_file, *when).out
    assert said.split()[0] == "Paso" and "pendiente" in said and "open" not in said
    assert "quien lleva el caso" in said and "caseworker" not in said
    rows = json.loads(ask("--vault", spanish, "steps", facts_file, *when, "--json").out)
    assert {row["state"] for row in rows} <= {"done", "open", "skipped", "does-not-apply"}
    asked = json.loads(ask("--vault", spanish, "steps", facts_file, *when, "--json", "--lang", "en").out)
    assert rows[0]["title"] != asked[0]["title"]


def test_what_was_found_is_told_in_the_language_of_the_vault(
    ask: Ask, practice_vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")
    assert "client " in ask("find", "1001", "--vault", practice_vault).out
    assert "ya hay una bóveda" in ask("practice", practice_vault).err  # the user's own vault is not there


def test_without_a_vault_the_environment_says_it() -> None:
    surroundings = {**os.environ, "LC_ALL": "", "LC_MESSAGES": "es_US.UTF-8", "LANG": "en_US.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", "noshow_desk", "--help"],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("Uso: noshow-desk")


def test_afterwards_all_is_as_it_was(ask: Ask, spanish: Path) -> None:
    before = dict(os.environ)
    ask("--vault", spanish, "find")
    assert i18n.language() == "en" and dict(os.environ) == before
    assert ask("find").err.startswith("Missing argument 'WORDS'.")


def test_what_is_translated_for_click_is_what_click_says() -> None:
    source = "".join(inspect.getsource(part) for part in (core, exceptions, formatting, parser, types))
    assert [text for text in SAID if f'"{text}"' not in source] == []


def test_a_practice_vault_goes_on_in_the_language_it_was_made_in(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    folder = tmp_path / "practica"
    assert "Bóveda de práctica" in ask("practice", folder, "--clients", "2").out
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert json.loads((folder / LOOK_NAME).read_text())["screen_language"] == "es"
    assert "No se encontró nada" in ask("find", "zzzz", "--vault", folder).err


def titles_of(folder: Path) -> list[str]:
    """The titles that the files say of themselves."""
    in_pdf = PdfReader(folder / "summary.pdf").metadata
    assert in_pdf is not None
    return [Document(str(folder / "summary.docx")).core_properties.title, str(in_pdf.title)]


@pytest.mark.parametrize("by_vault", [False, True])
def test_the_title_of_a_spanish_summary_is_spanish(
    ask: Ask, practice_vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_vault: bool
) -> None:
    vault, asked = practice_vault, ["--lang", "es"]
    if by_vault:
        vault, asked = tmp_path / "practica", []
        monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
        ask("practice", vault, "--clients", "2")
        monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    for form in ("docx", "pdf"):
        out = tmp_path / f"summary.{form}"
        assert ask("summary", "1001", "--vault", vault, "--to", form, "-o", out, *asked).code == 0
    assert titles_of(tmp_path) == ["Resumen del caso", "Resumen del caso"]
