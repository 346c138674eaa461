"""What is asked of a virksomhed, and its rules. Knows no prompt and no file."""

from typing import Any

from vforlob.actions.record_kinds.base import Columns, RecordFelt, RecordKind, choices, today_of
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.text import search_fold
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.cvr import read_cvr
from vforlob.store.store import Store

VAERT = choices(ny="Ny som vært", erfaren="Har haft forløb før")
MOST_AT_A_TIME, MOST_ROWS, LONGEST_ROW = 99, 20, 200

FELTER = (
    RecordFelt(Felt("navn", "Navn", "kort", help="Som virksomheden selv skriver det."), required=True),
    RecordFelt(Felt("cvr", "CVR-nummer", "kort", help="8 cifre. Kan stå tomt.")),
    RecordFelt(Felt("branche", "Branche", "kort", help="Fx detail, lager, køkken."), required=True),
    RecordFelt(Felt("sted", "Sted", "kort", help="Adressen eller byen, hvor arbejdet er."), required=True),
    RecordFelt(Felt("kontakt", "Kontaktperson", "kort", help="Den, du ringer til.")),
    RecordFelt(Felt("telefon", "Telefon", "kort")),
    RecordFelt(Felt("email", "E-mail", "kort")),
    RecordFelt(
        Felt("vaert", "Erfaring som vært", "valg", choices=VAERT, help="Har de haft et forløb før?"), required=True
    ),
    RecordFelt(
        Felt("max_antal", "Højst på én gang", "tal", unit="borgere", help="Det tal, de selv har sagt. Kan stå tomt.")
    ),
    RecordFelt(Felt("fast_tid", "Ring helst", "kort", help="Hvornår de helst vil ringes op, fx mandag kl. 14.")),
    RecordFelt(
        Felt("ring_igen", "Ring igen fra", "dato", help="Den dag, de har bedt dig om at ringe igen, fx 1. marts.")
    ),
    RecordFelt(
        Felt(
            "rammer",
            "Kan tage hensyn til",
            "tekst",
            help="Det, stedet selv har sagt, det kan: én ting på hver linje, fx »kan begynde kl. 10«.",
        ),
        rows=True,
    ),
)


def _make(store: Store, columns: Columns) -> Virksomhed:
    return store.door(Virksomhed).add(Virksomhed(nr=0, **columns, oprettet=today_of(store)))


def _mend(store: Store, record: Any, columns: Columns) -> Virksomhed:
    return store.door(Virksomhed).change(record.nr, **columns)


def _cvr(_store: Store, value: Value, _nr: int | None) -> str:
    try:
        read_cvr(str(value))
    except BadAnswer as bad:
        return bad.sentence
    return ""


def email_broken(_store: Store, value: Value, _nr: int | None) -> str:
    name, at, host = str(value).partition("@")
    return "" if name and at and "." in host and " " not in str(value) else "En e-mail ser sådan ud: navn@firma.dk"


def _count(_store: Store, value: Value, _nr: int | None) -> str:
    count = float(str(value))
    if count.is_integer() and 1 <= count <= MOST_AT_A_TIME:
        return ""
    return f"Skriv et helt tal fra 1 til {MOST_AT_A_TIME}, fx 2."


def _rows(_store: Store, value: Value, _nr: int | None) -> str:
    rows = [row for row in str(value).split("\n") if row.strip()]
    if len(rows) > MOST_ROWS:
        return f"Der er {len(rows)} linjer. Der er plads til {MOST_ROWS}."
    if any(len(row) > LONGEST_ROW for row in rows):
        return f"En linje kan højst være på {LONGEST_ROW} tegn. Del den, eller kort den af."
    return ""


def _told(store: Store, record: Any) -> tuple[str, ...]:
    """Said of the newest on the day it was written down: a chain has many places of one name."""
    if record.oprettet != today_of(store):
        return ()
    name = search_fold(record.navn)
    same = [one.nr for one in store.door(Virksomhed).find() if one.nr < record.nr and search_fold(one.navn) == name]
    if not same:
        return ()
    return (
        f"Der er allerede en virksomhed med det navn. Er det den samme, så brug den: vforlob virksomhed vis v{same[0]}",
    )


KIND = RecordKind(
    "virksomhed",
    FELTER,
    _make,
    _mend,
    columns={"cvr": _cvr, "email": email_broken, "max_antal": _count, "rammer": _rows},
    stored={
        "cvr": lambda _store, value: read_cvr(str(value)),
        "max_antal": lambda _store, value: int(float(str(value))),
    },
    told=_told,
)
