"""Load what the rules read of many forløb at once, one query a table. Knows what belongs to a case, no rule."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from vforlob.errors.records import RecordNotFound
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key, Value
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.facts import Facts
from vforlob.model.ferie import Ferie
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Fremmode, Kontakt, Taet
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.answers import read_value
from vforlob.store.case import load_case
from vforlob.store.many import Found, records_by, records_of
from vforlob.store.store import Store
from vforlob.store.tables import as_json

# The answers that rules read, of the newest samtaler after each agenda.
NEWEST = 3
PUNKTER = (
    *("erfaringer", "egen_indsats", "forventning", "opfolgning", "hvordan_gar_det", "hensyn", "skema"),
    *("samtale_med_virksomhed", "udfald", "laering", "naeste_skridt"),
)
FELTER = (
    *("sted", "svaert", "slutning", "valg", "borger", "virksomhed", "konsulent", "svar", "nr", "virker", "tema"),
    *("holdt", "forsog", "kode", "kender_virksomheden_arsag", "virkede", "anderledes", "match", "hvad"),
)
# The plus keeps SQLite from looking up each punkt by itself: a samtale is read in one go.
_SAID = (
    "SELECT samtale, udgave, punkt, felt, raekke, vaerdi FROM svar_nu"  # noqa: S608 - our own words
    f" WHERE samtale IN (SELECT value FROM json_each(?)) AND +punkt IN {PUNKTER} AND felt IN {FELTER}"
)
# At the same virksomhed: the other open forløb, and whether the newest word on each is that it is followed closely.
_HERE = (
    "SELECT f.virksomhed, f.nr, coalesce((SELECT t.svar FROM taet AS t WHERE t.borger = f.borger"
    " AND (t.forlob IS NULL OR t.forlob = f.nr) ORDER BY t.nr DESC LIMIT 1), 'nej') = 'ja'"
    " FROM forlob AS f WHERE f.status <> 'lukket' AND f.virksomhed IN (SELECT value FROM json_each(?))"
)

# Days away: the consultant's own, and those of the borgere and virksomheder given.
_AWAY = (
    "SELECT nr, borger, virksomhed, fra, til, stedfortraeder, telefon FROM ferie"
    " WHERE (borger IS NULL AND virksomhed IS NULL) OR borger IN (SELECT value FROM json_each(?1))"
    " OR virksomhed IN (SELECT value FROM json_each(?2))"
)

_OF_BORGER = {"hensyn": Hensyn, "delmal": Delmal, "onsker": Onske, "koordinering": Koordinering}
_OF_FORLOB = {
    "clearances": Clearance,
    "opgaver": Opgave,
    "timer": Timer,
    "lonkroner": Lonkroner,
    "fremmode": Fremmode,
}
# These can come before there is a forløb, and still matter in it.
_OF_BOTH = {"aftaler": Aftale, "kontakter": Kontakt, "taet": Taet, "planer": Plan, "samtaler": Samtale}


def load_facts(store: Store, forlobene: Sequence[int]) -> tuple[Facts, ...]:
    """The facts of each forløb, in the order asked for. The cases are those of `load_case`."""
    if not forlobene:
        return ()
    others = _with_others(store, forlobene)
    every = {forlob.nr: forlob for forlob in chain.from_iterable(others.values())}
    for nr in forlobene:
        if nr not in every:
            raise RecordNotFound("forlob", nr)
    mine = {nr: every[nr] for nr in forlobene}
    borgere = sorted(others)
    cases = _cases(store, mine, borgere)
    fravaer = records_by(store, Fravaer, "forlob", mine)
    said = _said(store, cases.values())
    virksomheder = {forlob.virksomhed for forlob in mine.values()}
    here, away = _here(store, virksomheder), _away(store, borgere, virksomheder)
    return tuple(
        _facts(cases[nr], fravaer.get(nr, ()), said, here, others)._replace(ferier=_away_in(cases[nr], away))
        for nr in forlobene
    )


def facts_of_borger(store: Store, borger: int) -> Facts:
    """Of a borger who is not in a forløb."""
    case = load_case(store, borger=borger)
    found = _facts(case, (), _said(store, [case]), {}, {borger: list(store.door(Forlob).find(borger=borger))})
    return found._replace(ferier=_away_in(case, _away(store, [borger], ())))


def _facts(
    case: Case,
    fravaer: Iterable[Fravaer],
    said: Mapping[int, Mapping[Key, Value]],
    here: Mapping[int, list[tuple[int, bool]]],
    others: Mapping[int, Sequence[Forlob]],
) -> Facts:
    own = case.forlob
    around = [close for nr, close in here.get(own.virksomhed, ()) if nr != own.nr] if own else []
    return Facts(
        case=case,
        fravaer=tuple(fravaer),
        said={samtale.nr: said[samtale.nr] for samtale in case.samtaler if samtale.nr in said},
        others_here=len(around),
        close_here=sum(around),
        other_forlob=tuple(forlob for forlob in others.get(case.borger.nr, ()) if own is None or forlob.nr != own.nr),
    )


def _cases(store: Store, forlobene: Mapping[int, Forlob], borgere: Sequence[int]) -> dict[int, Case]:
    people = {borger.nr: borger for borger in records_of(store, Borger, "nr", borgere)}
    places = {
        it.nr: it for it in records_of(store, Virksomhed, "nr", sorted({f.virksomhed for f in forlobene.values()}))
    }
    of_borger = {name: records_by(store, kind, "borger", borgere) for name, kind in _OF_BORGER.items()}
    of_forlob = {name: records_by(store, kind, "forlob", forlobene) for name, kind in _OF_FORLOB.items()}
    of_both = {name: records_by(store, kind, "borger", borgere) for name, kind in _OF_BOTH.items()}
    return {
        nr: Case(
            borger=people[own.borger],
            forlob=own,
            virksomhed=places[own.virksomhed],
            **{name: tuple(found.get(own.borger, ())) for name, found in of_borger.items()},
            **{name: tuple(found.get(nr, ())) for name, found in of_forlob.items()},
            **{
                name: tuple([one for one in found.get(own.borger, ()) if one.forlob is None or one.forlob == nr])
                for name, found in of_both.items()
            },
        )
        for nr, own in forlobene.items()
    }


def _with_others(store: Store, forlobene: Iterable[int]) -> Found:
    """These forløb and all others of the same borgere, by borger."""
    of_the_same = "SELECT borger FROM forlob WHERE nr IN (SELECT value FROM json_each(?))"
    return records_by(store, Forlob, "borger", forlobene, of_the_same)


def _said(store: Store, cases: Iterable[Case]) -> dict[int, dict[Key, Value]]:
    wanted = {one.nr: one.udgave for case in cases for one in _newest(case.samtaler)}
    said: dict[int, dict[Key, Value]] = {nr: {} for nr in wanted}
    keys: dict[tuple[str, str, int], Key] = {}
    values: dict[str, Value] = {}
    for nr, udgave, punkt, felt, raekke, vaerdi in store.rows(_SAID, (as_json(list(wanted)),)):
        if udgave == wanted[nr]:
            place = (punkt, felt, raekke)
            key = keys.get(place) or keys.setdefault(place, Key(*place))
            if vaerdi not in values:
                values[vaerdi] = read_value(vaerdi)
            said[nr][key] = values[vaerdi]
    return said


def _newest(samtaler: Sequence[Samtale]) -> Iterable[Samtale]:
    """Finished ones, the newest few after each agenda."""
    by_agenda: dict[str, list[Samtale]] = {}
    for samtale in samtaler:
        if samtale.udgave:
            by_agenda.setdefault(samtale.agenda, []).append(samtale)
    for held in by_agenda.values():
        yield from sorted(held, key=lambda one: (one.dato, one.nr))[-NEWEST:]


def _here(store: Store, virksomheder: Iterable[int]) -> dict[int, list[tuple[int, bool]]]:
    found: dict[int, list[tuple[int, bool]]] = {}
    for virksomhed, nr, is_close in store.rows(_HERE, (as_json(sorted(virksomheder)),)):
        found.setdefault(virksomhed, []).append((nr, bool(is_close)))
    return found


def _away(store: Store, borgere: Iterable[int], virksomheder: Iterable[int]) -> list[Ferie]:
    rows = store.rows(_AWAY, (as_json(sorted(borgere)), as_json(sorted(virksomheder))))
    return sorted(map(Ferie._make, rows), key=lambda ferie: (ferie.fra, ferie.nr))


def _away_in(case: Case, away: Iterable[Ferie]) -> tuple[Ferie, ...]:
    """By day. Most often there are none at all."""
    place = case.virksomhed.nr if case.virksomhed else None
    return tuple(
        it for it in away if it.borger == case.borger.nr or (it.borger is None and it.virksomhed in {None, place})
    )
