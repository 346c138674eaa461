"""Read one point of an agenda file with its felter, noting every fault. Knows no other point and no screen."""

from vforlob.agenda.check_kind import ForKind, read_for_kind
from vforlob.agenda.condition import ART, FORLOB, KEYWORDS
from vforlob.agenda.reading import Table, tables_under
from vforlob.agenda.words import (
    FELT,
    FELT_WORDS,
    HEAD,
    LONGEST_HELP,
    LONGEST_ID,
    LONGEST_LABEL,
    MOST_FELTER,
    PART_WORDS,
    PUNKT_WORDS,
    RESERVED_FELTER,
    SCALARS,
    TYPES,
)
from vforlob.agenda.writes import WRITES
from vforlob.model.agenda import RECIPIENTS, Felt, Punkt
from vforlob.model.answers import SVAR

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ALWAYS_GIVEN = ("sagsbehandler", "journal")
_IN_HEAD = "hører til øverst i filen, over det første [[punkt]]."
_IN_PUNKT = "hører til punktet. Flyt linjen op over punktets første [[punkt.felt]]."
_IN_FELT = "hører til et felt. Flyt linjen ned under [[punkt.felt]]."
_ELSEWHERE_THAN_PUNKT = dict.fromkeys(HEAD, _IN_HEAD) | dict.fromkeys(FELT_WORDS, _IN_FELT)
_ELSEWHERE_THAN_FELT = dict.fromkeys(HEAD, _IN_HEAD) | dict.fromkeys(PUNKT_WORDS, _IN_PUNKT)
# What a row must hold to be told which record of the case it is.
_IDENTITY = {"hensyn": "nr", "opgaver": "opgave", "delmal": "nr"}
_CHOICES = "valg"  # one row for each choice of the first column


def read_punkt(table: Table, number: str) -> Punkt:
    punkt_id = table.identifier(LONGEST_ID)
    if punkt_id:
        table.place = f"punkt {number} »{punkt_id}«"
    table.only((*PUNKT_WORDS, FELT), _ELSEWHERE_THAN_PUNKT)
    table.need("id", "tekst", "type")
    kind = table.word("type", TYPES)
    alone = table.flag("kun_til_dig")
    punkt = Punkt(
        id=punkt_id,
        text=table.text("tekst", LONGEST_LABEL),
        kind=kind,
        number=number,
        help=table.text("hjaelp", LONGEST_HELP, lines=True),
        why=table.text("hvorfor", LONGEST_HELP, lines=True),
        section=table.text("afsnit", LONGEST_LABEL),
        condition=table.text("hvis", LONGEST_HELP),
        part=table.word("part", PART_WORDS),
        modtagere=_modtagere(table, alone),
        alone=alone,
        writes=table.words("skriver", tuple(WRITES)) or (),
        thorough=table.flag("grundig"),
        enabled=table.flag("slaet_til", default=True),
        appendix=table.flag("tillaeg"),
    )
    return _with_felter(punkt, table, read_for_kind(table, kind))


def place_of(punkt: Punkt, felt: Felt | None = None) -> str:
    """How it is called in a fault: punkt 4 »fremmode«, felt »syg«."""
    place = f"punkt {punkt.number} »{punkt.id}«" if punkt.id else f"punkt {punkt.number}"
    return f"{place}, felt »{felt.id}«" if felt is not None and not punkt.is_scalar else place


def note_id(table: Table, name: str, seen: dict[str, int], reserved: tuple[str, ...]) -> None:
    """Refuse an id that is taken; `seen` has the line of each so far."""
    if not name:
        return
    if name in reserved or name in KEYWORDS:
        table.refuse(f"»{name}« bruger programmet selv. Vælg et andet id.", "id")
    elif name in seen:
        table.refuse(f"Id'et »{name}« er brugt før, i linje {seen[name]}. Vælg et andet.", "id")
    seen.setdefault(name, table.line("id"))


def _with_felter(punkt: Punkt, table: Table, for_kind: ForKind) -> Punkt:
    if punkt.is_scalar:
        if table.has(FELT) and punkt.kind:
            table.refuse(f'Kun gruppe og liste har felter. Skriv type = "gruppe" i stedet for »{punkt.kind}«.', "type")
        return punkt._replace(felter=(_only_felt(punkt, for_kind),))
    felter = _felter(punkt, table)
    identity = _IDENTITY.get(for_kind.known, "")
    if identity and not any(felt.id == identity and not felt.outside_rows for felt in felter):
        table.refuse(f"En liste med kendte = »{for_kind.known}« skal have feltet »{identity}«.", "kendte")
    if for_kind.known == _CHOICES and not _begins_with_choices(felter):
        table.refuse('En liste med kendte = "valg" skal begynde med et felt af typen »valg« uden betingelse.', "kendte")
    return punkt._replace(felter=felter, known=for_kind.known, min=for_kind.min, max=for_kind.max)


def _begins_with_choices(felter: tuple[Felt, ...]) -> bool:
    """Whether the rows can be told from the choices of the first column; a type that is wrong has been told already."""
    first = next((felt for felt in felter if not felt.outside_rows), None)
    return first is None or (first.kind in {"valg", ""} and not (first.condition or first.known))


def _only_felt(punkt: Punkt, for_kind: ForKind) -> Felt:
    """A scalar point asks one thing: itself."""
    return Felt(
        SVAR, punkt.text, punkt.kind, punkt.help, "", punkt.part, punkt.modtagere, punkt.alone, False, *for_kind
    )


def _felter(punkt: Punkt, table: Table) -> tuple[Felt, ...]:
    rows = tables_under(table, FELT, "[[punkt.felt]]")
    if not table.has(FELT):
        table.refuse(
            f"En {punkt.kind} skal have felter. Et felt begynder med [[punkt.felt]] på sin egen linje.", "type"
        )
    if len(rows) > MOST_FELTER:
        table.refuse(f"Punktet har {len(rows)} felter. Der kan højst være {MOST_FELTER}.", FELT, MOST_FELTER)
    felter: list[Felt] = []
    seen: dict[str, int] = {}
    for index, row in enumerate(rows):
        felt_table = table.inside(row, f"felt {index + 1}", FELT, index)
        felter.append(_felt(punkt, felt_table))
        note_id(felt_table, felter[-1].id, seen, RESERVED_FELTER)
    if rows and punkt.is_liste and all(felt.outside_rows for felt in felter):
        table.refuse("Listen har ingen felter i sine rækker. Mindst ét felt skal stå uden »uden_for_raekker«.", "type")
    return tuple(felter)


def _felt(punkt: Punkt, table: Table) -> Felt:
    """What the point says of `part`, `modtagere` and `kun_til_dig` holds for its felter, unless they say otherwise."""
    felt_id = table.identifier(LONGEST_ID)
    if felt_id:
        table.place = f"{place_of(punkt)}, felt »{felt_id}«"
    if punkt.id == FORLOB and felt_id == ART:
        table.refuse("»forlob.art« er forløbets art. Kald punktet eller feltet noget andet.", "id")
    table.only(FELT_WORDS, _ELSEWHERE_THAN_FELT)
    table.need("id", "tekst", "type")
    kind = _felt_kind(table)
    alone = table.flag("kun_til_dig") or punkt.alone
    modtagere = _modtagere(table, alone)
    return Felt(
        felt_id,
        table.text("tekst", LONGEST_LABEL),
        kind,
        table.text("hjaelp", LONGEST_HELP, lines=True),
        table.text("hvis", LONGEST_HELP),
        table.word("part", PART_WORDS) or punkt.part,
        punkt.modtagere if modtagere is None else modtagere,
        alone,
        _stands_outside(punkt, table),
        *read_for_kind(table, kind),
    )


def _felt_kind(table: Table) -> str:
    kind = table.word("type", TYPES)
    if kind and kind not in SCALARS:
        table.refuse(f"Et felt kan ikke være af typen »{kind}«. Kun et punkt kan have felter.", "type")
        return ""
    return kind


def _stands_outside(punkt: Punkt, table: Table) -> bool:
    outside = table.flag("uden_for_raekker")
    if outside and punkt.kind == "gruppe":
        table.refuse("»uden_for_raekker« bruges kun i en liste.", "uden_for_raekker")
    return outside


def _modtagere(table: Table, alone: bool) -> tuple[str, ...] | None:
    """None when the file does not say. Sagsbehandler and journal cannot be left out, and are all that is left alone."""
    named = table.words("modtagere", RECIPIENTS)
    if alone and set(named or ()) - set(_ALWAYS_GIVEN):
        table.refuse("»kun_til_dig« går kun til sagsbehandler og journal. Slet det eller »modtagere«.", "modtagere")
    if alone:
        return _ALWAYS_GIVEN
    return None if named is None else tuple(word for word in RECIPIENTS if word in named or word in _ALWAYS_GIVEN)
