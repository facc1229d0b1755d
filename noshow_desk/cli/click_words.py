"""What click itself says on our command line, so that it is translated with our own words.

Click asks gettext of the standard library, which looks in a domain and in the language of the environment.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager

from noshow_desk import i18n
from noshow_desk.i18n import N_, ngettext
from noshow_desk.paths import resource

_VARIABLE = "LANGUAGE"  # gettext looks there first

# To add a text: a row here, as click spells it. tests/cli/test_language.py looks each up in click.
SAID = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("required"),
    N_("default: {default}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Option {name!r} does not take a value."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
    N_("Could not open file {filename!r}: {message}"),
    # With a plural: the call marks both forms.
    ngettext("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let the program and click speak `language` ("en" or "es"); afterwards all is as it was."""
    before = (i18n.language(), gettext.textdomain(), os.environ.get(_VARIABLE))
    i18n.set_language(language)
    gettext.bindtextdomain(i18n.DOMAIN, str(resource("locale")))
    gettext.textdomain(i18n.DOMAIN)
    os.environ[_VARIABLE] = language
    try:
        yield
    finally:
        i18n.set_language(before[0])
        gettext.textdomain(before[1])
        if before[2] is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before[2]
