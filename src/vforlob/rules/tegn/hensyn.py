"""The sign of a hensyn that does not work, told by number: what it is about stands elsewhere. Knows no clearance."""

from vforlob.model.tegn import OPFOLGNING, SOON, Tegn
from vforlob.rules.tegn.base import Look, rows_said, times_text

FAILS = frozenset({"nej", "delvist"})


def does_not_work(look: Look) -> Tegn | None:
    """Nej or delvist at the newest samtaler where it was asked, so many in a row."""
    rule = "tegn_hensyn_gange"
    answers = _answers(look)
    for hensyn in look.case.hensyn if answers else ():
        if hensyn.status != "aktiv":
            continue
        newest = answers.get(hensyn.nr, [])[: look.number(rule)]
        if len(newest) < look.number(rule) or any(virker not in FAILS for _, virker in newest):
            continue
        said = ", ".join(f"{virker} {look.short(day)}" for day, virker in reversed(newest))
        return Tegn(
            "hensyn_virker_ikke",
            OPFOLGNING,
            f"Hensyn {hensyn.nr} virker ikke{_quite(newest)}, {times_text(len(newest))} i træk: {said}.",
            f"Find en anden løsning sammen med {look.alias} og virksomheden.",
            f"hensyn ret {hensyn.nr}",
            SOON,
            tuple(f"Virker det? {virker} (opfølgning {look.short(day)})" for day, virker in reversed(newest)),
            rule,
        )
    return None


def _quite(answers: list[tuple[str, str]]) -> str:
    return "" if all(virker == "nej" for _, virker in answers) else " helt"


def _answers(look: Look) -> dict[int, list[tuple[str, str]]]:
    """Day and answer by hensyn, the newest first."""
    found: dict[int, list[tuple[str, str]]] = {}
    for samtale in reversed(look.held):
        for row in rows_said(look, samtale, "hensyn"):
            nr = row.get("nr")
            if isinstance(nr, int | float) and "virker" in row:
                found.setdefault(int(nr), []).append((samtale.dato, str(row["virker"])))
    return found
