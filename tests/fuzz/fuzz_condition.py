"""The language of `hvis`: read or refused with a sentence, and whatever was read has an answer."""

import atheris
from fuzzing import INSTRUMENTED, drive, told

with atheris.instrument_imports(include=INSTRUMENTED):
    from vforlob.agenda.condition import holds, named, parse
    from vforlob.errors.agenda import BadCondition
    from vforlob.model.answers import Key

ANSWERS = {Key("a", "svar"): "ja", Key("b", "svar"): ("x", "y"), Key("c", "felt", 1): 3.5, Key("c", "felt", 2): 4}


def reader(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    try:
        condition = parse(text)
    except BadCondition as bad:
        told(bad.sentence)
        return
    assert list(named(condition))
    for row in (None, ("c", 1)):
        assert holds(condition, ANSWERS, row, "kombination") in {True, False}
        holds(condition, {}, row)


@atheris.instrument_func
def naive(data: bytes) -> None:
    """Read from left to right by whoever never meets a parenthesis that is not closed."""
    words = data.decode("utf-8", "replace").replace("(", " ( ").replace(")", " ) ").split()
    depth = 0
    for word in words:
        depth += (word == "(") - (word == ")")
    if "og" in words and depth:
        raise IndexError(depth)


drive(reader, naive)
