"""What is said when something cannot be receipted or handed over. Knows no note."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.journal import NoSuchNote, NothingToHandOver, ReceiptAhead, ReceiptTooEarly
from vforlob.rules.danish import listed, long_date, quoted


@explains(NoSuchNote)
def _(error: NoSuchNote) -> list[str]:
    names = listed([quoted(typed) for typed in error.typed])
    return [
        f"{names} venter ikke på journalen og findes ikke. Der er ikke kvitteret for noget.",
        "Se, hvad der venter, og hvad det hedder: vforlob journal",
    ]


@explains(ReceiptAhead)
def _(error: ReceiptAhead) -> list[str]:
    day = long_date(error.day)
    return [
        f"{day[:1].upper()}{day[1:]} er ikke kommet endnu. Der er ikke kvitteret for noget.",
        "Skriv den dag, det blev sat ind, fx --dato »i går«.",
    ]


@explains(ReceiptTooEarly)
def _(error: ReceiptTooEarly) -> list[str]:
    day = long_date(error.day)
    return [
        f"{day[:1].upper()}{day[1:]} er før {listed(list(error.tags))} fandt sted. Der er ikke kvitteret for noget.",
        "Skriv den dag, det blev sat ind, fx --dato »i går«.",
    ]


@explains(NothingToHandOver)
def _(_error: NothingToHandOver) -> list[str]:
    return ["Der er ingen færdig samtale, der mangler at blive afleveret.", "Se dem alle: vforlob samtale liste"]
