"""Today's list as JSON: every reason and every command, nothing left out for want of room. Decides nothing."""

from typing import Any

from vforlob.actions.today import Today
from vforlob.actions.today_line import Line
from vforlob.cli.today_commands import first_known
from vforlob.cli.today_words import also_of, words_of
from vforlob.model.due import PutOff, Unjournalised, Whose


def today_json(found: Today) -> dict[str, Any]:
    rows = [
        _row(section, line, found) for section, lines in (("nu", found.now), ("snart", found.soon)) for line in lines
    ]
    rows += [_unjournalised(it) for it in found.journal]
    return {
        "dato": found.today.isoformat(),
        "borgere": found.borgere,
        "forlob": found.forlobene,
        "raekker": rows,
        "udsat": [_put_off(it) for it in found.put_off],
        "til_journalen": {"samtale": 0, **found.to_journal.counts},
        "journal": {
            "skal_ind": found.to_journal.late,
            "aeldste": found.to_journal.oldest or None,
            "flere": "ja" if found.to_journal.more else "nej",
        },
        "ikke_set_efter": found.unseen,
    }


def _row(section: str, line: Line, found: Today) -> dict[str, Any]:
    """`hvorfor` holds all reasons, `gor` and `kommando` are those of the first; in `grunde` each stands by itself."""
    words = words_of(line, found.today)
    return {
        "id": line.nr or line.whose.forlob or line.whose.borger,
        "afsnit": section,
        "slags": line.kind,
        **_whose(line.whose),
        "dato": line.dato,
        "hvorfor": " ".join([words.why, *also_of(line, found.today)]),
        "gor": words.do,
        "kommando": f"vforlob {words.command}",
        "grunde": [_reason(one, found) for one in (line._replace(also=()), *line.also)],
    }


def _reason(line: Line, found: Today) -> dict[str, Any]:
    words = words_of(line, found.today)
    return {
        "slags": line.kind,
        "nr": line.nr or None,
        "dato": line.dato,
        "kilde": line.kilde or None,
        "hvorfor": words.why,
        "gor": words.do,
        "kommando": f"vforlob {words.command}",
    }


def _unjournalised(it: Unjournalised) -> dict[str, Any]:
    number = f"f{it.whose.forlob}" if it.whose.forlob else f"b{it.whose.borger}"
    return {
        "id": it.samtale,
        "afsnit": "journal",
        "slags": "journal",
        **_whose(it.whose),
        "dato": it.dato,
        "hvorfor": "Samtalen har ingen kvittering fra journalen.",
        "gor": "Sæt teksten ind i journalen.",
        "kommando": f"vforlob {first_known(f'journal {number}', f'referat s{it.samtale} --til journal')}",
    }


def _put_off(it: PutOff) -> dict[str, Any]:
    return {"id": it.nr, **_whose(it.whose), "hvad": it.hvad, "til": it.til, "grund": it.grund}


def _whose(whose: Whose) -> dict[str, Any]:
    return {
        "borger": whose.borger,
        "alias": whose.alias,
        "forlob": whose.forlob,
        "virksomhed": whose.virksomhed,
    }
