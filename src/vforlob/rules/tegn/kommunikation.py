"""Signs in who has spoken with whom: silence, calls without an answer, contacts nobody knows. Knows no holiday."""

from datetime import date

from vforlob.model.kontakt import Kontakt
from vforlob.model.tegn import BACKGROUND, EGET, KOMMUNIKATION, NOW, SOON, Tegn
from vforlob.rules.kontaktplan import AGREED, is_followed_closely
from vforlob.rules.tegn.base import BORGER, VIRKSOMHED, Look, days_text, times_text, weeks_text
from vforlob.rules.tegn.forventning import THE, differing_views, said_no
from vforlob.rules.workdays import workdays_after

# Later and in the first weeks: usually, and where something is open.
_SILENCE = (("tegn_tavs_dage", "tegn_tavs_start_dage"), ("tegn_tavs_start_dage", "tegn_tavs_grund_dage"))


def silence(look: Look) -> Tegn | None:
    """No two-way contact with the virksomhed, or none since the first day; sooner where something is open."""
    if look.age is None or look.forlob is None:
        return None
    start, last = look.forlob.start or look.iso, look.met(VIRKSOMHED)
    days = look.since(max(last, start))
    if days <= min(_limit(look, rule) if rule in look.numbers else 0 for rule in _SILENCE[look.is_early]):
        return None  # most often: what was said need not be looked up
    rule = _silence_rule(look)
    if days <= _limit(look, rule):
        return None
    none = f"Ingen kontakt med virksomheden i {days_text(days)}"
    if last < start:
        none = f"Ingen kontakt med virksomheden, siden forløbet begyndte for {days_text(days)} siden"
    apart = said_no(look) is not None
    week = f"Uge {look.week}. " if look.is_early else ""
    return Tegn(
        "tavshed",
        KOMMUNIKATION,
        f"{week}{none}{', og I var ikke helt enige om opgaver, timer og mødetid' if apart else ''}.",
        "Ring, og spørg til det." if apart else "Ring, og hør, hvordan det går.",
        f"kontakt {look.nr}",
        SOON if _is_agreed(look) else NOW,
        (f"Sidste kontakt med virksomheden: {look.short(last) if last else 'ingen endnu'} (kontakter og samtaler)",),
        rule,
    )


def _silence_rule(look: Look) -> str:
    open_question = said_no(look) is not None or differing_views(look) is not None or is_followed_closely(look.case)
    usual, sooner = _SILENCE[look.is_early]
    return sooner if open_question else usual


def _limit(look: Look, rule: str) -> int:
    interval = look.forlob.interval if look.forlob else None
    return interval if rule == "tegn_tavs_dage" and interval else look.days(rule)


def _is_agreed(look: Look) -> bool:
    """The next contact was agreed with a day that is not over."""
    plan = look.case.planer[-1] if look.case.planer else None
    return plan is not None and plan.kilde == AGREED and plan.dato >= look.iso


def silent_borger(look: Look) -> Tegn | None:
    if look.age is None or look.forlob is None:
        return None
    start, last, rule = look.forlob.start or look.iso, look.met(BORGER), "tegn_tavs_borger_dage"
    days = look.since(max(last, start))
    if days <= max(look.days(rule), look.forlob.interval or 0):
        return None
    return Tegn(
        "tavshed_borger",
        KOMMUNIKATION,
        f"Ingen kontakt med borgeren i {days_text(days)}.",
        f"Ring til {look.alias}, og hør, hvordan det går.",
        f"kontakt {look.nr}",
        SOON if _is_agreed(look) else NOW,
        (f"Sidste kontakt med borgeren: {look.short(last) if last else 'ingen endnu'} (kontakter og samtaler)",),
        rule,
    )


def no_answer_virksomhed(look: Look) -> Tegn | None:
    return _no_answer(look, VIRKSOMHED, "intet_svar_virksomhed")


def no_answer_borger(look: Look) -> Tegn | None:
    return _no_answer(look, BORGER, "intet_svar_borger")


def _no_answer(look: Look, part: str, sign: str) -> Tegn | None:
    rule, last = "tegn_forsog_gange", look.met(part)
    tries = [it for it in _contacts(look) if it.naet == "nej" and part in it.med and it.dato > last]
    if len(tries) < look.number(rule):
        return None
    days = sorted(it.dato for it in tries)
    return Tegn(
        sign,
        KOMMUNIKATION,
        f"Du har prøvet {times_text(len(tries))} at få fat i {THE[part]} uden svar, senest {look.short(days[-1])}.",
        "Prøv en anden vej: en sms, et besøg eller et andet tidspunkt på dagen.",
        f"besked {look.nr}" if look.forlob else f"borger vis {look.nr}",
        NOW,
        tuple(f"Forsøg uden svar {look.short(day)} (kontakter)" for day in days),
        rule,
    )


def _contacts(look: Look) -> list[Kontakt]:
    return [it for it in look.case.kontakter if it.dato <= look.iso]


def never_calls(look: Look) -> Tegn | None:
    """A virksomhed that has never begun a contact itself may be holding something back."""
    rule = "tegn_ringer_ikke_uger"
    if look.age is None or look.age < look.days(rule):
        return None
    called = any(it.hvem_ringede == VIRKSOMHED for it in _contacts(look)) or look.last_held("opkald") is not None
    if called:
        return None
    return Tegn(
        "virksomhed_ringer_ikke",
        KOMMUNIKATION,
        f"Virksomheden har ikke selv ringet i {weeks_text(look.age // 7)}.",
        "Ring på et fast tidspunkt, og spørg også til småting.",
        f"kontakt {look.nr}",
        BACKGROUND,
        ("Ingen kontakt, hvor virksomheden ringede (kontakter)", "Ingen samtale efter »Når virksomheden ringer«"),
        rule,
    )


def no_contact_person(look: Look) -> Tegn | None:
    forlob = look.forlob
    if forlob is None or forlob.kontakt_kommune or not _has_met_or_begun(look):
        return None
    return Tegn(
        "kontakt_kommune_mangler",
        EGET,
        "Der står ikke, hvem virksomheden ringer til i kommunen.",
        "Aftal en fast kontakt og en fast tid, og skriv det til virksomheden.",
        f"forløb ret {look.nr}",
        SOON if look.is_early else BACKGROUND,
        ("Feltet fast kontakt i kommunen er tomt på forløbet i dag",),
    )


def no_contact_there(look: Look) -> Tegn | None:
    forlob, virksomhed = look.forlob, look.case.virksomhed
    if forlob is None or virksomhed is None or not _has_met_or_begun(look):
        return None
    if forlob.kontakt_virksomhed or virksomhed.kontakt:
        return None
    return Tegn(
        "kontakt_virksomhed_mangler",
        EGET,
        "Der står ikke, hvem du ringer til i virksomheden.",
        "Spørg, hvem der er fast kontakt, og skriv det ned.",
        f"virksomhed ret v{virksomhed.nr}",
        BACKGROUND,
        ("Feltet kontaktperson er tomt på forløbet og virksomheden i dag",),
    )


def _has_met_or_begun(look: Look) -> bool:
    return look.age is not None or look.last_held("startmode") is not None


def not_followed_up(look: Look) -> Tegn | None:
    """The virksomhed rang about something, and nobody has spoken with the borger since."""
    rule, call = "tegn_opkald_arbejdsdage", look.last_held("opkald")
    if call is None or look.met(BORGER) >= call.dato:
        return None
    latest = workdays_after(date.fromisoformat(call.dato), look.number(rule))
    if look.today < latest:
        return None
    day = look.short(call.dato)
    return Tegn(
        "opkald_ikke_fulgt_op",
        KOMMUNIKATION,
        f"Virksomheden ringede {day}, og der er ikke talt med borgeren siden.",
        f"Tal med {look.alias} om det, virksomheden ringede om.",
        f"kontakt {look.nr}",
        NOW,
        (f"Når virksomheden ringer: {day} (samtale s{call.nr})", f"Senest {look.short(latest.isoformat())}"),
        rule,
    )
