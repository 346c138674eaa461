"""One of two windows on the same folder: `python window.py FOLDER NAME` runs the lines that are sent in, one a line.

A line is JSON: {"id": 7, "argv": [...], "stdin": "..."}. What came of it is said as JSON on a line of its own.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from running import run

if __name__ == "__main__":
    folder = sys.argv[1]
    sys.stdout.write("READY\n")
    sys.stdout.flush()
    for asked in sys.stdin:
        line = json.loads(asked)
        ran = run(*line["argv"], folder=folder, stdin=line["stdin"])
        sys.stdout.write(json.dumps({"id": line["id"], "code": ran.code, "out": ran.out, "err": ran.err}) + "\n")
        sys.stdout.flush()
