"""The documents that are handed over, as a Dane reads them in a diff.

After a wanted change: PYTHONPATH=tests python tests/actions/test_dokumenter_golden.py writes them anew; read them
before you keep them.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

import scenes_later
from handed import NOW, handed_case, hold, new_store
from vforlob.actions.documents.aftaleark import make_aftaleark
from vforlob.actions.documents.development import draft, gather_development
from vforlob.actions.documents.kontaktkort import make_borger_card, make_virksomhed_card
from vforlob.actions.documents.made import Made
from vforlob.actions.documents.minplan import make_minplan
from vforlob.actions.documents.overdragelse import gather_handover, make_overdragelse
from vforlob.actions.documents.tilbagemelding import make_tilbagemelding
from vforlob.actions.documents.udviklingsbeskrivelse import make_udviklingsbeskrivelse
from vforlob.actions.documents.vaertsguide import make_vaertsguide, make_vaertsguide_for
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.render.render import render_dokument
from vforlob.store.store import Store

GOLDEN = Path(__file__).parents[1] / "golden" / "dokumenter"
TODAY = NOW.date()


def forlob_of(case: Case) -> Forlob:
    assert case.forlob is not None
    return case.forlob


def before_the_first_day(store: Store, case: Case) -> Forlob:
    with store.doing("forlob ret"):
        return store.door(Forlob).change(forlob_of(case).nr, start="2026-11-23")


def stopped(store: Store, case: Case) -> Forlob:
    hold(store, "afslutning", scenes_later.stopped_early().answers, forlob_of(case), "2026-11-19")
    with store.doing("forlob ret"):
        closed = {"status": "lukket", "lukket": "2026-11-19", "udfald": "stoppet_afklaret"}
        return store.door(Forlob).change(forlob_of(case).nr, **closed)


def overdragelse(store: Store, forlob: Forlob, ring: bool) -> Made:
    return make_overdragelse(store, gather_handover(store, forlob), ring, "", TODAY)


def development(store: Store, forlob: Forlob, recipient: str) -> Made:
    found = gather_development(store, forlob, recipient, None, TODAY)
    return make_udviklingsbeskrivelse(store, found, draft(found))


Make = Callable[[Store, Case], Made]
DOCUMENTS: dict[str, Make] = {
    "aftaleark_begge": lambda store, case: make_aftaleark(store, forlob_of(case), "", TODAY),
    "aftaleark_borger": lambda store, case: make_aftaleark(store, forlob_of(case), "borger", TODAY),
    "aftaleark_virksomhed": lambda store, case: make_aftaleark(store, forlob_of(case), "virksomhed", TODAY),
    "kontaktkort_virksomhed": lambda store, case: make_virksomhed_card(store, forlob_of(case), TODAY),
    "kontaktkort_borger": lambda store, case: make_borger_card(store, before_the_first_day(store, case), TODAY),
    "kontaktkort_borger_i_gang": lambda store, case: make_borger_card(store, forlob_of(case), TODAY),
    "vaertsguide_alle": lambda store, _case: make_vaertsguide(store, TODAY),
    "vaertsguide_virksomhed": lambda store, case: make_vaertsguide_for(store, forlob_of(case), TODAY),
    "tilbagemelding_virksomhed": lambda store, case: make_tilbagemelding(store, forlob_of(case), TODAY),
    "overdragelse_sagsbehandler": lambda store, case: overdragelse(store, forlob_of(case), True),
    "overdragelse_stoppet_sagsbehandler": lambda store, case: overdragelse(store, stopped(store, case), False),
    "minplan_borger": lambda store, case: make_minplan(store, case.borger, TODAY),
    "udviklingsbeskrivelse_borger": lambda store, case: development(store, forlob_of(case), "borger"),
    "udviklingsbeskrivelse_sagsbehandler": lambda store, case: development(store, forlob_of(case), "sagsbehandler"),
}


def text_of(made: Made) -> str:
    text = render_dokument(made.dokument, "txt")
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_as_it_was_read_and_approved(store: Store, name: str) -> None:
    approved = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")

    made = DOCUMENTS[name](store, handed_case(store))

    assert text_of(made) == approved


def write() -> None:
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name, make in DOCUMENTS.items():
        with tempfile.TemporaryDirectory() as place, new_store(Path(place)) as store:
            text = text_of(make(store, handed_case(store)))
        (GOLDEN / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
