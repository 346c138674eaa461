"""Measure what the consultant feels, beside the floor and two peers in the same run, and print it as Markdown.

    python bench/run.py [--rounds N] [--peers FOLDER] [--large N] [--only WORD]

The floor is `python -c pass` in the environment this runs in. The peers, jrnl and copier, are installed into an
environment of their own in FOLDER when they are not there; without a package index they are left out, and said so.
Documents have two more, which are used where they are installed: weasyprint (its script in WEASYPRINT or on the PATH)
and LibreOffice.
"""

import argparse
import os
import platform
import sys
import tempfile

from checking import measure_checking
from documents import measure_documents
from lists import measure_lists
from overview import measure_overview
from peers import find_peers
from saving import measure_saving
from searching import measure_searching
from starting import measure_starts
from unlocking import measure_unlock

from meeting import measure_meeting

PARTS = {
    "start": measure_starts,
    "samtale": measure_meeting,
    "gem": measure_saving,
    "liste": measure_lists,
    "overblik": measure_overview,
    "adgang": measure_unlock,
    "papir": measure_documents,
    "find": measure_searching,
    "tjek": measure_checking,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--large", type=int, default=10_000)
    parser.add_argument("--peers", default="")
    parser.add_argument("--only", choices=PARTS, action="append")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vforlob-bench-") as place:
        os.environ["HOME"] = place
        peers = find_peers(given.peers or os.path.join(place, "peers"), place)
        print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores, {given.rounds} rounds")
        print(f"Peers: {', '.join(sorted(peers)) or 'none could be installed'}\n")
        print("| what | best ms | median ms | ratio | beside | goal | kept |\n|---|--:|--:|--:|---|---|---|")
        kept = True
        for name in given.only or PARTS:
            for row in PARTS[name](place, given.rounds, peers, given.large):
                kept = kept and row.kept is not False
                print(row.as_markdown(), flush=True)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
