"""Which forløb of a spreadsheet are new, whose they are, and where. Saves nothing."""

from collections.abc import Mapping
from typing import NamedTuple

from vforlob.actions.importing.looks import is_initials
from vforlob.actions.importing.plan import AHEAD, Judged, told_differences
from vforlob.actions.importing.plan_virksomheder import Key, cvr_of, key_of
from vforlob.actions.importing.targets import AGREED, OF_VIRKSOMHED, SPOKEN
from vforlob.actions.record_checks import broken_rules
from vforlob.actions.records import columns_of
from vforlob.actions.references import read_typed
from vforlob.agenda.near import nearest
from vforlob.model.answers import Value
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.text import fold, search_fold
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.store import Store

Given = dict[str, Value | None]
_WHO = ("borger", "virksomhed")
_NO_BORGER = "Der er ingen borger med det alias. Hent borgerne først: vforlob importer borgere"
_TWO_BORGERE = "Det kan være flere borgere. Skriv borgerens hele alias eller nummer, fx b7."
_NO_VIRKSOMHED = "Virksomheden findes ikke. Hent virksomhederne først, eller opret dem, der mangler, med --opret."
_TWO_VIRKSOMHEDER = "Der er flere virksomheder, der hedder det. Skriv nummeret, fx v4, eller CVR-nummeret."
_OVER = "Sidste dag er gået. Forløbet står som åbent, til du holder afslutningen."


class _Found(NamedTuple):
    """`nr` of the virksomhed, or its place among those to be made; `sentence` says why it is neither."""

    nr: int = 0
    place: int | None = None
    broken: tuple[tuple[str, str], ...] = ()


class Forlobene:
    """Asked row by row, top to bottom. `places` are the virksomheder that are made with them, where that is wanted."""

    def __init__(self, store: Store, opret: bool) -> None:
        self._store, self._opret = store, opret
        self._today = store.now().date().isoformat()
        borgere = store.door(Borger).find()
        self._borgere = {fold(one.alias): one.nr for one in borgere} | {f"b{one.nr}": one.nr for one in borgere}
        self._named: dict[str, list[int]] = {}
        for one in borgere:
            if one.navn:
                self._named.setdefault(search_fold(one.navn), []).append(one.nr)
        self._virksomheder = store.door(Virksomhed).find()
        self._by_name: dict[str, list[Virksomhed]] = {}
        for place in self._virksomheder:
            self._by_name.setdefault(search_fold(place.navn), []).append(place)
        self._there = {(one.borger, one.virksomhed, one.start): one for one in store.door(Forlob).find()}
        self._seen: dict[tuple[object, ...], tuple[int, Given]] = {}
        self._made: dict[str | Key, int] = {}
        self.places: list[Mapping[str, Value | None]] = []

    def is_blank(self, given: Given) -> bool:
        """A borger who is nowhere yet: a list of all has many."""
        told = given.keys() - {_WHO[0], SPOKEN, AGREED}
        return all(name.startswith(OF_VIRKSOMHED) for name in told)

    def judge(self, row: int, given: Given, typed: Given) -> Judged:
        called = f"{given.get('borger') or ''} hos {given.get('virksomhed') or ''}"
        own = {name: value for name, value in given.items() if not name.startswith(OF_VIRKSOMHED)}
        borger, whose = self._borger(given)
        found = self._virksomhed(given)
        broken = [*whose, *found.broken]
        own |= {"borger": f"b{borger}" if borger else None, "virksomhed": f"v{found.nr}" if found.nr else None}
        told = {name for name, _sentence in broken} | (
            {"virksomhed"} if found.place is not None or found.broken else set()
        )
        if not broken:
            judged = self._known(row, own, typed, called, (borger, found))
            if judged is not None and not judged.broken:
                return judged
            broken += judged.broken if judged else ()
        if str(own.get(SPOKEN) or "") > self._today:
            broken.append((SPOKEN, AHEAD))
        rules = broken_rules(self._store, "forlob", {name: own[name] for name in own.keys() - {SPOKEN, AGREED}})
        broken += [(one.column, one.sentence) for one in rules if one.column not in told]
        over = bool(own.get("slut")) and str(own["slut"]) < self._today
        notes = (("slut", _OVER),) if over and not broken else ()
        return Judged(own, called, broken=tuple(broken), notes=notes, virksomhed=found.place)

    def _known(self, row: int, own: Given, typed: Given, called: str, who: tuple[int, _Found]) -> Judged | None:
        borger, found = who
        start = own.get("start")
        key = (borger, found.nr or f"ny {found.place}", start)
        before = self._seen.get(key)
        if before is not None:
            if before[1] == own:
                return Judged(own, called, again=True, virksomhed=found.place)
            sentence = f"Forløbet står også i række {before[0]}, med andre oplysninger. Ret en af dem."
            return Judged(own, called, broken=(("start", sentence),))
        self._seen[key] = (row, own)
        there = self._there.get((borger, found.nr, str(start) if start else None))
        if there is None:
            return None
        said = {name: value for name, value in typed.items() if name not in _WHO}
        return Judged(own, called, nr=there.nr, differs=told_differences("forlob", columns_of(there, "forlob"), said))

    def _borger(self, given: Given) -> tuple[int, tuple[tuple[str, str], ...]]:
        typed = str(given.get("borger") or "")
        if not typed:
            return 0, ()  # the rules say that it is missing
        wanted = fold(typed.strip())
        nr = self._borgere.get(wanted)
        if nr is None and is_initials(typed):
            same = [nr for alias, nr in self._borgere.items() if alias.rpartition("-")[0] == wanted]
            if len(same) > 1:
                return 0, (("borger", _TWO_BORGERE),)
            nr = same[0] if same else None
        if nr is None:
            named = self._named.get(search_fold(typed), [])
            if len(named) > 1:
                return 0, (("borger", _TWO_BORGERE),)
            nr = named[0] if named else None
        return (nr, ()) if nr else (0, (("borger", _NO_BORGER),))

    def _virksomhed(self, given: Given) -> _Found:
        """By number, by cvr, by name; by name and place where several have the name."""
        typed, cvr = str(given.get("virksomhed") or ""), cvr_of(given, f"{OF_VIRKSOMHED}cvr")
        number = read_typed(typed) if typed else None
        if number is not None and number.emne == "virksomhed":
            there = [one for one in self._virksomheder if one.nr == number.nr]
            return _Found(there[0].nr) if there else _Found(broken=(("virksomhed", _NO_VIRKSOMHED),))
        cvr = cvr or cvr_of(given, "virksomhed")
        same = [one for one in self._virksomheder if cvr and one.cvr == cvr]
        same = same or self._by_name.get(search_fold(typed), []) if typed or cvr else []
        if len(same) > 1:
            sted = search_fold(str(given.get(f"{OF_VIRKSOMHED}sted") or ""))
            same = [one for one in same if search_fold(one.sted or "") == sted] or same
        if len(same) > 1:
            return _Found(broken=(("virksomhed", _TWO_VIRKSOMHEDER),))
        if same:
            return _Found(same[0].nr)
        if not typed:
            return _Found()
        return self._new_place(given, typed, cvr) if self._opret else self._nowhere(typed)

    def _nowhere(self, typed: str) -> _Found:
        near = nearest(typed, (one.navn for one in self._virksomheder))
        meant = f" Mente du »{near}«?" if near else ""
        return _Found(broken=(("virksomhed", f"{_NO_VIRKSOMHED}{meant}"),))

    def _new_place(self, given: Given, typed: str, cvr: str) -> _Found:
        told = {
            name.removeprefix(OF_VIRKSOMHED): value for name, value in given.items() if name.startswith(OF_VIRKSOMHED)
        }
        place: Given = {**told, "navn": typed}
        key = cvr or key_of(typed, place.get("sted"))
        if key in self._made:
            return _Found(place=self._made[key])
        broken = tuple(
            ("virksomhed" if one.column == "navn" else OF_VIRKSOMHED + one.column, one.sentence)
            for one in broken_rules(self._store, "virksomhed", place)
        )
        if broken:
            return _Found(broken=broken)
        self._made[key] = len(self.places)
        self.places.append(place)
        return _Found(place=self._made[key])
