"""Every error has a sentence and an exit code."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from english import english_in

import vforlob.errors
from vforlob.cli.explain.registry import explain
from vforlob.errors.base import ExitCode, Fault, VforlobError
from vforlob.errors.record_rules import Broken
from vforlob.errors.records import RecordNotFound

SAMPLES: dict[str, Any] = {
    "nr": 7,
    "emne": "borger",
    "given": "borger",
    "wanted": "forlob",
    "borger": 7,
    "forlobene": (3, 12),
    "samtale": 31,
    "since": "13:42",
    "command": "opfølgning",
    "lukket": "2026-11-20",
    "day": "2026-12-01",
    "maned": "2026-12",
    "first": "2026-11",
    "fra": "2026-11-20",
    "indtil": "2026-12-01",
    "faults": [Fault("punkt 4", "Der mangler et tal.", 3)],
    "broken": [Broken("alias", "Det er i brug.")],
    "sentence": "Det kan ikke bruges.",
    "reason": RecordNotFound("borger", 7),
}


# What stands in an error as one of a few words.
CLOSED: dict[str, tuple[str, tuple[str, ...]]] = {
    "WeakPassphrase": ("reason", ("short", "common", "repeated")),
    "DocumentNotWritten": ("reason", ("plads", "mappe", "er_mappe", "adgang")),
    "NameRefused": ("reason", ("tegn", "optaget", "slut", "lang", "mappe")),
    "NotPrinted": ("reason", ("program", "printer", "stille")),
    "CaseNeedsForlob": ("recipient", ("virksomhed", "mentor")),
    "NoTextBeforeForlob": ("recipient", ("virksomhed", "mentor")),
    "NoSheetBeforeForlob": ("recipient", ("virksomhed", "mentor")),
    "NoTextWithoutYes": ("recipient", ("virksomhed", "mentor")),
}


def every_error() -> list[type[VforlobError]]:
    for module in pkgutil.iter_modules(vforlob.errors.__path__):
        importlib.import_module(f"vforlob.errors.{module.name}")
    return sorted(_below(VforlobError), key=lambda kind: kind.__name__)


def _below(kind: type[VforlobError]) -> set[type[VforlobError]]:
    return {below for child in kind.__subclasses__() for below in {child, *_below(child)} if _is_ours(below)}


def _is_ours(kind: type) -> bool:
    return kind.__module__.startswith("vforlob.errors.") and not kind.__name__.startswith("_")


def samples(kind: type[VforlobError]) -> Iterator[VforlobError]:
    """One error, or one for each word of a closed list."""
    parameters = inspect.signature(kind.__init__).parameters.values()
    variadic = {inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD}
    given = {p.name: _of_type(p) for p in list(parameters)[1:] if p.kind not in variadic}
    name, words = CLOSED.get(kind.__name__, ("", ()))
    yield from (kind(**given | {name: word}) for word in words) if words else [kind(**given)]


def _of_type(parameter: inspect.Parameter) -> Any:
    annotation = str(parameter.annotation)
    if parameter.name in SAMPLES and not (parameter.name == "reason" and "str" in annotation):
        return SAMPLES[parameter.name]
    if "int" in annotation and "str" not in annotation:
        return 3
    return ["kort", "lang"] if "Iterable" in annotation or "tuple" in annotation else "det"


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_error_has_danish_sentences_and_a_code(kind: type[VforlobError]) -> None:
    for error in samples(kind):
        sentences = explain(error)

        assert sentences
        assert all(sentence.strip() for sentence in sentences)
        assert english_in("\n".join(sentences)) == []
        assert not any("!" in sentence for sentence in sentences)
        assert isinstance(error.exit_code, ExitCode)
        assert error.exit_code is not ExitCode.OK
