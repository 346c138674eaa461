"""A document with one text in every place that a text can stand, and where in each format it is found again."""

from typing import get_args

from vforlob.model.dokument import (
    Blok,
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

KINDS = get_args(Blok)


def places(text: str) -> dict[str, Blok]:
    """Every field of every kind of block that holds a text to be read, by name, and nothing else in it."""
    return {
        "overskrift": Overskrift(text),
        "overskrift 3": Overskrift(text, 3),
        "tekst": Tekst(text),
        "tekst daempet": Tekst(text, "daempet"),
        "tekst fremhaevet": Tekst(text, "fremhaevet"),
        "led": Liste((Led(text), Led("andet"))),
        "led navn": Liste((Led("tekst", navn=text),)),
        "led hale": Liste((Led("tekst", hale=text),)),
        "led under": Liste((Led("over", under=(Led("under", under=(Led(text),)),)),)),
        "led nummer": Liste((Led("et"), Led(text)), nummereret=True),
        "par navn": Felter((Par(text, "tekst"), Par("to", "tekst"))),
        "par tekst": Felter((Par("Navn", text), Par("to", "tekst"))),
        "tabel titel": Tabel(text, (Kolonne("A"), Kolonne("B")), (("a", "b"),)),
        "kolonne": Tabel("Titel", (Kolonne(text), Kolonne("B")), (("a", "b"),)),
        "celle": Tabel("Titel", (Kolonne("A"), Kolonne("B", "tal"), Kolonne("C")), (("a", text, "c"), ("d", "e", "f"))),
        "celle i fem": Tabel("Titel", tuple(Kolonne(name) for name in "ABCDE"), (("a", "b", text, "d", "e"),)),
        "figur titel": Figur(text, "linje", (), "Ingen tal."),
        "figur alternativ": Figur("Titel", "linje", (), text),
        "sporgsmal": Sporgsmal("4", text),
        "sporgsmal 2": Sporgsmal("4a", text, 2, muligheder=(Mulighed("a", "ja"),), linjer=2),
        "sporgsmal 3": Sporgsmal("4.1a", text, 3, enhed="timer", sidst="9"),
        "hjaelp": Sporgsmal("4", "Spørgsmål", hjaelp=text),
        "sidst": Sporgsmal("4a", "Spørgsmål", 2, sidst=text, linjer=1),
        "sidst med enhed": Sporgsmal("4a", "Spørgsmål", 2, sidst=text, enhed="dage"),
        "mulighed": Sporgsmal("4a", "Spørgsmål", 2, muligheder=(Mulighed("a", text, True), Mulighed("b", "nej"))),
        "enhed": Sporgsmal("4a", "Spørgsmål", 2, enhed=text),
        "underskrift": Underskrift((text, "anden")),
        "sideskift": Sideskift(),
    }


def holding(block: Blok) -> Dokument:
    return Dokument("prøve", "Titel", "borger", (Tekst("før"), block, Tekst("efter")))


def everywhere(text: str) -> Dokument:
    """Every place after another, each behind a mark of its own."""
    named = places(text)
    blocks = [part for name, block in named.items() for part in (Tekst(mark(name)), block)]
    return Dokument("prøve", "Titel", "borger", (*blocks, Tekst(mark("slut"))))


def mark(name: str) -> str:
    return f"MÆRKE {name} MÆRKE"


def between(read: str, name: str) -> str:
    return read.partition(mark(name))[2].partition("MÆRKE ")[0]


def framed(text: str) -> Dokument:
    """The text in every place outside the blocks."""
    return Dokument("prøve", text, "borger", (Tekst("midt"),), text, "2026-11-20", text, text, text, text)


def everything(text: str = "tekst") -> Dokument:
    """All blocks in one, with plots that show something."""
    figures = (
        Figur(
            "Timer om ugen",
            "trappe",
            (
                Serie("praktik", (Maling("2026-11-04", 12.5), Maling("2026-11-20", 14))),
                Serie(text, (Maling("2026-11-20", 2),)),
            ),
            f"Praktik: 12,5 timer om ugen fra den 4. november 2026. {text}",
            "timer om ugen",
        ),
        Figur(
            "Fremmøde",
            "sojler",
            (Serie("mødt", (Maling("2026-11-09", 2), Maling("2026-11-20", 6))),),
            "Mødt 2 af 3 aftalte dage.",
        ),
    )
    blocks = (*places(text).values(), *figures)
    return Dokument(
        "prøve", "Titel", "borger", blocks, "Undertitel", "2026-11-20", "Sidehoved", "Venlig hilsen", "Karen"
    )
