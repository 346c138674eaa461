"""The nearest right word to a wrong one. Knows no words itself."""

from collections.abc import Iterable

from vforlob.model.text import fold

_LONGEST = 40


def nearest(word: str, right: Iterable[str]) -> str:
    """The right word that was probably meant, empty when none is near. Danish letters count as their ASCII spelling."""
    from difflib import get_close_matches  # only for a file that is faulty

    folded = {fold(candidate): candidate for candidate in right}
    typed = fold(word[:_LONGEST])
    found = [typed] if typed in folded else get_close_matches(typed, folded, 1)
    return folded[found[0]] if found else ""


def did_you_mean(word: str, right: Iterable[str]) -> str:
    """ " (mente du »x«?)", or nothing."""
    near = nearest(word, right)
    return f" (mente du »{near}«?)" if near else ""
