"""Which sentences belong to which error. Knows no error by name: each area registers its own."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from vforlob.errors.base import VforlobError

Sentences = Callable[[Any], Sequence[str]]
_sentences: dict[type[VforlobError], Sentences] = {}


def explains(*errors: type[VforlobError]) -> Callable[[Sentences], Sentences]:
    """Register what is said of an error: first what happened, then what to do. One sentence a line."""

    def register(sentences: Sentences) -> Sentences:
        _sentences.update(dict.fromkeys(errors, sentences))
        return sentences

    return register


def explain(error: VforlobError) -> list[str]:
    for kind in type(error).__mro__:
        sentences = _sentences_of(kind)
        if sentences is not None:
            return list(sentences(error))
    raise LookupError(type(error).__name__)


def is_explained(kind: type[VforlobError]) -> bool:
    """Has sentences of its own, not only those of a parent."""
    return _sentences_of(kind) is not None


def _sentences_of(kind: type) -> Sentences | None:
    if kind not in _sentences:
        _load_area(kind.__module__)
    return _sentences.get(kind)


def _load_area(module: str) -> None:
    """errors/xyz.py is explained in explain/xyz.py, loaded when its first error is met."""
    area = module.removeprefix("vforlob.errors.")
    wanted = f"vforlob.cli.explain.{area}"
    if area == module or wanted in sys.modules:
        return
    try:
        __import__(wanted)
    except ModuleNotFoundError as missing:
        if missing.name != wanted:
            raise
