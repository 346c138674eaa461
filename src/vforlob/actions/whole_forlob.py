"""Everything known of one forløb, gathered for one page. Knows no words and no screen."""

from datetime import date
from typing import NamedTuple

from vforlob.actions.documents.figures import figures_for
from vforlob.actions.timeline import Haendelse, timeline
from vforlob.actions.workdays import workdays
from vforlob.model.case import Case
from vforlob.model.dokument import Figur
from vforlob.model.kontakt import Udsat
from vforlob.model.sparring import Sparring
from vforlob.model.tegn import Tegn
from vforlob.rules.gate_tables import KONSULENT
from vforlob.rules.kontaktplan import Due, due
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.step_down import step_down
from vforlob.rules.tegn import signs
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.earlier_values import changes_of
from vforlob.store.facts import load_facts
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store


class WholeForlob(NamedTuple):
    """`haendelser` oldest first; `tegn` most urgent first, those in the background among them, none once it is
    closed. `due` is None where nobody is to be called any more. `step_down` proposes to speak less often, and is
    empty when there is nothing to propose. `figurer` are what can be drawn of it.
    """

    case: Case
    haendelser: tuple[Haendelse, ...]
    due: Due | None
    tegn: tuple[Tegn, ...]
    rules: RuleBook
    step_down: str = ""
    figurer: tuple[Figur, ...] = ()


def gather_forlob(store: Store, nr: int, today: date) -> WholeForlob:
    rules = load_rulebook(store.folder)
    facts = load_facts(store, (nr,))[0]
    case = as_long_as_it_went(facts.case)
    titles = {sha: agenda_as_asked(store, sha).title for sha in {samtale.agenda_sha for samtale in case.samtaler}}
    changes = changes_of(store, case.borger.nr)
    udsat, sparring = store.door(Udsat).find(forlob=nr), store.door(Sparring).find(forlob=nr)
    is_open = case.forlob is not None and case.forlob.status != "lukket"
    return WholeForlob(
        case=case,
        haendelser=timeline(case, facts.fravaer, titles, changes, udsat, sparring),
        due=due(case, today, rules, workdays(rules, store.folder)),
        tegn=signs(facts, today, rules) if is_open else (),
        rules=rules,
        step_down=step_down(case, facts.said, today, rules, facts.fravaer),
        figurer=figures_for(store, case, KONSULENT),
    )


def as_long_as_it_went(case: Case) -> Case:
    """Without what came to the borger after the forløb was closed, and is of no forløb or of the next one."""
    last = case.forlob.lukket if case.forlob and case.forlob.status == "lukket" else None
    if last is None:
        return case
    return case._replace(
        samtaler=tuple(it for it in case.samtaler if it.forlob is not None or it.dato <= last),
        kontakter=tuple(it for it in case.kontakter if it.forlob is not None or it.dato <= last),
        aftaler=tuple(it for it in case.aftaler if it.forlob is not None or (it.oprettet or "") <= last),
        delmal=tuple(it for it in case.delmal if it.forlob is not None or (it.oprettet or "") <= last),
        taet=tuple(it for it in case.taet if it.forlob is not None or it.dato <= last),
        planer=tuple(it for it in case.planer if it.forlob is not None),
        hensyn=tuple(it for it in case.hensyn if (it.oprettet or "") <= last),
    )
