"""The page of tæt opfølgning, "Kun til dig": how it stands, and every sign with its facts. Decides nothing."""

from datetime import date
from typing import Any

from vforlob.actions.closely import Closely
from vforlob.cli.context import in_folder
from vforlob.cli.layout import labelled, one_line, wrap
from vforlob.model.kontakt import Taet
from vforlob.model.tegn import BACKGROUND, NOW, SOON, Tegn
from vforlob.rules.danish import counted, short_date, weekday_date
from vforlob.rules.rulebook import UNITS, Rule

WORDS = {"ja": "Ja", "obs": "Hold øje", "nej": "Nej"}
THEMES = {
    "forventning": "Forventninger",
    "kommunikation": "Kommunikation",
    "opfolgning": "Opfølgning",
    "motivation": "Borgerens egen del",
    "forberedelse": "Forberedelse",
    "eget": "Eget arbejde",
}
HEADINGS = ((NOW, "Nu"), (SOON, "Snart"), (BACKGROUND, "Kan vente"))


def closely_lines(found: Closely, name: str, today: date, width: int) -> list[str]:
    """`name` is f12 · Æ-7 hos Ørbæk & Søn."""
    return [
        *_wrapped(f"Kun til dig · Tæt opfølgning · {name}", " ", width),
        "",
        *_standing(found, today, width),
        *_signs(found, today, width),
    ]


def _standing(found: Closely, today: date, width: int) -> list[str]:
    if found.now is None:
        lines = labelled("Tæt opfølgning", "Ikke vurderet endnu", width)
    else:
        lines = labelled("Tæt opfølgning", f"{WORDS[found.now.svar]}, siden {weekday_date(found.since)}", width)
        lines += labelled("Grund", one_line(found.now.grund), width) if found.now.grund else []
        lines += labelled("I gør", one_line(found.now.vi_gor), width) if found.now.vi_gor else []
    for place, word in enumerate(found.earlier):
        lines += labelled("Før" if place == 0 else "", _word(word, today), width)
    if found.next is not None:
        lines += labelled("Næste kontakt", weekday_date(found.next.dato), width)
    return lines


def _word(word: Taet, today: date) -> str:
    reason = f": {one_line(word.grund)}" if word.grund else ""
    return f"{short_date(word.dato, today)} {WORDS[word.svar].casefold()}{reason}"


def _signs(found: Closely, today: date, width: int) -> list[str]:
    if not found.tegn:
        return ["", " Ingen tegn i dag. Alt, der plejer at mangle, er på plads."]
    lines = []
    for urgency, heading in HEADINGS:
        these = [sign for sign in found.tegn if sign.urgency == urgency]
        if these:
            lines += ["", f" {heading}"]
        for sign in these:
            lines += ["", *_sign(sign, found.rules.get(sign.rule), width)]
    return lines


def _sign(sign: Tegn, rule: Rule | None, width: int) -> list[str]:
    lines = labelled(THEMES[sign.theme], f"{sign.sentence} {sign.move}", width)
    for fact in (*sign.facts, *([number_of(rule)] if rule else [])):
        lines += labelled("", f"- {fact}", width)
    return [*lines, *labelled("", in_folder(f"vforlob {sign.command}"), width)]


def number_of(rule: Rule) -> str:
    """The number that decided, what it means and where it is from."""
    return f"Tallet: {counted(rule.number, *UNITS[rule.unit])}. {rule.text} ({rule.cited})"


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return [f"{indent}{line}" for line in wrap(text, width - len(indent) - 1)]


def closely_json(found: Closely) -> dict[str, Any]:
    case = found.facts.case
    return {
        "borger": case.borger.nr,
        "forlob": case.forlob.nr if case.forlob else None,
        "taet": _word_json(found.now) | {"siden": found.since} if found.now else None,
        "for": [_word_json(word) for word in found.earlier],
        "naeste_kontakt": found.next.dato if found.next else None,
        "tegn": [_sign_json(sign, found.rules.get(sign.rule)) for sign in found.tegn],
    }


def _word_json(word: Taet) -> dict[str, Any]:
    return {"id": word.nr, "dato": word.dato, "svar": word.svar, "grund": word.grund, "vi_gor": word.vi_gor}


def _sign_json(sign: Tegn, rule: Rule | None) -> dict[str, Any]:
    return {
        "id": sign.id,
        "tema": sign.theme,
        "saetning": sign.sentence,
        "gor": sign.move,
        "kommando": f"vforlob {sign.command}",
        "hvornar": {NOW: "nu", SOON: "snart", BACKGROUND: "baggrund"}[sign.urgency],
        "fakta": list(sign.facts),
        "regel": sign.rule or None,
        "tal": rule.value if rule else None,
    }
