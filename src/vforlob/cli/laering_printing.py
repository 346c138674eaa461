"""Cases picked, looked over and printed without names; the advice made into an aftale. Asks at a terminal alone."""

from collections.abc import Mapping, Sequence

from vforlob.actions.asking import ALONE, Answered, Pause, Question
from vforlob.actions.documents.sparring import ART, COLLEAGUES, hidden_kinds, make_sparring, told_of
from vforlob.actions.exports import About
from vforlob.agenda.kinds import KINDS
from vforlob.cli.ask import asker
from vforlob.cli.context import context
from vforlob.cli.handing import Wish, give
from vforlob.cli.laering_sparring import hidden_sentence
from vforlob.cli.owners import Owner
from vforlob.cli.record_commands import save
from vforlob.cli.record_entry import Entry, entered
from vforlob.cli.short_questions import Left, says_yes
from vforlob.cli.show import err
from vforlob.cli.stopping import Stopped
from vforlob.errors.base import ExitCode
from vforlob.model.agenda import Choice, Felt
from vforlob.model.sparring import Sparring
from vforlob.store.store import Store

NOT_PRINTED = "Stoppet. Der er ikke skrevet noget ud."
LONGEST_AFTALE = 200


def printed(store: Store, chosen: Sequence[Sparring], wish: Wish) -> int:
    cases = tuple(told_of(store, one) for one in chosen)
    if not _looked_over(hidden_sentence(hidden_kinds(cases)), f"sparring ret {chosen[0].nr}"):
        return ExitCode.OK
    give(store, make_sparring(cases, context().today), wish, _about(chosen))
    return ExitCode.OK


def _about(chosen: Sequence[Sparring]) -> About:
    """Of several people the file is nobody's own."""
    if len(chosen) > 1:
        return About(ART, COLLEAGUES)
    return About(ART, COLLEAGUES, chosen[0].borger, chosen[0].forlob)


def _looked_over(sentence: str, mend: str) -> bool:
    """What could tell who it is never comes out; said all the same, for the rest of the sentence may tell too."""
    if not sentence:
        return True
    err(sentence)
    if not context().may_ask:
        return True
    try:
        if says_yes(
            asker(context(), ALONE), "Skriv ud alligevel?", heading="Sparring", help=f"Ret den: vforlob {mend}"
        ):
            return True
    except Left as left:
        err(NOT_PRINTED)
        if left.interrupted:
            raise Stopped from None
        return False
    err(f"{NOT_PRINTED} Ret den: vforlob {mend}")
    return False


def picked(names: Mapping[int, str], waiting: Sequence[int]) -> frozenset[int]:
    """Those that were ticked; at first those that wait for advice are."""
    felt = Felt("sager", "Hvilke sager skal med?", "flervalg")
    choices = tuple(Choice(str(nr), f"{nr}  {name}") for nr, name in names.items())
    asked = felt._replace(choices=choices)
    question = Question(
        kind=felt.kind,
        text=felt.text,
        read=lambda typed: KINDS[felt.kind].read(typed, asked, context().today),
        page=ALONE,
        heading="Sager til sparring",
        choices=choices,
        current=tuple(str(nr) for nr in waiting) or None,
        current_text=KINDS[felt.kind].show(tuple(str(nr) for nr in waiting), asked) if waiting else "",
        saves=False,
    )
    reply = asker(context(), ALONE)(question)
    if isinstance(reply, Pause):
        raise KeyboardInterrupt
    if isinstance(reply, Answered):
        ticked = reply.value if reply.value is not None else question.current
        return frozenset(int(nr) for nr in ticked) if isinstance(ticked, tuple) else frozenset()
    return frozenset()


def offer_aftale(store: Store, after: Sparring, owner: Owner) -> None:
    """The advice as the draft of an aftale; Enter alone makes none."""
    try:
        wanted = says_yes(asker(context(), ALONE), "Lav en aftale af rådet?", heading=f"Sparring {after.nr}")
    except Left as left:
        if left.interrupted:
            raise Stopped from None
        return
    if not wanted:
        return
    from vforlob.cli.posts_saved import aftale_saved  # late: only where there is to be one

    drafted = {"hvad": " ".join((after.rad or "").split())[:LONGEST_AFTALE]}
    entry = Entry("aftale", "aftale ny", f"Ny aftale · {owner.name}", current=drafted, preset=owner.preset)
    given = entered(store, entry, "")
    if given is not None:
        save(store, entry, {**drafted, **given}, False, lambda aftale: aftale_saved(store, aftale, "er lavet"))
