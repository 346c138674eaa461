"""Everything known of one borger, gathered for one page. Knows no words and no screen."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from vforlob.actions.briefing import KnownHensyn, known_hensyn
from vforlob.actions.slettestop import is_stopped
from vforlob.actions.workdays import workdays
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Answers, Key, Value, row_values, rows_of
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.jobabning import Henvendelse
from vforlob.model.kontakt import Taet
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.samtale import Samtale
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.clash import Clash, clashes_with_days, read_clash
from vforlob.rules.gate_scene import Scene
from vforlob.rules.kontaktplan import Due, due
from vforlob.rules.progress import last_contact
from vforlob.rules.rulebook import RuleBook
from vforlob.store.answers import answers_of
from vforlob.store.facts import load_facts
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

FORMODE = "formode"


class Experience(NamedTuple):
    """A forløb somewhere, as it was told at the formøde of the day `dato`: sted varighed virkede svaert slutning."""

    dato: str
    told: Mapping[str, Value]


class Wish(NamedTuple):
    """The hours a week she wished for at the formøde: to begin with, to end with, and when."""

    start: Value | None
    slut: Value | None
    hvornar: Value | None


class Contact(NamedTuple):
    """The next contact in one forløb, or before there is one (`forlob` None)."""

    forlob: Forlob | None
    due: Due


class Known(NamedTuple):
    """A hensyn and, for each forløb that is not closed, who may know of it there."""

    hensyn: Hensyn
    here: tuple[tuple[int, KnownHensyn], ...]


class Treatment(NamedTuple):
    """What has to be coordinated, the fixed time in it, and the forløb with a working day on that day."""

    koordinering: Koordinering
    clash: Clash | None
    forlobene: tuple[int, ...]


class WholeBorger(NamedTuple):
    borger: Borger
    forlobene: tuple[Forlob, ...]
    virksomheder: Mapping[int, str]
    contacts: tuple[Contact, ...]
    hensyn: tuple[Known, ...]
    aftaler: tuple[Aftale, ...]
    delmal: tuple[Delmal, ...]
    onsker: tuple[Onske, ...]
    koordinering: tuple[Treatment, ...]
    erfaringer: tuple[Experience, ...]
    wish: Wish | None
    taet: Taet | None
    rules: RuleBook
    henvendelser: tuple[Henvendelse, ...] = ()
    is_stopped: bool = False


def gather_borger(store: Store, borger: Borger, today: date) -> WholeBorger:
    rules, nr = load_rulebook(store.folder), borger.nr
    forlobene = store.door(Forlob).find(borger=nr)
    hensynene = store.door(Hensyn).find(borger=nr)
    samtaler = store.door(Samtale).find(borger=nr)
    said = _newest_formode(store, samtaler)
    henvendelser = store.door(Henvendelse).find(borger=nr)
    closed = {forlob.nr for forlob in forlobene if forlob.status == "lukket"}
    worries = [taet for taet in store.door(Taet).find(borger=nr) if taet.forlob not in closed]
    return WholeBorger(
        borger=borger,
        forlobene=forlobene,
        virksomheder={it: store.door(Virksomhed).get(it).navn for it in _places(forlobene, henvendelser)},
        contacts=tuple(_contacts(store, borger, forlobene, samtaler, today, rules)),
        hensyn=tuple(_known(store, hensyn, hensynene, forlobene) for hensyn in hensynene),
        aftaler=store.door(Aftale).find(borger=nr),
        delmal=store.door(Delmal).find(borger=nr),
        onsker=tuple(sorted(store.door(Onske).find(borger=nr), key=lambda onske: (onske.rang, onske.nr))),
        koordinering=tuple(_treatment(it, forlobene) for it in store.door(Koordinering).find(borger=nr)),
        erfaringer=_experiences(said),
        wish=_wish(said),
        taet=worries[-1] if worries and worries[-1].svar != "nej" else None,
        rules=rules,
        henvendelser=henvendelser,
        is_stopped=is_stopped(store, nr),
    )


def _places(forlobene: Iterable[Forlob], henvendelser: Iterable[Henvendelse]) -> set[int]:
    return {it.virksomhed for it in forlobene} | {it.virksomhed for it in henvendelser}


class _Said(NamedTuple):
    dato: str
    answers: Answers
    has_words: bool


def _newest_formode(store: Store, samtaler: Iterable[Samtale]) -> _Said | None:
    held = [it for it in samtaler if it.agenda == FORMODE and it.udgave]
    newest = max(held, key=lambda it: (it.dato, it.nr), default=None)
    if newest is None:
        return None
    return _Said(newest.dato, answers_of(store, newest.nr, newest.udgave), newest.tekst_slettet is None)


def _experiences(said: _Said | None) -> tuple[Experience, ...]:
    if said is None or not said.has_words:
        return ()
    numbers = rows_of(said.answers, "erfaringer")
    return tuple(Experience(said.dato, row_values(said.answers, "erfaringer", nr)) for nr in numbers)


def _wish(said: _Said | None) -> Wish | None:
    if said is None:
        return None
    wish = Wish(*(said.answers.get(Key("timetal", felt)) for felt in Wish._fields))
    return wish if wish.start is not None or wish.slut is not None else None


def _contacts(
    store: Store,
    borger: Borger,
    forlobene: Iterable[Forlob],
    samtaler: Iterable[Samtale],
    today: date,
    rules: RuleBook,
) -> Iterator[Contact]:
    """By the rules in each forløb; a closed one has its efterværn or nothing. Before there is one: what was planned."""
    wanted = [it for it in forlobene if it.status != "lukket" or it.eftervaern]
    for forlob, facts in zip(wanted, load_facts(store, [it.nr for it in wanted]), strict=True):
        found = due(facts.case, today, rules, workdays(rules, store.folder))
        if found is not None:
            yield Contact(forlob, found)
    if any(it.status != "lukket" for it in wanted):
        return
    plan = next(iter(store.door(Plan).find(borger=borger.nr, forlob=None)[-1:]), None)
    if plan is not None and not _was_held(borger, samtaler, plan):
        yield Contact(None, Due(plan.dato, plan.kilde, FORMODE, plan.kl, plan.form))


def _was_held(borger: Borger, samtaler: Iterable[Samtale], plan: Plan) -> bool:
    last = last_contact(Case(borger, samtaler=tuple(samtaler)))
    return last is not None and last.dato >= plan.dato


def _known(store: Store, hensyn: Hensyn, all_of_hers: tuple[Hensyn, ...], forlobene: Iterable[Forlob]) -> Known:
    clearances = store.door(Clearance).find(hensyn=hensyn.nr)
    here = []
    for forlob in forlobene:
        if forlob.status != "lukket":
            own = tuple(one for one in clearances if one.forlob == forlob.nr)
            scene = Scene(has_forlob=True, deltagere=(), clearances=own, hensyn=all_of_hers)
            here.append((forlob.nr, known_hensyn(hensyn, scene)))
    return Known(hensyn, tuple(here))


def _treatment(one: Koordinering, forlobene: Iterable[Forlob]) -> Treatment:
    running = (it for it in forlobene if it.status != "lukket")
    hit = tuple(it.nr for it in running if clashes_with_days((one,), it.dage))
    return Treatment(one, read_clash(one.hvornar) if one.hvornar else None, hit)
