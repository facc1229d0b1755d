"""The recovery key: the vault's secret in writing, 7 groups of 4, with 2 characters that catch mistakes.

Crockford's base32 (no I, L, O, U). The 128-bit number takes 26 characters; the last two are that number
modulo 1021, a prime: every single wrong character and every two neighbours swapped are noticed.
"""

from __future__ import annotations

import unicodedata

from noshow_desk.i18n import _
from noshow_desk.storage.keys import SECRET_BYTES
from noshow_desk.storage.troubles import WrongRecoveryKey

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS = frozenset({"Zs", "Pd", "Pc", "Cc", "Cf"})  # spaces, dashes, underscores, line ends, invisible
_KEY_LENGTH = 26
_LENGTH = 28
_CHECK = 1021


def groups(secret: bytes) -> tuple[str, ...]:
    """Return the 7 groups of 4 characters that stand for `secret`."""
    number = int.from_bytes(secret, "big")
    written = _encode(number, _KEY_LENGTH) + _encode(number % _CHECK, 2)
    return tuple(written[start : start + 4] for start in range(0, _LENGTH, 4))


def write(secret: bytes) -> str:
    """Return the recovery key of `secret` on one line, as it is printed."""
    return "-".join(groups(secret))


def same_group(typed: str, group: str) -> bool:
    """Say whether the user typed `group`, in any case, with O, I and L read as 0, 1 and 1."""
    return _plain(typed) == group


def read(text: str) -> bytes:
    """Return the secret that `text` stands for; spaces, dashes and case do not matter.

    Raises WrongRecoveryKey with what is wrong: a character that no key has, the length, or a typing mistake.
    """
    plain = _plain(text)
    strange = next((character for character in plain if character not in _ALPHABET), None)
    if strange is not None:
        sentence = _("A recovery key has no “{character}” in it. Look at it again.")
        raise WrongRecoveryKey(sentence.format(character=strange))
    if len(plain) != _LENGTH:
        sentence = _("A recovery key has {wanted} characters, and this has {typed}.")
        raise WrongRecoveryKey(sentence.format(wanted=_LENGTH, typed=len(plain)))
    number = _decode(plain[:_KEY_LENGTH])
    if number >= 1 << (8 * SECRET_BYTES) or _decode(plain[_KEY_LENGTH:]) != number % _CHECK:
        raise WrongRecoveryKey(_("There is a typing mistake in the recovery key. Compare it group by group."))
    return number.to_bytes(SECRET_BYTES, "big")


def _plain(text: str) -> str:
    """Return the characters that count: wide forms narrowed, capitals, without spaces and dashes."""
    wide = unicodedata.normalize("NFKC", text).upper()
    kept = (letter for letter in wide if unicodedata.category(letter) not in _SEPARATORS)
    return "".join(letter for letter in kept if letter not in "−.").translate(_READ_AS)


def _encode(number: int, length: int) -> str:
    return "".join(_ALPHABET[number >> (5 * place) & 31] for place in reversed(range(length)))


def _decode(written: str) -> int:
    number = 0
    for character in written:
        number = number << 5 | _ALPHABET.index(character)
    return number
