"""Whose eyes a page of a sheet is for, and so what may stand on it. Decides nothing: the gate does."""

from collections.abc import Mapping
from typing import NamedTuple

from vforlob.actions.sitting import Pages, Sitting, scene_of
from vforlob.agenda.reserved import TIDLIGERE_AFTALER, TIDLIGERE_DELMAL
from vforlob.agenda.steps import AFTER, SHARED
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.answers import Value
from vforlob.rules import gate

Row = Mapping[str, Value]


class Eyes(NamedTuple):
    """`page` is the shared one or the consultant's own. `recipient` is whom the sheet is shown to or left with."""

    sitting: Sitting
    pages: Pages
    scene: gate.Scene
    page: str
    recipient: str = ""

    @property
    def is_shared(self) -> bool:
        return self.page == SHARED

    def sees(self, punkt: Punkt, felt: Felt, row: Row | None = None) -> bool:
        """Each felt stands on one page; of a sheet for one recipient there is only what that one may be given."""
        is_shared = self.pages.page_of(punkt, felt, row) == SHARED
        if not self.is_shared:
            return not is_shared
        return is_shared and self._may_be_given(punkt, felt, row)

    def _may_be_given(self, punkt: Punkt, felt: Felt, row: Row | None) -> bool:
        if not self.recipient:
            return True
        case, nr, forlob = self.sitting.case, (row or {}).get("nr"), self.sitting.samtale.forlob
        if punkt.id == TIDLIGERE_AFTALER:
            given = [gate.recipients_here(one, forlob, case.samtaler) for one in case.aftaler if one.nr == nr]
            return all(self.recipient in recipients for recipients in given)
        if punkt.id == TIDLIGERE_DELMAL:
            return all(self.recipient in gate.delmal_recipients(one, forlob) for one in case.delmal if one.nr == nr)
        return gate.may(self.recipient, punkt, felt, self.scene, row)


def of_all(sitting: Sitting, recipient: str = "") -> Eyes:
    return Eyes(sitting, Pages(sitting), scene_of(sitting), SHARED, recipient)


def of_konsulent(sitting: Sitting) -> Eyes:
    return Eyes(sitting, Pages(sitting), scene_of(sitting), AFTER)
