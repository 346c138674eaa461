"""A hensyn as the row of a table: what helps, why, and who may know it where. Decides nothing."""

from collections.abc import Iterable

from vforlob.actions.documents import sag_words as words
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.regneark import Celle
from vforlob.model.sag import Sag
from vforlob.rules.danish import listed

MAY, ASK_FIRST, MAY_NOT = "ma", "sporg", "ma_ikke"


def hensyn_row(sag: Sag, one: Hensyn) -> tuple[Celle, ...]:
    decided = [it for it in sag.case.clearances if it.hensyn == one.nr]
    works = words.word(words.WORKS, one.virker)
    if not works and one.status == "ikke_laengere":
        works = words.WORKS["ikke_laengere"]
    return (
        *(one.losning, one.hensyn, one.behov, one.reformulering, one.hvorfor, works),
        *(_who(sag, decided, svar) for svar in (MAY, ASK_FIRST, MAY_NOT)),
        *(_wish(one), one.aftalt, one.betydning, one.oprettet, one.trukket),
    )


def _who(sag: Sag, decided: Iterable[Clearance], svar: str) -> str:
    """Those who were told the same together: lederen og mentoren (4.11.2026, trukket tilbage 19.11.2026)."""
    roles: dict[str, list[str]] = {}
    for it in decided:
        if it.svar == svar:
            roles.setdefault(_facts(sag, it), []).append(words.word(words.ROLES, it.rolle))
    return "; ".join(f"{listed(found)}{f' ({said})' if said else ''}" for said, found in roles.items())


def _facts(sag: Sag, clearance: Clearance) -> str:
    facts = (
        f"f{clearance.forlob}" if len(sag.forlobene) > 1 else "",
        words.short_day(clearance.aftalt) if clearance.svar != ASK_FIRST else "",
        f"trukket tilbage {words.short_day(clearance.trukket)}" if clearance.trukket else "",
    )
    return ", ".join(filter(None, facts))


def _wish(one: Hensyn) -> str:
    """What she wished for at the formøde; the startmøde decides."""
    ask = f"spørg først: {words.roles(one.sporg_forst)}" if one.sporg_forst else ""
    return "; ".join(filter(None, (words.roles(one.hvem), ask)))
