"""Walk through handing over one samtale, step by step: shown, asked, done or passed over. Knows no text of its own.

What is done is on the disk before the next step begins; stopped anywhere it goes on there.
"""

from typing import NamedTuple

from vforlob.actions.aflever import DONE, JOURNAL, KALENDER, SKIPPED, Step, mark, steps_of
from vforlob.actions.asking import Ask
from vforlob.cli.aflever_screens import TITLES, finished_lines, passed_line, step_heading
from vforlob.cli.aflever_steps import Handed, Walking, hand_to_calendar, hand_to_journal, hand_to_person
from vforlob.cli.context import in_folder
from vforlob.cli.copying import offer_emptying, say
from vforlob.cli.owners import owner_of
from vforlob.cli.short_questions import Left
from vforlob.cli.show import out
from vforlob.cli.stopping import Stopped
from vforlob.errors.base import ExitCode
from vforlob.model.samtale import Samtale
from vforlob.store.store import Store


class _Walk(NamedTuple):
    walking: Walking
    steps: tuple[Step, ...]

    @property
    def samtale(self) -> Samtale:
        return self.walking.samtale


def walk(store: Store, samtale: Samtale, ask: Ask) -> int:
    """The exit code. Goes on at the first step that is neither done nor passed over."""
    walking = Walking(store, samtale, owner_of(store, samtale.borger, samtale.forlob), ask)
    the_walk = _Walk(walking, steps_of(store, samtale))
    try:
        _all_steps(the_walk)
    except Left as left:
        _tell_where(the_walk)
        return ExitCode.INTERRUPTED if left.interrupted else ExitCode.OK
    except KeyboardInterrupt as stopped:
        if not isinstance(stopped, Stopped):
            _tell_where(the_walk)
        raise Stopped from None
    out()
    for line in finished_lines(store, samtale, steps_of(store, samtale)):
        say(line)
    return ExitCode.OK


def _all_steps(the_walk: _Walk) -> None:
    walking, gruppe, copied = the_walk.walking, None, False
    for step in the_walk.steps:
        if step.svar:
            out(passed_line(walking.samtale, step, len(the_walk.steps)))
            continue
        out("\n".join(step_heading(walking, step, len(the_walk.steps))))
        handed = _hand(walking, step.trin)
        copied = copied or handed.copied
        if handed.svar:  # the journal writes its own, with the receipt
            gruppe = mark(walking.store, walking.samtale, step.trin, handed.svar, gruppe)
        if handed.svar == SKIPPED and handed.asked:
            out(f" Sprunget over: {TITLES[step.trin].casefold()}.")
    if copied:
        offer_emptying(walking.ask, walking.heading)


def _hand(walking: Walking, trin: str) -> Handed:
    if trin == JOURNAL:
        return hand_to_journal(walking)
    if trin == KALENDER:
        return hand_to_calendar(walking)
    return hand_to_person(walking, trin)


def _tell_where(the_walk: _Walk) -> None:
    store, samtale = the_walk.walking.store, the_walk.samtale
    steps = steps_of(store, samtale)
    done = sum(step.svar == DONE for step in steps)
    out(f" Stoppet. {done} af {len(steps)} trin er gjort, og det står. Gå videre med:")
    out(f" {in_folder(f'vforlob aflever s{samtale.nr}')}")
