"""Write fonts/tegn.txt: every sign that the shipped fonts have between them. Run it when a font is changed.

    python docs/write_signs.py

Reads the fonts' own tables of signs (cmap, formats 4 and 12). Private signs are left out: an archive copy may not
hold them.
"""

import struct
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

FONTS = Path(__file__).parents[1] / "src" / "vforlob" / "render" / "fonts"
WRITTEN = FONTS / "tegn.txt"
PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0x110000))
# White space that is laid out and never drawn.
LAID_OUT = {ord("\n"), ord("\t")}


def main() -> None:
    WRITTEN.write_text(as_text(signs_of_all()), encoding="ascii")


def as_text(signs: set[int]) -> str:
    """Ranges in hexadecimal, eight a line."""
    runs = [list(run) for _, run in groupby(enumerate(sorted(signs)), key=lambda pair: pair[1] - pair[0])]
    words = [f"{run[0][1]:x}-{run[-1][1]:x}" for run in runs]
    return "".join(" ".join(words[at : at + 8]) + "\n" for at in range(0, len(words), 8))


def signs_of_all() -> set[int]:
    found = {sign for path in FONTS.glob("*.ttf") for sign in signs_of(path.read_bytes())}
    return {sign for sign in found if not any(sign in block for block in PRIVATE)} | LAID_OUT


def signs_of(font: bytes) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", font, 4)
    tables = {font[at : at + 4]: at for at in range(12, 12 + 16 * count, 16)}
    (cmap,) = struct.unpack_from(">I", font, tables[b"cmap"] + 8)
    (parts,) = struct.unpack_from(">H", font, cmap + 2)
    for part in range(parts):
        platform, _, offset = struct.unpack_from(">HHI", font, cmap + 4 + 8 * part)
        if platform in (0, 3):
            yield from _signs_in(font, cmap + offset)


def _signs_in(font: bytes, at: int) -> Iterator[int]:
    (shape,) = struct.unpack_from(">H", font, at)
    if shape == 4:
        yield from _segments(font, at)
    elif shape == 12:
        (groups,) = struct.unpack_from(">I", font, at + 12)
        for group in range(groups):
            first, last, glyph = struct.unpack_from(">III", font, at + 16 + 12 * group)
            yield from (sign for sign in range(first, last + 1) if glyph + sign - first)


def _segments(font: bytes, at: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", font, at + 6)
    ends, starts = at + 14, at + 16 + twice
    deltas, offsets = starts + twice, starts + 2 * twice
    for place in range(0, twice, 2):
        first, last, delta, offset = (
            struct.unpack_from(">H", font, table + place)[0] for table in (starts, ends, deltas, offsets)
        )
        for sign in range(first, min(last, 0xFFFE) + 1):
            glyph = sign
            if offset:
                (glyph,) = struct.unpack_from(">H", font, offsets + place + offset + 2 * (sign - first))
            if glyph and (glyph + delta) % 0x10000:
                yield sign


if __name__ == "__main__":
    main()
