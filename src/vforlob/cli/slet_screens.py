"""What would go with a borger or a virksomhed, before the yes, and what is still named afterwards. Decides nothing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vforlob.actions.kept_exports import AWAY, CHANGED, HERE, OTHER, Found
from vforlob.cli.layout import for_you, labelled, one_line
from vforlob.cli.slet_words import kinds_counted
from vforlob.model.borger import Borger
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.danish import counted, listed

NAMED = 12
LOST = "Det slettede kan ikke hentes tilbage."
REMAINS = "månedernes tal{}, uden nummer og alias, og en kvittering uden navn"
OF_EACH = " og én grov linje om hvert afsluttet forløb"


class Before(NamedTuple):
    """`counts` by kind, `drafts` the samtaler that are not finished, `named` the places in others' texts."""

    borger: Borger
    counts: Mapping[str, int]
    drafts: int
    files: Sequence[Found]
    named: Sequence[str]


def borger_lines(it: Before, width: int) -> Iterator[str]:
    yield from for_you(f"Slet b{it.borger.nr} · {one_line(it.borger.alias)}", width)
    yield ""
    yield from labelled("Det slettes", kinds_counted(it.counts) or "kun borgeren selv", width)
    if it.drafts:
        yield from labelled(
            "Ikke færdig", f"{counted(it.drafts, 'samtale', 'samtaler')}, der ikke er i journalen", width
        )
    yield from _files(it.files, width)
    if it.named:
        yield from labelled("Nævnt hos andre", f"{places(it.named)}. Det bliver ikke slettet.", width)
    yield from labelled("Tilbage bliver", REMAINS.format(OF_EACH if it.counts.get("forlob") else ""), width)
    yield from labelled("", LOST, width)
    yield ""


def virksomhed_lines(virksomhed: Virksomhed, counts: Mapping[str, int], width: int) -> Iterator[str]:
    yield from for_you(f"Slet v{virksomhed.nr} · {one_line(virksomhed.navn)}", width)
    yield ""
    yield from labelled("Det slettes", listed(["virksomheden", *filter(None, [kinds_counted(counts)])]), width)
    yield from labelled("", LOST, width)
    yield ""


def still_named(named: Sequence[str]) -> list[str]:
    """Numbers only: who she was is not said again."""
    return [f"Aliasset eller navnet står endnu her: {places(named)}. Ret det der."] if named else []


def places(named: Sequence[str]) -> str:
    rest = [f"{len(named) - NAMED} andre steder"] if len(named) > NAMED else []
    return listed([*named[:NAMED], *rest])


def _files(files: Sequence[Found], width: int) -> Iterator[str]:
    there = [it for it in files if it.state in {HERE, CHANGED}]
    if there:
        changed = sum(it.state == CHANGED for it in there)
        since = f", {changed} af dem er ændret siden" if changed else ""
        yield from labelled("Filer, der slettes", f"{counted(len(there), 'fil', 'filer')}{since}", width)
    for it in files:
        if it.state in {AWAY, OTHER}:
            why = "Mappen er her ikke" if it.state == AWAY else "Der ligger noget andet"
            yield from labelled("Slet den selv", f"{why}: filen kan ikke slettes herfra.", width)
            yield f"   {it.eksport.sti}"
