"""Which passphrases are good enough, and five words for those who want one made. Knows no key and no screen."""

import os

from vforlob.errors.key import WeakPassphrase

SHORTEST = 20  # CFCS: length before complexity
WORDS = 5  # of some three thousand: 57 bits, behind argon2id
_FEWEST_DIFFERENT = 8
_FEWEST_OWN = 10  # what must be left when the common pieces are taken out


def generate_passphrase() -> str:
    """Chosen by the machine's own randomness, each word as likely as any other."""
    words = danish_words()
    return " ".join(words[_below(len(words))] for _ in range(WORDS))


def danish_words() -> tuple[str, ...]:
    return _lines("words.txt")


def judge_passphrase(passphrase: str) -> None:
    """Raise WeakPassphrase with the reason; nothing when it will do."""
    length = len(" ".join(passphrase.split()))
    if length < SHORTEST:
        raise WeakPassphrase("short", length)
    plain = "".join(character for character in passphrase.casefold() if character.isalnum())
    if len(set(plain)) < _FEWEST_DIFFERENT or _is_repeated(plain):
        raise WeakPassphrase("repeated", length)
    if _own_part(plain) < _FEWEST_OWN:
        raise WeakPassphrase("common", length)


def _is_repeated(plain: str) -> bool:
    """One piece again and again, the last one perhaps cut off."""
    return any(plain == (plain[:size] * len(plain))[: len(plain)] for size in range(1, len(plain) // 2 + 1))


def _own_part(plain: str) -> int:
    """How many characters are left when everything that stands on every list is gone, the longest first."""
    for piece in sorted(_lines("common.txt"), key=len, reverse=True):
        plain = plain.replace(piece, "")
    return sum(not character.isdigit() for character in plain)


def _below(limit: int) -> int:
    """Without the lean that a remainder would give the first words. `secrets` costs 15 ms to import."""
    bits = limit.bit_length()
    while True:
        drawn = int.from_bytes(os.urandom(4), "big") >> (32 - bits)
        if drawn < limit:
            return drawn


def _lines(name: str) -> tuple[str, ...]:
    path = os.path.join(os.path.dirname(__file__), name)
    with open(path, encoding="utf-8") as listed:
        return tuple(listed.read().split())
