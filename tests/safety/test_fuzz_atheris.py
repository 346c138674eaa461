"""Fuzzing led by what it reaches (atheris): the agenda loader, the date grammar, the condition language, the import."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from figures import reached

pytest.importorskip("atheris", reason="atheris has no wheel for this machine")

FUZZ = Path(__file__).parents[1] / "fuzz"
SECONDS = 14  # of each, whatever the machine: a slow one comes less far
SEEDS = {
    "agenda": [FUZZ / "corpus" / "agenda", FUZZ.parents[1] / "agendas"],
    "dates": [FUZZ / "corpus" / "dato"],
    "condition": [FUZZ / "corpus" / "betingelse"],
    "import": [FUZZ / "corpus" / "import"],
}
WORDS = {"agenda": "dagsordener", "dates": "datoer, tider og tal", "condition": "betingelser", "import": "regneark"}
LEAST = 2_000  # inputs; a harness that stops early has proved nothing


def fuzzed(name: str, found: Path, *options: str) -> subprocess.CompletedProcess[str]:
    (found / "nye").mkdir()
    line = [sys.executable, str(FUZZ / f"fuzz_{name}.py"), *options]
    line += ["-seed=2026", "-timeout=5", "-rss_limit_mb=1024", f"-artifact_prefix={found}/", str(found / "nye")]
    return subprocess.run(
        [*line, *map(str, SEEDS[name])], capture_output=True, text=True, errors="replace", timeout=300, check=False
    )


def runs_of(said: str) -> int:
    done = re.search(r"Done (\d+) runs", said)
    return int(done[1]) if done else 0


@pytest.mark.safety
@pytest.mark.tal
@pytest.mark.parametrize("name", SEEDS)
def test_nothing_new_is_found(name: str, tmp_path: Path) -> None:
    ran = fuzzed(name, tmp_path, f"-max_total_time={SECONDS}", "-runs=400000")

    crashes = [path.name for path in tmp_path.iterdir() if path.is_file()]
    parts = ran.stderr.count("INFO: Instrumenting")
    reached(
        25,
        "Fuzzing styret af, hvad der nås i koden (atheris)",
        required="0 nedbrud i læsning af dagsordener, datoer, betingelser og regneark",
        reached=f"{WORDS[name]}: {runs_of(ran.stderr)} forsøg, {len(crashes)} nedbrud",
        control="fire kendte dårlige læsere bryder ned",
    )
    assert (ran.returncode, crashes) == (0, []), ran.stderr[-3_000:]
    assert runs_of(ran.stderr) >= LEAST
    assert parts >= 5  # else it was not led by our code


@pytest.mark.safety
@pytest.mark.parametrize("name", SEEDS)
def test_control_a_known_bad_reader_is_caught(name: str, tmp_path: Path) -> None:
    ran = fuzzed(name, tmp_path, "--naiv", f"-max_total_time={4 * SECONDS}")

    assert ran.returncode != 0
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("crash-")]
    assert "Uncaught Python exception" in ran.stderr + ran.stdout
