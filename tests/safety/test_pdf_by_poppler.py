"""PDFs opened by a reader that we did not write: words, tags, fonts, and the picture of each page."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from outside import outside
from vforlob.model.dokument import (
    Blok,
    Dokument,
    Felter,
    Kolonne,
    Led,
    Liste,
    Mulighed,
    Overskrift,
    Par,
    Sporgsmal,
    Tabel,
    Tekst,
    Underskrift,
)
from vforlob.model.text import clean
from vforlob.render.pdf.letters import FONTS, missing_signs
from vforlob.render.render import render_dokument

pytestmark = pytest.mark.safety

NUMBER = re.compile(r"\s*side \d+ af \d+\s*$")
DPI, MARGIN_MM = 50, 15
# Each example is hundreds of texts, and the assertion names those that went wrong: nothing is won by fewer.
PHASES = (Phase.explicit, Phase.generate)
# What each sort of block does with a text.
SORTS = (
    lambda text: Tekst(text),
    lambda text: Tekst(text, "fremhaevet"),
    lambda text: Liste((Led(text),)),
    lambda text: Felter((Par("Hvad", text),)),
    lambda text: Tabel("", (Kolonne("Hvad"),), ((text,),)),
    lambda text: Sporgsmal("4a", "Hvad", 2, text),
)


def made(*blocks: Blok, **fields: str) -> bytes:
    dokument = Dokument("prove", "Prøve", "borger", blocks, dato="2026-11-20")._replace(**fields)
    pdf = render_dokument(dokument, "pdf", replace_signs=True)
    assert isinstance(pdf, bytes)
    return pdf


def said(program: str, pdf: bytes, tmp_path: Path, *options: str) -> str:
    path = tmp_path / "prøve.pdf"
    path.write_bytes(pdf)
    before = ["-"] if program == "pdftotext" else []
    line = [outside(program), *options, str(path), *before]
    return subprocess.run(line, capture_output=True, check=True, encoding="utf-8").stdout


def squeezed(text: str) -> str:
    return "".join(text.replace("\u00ad", "").split())


def words(pdf: bytes, tmp_path: Path) -> str:
    pages = said("pdftotext", pdf, tmp_path, "-raw").split("\f")
    return squeezed("".join(NUMBER.sub("", page) for page in pages))


# Letters that are read from left to right and stand alone, and everything a keyboard has.
ALPHABET = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Cn", "Co", "Cf", "Mn", "Me", "Mc", "Zs", "Zl", "Zp"),
    max_codepoint=0x2FFF,
    exclude_characters="¤",
).filter(lambda sign: not missing_signs(sign) and not "\u0590" <= sign <= "\u08ff")
TYPED = st.text(st.one_of(st.sampled_from("æøåÆØÅ #$*_`@<>&[]{}%|=+-\\\"'\n\t,.?!"), ALPHABET), min_size=1, max_size=60)


@given(texts=st.lists(TYPED, min_size=100, max_size=200))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
def test_whatever_is_typed_is_read_back(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    typed = [clean(text) for text in texts]
    blocks = [block for n, text in enumerate(typed) for block in (SORTS[n % len(SORTS)](text), Tekst(f"¤{n}¤"))]

    got = words(made(*blocks), tmp_path_factory.mktemp("pdf"))

    parts = re.split(r"¤\d+¤", got)
    assert len(parts) == len(typed) + 1
    assert [text for text, part in zip(typed, parts, strict=False) if squeezed(text) not in part] == []


@given(texts=st.lists(st.text(max_size=40), min_size=300, max_size=300))
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
def test_no_text_at_all_stops_a_document(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    blocks = [
        block for text in texts for block in (Overskrift(clean(text)), SORTS[len(text) % len(SORTS)](clean(text)))
    ]

    pdf = made(*blocks, titel=clean(texts[0]) or "Prøve", undertitel=clean(texts[1]))

    assert "Tagged:          yes" in said("pdfinfo", pdf, tmp_path_factory.mktemp("pdf"))


def test_every_sign_of_the_table_is_drawn(tmp_path: Path) -> None:
    ranges = (word.split("-") for word in (Path(FONTS) / "tegn.txt").read_text().split())
    signs = [chr(sign) for first, last in ranges for sign in range(int(first, 16), int(last, 16) + 1)]

    assert len(signs) > 5_000
    for some in batched_texts(signs, 500):
        made(Tekst(some), Tekst(some, "daempet"), Liste((Led(some, some),)), Sporgsmal("1", "Hvad", sidst=some))


def batched_texts(signs: list[str], size: int) -> list[str]:
    return [" ".join(signs[at : at + size]) for at in range(0, len(signs), size)]


LONG = (
    Tekst("x" * 5_000),
    Overskrift("y" * 300),
    Liste((Led("z" * 300, "n" * 200, "h" * 200, (Led("w" * 300, under=(Led("v" * 300),)),)),)),
    Tabel(
        "t" * 200,
        (Kolonne("k" * 90), Kolonne("B", "tal"), Kolonne("C", "dato"), Kolonne("D"), Kolonne("E"), Kolonne("F")),
        (("virksomhedskonsulentansvarlig",) * 6, ("1" * 40,) * 6, ("lang " * 900, *("",) * 5)),
    ),
    Felter((Par("n" * 200, "q" * 400), Par("Kort", "Kort"))),
    Tekst("m " * 3_000, "fremhaevet"),
    Tekst("https://example.org/" + "sti/" * 200, "daempet"),
    Sporgsmal(
        "10.1", "s" * 300, 1, "t" * 300, (Mulighed("a", "m" * 200), Mulighed("b", "W" * 29)), linjer=2, enhed="e" * 60
    ),
    Sporgsmal("4a", "s" * 119, 2, "t" * 119, linjer=1, enhed="e" * 60),
    Sporgsmal("10.1a", "W" * 60, 3, muligheder=tuple(Mulighed(str(n), "W" * 29) for n in range(9))),
    Sporgsmal("12", "Alt andet", 3, "sidst " * 900, linjer=40),
    Underskrift(("b" * 90, "c" * 90, "Borger", "W" * 60, "Leder")),
)


def test_nothing_runs_off_the_page(tmp_path: Path) -> None:
    pdf = made(*LONG, undertitel="u" * 300, sidehoved="s" * 200, hilsen="h" * 200, konsulent="k" * 200)
    path = tmp_path / "lang.pdf"
    path.write_bytes(pdf)

    subprocess.run([outside("pdftoppm"), "-gray", "-r", str(DPI), str(path), str(tmp_path / "side")], check=True)

    pictures = sorted(tmp_path.glob("side*.pgm"))
    assert len(pictures) > 10
    for picture in pictures:
        ink = ink_of(picture)
        assert min(x for x, _ in ink) > MARGIN_MM, picture.name
        assert max(x for x, _ in ink) < 210 - MARGIN_MM, picture.name
        assert max(y for _, y in ink) < 297 - 5, picture.name


def ink_of(picture: Path) -> list[tuple[float, float]]:
    """Where something is drawn, in millimetres from the upper left."""
    header, pixels = picture.read_bytes().split(b"255\n", 1)
    width = int(header.split()[1])
    scale = 25.4 / DPI
    return [(at % width * scale, at // width * scale) for at, pixel in enumerate(pixels) if pixel < 160]


def test_the_tree_of_tags_is_read_in_order(tmp_path: Path) -> None:
    blocks = (
        Overskrift("Aftaler"),
        Liste((Led("Sætte ind i pakkebordet", under=(Led("helst om formiddagen"),)),)),
        Tabel("Timer", (Kolonne("Fra"), Kolonne("Timer", "tal")), (("i dag", "12,5"),)),
    )

    tree = said("pdfinfo", made(*blocks), tmp_path, "-struct-text")

    order = ["Prøve", "Aftaler", "Sætte ind i pakkebordet", "helst om formiddagen", "Timer", "Fra", "i dag", "12,5"]
    places = [tree.index(f'"{word}"') for word in order]
    assert places == sorted(places)
    assert 'H1 "Aftaler"' in tree
    assert tree.count("LI (block)") == 2
    assert tree.count("TH (table)") + tree.count("TH ") >= 2


def test_all_fonts_are_in_the_file(tmp_path: Path) -> None:
    rows = said("pdffonts", made(Tekst("☐ æøå"), Overskrift("Fed"), Sporgsmal("1", "Hvad", sidst="før")), tmp_path)

    fonts = [line for line in rows.splitlines()[2:] if line]
    assert len(fonts) == 4
    assert all(re.search(r"\byes yes yes\b", line) for line in fonts)


def test_another_process_makes_the_same_file() -> None:
    code = (
        "import sys\n"
        "from vforlob.model.dokument import Dokument, Tekst\n"
        "from vforlob.render.render import render_dokument\n"
        "made = Dokument('a', 'Prøve', 'borger', (Tekst('æ ☐'),), dato='2026-11-20')\n"
        "sys.stdout.buffer.write(render_dokument(made, 'pdf'))"
    )

    twice = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(2)]

    assert twice[0] == twice[1]
    assert twice[0].startswith(b"%PDF-1.7")
