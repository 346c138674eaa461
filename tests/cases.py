"""A case with a text found nowhere else in every column of every record, and whom each may be given to."""

from typing import Any, get_type_hints

from building import make_case
from vforlob.model.accounts import Indstilling
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Fremmode, Kontakt, Taet, Udsat
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.opgave import Opgave
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.case import load_case
from vforlob.store.store import Store

DAY = "2026-11-10"
LETTERS = {"B": "borger", "V": "virksomhed", "M": "mentor", "S": "sagsbehandler", "J": "journal"}

# Read off the contract, by hand: record, column, who may be given it. What stands nowhere here is nobody's to read.
EXPECTED: dict[str, dict[str, str]] = {
    "borger": {
        **dict.fromkeys(("malgruppe", "sagsbehandler", "erhvervserfaring", "skolegang", "interesser", "andet"), "BSJ"),
        **dict.fromkeys(("sted", "kan_jeg", "har_brug_for", "hjaelper_mig"), "BSJ"),
        "skal_til": "SJ",
        "alias": "SJ",
        **dict.fromkeys(("navn", "telefon"), ""),
    },
    "virksomhed": {
        **dict.fromkeys(("navn", "branche", "sted", "kontakt", "telefon", "email"), "BVMSJ"),
        "cvr": "SJ",
    },
    "forlob": {
        **dict.fromkeys(("hensigt", "fast_tid", "kontakt_kommune", "stedfortraeder"), "BVMSJ"),
        **dict.fromkeys(("kontakt_virksomhed", "mentor"), "BVMSJ"),
        **dict.fromkeys(("rejse", "timer_grund"), "BSJ"),
        "uden_formode": "SJ",
    },
    "hensyn_til_alle": {
        **dict.fromkeys(("hensyn", "behov", "reformulering", "hvorfor"), "BSJ"),
        "losning": "BVMSJ",
    },
    "hensyn_til_lederen": {"losning": "BVSJ", "behov": "BSJ", "hvorfor": "BSJ", "hensyn": "BSJ"},
    "hensyn_til_ingen": {"losning": "BSJ", "behov": "BSJ", "hvorfor": "BSJ", "hensyn": "BSJ"},
    "hensyn_uden_betydning": {"losning": "BSJ", "behov": "BSJ", "hvorfor": "BSJ", "hensyn": "B"},
    "hensyn_trukket": {"losning": "SJ", "behov": "SJ", "hvorfor": "SJ", "hensyn": "SJ"},
    "aftale_faelles": {"hvad": "BVSJ", "grund": "BVSJ", "hvem_andre": "BVSJ"},
    "aftale_borger": {"hvad": "BSJ", "grund": "BSJ", "hvem_andre": "BSJ"},
    "aftale_mentor": {"hvad": "MSJ", "grund": "MSJ", "hvem_andre": "MSJ"},
    "aftale_for_forlobet": {"hvad": "BSJ", "grund": "BSJ", "hvem_andre": "BSJ"},
    "delmal_delt": dict.fromkeys(("specifikt", "malbart", "attraktivt", "realistisk", "tekst"), "BVMSJ"),
    "delmal_eget": dict.fromkeys(("specifikt", "malbart", "attraktivt", "realistisk", "tekst"), "BSJ"),
    "opgave": dict.fromkeys(("opgave", "tilpasning", "hjaelpemidler"), "BVMSJ"),
    "timer": {"grund": "BSJ"},
    "lonkroner": dict.fromkeys(("opgaver", "tekst"), "BVSJ"),
    "kontakt": {"tekst": "SJ"},
    "fravaer": {"besked": "SJ"},
    "taet": dict.fromkeys(("grund", "vi_gor"), "SJ"),
    "onske": {"onske": "BSJ", "branche": "BSJ", "tekst": "SJ"},
    "koordinering": dict.fromkeys(("indsats", "hvornar", "hvem"), "BSJ"),
    "udsat": {"grund": "SJ"},
}
# Columns that hold ids, days and places, and are no text.
_NO_TEXTS = frozenset(
    {
        *("art", "status", "trin", "timetype", "kanal", "naet", "hvem_ringede", "svar", "betydning", "virker", "delt"),
        *("sted_i_samtale", "vitas", "parathed", "cv", "transport", "vaert", "hensigt_art", "udfald", "ud_ad_doren"),
        *("henvist", "cv_opdateret", "oprettet", "start", "slut", "lukket", "eftervaern", "frist", "afsluttet", "til"),
        *("aftalt", "trukket", "status_dato", "trin_siden", "fra", "dato", "rolle", "kl"),
    }
)


def mark(name: str, column: str) -> str:
    return f"KANARIE {name} {column} Q".replace("_", " ")


def sown(name: str, record: Any) -> Any:
    """The record with a canary in every column that holds a text."""
    hints = get_type_hints(type(record))
    columns = [column for column in record._fields if hints[column] in (str, str | None) and column not in _NO_TEXTS]
    if isinstance(record, Udsat):
        columns.remove("hvad")
    if isinstance(record, Borger):
        columns.remove("alias")
    return record._replace(**{column: mark(name, column) for column in columns})


def full_case(store: Store) -> Case:
    """Everything that a case can hold beside its samtaler."""
    case = make_case(store, borger={"alias": "Æ-7"})
    assert case.forlob is not None
    assert case.virksomhed is not None
    borger, forlob = case.borger.nr, case.forlob.nr
    with store.doing("opsaet"):
        store.door(Indstilling).add(Indstilling(0, "navne", "ja", DAY))
    with store.doing("prove"):
        _sow_people(store, case)
        _sow_hensyn(store, borger, forlob)
        _sow_agreed(store, borger, forlob)
        _sow_days(store, borger, forlob)
    return load_case(store, forlob=forlob)


def _sow_people(store: Store, case: Case) -> None:
    assert case.forlob is not None
    assert case.virksomhed is not None
    for kind, name, record in (
        (Borger, "borger", case.borger),
        (Virksomhed, "virksomhed", case.virksomhed),
        (Forlob, "forlob", case.forlob),
    ):
        changed = sown(name, record)._asdict()
        columns = {column: value for column, value in changed.items() if value != getattr(record, column)}
        store.door(kind).change(record.nr, **columns)


def _sow_hensyn(store: Store, borger: int, forlob: int) -> None:
    hensynene, clearances = store.door(Hensyn), store.door(Clearance)
    for name, roles, over in (
        ("hensyn_til_alle", {"leder": "ma", "mentor": "ma"}, {}),
        ("hensyn_til_lederen", {"leder": "ma", "mentor": "sporg"}, {}),
        ("hensyn_til_ingen", {"leder": "ma_ikke"}, {}),
        ("hensyn_uden_betydning", {}, {"betydning": "nej"}),
        ("hensyn_trukket", {"leder": "ma", "mentor": "ma"}, {"status": "trukket", "trukket": DAY}),
    ):
        kept = hensynene.add(sown(name, Hensyn(0, borger, oprettet=DAY))._replace(**over))
        for rolle, svar in roles.items():
            clearances.add(Clearance(0, kept.nr, forlob, rolle, svar, DAY))


def _sow_agreed(store: Store, borger: int, forlob: int) -> None:
    aftaler, delmalene = store.door(Aftale), store.door(Delmal)
    for name, over in (
        ("aftale_faelles", {"til_stede": ("borger", "leder"), "hvem": ("borger", "andre")}),
        ("aftale_borger", {"til_stede": ("borger", "leder"), "modtagere": ("borger",)}),
        ("aftale_mentor", {"til_stede": ("borger", "leder"), "modtagere": ("mentor",)}),
        ("aftale_for_forlobet", {"til_stede": ("borger", "leder"), "forlob": None}),
    ):
        plain = Aftale(0, borger, forlob, oprettet=DAY, status="gjort", afsluttet="2026-11-12")
        aftaler.add(sown(name, plain)._replace(**over))
    for name, delt in (("delmal_delt", "ja"), ("delmal_eget", "nej")):
        plain_goal = Delmal(0, borger, forlob, oprettet=DAY, delt=delt, status="naet", status_dato=DAY)
        delmalene.add(sown(name, plain_goal))


def _sow_days(store: Store, borger: int, forlob: int) -> None:
    for name, record in (
        ("opgave", Opgave(0, borger, forlob, trin="med_hjaelp", trin_siden=DAY)),
        ("timer", Timer(0, borger, forlob, DAY, praktik=38.0)),
        ("lonkroner", Lonkroner(0, borger, forlob, DAY, "italesat")),
        ("kontakt", Kontakt(0, borger, forlob, DAY, "telefon", ("borger", "virksomhed"))),
        ("fravaer", Fravaer(0, borger, forlob, DAY, "syg")),
        ("taet", Taet(0, borger, forlob, DAY, "ja")),
        ("onske", Onske(0, borger, 1, status_dato=DAY, status="afvist")),
        ("koordinering", Koordinering(0, borger)),
        ("udsat", Udsat(0, borger, forlob, "kontakt", 0, "2026-11-13", dato=DAY)),
    ):
        store.door(type(record)).add(sown(name, record))
    counted = Fremmode(0, borger, forlob, "2026-11-04", DAY, 713, 707, 701, 702, 703, 704, 705)
    store.door(Fremmode).add(counted)
