"""The numbers on a sheet of paper, both ways: where a felt stands, and what stands under a number. Knows no answers.

On paper a row has the place it stands in, counted from 1; which row of the samtale that is, is decided elsewhere. A
place without a felt is the whole point, or the whole row.
"""

import re
from collections.abc import Iterator

from vforlob.agenda.reserved import (
    AFTALER_PUNKT,
    BESIDE,
    CLOSING_PUNKT,
    DELMAL_PUNKT,
    TIDLIGERE_AFTALER,
    TIDLIGERE_DELMAL,
    WHO_PUNKT,
)
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import NOTE, SVAR, Key
from vforlob.model.text import fold

# What stands beside the points has a word instead of a number.
ROW_WORDS = {TIDLIGERE_AFTALER: "aftale", TIDLIGERE_DELMAL: "delmål"}
FELT_WORDS = {
    Key(WHO_PUNKT.id, "dato"): "dato",
    Key(WHO_PUNKT.id, "kl"): "kl",
    Key(WHO_PUNKT.id, "form"): "form",
    Key(WHO_PUNKT.id, "deltagere"): "med",
    Key(CLOSING_PUNKT.id, "kraever_samtale"): "sag a",
    Key(CLOSING_PUNKT.id, "anmaerkning"): "sag b",
}
# What else is understood for them.
_ALSO = {
    "deltagere": "med",
    "klokken": "kl",
    "kraever samtale": "sag a",
    "anmaerkning": "sag b",
    "aftaler": "aftale",
}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_AFTER_NUMBER = re.compile(r"\.?([a-z]{1,3})$")
_ROW = re.compile(r"\.?(\d{1,3})(?:\.?([a-z]{1,3}))?$")
_BARE_ROW = re.compile(r"\.(\d{1,3})(?:\.?([a-z]{1,3}))?$")
_WORD_ROW = re.compile(r"([a-z]+) ?(\d{1,9})(?:\.?([a-z]{1,3}))?$")


def letters(index: int) -> str:
    """0 is a, 25 is z, 26 is aa."""
    found = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, len(_LETTERS))
        found = _LETTERS[rest] + found
    return found


def index_of(letters_: str) -> int:
    place = 0
    for letter in letters_:
        place = place * len(_LETTERS) + _LETTERS.index(letter) + 1
    return place - 1


def address(agenda: Agenda, key: Key) -> str:
    """What is printed for a place. Raises LookupError for what the agenda does not have."""
    if key in FELT_WORDS:
        return FELT_WORDS[key]
    punkt = paper_punkt(agenda, key.punkt)
    if punkt is None:
        raise LookupError(key)
    if key.felt == NOTE and punkt.felt(NOTE) is None:
        return f"{punkt.number} {NOTE}"
    if key.raekke:
        of_row = letters(_place(punkt.row_felter, key.felt)) if key.felt else ""
        before = f"{ROW_WORDS[punkt.id]} " if punkt.id in ROW_WORDS else f"{punkt.number}."
        return f"{before}{key.raekke}{of_row}"
    if not key.felt or punkt.is_scalar:
        return punkt.number
    between = "." if punkt.appendix else ""
    return f"{punkt.number}{between}{letters(_place(punkt.single_felter, key.felt))}"


def find(agenda: Agenda, typed: str) -> Key | None:
    """The place that a typed number names, in any spelling; None when there is none."""
    wanted = " ".join(typed.casefold().replace(",", ".").split())
    beside = _find_word(agenda, wanted)
    if beside is not None:
        return beside
    wanted = wanted.replace(" ", "").rstrip(".")
    for punkt in sorted(agenda.punkter, key=lambda one: -len(one.number)):
        number = punkt.number.casefold()
        if number and wanted.startswith(number):
            found = _find_in(punkt, wanted[len(number) :])
            if found is not None:
                return found
    return None


def felter_of_agenda(agenda: Agenda) -> Iterator[tuple[Punkt, Felt]]:
    """Every felt that has a number, in order."""
    for punkt in agenda.punkter:
        for felt in punkt.felter:
            yield punkt, felt


def paper_punkt(agenda: Agenda, punkt_id: str) -> Punkt | None:
    """A point of the agenda, or one of those that stand beside it."""
    beside = (WHO_PUNKT, CLOSING_PUNKT, AFTALER_PUNKT, DELMAL_PUNKT, *BESIDE)
    return agenda.punkt(punkt_id) or next((one for one in beside if one.id == punkt_id), None)


def line_felter(felter: tuple[Felt, ...]) -> tuple[Felt, ...]:
    """The order in which several are written on one line: what everybody can see first, whatever the file's order, so
    that a line reads the same on each page.
    """
    return (*(felt for felt in felter if not felt.alone), *(felt for felt in felter if felt.alone))


def nearest(agenda: Agenda, typed: str) -> str:
    """The number that was probably meant, for one that is not there."""
    wanted = typed.casefold().replace(" ", "")
    for punkt in sorted(agenda.punkter, key=lambda one: -len(one.number)):
        number = punkt.number.casefold()
        if wanted.startswith(number) and not wanted[len(number) :][:1].isdigit():
            single = punkt.single_felter
            return address(agenda, Key(punkt.id, single[-1].id)) if single else address(agenda, Key(punkt.id, "", 1))
    digits = re.match(r"\d+", wanted)
    numbered = [punkt.number for punkt in agenda.punkter if not punkt.appendix]
    if digits and numbered:
        return numbered[min(int(digits[0][:6]), len(numbered)) - 1] if int(digits[0][:6]) else numbered[0]
    return ""


def _find_word(agenda: Agenda, wanted: str) -> Key | None:
    folded = fold(wanted)
    for key, word in FELT_WORDS.items():
        if folded == fold(word) or (_ALSO.get(folded) == word):
            return key
    if folded.endswith(f" {NOTE}") or folded.startswith(f"{NOTE} "):
        bare = folded.removesuffix(f" {NOTE}").removeprefix(f"{NOTE} ").removeprefix("til ")
        punkt = agenda.numbered(bare.strip().rstrip("."))
        return Key(punkt.id, NOTE) if punkt is not None else None
    of_row = _WORD_ROW.match(folded)
    if of_row is None:
        return None
    word = _ALSO.get(of_row[1], of_row[1])
    punkt_id = next((punkt for punkt, name in ROW_WORDS.items() if fold(name) == word), None)
    if punkt_id is None:
        return None
    return _of_row(AFTALER_PUNKT if punkt_id == TIDLIGERE_AFTALER else DELMAL_PUNKT, int(of_row[2]), of_row[3])


def _find_in(punkt: Punkt, rest: str) -> Key | None:
    """What stands after the number of the point."""
    if not rest:
        return Key(punkt.id, SVAR if punkt.is_scalar else "")
    single = _AFTER_NUMBER.match(rest)
    if single and not punkt.is_scalar:
        place = index_of(single[1])
        return Key(punkt.id, punkt.single_felter[place].id) if place < len(punkt.single_felter) else None
    row = (_ROW if punkt.appendix else _BARE_ROW).match(rest)
    return _of_row(punkt, int(row[1]), row[2]) if row and punkt.is_liste else None


def _of_row(punkt: Punkt, raekke: int, letters_: str | None) -> Key | None:
    if not raekke:
        return None
    if not letters_:
        return Key(punkt.id, "", raekke)
    place = index_of(letters_)
    return Key(punkt.id, punkt.row_felter[place].id, raekke) if place < len(punkt.row_felter) else None


def _place(felter: tuple[Felt, ...], felt_id: str) -> int:
    for place, felt in enumerate(felter):
        if felt.id == felt_id:
            return place
    raise LookupError(felt_id)
