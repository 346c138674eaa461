"""The peers: two well-known Python programs that ask, in an environment of their own. Installs them once."""

import os
import subprocess
import venv

TEMPLATE = """_envops: {{}}
svar1: {{type: str, help: "Svar 1?"}}
svar2: {{type: str, help: "Svar 2?"}}
svar3: {{type: str, help: "Svar 3?"}}
"""
JRNL = """version: v4.6
journals: {{default: {{journal: "{journal}"}}}}
editor: ''
encrypt: false
template: false
default_hour: 9
default_minute: 0
timeformat: '%F %r'
tagsymbols: '#@'
highlight: true
linewrap: 79
indent_character: '|'
colors: {{body: none, date: none, tags: none, title: none}}
"""


def find_peers(folder: str, place: str) -> dict[str, list[str]]:
    """Name to the line that makes it ask its first question; empty when nothing can be installed."""
    scripts = os.path.join(folder, "Scripts" if os.name == "nt" else "bin")
    if not os.path.exists(os.path.join(scripts, "copier")):
        venv.create(folder, with_pip=True)
        install = [os.path.join(scripts, "python"), "-m", "pip", "install", "--quiet", "jrnl", "copier"]
        if subprocess.run(install, capture_output=True).returncode:
            return {}
    return {"copier": _copier(scripts, place), "jrnl": _jrnl(scripts, place)}


def _copier(scripts: str, place: str) -> list[str]:
    template = os.path.join(place, "skabelon")
    os.makedirs(template, exist_ok=True)
    with open(os.path.join(template, "copier.yml"), "w") as file:
        file.write(TEMPLATE.format())
    return [os.path.join(scripts, "copier"), "copy", template, os.path.join(place, "ud")]


def _jrnl(scripts: str, place: str) -> list[str]:
    path, journal = os.path.join(place, "jrnl.yaml"), os.path.join(place, "journal.txt")
    with open(path, "w") as file:
        file.write(JRNL.format(journal=journal))
    with open(journal, "a"):
        pass
    return [os.path.join(scripts, "jrnl"), "--config-file", path]
