"""What was said last time, and what the case knows already, beside a question. Knows no page order and no screen."""

from datetime import date

from vforlob.actions.known_rows import CHOICES, DELMAL, HENSYN, OPGAVER, known_of
from vforlob.actions.sitting import Sitting, scene_of
from vforlob.agenda.kinds import show
from vforlob.agenda.reserved import TIDLIGERE_AFTALER, TIDLIGERE_DELMAL, WHO_PUNKT
from vforlob.agenda.steps import SHARED, Step
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.answers import Key, Value, row_values, rows_of
from vforlob.model.case import Held
from vforlob.model.delmal import Delmal
from vforlob.model.hensyn import Hensyn
from vforlob.model.opgave import Opgave
from vforlob.rules import gate
from vforlob.rules.gate_tables import OUTSIDE

CLOSING_TALK = "samtale_med_virksomhed"
HOURS = ("praktik", "lontilskud", "ordinaer")


def last_answer(sitting: Sitting, punkt: Punkt, felt: Felt, step: Step) -> str:
    """Last time's answer in Danish; empty when there is none, or when somebody present may not see it."""
    if punkt.id in {WHO_PUNKT.id, TIDLIGERE_AFTALER, TIDLIGERE_DELMAL}:
        return ""
    if step.known and known_of(punkt) != CHOICES:
        return _of_record(sitting, punkt, felt, step.known)
    held = sitting.last
    old = held.agenda.punkt(punkt.id) if held else None
    old_felt = old.felt(felt.id) if old else None
    if held is None or old is None or old_felt is None or (step.raekke and not step.known):
        return ""
    value = held.answers.get(Key(punkt.id, felt.id, _same_theme(held, punkt, step)))
    if value is None or not _may_show(sitting, held, punkt, felt, step, {}):
        return ""
    return show(value, old_felt)


def _same_theme(held: Held, punkt: Punkt, step: Step) -> int:
    """The row of last time that is about the same choice; -1 for none, 0 outside rows."""
    if not step.known:
        return 0
    themes = punkt.row_felter[0]
    wanted = themes.choices[step.known - 1].id if step.known <= len(themes.choices) else ""
    rows = (nr for nr in rows_of(held.answers, punkt.id) if held.answers.get(Key(punkt.id, themes.id, nr)) == wanted)
    return next(rows, -1)


def last_rows(sitting: Sitting, punkt: Punkt, step: Step) -> tuple[str, ...]:
    """The rows of a list as they were last time, one line each; known records stand in the list itself."""
    held = sitting.last
    old = held.agenda.punkt(punkt.id) if held else None
    if held is None or old is None or known_of(punkt) or "aftaler" in punkt.writes:
        return ()
    lines = []
    for raekke in rows_of(held.answers, punkt.id):
        row = row_values(held.answers, punkt.id, raekke)
        felter = [felt for felt in old.row_felter if felt.id in row and felt.kind != "skala"]
        seen = [felt for felt in felter if _may_show(sitting, held, punkt, felt, step, row)]
        if seen and len(seen) == len(felter):
            lines.append(" · ".join(show(row[felt.id], felt) for felt in seen))
    return tuple(lines)


def suggestion(sitting: Sitting, punkt: Punkt, felt: Felt, step: Step) -> Value | None:
    """What Enter takes: who and when as they probably are, hours as they stand, the borger's wish for a hensyn."""
    if punkt.id == WHO_PUNKT.id:
        return _who_and_when(sitting, felt.id)
    if "timer" in punkt.writes and felt.id in HOURS and punkt.felt("ordinaer"):
        return _hours(sitting, felt.id)
    if punkt.id == CLOSING_TALK:
        return _closing_talk(sitting, felt.id)
    if step.known and known_of(punkt) == HENSYN and felt.id in {"hvem", "sporg_forst", "aftalt"}:
        return _without_other_list(_wish(sitting, step.known, felt.id), sitting, step)
    return None


def _who_and_when(sitting: Sitting, felt: str) -> Value | None:
    if felt == "form":
        return sitting.last.samtale.form if sitting.last else None
    if felt == "kl":
        return sitting.now[11:16] if sitting.now[:10] == sitting.samtale.dato else None
    value: Value = getattr(sitting.samtale, felt)
    return value or None


def _closing_talk(sitting: Sitting, felt: str) -> Value | None:
    """With the virksomhed at the table this samtale is the talk."""
    if "virksomhed" not in sitting.samtale.med:
        return None
    return {"holdt": "ja", "form": sitting.samtale.form}.get(felt)


def _hours(sitting: Sitting, kind: str) -> Value | None:
    """Hours that the borger wished for before there was a virksomhed are not proposed in front of it."""
    from vforlob.rules.progress import hours_now  # late: only where hours are asked

    before = {one.nr for one in sitting.case.samtaler if one.forlob is None}
    is_overheard = bool(OUTSIDE.intersection(gate.parties(sitting.samtale.deltagere)))
    told = tuple(one for one in sitting.case.timer if not (is_overheard and one.samtale in before))
    now = hours_now(sitting.case._replace(timer=told), date.fromisoformat(sitting.samtale.dato))
    hours: float | None = getattr(now, kind) if now else None
    if hours is None:
        return None
    return int(hours) if hours == int(hours) else hours


def _wish(sitting: Sitting, nr: int, felt: str) -> Value | None:
    """What stands in this forløb comes before what was wished at the formøde; the first page is alone."""
    rows = [one for one in sitting.case.clearances if one.hensyn == nr and one.aftalt]
    if felt == "aftalt":
        return sitting.samtale.dato
    if rows:
        word = "ma" if felt == "hvem" else "sporg"
        return tuple(one.rolle for one in rows if one.svar == word and not one.trukket) or None
    hensyn = _hensyn(sitting, nr)
    wished: tuple[str, ...] = getattr(hensyn, felt) if hensyn else ()
    return wished or None


def _without_other_list(value: Value | None, sitting: Sitting, step: Step) -> Value | None:
    """Whoever was just put on the other list is not proposed for this one."""
    other = {"hvem": "sporg_forst", "sporg_forst": "hvem"}.get(step.felt, "")
    taken = sitting.answers.get(Key(step.punkt, other, step.raekke))
    if not isinstance(value, tuple) or not isinstance(taken, tuple):
        return value
    return tuple(role for role in value if role not in taken) or None


def _of_record(sitting: Sitting, punkt: Punkt, felt: Felt, nr: int) -> str:
    """A task's trin and how a hensyn works stand on the record; the page is the one that may show them."""
    record: Opgave | Hensyn | Delmal | None
    if known_of(punkt) == OPGAVER:
        record = next((opgave for opgave in sitting.case.opgaver if opgave.nr == nr), None)
    elif known_of(punkt) == DELMAL:
        record = next((delmal for delmal in sitting.case.delmal if delmal.nr == nr), None)
    else:
        record = _hensyn(sitting, nr) if felt.id == "virker" else None
    value = getattr(record, felt.id, None)
    return show(value, felt) if value not in (None, "", ()) else ""


def _hensyn(sitting: Sitting, nr: int) -> Hensyn | None:
    return next((hensyn for hensyn in sitting.case.hensyn if hensyn.nr == nr), None)


def _may_show(sitting: Sitting, held: Held, punkt: Punkt, felt: Felt, step: Step, row: dict[str, Value]) -> bool:
    if step.page != SHARED:
        return True
    earlier = gate.Scene(
        has_forlob=held.samtale.forlob is not None,
        deltagere=held.samtale.deltagere,
        alone=gate.alone_in(held.answers),
    )
    return gate.may_show_earlier(punkt, felt, scene_of(sitting), earlier, row)
