"""What stands around the sections: title, who was there, the next contact, how it closes. Knows no agenda point."""

from collections.abc import Mapping

from vforlob.actions.documents.lines import capital
from vforlob.model.case import Held
from vforlob.model.forlob import Plan
from vforlob.rules.danish import clock, long_date, plain_date, weekday_date
from vforlob.rules.gate_scene import parties
from vforlob.rules.gate_tables import CASE_ONLY
from vforlob.rules.voices import FORMS, PLACES, PRESENT, Voice


def title_of(held: Held, voice: Voice) -> str:
    samtale, name = held.samtale, held.agenda.title
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
    """Why it was corrected is for the case alone."""
    if udgave < 2:
        return ""
    reason = held.samtale.grund if is_case else None
    return " ".join(filter(None, ("Rettet. Teksten afløser den, du har fået før.", reason and f"Grund: {reason}")))


def closing(voice: Voice, settings: Mapping[str, str]) -> str:
    telefon = settings.get("telefon", "")
    return voice.closing.format(f": {telefon}" if telefon else "")
