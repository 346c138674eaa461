"""A ready phrase for a hensyn: what is hard, what helps, and how it can be said. Knows no borger."""

from typing import NamedTuple


class Frase(NamedTuple):
    """`words` are the beginnings of words that find it; `valid_from` is ISO."""

    id: str
    words: tuple[str, ...]
    behov: str
    losning: str
    reformulering: str
    valid_from: str
    source: str
