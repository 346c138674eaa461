"""The screen before a samtale, "Kun til dig": a briefing as plain text. Decides nothing and waits for nobody."""

from collections.abc import Iterable
from datetime import date

from vforlob.actions.briefing import Briefing
from vforlob.cli.layout import LABEL, bars, labelled, leaders, one_line, wrap
from vforlob.model.aftale import Aftale
from vforlob.rules.danish import clock, counted, listed, number, short_date, weekday_date

FORMS = {
    "besog": "besøg",
    "telefon": "opkald",
    "video": "videomøde",
    "kommunen": "møde hos kommunen",
    "sms": "sms",
    "mail": "mail",
}
ROLES = {"leder": "leder", "mentor": "mentor", "kolleger": "kolleger", "vitas": "VITAS"}
WHO = {"konsulent": "dig"}


def briefing_lines(briefing: Briefing, width: int, drawn: bool = True) -> list[str]:
    """Every line of the screen but the last one, which says what can be typed. `drawn`: bars beside the hours."""
    parts = (
        wrapped_title(briefing, width),
        [""],
        _begun(briefing, width),
        _succeeded(briefing, width),
        _formode(briefing, width),
        _last(briefing, width),
        _aftaler(briefing, width),
        _delmal(briefing, width),
        _hours(briefing, width, drawn),
        _stacked("Falder sammen", [f"{one_line(it)}, og det er en mødedag" for it in briefing.clashes], width),
        _hensyn(briefing, width),
        _taet(briefing, width),
    )
    return [line for part in parts for line in part]


def wrapped_title(briefing: Briefing, width: int) -> list[str]:
    return [f" {line}" for line in wrap(f"Kun til dig · {heading(briefing)}", width - 2)]


def heading(briefing: Briefing) -> str:
    """The first screen of anything that writes names borger and virksomhed."""
    if briefing.forlob is None:
        return f"{briefing.title} b{briefing.borger} · {one_line(briefing.alias)}"
    where = f" hos {one_line(briefing.virksomhed)}" if briefing.virksomhed else ""
    title = f"{briefing.title} f{briefing.forlob} · {one_line(briefing.alias)}{where}"
    if briefing.week is None:
        return title
    of = f" af {briefing.week.of}" if briefing.week.of else ""
    return f"{title} · uge {briefing.week.number}{of}"


def begin_lines(briefing: Briefing, width: int, shared_next: bool, thorough: bool = False) -> list[str]:
    """What happens at Enter: the consultant should know before the screen is turned. The last line is the keys;
    `thorough`: one of them takes the grundige points with it.
    """
    next_page = "kan alle se skærmen" if shared_next else "kommer først det, der kun er til dig"
    sentence = f"{counted(briefing.punkter, 'punkt', 'punkter')}. Når du trykker Enter, {next_page}."
    keys = f" Enter begynder{'   g grundig' if thorough else ''}   q senere"
    return ["", *(f" {line}" for line in wrap(sentence, width - 2)), keys]


def thorough_lines(reason: str, width: int) -> list[str]:
    """Said below the keys, for it takes longer to find than the briefing may wait."""
    return [f" {line}" for line in wrap(f"Grundig (g) er foreslået: {reason}", width - 2)]


def _begun(briefing: Briefing, width: int) -> list[str]:
    if not briefing.begun:
        return []
    day, time = briefing.begun.split("T")
    when = "i dag" if day == briefing.today.isoformat() else weekday_date(day)
    return labelled("Begyndt", f"{when} {clock(time)}, ikke færdig endnu", width)


def _succeeded(briefing: Briefing, width: int) -> list[str]:
    alone = [success for success in briefing.succeeded if success.what == "opgave"]
    known, new = ([s.text for s in alone if s.new is wanted] for wanted in (False, True))
    sentences = []
    if new:
        sentences.append(f"{_names(new)} klares selvstændigt (nyt siden sidst)")
    if known:
        sentences.append(f"{_names(known)} klares selvstændigt")
    sentences += [f"Delmål nået: {one_line(s.text)}" for s in briefing.succeeded if s.what == "delmal"]
    return _stacked("Det er lykkedes", sentences, width)


def _names(texts: list[str]) -> str:
    named = listed([one_line(text) for text in texts])
    return named[:1].upper() + named[1:]


def _formode(briefing: Briefing, width: int) -> list[str]:
    if briefing.agenda != "startmode":
        return []
    if briefing.formode:
        return labelled("Formøde", f"holdt {weekday_date(briefing.formode)}", width)
    reason = f": {one_line(briefing.without_formode)}" if briefing.without_formode else ""
    return labelled("Formøde", f"ikke holdt{reason}", width)


def _last(briefing: Briefing, width: int) -> list[str]:
    if briefing.last is None:
        return labelled("Sidst", "ingen kontakt endnu", width)
    how = f", {FORMS[briefing.last.how]}" if briefing.last.how in FORMS else ""
    return labelled("Sidst", f"{weekday_date(briefing.last.dato)}{how} ({_ago(briefing)})", width)


def _ago(briefing: Briefing) -> str:
    days = (briefing.today - date.fromisoformat(briefing.last.dato)).days if briefing.last else 0
    if days <= 0:
        return "i dag"
    return "i går" if days == 1 else f"{days} dage siden"


def _aftaler(briefing: Briefing, width: int) -> list[str]:
    lines = []
    for place, aftale in enumerate(briefing.aftaler):
        lines += _aftale(aftale, briefing, "Åbne aftaler" if place == 0 else "", width)
    return lines


def _aftale(aftale: Aftale, briefing: Briefing, label: str, width: int) -> list[str]:
    who = ", ".join(WHO.get(hvem, hvem) for hvem in aftale.hvem) or one_line(aftale.hvem_andre or "")
    when = short_date(aftale.frist, briefing.today) if aftale.frist else ""
    late = "over tid" if aftale.frist and aftale.frist < briefing.today.isoformat() else ""
    return _led(label, one_line(aftale.hvad), (f"{who:<11}", f"{when:<6}", late), width)


def _delmal(briefing: Briefing, width: int) -> list[str]:
    lines = []
    for place, delmal in enumerate(briefing.delmal):
        when = short_date(delmal.frist, briefing.today) if delmal.frist else "uden frist"
        late = "over tid" if delmal.frist and delmal.frist < briefing.today.isoformat() else ""
        lines += _led("Delmål" if place == 0 else "", one_line(delmal.specifikt or ""), (when, late), width)
    return lines


def _led(label: str, text: str, behind: tuple[str, ...], width: int) -> list[str]:
    """A text, dots, and what stands behind it in columns; on a narrow screen below it."""
    if width < 60:
        tail = " · ".join(part.strip() for part in behind if part.strip())
        head = [f" {label}"] if label else []
        return [
            *head,
            *(f"   {line}" for line in wrap(text, width - 4)),
            *(f"     {line}" for line in wrap(tail, width - 6) if tail),
        ]
    room = min(38, width - LABEL - 2 - 28)
    first, *rest = leaders(text, room)[::-1]
    lines = [*rest[::-1], f"{first} {' '.join(behind)}".rstrip()]
    heads = [f" {label:<{LABEL}}", *[" " * (LABEL + 1)] * (len(lines) - 1)]
    return [head + line for head, line in zip(heads, lines, strict=True)]


def _hours(briefing: Briefing, width: int, drawn: bool) -> list[str]:
    hours, goal = briefing.hours, briefing.goal
    parts = []
    if hours is not None:
        parts.append(f"{number(hours.praktik or 0)} praktik")
        if hours.lontilskud:
            parts.append(f"{number(hours.lontilskud)} løntilskud")
        parts.append(f"{number(hours.ordinaer or 0)} ordinære")
    if goal is not None:
        total = (goal.praktik or 0) + (goal.lontilskud or 0) + (goal.ordinaer or 0)
        parts.append(f"mål {number(total)}" + (f" den {short_date(goal.fra, briefing.today)}" if goal.fra else ""))
    if not parts:
        return []
    return labelled("Timer", " · ".join(parts) + _course(briefing.steps, drawn), width)


def _course(steps: tuple[float, ...], drawn: bool) -> str:
    """How the hours went: small bars, or the numbers where bars cannot be seen or read aloud."""
    if len(steps) < 2:
        return ""
    return f" · {bars(steps)}" if drawn else f" · før {', '.join(number(step) for step in steps[:-1])}"


def _hensyn(briefing: Briefing, width: int) -> list[str]:
    cleared: dict[str, list[str]] = {}
    ask, closed = [], []
    for hensyn in briefing.hensyn:
        answers = dict(hensyn.roles)
        for role, answer in answers.items():
            if answer == "ma":
                cleared.setdefault(role, []).append(one_line(hensyn.text))
        if "sporg_forst" in answers.values():
            roles = [role for role, answer in answers.items() if answer == "sporg_forst"]
            ask.append(one_line(hensyn.text) if len(roles) == len(answers) else _with_roles(hensyn.text, roles))
        elif "ma" not in answers.values():
            closed.append(one_line(hensyn.text))
    said = [f"{_capital(listed(roles))}: {text}" for text, roles in _by_text(cleared)]
    lines = _stacked("Hensyn, afklaret", said, width)
    lines += _stacked("Spørg først", ask, width)
    return lines + _stacked("Må ikke nævnes", closed, width)


def _by_text(cleared: dict[str, list[str]]) -> list[tuple[str, list[str]]]:
    """Roles that may know the same share one line."""
    shared: dict[str, list[str]] = {}
    for role, texts in cleared.items():
        shared.setdefault("; ".join(texts), []).append(_role(role))
    return list(shared.items())


def _with_roles(text: str, roles: Iterable[str]) -> str:
    return f"{one_line(text)} ({listed([_role(role) for role in roles])})"


def _role(role: str) -> str:
    return ROLES.get(role, role)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _taet(briefing: Briefing, width: int) -> list[str]:
    if briefing.taet is None:
        return []
    since = short_date(briefing.taet.dato, briefing.today)
    word = f"Ja, siden {since}" if briefing.taet.svar == "ja" else f"Hold øje, siden {since}"
    reason = f". {one_line(briefing.taet.grund)}" if briefing.taet.grund else ""
    return labelled("Tæt opfølgning", word + reason, width)


def _stacked(label: str, sentences: list[str], width: int) -> list[str]:
    lines = []
    for place, sentence in enumerate(sentences):
        lines += labelled(label if place == 0 else "", sentence, width)
    return lines
