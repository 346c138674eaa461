"""The words that would betray English on a screen. Words that Danish has too are not among them."""

import re

_WORDS = """
abort aborted about above after again already an and any are argument arguments as available be been before between but
call can cannot check choice choices choose close command commands could default delete did directory does done edit
empty error errors exit expected extra failed false file files first found from got help here how if input install
integer invalid it key keys last less line locked long make mean message missing more must name needed new next not
nothing number of only option optional options or other out output password path please possible press quit read
required requires run save saved select should show size some string such text that the their them then there
these they this too true try type unexpected unknown usage use used value values version was were what when where which
while with without would wrong yes you your
"""
WORDS = frozenset(_WORDS.split())


def english_in(text: str) -> list[str]:
    """Every English word on the screen. What is typed (options, file names, quoted words) is no word of ours."""
    ours = re.sub(r"\S*/\S*|--?[\wæøåÆØÅ-]+|»[^«]*«|\S+\.\w+|\bVFORLOB_\w+(=\S+)?|vforlob", " ", text)
    return [word for word in re.findall(r"[a-zæøå]+", ours.casefold()) if word in WORDS]
