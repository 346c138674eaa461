"""The figures of `læring` as a document and as a workbook, without a name of anybody or any place. Counts nothing."""

from collections.abc import Iterable

from vforlob.actions.documents.blocks import bullets, items, paragraph, section
from vforlob.actions.documents.finished import KONSULENT, finished
from vforlob.actions.laering import Laering
from vforlob.actions.laering_words import (
    DEFINITIONS,
    HELD,
    NOT_BROKEN,
    SMALL,
    UNKNOWN,
    outcome_name,
    sign_name,
    week_name,
)
from vforlob.model.dokument import Blok, Dokument, Figur, Kolonne, Led, Maling, Serie, Tabel
from vforlob.model.regneark import Fane, Regneark, Sojle
from vforlob.rules.danish import counted, month_name
from vforlob.rules.laering.endings import Endings, Group
from vforlob.rules.laering.small import TOO_FEW, caution, part_of
from vforlob.rules.laering.survival import Going

ART = "laering"
NOBODY = ""
ONLY_YOU = "Kun til dig"
COUNTS = ("I alt", "Efter planen", "Stoppet", "Afbrudt", "Aldrig i gang", "Andet")
GOING = ("Forløb", "I gang", "Afbrudt", "Sluttet på anden måde")
SEEN = "Hvor mange forløb der var i gang efter hver uge; tallene står med ord herunder."
_WEEKS = "I gang efter 1, 2, 4, 8 og 13 uger"


def laering_document(laering: Laering) -> Dokument:
    blocks: tuple[Blok, ...] = (
        *paragraph(f"{SMALL} {NOT_BROKEN}", "daempet"),
        *section("Sådan sluttede de", _outcomes(laering)),
        *section(_WEEKS, _survival(laering.overlevelse)),
        *section("Ugen, de sluttede i", _table("Uge", ((week_name(it.navn), it.endings) for it in laering.uger))),
        *section("Tegn, der stod, da de sluttede", _signs(laering.tegn)),
        *section("Branche", _table("Branche", ((it.navn or UNKNOWN, it.endings) for it in laering.brancher))),
        *section("Formøde", _table("Formøde", _held(laering.formode))),
        *section("Afsluttende samtale", _table("Afsluttende samtale", _held(laering.afslutning))),
        *section("Det tæller tallene", items(Led(f"{it.tekst} Kilde: {it.kilde}.", it.navn) for it in DEFINITIONS)),
    )
    made = Dokument(
        art=ART,
        titel="Læring af forløbene",
        modtager=KONSULENT,
        blokke=blocks,
        undertitel=period_words(laering),
        dato=laering.dato,
        sidehoved=ONLY_YOU,  # a count of one in a branche is somebody
    )
    return finished(made, NOBODY)


def period_words(laering: Laering) -> str:
    """22 lukkede forløb siden marts 2026, 12 i gang"""
    closed = counted(laering.lukket, "lukket forløb", "lukkede forløb")
    since = f" siden {month_name(f'{laering.fra}-01')} {laering.fra[:4]}" if laering.fra else ""
    return f"{closed}{since}, {laering.i_gang} i gang"


def named(signs: Iterable[Group]) -> list[Group]:
    """By their names in the alphabet: no sign is worse than another."""
    return sorted(signs, key=lambda it: by_alphabet(sign_name(it.navn)))


def by_alphabet(name: str) -> str:
    """Danish: å is the last letter, and capitals do not come first."""
    return name.casefold().replace("å", "øå")


def sign_line(sign: Group) -> str:
    return f"{sign_name(sign.navn)}: {sign_words(sign)}"


def sign_words(sign: Group) -> str:
    """4 af 7 afbrudt"""
    return f"{part_of(sign.endings.afbrudt, sign.endings.alle)} afbrudt"


def going_words(going: Going) -> str:
    """17 af 22 var i gang, 3 afbrudt, 2 sluttet på anden måde"""
    if not going.alle:
        return "ingen har nået så langt endnu"
    parts = [f"{part_of(going.i_gang, going.alle)} var i gang"]
    parts += [f"{going.afbrudt} afbrudt"] if going.afbrudt else []
    parts += [f"{going.sluttet} sluttet på anden måde"] if going.sluttet else []
    few = caution(going.alle)
    return ", ".join([*parts, *([few] if few else [])])


def _signs(signs: Iterable[Group]) -> tuple[Blok, ...]:
    """Those that say nothing yet stand together, so that it is said once."""
    found = named(signs)
    few = [it for it in found if caution(it.endings.alle)]
    return (
        *bullets(map(sign_line, (it for it in found if it not in few))),
        *(paragraph(f"{TOO_FEW.capitalize()}:") if few else ()),
        *bullets(map(sign_line, few)),
    )


def _outcomes(laering: Laering) -> tuple[Blok, ...]:
    rows = tuple((outcome_name(it.kode), str(it.antal)) for it in laering.udfald)
    return (Tabel("Udfald", (Kolonne("Udfald", bredde=4), Kolonne("Antal", "tal")), rows),) if rows else ()


def _survival(weeks: tuple[Going, ...]) -> tuple[Blok, ...]:
    figur = survival_figure(weeks)
    return (figur, *bullets(f"uge {it.uge}: {going_words(it)}" for it in weeks)) if figur else ()


def survival_figure(weeks: Iterable[Going]) -> Figur | None:
    """Bars of all that have had the time: those going, those that ended otherwise, those broken off. Its numbers stand
    in the lines that follow.
    """
    known = [it for it in weeks if it.alle]
    if not known:
        return None
    parts = (("i gang", "i_gang"), ("sluttet på anden måde", "sluttet"), ("afbrudt", "afbrudt"))
    series = tuple(
        Serie(name, tuple(Maling(f"uge {it.uge}", getattr(it, column)) for it in known)) for name, column in parts
    )
    return Figur("Forløb i gang", "sojler", series, SEEN, "forløb", 0)


def _table(name: str, rows: Iterable[tuple[str, Endings]]) -> tuple[Blok, ...]:
    """Only rows that count something, and the last two columns only where they do."""
    found = [(label, endings) for label, endings in rows if endings.alle]
    if not found:
        return ()
    used = _used(endings for _, endings in found)
    columns = (Kolonne(name, bredde=3), *(Kolonne(COUNTS[at], "tal") for at in used))
    return (Tabel(name, columns, tuple((label, *(str(endings[at]) for at in used)) for label, endings in found)),)


def _used(endings: Iterable[Endings]) -> tuple[int, ...]:
    found = tuple(endings)
    return tuple(at for at in range(len(COUNTS)) if at < 4 or any(it[at] for it in found))


def _held(groups: Iterable[Group]) -> Iterable[tuple[str, Endings]]:
    return ((HELD.get(it.navn, it.navn), it.endings) for it in groups)


def laering_book(laering: Laering) -> Regneark:
    going = tuple((it.uge, it.alle, it.i_gang, it.afbrudt, it.sluttet) for it in laering.overlevelse)
    weeks = (Sojle("Efter uge", "tal"), *_numbers(GOING))
    signs = tuple((sign_name(it.navn), it.endings.alle, it.endings.afbrudt) for it in named(laering.tegn))
    outcomes = tuple((outcome_name(it.kode), it.antal) for it in laering.udfald)
    return Regneark(
        f"Læring af forløbene: {period_words(laering)}",
        (
            Fane("Udfald", (Sojle("Udfald"), *_numbers(("Antal",))), outcomes, ("Udfald", "Antal")),
            Fane("I gang", weeks, going, ("Efter uge", "I gang", "Afbrudt", "Sluttet på anden måde")),
            _fane("Sluttede i uge", "Uge", ((week_name(it.navn), it.endings) for it in laering.uger)),
            Fane("Tegn", (Sojle("Tegn"), *_numbers(("Lukkede forløb", "Afbrudt"))), signs),
            _fane("Branche", "Branche", ((it.navn or UNKNOWN, it.endings) for it in laering.brancher)),
            _fane("Formøde", "Formøde", _held(laering.formode)),
            _fane("Afsluttende samtale", "Afsluttende samtale", _held(laering.afslutning)),
        ),
    )


def _fane(name: str, first: str, rows: Iterable[tuple[str, Endings]]) -> Fane:
    return Fane(name, (Sojle(first), *_numbers(COUNTS)), tuple((label, *endings) for label, endings in rows))


def _numbers(names: Iterable[str]) -> tuple[Sojle, ...]:
    return tuple(Sojle(name, "tal") for name in names)
