"""The fields of VITAS on a screen, "Kun til dig", and as JSON. Paints lines, decides nothing."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.vitas import Vitas
from vforlob.cli.layout import wrap
from vforlob.rules.danish import counted, listed
from vforlob.rules.vitas import Field, considerations, remark

MISSING = "mangler"
LABEL, NARROW = 25, 60


def vitas_screen(found: Vitas, name: str, width: int) -> list[str]:
    """`name` is f12 · Æ-7 hos Ørbæk & Søn."""
    return [
        *(f" {line}" for line in wrap(f"Kun til dig · VITAS · {name}", width - 2)),
        "",
        *_sentences((*found.warnings, found.hint), width),
        *(line for field in found.fields for line in _field(field, width)),
        "",
        *_missing(found, width),
    ]


def vitas_json(found: Vitas) -> dict[str, Any]:
    """`vaerdi` is null where it is missing; the keys are those of `felter`."""
    forlob = found.case.forlob
    assert forlob is not None
    rows = [{"id": it.id, "tekst": it.label, "vaerdi": it.value or None} for it in found.fields]
    return {
        "forlob": forlob.nr,
        "status": forlob.vitas,
        "frist": forlob.start,
        "felter": rows,
        "mangler": [it.id for it in found.fields if not it.value],
        "skanehensyn": [one.losning for one in considerations(found.case)],
        "bemaerkning": remark(found.case) or None,
        "advarsler": [*found.warnings, *([found.hint] if found.hint else [])],
    }


def _sentences(said: tuple[str, ...], width: int) -> list[str]:
    lines = [f" {line}" for sentence in said if sentence for line in wrap(sentence, width - 2)]
    return [*lines, ""] if lines else []


def _field(field: Field, width: int) -> Iterator[str]:
    if not field.value:
        yield from labelled(field.label, f"{MISSING}: {field.missing}", width)
        return
    for place, line in enumerate(field.value.split("\n")):
        yield from labelled("" if place else field.label, " ".join(line.split()), width)


def labelled(label: str, text: str, width: int) -> list[str]:
    """Wider than elsewhere: VITAS has long words."""
    if width < NARROW:
        return [*([f" {label}"] if label else []), *(f"   {line}" for line in wrap(text, width - 4))]
    lines = wrap(text, width - LABEL - 2)
    return [f" {label:<{LABEL}}{lines[0]}", *(" " * (LABEL + 1) + line for line in lines[1:])]


def _missing(found: Vitas, width: int) -> Iterator[str]:
    names = [field.label for field in found.fields if not field.value]
    if names:
        told = f"{counted(len(names), 'felt', 'felter')} mangler: {listed(names)}."
        yield from (f" {line}" for line in wrap(told, width - 2))
    forlob = found.case.forlob
    assert forlob is not None
    if found.warnings:
        yield f" Når bevillingen er der: vforlob forløb ret f{forlob.nr}"
