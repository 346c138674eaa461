"""Signs in the delmål: none, none left, over their day, letters missing. No sentence quotes what was typed."""

from vforlob.model.delmal import Delmal
from vforlob.model.tegn import BACKGROUND, FORBEREDELSE, OPFOLGNING, SOON, Tegn
from vforlob.rules.danish import listed, quoted
from vforlob.rules.smart import gaps, missing, title
from vforlob.rules.tegn.base import Look, days_text

OPEN = "aben"


def none_yet(look: Look) -> Tegn | None:
    """After the formøde, or in a forløb."""
    if look.case.delmal or (look.forlob is None and look.last_held("formode") is None):
        return None
    near = look.age is not None or (look.ahead is not None and look.ahead <= look.days("tegn_snart_dage"))
    week = f"Uge {look.week}. " if look.is_early else ""
    return Tegn(
        "delmal_mangler",
        FORBEREDELSE,
        f"{week}Der er intet delmål endnu.",
        f"Lav et lille et sammen med {look.alias}.",
        f"delmål ny b{look.borger.nr}",
        SOON if near else BACKGROUND,
        ("Ingen delmål på borgeren i dag",),
        "tegn_snart_dage",
    )


def none_left(look: Look) -> Tegn | None:
    if look.age is None or not look.case.delmal or any(it.status == OPEN for it in look.case.delmal):
        return None
    return Tegn(
        "delmal_ingen_abne",
        OPFOLGNING,
        "Ingen delmål er åbne.",
        f"Spørg {look.alias}, hvad det næste lille skridt er.",
        f"delmål ny b{look.borger.nr}",
        BACKGROUND,
        tuple(_fact(look, it) for it in look.case.delmal),
    )


def overdue(look: Look) -> Tegn | None:
    late = sorted(
        (it for it in look.case.delmal if it.status == OPEN and it.frist and it.frist < look.iso),
        key=lambda it: (it.frist or "", it.nr),
    )
    if not late:
        return None
    first, others = late[0], len(late) - 1
    more = f" {others} til er over tid." if others else ""
    return Tegn(
        "delmal_over_tid",
        OPFOLGNING,
        f"Delmål {first.nr} skulle være nået {look.short(first.frist or '')},"
        f" for {days_text(look.since(first.frist or ''))} siden.{more}",
        "Se på det sammen: nået, justeret eller en ny dag.",
        f"delmål ret {first.nr}",
        SOON,
        tuple(_fact(look, it) for it in late),
    )


def letters_missing(look: Look) -> Tegn | None:
    found = [it for it in look.case.delmal if it.status == OPEN and missing(it)]
    if not found:
        return None
    first = found[0]
    return Tegn(
        "delmal_smart",
        FORBEREDELSE,
        f"Delmål {first.nr} mangler {listed(list(missing(first)))} af SMART.",
        f"Gør det færdigt sammen med {look.alias}.",
        f"delmål ret {first.nr}",
        BACKGROUND,
        (
            *(f"Delmål {first.nr}: {gap}" for gap in gaps(first)),
            *(f"Delmål {it.nr} mangler {listed(list(missing(it)))}" for it in found[1:]),
        ),
    )


def _fact(look: Look, it: Delmal) -> str:
    until = f", frist {look.short(it.frist)}" if it.frist else ""
    return (
        f"Delmål {it.nr}{': ' + quoted(title(it), 60) if title(it) else ''}{until} ({STATUS.get(it.status, it.status)})"
    )


STATUS = {"aben": "åben", "naet": "nået", "delvist": "delvist nået", "justeret": "justeret", "bortfaldet": "bortfaldet"}
