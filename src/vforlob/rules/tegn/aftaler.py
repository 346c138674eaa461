"""Signs in what was promised: aftaler over their day, moved again and again, the borger's own part. Reads no scores."""

from collections.abc import Callable

from vforlob.model.aftale import Aftale
from vforlob.model.answers import Value
from vforlob.model.tegn import BACKGROUND, EGET, MOTIVATION, NOW, OPFOLGNING, SOON, Tegn
from vforlob.rules.danish import listed, quoted
from vforlob.rules.tegn.base import BORGER, VIRKSOMHED, Look, days_text, times_text

OURS = "konsulent"
OWN_PART = {
    "ringer_selv": "ringe til virksomheder",
    "tager_med_ud": "tage med ud til virksomheder",
    "sporger_netvaerk": "spørge i sit netværk",
    "finder_tre_steder": "finde tre steder",
}


def own_promise(look: Look) -> Tegn | None:
    late = _late(look, lambda it: OURS in it.hvem)
    if not late:
        return None
    return Tegn(
        "eget_lofte",
        EGET,
        f"Du lovede: {_said(look, late)}.",
        "Gør det, eller aftal en ny dag.",
        f"aftale ret {late[0].nr}",
        NOW,
        _facts(look, late),
    )


def borgers_aftale(look: Look) -> Tegn | None:
    late = _late(look, lambda it: BORGER in it.hvem and OURS not in it.hvem)
    if not late:
        return None
    return Tegn(
        "aftale_borger",
        MOTIVATION,
        f"Borgerens aftale er over tid: {_said(look, late)}.",
        f"Spørg {look.alias}, hvad der står i vejen, og hjælp med det første skridt.",
        f"aftale ret {late[0].nr}",
        SOON,
        _facts(look, late),
    )


def others_aftale(look: Look) -> Tegn | None:
    """Of the virksomhed, the mentor, the sagsbehandler or somebody else."""
    late = _late(look, lambda it: not {OURS, BORGER}.intersection(it.hvem))
    if not late:
        return None
    whose = "Virksomhedens aftale" if VIRKSOMHED in late[0].hvem else "En aftale"
    return Tegn(
        "aftale_andre",
        OPFOLGNING,
        f"{whose} er over tid: {_said(look, late)}.",
        "Hør, hvordan det går med den.",
        f"aftale ret {late[0].nr}",
        SOON,
        _facts(look, late),
    )


def moved(look: Look) -> Tegn | None:
    rule = "tegn_flyttet_gange"
    found = [it for it in look.case.aftaler if it.status == "aben" and it.flyttet >= look.number(rule)]
    if not found:
        return None
    most = max(found, key=lambda it: (it.flyttet, -it.nr))
    return Tegn(
        "aftale_flyttet",
        OPFOLGNING,
        f"Aftalen {quoted(most.hvad)} er flyttet {times_text(most.flyttet)}.",
        "Gør den mindre, eller lad den falde.",
        f"aftale ret {most.nr}",
        BACKGROUND,
        tuple(f"{quoted(it.hvad)}: flyttet {times_text(it.flyttet)} (aftale {it.nr})" for it in found),
        rule,
    )


def own_part(look: Look) -> Tegn | None:
    """What the borger wanted to do herself at the formøde has become no aftale. Only before the forløb begins."""
    rule, formode = "tegn_egen_indsats_dage", look.last_held("formode")
    if formode is None or look.age is not None or look.since(formode.dato) < look.days(rule):
        return None
    said = [OWN_PART[word] for word in _words(look.said(formode, "egen_indsats", "valg")) if word in OWN_PART]
    since = [it for it in look.case.aftaler if BORGER in it.hvem and (it.oprettet or it.frist or "") >= formode.dato]
    if not said or since:
        return None
    day = look.short(formode.dato)
    return Tegn(
        "egen_indsats",
        MOTIVATION,
        f"Til formødet {day} ville borgeren selv {listed(said)}. Det er ikke blevet til en aftale.",
        f"Spørg {look.alias}, hvad der er en god størrelse, og aftal en dag.",
        f"aftale ny {look.nr}",
        SOON,
        (f"Borgerens egen del: {listed(said)} (formødet {day})", "Ingen aftale, hvor borgeren gør noget, siden da"),
        rule,
    )


def _words(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else () if value is None else (str(value),)


def _late(look: Look, concerns: Callable[[Aftale], bool]) -> list[Aftale]:
    """Open and over the day, the oldest first."""
    found = [
        it for it in look.case.aftaler if it.status == "aben" and it.frist and it.frist < look.iso and concerns(it)
    ]
    return sorted(found, key=lambda it: (it.frist or "", it.nr))


def _said(look: Look, late: list[Aftale]) -> str:
    first = late[0]
    more = f" og {len(late) - 1} til" if len(late) > 1 else ""
    return f"{quoted(first.hvad)}{more} ({days_text(look.since(first.frist or look.iso))} over tid)"


def _facts(look: Look, late: list[Aftale]) -> tuple[str, ...]:
    return tuple(f"{quoted(it.hvad, 60)}: senest {look.short(it.frist or look.iso)} (aftale {it.nr})" for it in late)
