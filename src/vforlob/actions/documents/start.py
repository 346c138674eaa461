"""What was settled at the startmøde and still stands, as the readers of a sheet may have it. Knows no layout."""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.actions.documents.contacts import one_line
from vforlob.actions.documents.heard import Heard, heard_by_all, is_hidden, newest_held
from vforlob.model.answers import Key, Value
from vforlob.model.case import Case, Held
from vforlob.rules.danish import WEEKDAYS, clock, listed, number
from vforlob.rules.voices_later import AIMS
from vforlob.store.store import Store

STARTMODE = "startmode"
_DAYS = dict(zip(("man", "tir", "ons", "tor", "fre", "lor", "son"), WEEKDAYS, strict=True))
Pair = tuple[str, str]


class Start(NamedTuple):
    """`held` is None while there has been no startmøde."""

    case: Case
    held: Held | None = None
    heard: Heard | None = None

    def text(self, punkt: str, felt: str) -> str:
        return one_line(self.heard.text(punkt, felt)) if self.heard else ""

    def value(self, punkt: str, felt: str) -> Value | None:
        return self.heard.value(punkt, felt) if self.heard else None

    def recorded(self, punkt: str, felt: str, value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
        """What stands on the forløb, unless it is an answer that is kept from a reader."""
        return None if not value or is_hidden(self.held, self.heard, Key(punkt, felt), value) else value


def start_for(store: Store, case: Case, recipients: Iterable[str]) -> Start:
    held = newest_held(store, case, STARTMODE)
    return Start(case, held, heard_by_all(tuple(recipients), held))


def purpose(start: Start) -> str:
    """ "Optræning. Komme op på 20 timer." """
    forlob = start.case.forlob
    if forlob is None:
        return ""
    art = start.recorded("hensigt", "art", forlob.hensigt_art)
    said = start.recorded("hensigt", "tekst", forlob.hensigt)
    return ". ".join(filter(None, (AIMS.get(str(art or ""), ""), str(said or "").strip())))


def days(start: Start) -> str:
    forlob = start.case.forlob
    agreed = start.recorded("timetal", "dage", forlob.dage if forlob else ())
    return day_names(agreed if isinstance(agreed, tuple) else ())


def day_names(words: Iterable[str]) -> str:
    """mandag, onsdag og fredag"""
    chosen = set(words)
    return listed([name for word, name in _DAYS.items() if word in chosen])


def meeting_time(start: Start) -> str:
    said = start.value("fremmode", "modetid")
    return clock(str(said)) if said else ""


def sick_call(start: Start) -> str:
    """Værkføreren, 54 00 00 00, inden kl. 8.30"""
    to, phone = start.text("fremmode", "sygemelding_til"), start.text("fremmode", "telefon")
    before = start.value("fremmode", "inden_kl")
    return ", ".join(filter(None, (to, phone, f"inden {clock(str(before))}" if before else "")))


def tells_kommune(start: Start) -> bool:
    return start.value("fremmode", "ogsa_kommunen") == "ja"


def first_day(start: Start) -> tuple[Pair, ...]:
    """Where and when, and who receives the borger. The date is that of the forløb."""
    at = start.value("opstart", "kl")
    return (
        ("Tidspunkt", clock(str(at)) if at else meeting_time(start)),
        ("Mødested", start.text("opstart", "sted")),
        ("Tager imod", contact_here(start)),
    )


def contact_here(start: Start) -> str:
    forlob = start.case.forlob
    return one_line(str(start.recorded("opstart", "modtages_af", forlob.kontakt_virksomhed if forlob else "") or ""))


def mentor(start: Start) -> str:
    forlob = start.case.forlob
    return one_line(str(start.recorded("opstart", "mentor", forlob.mentor if forlob else "") or ""))


def fixed_time(start: Start) -> str:
    forlob = start.case.forlob
    return one_line(str(start.recorded("opfolgning", "fast_tid", forlob.fast_tid if forlob else "") or ""))


def stand_in(start: Start) -> str:
    forlob = start.case.forlob
    here = forlob.stedfortraeder if forlob else ""
    return one_line(str(start.recorded("opfolgning", "stedfortraeder", here) or ""))


def clothes(start: Start) -> str:
    """Sikkerhedssko, str. 43 (virksomheden sørger for dem)"""
    what, who = start.text("arbejdstoj", "tekst"), start.value("arbejdstoj", "hvem")
    if who == "ingen":
        return ""
    by = f"{start.text('arbejdstoj', 'hvem')} sørger for det" if who else ""
    return f"{what} ({by})" if what and by else what or by[:1].upper() + by[1:]


def week(value: Value | None) -> str:
    return number(value) if isinstance(value, int | float) else str(value or "")
