"""What an own target may be called: short, plain, and nobody's name or alias. Knows no storage."""

from collections.abc import Iterable
from functools import cache

from vforlob.rules.naming import Names, names_one_of

LONGEST = 30
_SIGNS = " -/+&.,%"
_FORM = "Brug bogstaver, tal og mellemrum."


def broken_name(navn: str, people: Iterable[str]) -> str:
    """The sentence for a name that cannot be used, empty for one that can. `people` are aliases and names."""
    plain = " ".join(navn.split())
    if len(plain) > LONGEST:
        return f"Navnet er på {len(plain)} tegn og må højst være på {LONGEST}."
    if not any(char.isalpha() for char in plain):
        return f"Navnet skal have mindst et bogstav. {_FORM}"
    wrong = next((char for char in plain if not char.isalnum() and char not in _SIGNS), "")
    if wrong:
        return f"Tegnet »{wrong}« kan ikke stå i navnet. {_FORM}"
    if names_anyone(plain, people):
        return "Der står en borgers alias eller navn i det. Et måltal handler om tal og bliver vist for andre."
    return ""


def names_anyone(text: str, people: Iterable[str]) -> bool:
    """Whether one of them stands in the text as words of its own, in any spelling."""
    return _named(frozenset(people))(text)


def own_text(text: str, people: frozenset[str]) -> str:
    """What a target is called before others, unless somebody got that alias or name after it was made."""
    return "Eget måltal" if names_anyone(text, people) else text


@cache
def _named(people: frozenset[str]) -> Names:
    return names_one_of(people)
