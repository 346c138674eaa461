"""What is said when a sheet cannot be made or read back. Knows no sheet."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.papir import LinesUnreadable, NoSheetBeforeForlob, NoSheetWithoutYes, NotFilledIn
from vforlob.rules.voices import RECIPIENTS as NAMES


@explains(NoSheetBeforeForlob)
def _(error: NoSheetBeforeForlob) -> list[str]:
    return [
        f"Før der er et forløb, er der intet ark til {NAMES[error.recipient]}.",
        "Lav arket til borgeren eller sagsbehandleren, eller uden --til til dig selv.",
    ]


@explains(NoSheetWithoutYes)
def _(_error: NoSheetWithoutYes) -> list[str]:
    return [
        "Borgeren har ikke sagt ja til, at arbejdsgiveren må kontaktes.",
        "Derfor er der intet ark til arbejdsgiveren. Lav arket til borgeren eller uden --til til dig selv.",
    ]


@explains(NotFilledIn)
def _(error: NotFilledIn) -> list[str]:
    return [
        "Der er ikke skrevet noget. Intet er gemt.",
        f'Send linjerne ind med numrene fra arket, fx: echo "4a: 9" | {error.line}',
    ]


@explains(LinesUnreadable)
def _(_error: LinesUnreadable) -> list[str]:
    return ["Det, der blev sendt ind, er ikke tekst. Intet er gemt.", "Gem noterne som almindelig tekst, og prøv igen."]
