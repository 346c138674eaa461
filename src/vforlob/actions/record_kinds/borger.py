"""What is asked of a borger, and the rules of an alias. Knows no prompt and no file."""

from typing import Any

from vforlob.actions.record_kinds.base import Columns, RecordFelt, RecordKind, choices, today_of
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.borger import Borger
from vforlob.model.text import fold
from vforlob.store.aliases import aliases_used
from vforlob.store.store import Store

LONGEST_ALIAS = 30
PARATHED = choices(klar="Klar", taet_pa="Tæt på", laengere_fra="Længere fra")

FELTER = (
    RecordFelt(
        Felt("alias", "Alias", "kort", help="Et bogstav og et tal eller en bindestreg, fx Æ-7. Ikke et navn."),
        required=True,
    ),
    RecordFelt(
        Felt(
            "malgruppe", "Målgruppe", "tekst", help="Med egne ord, fx aktivitetsparat. Lovens ord: vforlob regler vis."
        ),
        required=True,
    ),
    RecordFelt(
        Felt("parathed", "Hvor tæt på arbejde", "valg", choices=PARATHED, help="Din vurdering i dag. Den kan rettes."),
        required=True,
    ),
    RecordFelt(Felt("skal_til", "Det skal der til", "tekst", help="Hvad skal der konkret til, før næste skridt?")),
    RecordFelt(Felt("henvist", "Henvist den", "dato", help="Den dag, du fik borgeren.")),
    RecordFelt(Felt("cv", "Har borgeren et CV", "janej")),
    RecordFelt(Felt("cv_opdateret", "CV opdateret den", "dato")),
    RecordFelt(Felt("sagsbehandler", "Sagsbehandler", "kort", help="Så du ved, hvem du skal ringe til.")),
    RecordFelt(Felt("navn", "Navn", "kort"), named=True),
    RecordFelt(Felt("telefon", "Telefon", "kort"), named=True),
    RecordFelt(Felt("kan_jeg", "Det kan jeg", "tekst", help="Borgerens egne ord til en arbejdsgiver. Én linje.")),
    RecordFelt(Felt("har_brug_for", "Det har jeg brug for", "tekst", help="Borgerens egne ord. Én linje.")),
    RecordFelt(Felt("hjaelper_mig", "Sådan hjælper du mig", "tekst", help="Det, arbejdspladsen kan gøre. Én linje.")),
)


def _make(store: Store, columns: Columns) -> Borger:
    return store.door(Borger).add(Borger(nr=0, **columns, oprettet=today_of(store)))


def _mend(store: Store, record: Any, columns: Columns) -> Borger:
    return store.door(Borger).change(record.nr, **columns)


def _alias(store: Store, value: Value, nr: int | None) -> str:
    alias = fold(str(value).strip())
    has_letter = any(character.isalpha() for character in alias)
    if not has_letter or not any(character.isdigit() or character == "-" for character in alias):
        return "Et alias har mindst et bogstav og et tal eller en bindestreg, fx Æ-7."
    if alias[0] in "bvfs" and alias[1:].isdigit():
        return "b, v, f og s med et tal er numre i vforlob. Sæt en bindestreg ind, fx B-7."
    if len(alias) > LONGEST_ALIAS:
        return f"Et alias har højst {LONGEST_ALIAS} tegn."
    if any(other != nr and fold(ever) == alias for other, ever in aliases_used(store)):
        return "Det alias er eller har været i brug. Vælg et andet."
    return ""


KIND = RecordKind("borger", FELTER, _make, _mend, columns={"alias": _alias})
