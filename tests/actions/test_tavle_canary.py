"""What is shared of openings and virksomheder holds nothing of any borger: held against a whole caseload."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from running import KEY
from vforlob.actions.demo import Clock, build_demo
from vforlob.actions.records import new_record
from vforlob.actions.tavle import gather_board
from vforlob.actions.tavle_document import READERS, board_document, board_sheet
from vforlob.actions.whole_virksomhed_sheet import virksomhed_sheet
from vforlob.model.borger import Borger
from vforlob.model.jobabning import Jobabning
from vforlob.model.virksomhed import Virksomhed
from vforlob.render.render import render_dokument, render_regneark
from vforlob.store.key import create_with_raw_key
from vforlob.store.kinds import RECORDS
from vforlob.store.open import create_store
from vforlob.store.store import Store

pytestmark = pytest.mark.safety  # a whole caseload is built

NOW = datetime.fromisoformat("2026-11-20T13:00+01:00")
# Whose texts are not about a borger.
SHARED = {"virksomhed", "kontaktperson", "jobabning", "indstilling", "maned", "maltal", "statistik", "eksport"}
SHORTEST = 8  # shorter ones are ids and single words of everyday


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("tavle") / "vforlob"
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    clock = Clock(lambda: NOW)
    with create_store(str(folder), KEY, clock) as store:
        build_demo(store, clock, NOW.date())
        for place in store.door(Virksomhed).find():
            given = {"virksomhed": str(place.nr), "opgaver": f"Feje hos nummer {place.nr}", "timer": 5}
            new_record(store, "jobabning", given)
        alias = store.door(Borger).get(1).alias
        new_record(store, "jobabning", {"virksomhed": "1", "opgaver": f"Noget til {alias}", "timer": 5})
        yield store


def secrets(store: Store) -> set[str]:
    """Every alias, and every text of every record and answer that is somebody's."""
    found = {row[0] for row in store.rows("SELECT vaerdi FROM svar_nu")}
    for emne, kind in RECORDS.items():
        if emne not in SHARED:
            found |= {value for record in store.door(kind).find() for value in record if isinstance(value, str)}
    public = f"{READERS} " + " ".join(str(value) for it in store.door(Virksomhed).find() for value in it)
    texts = {text.strip('"') for text in found if text.strip('"') not in public}
    return {text for text in texts if len(text) >= SHORTEST and not text[:4].isdigit()} | {
        borger.alias for borger in store.door(Borger).find()
    }


def shared(store: Store) -> dict[str, str]:
    board = gather_board(store, NOW.date(), own_only=False)
    document, sheets = board_document(board, NOW.date()), (board_sheet(board), virksomhed_sheet(store).sheet)
    texts: dict[str, Any] = {kind: render_dokument(document, kind) for kind in ("txt", "md", "html", "json")}
    texts |= {f"csv{place}": render_regneark(sheet, "csv") for place, sheet in enumerate(sheets)}
    return {name: str(text) for name, text in texts.items()}


def test_no_alias_name_or_text_of_a_borger_is_shared(built: Store) -> None:
    texts, kept_back = shared(built), secrets(built)

    assert len(kept_back) > 300
    assert [(name, secret) for name, text in texts.items() for secret in kept_back if secret in text] == []
    assert all("Feje hos nummer 4" in texts[name] for name in ("txt", "md", "html", "json", "csv0"))


def test_the_one_that_names_a_borger_waits(built: Store) -> None:
    board = gather_board(built, NOW.date(), own_only=False)

    assert len(board.held_back) == 1
    assert len(board.openings) == len(built.door(Jobabning).find(status="aben")) - 1
