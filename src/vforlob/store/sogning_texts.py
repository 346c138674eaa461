"""Every text that can be searched, read from the records and the answers. Knows which columns are text, no index."""

# ruff: noqa: S608  # the SQL is put together of constants of this module alone
from collections.abc import Iterable, Iterator, Sequence
from json import loads
from typing import Any, NamedTuple

from vforlob.agenda.reserved import BESIDE
from vforlob.model.agenda import Punkt
from vforlob.model.answers import NOTE
from vforlob.model.sogetekst import DRAFT, SVAR, Text
from vforlob.model.text import clean
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.session import Session
from vforlob.store.tables import as_json

_FREE_TEXT = {"tekst", "kort"}


class _Source(NamedTuple):
    """SQL over the table `t`: whose a record is and its day; then the columns that are text."""

    columns: tuple[str, ...]
    borger: str = "t.borger"
    forlob: str = "t.forlob"
    virksomhed: str = "NULL"
    dato: str = "t.dato"


_HELD = "(SELECT dato FROM samtale WHERE nr = t.samtale)"
_OF_BORGER = {"forlob": "NULL"}
_OF_VIRKSOMHED = {"borger": "NULL", "forlob": "NULL", "virksomhed": "t.virksomhed"}
_SOURCES: dict[str, _Source] = {
    "borger": _Source(
        (
            *("alias", "malgruppe", "skal_til", "sagsbehandler", "navn", "telefon", "erhvervserfaring", "skolegang"),
            *("interesser", "andet", "sted", "kan_jeg", "har_brug_for", "hjaelper_mig"),
        ),
        borger="t.nr",
        forlob="NULL",
        dato="t.oprettet",
    ),
    "virksomhed": _Source(
        ("navn", "cvr", "branche", "sted", "kontakt", "telefon", "email", "fast_tid", "rammer"),
        borger="NULL",
        forlob="NULL",
        virksomhed="t.nr",
        dato="t.oprettet",
    ),
    "kontaktperson": _Source(("navn", "rolle", "telefon", "email"), **_OF_VIRKSOMHED, dato="t.ophort"),
    "jobabning": _Source(("opgaver", "fra"), **_OF_VIRKSOMHED, dato="t.oprettet"),
    "forlob": _Source(
        (
            *("hensigt", "uden_formode", "fast_tid", "kontakt_kommune", "stedfortraeder", "kontakt_virksomhed"),
            *("mentor", "rejse", "timer_grund"),
        ),
        forlob="t.nr",
        dato="coalesce(t.oprettet, t.start)",
    ),
    "samtale": _Source(("grund", "anmaerkning")),
    "aftale": _Source(("hvad", "hvem_andre", "grund"), dato=f"coalesce(t.afsluttet, t.oprettet, {_HELD})"),
    "delmal": _Source(
        ("specifikt", "malbart", "attraktivt", "realistisk", "tekst"),
        dato=f"coalesce(t.status_dato, t.oprettet, {_HELD})",
    ),
    "hensyn": _Source(
        ("hensyn", "behov", "losning", "reformulering", "hvorfor"),
        **_OF_BORGER,
        dato=f"coalesce(t.oprettet, {_HELD}, t.aftalt)",
    ),
    "opgave": _Source(("opgave", "tilpasning", "hjaelpemidler"), dato=f"coalesce(t.trin_siden, {_HELD})"),
    "timer": _Source(("grund",), dato="t.fra"),
    "lonkroner": _Source(("opgaver", "tekst")),
    "kontakt": _Source(("tekst",)),
    "fravaer": _Source(("besked",)),
    "taet": _Source(("grund", "vi_gor")),
    "udsat": _Source(("grund",), dato="coalesce(t.dato, t.til)"),
    "onske": _Source(("onske", "branche", "tekst"), **_OF_BORGER, dato=f"coalesce(t.status_dato, {_HELD})"),
    "koordinering": _Source(("indsats", "hvornar", "hvem"), **_OF_BORGER, dato=_HELD),
    "henvendelse": _Source(("grund", "tekst"), **_OF_BORGER, virksomhed="t.virksomhed"),
    "ferie": _Source(("stedfortraeder", "telefon"), **_OF_BORGER, virksomhed="t.virksomhed", dato="t.fra"),
    "sparring": _Source(("situation", "provet", "sporgsmal", "rad")),
    "historie": _Source(("tekst",), dato="t.ja"),
}
EMNER = (*_SOURCES, SVAR)

_AMONG = "IN (SELECT value FROM json_each(?))"
_SELECTS = {
    emne: f"SELECT t.nr, {it.borger}, {it.forlob}, {it.virksomhed}, {it.dato},"
    f" {', '.join(f't.{column}' for column in it.columns)} FROM {emne} AS t WHERE t.nr {_AMONG}"
    for emne, it in _SOURCES.items()
}
# Text alone: a number and a list of choices are none. What is being written stands behind what is finished.
_ANSWERS = (
    "SELECT s.nr, s.borger, s.forlob, s.dato, s.agenda_sha, a.udgave IS NOT s.udgave AS draft, a.punkt, a.felt,"
    " a.raekke, a.vaerdi FROM samtale AS s JOIN svar_nu AS a ON a.samtale = s.nr"
    f" AND a.udgave IN (s.udgave, s.kladde_udgave) WHERE s.nr {_AMONG} AND a.vaerdi LIKE '\"%' ORDER BY s.nr, draft"
)
_NEWEST = {emne: f"SELECT coalesce(max(nr), 0) FROM {emne}" for emne in _SOURCES}
_NEWEST[SVAR] = _NEWEST["samtale"]


class Sources:
    """Reads the texts. Which answers of an agenda are text is worked out once."""

    emner = EMNER

    def __init__(self, session: Session) -> None:
        self._session = session
        self._free: dict[str, frozenset[tuple[str, str]] | None] = {}

    def texts(self, emne: str, numbers: Sequence[int]) -> Iterator[Text]:
        """Those of the records with these numbers; for `svar` those of these samtaler."""
        if emne == SVAR:
            return self._answers(numbers)
        return self._columns(emne, numbers)

    def newest(self, emne: str) -> int:
        return int(self._session.rows(_NEWEST[emne])[0][0])

    def _columns(self, emne: str, numbers: Sequence[int]) -> Iterator[Text]:
        columns = _SOURCES[emne].columns
        for nr, borger, forlob, virksomhed, dato, *values in self._session.rows(_SELECTS[emne], (as_json(numbers),)):
            for column, value in zip(columns, values, strict=True):
                if said := _said(column, value):
                    yield Text(emne, nr, column, borger, forlob, virksomhed, dato or None, said)

    def _answers(self, numbers: Sequence[int]) -> Iterator[Text]:
        finished: dict[tuple[Any, ...], str] = {}
        for nr, borger, forlob, dato, sha, draft, *place, vaerdi in self._session.rows(_ANSWERS, (as_json(numbers),)):
            punkt, felt, raekke = place
            if not self._is_text(sha, punkt, felt):
                continue
            said, where = clean(loads(vaerdi)), (nr, *place)
            if not draft:
                finished[where] = said
            elif finished.get(where) == said:
                continue
            hvad = f"{DRAFT if draft else ''}{punkt}/{felt}/{raekke}"
            if said.strip():
                yield Text(SVAR, nr, hvad, borger, forlob, None, dato or None, said)

    def _is_text(self, sha: str, punkt: str, felt: str) -> bool:
        if felt == NOTE:
            return True
        if sha not in self._free:
            self._free[sha] = self._free_text(sha)
        free = self._free[sha]
        return free is None or (punkt, felt) in free

    def _free_text(self, sha: str) -> frozenset[tuple[str, str]] | None:
        """None where the agenda is not kept: then every text is taken for one."""
        if not self._session.rows("SELECT 1 FROM agenda_udgave WHERE sha = ?", (sha,)):
            return None
        return frozenset(_text_felter((*agenda_as_asked(self._session, sha).punkter, *BESIDE)))


def _text_felter(punkter: Iterable[Punkt]) -> Iterator[tuple[str, str]]:
    for punkt in punkter:
        for felt in punkt.felter:
            if felt.kind in _FREE_TEXT:
                yield punkt.id, felt.id


def _said(column: str, value: Any) -> str:
    if not value:
        return ""
    text = ", ".join(map(str, loads(value))) if column == "rammer" else str(value)
    return clean(text) if text.strip() else ""
