"""Signs in how a forløb was prepared: meetings, hensyn, VITAS, earlier forløb, the place. Knows no scores."""

from vforlob.model.forlob import Forlob
from vforlob.model.tegn import BACKGROUND, FORBEREDELSE, NOW, SOON, Tegn
from vforlob.rules.danish import counted, listed
from vforlob.rules.frister import needs_vitas
from vforlob.rules.outcomes import CLEARED_UP, EARLY
from vforlob.rules.tegn.base import Look, days_text, rows_said, was_there

SOON_BEGINS = "tegn_snart_dage"
ENDED = {
    "stoppet_sygdom": "stoppet før tid på grund af sygdom",
    "afbrudt_borger": "afbrudt af borgeren",
    "afbrudt_virksomhed": "afbrudt af virksomheden",
    "afbrudt_kommune": "afbrudt af kommunen",
    "aldrig_startet": "kom aldrig i gang",
    "udeblevet": "kom ikke igen, og I fik ikke kontakt",
}


def no_startmode(look: Look) -> Tegn | None:
    if look.forlob is None or look.last_held("startmode"):
        return None
    if look.age is None and (look.ahead is None or look.ahead > look.days(SOON_BEGINS)):
        return None
    return Tegn(
        "startmode_mangler",
        FORBEREDELSE,
        f"Startmødet er ikke holdt, og forløbet {_begins(look)}.",
        "Hold det, eller aftal en dag med begge parter.",
        f"startmøde {look.nr}",
        NOW,
        (
            f"Første dag: {look.short(look.forlob.start or look.iso)}",
            "Ingen færdig samtale efter dagsordenen startmøde",
        ),
        SOON_BEGINS,
    )


def _begins(look: Look) -> str:
    if look.ahead is not None:
        return "begynder i morgen" if look.ahead == 1 else f"begynder om {days_text(look.ahead)}"
    return "begynder i dag" if not look.age else f"begyndte for {days_text(look.age)} siden"


def no_formode(look: Look) -> Tegn | None:
    if look.forlob is None or look.last_held("formode"):
        return None
    reason = ", og grunden er skrevet ned" if look.forlob.uden_formode else ""
    begun = f"Forløbet begyndte uden et formøde{reason}" if look.age is not None else f"Formødet er ikke holdt{reason}"
    return Tegn(
        "formode_mangler",
        FORBEREDELSE,
        f"{begun}.",
        "Hold det, inden forløbet begynder."
        if look.age is None
        else f"Spørg {look.alias} om det, formødet skulle vise.",
        f"formøde b{look.borger.nr}",
        BACKGROUND if look.age is not None or reason else SOON,
        ("Ingen færdig samtale efter dagsordenen formøde",),
    )


def formode_without_sagsbehandler(look: Look) -> Tegn | None:
    formode = look.last_held("formode")
    if formode is None or was_there(formode, "sagsbehandler") or look.age is not None:
        return None
    day = look.short(formode.dato)
    return Tegn(
        "formode_uden_sagsbehandler",
        FORBEREDELSE,
        f"Sagsbehandleren var ikke med til formødet {day}.",
        "Ring til sagsbehandleren, og fortæl, hvad der er aftalt.",
        f"samtale vis s{formode.nr}",
        BACKGROUND,
        (f"Deltagere i formødet {day} (samtale s{formode.nr})",),
    )


def no_clearances(look: Look) -> Tegn | None:
    """A hensyn nobody has decided on in this forløb: the virksomhed cannot help with what it does not know."""
    if look.forlob is None:
        return None
    decided = {it.hensyn for it in look.case.clearances if it.svar != "sporg" or it.aftalt}
    open_ones = [it for it in look.case.hensyn if it.status == "aktiv" and it.nr not in decided]
    near = look.age is not None or (look.ahead is not None and look.ahead <= look.days(SOON_BEGINS))
    if not open_ones or not near:
        return None
    many = "1 hensyn er ikke afklaret" if len(open_ones) == 1 else f"{len(open_ones)} hensyn er ikke afklaret"
    return Tegn(
        "hensyn_ikke_afklaret",
        FORBEREDELSE,
        f"{many} for dette forløb.",
        f"Aftal med {look.alias}, hvem der må vide hvad.",
        f"hensyn ret {open_ones[0].nr}",
        SOON,
        tuple(f"Hensyn {it.nr}: ingen har fået lov at vide det i dette forløb" for it in open_ones),
        SOON_BEGINS,
    )


def vitas(look: Look) -> Tegn | None:
    forlob, rule = look.forlob, "vitas_varsel_dage"
    if forlob is None or not needs_vitas(forlob) or (look.age is None and look.ahead is None):
        return None
    if (look.ahead or 0) > look.days(rule):
        return None
    state = "VITAS har fået afslag" if forlob.vitas == "afslag" else "VITAS er ikke bevilget"
    return Tegn(
        "vitas",
        FORBEREDELSE,
        f"{state}, og forløbet {_begins(look)}.",
        "Se, hvem der mangler at skrive under, og ring.",
        f"vitas {look.nr}",
        NOW,
        (f"VITAS: {_status(forlob)} (forløbet i dag)", f"Første dag: {look.short(forlob.start or look.iso)}"),
        rule,
    )


def _status(forlob: Forlob) -> str:
    return (
        (forlob.vitas or "ikke oprettet")
        .replace("_", " ")
        .replace("medarbejderrepraesentant", "medarbejderrepræsentant")
    )


def first_time_host(look: Look) -> Tegn | None:
    virksomhed = look.case.virksomhed
    if virksomhed is None or virksomhed.vaert != "ny" or (look.age is not None and not look.is_early):
        return None
    return Tegn(
        "ny_vaert",
        FORBEREDELSE,
        "Virksomheden har ikke haft et forløb før.",
        "Gå rollen som vært igennem, og aftal faste tider at ringe på.",
        f"virksomhed vis v{virksomhed.nr}",
        BACKGROUND,
        (f"Erfaring som vært: ny (virksomhed v{virksomhed.nr})",),
    )


def others_close_here(look: Look) -> Tegn | None:
    rule, virksomhed = "tegn_taet_samme_sted", look.case.virksomhed
    close = look.facts.close_here
    if virksomhed is None or close < look.number(rule) or (look.age is not None and not look.is_early):
        return None
    return Tegn(
        "flere_taet_her",
        FORBEREDELSE,
        f"Virksomheden har allerede {counted(close, 'forløb', 'forløb')} med tæt opfølgning.",
        "Tal med virksomheden om, hvor mange den kan tage godt imod.",
        f"virksomhed vis v{virksomhed.nr}",
        SOON,
        (f"Andre åbne forløb samme sted: {look.facts.others_here}, heraf med tæt opfølgning: {close}",),
        rule,
    )


def earlier_stopped(look: Look) -> Tegn | None:
    """Before the forløb and in its first weeks: earlier ones that broke off. To stop because it is clear what they
    wanted to know is no such end.
    """
    found = [it for it in look.facts.other_forlob if it.udfald in EARLY - {CLEARED_UP} and it.status == "lukket"]
    if look.forlob is None or not found or (look.age is not None and not look.is_early):
        return None
    ended = listed(list(dict.fromkeys(ENDED[it.udfald or ""] for it in found)))
    many = "Et tidligere forløb sluttede" if len(found) == 1 else f"{len(found)} tidligere forløb sluttede"
    return Tegn(
        "tidligere_afbrud",
        FORBEREDELSE,
        f"{many} før tid: {ended}.",
        f"Spørg {look.alias}, hvad der skal være anderledes denne gang.",
        f"forløb vis f{found[-1].nr}",
        SOON,
        tuple(f"f{it.nr}: {ENDED[it.udfald or '']} {look.short(it.lukket or it.slut or look.iso)}" for it in found),
    )


def earlier_experience(look: Look) -> Tegn | None:
    """What the formøde says was hard elsewhere is worth reading before the forløb begins."""
    formode = look.last_held("formode")
    if formode is None or look.age is not None:
        return None
    hard = [row for row in rows_said(look, formode, "erfaringer") if row.get("svaert") or row.get("slutning")]
    if not hard:
        return None
    day = look.short(formode.dato)
    return Tegn(
        "tidligere_erfaringer",
        FORBEREDELSE,
        f"Formødet {day} fortæller, hvordan {counted(len(hard), 'tidligere forløb', 'tidligere forløb')} gik.",
        "Læs det igen, og brug det, når I aftaler opgaver og mødetid.",
        f"samtale vis s{formode.nr}",
        BACKGROUND,
        (f"Punkt 3, {counted(len(hard), 'række', 'rækker')} (formødet {day})",),
    )
