"""Two hundred faulty agendas through the program itself, as a colleague's file would come to it."""

import re
import sys
import time
from pathlib import Path

import pytest

from figures import reached
from running import run
from vforlob.model.text import clean

sys.path.insert(0, str(Path(__file__).parents[1] / "agenda"))
from test_agenda_fuzz import mutated

FILES = 200
# A fault of the whole file has no line of its own.
NAMED = re.compile(r"^ Linje \d+[:,]|Her mangler|Filen må højst", re.M)


@pytest.mark.safety
@pytest.mark.tal
def test_two_hundred_faulty_agendas_through_the_program(folder: str, store: object) -> None:
    own = Path(folder, "agendas")
    own.mkdir(mode=0o700, exist_ok=True)
    path, read, refused, other, longest = own / "muteret.toml", 0, 0, [], 0.0

    for number in range(FILES):
        path.write_bytes(mutated(50_000 + number))
        path.chmod(0o600)
        began = time.perf_counter()
        ran = run("agenda", "tjek", str(path), folder=folder)
        longest = max(longest, time.perf_counter() - began)
        shown = ran.out + ran.err
        read += ran.code == 0
        refused += ran.code == 4 and bool(NAMED.search(shown))
        if ran.code == 4 and not NAMED.search(shown):
            print(shown)
        if "Traceback" in shown or "ikke er forberedt på" in shown or clean(shown) != shown or ran.code not in {0, 4}:
            other.append((number, ran))

    reached(
        9,
        "Ødelagte dagsordener gennem kommandoen agenda tjek",
        required="200, dansk sætning med linje, 0 nedbrud",
        reached=f"{FILES}: {read} læst, {refused} afvist med linje, {len(other)} nedbrud, højst {longest:.1f} s",
        control="en læser, der bryder ned, er langsom eller tier, bliver set",
    )
    assert other == []
    assert read + refused == FILES
