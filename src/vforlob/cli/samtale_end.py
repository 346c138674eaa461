"""What is said when a samtale was held, paused or read from a file. Knows no question."""

from typing import Any

from vforlob.actions.fill import Filled
from vforlob.actions.hold import DROPPED, FINISHED, INTERRUPTED, HeldResult
from vforlob.agenda.walk import Count
from vforlob.cli.layout import flow, screen_width
from vforlob.cli.show import out
from vforlob.errors.base import ExitCode
from vforlob.model.answers import Key
from vforlob.model.samtale import Samtale
from vforlob.rules.danish import counted, listed

DRAFT = "kladde"


def end_of(held: HeldResult, line: str) -> int:
    """The last lines at the terminal, and the exit code. `line` is the command that goes on."""
    if held.ended == FINISHED:
        for sentence in finished_lines(held.samtale, held.points, held.told):
            out(sentence)
        return ExitCode.OK
    if held.ended == DROPPED:
        out(f"Rettelsen er droppet. Samtalen s{held.samtale.nr} står, som den var.")
        return ExitCode.OK
    saved = f"{held.points.answered} af {counted(held.points.total, 'punkt', 'punkter')} er gemt"
    out(flow(f"Sat på pause. {saved}. Fortsæt med: {line}", screen_width()))
    return ExitCode.INTERRUPTED if held.ended == INTERRUPTED else ExitCode.OK


def finished_lines(samtale: Samtale, points: Count, told: tuple[str, ...]) -> list[str]:
    done = f"{points.answered} af {counted(points.total, 'punkt', 'punkter')} besvaret"
    version = f", udgave {samtale.udgave}" if samtale.udgave > 1 else ""
    return [f"Samtalen s{samtale.nr} er færdig{version}. {done}.", *told]


def filled_lines(filled: Filled) -> list[str]:
    if filled.samtale.status == DRAFT or filled.samtale.kladde_udgave is not None:
        saved = f"{filled.points.answered} af {counted(filled.points.total, 'punkt', 'punkter')} besvaret"
        lines = [f"Samtalen s{filled.samtale.nr} er gemt som kladde. {saved}."]
    else:
        lines = finished_lines(filled.samtale, filled.points, filled.told)
    return [*lines, *_unused(filled.unused)]


def held_json(samtale: Samtale, points: Count) -> dict[str, Any]:
    return {
        "samtale": samtale.nr,
        "status": samtale.status if samtale.kladde_udgave is None else DRAFT,
        "besvaret": points.answered,
        "punkter": points.total,
        "udgave": samtale.udgave,
    }


def _unused(keys: tuple[Key, ...]) -> list[str]:
    """Answers to what is not asked in this samtale: she should know that nobody will read them."""
    if not keys:
        return []
    names = list(dict.fromkeys(f"»{key.punkt}.{key.felt}«" for key in keys))
    return [f"Ikke brugt, for der bliver ikke spurgt om det i denne samtale: {listed(names)}."]
