"""What people call the columns of their own spreadsheets. Knows headers and words, no value and no file."""

import re

from vforlob.model.text import search_fold
from vforlob.rules.virksomhed_columns import VIRKSOMHED_COLUMNS

CPR = "cpr"

_CPR = re.compile(r"\bcpr|\bpersonn(?:umme)?r|\bfodselsnummer")
_OF_THE_FIRM = re.compile(r"virksomhed|firma|kontakt|leder|arbejds|butik")
_OF_A_PERSON = re.compile(r"\b(?:cpr|malgruppe|borger|alias|initialer|parathed)")
_ELSEWHERE = re.compile(r"sagsbehandler|virksomhed|firma|arbejds|laege|kontakt|radgiver")
REACH = frozenset({"telefon", "email"})

_SPOKEN = r"(?:sidste|seneste) (?:kontakt|opfolgning|samtale|besog|mode)\b|sidst (?:talt|set)|sidst kontaktet"

# In the order they are tried: the narrow before the wide, so that "Kontaktperson tlf." is a telephone number.
_WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "borger": (
        ("sidste_kontakt", _SPOKEN),
        ("alias", r"^(?:alias(?:ser)?|kode|borger ?kode|pseudonym|kaldenavn|initialer|init|borger ?(?:nr|id))$"),
        ("telefon", r"\b(?:tlf|telefon|mobil)"),
        ("cv_opdateret", r"\bcv\b.*(?:dato|opdater|gennemg|sidst| den)|(?:dato|opdater|gennemg|sidst).*\bcv\b"),
        ("cv", r"\bcv\b"),
        ("malgruppe", r"malgruppe|ydelse|forsorgelse|kontaktgruppe|visitationskategori|matchgruppe|^kategori$"),
        ("henvist", r"henvist|visiteret|visitation|henvisning|modtaget|tildelt"),
        ("parathed", r"parathed|hvor taet|taet pa|jobklar|arbejdsparat|^match$"),
        ("skal_til", r"skal der til|naeste skridt"),
        ("sagsbehandler", r"^(?!.*(?:tlf|telefon|mobil|mail)).*(?:sagsbehandler|radgiver)|^sb$"),
        ("navn", r"navn|^borgere?$|^kandidat|^deltager|^person"),
    ),
    "virksomhed": (
        ("email", r"\be ?mail|\bmail"),
        ("telefon", r"\b(?:tlf|tel|telefon|mobil)"),
        ("cvr", r"\bcvr"),
        ("fast_tid", r"kontakttid|fast tid|ring helst|bedst at ringe|traeffes|ringetid"),
        ("ring_igen", r"ring(?:es)? (?:op )?igen|genopkald"),
        ("max_antal", r"\bhojst\b|\bmax|\bmaks|pladser|kapacitet"),
        ("rammer", r"hensyn|rammer"),
        ("vaert", r"vaert|erfaring|erfaren|haft (?:forlob|praktik)"),
        ("branche", r"branche|^fag|sektor"),
        ("sted", r"adresse|^by$|bynavn|postn(?:umme)?r|postdistrikt|^sted$|lokation|^(?:gade|vej)"),
        ("navn", r"virksomhed|firma|arbejdssted|arbejdsplads|arbejdsgiver|praktiksted|butik"),
        (
            "kontakt",
            r"^(?:kontakt|kontaktperson(?:er)?|leder|ansvarlig|kontaktnavn|mester)$|kontaktperson|^kontakt.*navn",
        ),
        ("navn", r"^navn|navn$"),
    ),
    "forlob": (
        ("sidste_kontakt", _SPOKEN),
        ("naeste_kontakt", r"(?:naeste|kommende|ny) (?:kontakt|opfolgning|samtale|besog|mode)\b|^opfolgning(?: den)?$"),
        ("virksomhed.email", r"\be ?mail|\bmail"),
        ("virksomhed.telefon", r"\b(?:tlf|tel|telefon|mobil)"),
        ("virksomhed.cvr", r"\bcvr"),
        ("virksomhed.branche", r"branche|sektor"),
        ("virksomhed.vaert", r"\bvaert|erfaren"),
        ("virksomhed.sted", r"adresse|^by$|bynavn|postn(?:umme)?r|postdistrikt|^sted$"),
        ("mentor", r"^mentor"),
        ("kontakt_virksomhed", r"kontaktperson|^kontakt$|^leder$"),
        ("timer_grund", r"hvorfor mere end"),
        ("uden_formode", r"uden formode"),
        ("start", r"\b(?:op)?start|begynd|forste dag|^fra$|fra dato"),
        ("slut", r"slut|udlob|ophor|sidste dag|^til$|til dato"),
        ("interval", r"interval|dage mellem"),
        ("timer", r"timer|timetal"),
        ("dage", r"ugedage|modedage|^dage$"),
        ("vitas", r"\bvitas"),
        ("hensigt", r"formal|hensigt"),
        ("art", r"^art$|type|tilbud|slags|indsats|ordning|^forlob$"),
        ("virksomhed", r"virksomhed|firma|arbejdssted|arbejdsplads|arbejdsgiver|praktiksted|^hos$|butik"),
        ("borger", r"^(?:alias|initialer|init|borger ?(?:nr|id|kode))$"),
        ("borger", r"borger|kandidat|deltager|^navn|navn$"),
    ),
}
_PATTERNS = {emne: tuple((target, re.compile(words)) for target, words in rows) for emne, rows in _WORDS.items()}
_WRITTEN = {search_fold(column.name): column.column for column in VIRKSOMHED_COLUMNS}
BY_NAME = -1  # as the program itself writes it
NO_GUESS = ("", len(max(_PATTERNS.values(), key=len)))


def plain_header(header: str) -> str:
    """ "CPR-nr." and "cpr nr" are one header."""
    return " ".join("".join(ch if ch.isalnum() else " " for ch in search_fold(header)).split())


def is_cpr_header(header: str) -> bool:
    return _CPR.search(plain_header(header)) is not None


def is_about_people(headers: tuple[str, ...]) -> bool:
    """A list of virksomheder that is a list of borgere as well: its telephone numbers may be theirs."""
    return any(_OF_A_PERSON.search(plain_header(header)) for header in headers)


def meant_by(emne: str, header: str, own_names: dict[str, str], mixed: bool = False) -> tuple[str, int]:
    """The column that was probably meant, and how far down the list of words it stood: the lower, the surer.

    `own_names` are the folded names the program uses itself.
    """
    written, plain = search_fold(header), plain_header(header)
    known = (_WRITTEN.get(written, "") if emne == "virksomhed" else "") or own_names.get(plain, "")
    if known and _is_theirs(emne, known, plain, mixed):
        return known, BY_NAME
    for rank, (target, words) in enumerate(_PATTERNS[emne] if plain else ()):
        if words.search(plain) and _is_theirs(emne, target, plain, mixed):
            return target, rank
    return NO_GUESS


def _is_theirs(emne: str, target: str, plain: str, mixed: bool) -> bool:
    """Whose telephone number it is stands in the header, or there is only one who could have it."""
    if target not in REACH:
        return True
    if emne == "borger":
        return not _ELSEWHERE.search(plain)
    return not mixed or _OF_THE_FIRM.search(plain) is not None
