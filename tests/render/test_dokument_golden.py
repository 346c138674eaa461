"""A document with every kind of block, as a Dane reads it in a diff, and as machines are given it.

After a wanted change: PYTHONPATH=tests python tests/render/test_dokument_golden.py writes them anew; read them before
you keep them.
"""

from pathlib import Path

import pytest

from vforlob.model.dokument import (
    Dokument,
    Felter,
    Figur,
    Kolonne,
    Led,
    Liste,
    Maling,
    Mulighed,
    Overskrift,
    Par,
    Serie,
    Sideskift,
    Sporgsmal,
    Tabel,
    Tekst,
    Underskrift,
)
from vforlob.render.render import render_dokument

GOLDEN = Path(__file__).parents[1] / "golden" / "blokke"
FORMATS = ("md", "txt", "html", "json")
YES_NO = (Mulighed("ja", "ja"), Mulighed("nej", "nej"), Mulighed("ved_ikke", "ved ikke"))
STEPS = tuple(
    Mulighed(str(step), f"{step} {text}")
    for step, text in enumerate(
        (
            "det er meget svært lige nu",
            "det er for det meste svært",
            "det går op og ned",
            "det går for det meste godt",
            "det går rigtig godt",
        ),
        1,
    )
)
HOURS = Figur(
    "Timer om ugen",
    "trappe",
    (
        Serie("praktik", (Maling("2026-11-04", 12.5), Maling("2026-11-16", 14))),
        Serie("med løn", (Maling("2026-11-16", 2.5),)),
        Serie("mål", (Maling("2027-01-15", 20),)),
    ),
    "Praktik: 12,5 timer om ugen fra den 4. november 2026 og 14 fra den 16. november 2026. Med løn: 2,5 timer om ugen "
    "fra den 16. november 2026. Målet er 20 timer om ugen den 15. januar 2027.",
    "timer om ugen",
)
SCORES = Figur(
    "Hvordan går det?",
    "linje",
    (
        Serie("borgeren", (Maling("2026-11-09", 3), Maling("2026-11-20", 4))),
        Serie("virksomheden", (Maling("2026-11-09", 3), Maling("2026-11-20", 3))),
    ),
    "Borgeren svarede 3 den 9. november 2026 og 4 den 20. november 2026. Virksomheden svarede 3 begge dage.",
    "1 er lavest, 5 er højest",
    1,
    5,
)
MET = Figur(
    "Fremmøde",
    "sojler",
    (
        Serie("mødt", (Maling("2026-11-09", 2), Maling("2026-11-20", 6))),
        Serie("øvrige aftalte dage", (Maling("2026-11-09", 1), Maling("2026-11-20", 2))),
    ),
    "Mødt 2 af 3 aftalte dage frem til den 9. november 2026 og 6 af 8 frem til den 20. november 2026.",
    "dage",
)
SHORT = Tabel(
    "Åbne aftaler",
    (Kolonne("Hvad", bredde=3), Kolonne("Hvem"), Kolonne("Frist", "dato"), Kolonne("Timer", "tal")),
    (("Sætte ind i pakkebordet", "virksomhed", "24/11", "2"), ("Prøvetur med linje 42", "borger", "27/11", "1,5")),
)
LONG = Tabel(
    "Det er sket",
    (Kolonne("Dato", "dato"), Kolonne("Hvad", bredde=5)),
    (
        ("9/11", "Opfølgning, opkald. Borgeren siger, at morgenerne er svære, når bussen er forsinket."),
        ("20/11", "Opfølgning, besøg.\nPakkebordet er på plads."),
    ),
)
SHEET = Dokument(
    "ark",
    "Opfølgning hos Ørbæk & Søn",
    "sagsbehandler",
    (
        Felter((Par("Dato", "fredag den 20. november 2026 (uge 47)"), Par("Til stede", ""))),
        Tekst("Kræver en samtale: ja. Virksomheden er i tvivl om mødetiden.", "fremhaevet"),
        Overskrift("Det er lykkedes"),
        Liste((Led("Fejning og aflæsning", hale="nyt siden sidst"), Led("Møde kl. 9 tre dage om ugen", "Delmål nået"))),
        Overskrift("Timer og fremmøde"),
        HOURS,
        MET,
        SCORES,
        Overskrift("Aftaler"),
        SHORT,
        LONG,
        Overskrift("Hensyn", 3),
        Liste((Led("En kort pause hver anden time", hale="virker", under=(Led("leder og mentor", "Må vide det"),)),)),
        Tekst("Kilde: opfølgning den 20. november 2026.", "daempet"),
        Overskrift("Næste skridt"),
        Liste((Led("Midtvejsevaluering tirsdag den 1. december"), Led("Tale om timer med løn")), nummereret=True),
        Sideskift(),
        Sporgsmal("1", "Hvordan går det?", hjaelp="Begynd med det, der går godt."),
        Sporgsmal("1a", "Hvordan synes borgeren, det går?", 2, "3 (det går op og ned)", STEPS, felt="a.borger"),
        Sporgsmal("1b", "Hvad siger borgeren?", 2, "Morgenerne er svære.", linjer=3, felt="a.borger_tekst"),
        Sporgsmal("4", "Fremmøde siden mandag den 9. november"),
        Sporgsmal("4a", "Aftalte dage", 2, "3", enhed="dage", felt="fremmode.aftalt"),
        Sporgsmal("9", "Forlængelse", hjaelp="Forlængelse kræver en ny bevilling."),
        Sporgsmal("9a", "Hvad siger borgeren?", 2, muligheder=YES_NO, felt="forlaengelse.borger"),
        Sporgsmal("10", "Aftaler"),
        Sporgsmal("10.1", "Ny aftale", 2),
        Sporgsmal("10.1a", "Hvad", 3, linjer=1, felt="aftaler.hvad"),
        Underskrift(("Borger", "Virksomhed", "Jobkonsulent")),
    ),
    "Forløb f12, uge 3 af 13",
    "2026-11-20",
    "Opfølgning · 20. november 2026",
    "Venlig hilsen",
    "Karen Holm",
    "12 34 56 78",
)


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_block_is_as_it_was_read_and_approved(format_name: str) -> None:
    approved = (GOLDEN / f"ark.{format_name}").read_text(encoding="utf-8")

    assert render_dokument(SHEET, format_name) == approved


def test_no_approved_document_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"ark.{format_name}" for format_name in FORMATS}


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name in FORMATS:
        (GOLDEN / f"ark.{name}").write_text(str(render_dokument(SHEET, name)), encoding="utf-8", newline="\n")
