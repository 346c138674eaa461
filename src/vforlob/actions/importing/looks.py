"""What a column may be by the look of its values alone. Knows no header and no file."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from vforlob.actions.record_kinds.borger import PARATHED
from vforlob.actions.record_kinds.forlob import ART
from vforlob.agenda.kinds.choices import read_choice
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Choice
from vforlob.model.text import fold
from vforlob.rules.cvr import is_cvr
from vforlob.rules.dates import read_date
from vforlob.rules.import_words import choice_meant

_ALIAS = re.compile(r"(?=.*[^\W\d_])(?=.*[\d-])[^\W_][\w-]{0,11}")
_INITIALS = re.compile(r"[^\W\d_]{1,4}")
_NUMBER_OF_OURS = re.compile(r"b\d{1,6}", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+?45)? ?(?:\d ?){8}")
_DAY = re.compile(r"\d{1,4}[-./ ]\d{1,2}[-./ ]\d{2,4}|\d{1,2}[-./]\d{1,2}")


def looks_like(values: Sequence[str], emne: str) -> tuple[str, ...]:
    """Targets, the likeliest first."""
    if not values:
        return ()
    return tuple(target for target, fits in _LOOKS[emne] if _mostly(values, fits))


def is_alias(value: str) -> bool:
    return bool(_ALIAS.fullmatch(value)) and not _NUMBER_OF_OURS.fullmatch(value)


def is_initials(value: str) -> bool:
    """AB, MKJ: letters and nothing else. »Anna« is a name, whoever it is."""
    return bool(_INITIALS.fullmatch(value)) and value == value.upper()


def _mostly(values: Sequence[str], fits: Callable[[str], bool]) -> bool:
    """Nine of ten: some cells are always wrong."""
    return sum(1 for value in values if fits(value)) * 10 >= len(values) * 9


def _one_of(felt: str, choices: tuple[Choice, ...]) -> Callable[[str], bool]:
    texts = {fold(text) for choice in choices for text in (choice.id, choice.text)}
    return lambda value: bool(choice_meant(felt, value)) or fold(value.strip()) in texts or _is_choice(value, choices)


def _is_choice(value: str, choices: tuple[Choice, ...]) -> bool:
    try:
        read_choice(value, choices)
    except BadAnswer:
        return False
    return True


def _is_day(value: str) -> bool:
    if not _DAY.match(value):
        return False
    try:
        read_date(value.split(" ")[0], date(2000, 1, 1))
    except BadAnswer:
        return False
    return True


_LOOKS: dict[str, tuple[tuple[str, Callable[[str], bool]], ...]] = {
    "borger": (
        ("alias", lambda value: is_alias(value) or is_initials(value)),
        ("parathed", _one_of("parathed", PARATHED)),
    ),
    "virksomhed": (
        ("cvr", lambda value: is_cvr("".join(value.split()))),
        ("email", lambda value: "@" in value and " " not in value),
        ("telefon", lambda value: bool(_PHONE.fullmatch(value))),
    ),
    "forlob": (
        ("virksomhed.cvr", lambda value: is_cvr("".join(value.split()))),
        ("borger", is_alias),
        ("art", _one_of("art", ART)),
        ("start", _is_day),
        ("slut", _is_day),
    ),
}
