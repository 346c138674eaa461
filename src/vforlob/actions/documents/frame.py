"""What stands around the sections: title, who was there, the next contact, how it closes. Knows no agenda point."""

from collections.abc import Mapping

from vforlob.actions.documents.lines import capital
from vforlob.model.case import Held
from vforlob.model.forlob import Plan
from vforlob.rules.danish import clock, long_date, plain_date, weekday_date
from vforlob.rules.gate_scene import parties
from vforlob.rules.gate_tables import CASE_ONLY
from vforlob.rules.voices import FORMS, PLACES, PRESENT, VOICES, Voice
from vforlob.rules.voices_later import (
    CLOSINGS,
    NEXT_WITH_OTHERS,
    NOTHING,
    NOTHING_FOR_SEVERAL,
    PROMISED_TO_OTHERS,
    STATUS,
    STATUS_OF_NOTHING,
    STATUS_OF_NOTHING_FOR_SEVERAL,
    TITLES,
)


def voice_to(held: Held, recipient: str) -> Voice:
    """What the konsulent promised is promised to those who were there, and the next contact is agreed with them."""
    voice = VOICES[recipient]
    there = parties(held.samtale.deltagere)
    if voice.is_sober or recipient in there:
        return voice
    told = voice.told if there else STATUS[recipient]
    promised = {**voice.promised, "konsulent": PROMISED_TO_OTHERS}
    return voice._replace(told=told, promised=promised, by_form=NEXT_WITH_OTHERS)


def title_of(held: Held, voice: Voice) -> str:
    samtale, name = held.samtale, TITLES.get(held.agenda.id, held.agenda.title)
    if not voice.is_sober:
        return f"{name} den {plain_date(samtale.dato)}"
    year, month, day = (int(part) for part in samtale.dato.split("-"))
    return " ".join(filter(None, (name, f"{day}.{month}.{year}", samtale.kl and clock(samtale.kl))))


def when(held: Held) -> str:
    """fredag den 20. november 2026 kl. 13"""
    samtale = held.samtale
    day = f"{weekday_date(samtale.dato)} {samtale.dato[:4]}"
    return f"{day} {clock(samtale.kl)}" if samtale.kl else day


def opening(held: Held, recipient: str, voice: Voice) -> str:
    """Thanks to those who were there; the others are told that it took place."""
    samtale = held.samtale
    if recipient not in parties(samtale.deltagere):
        return voice.told.format(when(held))
    place = PLACES.get(samtale.form or "", "")
    if samtale.form == "besog":
        at_home = recipient != "borger" or held.case.virksomhed is None
        place = "" if at_home else place.format(held.case.virksomhed.navn if held.case.virksomhed else "")
    return voice.thanks.format(" ".join(filter(None, (when(held), place))))


def nothing(held: Held, recipient: str) -> str:
    """The opening of a text that has nothing else."""
    one, several = (NOTHING, NOTHING_FOR_SEVERAL)
    if not parties(held.samtale.deltagere):
        one, several = (STATUS_OF_NOTHING, STATUS_OF_NOTHING_FOR_SEVERAL)
    return (several if recipient == "virksomhed" else one).format(when(held))


def people_of(held: Held, recipient: str) -> tuple[str, ...]:
    """Who was there, for the case and for those who saw it. The konsulent last: she is the one who writes."""
    there = held.samtale.deltagere
    if recipient not in parties(there) | CASE_ONLY:
        return ()
    return tuple(PRESENT.get(word, word) for word in sorted(there, key=lambda word: word == "konsulent"))


def form_of(held: Held) -> str:
    form = held.samtale.form or ""
    return FORMS.get(form, form)


def next_contact(plan: Plan | None, voice: Voice) -> str:
    if plan is None or not plan.dato:
        return ""
    day = " ".join(filter(None, (long_date(plan.dato), plan.kl and clock(plan.kl))))
    if plan.kilde != "aftalt":
        return voice.latest.format(day)
    return capital(voice.by_form.get(plan.form or "", voice.by_form[""]).format(day))


def correction(held: Held, udgave: int, is_case: bool) -> str:
    """Why it was corrected is for the case alone. That words are gone is said to everybody."""
    day = held.samtale.tekst_slettet
    deleted = f"Det skrevne i samtalen blev slettet {plain_date(day)}." if day else ""
    if udgave < 2:
        return deleted
    reason = held.samtale.grund if is_case else None
    told = ("Rettet. Teksten afløser den, du har fået før.", reason and f"Grund: {reason}", deleted)
    return " ".join(filter(None, told))


def closing(held: Held, recipient: str, voice: Voice, settings: Mapping[str, str]) -> str:
    telefon = settings.get("telefon", "")
    words = CLOSINGS.get((held.agenda.id, recipient), voice.closing)
    return words.format(f": {telefon}" if telefon else "")
