"""What is said when the record of processing, or what was on a machine, cannot be told as asked. Knows no document."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.fortegnelse import DiscoveryAhead, DiscoveryUnreadable, NoCopyThere, NoPlaceYet


@explains(DiscoveryUnreadable)
def _(error: DiscoveryUnreadable) -> list[str]:
    return [error.sentence, 'Skriv både dag og klokkeslæt, fx: vforlob databrud --opdaget "2026-11-20 13:00"']


@explains(DiscoveryAhead)
def _(_error: DiscoveryAhead) -> list[str]:
    return ["Tidspunktet er ikke kommet endnu.", "Skriv, hvornår bruddet blev opdaget: dag og klokkeslæt."]


@explains(NoCopyThere)
def _(_error: NoCopyThere) -> list[str]:
    return [
        "Der ligger ingen kopi.",
        "Skriv stien til en kopi (.db) eller til mappen med kopier, fx: vforlob databrud --kopi E:\\kopier",
    ]


@explains(NoPlaceYet)
def _(error: NoPlaceYet) -> list[str]:
    return ["Her er ingen datamappe at lægge filen i.", f"Skriv, hvor den skal ligge, fx: --ud side.{error.format}"]
