"""Where a text stands and whose it is, in Danish: samtale and point, or record and column. Looks nothing up."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from vforlob.actions.record_words import column_word, record_word
from vforlob.model.answers import NOTE
from vforlob.model.sogetekst import DRAFT, SVAR, Text
from vforlob.store.store import Store
from vforlob.store.tables import as_json

if TYPE_CHECKING:
    from vforlob.model.agenda import Agenda  # its many records: only what was said at a samtale has a point

_AMONG = "WHERE nr IN (SELECT value FROM json_each(?))"
_LETTERS = {"borger": "b", "virksomhed": "v", "forlob": "f", "samtale": "s"}
_WITH_LETTER = {**_LETTERS, SVAR: "s"}
_FEW = 26  # a shorter name of a felt stands behind its point
_NOTED = "note"


class Place(NamedTuple):
    """`number` is s31, or 12 for a record without a letter; `where` is the point or the column, `kind` what it is a
    part of. `whose` heads the texts of one case; `is_draft` where the samtale is not finished.
    """

    kind: str
    number: str
    where: str
    whose: str
    alias: str = ""
    is_draft: bool = False


def places_of(store: Store, texts: Sequence[Text]) -> list[Place]:
    names = _Names(store, texts)
    return [names.place(text) for text in texts]


class _Names:
    """Read once for a whole page."""

    def __init__(self, store: Store, texts: Sequence[Text]) -> None:
        self._store = store
        self._aliases: dict[int, str] = _read(store, "SELECT nr, alias FROM borger", (it.borger for it in texts))
        self._hosts: dict[int, int] = _read(store, "SELECT nr, virksomhed FROM forlob", (it.forlob for it in texts))
        places = [*(text.virksomhed for text in texts), *self._hosts.values()]
        self._virksomheder: dict[int, str] = _read(store, "SELECT nr, navn FROM virksomhed", places)
        held = (text.emne_nr for text in texts if text.emne == SVAR)
        self._held: dict[int, str] = _read(store, "SELECT nr, agenda_sha FROM samtale", held)
        self._agendas: dict[str, Agenda | None] = {}

    def place(self, text: Text) -> Place:
        is_draft = text.emne == SVAR and text.hvad.startswith(DRAFT)
        kind, where = self._point(text) if text.emne == SVAR else _column(text)
        number = f"{_WITH_LETTER.get(text.emne, '')}{text.emne_nr}"
        alias = self._aliases.get(text.borger or 0, "")
        return Place(kind, number, where, self._whose(text, alias), alias, is_draft)

    def _whose(self, text: Text, alias: str) -> str:
        host = self._virksomheder.get(self._hosts.get(text.forlob or 0, 0), "")
        if text.forlob is not None:
            return f"f{text.forlob}  {alias} hos {host}"
        if text.borger is not None:
            return f"b{text.borger}  {alias}"
        if text.virksomhed is not None:
            return f"v{text.virksomhed}  {self._virksomheder.get(text.virksomhed, '')}"
        return "Dig selv"

    def _point(self, text: Text) -> tuple[str, str]:
        from vforlob.agenda.reserved import punkt_of  # late, as above

        punkt_id, felt_id, _ = text.hvad.removeprefix(DRAFT).split("/")
        agenda = self._agenda(self._held.get(text.emne_nr, ""))
        punkt = punkt_of(agenda, punkt_id) if agenda else None
        title = agenda.title if agenda else record_word("samtale")
        if punkt is None:
            return title, column_word(punkt_id)
        name = f"{punkt.number} {punkt.text}".strip()
        felt = punkt.felt(felt_id)
        said = _NOTED if felt_id == NOTE else felt.text if felt and not punkt.is_scalar else ""
        return title, f"{name}, {said[:1].lower()}{said[1:]}" if said and len(said) <= _FEW else name

    def _agenda(self, sha: str) -> "Agenda | None":
        if sha not in self._agendas:
            from vforlob.store.agendas import agenda_as_asked  # late, as above

            kept = self._store.rows("SELECT 1 FROM agenda_udgave WHERE sha = ?", (sha,))
            self._agendas[sha] = agenda_as_asked(self._store, sha) if kept else None
        return self._agendas[sha]


def _column(text: Text) -> tuple[str, str]:
    kind, column = record_word(text.emne), column_word(text.hvad, text.emne)
    return kind, "" if column == kind else column


def _read(store: Store, sql: str, numbers: Iterable[int | None]) -> dict[int, Any]:
    wanted = sorted({nr for nr in numbers if nr is not None})
    return dict(store.rows(f"{sql} {_AMONG}", (as_json(wanted),))) if wanted else {}
