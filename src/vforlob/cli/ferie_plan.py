"""The proposed calls put in as the next contacts: asked one by one, or named on the line. Decides no day."""

from collections.abc import Sequence
from datetime import date

from vforlob.actions.asking import ALONE, Answered, Pause, Question
from vforlob.actions.ferie import Holidays, Without, accept_calls, is_late, may_be_accepted
from vforlob.actions.ferie_words import calls_text, gap_text
from vforlob.agenda.kinds import KINDS
from vforlob.cli.ask import asker
from vforlob.cli.context import context
from vforlob.cli.ferie_screens import who
from vforlob.cli.layout import screen_width, wrap, wrap_told
from vforlob.cli.page_parts import heading
from vforlob.cli.show import out
from vforlob.cli.stopping import Stopped
from vforlob.errors.use import NothingGiven, WrongUse
from vforlob.model.agenda import Felt
from vforlob.model.text import fold
from vforlob.rules.danish import counted, listed, long_date
from vforlob.store.store import Store

ALL = "alle"


def chosen_calls(found: Holidays, typed: str) -> tuple[Without, ...] | None:
    """Those to put in; None when she stopped."""
    offered = _first_of_each(found)
    if typed.strip():
        return _named(offered, typed)
    if not offered:
        return ()
    if not context().may_ask:
        raise NothingGiven("de forløb, du vil ringe til", "vforlob ferie plan --ja alle")
    for line in heading("Opkald før og efter ferien. Hvert ja bliver den næste kontakt.", screen_width()):
        out(line)
    return _asked(offered, found)


def _first_of_each(found: Holidays) -> tuple[Without, ...]:
    """A forløb has one next contact: that of its first gap."""
    first: dict[int, Without] = {}
    for it in found.without:
        first.setdefault(it.forlob.nr, it)
    return tuple(it for it in first.values() if may_be_accepted(it, found.today))


def _named(offered: Sequence[Without], typed: str) -> tuple[Without, ...]:
    if fold(typed.strip()) == ALL:
        return tuple(offered)
    wanted = [fold(word).strip().removeprefix("f") for word in typed.replace(" ", ",").split(",") if word.strip()]
    known = {str(it.forlob.nr): it for it in offered}
    if any(word not in known for word in wanted):
        there = ", ".join(f"f{nr}" for nr in known)
        if not known:
            raise WrongUse("Der er ikke foreslået en dag til nogen. Intet er sat ind.", command="ferie plan")
        raise WrongUse(
            f"Der er foreslået en dag til: {there}. Skriv »alle« eller dem, du vil have.", command="ferie plan"
        )
    return tuple(known[word] for word in dict.fromkeys(wanted))


def _asked(offered: Sequence[Without], found: Holidays) -> tuple[Without, ...] | None:
    ask, chosen = asker(context()), []
    for it in offered:
        _show(it, found)
        felt = Felt("ja", f"Sæt {long_date(_day(it))} som næste kontakt i f{it.forlob.nr}?", "janej")
        question = Question(
            kind="janej",
            text=felt.text,
            read=lambda typed, felt=felt: KINDS["janej"].read(typed, felt, found.today),  # type: ignore[misc]
            page=ALONE,
            saves=False,
        )
        reply = ask(question)
        if isinstance(reply, Pause):
            if reply.interrupted:
                raise KeyboardInterrupt
            return None
        if isinstance(reply, Answered) and reply.value == "ja":
            chosen.append(it)
    return tuple(chosen)


def _show(it: Without, found: Holidays) -> None:
    out()
    out(f" f{it.forlob.nr}  {who(it)}")
    for text in (gap_text(it, found.today), calls_text(it, found.today, found.limit)):
        for line in wrap(text, screen_width() - 5):
            out(f"    {line}")


def _day(it: Without) -> date:
    day = it.calls.before or it.calls.after
    assert day is not None
    return day


def put_in(store: Store, found: Holidays, typed: str) -> tuple[tuple[int, str], ...]:
    """What was put in: the forløb and the day."""
    try:
        chosen = chosen_calls(found, typed)
    except KeyboardInterrupt:
        out(STOPPED)
        raise Stopped from None
    return tuple((plan.forlob or 0, plan.dato) for plan in accept_calls(store, chosen or (), found.today))


def put_in_lines(found: Holidays, plans: Sequence[tuple[int, str]], width: int) -> list[str]:
    """What came of it, and who has an agreed contact that was left as it is."""
    lines = [f"  f{forlob:<4} {long_date(dato)}" for forlob, dato in plans]
    many = counted(len(plans), "opkald er", "opkald er")
    said = f"{many} sat ind som næste kontakt. Fortryd: vforlob fortryd" if plans else _nothing(found)
    offered = {it.forlob.nr for it in _first_of_each(found)}
    rest = [it for it in found.without if it.forlob.nr not in offered and _has_plan(it)]
    late = dict.fromkeys(f"f{it.forlob.nr}" for it in rest if is_late(it, found.today))
    standing = dict.fromkeys(f"f{it.forlob.nr}" for it in rest if not is_late(it, found.today))
    first = f"{listed(list(late))} har en kontakt over tid. Tag den først: vforlob overblik forfaldne"
    left = f"{listed(list(standing))} har en aftalt kontakt i forvejen. Aftal den næste, når I taler sammen."
    return [
        *lines,
        *wrap_told(said, width),
        *(wrap_told(first, width) if late else []),
        *(wrap(left, width) if standing else []),
    ]


def _nothing(found: Holidays) -> str:
    """What the reason is, where none of the lines below it says so."""
    if not found.forlobene:
        return "Der er ingen åbne forløb at ringe til. Intet er sat ind."
    if not found.without:
        return f"Ingen får mere end {found.limit} dage uden kontakt i de dage. Intet er sat ind."
    return "Intet er sat ind."


def _has_plan(it: Without) -> bool:
    return it.calls.before is not None or it.calls.after is not None


STOPPED = "Stoppet. Intet er sat ind."
