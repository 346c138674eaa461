"""What is said of a command line that cannot be run. Knows no command by name."""

from vforlob.cli.explain.kinds import KINDS, numbered, see_all
from vforlob.cli.explain.registry import explains
from vforlob.errors.use import (
    ClockRefused,
    ClockUnreadable,
    FileIsFolder,
    IncompleteCommand,
    NoForlob,
    NoSuchFile,
    NothingGiven,
    NothingToPick,
    SeveralForlob,
    UnknownCommand,
    WrongKind,
    WrongUse,
)
from vforlob.rules.danish import quoted


@explains(WrongUse)
def _(error: WrongUse) -> list[str]:
    see = f"vforlob {error.command} --hjælp" if error.command else "vforlob --hjælp"
    return [*error.sentences, f"Se, hvordan den bruges: {see}"]


@explains(UnknownCommand)
def _(error: UnknownCommand) -> list[str]:
    said = [f"Der er ingen kommando, der hedder {quoted(error.words)}."]
    if error.near:
        said.append("Mente du " + " eller ".join(f"vforlob {name}" for name in error.near) + "?")
    return [*said, "Se alle kommandoer: vforlob --hjælp"]


@explains(IncompleteCommand)
def _(error: IncompleteCommand) -> list[str]:
    lines = (f"  vforlob {command}" for command in error.whole)
    return [f"Der mangler et ord efter {quoted(error.words)}. Skriv en af disse:", *lines]


@explains(NothingGiven)
def _(error: NothingGiven) -> list[str]:
    return [f"Der mangler {error.what}.", f"Skriv fx: {error.example}"]


@explains(WrongKind)
def _(error: WrongKind) -> list[str]:
    given, wanted = KINDS[error.given], KINDS[error.wanted]
    return [
        f"{numbered(error.given, error.nr)} er {given.one}. Her skal stå {wanted.one}.",
        see_all(error.wanted),
    ]


@explains(SeveralForlob)
def _(error: SeveralForlob) -> list[str]:
    listed = ", ".join(f"f{nr}" for nr in error.forlobene)
    return [f"b{error.borger} har flere forløb: {listed}.", "Skriv nummeret på det, du mener."]


@explains(NoForlob)
def _(error: NoForlob) -> list[str]:
    return [f"b{error.borger} har ikke et åbent forløb.", "Opret et: vforlob forløb ny"]


@explains(ClockRefused)
def _(error: ClockRefused) -> list[str]:
    return [
        "VFORLOB_NU er sat, men uret kan kun stilles i mapper til demo og prøver.",
        "Fjern VFORLOB_NU, og prøv igen.",
    ]


@explains(ClockUnreadable)
def _(error: ClockUnreadable) -> list[str]:
    return ["VFORLOB_NU er ikke en dato og et klokkeslæt.", "Skriv fx VFORLOB_NU=2026-11-20T13:00"]


@explains(NoSuchFile)
def _(error: NoSuchFile) -> list[str]:
    return [f"Filen {error.path} findes ikke eller kan ikke læses.", "Se efter, om navn og mappe er rigtige."]


@explains(FileIsFolder)
def _(error: FileIsFolder) -> list[str]:
    return [f"{error.path} er en mappe.", "Skriv også navnet på filen."]


@explains(NothingToPick)
def _(error: NothingToPick) -> list[str]:
    kind = KINDS[error.emne]
    how = f"Opret {kind.one} først: vforlob {kind.new}" if kind.new else "Se, hvad du kan gøre: vforlob --hjælp"
    return [f"Der er {kind.none} endnu.", how]
