"""Signs in a forløb that has ended: what was not closed, not learned, not told, not planned. Knows no open forløb."""

from vforlob.model.answers import is_answered
from vforlob.model.forlob import Forlob
from vforlob.model.samtale import Samtale
from vforlob.model.tegn import EGET, KOMMUNIKATION, NOW, SOON, Tegn
from vforlob.rules.outcomes import EARLY
from vforlob.rules.tegn.base import VIRKSOMHED, Look

# An outcome that is itself the next step.
ARRIVED = frozenset({"job", "uddannelse"})


def no_next_step(look: Look) -> Tegn | None:
    """Nobody is lost between two forløb."""
    forlob = look.forlob
    if forlob is None or forlob.udfald in ARRIVED or forlob.eftervaern or _answered(look, "naeste_skridt"):
        return None
    ended = _ended(look)
    later = [it for it in look.facts.other_forlob if it.status != "lukket" or (it.start or "") > ended]
    planned = [plan for plan in look.case.planer if plan.forlob is None and plan.dato > ended]
    if later or planned:
        return None
    return Tegn(
        "naeste_skridt_mangler",
        EGET,
        f"Forløbet sluttede {look.short(ended)}, og der står intet næste skridt.",
        f"Aftal næste skridt med {look.alias} og sagsbehandleren.",
        _closing(look),
        NOW,
        (f"Lukket {look.short(ended)}", "Ingen svar under næste skridt, intet nyt forløb og ingen plan"),
    )


def nothing_learned(look: Look) -> Tegn | None:
    if look.forlob is None or _answered(look, "laering"):
        return None
    return Tegn(
        "laering_mangler",
        EGET,
        f"Forløbet sluttede {look.short(_ended(look))}, og du har ikke skrevet, hvad du lærte af det.",
        "Skriv tre linjer, mens du husker det.",
        _closing(look),
        SOON,
        ("Ingen svar under »Hvad tager du selv med dig?« (afslutning)",),
    )


def no_talk_with_virksomhed(look: Look) -> Tegn | None:
    """Neither held nor tried; before there was an agenda for it, a contact on the last days counts."""
    forlob, closing = look.forlob, look.last_held("afslutning")
    if forlob is None:
        return None
    if closing is not None:
        held = look.said(closing, "samtale_med_virksomhed", "holdt")
        tried = look.said(closing, "samtale_med_virksomhed", "forsog")
        if held == "ja" or (isinstance(tried, int | float) and tried >= 1):
            return None
    if look.met(VIRKSOMHED) >= _ended(look):
        return None
    return Tegn(
        "afsluttende_samtale_mangler",
        EGET,
        f"Forløbet sluttede {look.short(_ended(look))} uden en afsluttende samtale med virksomheden.",
        "Ring, og spørg, hvad der gik godt, og hvad der var svært.",
        _closing(look),
        NOW,
        (f"Lukket {look.short(_ended(look))}", _closing_fact(look, closing)),
    )


def _closing(look: Look) -> str:
    """The command that adds to what was said at the end."""
    closing = look.last_held("afslutning")
    return f"samtale ret s{closing.nr}" if closing else f"afslutning {look.nr}"


def _closing_fact(look: Look, closing: Samtale | None) -> str:
    if closing is None:
        return "Ingen færdig samtale efter dagsordenen afslutning"
    return f"Ikke talt med virksomheden, og ingen forsøg skrevet (afslutning {look.short(closing.dato)})"


def reason_unknown(look: Look) -> Tegn | None:
    """It stopped early, the virksomhed does not know why, and nobody has spoken with it since."""
    forlob, closing = look.forlob, look.last_held("afslutning")
    if forlob is None or closing is None or forlob.udfald not in EARLY:
        return None
    knows = look.said(closing, "udfald", "kender_virksomheden_arsag")
    if knows not in {"nej", "delvist"} or look.met(VIRKSOMHED) > closing.dato:
        return None
    return Tegn(
        "arsag_ukendt",
        KOMMUNIKATION,
        f"Virksomheden ved {'ikke' if knows == 'nej' else 'kun delvist'}, hvorfor forløbet stoppede.",
        f"Aftal med {look.alias}, hvad du må sige, og ring.",
        f"kontakt {look.nr}",
        NOW,
        (f"Ved virksomheden, hvorfor det stoppede? {knows} (afslutning {look.short(closing.dato)})",),
    )


def _ended(look: Look) -> str:
    forlob = look.forlob or Forlob(0, 0, 0, "")
    return forlob.lukket or forlob.slut or look.iso


def _answered(look: Look, punkt: str) -> bool:
    return any(is_answered(look.facts.said.get(samtale.nr, {}), punkt) for samtale in look.held if samtale.forlob)
