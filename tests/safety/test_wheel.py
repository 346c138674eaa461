"""The wheel as somebody gets it: what is in it, and that the main job runs from it in an empty environment."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.safety

TOP = Path(__file__).parents[2]
SOURCE = TOP / "src" / "vforlob"
DATA = {".toml", ".sql", ".jinja", ".txt", ".typed", ".typ", ".ttf", ".docx"}
NEEDED = (
    *(f"vforlob/_agendas/{path.name}" for path in sorted((TOP / "agendas").glob("*.toml"))),
    *(f"vforlob/regler/{path.name}" for path in sorted((SOURCE / "regler").glob("*.toml"))),
    *(f"vforlob/render/templates/{path.name}" for path in sorted((SOURCE / "render" / "templates").glob("*.jinja"))),
    "vforlob/render/templates/dokument.typ",
    "vforlob/render/templates/dokument.docx",
    *(f"vforlob/render/fonts/{path.name}" for path in sorted((SOURCE / "render" / "fonts").iterdir())),
    *(f"vforlob/store/migrations/{path.name}" for path in sorted((SOURCE / "store" / "migrations").glob("*.sql"))),
    *(f"vforlob/demo/{path.name}" for path in sorted((SOURCE / "demo").glob("*.txt"))),
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("hjul")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(to), str(TOP)]
    subprocess.run(build, check=True, capture_output=True)
    return next(to.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The `vforlob` of an environment that holds the wheel and what it asks for, in a path with spaces and æøå."""
    place = tmp_path_factory.mktemp("æøå") / "et miljø"
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True)
    return python


def run(python: Path, folder: Path, *argv: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    around = {name: value for name, value in os.environ.items() if not name.startswith(("VFORLOB_", "PYTHON"))}
    around["VFORLOB_MAPPE"] = str(folder)
    line = [str(python), "-m", "vforlob", *argv]
    return subprocess.run(line, input=stdin, env=around, cwd=folder.parent, capture_output=True, text=True, timeout=120)


def test_the_wheel_holds_agendas_rules_templates_and_migrations(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    assert len(NEEDED) >= 3 + 2 + 5 + 1 + 8
    assert set(NEEDED) - names == set()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    for name in names:
        top, _, rest = name.partition("/")
        if top == "vforlob":
            source = TOP / "agendas" / rest[len("_agendas/") :] if rest.startswith("_agendas/") else SOURCE / rest
            assert source.is_file(), name
            assert source.suffix == ".py" or source.suffix in DATA, name
        else:
            assert top.endswith(".dist-info"), name


def test_the_main_job_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sager på æ"

    built = run(installed, folder, "demo", "--kun-data")
    held = run(installed, folder, "opfolgning", "8", "--svar", "-", stdin="[hvordan_gar_det]\nborger = 4\n")
    text = run(installed, folder, "referat", "1", "--til", "virksomhed", "--format", "md")
    listed = run(installed, folder, "i-dag", "--json")

    assert built.returncode == 0, built.stderr
    assert held.returncode == 0, held.stderr
    assert text.returncode in {0, 2}, text.stderr
    assert json.loads(listed.stdout)["skema"] == 1
    assert not any("Traceback" in ran.stderr for ran in (built, held, text, listed))


def test_the_agendas_are_found_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path / "d", "demo", "--kun-data")

    listed = run(installed, tmp_path / "d", "agenda", "liste", "--json")

    assert {"formode", "startmode", "opfolgning"} <= {row["id"] for row in json.loads(listed.stdout)["raekker"]}
