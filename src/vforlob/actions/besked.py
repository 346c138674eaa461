"""The message about the next contact of a forløb: what it is about, and whether it may be sent. Knows no screen."""

from datetime import datetime
from typing import NamedTuple

from vforlob.actions.clashes import clash_words
from vforlob.actions.settings import setting
from vforlob.actions.workdays import workdays
from vforlob.errors.beskeder import EmployerNotAsked, NothingPlanned
from vforlob.model.answers import Key
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.rules.beskeder import VIRKSOMHED, About, mail, sms
from vforlob.rules.kontaktplan import AGREED, due
from vforlob.rules.words import kommune_word
from vforlob.store.answers import answers_of
from vforlob.store.case import load_case
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

MAY_CONTACT = Key("ma_kontakte_arbejdsgiver", "svar")
LONGEST_NAME = 60  # a name or number that somebody pasted a page into would leave no room for the message


class Besked(NamedTuple):
    """`tekst` is all that is sent. `late` is the day it should have been, empty when it is not late; `clash` is a
    fixed time it falls in. Neither stands in the text.
    """

    about: About
    tekst: str
    late: str = ""
    clash: str = ""


def make_besked(store: Store, forlob: Forlob, til: str, long: bool, now: datetime) -> Besked:
    """Raises NothingPlanned, and EmployerNotAsked before anything is made."""
    today = now.date()
    case, rules = load_case(store, forlob=forlob.nr), load_rulebook(store.folder)
    if til == VIRKSOMHED and forlob.status == "lukket":
        refuse_unasked(store, case, forlob)
    found = due(case, today, rules, workdays(rules, store.folder))
    if found is None:
        raise NothingPlanned(forlob.nr)
    is_late = (found.dato, found.kl or "24") < (today.isoformat(), now.strftime("%H:%M"))
    about = About(
        til=til,
        dato=None if is_late else found.dato,
        kl=None if is_late else found.kl,
        form=found.form,
        agreed=found.kilde == AGREED,
        kommune=_line(kommune_word(rules, today, setting(store, "kommune_ord"))),
        name=_line(setting(store, "konsulent")),
        phone=_line(setting(store, "telefon")),
    )
    clash = clash_words(store, forlob.borger, about.dato, about.kl) if about.dato else ""
    return Besked(about, (mail if long else sms)(about), found.dato if is_late else "", clash)


def refuse_unasked(store: Store, case: Case, forlob: Forlob) -> None:
    """After the job. The newest word on it counts."""
    held = [it for it in case.samtaler if it.agenda == "eftervaern" and it.status == "faerdig"]
    newest_first = sorted(held, key=lambda it: (it.dato, it.nr), reverse=True)
    said = (answers_of(store, it.nr, it.udgave).get(MAY_CONTACT) for it in newest_first)
    answer = next((svar for svar in said if svar is not None), "")
    if answer != "ja":
        raise EmployerNotAsked(forlob.nr, str(answer))


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_NAME].strip()
