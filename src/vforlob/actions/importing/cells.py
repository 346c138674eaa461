"""What stands in one cell, read as the answer to one felt. Knows no row, no other column and no file."""

import re
from datetime import date, timedelta

from vforlob.actions.record_kinds.base import RecordFelt, read_value
from vforlob.errors.answer import BadAnswer
from vforlob.model.answers import Value
from vforlob.model.text import REPLACED, clean
from vforlob.rules.cpr import find_cpr
from vforlob.rules.danish import quoted
from vforlob.rules.import_words import choice_meant, is_nothing, yes_or_no

CPR_SENTENCE = "Her står noget, der ligner et cpr-nummer. Slet det i regnearket; det bliver ikke læst."
_UNREADABLE = "Her er et tegn, der ikke kan læses. Skriv teksten om i regnearket."
_GARBLED = "Æ, ø og å er blevet til andre tegn. Gem filen som »CSV UTF-8« i Excel, eller som .xlsx."
# How ø looks when a file of one alphabet was read as another.
_GARBLES = re.compile(r"Ã[¦¸¥†˜…\u0086\u0098\u0085]|[A-Za-z][†›¾¿Œ][a-z]|\b[†›¾¿Œ][a-z]|ï¿½")
_TIME_BEHIND = re.compile(r"(\d{4}-\d\d-\d\d)[ T]\d\d:\d\d(?::\d\d)?")
_SERIAL = re.compile(r"[34]\d{4}|5[0-4]\d{3}")  # days since 1899, from 1982 to 2050
_YEAR_FIRST, _TWO_DIGITS = 8, 6  # digits: 20260301 or 01032026, 010326
_DAY_ZERO = date(1899, 12, 30)
_NINE_DIGITS = re.compile(r"[1-9]\d{8}")
_INSIDE = re.compile(r"\d{6}[-–]\d{4}(?!\d)")  # also where other digits stand close before it
# A text may not begin with what Excel takes for a formula, so who writes for Excel puts a sign before it.
_GUARDED = re.compile(r"'(?=[=+\-@\t\r＝＋－＠])")


def has_cpr(header: str, cell: str) -> bool:
    """The header tells what a bare number is. Excel drops the zero that a number begins with."""
    if sum(ch.isdigit() for ch in cell) < 9:
        return False
    if _NINE_DIGITS.fullmatch(cell):
        cell = f"0{cell}"
    if any(find_cpr(part) for part in _INSIDE.findall(cell)):
        return True
    before = f"{header}: " if header else ""
    return any(end > len(before) for _start, end in find_cpr(before + cell))


def read_cell(felt: RecordFelt, raw: str, today: date) -> Value | None:
    """None where nothing is said. Raises BadAnswer."""
    text = _GUARDED.sub("", raw, count=1).strip()
    if is_nothing(text):
        return None
    _refuse_unreadable(text)
    if felt.rows and "\n" not in text:
        text = "\n".join(part.strip() for part in text.split(";") if part.strip())
    kind = felt.felt.kind
    if kind == "dato":
        text = _day(text)
    elif kind == "janej":
        text = yes_or_no(text) or text
    elif kind == "valg":
        text = choice_meant(felt.id, text) or text
    elif kind == "flervalg":
        text = ", ".join(part for part in re.split(r"[,;/\n+]|\bog\b|\s+", text) if part)
    return read_value(felt, text, today)


def joined(cells: list[str], is_name: bool) -> str:
    """ "Nygade 1", "8000" and "Aarhus" as one place; "Anna" and "Ås" as one name."""
    if is_name:
        return " ".join(cell.strip() for cell in cells if cell.strip())
    text = ""
    for cell in (cell.strip() for cell in cells):
        if cell and cell not in text.split(", "):
            text += (
                cell if not text else f" {cell}" if text[-4:].isdecimal() and text[-5:-4] in ("", " ") else f", {cell}"
            )
    return text


def _refuse_unreadable(text: str) -> None:
    if REPLACED in clean(text):
        raise BadAnswer(_UNREADABLE)
    if _GARBLES.search(text):
        raise BadAnswer(_GARBLED)


def _day(text: str) -> str:
    """A date with the time behind it, and the number Excel keeps a date as."""
    if found := _TIME_BEHIND.fullmatch(text):
        return found[1]
    if _SERIAL.fullmatch(text):
        return (_DAY_ZERO + timedelta(int(text))).isoformat()
    if not text.isdecimal():
        return text
    if len(text) == _YEAR_FIRST and text.startswith(("19", "20")) and text[4:6] <= "12":
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    if len(text) in (_YEAR_FIRST, _TWO_DIGITS):
        return f"{text[:2]}/{text[2:4]}-{text[4:]}"
    raise BadAnswer(f"{quoted(text)} er ikke en dato. Skriv fx 3/12-2026.")
