"""What is said when a file cannot leave the program as it was asked for. Knows no document."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.eksport import (
    AmongOwnFiles,
    CaseNeedsForlob,
    ClearingNotAsked,
    EndingOfAnother,
    FileIsOpen,
    FormatNotPrinted,
    NameRefused,
    NoPdfHere,
    NothingInCase,
    NothingInPeriod,
    NotPrinted,
    PdfNotMade,
    PeriodTurnedAround,
    SignNotShown,
)
from vforlob.rules.danish import plain_date, quoted
from vforlob.rules.voices import RECIPIENTS as NAMES


@explains(SignNotShown)
def _(error: SignNotShown) -> list[str]:
    under = f" under {quoted(error.place)}" if error.place else ""
    return [
        f"Tegnet {error.sign} ({error.name}){under} findes ikke i den skrift, der bruges i PDF.",
        "Der er ikke lavet en fil.",
        "Skriv --erstat-tegn for at sætte ▯ i stedet, eller vælg --format docx, hvor tegnet bliver stående.",
    ]


@explains(NoPdfHere)
def _(_error: NoPdfHere) -> list[str]:
    return [
        "PDF kan ikke laves på denne slags computer.",
        "Vælg --format docx, og gem den som PDF i Word, eller vælg --format html, og skriv ud fra browseren.",
    ]


@explains(NameRefused)
def _(error: NameRefused) -> list[str]:
    if error.reason == "mappe":
        return [
            "Mappen, filen skulle ligge i, har en sti med tegn, der ikke kan læses. Der er ikke lavet en fil.",
            "Vælg en anden mappe med --ud.",
        ]
    name = quoted(error.path.replace("\\", "/").rpartition("/")[2])
    return [
        {
            "tegn": f"{name} kan ikke være navnet på en fil: Det har tegn, som ikke alle computere kan bruge.",
            "optaget": f"{name} kan ikke være navnet på en fil: Windows bruger selv det navn.",
            "slut": f"{name} kan ikke være navnet på en fil: Det ender på et punktum eller et mellemrum.",
            "lang": f"{name} kan ikke være navnet på en fil: Det er for langt.",
        }[error.reason],
        "Vælg et andet navn efter --ud.",
    ]


@explains(EndingOfAnother)
def _(error: EndingOfAnother) -> list[str]:
    return [
        f"Navnet ender på .{error.ending}, men filen bliver lavet som {error.format_name}. Der er ikke lavet en fil.",
        f"Skriv --format {error.ending}, eller vælg et navn, der ender på .{error.format_name}."
        if error.is_ours and "ics" not in {error.ending, error.format_name}
        else f"Vælg et navn, der ender på .{error.format_name}.",
    ]


@explains(AmongOwnFiles)
def _(error: AmongOwnFiles) -> list[str]:
    return [
        f"{error.path} ligger i datamappen, hvor kun vforlob selv skriver. Der er ikke lavet en fil.",
        "Vælg en anden mappe efter --ud, eller lad --ud være, så kommer filen i mappen eksport.",
    ]


@explains(FileIsOpen)
def _(error: FileIsOpen) -> list[str]:
    closed = f"Er den lukket, så slet filen {error.beside}, der ligger ved siden af." if error.beside else ""
    program = "LibreOffice" if error.beside.startswith(".") else "Word eller et andet program"
    return [
        f"Filen {error.path} er åben i {program}. Den er ikke ændret.",
        f"Luk den, og prøv igen. {closed}".rstrip(),
    ]


@explains(FormatNotPrinted)
def _(error: FormatNotPrinted) -> list[str]:
    return [
        f"En fil af slagsen {error.format_name} kan ikke sendes til printeren herfra.",
        "Skriv --format pdf eller --format txt. Eller lav filen, og skriv den ud fra det program, der åbner den.",
    ]


@explains(NotPrinted)
def _(error: NotPrinted) -> list[str]:
    return [
        {
            "program": "Der er intet program på computeren, der kan sende til en printer.",
            "printer": "Printeren tog ikke imod filen. Måske er der ikke valgt en printer på computeren.",
            "stille": "Printeren svarer ikke.",
        }[error.reason],
        f"Filen er lavet. Åbn den, og skriv den ud derfra: {error.path}",
    ]


@explains(ClearingNotAsked)
def _(_error: ClearingNotAsked) -> list[str]:
    return [
        "Her er ingen at spørge, så intet er slettet.",
        "Skriv --uden-spørgsmål for at slette filerne uden at blive spurgt.",
    ]


@explains(PdfNotMade)
def _(_error: PdfNotMade) -> list[str]:
    return [
        "PDF-filen kunne ikke laves. Der er ikke lavet en fil.",
        "Vælg --format docx, og gem den som PDF i Word, eller vælg --format html, og skriv ud fra browseren.",
    ]


@explains(CaseNeedsForlob)
def _(error: CaseNeedsForlob) -> list[str]:
    which = f"f{error.forlobene[-1]}" if error.forlobene else "f12"
    return [
        f"Hele borgerens sag er ikke til {NAMES[error.recipient]}. Et forløb kan være det.",
        f"Skriv fx: vforlob eksport {which} --til {error.recipient}"
        if error.forlobene
        else f"b{error.borger} har ikke et forløb endnu. Opret et: vforlob forløb ny",
    ]


@explains(NothingInCase)
def _(error: NothingInCase) -> list[str]:
    return [
        f"Der er ikke skrevet noget om b{error.borger} endnu, så der er ingen sag at lave en fil af.",
        f"Begynd med et formøde: vforlob formøde b{error.borger}",
    ]


@explains(NothingInPeriod)
def _(error: NothingInPeriod) -> list[str]:
    first = f"fra den {plain_date(error.fra)}" if error.fra else ""
    last = f"til og med den {plain_date(error.indtil)}" if error.indtil else ""
    days = " ".join(filter(None, (first, last)))
    return [
        f"Der er ingen notater i {error.nr} {days}.",
        f"Vælg andre dage, eller tag hele sagen: vforlob eksport {error.nr}",
    ]


@explains(PeriodTurnedAround)
def _(error: PeriodTurnedAround) -> list[str]:
    return [
        f"Den {plain_date(error.indtil)} ligger før den {plain_date(error.fra)}. Perioden er vendt om.",
        "Skriv den første dag efter --fra og den sidste efter --indtil.",
    ]
