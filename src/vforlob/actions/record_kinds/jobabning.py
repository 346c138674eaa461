"""What is asked of an opening at a virksomhed: what there is to do, not who it is for. Knows no prompt and no file."""

from os import urandom
from typing import Any

from vforlob.actions.borgere_named import borgere_named_in
from vforlob.actions.record_kinds.base import Columns, RecordFelt, RecordKind, choices, is_correction, never, today_of
from vforlob.model.agenda import Felt
from vforlob.model.jobabning import Jobabning
from vforlob.rules.danish import long_date
from vforlob.store.store import Store

OPEN = "aben"
ART = choices(
    lonnede_timer="Timer med løn",
    smajob="Småjob",
    fleksjob="Fleksjob",
    lontilskud="Løntilskud",
    virksomhedspraktik="Praktikplads",
    andet="Andet",
)
STATUS = choices(aben="Åben", besat="Besat", lukket="Lukket uden at blive besat")
FEWEST, MOST = 0.5, 48

FELTER = (
    RecordFelt(Felt("virksomhed", "Virksomhed", "kort"), required=True, reference="virksomhed", when=never),
    RecordFelt(
        Felt(
            "opgaver", "Opgaver", "tekst", help="Hvad der skal laves. Skriv ikke, hvem du tænker på: det bliver delt."
        ),
        required=True,
    ),
    RecordFelt(
        Felt("timer", "Timer om ugen", "tal", unit="timer", min=FEWEST, max=MOST, help="Også 2 timer er en åbning."),
        required=True,
    ),
    RecordFelt(Felt("frist", "Svar senest", "dato", help="Tomt, når den bliver ved at stå åben.")),
    RecordFelt(Felt("art", "Slags åbning", "valg", choices=ART, help="Kan stå tomt.")),
    RecordFelt(Felt("status", "Hvordan står det til", "valg", choices=STATUS), when=is_correction),
)


def new_key() -> str:
    """So long that no two are the same, also not on two machines."""
    return urandom(10).hex()


def _make(store: Store, columns: Columns) -> Jobabning:
    """A key from the start: it is known again when it comes back from a colleague."""
    opening = Jobabning(nr=0, **columns | {"status": columns["status"] or OPEN})
    return store.door(Jobabning).add(opening._replace(nogle=new_key(), oprettet=today_of(store)))


def _mend(store: Store, record: Any, columns: Columns) -> Jobabning:
    return store.door(Jobabning).change(record.nr, **columns | {"status": columns["status"] or OPEN})


def _told(store: Store, opening: Any) -> tuple[str, ...]:
    """Never a block: "hal K-1" may be a hall. But what names a borger is not put on the board."""
    told = []
    if borgere_named_in(store, opening.opgaver or ""):
        told.append(
            "Opgaverne nævner en borgers alias eller navn. Åbningen kommer ikke på tavlen, før det er væk:"
            f" vforlob jobåbning ret {opening.nr}"
        )
    if opening.status == OPEN and opening.frist and opening.frist < today_of(store):
        told.append(f"Fristen var {long_date(opening.frist)}. Åbningen kommer ikke på tavlen.")
    return tuple(told)


KIND = RecordKind("jobabning", FELTER, _make, _mend, told=_told, name="jobåbning")
