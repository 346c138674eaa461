"""A sign that the letters lack: what it is called in Danish, and the heading it stands under. Knows no font."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from vforlob.errors.eksport import SignNotShown
from vforlob.model.dokument import Dokument, Overskrift, Sporgsmal

EMOJI, CHINESE, JAPANESE, KOREAN = "emoji", "kinesisk skrifttegn", "japansk skrifttegn", "koreansk skrifttegn"
# First and last sign of a script, in the order of their numbers.
SCRIPTS = (
    (0x0700, 0x074F, "syrisk bogstav"),
    (0x0780, 0x07BF, "thaana-bogstav"),
    (0x0900, 0x097F, "hindi-bogstav"),
    (0x0980, 0x09FF, "bengali-bogstav"),
    (0x0A00, 0x0A7F, "punjabi-bogstav"),
    (0x0A80, 0x0AFF, "gujarati-bogstav"),
    (0x0B80, 0x0BFF, "tamilsk bogstav"),
    (0x0C00, 0x0C7F, "telugu-bogstav"),
    (0x0D80, 0x0DFF, "singalesisk bogstav"),
    (0x0E00, 0x0E7F, "thailandsk bogstav"),
    (0x0E80, 0x0EFF, "laotisk bogstav"),
    (0x0F00, 0x0FFF, "tibetansk bogstav"),
    (0x1000, 0x109F, "burmesisk bogstav"),
    (0x10A0, 0x10FF, "georgisk bogstav"),
    (0x1100, 0x11FF, KOREAN),
    (0x1200, 0x139F, "etiopisk bogstav"),
    (0x1780, 0x17FF, "cambodjansk bogstav"),
    (0x1800, 0x18AF, "mongolsk bogstav"),
    (0x2300, 0x23FF, "symbol"),
    (0x2600, 0x27BF, EMOJI),
    (0x2B00, 0x2BFF, EMOJI),
    (0x2E80, 0x2FDF, CHINESE),
    (0x3000, 0x303F, "kinesisk skilletegn"),
    (0x3040, 0x30FF, JAPANESE),
    (0x3100, 0x312F, CHINESE),
    (0x3130, 0x318F, KOREAN),
    (0x31C0, 0x31EF, CHINESE),
    (0x31F0, 0x31FF, JAPANESE),
    (0x3400, 0x4DBF, CHINESE),
    (0x4E00, 0x9FFF, CHINESE),
    (0xA960, 0xA97F, KOREAN),
    (0xAC00, 0xD7FF, KOREAN),
    (0xE000, 0xF8FF, "et tegn, som kun ét program kender"),
    (0xF900, 0xFAFF, CHINESE),
    (0xFF00, 0xFF60, "kinesisk bredt tegn"),
    (0xFF61, 0xFF9F, JAPANESE),
    (0x1D000, 0x1D24F, "nodetegn"),
    (0x1D400, 0x1D7FF, "matematisk bogstav"),
    (0x1F000, 0x1FAFF, EMOJI),
    (0x20000, 0x3FFFF, CHINESE),
    (0xF0000, 0x10FFFF, "et tegn, som kun ét program kender"),
)
_FIRSTS = tuple(first for first, _, _ in SCRIPTS)


def name_of(sign: str) -> str:
    """Its number when no name says more."""
    number = ord(sign)
    _, last, name = SCRIPTS[max(bisect_right(_FIRSTS, number) - 1, 0)]
    return name if _FIRSTS[0] <= number <= last else f"U+{number:04X}"


def raise_for_first(missing: frozenset[str], dokument: Dokument) -> NoReturn:
    for place, text in _texts(dokument):
        for sign in text:
            if sign in missing:
                raise SignNotShown(sign, name_of(sign), place)
    sign = min(missing)  # drawn in a plot, which has its texts from the document
    raise SignNotShown(sign, name_of(sign), "")


def _texts(dokument: Dokument) -> Iterator[tuple[str, str]]:
    """Every text with the heading it stands under, or the point of a sheet."""
    yield from (("", text) for text in (dokument.titel, dokument.undertitel, dokument.sidehoved))
    place = ""
    for block in dokument.blokke:
        if isinstance(block, Overskrift) or (isinstance(block, Sporgsmal) and block.niveau == 1):
            place = block.tekst
        yield from ((place, text) for text in _strings(block))
    yield from (("", text) for text in (dokument.hilsen, dokument.konsulent, dokument.telefon))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for part in value:
            yield from _strings(part)
