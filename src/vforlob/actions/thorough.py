"""When to go through everything, and why; and which points a samtale begins with beside its own. Asks nobody."""

from datetime import date

from vforlob.actions.drafts import TILLAEG, Changes
from vforlob.actions.sitting import Sitting
from vforlob.model.case import Case
from vforlob.store.store import Store

SOON = 1  # signs that are more urgent than this one, or as urgent, are worth asking about
LIMIT = "graense"  # a rule about the length of a praktik is for the sagsbehandler, and no longer talk mends it
NEW_HOST = "ny"
OF_NEW_HOST = "klaedt_pa"
NEVER_SPOKEN = "I har ikke talt sammen før."
SPOKEN_ONCE = "I har kun talt sammen én gang før."


def points_left_out(sitting: Sitting) -> tuple[str, ...]:
    """The grundige points that this samtale has not got."""
    return tuple(p.id for p in sitting.agenda.punkter if p.thorough and p.id not in sitting.samtale.tillaeg)


def with_points(sitting: Sitting, said: Changes, points: tuple[str, ...]) -> Changes:
    """What is known before the first question, with these points switched on too."""
    already = said.get(TILLAEG) or sitting.samtale.tillaeg
    wanted = tuple(dict.fromkeys((*(already if isinstance(already, tuple) else ()), *points)))
    return {**said, TILLAEG: wanted} if wanted != sitting.samtale.tillaeg else said


def points_of_new_host(sitting: Sitting) -> tuple[str, ...]:
    """What a virksomhed that has never tried it is asked without anybody having to think of it."""
    virksomhed = sitting.case.virksomhed
    punkt = sitting.agenda.punkt(OF_NEW_HOST)
    if punkt is None or punkt.enabled or virksomhed is None or virksomhed.vaert != NEW_HOST:
        return ()
    return (punkt.id,)


def reason_to_be_thorough(store: Store, case: Case, today: date) -> str:
    """A sentence; empty where nothing calls for it."""
    return _hardly_known(case) or _first_sign(store, case, today)


def _hardly_known(case: Case) -> str:
    held = sum(samtale.udgave > 0 for samtale in case.samtaler)
    spoken = held + sum(kontakt.naet == "ja" for kontakt in case.kontakter)
    return (NEVER_SPOKEN, SPOKEN_ONCE)[spoken] if spoken <= 1 else ""


def _first_sign(store: Store, case: Case, today: date) -> str:
    if case.forlob is None:
        return ""
    from vforlob.rules.tegn import signs  # late: the briefing is painted before anybody looks for signs
    from vforlob.store.facts import load_facts  # likewise
    from vforlob.store.regler import load_rulebook  # likewise

    looked = signs(load_facts(store, (case.forlob.nr,))[0], today, load_rulebook(store.folder))
    found = [one for one in looked if one.id != LIMIT]
    return found[0].sentence if found and found[0].urgency <= SOON else ""
