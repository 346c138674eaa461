"""A small program that asks, for the tests that need a real terminal. Half-typed text goes to the file given."""

import sys
from datetime import date
from pathlib import Path

from vforlob.actions.asking import ALONE, Question
from vforlob.agenda.kinds import KINDS
from vforlob.cli.ask import asker, preload, read_line_plainly
from vforlob.model.agenda import Felt

DRAFT = Path(sys.argv[1])
TODAY = date(2026, 11, 24)


def asked(number: int, felt: Felt) -> Question:
    return Question(
        kind=felt.kind,
        text=felt.text,
        read=lambda typed: KINDS[felt.kind].read(typed, felt, TODAY),
        heading="Opfølgning hos Ørbæk & Søn",
        position=f"{number} af 3",
        title="Fremmøde",
        keep_draft=lambda text: DRAFT.write_text(text, encoding="utf-8") and None,
    )


preload()
print(" Kun til dig: hemmeligt")
read_line_plainly(" Enter begynder ")
ask = asker("--enkel" in sys.argv, before=ALONE)
replies = [
    ask(asked(1, Felt("cv", "Er der et CV", "janej"))),
    ask(asked(2, Felt("frist", "Senest", "dato"))),
    ask(asked(3, Felt("tekst", "Hvad siger borgeren", "tekst"))),
]
print("SVAR", *(ascii(reply) for reply in replies))
print("SLUT")
