"""What is said when there is nothing to put in the calendar. Knows no file."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.kalender import ContactPassed, NoContactPlanned
from vforlob.rules.danish import long_date


@explains(NoContactPlanned)
def _(error: NoContactPlanned) -> list[str]:
    if error.closed:
        return [
            f"Forløbet {error.number} er lukket, og der er ingen kontakt at sætte i kalenderen.",
            "Har du gjort det før, så slet aftalen i kalenderen.",
        ]
    return [
        f"Der er ikke aftalt en næste kontakt med {error.number}, så der er intet at sætte i kalenderen.",
        "Den bliver aftalt, når I holder en samtale.",
    ]


@explains(ContactPassed)
def _(error: ContactPassed) -> list[str]:
    return [
        f"Den næste kontakt med {error.number} var {long_date(error.day)}. Den dag er gået.",
        f"Aftal en ny: vforlob {error.line}",
    ]
