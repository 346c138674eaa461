"""Documents: a referat and a sheet in every format, cold and warm; 1,000 PDFs in one process; two peers that make PDF.

The peers are weasyprint (its script in WEASYPRINT or on the PATH), given our HTML, and LibreOffice, given our docx.
"""

import os
import pickle
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from programs import FLOOR, PYTHON, environment, vforlob
from rounds import Measure, Row, figures, in_turn, row, whole_process

from vforlob.actions.ark.sheet import make_sheet
from vforlob.actions.ark.whose import sheet_for, sitting_on_paper
from vforlob.actions.demo import shown_forlob
from vforlob.actions.make_referat import make_referat
from vforlob.agenda.library import find_agenda_file
from vforlob.agenda.loader import load_agenda
from vforlob.cli.clock import real_clock
from vforlob.cli.documents import samtale_held
from vforlob.model.dokument import Dokument
from vforlob.model.referat import Referat
from vforlob.model.samtale import Samtale
from vforlob.render.render import render, render_dokument
from vforlob.store.agendas import compiled
from vforlob.store.case import load_case
from vforlob.store.keyfile import demo_key
from vforlob.store.open import open_store

FORMATS = ("md", "html", "txt", "json", "docx", "pdf")
COLD_GOALS = {"md": 10, "html": 10, "docx": 22, "pdf": 9}
SETTINGS = {"konsulent": "Karen Holm", "telefon": "12 34 56 78"}
COUNT, MOST_MS, MOST_MEMORY, MOST_OF_WEASYPRINT = 1_000, 25, 2, 0.15
# The many run by themselves, so that their memory is theirs alone.
MANY = f"""
import sys
sys.path.insert(0, {os.path.dirname(os.path.abspath(__file__))!r})
from documents import make_many
make_many(sys.argv[1], sys.argv[2], int(sys.argv[3]))
"""

READY = """
import pickle, sys
from vforlob.render.render import render
with open(sys.argv[1], "rb") as file, open(sys.argv[2], "wb") as made:
    made.write(render(pickle.load(file), "pdf"))
"""


class Shown(NamedTuple):
    """What is made of the demo: the newest opfølgning of the forløb it shows, and the sheet for the next."""

    samtale: int
    forlob: int
    referat: Referat
    ark: Dokument


def measure_documents(place: str, rounds: int, peers: dict[str, list[str]], large: int) -> Iterator[Row]:
    folder, env = os.path.join(place, "papir"), environment()
    whole_process(vforlob("demo", "--kun-data", "--mappe", folder), env)()
    shown = _shown(folder)
    yield from _cold(folder, shown, env, rounds)
    yield from _warm(shown, rounds)
    for what in ("referat", "ark"):
        yield from _many(folder, what)
    yield from _beside_peers(place, folder, shown, max(5, rounds // 3))


def _shown(folder: str) -> Shown:
    with open_store(folder, demo_key(folder), real_clock) as store:
        held = [one for one in store.door(Samtale).find(agenda="opfolgning", status="faerdig") if one.forlob]
        samtale, forlob = held[-1], shown_forlob(store) or 0
        referat = make_referat(samtale_held(store, samtale), "virksomhed", SETTINGS)
        agenda = compiled(store, find_agenda_file("opfolgning", folder), load_agenda)
        sitting = sitting_on_paper(store, agenda, load_case(store, forlob=forlob))
        return Shown(samtale.nr, forlob, referat, make_sheet(sheet_for(sitting, {}, "")))


def _lines(folder: str, shown: Shown) -> dict[str, list[str]]:
    """Each document as somebody asks for it."""
    referat = ("referat", f"s{shown.samtale}", "--til", "virksomhed")
    ark = ("ark", "opfolgning", f"f{shown.forlob}")
    return {
        f"{line[0]} {name}": vforlob(*line, "--format", name, "--mappe", folder)
        for line in (referat, ark)
        for name in FORMATS
    }


def _cold(folder: str, shown: Shown, env: dict[str, str], rounds: int) -> Iterator[Row]:
    measures = {"floor": whole_process(FLOOR, env)}
    measures |= {name: whole_process(line, env) for name, line in _lines(folder, shown).items()}
    for name, figure in figures(in_turn(measures, rounds), "floor").items():
        goal = COLD_GOALS.get(name.removeprefix("referat ")) if name.startswith("referat") else None
        yield row(f"{name}, cold", figure, "floor", goal)


def _warm(shown: Shown, rounds: int) -> Iterator[Row]:
    """In one process that has made one before; each is a document of its own."""
    turn = iter(range(10**9))

    def made(make: Callable[[str], object]) -> Measure:
        def measure() -> float:
            title = f"Opfølgning {next(turn)}"
            started = time.perf_counter()
            make(title)
            return (time.perf_counter() - started) * 1000

        return measure

    def referat_in(name: str) -> Measure:
        return made(lambda title: render(shown.referat._replace(titel=title), name))

    def ark_in(name: str) -> Measure:
        return made(lambda title: render_dokument(shown.ark._replace(titel=title), name))

    measures = {f"referat {name}, warm": referat_in(name) for name in FORMATS}
    measures |= {f"ark {name}, warm": ark_in(name) for name in FORMATS}
    for name, figure in figures(in_turn(measures, rounds), "referat md, warm").items():
        yield row(name, figure, "referat md, warm")


def make_many(folder: str, what: str, count: int) -> None:
    """Prints milliseconds each, and the peak memory (MiB) after the first and after the last."""
    shown = _shown(folder)

    def make(title: str) -> None:
        if what == "ark":
            render_dokument(shown.ark._replace(titel=title), "pdf")
        else:
            render(shown.referat._replace(titel=title), "pdf")

    make("Den første")
    first, started = _peak(), time.perf_counter()
    for turn in range(count):
        make(f"Opfølgning {turn}")
    print((time.perf_counter() - started) * 1000 / count, first, _peak())


def _peak() -> float:
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM"))


def _many(folder: str, what: str) -> Iterator[Row]:
    line = [PYTHON, "-c", MANY, folder, what, str(COUNT)]
    said = subprocess.run(line, env=environment(), capture_output=True, text=True, check=True).stdout
    each, first, last = (float(word) for word in said.split())
    name = f"{COUNT} PDFs of {what} in one process"
    # The goals are those of minutes of two pages; a sheet has three or more.
    kept = each <= MOST_MS if what == "referat" else None
    yield Row(f"{name}, ms each", None, each, None, "", f"<= {MOST_MS} ms" if kept is not None else "", kept)
    grown, is_judged = last / first, kept is not None
    yield Row(
        f"{name}, MiB after the last ({last:.0f}) and the first ({first:.0f})",
        *(None, None, grown, "the first", f"<= {MOST_MEMORY}x" if is_judged else ""),
        grown <= MOST_MEMORY if is_judged else None,
    )


def _beside_peers(place: str, folder: str, shown: Shown, rounds: int) -> Iterator[Row]:
    """The peers are given a finished document; beside them stands the same work of ours, and our whole command, which
    also opens the case, asks the gate and registers the file.
    """
    env, ready = environment(), "pdf of the ready referat"
    kept = _kept(os.path.join(place, "referat.pickle"), pickle.dumps(shown.referat))
    measures = {
        ready: whole_process([PYTHON, "-c", READY, kept, os.path.join(place, "vforlob.pdf")], env),
        "referat pdf, the whole command": whole_process(_lines(folder, shown)["referat pdf"], env),
    }
    measures |= {name: whole_process(line, env) for name, line in _peer_lines(place, shown).items()}
    for name in ("weasyprint", "LibreOffice"):
        if name not in measures:
            yield Row(f"{name}: not here", None, None, None, "")
    got = in_turn(measures, rounds, warm=1)
    for name, figure in figures(got, ready).items():
        yield row(name, figure, ready)
    if "weasyprint" in got:
        for name in (ready, "referat pdf, the whole command"):
            ratio = statistics.median(a / b for a, b in zip(got[name], got["weasyprint"], strict=True))
            goal = f"<= {MOST_OF_WEASYPRINT}x" if name == ready else ""
            yield Row(name, None, None, ratio, "weasyprint", goal, ratio <= MOST_OF_WEASYPRINT if goal else None)


def _peer_lines(place: str, shown: Shown) -> dict[str, list[str]]:
    """The same document, made by them of what we give them."""
    lines = {}
    weasyprint = os.environ.get("WEASYPRINT") or shutil.which("weasyprint")
    if weasyprint and os.path.exists(weasyprint):
        page = _kept(os.path.join(place, "referat.html"), render(shown.referat, "html"))
        lines["weasyprint"] = [weasyprint, page, os.path.join(place, "weasyprint.pdf")]
    soffice = shutil.which("soffice")
    if soffice:
        page = _kept(os.path.join(place, "referat.docx"), render(shown.referat, "docx"))
        own = f"-env:UserInstallation=file://{place}/soffice"
        lines["LibreOffice"] = [soffice, own, "--headless", "--convert-to", "pdf", "--outdir", place, page]
    return lines


def _kept(path: str, content: str | bytes) -> str:
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path
