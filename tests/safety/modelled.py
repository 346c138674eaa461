"""What the program should hold after each thing done, in dicts and lists. Knows no database and no file.

It is written from what is promised, not from how the store does it: what was done is a list of what became different,
taking back goes down that list, deleting takes out of it.
"""

from copy import copy
from typing import Any, NamedTuple

from vforlob.model.accounts import Indstilling
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.eksport import Eksport
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Kontakt
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed

GONE = "(slettet)"
KINDS: tuple[Any, ...] = (
    *(Borger, Virksomhed, Forlob, Timer, Aftale, Kontakt, Samtale, Eksport, Indstilling),
)  # fmt: skip
OF_A_BORGER: tuple[Any, ...] = (Forlob, Timer, Aftale, Kontakt, Samtale, Eksport)
# What is a person's words, where their deadline is shorter than the case.
WORDS: dict[Any, tuple[str, ...]] = {
    Samtale: ("grund", "anmaerkning"),
    Aftale: ("hvad", "hvem_andre", "grund"),
    Kontakt: ("tekst",),
}
NOTHING: Any = None

Place = tuple[Any, ...]  # (kind, nr), or ("svar", samtale, udgave, punkt), or ("udgave", samtale, udgave)


class Different(NamedTuple):
    """Before and after of one thing: the columns that changed, an answer, the reason of a version. None: not there."""

    place: Place
    before: Any
    after: Any


class Done(NamedTuple):
    """`lost`: something of it was deleted for good since, so that nobody can take it back."""

    different: tuple[Different, ...]
    lost: bool = False


class Erasure(NamedTuple):
    """`what` is the kind and number of a record, and of a version its number, of words the day."""

    name: str
    what: tuple[Any, ...]


class Modelled:
    """`halves` is what is half typed, by samtale and point: it is nobody's word yet and is never taken back."""

    def __init__(self) -> None:
        self.records: dict[Any, dict[int, Any]] = {kind: {} for kind in KINDS}
        self.answers: dict[tuple[int, int], dict[str, Any]] = {}
        self.versions: dict[tuple[int, int], str | None] = {}
        self.halves: dict[tuple[int, str], str] = {}
        self.worded: set[int] = set()  # samtaler in which somebody's words were ever saved
        self.last: dict[Any, int] = dict.fromkeys(KINDS, 0)
        self.done: list[Done] = []
        self._now: list[Different] = []

    def copied(self) -> "Modelled":
        """What is in a copy of the database. Records are values: the dicts are all that must be new."""
        other = copy(self)
        other.records = {kind: dict(rows) for kind, rows in self.records.items()}
        other.answers = {place: dict(said) for place, said in self.answers.items()}
        other.versions, other.halves, other.last = dict(self.versions), dict(self.halves), dict(self.last)
        other.worded, other.done, other._now = set(self.worded), list(self.done), []
        return other

    # --- one thing done, of one or more differences ---

    def finish(self) -> None:
        """What became different is one thing, and can be taken back as one. Nothing different is nothing done."""
        if self._now:
            self.done.append(Done(tuple(self._now)))
            self._now = []

    def forget(self) -> None:
        """It was the program's own doing: there, and never taken back."""
        self._now = []

    def add(self, record: Any) -> Any:
        kind = type(record)
        self.last[kind] += 1
        made = record._replace(nr=self.last[kind])
        self.records[kind][made.nr] = made
        self._now.append(Different((kind, made.nr), None, made._asdict()))
        return made

    def change(self, kind: Any, nr: int, **columns: Any) -> Any:
        record = self.records[kind][nr]
        before = {name: getattr(record, name) for name, value in columns.items() if getattr(record, name) != value}
        if before:
            after = {name: columns[name] for name in before}
            self.records[kind][nr] = record._replace(**after)
            self._now.append(Different((kind, nr), before, after))
        return self.records[kind][nr]

    def answer(self, samtale: int, udgave: int, punkt: str, value: Any) -> None:
        said = self.answers.setdefault((samtale, udgave), {})
        before = said.get(punkt)
        if before != value:
            self._put(samtale, udgave, punkt, value)
            self._now.append(Different(("svar", samtale, udgave, punkt), before, value))
        self.halves.pop((samtale, punkt), None)

    def lock(self, samtale: int, udgave: int, grund: str | None) -> None:
        self.versions[samtale, udgave] = grund

    def _put(self, samtale: int, udgave: int, punkt: str, value: Any) -> None:
        if _gone(value, punkt) == GONE:
            self.worded.add(samtale)
        said = self.answers.setdefault((samtale, udgave), {})
        if value is None:
            said.pop(punkt, None)
        else:
            said[punkt] = value

    # --- taking back ---

    def take_back(self) -> str:
        """What comes of it: "" when it was taken back, else why not."""
        if not self.done:
            return "NothingToUndo"
        if self.done[-1].lost or any(not self._is_as_left(one) for one in self.done[-1].different):
            return "CannotUndo"
        if any(one.before is None and self._is_named(one.place) for one in self.done[-1].different):
            return "RecordInUse"
        for one in reversed(self.done.pop().different):
            self._turn_back(one)
        return ""

    def _is_as_left(self, one: Different) -> bool:
        if one.place[0] == "svar":
            _, samtale, udgave, punkt = one.place
            return bool(self.answers.get((samtale, udgave), {}).get(punkt) == one.after)
        record = self.records[one.place[0]].get(one.place[1])
        if record is None:
            return False
        return one.before is None or all(getattr(record, name) == value for name, value in one.after.items())

    def _is_named(self, place: Place) -> bool:
        """A file that was made of somebody is registered for good, and so she cannot simply vanish."""
        return place[0] is Borger and any(row.borger == place[1] for row in self.records[Eksport].values())

    def _turn_back(self, one: Different) -> None:
        if one.place[0] == "svar":
            self._put(*one.place[1:], one.before)
            return
        kind, nr = one.place
        if one.before is None:
            del self.records[kind][nr]
            self._without_samtaler({nr} if kind is Samtale else set())
            return
        record = self.records[kind][nr]
        self.records[kind][nr] = record._replace(**one.before)
        if kind is Samtale and one.before.get("udgave", record.udgave) < record.udgave:
            self.versions.pop((nr, record.udgave), None)

    # --- deleting for good ---

    def erase_borger(self, nr: int) -> None:
        gone = {(Borger, nr)} | self._of_borger(nr)
        gone |= {(Indstilling, it.nr) for it in self.records[Indstilling].values() if it.navn.endswith(f":b{nr}")}
        self._erase(gone)

    def erase_virksomhed(self, nr: int) -> None:
        self._erase({(Virksomhed, nr)})

    def erase_samtale(self, nr: int) -> None:
        self._erase({(Samtale, nr)})

    def erase_version(self, samtale: int, udgave: int) -> None:
        """What was begun again and never finished."""
        self.answers.pop((samtale, udgave), None)
        self._without_halves({samtale})
        self._lose({("svar", samtale, udgave)}, ())
        self.records[Samtale][samtale] = self.records[Samtale][samtale]._replace(kladde_udgave=None)

    def erase_again(self, erasure: Erasure) -> None:
        """After an older copy was restored: what was there then, and was deleted since."""
        kind, nr, *more = erasure.what
        if erasure.name in {"borger", "virksomhed", "samtale"}:
            if nr in self.records[kind]:
                getattr(self, f"erase_{erasure.name}")(nr)
        elif nr not in self.records[kind]:
            return
        elif erasure.name == "version":
            if self.records[kind][nr].udgave and self.records[kind][nr].kladde_udgave == more[0]:
                self.erase_version(nr, more[0])
        else:
            before = self.records[kind][nr]
            self.erase_words(kind, nr, more[0])
            if kind is Samtale and nr not in self.worded:
                self.records[kind][nr] = before

    def erase_words(self, kind: Any, nr: int, day: str) -> None:
        self.done = [self._reduced_done(done, kind, nr) for done in self.done]
        record = self.records[kind][nr]
        self.records[kind][nr] = record._replace(**_reduced(kind, record._asdict(), nr_too=False))
        if kind is Samtale:
            self.records[kind][nr] = self.records[kind][nr]._replace(tekst_slettet=day)
            for place in [place for place in self.answers if place[0] == nr]:
                self.answers[place] = {punkt: _gone(value, punkt) for punkt, value in self.answers[place].items()}
            for place in [place for place in self.versions if place[0] == nr]:
                self.versions[place] = _gone(self.versions[place], "tekst")
            self._without_halves({nr})

    def in_use(self, virksomhed: int) -> bool:
        return any(forlob.virksomhed == virksomhed for forlob in self.records[Forlob].values())

    def _of_borger(self, nr: int) -> set[Place]:
        return {(kind, row.nr) for kind in OF_A_BORGER for row in self.records[kind].values() if row.borger == nr}

    def _erase(self, gone: set[Place]) -> None:
        samtaler = {place[1] for place in gone if place[0] is Samtale}
        for kind, nr in gone:
            self.records[kind].pop(nr, None)
        self._without_samtaler(samtaler)
        self._lose(gone, samtaler)

    def _lose(self, gone: set[Place], samtaler: Any) -> None:
        """Also what was taken away before: whoever owned it, nothing of it can come back."""
        self.done = [
            done._replace(lost=True)
            if any(one.place in gone or one.place[:3] in gone or (one.place[1] in samtaler and one.place[0] == "svar")
                   for one in done.different)
            else done
            for done in self.done
        ]  # fmt: skip

    def _without_samtaler(self, samtaler: set[int]) -> None:
        self.answers = {place: said for place, said in self.answers.items() if place[0] not in samtaler}
        self.versions = {place: grund for place, grund in self.versions.items() if place[0] not in samtaler}
        self._without_halves(samtaler)

    def _without_halves(self, samtaler: set[int]) -> None:
        self.halves = {place: text for place, text in self.halves.items() if place[0] not in samtaler}

    def _reduced_done(self, done: Done, kind: Any, nr: int) -> Done:
        """What lost its words cannot be taken back any more."""
        different = tuple(self._reduced_one(one, kind, nr) for one in done.different)
        return Done(different, done.lost or different != done.different)

    def _reduced_one(self, one: Different, kind: Any, nr: int) -> Different:
        if kind is Samtale and one.place[0] == "svar" and one.place[1] == nr:
            punkt = one.place[3]
            return one._replace(before=_gone(one.before, punkt), after=_gone(one.after, punkt))
        if one.place == (kind, nr):
            return one._replace(before=_reduced(kind, one.before), after=_reduced(kind, one.after))
        return one

    # --- what should stand in the database ---

    def standing(self) -> dict[str, Any]:
        return {
            **{kind.__name__: tuple(rows[nr] for nr in sorted(rows)) for kind, rows in self.records.items()},
            "svar": {place: said for place, said in self.answers.items() if said},
            "udgaver": self.versions,
            "halve": self.halves,
        }


def _reduced(kind: Any, columns: dict[str, Any] | None, nr_too: bool = True) -> Any:
    if columns is None:
        return None
    words = WORDS.get(kind, ())
    kept = columns if nr_too else {name: value for name, value in columns.items() if name in words}
    return {name: _gone(value, "tekst") if name in words else value for name, value in kept.items()}


def _gone(value: Any, punkt: str) -> Any:
    """Of the answers those that are written are words; a choice and a number are none."""
    return GONE if isinstance(value, str) and value.strip() and punkt != "humor" else value
