"""What `--kolonner` and `--ellers` say: pairs of words, matched to columns and felter. Knows no value's rules."""

from collections.abc import Iterator, Mapping
from datetime import date

from vforlob.actions.importing.cells import read_cell
from vforlob.actions.importing.columns import Column, with_target
from vforlob.actions.importing.sheet import Sheet
from vforlob.actions.importing.targets import Target, own_names
from vforlob.agenda.near import did_you_mean
from vforlob.errors.answer import BadAnswer
from vforlob.errors.use import WrongUse
from vforlob.model.answers import Value
from vforlob.rules.danish import listed, quoted
from vforlob.rules.import_headers import meant_by, plain_header

UNUSED = frozenset({"", "bruges ikke", "ingen", "intet"})


def corrected(
    columns: tuple[Column, ...], wish: str, emne: str, targets: Mapping[str, Target], sheet: Sheet
) -> tuple[Column, ...]:
    """ "Mål=Målgruppe; D=-": by header or by letter. Raises WrongUse."""
    for left, right in _pairs(wish, "--kolonner", "Kolonne=felt", emne):
        column = _column_named(left, columns, emne)
        target = "" if plain_header(right) in UNUSED else target_named(right, emne, targets)
        if column.is_refused and target:
            raise WrongUse(f"Kolonne {column.letter} ligner cpr-numre og bliver ikke læst.", command=_command(emne))
        columns = with_target(columns, column.at, target, sheet, joins=bool(target) and targets[target].joined)
    return columns


def common_answers(wish: str, emne: str, targets: Mapping[str, Target], today: date) -> dict[str, Value]:
    """ "Parathed=tæt på; Branche=lager": what a row that says nothing itself is taken to say. Raises WrongUse."""
    found: dict[str, Value] = {}
    for left, right in _pairs(wish, "--ellers", "Felt=svar", emne):
        target = target_named(left, emne, targets)
        try:
            value = read_cell(targets[target].felt, right, today)
        except BadAnswer as bad:
            raise WrongUse(f"{targets[target].label}: {bad.sentence}", command=_command(emne)) from None
        if value is not None:
            found[target] = value
    return found


def _command(emne: str) -> str:
    return f"importer {_WORD[emne]}"


_WORD = {"borger": "borgere", "virksomhed": "virksomheder", "forlob": "forløb"}


def target_named(word: str, emne: str, targets: Mapping[str, Target]) -> str:
    """By the name the program uses, else by a word people use for it."""
    names = own_names(dict(targets))
    found = names.get(plain_header(word)) or meant_by(emne, word, names)[0]
    if found in targets:
        return found
    texts = [target.label for target in targets.values()]
    raise WrongUse(
        f"Feltet {quoted(word)} kendes ikke{did_you_mean(word, texts)}.",
        f"Felterne er: {listed(texts)}.",
        command=_command(emne),
    )


def _column_named(word: str, columns: tuple[Column, ...], emne: str) -> Column:
    wanted = plain_header(word)
    named = [column for column in columns if wanted and plain_header(column.header) == wanted]
    lettered = [column for column in columns if column.letter == word.strip().upper()]
    found = named or lettered
    if len(found) == 1:
        return found[0]
    if found:
        letters = listed([column.letter for column in found], "og")
        raise WrongUse(
            f"Der er flere kolonner med den overskrift: {letters}. Skriv bogstavet i stedet, fx {found[0].letter}=...",
            command=_command(emne),
        )
    headers = [column.header for column in columns if column.header]
    raise WrongUse(
        f"Der er ingen kolonne, der hedder {quoted(word)}{did_you_mean(word, headers)}.",
        f"Kolonnerne er: {listed([quoted(header) for header in headers])}.",
        command=_command(emne),
    )


def _pairs(wish: str, flag: str, shape: str, emne: str) -> Iterator[tuple[str, str]]:
    for part in wish.replace("\n", ";").split(";"):
        if not part.strip():
            continue
        left, equals, right = part.partition("=")
        if not equals or not left.strip():
            raise WrongUse(
                f'Efter {flag} skal der stå {shape}, og semikolon mellem flere: {flag} "{shape}; {shape}".',
                command=_command(emne),
            )
        yield left.strip(), right.strip()
