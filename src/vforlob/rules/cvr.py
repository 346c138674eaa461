"""The eight digits of a CVR number and their check. Knows no virksomhed."""

from vforlob.errors.answer import BadAnswer
from vforlob.rules.danish import quoted

_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)


def is_cvr(text: str) -> bool:
    """Eight digits, modulus 11."""
    if len(text) != 8 or not (text.isascii() and text.isdigit()) or text[0] == "0":
        return False
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=True)) % 11 == 0


def read_cvr(text: str) -> str:
    """The eight digits of "12 34 56 78", "DK12345678"."""
    digits = "".join(text.split()).replace(".", "").replace("-", "").upper().removeprefix("CVR").removeprefix("DK")
    if not is_cvr(digits):
        wrong = "Mindst et af de 8 cifre er forkert." if len(digits) == 8 and digits.isdigit() else "Det har 8 cifre."
        raise BadAnswer(f"{quoted(text)} er ikke et CVR-nummer. {wrong} Lad feltet stå tomt, hvis du er i tvivl.")
    return digits
