"""Texts to paste elsewhere: a message about the next contact, and the fields of VITAS. Open, act, show."""

from vforlob.actions.besked import Besked, make_besked
from vforlob.actions.vitas import make_vitas
from vforlob.agenda.near import did_you_mean
from vforlob.cli.context import context, open_store
from vforlob.cli.layout import screen_width
from vforlob.cli.numbers import forlob_for
from vforlob.cli.owners import owner_of
from vforlob.cli.show import emit, err, out
from vforlob.cli.vitas_screen import vitas_json, vitas_screen
from vforlob.errors.use import WrongUse
from vforlob.model.text import fold
from vforlob.rules.beskeder import BORGER, VIRKSOMHED
from vforlob.rules.danish import quoted, weekday_date


def besked(forlob: str = "", *, til_hvem: str = "", mail: bool = False, json: bool = False) -> None:
    """The text alone on stdout, so that it can be piped; what she should know of it on stderr."""
    til = _recipient(til_hvem)
    with open_store() as store:
        found = make_besked(store, forlob_for(store, forlob, "besked"), til, mail, context().now)
    if json:
        emit(_besked_json(found, mail))
        return
    out(found.tekst)
    for line in _asides(found):
        err(line)


def vitas(forlob: str = "", *, json: bool = False) -> None:
    """The fields in the order VITAS asks, and what is missing."""
    with open_store() as store:
        found = make_vitas(store, forlob_for(store, forlob, "vitas"), context().today)
        case = found.case
        owner = owner_of(store, case.borger.nr, case.forlob.nr if case.forlob else None)
    if json:
        emit(vitas_json(found))
        return
    for line in vitas_screen(found, owner.name, screen_width()):
        out(line)


def _recipient(typed: str) -> str:
    wanted = fold(typed.strip()) or BORGER
    if wanted not in (BORGER, VIRKSOMHED):
        hint = did_you_mean(typed, (BORGER, VIRKSOMHED))
        raise WrongUse(f"En besked er til borger eller virksomhed, ikke {quoted(typed)}{hint}.", command="besked")
    return wanted


def _besked_json(found: Besked, mail: bool) -> dict[str, object]:
    about = found.about
    return {
        "til": about.til,
        "kanal": "mail" if mail else "sms",
        "tekst": found.tekst,
        "dato": about.dato,
        "kl": about.kl,
        "form": about.form,
        "aftalt": "ja" if about.agreed and about.dato else "nej",
    }


def _asides(found: Besked) -> list[str]:
    said = []
    if found.late:
        said.append(f"Den næste kontakt skulle have været {weekday_date(found.late)}, så teksten spørger om en dag.")
    elif not found.about.agreed:
        said.append("Dagen er ikke aftalt endnu, så teksten spørger, om den passer.")
    return [*said, found.clash] if found.clash else said
