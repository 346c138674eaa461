"""The page of one borger, "Kun til dig": what she can and wishes, where she has been and is. Decides nothing."""

from collections.abc import Iterator
from datetime import date

from vforlob.actions.record_kinds.borger import FELTER
from vforlob.actions.timeline_words import OUTCOMES
from vforlob.actions.whole_borger import Contact, Experience, Known, Treatment, WholeBorger
from vforlob.cli.due_words import command, reason
from vforlob.cli.forlob_screen import due_text
from vforlob.cli.hensyn_words import who_may_know
from vforlob.cli.layout import one_line
from vforlob.cli.match_words import steps_words
from vforlob.cli.page_parts import (
    aftale_text,
    beside,
    delmal_text,
    filled_in,
    heading,
    item,
    next_steps,
    open_aftaler,
    open_delmal,
    section,
    stack,
)
from vforlob.cli.record_lists import ARTS
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.onske import Onske
from vforlob.rules.clash import in_words
from vforlob.rules.danish import counted, listed, number, short_date
from vforlob.rules.match.asked import by_virksomhed

# Told by lines of their own.
_TOLD = {"alias", "cv", "cv_opdateret", "sagsbehandler", "kan_jeg", "har_brug_for", "hjaelper_mig"}
_RESSOURCER = (
    ("erhvervserfaring", "Erhvervserfaring"),
    ("skolegang", "Skolegang"),
    ("interesser", "Interesser"),
    ("andet", "Andet"),
)
_OWN_WORDS = (
    ("kan_jeg", "Det kan jeg"),
    ("har_brug_for", "Det har jeg brug for"),
    ("hjaelper_mig", "Sådan hjælper du mig"),
)
_TRANSPORT = {"gang": "til fods", "cykel": "på cykel", "bus": "med bus", "bil": "i bil", "andet": "på anden måde"}
_WISHES = {
    "ikke_afsogt": "ikke afsøgt",
    "kontaktet": "kontaktet",
    "snuset": "besøgt",
    "afvist": "sagt nej",
    "match": "passer",
}
STOPPED = "ja, intet bliver slettet, før du hæver det"
WANTED_WISHES = 5  # the list the source asks for; fewer are shown as fewer and stop nobody


def borger_screen(whole: WholeBorger, today: date, width: int, behind: str = "") -> list[str]:
    borger = whole.borger
    return [
        *heading(f"b{borger.nr} · {one_line(borger.alias)}", width),
        "",
        *stack("Slettestop", (STOPPED,) * whole.is_stopped, width),
        *stack("Næste kontakt", _contacts(whole, today), width),
        *_closely(whole, today, width),
        *filled_in((felt for felt in FELTER if felt.id not in _TOLD), borger, width),
        *_sagsbehandler(borger, width),
        *stack("CV", _cv(borger, today), width),
        *stack("Timer om ugen", _hours(whole, today), width),
        *stack("Vej til arbejde", _way(borger), width),
        *stack("Åbne aftaler", (aftale_text(it, today) for it in open_aftaler(whole.aftaler)), width),
        *stack("Delmål", (delmal_text(it, today) for it in open_delmal(whole.delmal)), width),
        *section("Ressourcer", _columns(borger, _RESSOURCER, width), width),
        *section("Borgerens egne ord til en arbejdsplads", _columns(borger, _OWN_WORDS, width), width),
        *section(f"Ønsker, {len(whole.onsker)} af {WANTED_WISHES}", _wishes(whole, today, width), width),
        *section("Spurgt for borgeren", _asked(whole, today, width), width),
        *section("Hensyn", _hensynene(whole, width), width),
        *section("Skal passe sammen med", [line for it in whole.koordinering for line in _treatment(it, width)], width),
        *section("Forløb nu", _forlobene(whole, today, width, closed=False), width),
        *section("Forløb før", _forlobene(whole, today, width, closed=True), width),
        *section("Fortalt ved formødet", [line for it in whole.erfaringer for line in _experience(it, width)], width),
        *next_steps(_steps(whole), width, behind),
    ]


def _contacts(whole: WholeBorger, today: date) -> Iterator[str]:
    """Named by forløb where there is one; nothing planned is said too."""
    if not whole.contacts:
        yield "ikke aftalt"
    for contact in sorted(whole.contacts, key=lambda it: it.due.dato):
        yield _contact(contact, whole, today)


def _contact(contact: Contact, whole: WholeBorger, today: date) -> str:
    if contact.forlob is None:
        return due_text(contact.due, "aftalt" if contact.due.kilde == "aftalt" else "", today)
    why = reason(contact.due, contact.forlob, whole.rules, today)
    return f"f{contact.forlob.nr}: {due_text(contact.due, why, today)}"


def _closely(whole: WholeBorger, today: date, width: int) -> list[str]:
    if whole.taet is None:
        return []
    word = "ja" if whole.taet.svar == "ja" else "hold øje"
    why = f": {one_line(whole.taet.grund)}" if whole.taet.grund else ""
    return beside("Tæt opfølgning", f"{word}, siden {short_date(whole.taet.dato, today)}{why}", width)


def _sagsbehandler(borger: Borger, width: int) -> list[str]:
    """The fixed contact on the other side of the kommune."""
    return beside("Sagsbehandler", one_line(borger.sagsbehandler or "ikke skrevet op"), width)


def _cv(borger: Borger, today: date) -> Iterator[str]:
    if borger.cv == "ja":
        dated = f", opdateret {short_date(borger.cv_opdateret, today)}" if borger.cv_opdateret else ", uden dato"
        yield f"ja{dated}"
    elif borger.cv == "nej":
        yield "nej, ikke endnu"


def _hours(whole: WholeBorger, today: date) -> Iterator[str]:
    wish = whole.wish
    if wish is None:
        return
    parts = []
    if wish.start is not None:
        parts.append(f"begynder med {number(float(str(wish.start)))}")
    if wish.slut is not None:
        by = f" den {short_date(str(wish.hvornar), today)}" if wish.hvornar else ""
        parts.append(f"vil op på {number(float(str(wish.slut)))}{by}")
    yield f"ønsket: {listed(parts)}"


def _way(borger: Borger) -> Iterator[str]:
    parts = [one_line(borger.sted)] if borger.sted else []
    if borger.transport:
        parts.append(_TRANSPORT.get(borger.transport, borger.transport))
    if borger.minutter:
        parts.append(f"højst {counted(borger.minutter, 'minut', 'minutter')}")
    if parts:
        yield " · ".join(parts)


def _columns(borger: Borger, columns: tuple[tuple[str, str], ...], width: int) -> list[str]:
    found = ((label, getattr(borger, column)) for column, label in columns)
    return [line for label, text in found if text for line in beside(label, one_line(text), width)]


def _wishes(whole: WholeBorger, today: date, width: int) -> list[str]:
    return [line for onske in whole.onsker for line in item(str(onske.rang), _wish(onske, today), width)]


def _wish(onske: Onske, today: date) -> str:
    branche = f" ({one_line(onske.branche)})" if onske.branche else ""
    since = f" {short_date(onske.status_dato, today)}" if onske.status_dato else ""
    came = f": {one_line(onske.tekst)}" if onske.tekst else ""
    return f"{one_line(onske.onske)}{branche} · {_WISHES.get(onske.status, onske.status)}{since}{came}"


def _asked(whole: WholeBorger, today: date, width: int) -> list[str]:
    """Each virksomhed once, with every step."""
    lines = []
    for nr, steps in by_virksomhed(whole.henvendelser).items():
        lines += item(f"v{nr}", f"{one_line(whole.virksomheder[nr])}: {steps_words(steps, today)}", width)
    return lines


def _hensynene(whole: WholeBorger, width: int) -> list[str]:
    return [line for known in whole.hensyn if known.hensyn.status == "aktiv" for line in _hensyn(known, width)]


def _hensyn(known: Known, width: int) -> list[str]:
    hensyn = known.hensyn
    text = hensyn.losning or hensyn.reformulering or hensyn.behov or hensyn.hensyn or ""
    lines = item(str(hensyn.nr), one_line(text), width)
    for nr, here in known.here:
        lines += item("", f"f{nr}: {who_may_know(here)}", width)
    return lines


def _treatment(one: Treatment, width: int) -> list[str]:
    it = one.koordinering
    when = f", {one_line(it.hvornar)}" if it.hvornar else ""
    who = f" ({one_line(it.hvem)})" if it.hvem else ""
    lines = item("·", f"{one_line(it.indsats or '')}{when}{who}", width)
    if one.clash is not None:
        hit = f". Der er arbejde den dag i {listed([f'f{nr}' for nr in one.forlobene])}" if one.forlobene else ""
        lines += item("", f"{in_words(one.clash)}{hit}", width)
    return lines


def _forlobene(whole: WholeBorger, today: date, width: int, closed: bool) -> list[str]:
    found = [it for it in whole.forlobene if (it.status == "lukket") is closed]
    return [line for it in found for line in item(f"f{it.nr}", _forlob(it, whole, today), width)]


def _forlob(forlob: Forlob, whole: WholeBorger, today: date) -> str:
    where = one_line(whole.virksomheder[forlob.virksomhed])
    end = forlob.lukket if forlob.status == "lukket" else forlob.slut
    days = " - ".join(short_date(day, today) if day else "?" for day in (forlob.start, end))
    outcome = f": {OUTCOMES.get(forlob.udfald, forlob.udfald)}" if forlob.udfald else ""
    return f"{where}, {ARTS.get(forlob.art, forlob.art)}, {days}{outcome}"


def _experience(one: Experience, width: int) -> list[str]:
    told = {name: one_line(str(value)) for name, value in one.told.items()}
    place = ", ".join(told[name] for name in ("sted", "varighed") if name in told)
    lines = item("·", place or "et sted uden navn", width)
    for name, word in (("virkede", "Det virkede"), ("svaert", "Det var svært"), ("slutning", "Slutningen")):
        if name in told:
            lines += item("", f"{word}: {told[name]}", width)
    return lines


def _steps(whole: WholeBorger) -> list[str]:
    nr = whole.borger.nr
    running = [contact for contact in whole.contacts if contact.forlob is not None]
    hold = [f"{command(it.due)} f{it.forlob.nr}" for it in running[:1] if it.forlob]
    return [*(hold or [f"formøde b{nr}"]), f"tæt b{nr}", f"borger ret b{nr}"]
