"""Which virksomheder of a spreadsheet are new. Saves nothing."""

from collections.abc import Mapping

from vforlob.actions.importing.plan import Judged, told_differences
from vforlob.actions.record_checks import broken_rules
from vforlob.actions.records import columns_of
from vforlob.errors.answer import BadAnswer
from vforlob.model.answers import Value
from vforlob.model.text import search_fold
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.cvr import read_cvr
from vforlob.store.store import Store

Given = dict[str, Value | None]
Key = tuple[str, str]


def cvr_of(given: Mapping[str, Value | None], name: str = "cvr") -> str:
    """The eight digits; empty where they are none, which the rules tell of."""
    try:
        return read_cvr(str(given.get(name) or ""))
    except BadAnswer:
        return ""


def key_of(navn: object, sted: object) -> Key:
    return search_fold(str(navn or "")), search_fold(str(sted or ""))


class Virksomheder:
    """Asked row by row, top to bottom. The same cvr is the same virksomhed; so is the same name at the same place."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_cvr: dict[str, Virksomhed] = {}
        self._by_key: dict[Key, Virksomhed] = {}
        for one in store.door(Virksomhed).find():
            if one.cvr:
                self._by_cvr.setdefault(one.cvr, one)
            self._by_key.setdefault(key_of(one.navn, one.sted), one)
        self._seen: dict[str | Key, tuple[int, Given]] = {}

    def is_blank(self, given: Given) -> bool:
        return not given

    def judge(self, row: int, given: Given, typed: Given) -> Judged:
        called = str(given.get("navn") or "")
        keys: list[str | Key] = [key_of(given.get("navn"), given.get("sted"))]
        if cvr := cvr_of(given):
            keys.insert(0, cvr)
        before = next((self._seen[key] for key in keys if key in self._seen), None)
        if before is not None:
            return self._again(given, called, before)
        there = self._by_cvr.get(cvr) or self._by_key.get(key_of(given.get("navn"), given.get("sted")))
        if called:
            self._seen |= dict.fromkeys(keys, (row, given))
        if there is not None and called:
            said = typed | ({"cvr": cvr} if cvr else {})
            differs = told_differences("virksomhed", columns_of(there, "virksomhed"), said)
            return Judged(given, called, nr=there.nr, differs=differs, notes=_elsewhere(there, given))
        return Judged(given, called, broken=self._broken(given))

    def _again(self, given: Given, called: str, before: tuple[int, Given]) -> Judged:
        row, said = before
        if all(said.get(name) == value for name, value in given.items()):
            return Judged(given, called, again=True)
        sentence = f"Virksomheden står også i række {row}, med andre oplysninger. Ret en af dem."
        return Judged(given, called, broken=(("navn", sentence), *self._broken(given)))

    def _broken(self, given: Given) -> tuple[tuple[str, str], ...]:
        return tuple((one.column, one.sentence) for one in broken_rules(self._store, "virksomhed", given))


def _elsewhere(there: Virksomhed, given: Given) -> tuple[tuple[str, str], ...]:
    """One cvr may have many places to work at."""
    sted = given.get("sted")
    if not sted or not there.sted or search_fold(str(sted)) == search_fold(there.sted):
        return ()
    return (
        ("sted", f"CVR-nummeret er v{there.nr}'s, men stedet er et andet. Er det to steder, så slet CVR i den ene."),
    )
