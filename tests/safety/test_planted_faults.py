"""Faults planted one at a time: `tjek` finds each, ends as it should and names a mend that there is."""

from pathlib import Path

import pytest
from planting import FAULTS, Planted

from checked import checked, every_byte, twin, worked_in
from figures import reached
from vforlob.cli.words import find_command

pytestmark = [pytest.mark.safety, pytest.mark.tal]

NEEDED = 25
# What a mend begins with that is no command: something a person does with her own hands.
ACTS = (
    *("Flyt", "Frigør", "Gør", "Hent", "Læg", "Ret", "Se", "Slet", "Spørg", "Sæt", "Vælg", "Log", "Luk", "Vent", "Åbn"),
    *("Filen bliver skrevet igen", "Begynd", "Brug", "Skriv", "Der er ikke ændret noget."),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return worked_in(tmp_path_factory.mktemp("hel") / "mappe")


def test_every_planted_fault_is_found(template: Path, tmp_path: Path) -> None:
    missed = []
    for number, fault in enumerate(FAULTS):
        (tmp_path / str(number)).mkdir(mode=0o700)
        folder = twin(template, tmp_path / str(number) / "mappe")
        missed += _missed(fault, folder)
    found = len(FAULTS) - len({what.split(":")[0] for what in missed})

    reached(
        21,
        "Fejl lagt i en datamappe, som tjek finder med rette kode og en udvej",
        required=f"{NEEDED} af {NEEDED}",
        reached=f"{found} af {len(FAULTS)}",
        control="den samme mappe uden fejl: 0 fund",
    )
    assert missed == []
    assert len(FAULTS) >= NEEDED


def test_the_folder_they_are_planted_in_has_none(template: Path, tmp_path: Path) -> None:
    assert checked(twin(template, tmp_path / "mappe")).problems == ()


def _missed(fault: Planted, folder: Path) -> list[str]:
    fault.plant(folder)
    before = every_byte(folder)
    found = checked(folder, env=dict(fault.env))
    told = [f"{fault.what}: changed something"] if every_byte(folder) != before else []
    if found.code != fault.code:
        told.append(f"{fault.what}: ended with {found.code}")
    if fault.found not in found.problems:
        told.append(f"{fault.what}: found {found.problems}")
    elif not _is_mend(found.funde[fault.found]["goer"]):
        told.append(f"{fault.what}: {found.funde[fault.found]['goer']}")
    if fault.quick and fault.found not in checked(folder, "--hurtig", env=dict(fault.env)).problems:
        told.append(f"{fault.what}: not by the quick one")
    return told


def _is_mend(goer: str) -> bool:
    """A command of ours that exists, or something to do."""
    _, _, command = goer.rpartition("vforlob ")
    if command != goer:
        return find_command(command.split()).command.name != ""
    return goer.startswith(ACTS)
