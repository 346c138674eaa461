"""What --med, --tillæg and --grundig mean for a samtale about to be held. Knows no storage and asks nobody."""

from vforlob.actions.drafts import TILLAEG, Changes
from vforlob.actions.sitting import Sitting
from vforlob.agenda.reserved import SAMTALE
from vforlob.errors.use import WrongUse
from vforlob.model.agenda import PARTS, Agenda
from vforlob.model.answers import Key
from vforlob.model.text import fold
from vforlob.rules import gate
from vforlob.rules.danish import listed

KONSULENT = "konsulent"
# Who sits there when a party is named and nobody says more.
_STANDS_FOR = {"virksomhed": "leder"}


def said_on_line(sitting: Sitting, med: str, tillaeg: str, kort: bool, grundig: bool) -> Changes:
    """What the line has answered already. Raises WrongUse."""
    if kort and grundig:
        raise WrongUse("Vælg enten --kort eller --grundig.")
    said: Changes = {}
    if med:
        said = {Key(SAMTALE, "deltagere"): _deltagere(sitting, parties_named(med))}
    points = tuple(dict.fromkeys((*sitting.samtale.tillaeg, *_points(sitting.agenda, tillaeg, grundig))))
    if points != sitting.samtale.tillaeg:
        said = {**said, TILLAEG: points}
    return said


def parties_named(med: str) -> tuple[str, ...]:
    """Those of --med. Raises WrongUse."""
    wanted = [fold(word.strip()) for word in med.split(",") if word.strip()]
    unknown = [word for word in wanted if word not in PARTS]
    if unknown or not wanted:
        raise WrongUse(f"--med tager {listed(PARTS)} med komma imellem, fx --med borger,virksomhed.")
    return tuple(wanted)


def _deltagere(sitting: Sitting, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the usual ones who belong to a party named, and somebody for a party nobody stands for."""
    usual = [word for word in sitting.samtale.deltagere if word != KONSULENT and gate.parties((word,)) <= set(wanted)]
    missing = [party for party in wanted if party not in gate.parties(tuple(usual))]
    return (*usual, *(_STANDS_FOR.get(party, party) for party in missing), KONSULENT)


def _points(agenda: Agenda, tillaeg: str, grundig: bool) -> list[str]:
    found = [punkt.id for punkt in agenda.punkter if grundig and punkt.thorough]
    for word in (word.strip() for word in tillaeg.split(",")):
        if not word:
            continue
        punkt = agenda.numbered(word) or agenda.punkt(fold(word))
        if punkt is None:
            raise WrongUse("--tillæg tager bogstaver eller navne på punkter i dagsordenen, fx --tillæg A.")
        found.append(punkt.id)
    return found
