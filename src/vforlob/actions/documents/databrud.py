"""What was on a machine that is lost, as a paper for the DPO: counts and kinds, never a name. Knows no store."""

from collections.abc import Sequence

from vforlob.actions.databrud import CONTACTS, COPY, Content, Databrud, Discovery, File, clear_files
from vforlob.actions.databrud_words import (
    COUNTED,
    LEGAL,
    UNKNOWN_HERE,
    copies_said,
    deadline_said,
    encryption_said,
    moment,
    sensitive_names,
    steps,
    who_could_open,
)
from vforlob.actions.documents.blocks import bullets, fields, items, paragraph, section, table
from vforlob.actions.documents.finished import KONSULENT, finished
from vforlob.actions.documents.sag_words import short_day
from vforlob.model.dokument import Blok, Dokument, Kolonne, Led, Tabel, Tekst
from vforlob.rules.danish import clock, counted, plain_date
from vforlob.rules.voices import DOCUMENTS

ART = "databrud"
TITLE = "Databrud: hvad der var på computeren"
NO_KEY = (
    "Lavet uden nøgle. Hvad der er følsomt, hvilke filer der lå i klar tekst, og hvilken dag det nyeste er fra, kan "
    "først ses, når mappen eller en kopi bliver åbnet: vforlob databrud --kopi STI"
)
NOTHING_KNOWN = (
    "Hvor meget der var på computeren, kan ikke ses: Mappen kunne ikke åbnes, og der er ingen kopi her. Har du en kopi "
    "på en USB-nøgle eller et drev, så skriv: vforlob databrud --kopi STI"
)
DEMO = "Det er en demo med opdigtede personer. Der er ikke oplysninger om nogen i den."
MOST_FILES = 60
FIRST_CONTACTS = "virksomhed"


def databrud_document(found: Databrud, discovery: Discovery) -> Dokument:
    now = discovery.nu
    made = Dokument(
        art=ART,
        titel=TITLE,
        modtager=KONSULENT,
        undertitel=f"Til kommunens databeskyttelsesrådgiver, {plain_date(now.date())} {clock(now.strftime('%H:%M'))}",
        dato=now.date().isoformat(),
        blokke=(
            Tekst(deadline_said(discovery), "fremhaevet"),
            *paragraph(DEMO if found.er_demo else ""),
            *fields((("Opdaget", moment(discovery, "opdaget")), ("Set efter i", _source(found)))),
            *section("Det skal gøres, i denne rækkefølge", bullets(steps(discovery), numbered=True)),
            *section("Var det krypteret", (Tekst(encryption_said(found)),)),
            *section("Hvem kunne åbne det", bullets(who_could_open(found.laas))),
            *section("Hvad der var", _content(found)),
            *section("Filer i klar tekst", _files(found)),
            *section("Kopier", (Tekst(copies_said(found)),)),
            *section("Det kan programmet ikke se", bullets(UNKNOWN_HERE)),
            Tekst(LEGAL, "daempet"),
        ),
    )
    return finished(made, "")


def _source(found: Databrud) -> str:
    if found.kilde == COPY:
        day = plain_date(found.kopier[0].dag) if found.kopier else "en dag, der ikke kendes"
        return f"en kopi fra {day}; det, der er skrevet senere, er ikke talt med"
    if found.uden_noegle and found.manifest_dag:
        return f"optællingen ved den nyeste kopi, {plain_date(found.manifest_dag)}"
    return "datamappen på denne computer"


def _content(found: Databrud) -> tuple[Blok, ...]:
    content = found.indhold
    if content is None:
        return (Tekst(NOTHING_KNOWN),)
    return (
        *paragraph(NO_KEY if found.uden_noegle else ""),
        _counts(content),
        *fields(_facts(content)),
        *section("Følsomme oplysninger", _sensitive(content), level=3),
    )


def _counts(content: Content) -> Tabel:
    rows = tuple(
        (_capital(one if count == "1" else many), count)
        for name, one, many in COUNTED
        if (count := _number_of(content, name))
    )
    columns = (Kolonne("Oplysning", bredde=4), Kolonne("Antal", "tal"))
    return Tabel("Personer og oplysninger", columns, rows)


def _number_of(content: Content, name: str) -> str:
    """Empty for what is not known of. A virksomhed holds its first kontaktperson itself: without the key it cannot be
    told of how many that is so.
    """
    if name not in content.raekker:
        return ""
    own = content.raekker.get(FIRST_CONTACTS, 0) if name == CONTACTS and content.foelsomt is None else 0
    return f"højst {content.raekker[name] + own}" if own else str(content.raekker[name])


def _facts(content: Content) -> tuple[tuple[str, str], ...]:
    span = (
        f"{plain_date(content.foerste)} til {plain_date(content.nyeste)}" if content.nyeste and content.foerste else ""
    )
    names = (
        ""
        if content.med_navn is None
        else "Ingen navne eller numre; borgerne står med alias"
        if not (content.med_navn or content.med_telefon)
        else f"{counted(content.med_navn, 'borger', 'borgere')} med navn, {content.med_telefon} med telefonnummer"
    )
    return (("Skrevet fra", span), ("Navne", names), ("Cpr-numre", "Der er intet felt til dem"))


def _sensitive(content: Content) -> tuple[Blok, ...]:
    if content.foelsomt is None:
        return ()
    if not content.foelsomt:
        return (Tekst("Ingen felter med følsomme oplysninger er udfyldt."),)
    return items(Led(f"{text}: {counted(count, 'gang', 'gange')}") for text, count in sensitive_names(content.foelsomt))


def _files(found: Databrud) -> tuple[Blok, ...]:
    if found.indhold is None or found.indhold.filer is None:
        return (Tekst("Kan ikke ses uden nøglen."),)
    there, gone = clear_files(found.indhold.filer)
    away = f"{counted(len(gone), 'fil', 'filer')} er lavet og slettet igen." if gone else ""
    if not there:
        return (Tekst(f"Ingen, som programmet har lavet og ikke ved er væk. {away}".strip()),)
    left_out = len(there) - MOST_FILES
    shown = there[-MOST_FILES:]
    return (
        Tekst(
            f"{counted(len(there), 'fil', 'filer')} er ikke krypteret og, så vidt programmet ved, ikke slettet. {away}"
        ),
        *table("Filerne", _COLUMNS, _rows(shown)),
        *paragraph(f"De nyeste {MOST_FILES} er vist; der er {left_out} ældre." if left_out > 0 else "", "daempet"),
    )


_COLUMNS = (
    *(Kolonne("Lavet", "dato", 2), Kolonne("Dokument", bredde=3), Kolonne("Til", bredde=3)),
    Kolonne("Format", bredde=2),
)


def _rows(files: Sequence[File]) -> list[tuple[str, ...]]:
    return [(short_day(it.dag), DOCUMENTS.get(it.hvad, it.hvad), it.modtager or "", it.format) for it in files]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
