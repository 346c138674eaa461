"""Under which point of the matrix each column of a record is judged: only data. Decides nothing itself."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vforlob.model.agenda import Felt, Punkt
from vforlob.rules.gate_tables import NOTE

Judged = tuple[Punkt, Felt]

ALONE = Punkt("kun_til_dig", "", "gruppe", "", alone=True)


class Place(NamedTuple):
    """`columns` says where each is judged, `instead` where they are in a record of that `art`. A column that is named
    nowhere is a number or a date that says nothing by itself. `tell` are those without which there is no record.
    `said_as` are the felter it can come from where its samtale asks with other words.
    """

    columns: Mapping[str, Judged]
    tell: tuple[str, ...] = ()
    said_as: tuple[str, ...] = ()
    instead: Mapping[str, Mapping[str, Judged]] = {}

    def of(self, record: Any) -> Mapping[str, Judged]:
        return self.instead.get(getattr(record, "art", ""), self.columns)


def _under(punkt: Punkt | str, *names: str, felt: str = "") -> dict[str, Judged]:
    """Each column under the felt of its own name, or all under `felt`."""
    place = punkt if isinstance(punkt, Punkt) else Punkt(punkt, "", "gruppe", "")
    return {name: (place, Felt(felt or name, "", "tekst")) for name in names}


def _own_place(names: Iterable[str]) -> dict[str, Judged]:
    """Each is a point of its own."""
    found: dict[str, Judged] = {}
    for name in names:
        found |= _under(name, name)
    return found


_HOURS = ("praktik", "lontilskud", "ordinaer")
_HENSYN = Punkt("hensyn", "", "liste", "", writes=("hensyn",))
_OPGAVER = Punkt("opgaver", "", "liste", "", writes=("opgaver",))

BORGER = Place(
    {
        # How ready somebody is, is judged when the konsulent is alone.
        **_under(ALONE, "parathed", "skal_til", "oprettet"),
        **_own_place(("malgruppe", "henvist", "sagsbehandler", "kan_jeg", "har_brug_for", "hjaelper_mig")),
        # That a CV exists is on the borger, who is asked alone: not the point `cv`, which is for everybody.
        **_under("ressourcer", "erhvervserfaring", "skolegang", "interesser", "andet", "cv", "cv_opdateret"),
        **_under("geografi", "sted", "transport", "minutter"),
    }
)
FORLOB = Place(
    {
        **_under("opstart", "art", "start", "kontakt_virksomhed", "mentor"),
        **_under("forlaengelse", "slut"),
        **_under("timetal", "timer", "dage", "timer_grund"),
        **_under("hensigt", "hensigt_art", "hensigt"),
        **_under("opfolgning", "fast_tid", "kontakt_kommune", "stedfortraeder"),
        **_own_place(("vitas", "rejse", "ud_ad_doren")),
        **_under("udfald", "lukket", "udfald", "eftervaern"),
        **_under(ALONE, "interval", "uden_formode", "oprettet"),
    }
)
VIRKSOMHED = Place(
    {
        **_under("opstart", "navn", "branche", "sted", "kontakt", "telefon", "email"),
        **_under(ALONE, "cvr", "vaert", "oprettet"),
    }
)
OPGAVE = Place(
    _under(_OPGAVER, "opgave", "trin", "timetype", "tilpasning", "hjaelpemidler", "trin_siden", "dage", "timer"),
    ("opgave",),
    ("opgaver",),
)
TIMER = Place(
    _under("timetal", *_HOURS, "grund"),
    _HOURS,
    ("timer", "start", "slut"),
    # What is aimed at is the wish from the formøde.
    {"mal": _under("timetal", *_HOURS, "grund", felt="slut")},
)
LONKRONER = Place(_under("lonkroner", "trin", "timer", "opgaver", "tekst"), ("trin",), ("svar", "fra_uge"))
FREMMODE = Place(
    _under("fremmode", "aftalt", "modt", "syg", "fri", "udeblevet", "uafklaret", "for_sent"),
    ("aftalt", "modt", "syg", "fri", "udeblevet", "uafklaret", "for_sent"),
)
FRAVAER = Place({**_under("fravaer", "art"), **_under("fravaer", "besked", felt=NOTE)}, ("art",))
ONSKE = Place(
    {**_under("onskeliste", "onske", "branche"), **_under(ALONE, "status", "status_dato", "tekst")}, ("onske",)
)
KOORDINERING = Place(_under("koordinering", "indsats", "hvornar", "hvem"), ("indsats", "hvornar", "hvem"))
HENSYN = Place(
    _under(
        _HENSYN,
        *("hensyn", "behov", "losning", "reformulering", "hvem", "sporg_forst"),
        *("aftalt", "hvorfor", "betydning", "virker"),
    )
)

OF_BORGER = {"Borger": BORGER, "Forlob": FORLOB, "Virksomhed": VIRKSOMHED}
