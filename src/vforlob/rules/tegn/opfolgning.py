"""Signs in our own follow-up: what is late, what was never agreed, how it goes towards the end. Reads no scores."""

from datetime import date, timedelta

from vforlob.model.tegn import EGET, NOW, OPFOLGNING, SOON, Tegn
from vforlob.rules.danish import weekday_date
from vforlob.rules.kontaktplan import AGREED, is_followed_closely
from vforlob.rules.milestones import BEFORE_END, HALF_TIME
from vforlob.rules.tegn.base import Look, days_text


def late(look: Look) -> Tegn | None:
    """The planned day is over, and nobody has been reached since."""
    plan = look.case.planer[-1] if look.case.planer else None
    if plan is None or plan.dato >= look.iso or look.last_contact() >= plan.dato:
        return None
    day = look.short(plan.dato)
    return Tegn(
        "opfolgning_over_tid",
        EGET,
        f"Den næste kontakt skulle have været {day}, for {days_text(look.since(plan.dato))} siden.",
        "Hold den, eller aftal en ny dag.",
        f"opfølgning {look.nr}" if look.forlob else f"formøde {look.nr}",
        NOW,
        (f"Planlagt {day} (planen)", f"Sidste kontakt: {_last(look)}"),
    )


def _last(look: Look) -> str:
    last = look.last_contact()
    return look.short(last) if last else "ingen endnu"


def nothing_agreed(look: Look) -> Tegn | None:
    """The startmøde ended without a follow-up, and none has been agreed since."""
    startmode = look.last_held("startmode")
    if startmode is None or look.said(startmode, "opfolgning", "svar") != "ingen_aftale":
        return None
    agreed = any(plan.kilde == AGREED and plan.dato >= startmode.dato for plan in look.case.planer)
    if agreed or any(it.dato > startmode.dato for it in look.held):
        return None
    day = look.short(startmode.dato)
    return Tegn(
        "ingen_opfolgning_aftalt",
        OPFOLGNING,
        f"Til startmødet {day} blev der ikke aftalt en opfølgning.",
        "Ring, og aftal en dag med begge parter.",
        f"kontakt {look.nr}",
        NOW,
        (f"Punkt 10: ingen aftale endnu (startmødet {day})",),
    )


def backstop(look: Look) -> Tegn | None:
    rule = "kontakt_bagkant_dage"
    if look.age is None or look.forlob is None:
        return None
    last = max(look.last_contact(), look.forlob.start or "")
    days, limit = look.since(last), look.days(rule)
    if days <= limit:
        return None
    return Tegn(
        "bagkant",
        EGET,
        f"Der er gået {days_text(days)} uden kontakt (egen bagkant {days_text(limit)}).",
        "Ring i dag.",
        f"kontakt {look.nr}",
        NOW,
        (f"Sidste kontakt: {_last(look)}",),
        rule,
    )


def close_without_contact(look: Look) -> Tegn | None:
    rule = "kontakt_taet_dage"
    if look.age is None or not is_followed_closely(look.case):
        return None
    last = max(look.last_contact(), look.forlob.start or "" if look.forlob else "", look.case.taet[-1].dato)
    days = look.since(last)
    if days <= look.days(rule):
        return None
    return Tegn(
        "taet_uden_kontakt",
        OPFOLGNING,
        f"Tæt opfølgning er aftalt, og der har ikke været kontakt i {days_text(days)}.",
        "Ring i dag.",
        f"kontakt {look.nr}",
        NOW,
        (f"Tæt opfølgning siden {look.short(_close_since(look))}", f"Sidste kontakt: {_last(look)}"),
        rule,
    )


def _close_since(look: Look) -> str:
    """The first of the newest unbroken row of ja."""
    since = ""
    for word in look.case.taet:
        since = (since or word.dato) if word.svar == "ja" else ""
    return since


def half_time(look: Look) -> Tegn | None:
    forlob = look.forlob
    if forlob is None or look.age is None or not forlob.start or not forlob.slut or look.last_held("midtvejs"):
        return None
    start, end = date.fromisoformat(forlob.start), date.fromisoformat(forlob.slut)
    rule = look.rules.find(HALF_TIME, start)
    middle = start + timedelta(days=(end - start).days * rule.number // 100) if rule else end
    if not start < middle < look.today or look.today > end:
        return None
    day = look.short(middle.isoformat())
    return Tegn(
        "midtvejs_mangler",
        EGET,
        f"Forløbet var halvvejs {day}, og midtvejsevalueringen er ikke holdt.",
        "Hold den, også når det går godt.",
        f"midtvejs {look.nr}",
        SOON,
        (f"Forløbet går fra {look.short(forlob.start)} til {look.short(forlob.slut)}",),
        HALF_TIME,
    )


def no_closing_talk(look: Look) -> Tegn | None:
    """The end is near; the closing talk is agreed when a contact with a day stands near the end."""
    forlob = look.forlob
    if forlob is None or forlob.slut is None or look.age is None or look.last_held("afslutning"):
        return None
    left, near = -look.since(forlob.slut), look.days(BEFORE_END)
    if not 0 <= left <= near:
        return None
    first = (date.fromisoformat(forlob.slut) - timedelta(days=near)).isoformat()
    if any(plan.kilde == AGREED and plan.dato >= max(first, look.iso) for plan in look.case.planer[-1:]):
        return None
    ends = {0: "i dag", 1: "i morgen"}.get(left, f"om {days_text(left)}")
    return Tegn(
        "afslutning_ikke_aftalt",
        OPFOLGNING,
        f"{_called(forlob.art)} slutter {ends}. Den afsluttende samtale er ikke aftalt.",
        "Aftal den med virksomheden og borgeren.",
        f"kontakt {look.nr}",
        SOON,
        (f"Sidste dag: {weekday_date(forlob.slut)}", "Ingen aftalt kontakt frem mod sidste dag (planen)"),
        BEFORE_END,
    )


def _called(art: str) -> str:
    return {"virksomhedspraktik": "Praktikken", "lontilskud": "Løntilskuddet"}.get(art, "Forløbet")


def over(look: Look) -> Tegn | None:
    forlob = look.forlob
    if forlob is None or forlob.slut is None or forlob.slut >= look.iso:
        return None
    return Tegn(
        "slut_passeret",
        EGET,
        f"Forløbet sluttede {look.short(forlob.slut)} og er ikke afsluttet.",
        "Hold den afsluttende samtale, mindst i telefonen.",
        f"afslutning {look.nr}",
        NOW,
        (f"Sidste dag: {weekday_date(forlob.slut)}", "Forløbet er åbent i dag"),
    )
