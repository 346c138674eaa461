"""What the calls of a week are called, on the screen, on paper and in a list. Knows no storage and no layout."""

from collections.abc import Iterable, Iterator
from datetime import date

from vforlob.actions.ringerunde import BorgerCall, Call, OnCall, Round, Topic
from vforlob.actions.timeline_words import CHANNELS, FORMS
from vforlob.rules.danish import clock, counted, listed, short_date, weekday_date
from vforlob.rules.ringerunde import APPOINTMENT, ASKED, NEVER_CALLS, TURN, Reason

TITLE = "Ringerunde"
OFFER = "Et opkald er et tilbud: Spørg, hvordan det går, og hvad de kan bruge dig til."
NO_DAY = "Når det passer"
CLOSED = "Lukket i den uge"
TO_BORGERE = "Ring til borgeren"
NO_NUMBER = "intet telefonnummer"
NOBODY = "Der er ingen at ringe til i den uge."
_AGENDAS = {
    "startmode": "startmøde",
    "opfolgning": "opfølgning",
    "midtvejs": "midtvejssamtale",
    "afslutning": "afsluttende samtale",
    "eftervaern": "samtale om jobbet",
    "opkald": "opkald fra virksomheden",
}


def week_text(found: Round) -> str:
    """uge 48, 23/11 til 29/11-2026"""
    week = found.week
    return f"uge {week.number}, {short_date(week.first)} til {short_date(week.last)}-{week.last.year}"


def day_text(call: Call) -> str:
    if call.closed:
        return CLOSED
    return _upper(weekday_date(call.day)) if call.day else NO_DAY


def call_name(call: Call) -> str:
    return f"{line(call.virksomhed.navn)} (v{call.virksomhed.nr})"


def people_text(call: Call) -> str:
    """Åse (leder), 12 34 56 78; who has no number is said."""
    if not call.people:
        return f"Kontaktperson mangler, {NO_NUMBER}"
    return "; ".join(f"{it.line}{'' if it.telefon else f', {NO_NUMBER}'}" for it in call.people)


def why_texts(call: Call, today: date) -> Iterator[str]:
    """One sentence a reason; those of a forløb begin with its number."""
    for reason in call.why:
        yield reason_text(reason, today)
    for it in call.forlobene:
        yield f"f{it.forlob.nr} {line(it.borger.alias)}: {_joined(it.why, today)}"


def _joined(reasons: Iterable[Reason], today: date) -> str:
    """What was promised twice in the same words is said once."""
    return " ".join(dict.fromkeys(reason_text(reason, today) for reason in reasons))


def reason_text(reason: Reason, today: date) -> str:
    if reason.art == APPOINTMENT:
        how = _upper(FORMS.get(reason.form or "", "kontakt"))
        when = " ".join(filter(None, (_day(reason.dato), reason.kl and clock(reason.kl))))
        return f"{how} {'var' if (reason.dato or '') < today.isoformat() else 'er'} aftalt {when}."
    if reason.art == TURN:
        if (reason.dato or "") < today.isoformat():
            return f"I skulle have talt sammen senest {_short(reason.dato, today)}."
        return f"Det er tid til at tale sammen, senest {_short(reason.dato, today)}."
    if reason.art == ASKED:
        return f"De har bedt om et opkald fra {_short(reason.dato, today)}."
    if reason.art == NEVER_CALLS:
        return "De har ikke selv ringet endnu. Spørg også til småting."
    when = f", senest {_short(reason.dato, today)}" if reason.dato else ""
    return f"De har lovet: {line(reason.tekst)}{when}."


def topics(call: Call, today: date) -> Iterator[str]:
    """What was spoken of last, in each forløb of the call."""
    many = len(call.forlobene) > 1
    for it in call.forlobene:
        said = topic_text(it, today)
        if said:
            yield f"f{it.forlob.nr}: {said}" if many else said


def topic_text(it: OnCall, today: date) -> str:
    """9/11, opkald: talte om pakkebordet. 2 forsøg uden svar siden."""
    return _topic(it.topic, today) if it.topic else "I har ikke talt sammen endnu."


def _topic(topic: Topic, today: date) -> str:
    tried = f"{counted(topic.tried, 'forsøg', 'forsøg')} uden svar siden." if topic.tried else ""
    if not topic.dato:
        return f"I har ikke talt sammen endnu. {tried}".strip()
    what = _AGENDAS.get(topic.agenda, "") or CHANNELS.get(topic.kanal or "", "").lower()
    said = f": {topic.tekst}" if topic.tekst else ""
    told = f"{_short(topic.dato, today)}{f', {what}' if what else ''}{said}"
    return f"{told}{'' if told.endswith(('.', '?', '!')) else '.'} {tried}".strip()


def borger_name(it: BorgerCall) -> str:
    """f12 Æ-7 hos Ørbæk & Søn"""
    number = f"f{it.forlob.nr}" if it.forlob else f"b{it.borger.nr}"
    return f"{number} {line(it.borger.alias)}{f' hos {line(it.virksomhed)}' if it.virksomhed else ''}"


def borger_phone(it: BorgerCall) -> str:
    return line(it.borger.telefon) or NO_NUMBER


def borger_why(it: BorgerCall, today: date) -> str:
    about = "Om jobbet. " if it.efter else ""
    away = " Har ferie den uge." if it.away else ""
    return f"{about}{reason_text(it.reason, today)}{away}"


def own_text(found: Round) -> str:
    """You are away in the week."""
    days = [f"{_short(it.fra, found.today)} til {_short(it.til, found.today)}" for it in found.own]
    return f"Du har ferie {listed(days)}." if days else ""


def line(text: str | None) -> str:
    return " ".join((text or "").split())


def _short(day: str | None, today: date) -> str:
    return short_date(day, today) if day else ""


def _day(day: str | None) -> str:
    return weekday_date(day) if day else ""


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
