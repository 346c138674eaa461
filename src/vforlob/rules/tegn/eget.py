"""Signs in our own desk work: a samtale left open, tæt opfølgning not decided. Knows no meeting's answers."""

from vforlob.model.tegn import BACKGROUND, EGET, SOON, Tegn
from vforlob.rules.tegn.base import Look, days_text

AGENDAS = {
    "formode": "Formødet",
    "startmode": "Startmødet",
    "opfolgning": "Opfølgningen",
    "midtvejs": "Midtvejsevalueringen",
    "afslutning": "Afslutningen",
    "eftervaern": "Efterværnssamtalen",
}


def left_open(look: Look) -> Tegn | None:
    rule = "tegn_kladde_dage"
    waits = [it for it in look.case.samtaler if it.kladde_udgave is not None and it.dato and it.dato <= look.iso]
    waits = [it for it in waits if look.since(it.dato) >= look.days(rule)]
    if not waits:
        return None
    first = min(waits, key=lambda it: (it.dato, it.nr))
    day = look.short(first.dato)
    return Tegn(
        "samtale_ikke_faerdig",
        EGET,
        f"{AGENDAS.get(first.agenda, 'Samtalen')} {day} er ikke gjort færdig ({days_text(look.since(first.dato))}).",
        "Gør den færdig, mens du husker den.",
        "fortsæt",
        BACKGROUND,
        tuple(f"Samtale s{it.nr} fra {look.short(it.dato)} er en kladde" for it in waits),
        rule,
    )


def not_decided(look: Look) -> Tegn | None:
    """Before the start, and in the first weeks: nobody has said whether it is to be followed closely."""
    if look.case.taet or look.last_held("formode", "startmode") is None:
        return None
    if look.age is not None and not look.is_early:
        return None
    return Tegn(
        "taet_ikke_vurderet",
        EGET,
        "Det er ikke vurderet, om forløbet skal følges tæt.",
        "Vurder det, når du sidder alene.",
        f"tæt {look.nr}",
        SOON if look.age is None else BACKGROUND,
        ("Intet svar om tæt opfølgning",),
    )


def undecided(look: Look) -> Tegn | None:
    newest = look.case.taet[-1] if look.case.taet else None
    if newest is None or newest.svar != "obs":
        return None
    rule, days = "tegn_obs_dage", look.since(newest.dato)
    return Tegn(
        "taet_obs",
        EGET,
        f"Tæt opfølgning har stået på »hold øje« siden {look.short(newest.dato)}.",
        "Beslut, om det skal være ja eller nej.",
        f"tæt {look.nr}",
        SOON if days >= look.days(rule) else BACKGROUND,
        (f"Hold øje {look.short(newest.dato)} (tæt opfølgning)",),
        rule,
    )
