"""The delmål that the readers of a text may know in this forløb, as lines. The gate decides; knows no document."""

from collections.abc import Iterable, Iterator

from vforlob.actions.documents.contacts import one_line
from vforlob.actions.documents.lines import capital
from vforlob.model.case import Case
from vforlob.rules.danish import plain_date
from vforlob.rules.gate import delmal_recipients
from vforlob.rules.smart import title

OPEN = frozenset({"aben", "justeret", "delvist"})


def shared_goals(case: Case, readers: Iterable[str]) -> Iterator[str]:
    """Those still aimed at: "Møde kl. 9 tre dage om ugen, senest 2. december 2026." """
    nr, wanted = case.forlob.nr if case.forlob else None, frozenset(readers)
    for delmal in case.delmal:
        is_here = delmal.forlob in {None, nr} and delmal.status in OPEN
        if is_here and title(delmal) and delmal_recipients(delmal, nr).issuperset(wanted):
            by = f", senest {plain_date(delmal.frist)}" if delmal.frist else ""
            yield f"{capital(one_line(title(delmal)).rstrip('.'))}{by}."
