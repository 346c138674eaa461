"""What tekst and kort share: cleaning, the size cap, the look for a cpr number. Knows no lines and no widget."""

from vforlob.agenda.kinds.kind import NOTHING
from vforlob.errors.answer import BadAnswer
from vforlob.errors.cpr import LooksLikeCpr
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.text import clean
from vforlob.rules.danish import number

LONGEST = 20_000
_DIGITS_OF_CPR = 10


def read_text(raw: object, lines: bool) -> str:
    """The text as it stands, without empty lines around it. A number from a file is the text of that number."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        raw = str(raw) if isinstance(raw, int) else number(raw)  # a file may hold an int no float can
    if not isinstance(raw, str):
        raise BadAnswer("Her skal stå en tekst. I en fil står den i anførselstegn.")
    text = clean(raw, lines).strip("\n").rstrip()
    text = text if lines else text.strip()
    if not text.strip():
        raise BadAnswer(NOTHING)
    if len(text) > LONGEST:
        raise BadAnswer(f"Teksten er på {len(text)} tegn. Der er plads til {LONGEST}. Del den, eller kort den af.")
    _refuse_cpr(text)
    return text


def show_text(value: Value, _felt: Felt) -> str:
    return clean(str(value))


def _refuse_cpr(text: str) -> None:
    if sum(ch.isdigit() for ch in text) < _DIGITS_OF_CPR:
        return
    from vforlob.rules.cpr import find_cpr, mask_cpr  # late: its patterns cost more than most texts need

    if find_cpr(text):
        raise LooksLikeCpr(mask_cpr(text))
