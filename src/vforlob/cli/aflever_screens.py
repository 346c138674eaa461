"""What is said on the way when a samtale is handed over: headings, what is done, what remains. Asks nobody."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from vforlob.actions.aflever import (
    BORGER,
    DONE,
    JOURNAL,
    KALENDER,
    MENTOR,
    NO_TEXT,
    VIRKSOMHED,
    Step,
    lines_instead,
)
from vforlob.actions.journal import gather_journal
from vforlob.cli.agenda_names import spelt
from vforlob.cli.context import context, in_folder
from vforlob.cli.layout import screen_width, wrap
from vforlob.cli.owners import Owner
from vforlob.model.samtale import Samtale
from vforlob.rules.danish import counted, short_date
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

if TYPE_CHECKING:
    from vforlob.cli.aflever_steps import Walking  # it imports this module

TITLES: Mapping[str, str] = {
    JOURNAL: "Notatet til journalen",
    VIRKSOMHED: "Teksten til virksomheden",
    MENTOR: "Teksten til mentoren",
    BORGER: "Teksten til borgeren",
    KALENDER: "Kalenderen",
}


def samtale_name(samtale: Samtale) -> str:
    """Opfølgning 20/11"""
    name = spelt(samtale.agenda)
    return f"{name[:1].upper()}{name[1:]} {short_date(samtale.dato, context().today)}"


def step_heading(walking: "Walking", step: Step, count: int) -> list[str]:
    """Whose it is and what it is, above what is handed over."""
    head = f"Kun til dig · Aflevér s{walking.samtale.nr} · {samtale_name(walking.samtale)} · {walking.owner.name}"
    place = f"{step.number} af {count} · {TITLES[step.trin]}"
    return ["", *(f" {line}" for line in wrap(head, screen_width() - 2)), f" {place}", ""]


def passed_line(samtale: Samtale, step: Step, count: int) -> str:
    place = f" {step.number} af {count} · {TITLES[step.trin]}"
    if step.svar == NO_TEXT:
        return f"{place}: ingen."
    if step.trin not in lines_instead(samtale):
        return f"{place}: ingen, for samtalen er holdt, før der var et forløb."
    return f"{place} er {'gjort' if step.svar == DONE else 'sprunget over'}."


def finished_lines(store: Store, samtale: Samtale, steps: Iterable[Step]) -> Iterator[str]:
    """What became of each step; what was passed over can be done by itself."""
    instead = lines_instead(samtale)
    yield f"s{samtale.nr} er afleveret."
    for step in steps:
        if step.svar not in (DONE, NO_TEXT) and step.trin in instead:
            yield f"{TITLES[step.trin]} er sprunget over. Lav det senere med: {_line(instead[step.trin])}"
    groups = gather_journal(store, context().today, load_rulebook(store.folder), samtale.borger)
    own = ("samtale", samtale.nr)
    others = sum((note.emne, note.nr) != own for group in groups for note in group.notes)
    if others:
        waits = f"{counted(others, 'notat', 'notater')} om b{samtale.borger} venter på journalen"
        yield f"{waits}: {_line(f'journal b{samtale.borger}')}"


def remaining_lines(samtale: Samtale, steps: Iterable[Step], owner: Owner) -> Iterator[str]:
    """Where nobody can be asked: what there is to do, and the command of each."""
    found, instead = tuple(steps), lines_instead(samtale)
    left = [step for step in found if not step.svar]
    yield f"s{samtale.nr} · {samtale_name(samtale)} · {owner.name}"
    if not left:
        yield "Alle trin er gjort eller sprunget over."
    for step in left:
        yield f"{step.number} af {len(found)} · {TITLES[step.trin]} mangler: {_line(instead[step.trin])}"
        if step.trin == JOURNAL:
            yield f"Når notatet er sat ind: {_line(f'journal kvitter s{samtale.nr}')}"


def _line(command: str) -> str:
    return in_folder(f"vforlob {command}")
