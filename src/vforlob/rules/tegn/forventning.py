"""Signs in what the parties expect of each other and how they say it goes. Knows no date but those of the answers."""

from vforlob.model.samtale import Samtale
from vforlob.model.tegn import BACKGROUND, EGET, FORVENTNING, NOW, OPFOLGNING, SOON, Tegn
from vforlob.rules.danish import listed
from vforlob.rules.tegn.base import BORGER, VIRKSOMHED, Look, days_text, rows_said, was_there

PARTIES = (BORGER, VIRKSOMHED)
THE = {BORGER: "borgeren", VIRKSOMHED: "virksomheden"}
ASKED = "om I er enige om opgaver, timer og mødetid"
THEMES = {
    "fremmode": "fremmøde og mødetid",
    "ansvarlighed": "ansvarlighed",
    "samarbejdsevne": "samarbejde",
    "opgaver": "arbejdsopgaverne",
    "initiativ": "at spørge og tage fat selv",
    "trivsel": "at være en del af stedet",
}


def expectations(look: Look) -> Tegn | None:
    """Somebody did not say yes at the startmøde, and both have not been at the table since."""
    found = said_no(look)
    if found is None:
        return None
    startmode, answers = found
    day = look.short(startmode.dato)
    if len(answers) == 2 and answers[BORGER] != answers[VIRKSOMHED]:
        said = f"svarede borgeren {answers[BORGER]} og virksomheden {answers[VIRKSOMHED]} på, {ASKED}"
    elif len(answers) == 2:
        said = f"svarede begge {answers[BORGER]} på, {ASKED}"
    else:
        part, answer = next(iter(answers.items()))
        said = f"svarede {THE[part]} {answer} på, {ASKED}"
    return Tegn(
        "forventning",
        FORVENTNING,
        f"Til startmødet {day} {said}.",
        "Tag opgaver, timer og mødetid igen med begge parter.",
        f"opfølgning {look.nr}",
        NOW if look.is_early else SOON,
        tuple(f"{THE[part].capitalize()}: {answer} (startmødet {day})" for part, answer in answers.items()),
    )


def said_no(look: Look) -> tuple[Samtale, dict[str, str]] | None:
    """The startmøde and the answers to it, while one of them is not yes and the parties have not met again."""
    startmode = look.last_held("startmode")
    if startmode is None or _have_met_since(look, startmode):
        return None
    answers = _answers(look, startmode)
    return (startmode, answers) if any(answer != "ja" for answer in answers.values()) else None


def _answers(look: Look, startmode: Samtale) -> dict[str, str]:
    said = ((part, look.said(startmode, "forventning", part)) for part in PARTIES)
    return {part: str(answer) for part, answer in said if answer is not None}


def _have_met_since(look: Look, startmode: Samtale) -> bool:
    later = [it for it in look.held if it.agenda in {"opfolgning", "midtvejs"} and it.dato >= startmode.dato]
    return any(was_there(it, BORGER) and was_there(it, VIRKSOMHED) for it in later)


def never_asked(look: Look) -> Tegn | None:
    startmode = look.last_held("startmode")
    if startmode is None or _have_met_since(look, startmode) or _answers(look, startmode):
        return None
    day = look.short(startmode.dato)
    return Tegn(
        "forventning_ikke_spurgt",
        EGET,
        f"Til startmødet {day} blev der ikke spurgt, {ASKED}.",
        "Spørg begge parter ved den næste opfølgning.",
        f"opfølgning {look.nr}",
        BACKGROUND,
        (f"Ingen svar under tillæg A (startmødet {day})",),
    )


def no_purpose(look: Look) -> Tegn | None:
    forlob = look.forlob
    if forlob is None or forlob.hensigt or forlob.hensigt_art:
        return None
    command = "forløb ret" if look.last_held("startmode") else "startmøde"
    return Tegn(
        "hensigt_mangler",
        FORVENTNING,
        "Der står intet formål på forløbet.",
        "Skriv det sammen med borgeren og virksomheden.",
        f"{command} {look.nr}",
        BACKGROUND,
        ("Feltet formål er tomt på forløbet i dag",),
    )


def no_tasks(look: Look) -> Tegn | None:
    rule = "tegn_uden_opgaver_dage"
    if look.age is None or look.case.opgaver or look.age < look.days(rule):
        return None
    return Tegn(
        "opgaver_mangler",
        FORVENTNING,
        f"Uge {look.week}. Der står ingen opgaver på forløbet.",
        "Aftal med virksomheden, hvad borgeren skal lave.",
        f"opgave ny {look.nr}",
        SOON,
        (f"Første dag {look.short(_start(look))}", "Ingen opgaver på forløbet i dag"),
        rule,
    )


def _start(look: Look) -> str:
    return (look.forlob.start if look.forlob else None) or look.iso


def differing_views(look: Look) -> Tegn | None:
    rule, samtale = "tegn_syn_trin", look.last_held("opfolgning")
    if samtale is None:
        return None
    scores = scores_of(look, samtale)
    if len(scores) < 2 or abs(scores[BORGER] - scores[VIRKSOMHED]) < look.number(rule):
        return None
    day = look.short(samtale.dato)
    return Tegn(
        "syn_forskelligt",
        FORVENTNING,
        f"Til opfølgningen {day} sagde borgeren {scores[BORGER]} af 5 og virksomheden {scores[VIRKSOMHED]} af 5.",
        "Spørg dem hver for sig, hvad der ligger bag.",
        f"opfølgning {look.nr}",
        SOON,
        _score_facts(scores, day),
        rule,
    )


def differing_themes(look: Look) -> Tegn | None:
    """The opfølgningsskema of the newest midtvejs: where the columns stand far apart."""
    rule, samtale = "tegn_syn_trin", look.last_held("midtvejs")
    apart = []
    for row in rows_said(look, samtale, "skema") if samtale else ():
        scores = [int(score) for part in (*PARTIES, "konsulent") if isinstance(score := row.get(part), int | float)]
        if len(scores) > 1 and max(scores) - min(scores) >= look.number(rule):
            apart.append(THEMES.get(str(row.get("tema")), "et andet tema"))
    if samtale is None or not apart:
        return None
    day = look.short(samtale.dato)
    return Tegn(
        "skema_forskelligt",
        FORVENTNING,
        f"I skemaet fra midtvejs {day} ser I forskelligt på {listed(list(dict.fromkeys(apart)))}.",
        "Tag det tema op, hvor svarene ligger længst fra hinanden.",
        f"opfølgning {look.nr}",
        BACKGROUND if any(it.dato > samtale.dato for it in look.held) else SOON,
        tuple(f"Skemaet (midtvejs {day}): {theme}" for theme in dict.fromkeys(apart)),
        rule,
    )


def low_score(look: Look) -> Tegn | None:
    rule, samtale = "tegn_score_lav_trin", look.last_held("opfolgning")
    if samtale is None:
        return None
    low = {part: score for part, score in scores_of(look, samtale).items() if score <= look.number(rule)}
    if not low:
        return None
    day, waits = look.short(samtale.dato), all(look.met(part) <= samtale.dato for part in low)
    said = listed([f"{THE[part]} {score} af 5" for part, score in low.items()])
    return Tegn(
        "score_lav",
        OPFOLGNING,
        f"Til opfølgningen {day} sagde {said}{_how_long(look, samtale) if waits else ''}.",
        f"Ring til {listed([THE[part] for part in low])}, og spørg, hvad der skal til.",
        f"kontakt {look.nr}",
        NOW if waits and samtale.dato < look.iso else SOON,
        _score_facts(low, day),
        rule,
    )


def _how_long(look: Look, samtale: Samtale) -> str:
    days = look.since(samtale.dato)
    return f", og I har ikke talt sammen i {days_text(days)}" if days else ""


def falling_score(look: Look) -> Tegn | None:
    rule, held = "tegn_score_fald_trin", [it for it in look.held if it.agenda == "opfolgning"]
    if len(held) < 2:
        return None
    before, now = scores_of(look, held[-2]), scores_of(look, held[-1])
    fell = [part for part in PARTIES if part in before and part in now]
    fell = [part for part in fell if before[part] - now[part] >= look.number(rule)]
    if not fell:
        return None
    days = look.short(held[-2].dato), look.short(held[-1].dato)
    said = listed([f"{THE[part]} {now[part]} af 5 mod {before[part]}" for part in fell])
    return Tegn(
        "score_falder",
        OPFOLGNING,
        f"Til opfølgningen {days[1]} sagde {said} gangen før.",
        "Spørg, hvad der er blevet sværere.",
        f"opfølgning {look.nr}",
        SOON,
        (*_score_facts({part: before[part] for part in fell}, days[0]), *_score_facts(now, days[1])),
        rule,
    )


def scores_of(look: Look, samtale: Samtale) -> dict[str, int]:
    """What each party said from 1 to 5."""
    said = ((part, look.said(samtale, "hvordan_gar_det", part)) for part in PARTIES)
    return {part: int(score) for part, score in said if isinstance(score, int | float)}


def _score_facts(scores: dict[str, int], day: str) -> tuple[str, ...]:
    return tuple(f"{THE[part].capitalize()}: {score} af 5 (opfølgning {day})" for part, score in scores.items())
