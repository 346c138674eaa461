"""Which borgere of a spreadsheet are new, and what alias those get who have none. Saves nothing."""

from collections.abc import Iterable, Iterator
from datetime import date
from json import loads
from typing import Any

from vforlob.actions.importing.looks import is_initials
from vforlob.actions.importing.plan import AHEAD, Judged, told_differences
from vforlob.actions.importing.targets import SPOKEN
from vforlob.actions.record_checks import broken_rules
from vforlob.actions.record_kinds import felter_of
from vforlob.actions.records import columns_of
from vforlob.model.answers import Value
from vforlob.model.borger import Borger
from vforlob.model.text import fold
from vforlob.rules.import_words import malgruppe_meant
from vforlob.store.aliases import aliases_ever
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

ART = "importer borgere"
_PREFIX = "A"
_MADE = "SELECT emne_nr, indhold FROM haendelse WHERE emne = 'borger' AND art = ? AND indhold IS NOT NULL"

Given = dict[str, Value | None]


class Borgere:
    """Asked row by row, top to bottom: who comes first has the alias."""

    def __init__(self, store: Store, written: Iterable[str]) -> None:
        """`written` are the aliases that stand in the file, so that none of them is proposed to somebody else."""
        self._store = store
        self._there = {fold(borger.alias): borger for borger in store.door(Borger).find()}
        self._taken = {fold(ever) for _nr, ever in aliases_ever(store)} | {fold(one) for one in written}
        self._seen: dict[str, tuple[int, Given]] = {}
        self._first: dict[tuple[Any, ...], int] = {}
        self._next = 1
        self._twins = _made_before(store)
        self._groups = _groups(store)

    def is_blank(self, given: Given) -> bool:
        return not given

    def judge(self, row: int, given: Given, typed: Given) -> Judged:
        """`typed` is what the row itself says, without what is answered for all alike."""
        alias = given.get("alias")
        if alias is None:
            twin = self._twin(given)
            if twin is not None:
                return Judged(given, self._alias_of(twin), nr=twin)
            judged = self._new(row, given | {"alias": self._proposal()}, is_proposed=True)
            return judged._replace(notes=(*judged.notes, *self._like_an_earlier(row, given)))
        if is_initials(str(alias)):
            return self._by_initials(row, given, str(alias))
        return self._by_alias(row, given, typed, is_proposed=False)

    def _by_initials(self, row: int, given: Given, initials: str) -> Judged:
        """AB is AB-1; another AB in the same file, with other answers, is AB-2."""
        count = 1
        while self._is_somebody_else(fold(f"{initials}-{count}"), given):
            count += 1
        given = given | {"alias": f"{initials}-{count}"}
        return self._by_alias(row, given, given, is_proposed=True)

    def _is_somebody_else(self, alias: str, given: Given) -> bool:
        if alias not in self._seen:
            return False
        before = self._seen[alias][1]
        return {**before, "alias": None} != {**given, "alias": None}

    def _by_alias(self, row: int, given: Given, typed: Given, is_proposed: bool) -> Judged:
        alias = fold(str(given["alias"]).strip())
        before = self._seen.get(alias)
        if before is not None:
            if before[1] == given:
                return Judged(given, str(given["alias"]), again=True)
            sentence = f"Aliasset står også i række {before[0]}, med andre oplysninger. Ret en af dem."
            return Judged(given, str(given["alias"]), broken=(("alias", sentence), *self._broken(given)))
        there = self._there.get(alias)
        if there is not None:
            self._seen[alias] = (row, given)
            said = {name: value for name, value in typed.items() if name != "alias"}
            differs = told_differences("borger", columns_of(there, "borger"), said)
            return Judged(given, there.alias, nr=there.nr, differs=differs)
        return self._new(row, given, is_proposed)

    def _new(self, row: int, given: Given, is_proposed: bool) -> Judged:
        alias = str(given["alias"])
        self._seen[fold(alias.strip())] = (row, given)
        broken = tuple(self._broken(given))
        return Judged(
            given, alias, broken=broken, notes=tuple(self._notes(given)), proposed=alias if is_proposed else ""
        )

    def _broken(self, given: Given) -> Iterator[tuple[str, str]]:
        if str(given.get(SPOKEN) or "") > self._store.now().date().isoformat():
            yield SPOKEN, AHEAD
        for one in broken_rules(self._store, "borger", {name: given[name] for name in given.keys() - {SPOKEN}}):
            yield one.column, one.sentence

    def _notes(self, given: Given) -> Iterator[tuple[str, str]]:
        meant = malgruppe_meant(str(given.get("malgruppe") or ""), self._groups)
        if meant:
            yield "malgruppe", f"Mente du »{meant}«? Det bliver gemt, som det står."

    def _like_an_earlier(self, row: int, given: Given) -> Iterator[tuple[str, str]]:
        """Names are not read, so two rows of one person look like two people with the same answers."""
        earlier = self._first.setdefault(_said(given), row)
        if earlier != row:
            yield "alias", f"Rækken siger det samme som række {earlier}. Er det den samme borger, så slet den ene."

    def _proposal(self) -> str:
        while fold(f"{_PREFIX}-{self._next}") in self._taken:
            self._next += 1
        found = f"{_PREFIX}-{self._next}"
        self._taken.add(fold(found))
        return found

    def _twin(self, given: Given) -> int | None:
        """Somebody an earlier import made from a row that said just the same: then it is the same row."""
        waiting = self._twins.get(_said(given), [])
        return waiting.pop(0) if waiting else None

    def _alias_of(self, nr: int) -> str:
        return next(borger.alias for borger in self._there.values() if borger.nr == nr)


def _made_before(store: Store) -> dict[tuple[Any, ...], list[int]]:
    """What the rows said that earlier imports made borgere of, whatever was corrected since."""
    there = {borger.nr for borger in store.door(Borger).find()}
    found: dict[tuple[Any, ...], list[int]] = {}
    for nr, content in store.rows(_MADE, (ART,)):
        after = loads(content)
        if nr in there and after["for"] is None:
            found.setdefault(_said(after["efter"]), []).append(nr)
    return found


def _said(given: Given) -> tuple[Any, ...]:
    names = [felt.id for felt in felter_of("borger") if felt.id != "alias"]
    return tuple((name, given[name]) for name in names if given.get(name) is not None)


def _groups(store: Store) -> tuple[str, ...]:
    rule = load_rulebook(store.folder).find("malgrupper", date.fromisoformat(store.now().date().isoformat()))
    return rule.words if rule else ()
