"""Old consoles lack our marks: each has a twin in ASCII. Knows no screen."""

from vforlob.cli.layout import TWINS

_MARKS = "»«·–…½æøåÆØÅ"


def can_encode(encoding: str) -> bool:
    try:
        _MARKS.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def twin(text: str, drawable: bool) -> str:
    return text if drawable else text.replace("» ", "> ").translate(TWINS)
