"""Nobody who has all that is published can tell a small count; with blanks alone they can."""

import random
from collections.abc import Sequence

import pytest

from figures import reached
from vforlob.rules.small_cells import LEAST, Published, could_be, publish, safe_count

TABLES = 10_000
COLUMNS = 3
Counts = list[list[int]]


def random_tables(source: random.Random) -> list[Counts]:
    """The same cases divided in one to five ways; some ways hold few, some many."""
    cases = [source.choices(range(COLUMNS), (6, 2, 2))[0] for _ in range(source.choice((4, 12, 30, 80)))]
    tables = []
    for _ in range(source.randint(1, 5)):
        rows = source.randint(2, 8)
        weights = [source.choice((1, 1, 3, 9)) for _ in range(rows)]
        table = [[0] * COLUMNS for _ in range(rows)]
        for column in cases:
            table[source.choices(range(rows), weights)[0]][column] += 1
        tables.append(table)
    return tables


def recovered(published: Published, counts: Sequence[Counts]) -> tuple[int, int]:
    """How many small counts there are to find, and how many an attacker finds exactly who knows the rule, and that all
    tables count the same cases. The values each cell can have are bits of a number; a sum of cells is a shift of it.
    """
    small = sum(cell < LEAST for table in counts for row in table for cell in row)
    seen = [table for table in published.tables if table is not None]
    found = 0
    for at in range(COLUMNS):
        columns = [[bits(row[at]) for row in table] for table in seen]
        total = -1
        for column in columns:
            total &= summed(column)
        if published.totals is not None:
            total &= bits(published.totals[at])
        for table, column in zip(seen, columns, strict=True):
            for place, row in enumerate(table):
                if row[at] is None:
                    others = summed([*column[:place], *column[place + 1 :]])
                    found += sum(bool(others << value & total) for value in range(LEAST)) == 1
    return small, found


def bits(shown: int | None) -> int:
    if shown is None:
        return (1 << LEAST) - 1
    low, high = max(LEAST, shown - 2), shown + 2
    return (1 << high + 1) - (1 << low)


def summed(column: Sequence[int]) -> int:
    possible = 1
    for values in column:
        possible = sum_of_two(possible, values)
    return possible


def sum_of_two(one: int, other: int) -> int:
    made, value = 0, 0
    while other >> value:
        if other >> value & 1:
            made |= one << value
        value += 1
    return made


def recovered_from_blanks_alone(table: Counts) -> int:
    """The known-bad way: small counts blank, the others as they are, with sums at every row and column. A sum that is
    left for one blank is that blank; nothing left, or as much as there can be, is told of all of them.
    """
    unknown = {(row, at) for row, cells in enumerate(table) for at, cell in enumerate(cells) if cell < LEAST}
    lines = [(0, row) for row in range(len(table))] + [(1, at) for at in range(COLUMNS)]
    found, before = 0, -1
    while before != found:
        before = found
        for which, number in lines:
            left = [cell for cell in unknown if cell[which] == number]
            rest = sum(table[row][at] for row, at in left)
            if left and (len(left) == 1 or rest in {0, (LEAST - 1) * len(left)}):
                unknown -= set(left)
                found += len(left)
    return found


def danish(count: int) -> str:
    return f"{count:,}".replace(",", ".")


@pytest.mark.safety
@pytest.mark.tal
def test_no_small_count_can_be_told_from_all_that_is_published() -> None:
    source = random.Random(17)
    small = told = with_blanks_alone = 0

    for _ in range(TABLES):
        tables = random_tables(source)
        there, found = recovered(publish(tables), tables)
        small, told = small + there, told + found
        with_blanks_alone += recovered_from_blanks_alone(tables[0]) > 0

    reached(
        17,
        "Små tal i det, der deles med teamet, som en, der har alle de viste tal, kan regne ud",
        required="10.000 sæt tabeller, 0 små tal regnet ud",
        reached=f"{danish(TABLES)} sæt tabeller med {danish(small)} små tal, {told} regnet ud",
        control=f"tomme felter alene, med summer: små tal regnet ud i {danish(with_blanks_alone)} tabeller",
    )
    assert told == 0
    assert small > TABLES
    assert with_blanks_alone > TABLES // 2


def test_the_attacker_finds_what_was_left_to_find() -> None:
    tables = [[[7, 0, 0], [7, 0, 0], [7, 0, 0]], [[13, 0, 0], [8, 0, 0], [0, 0, 0]]]
    carelessly = Published(
        tuple(tuple(tuple(safe_count(cell) for cell in row) for row in table) for table in tables), None
    )

    assert recovered(carelessly, tables)[1] == 1  # 21 at most in the first, 13 + 8 at least in the other
    assert recovered(publish(tables), tables)[1] == 0
    assert publish(tables).tables[1] is None


@pytest.mark.parametrize(
    ("count", "shown"), [(0, None), (4, None), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (100, 100)]
)
def test_a_count_is_blank_under_five_and_else_the_nearest_five(count: int, shown: int | None) -> None:
    assert safe_count(count) == shown
    assert could_be(shown).low <= count <= could_be(shown).high


def test_sums_are_there_only_where_nothing_is_blank() -> None:
    whole, with_a_blank = [[6, 9, 11], [7, 9, 30]], [[6, 9, 11], [7, 9, 4]]

    assert publish([whole]).totals == (15, 20, 40)
    assert publish([with_a_blank]).totals is None
    assert publish([whole, [[10, 15, 41], [3, 3, 0]]]).totals is None


def test_nothing_to_publish_is_nothing() -> None:
    assert publish([]) == Published((), None)
