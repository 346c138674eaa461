"""The recovery code: 160 random bits as people can copy them, and back. Knows no key and no file."""

import os

from vforlob.errors.key import MistypedRecoveryCode

RANDOM_BYTES = 20
GROUP = 4
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_VALUE = {character: value for value, character in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_LENGTH = RANDOM_BYTES * 8 // 5
_PRIMITIVE = 0b100101  # x^5 + x^2 + 1


def new_secret() -> bytes:
    return os.urandom(RANDOM_BYTES)


def code_of(secret: bytes) -> str:
    """95AB-3YG7-... ending in one check character."""
    number = int.from_bytes(secret, "big")
    values = [number >> (5 * place) & 31 for place in reversed(range(_LENGTH))]
    text = "".join(_ALPHABET[value] for value in [*values, _check(values)])
    return "-".join(text[start : start + GROUP] for start in range(0, len(text), GROUP))


def groups_of(code: str) -> tuple[str, ...]:
    return tuple(code.split("-"))


def same_group(typed: str, group: str) -> bool:
    """Whether somebody who copies the group wrote this."""
    return _values(typed) == _values(group)


def secret_of(typed: str) -> bytes:
    """Takes lower case, spaces or no hyphens, O for 0, I and L for 1."""
    values = _values(typed)
    if values is None or len(values) != _LENGTH + 1 or _check(values[:-1]) != values[-1]:
        raise MistypedRecoveryCode
    number = 0
    for value in values[:-1]:
        number = number << 5 | value
    return number.to_bytes(RANDOM_BYTES, "big")


def looks_like_code(typed: str) -> bool:
    """A whole code with a right check character, or one typed so long that it can be nothing else."""
    values = _values(typed)
    return values is not None and len(values) == _LENGTH + 1


def _values(typed: str) -> list[int] | None:
    plain = "".join(character for character in typed.upper() if character not in "-–— \t\n\r")
    if any(character not in _VALUE for character in plain):
        return None
    return [_VALUE[character] for character in plain]


def _check(values: list[int]) -> int:
    """A weighted sum in GF(32): finds every wrong character and every swap of two neighbours."""
    total = 0
    for value in values:
        total = _times_x(total) ^ value
    return _times_x(total)


def _times_x(element: int) -> int:
    doubled = element << 1
    return doubled ^ _PRIMITIVE if doubled & 32 else doubled
