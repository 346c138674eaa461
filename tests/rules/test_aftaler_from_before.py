"""An aftale from before there was a virksomhed is no business of that virksomhed, also when the forløb took it over."""

import pytest

from vforlob.model.aftale import Aftale
from vforlob.model.samtale import Samtale
from vforlob.rules.gate import recipients_here
from vforlob.rules.gate_tables import EVERYONE

FORMODE = Samtale(9, "formode", "", 7, None, "2026-10-28")
OPFOLGNING = Samtale(31, "opfolgning", "", 7, 12, "2026-11-20")
NAMED = Aftale(1, 7, 12, "ringe", ("virksomhed", "mentor"), til_stede=("borger", "sagsbehandler"), samtale=31)


@pytest.mark.parametrize(
    ("over", "seen"),
    [
        ({}, True),
        ({"samtale": None}, True),
        ({"samtale": 9}, False),
        ({"samtale": 9, "modtagere": ("virksomhed", "mentor")}, False),
        ({"forlob": None}, False),
        ({"forlob": 8}, False),
    ],
)
def test_the_workplace_knows_only_what_was_agreed_in_its_own_forlob(over: dict[str, object], seen: bool) -> None:
    aftale = NAMED._replace(**over)  # type: ignore[arg-type]

    found = recipients_here(aftale, 12, (FORMODE, OPFOLGNING))

    assert found.issuperset({"virksomhed", "mentor"}) == seen
    assert {"sagsbehandler", "journal"} <= found
    assert found <= EVERYONE


def test_without_a_forlob_there_is_no_workplace() -> None:
    assert recipients_here(NAMED._replace(forlob=None), None, ()) == {"borger", "sagsbehandler", "journal"}
