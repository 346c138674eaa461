"""Find what looks like a cpr number in a text, and mask it. Knows no question; stores nothing.

No modulus 11: since 2007 valid numbers are given without it. Ten digits in a row are a cpr number only when no label
before them says that they are something else.
"""

import re

MASK = "••••"

Span = tuple[int, int]

_DASH = r"[ \t\u00a0]*[-\u2010-\u2015\u2212./][ \t\u00a0]*"
_SPACE = r"[ \t\u00a0]"
# A date with points and then a time is no cpr number ("24.11.26 1300"), hence the dash after those.
_SHAPES = re.compile(
    rf"(?<!\d)(?:(\d\d)(\d\d)(\d\d)(?:{_DASH}|{_SPACE}{{1,3}})(\d{{4}})"
    rf"|(\d\d)[./-](\d\d)[./-](\d\d){_DASH}(\d{{4}})"
    rf"|(\d\d)(\d\d)(\d\d)(\d{{4}})"
    rf"|(\d\d){_SPACE}(\d\d){_SPACE}(\d\d){_SPACE}(\d{{4}}))(?!\d)"
)
_BARE = 9  # the group that is set when the ten digits stand together
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CPR_LABEL = re.compile(r"\b(?:cpr|personnummer|personnr)\W*(?:nr|nummer)?\W*$", re.IGNORECASE)
_OTHER_LABEL = re.compile(
    r"(?:\b(?:p|pnr|p-?nr|p-?nummer|produktionsenhed\w*|tlf|telefon\w*|mobil\w*|phone|sms|fax|sags?|journal\w*|j|jnr"
    r"|konto\w*|reg|iban|cvr\w*|ean\w*|faktura\w*|ordre\w*|kunde\w*|medlem\w*|løbe\w*|bilag\w*|id|ref\w*|kvittering\w*"
    r"|vitas\w*|aftale\w*|serie\w*|vare\w*|stelnr|stelnummer|nummerplade|police\w*|afdeling\w*|lokation\w*|gln\w*)"
    r"(?:[-. ]{0,2}(?:nr|nummer|no|id))?[-.:#= \t]{0,4}|[+#]|\b\d{4}[ -])$",
    re.IGNORECASE,
)
_LABEL_REACH = 32


def find_cpr(text: str) -> tuple[Span, ...]:
    """Where in `text` something stands that looks like a cpr number."""
    return tuple(match.span() for match in _SHAPES.finditer(text) if _looks_like_one(text, match))


def mask_cpr(text: str) -> str:
    """The text with the last four digits of every such number hidden."""
    parts, at = [], 0
    for _start, end in find_cpr(text):
        parts.append(text[at : end - 4] + MASK)
        at = end
    return "".join((*parts, text[at:]))


def _looks_like_one(text: str, match: re.Match[str]) -> bool:
    day, month, year, serial = (group for group in match.groups() if group is not None)
    if not _is_a_day(int(day), int(month)):
        return False
    before = text[max(0, match.start() - _LABEL_REACH) : match.start()]
    if match[_BARE] is None or _CPR_LABEL.search(before):
        return True
    return _could_be_born(int(year), int(serial[0])) and not _OTHER_LABEL.search(before)


def _is_a_day(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]


def _could_be_born(year: int, seventh: int) -> bool:
    """The seventh digit tells the century; nobody in a forløb is born before 1900 or after 2030."""
    return seventh < 5 or seventh == 9 or year <= 30
