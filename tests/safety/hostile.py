"""Texts that would do harm on a screen, in a document or in a file, and how harm is seen. Knows no command."""

import unicodedata

from vforlob.model.text import clean

LONG = "Sætning på dansk med æ, ø og å. " * 157  # a little more than 5,000 characters

# Name -> text. They are what a person could paste, so none is empty and none is a cpr number.
HOSTILE: dict[str, str] = {
    # --- what steers a terminal ---
    "esc-colour": "før\x1b[31mrød\x1b[0m efter",
    "esc-clear": "\x1b[2J\x1b[H\x1b[3Jskærmen er tom",
    "esc-cursor": "sandt\x1b[5Dløgn",
    "esc-reset": "\x1bc\x1b[?1049l\x1b[?25l skjult markør",
    "osc-title": "\x1b]0;ejet\x07titel",
    "osc-8-link": "\x1b]8;;https://ondt.example\x1b\\tryk her\x1b]8;;\x1b\\",
    "osc-52-clipboard": "\x1b]52;c;cm0gLXJmIH4=\x07udklip",
    "dcs": "\x1bP+q544e\x1b\\ spørg terminalen",
    "report": "\x1b[6n\x1b[c\x1b[>q svar mig",
    "c1-csi": "før\x9b31mrød\x9b0m",
    "c1-osc": "før\x9d0;ejet\x9c efter",
    "nel": "linje\x85linje",
    "controls": "".join(map(chr, (1, 2, 3, 4, 5, 6, 14, 15, 26, 28, 29, 30, 31))) + "alle de andre",
    "null": "før\x00efter",
    "delete-and-backspace": "nej\x08\x08\x08ja \x7f\x7f",
    "bell": "\x07\x07\x07ring",
    "carriage-return": "gemt\rikke gemt",
    "vertical-and-form-feed": "en\x0bto\x0ctre",
    # --- what deceives the eye ---
    "bidi-override": "kan \u202eekki\u202c komme",
    "bidi-isolate": "\u2066skjult\u2069 \u2067mere\u2069",
    "bidi-marks": "a\u200eb\u200fc\u061cd",
    "bom": "\ufeffførst og midt\ufeffi",
    "line-separators": "en\u2028to\u2029tre",
    "rtl": "مرحبا, שלום og goddag",
    "emoji-zwj": "familien 👩‍👩‍👧‍👦 og 🏳️‍🌈 og 👍🏽",
    "nfd": unicodedata.normalize("NFD", "blåbærgrød på Ærø"),
    "zalgo": "Z̴̡̛a̷͍͝l̶̰̈́g̷̱̀o̶̫͐ tekst",
    "wide": "日本語 og １２３ ＝１＋１",
    "private-use": "\ue000\U000f0000 og mere",
    # --- what a library would take for its own ---
    "rich-close": "[/] og [/red] og [bold",
    "rich-colour": "[red]x[/red] [link=https://ondt.example]her[/link]",
    "rich-note": "[note: syg]",
    "rich-emoji": ":smile: :skull: :+1:",
    "jinja-expression": "{{ 7*7 }} {{ referat.__class__.__mro__ }}",
    "jinja-statement": "{% raw %}{% for x in range(9) %}{{ x }}{% endfor %}{# væk #}",
    "html": "<script>alert('x')</script><img src=x onerror=alert(1)> & \"citat\" <b>fed</b>",
    "html-comment": "--><!-- ]]> </title></body> &lt;b&gt; &#60;i&#62;",
    "markdown": "# Stor **fed** _kursiv_ `kode` [her](https://ondt.example) ![b](x) ~~væk~~",
    "markdown-table": "| a | b |\n| - | - |\n1. et\n2. to\n- punkt\n> citat\n---\n===",
    "formula": "=1+1",
    "formula-phone": "+45 12 34 56 78",
    "formula-at": "@SUM(A1:A9)",
    "formula-minus": "-2+3 er ikke et tal",
    "formula-wide": "＝cmd|'/c calc'!A0",
    "percent": "%s %(x)s %n %d 100 %",
    "braces": "{0} {x} {x!r:>99999999} {} {{",
    "backslash": "slutter med \\",
    "backslashes": "\\n \\u0041 \\x1b[31m \\\\server\\mappe\\",
    "quotes": "\"\"\" ''' `` »« ’ \" '",
    "toml": '"""\n[samtale]\nafslut = false\n#',
    "colon-command": ":p :o :5 ikke en kommando",
    # --- what an operating system or a database would take for its own ---
    "path": "../../../etc/passwd",
    "path-absolute": "/dev/tty C:\\CON \\\\.\\NUL",
    "reserved-name": "CON.toml. ",
    "shell": "$(id) `id` ; rm -rf ~ | tee x && a > b",
    "sql": "'; DROP TABLE borger; --",
    "like": "100% _ %% [a-z]",
    "fts": 'ryg-problemer AND "halv NEAR(a b) * ^kolonne:x',
    "option": "--svar -h --json",
    # --- what does not fit ---
    "long": LONG,
    "long-word": "ordudenmellemrum" * 320,
    "lines": "\n".join(f"linje {number}" for number in range(200)),
    "blank-lines": "en\n\n\n\nto",
    "tabs": "a\tb\t\tc",
    "spaces": "a \u00a0 \u2003 \u3000 b",
    "one-letter": "å",
}

# What arrives as bytes and is no UTF-8, or what UTF-8 may not hold.
BYTES: dict[str, bytes] = {
    "latin-1": "blåbær".encode("latin-1"),
    "lone-surrogate": b"f\xed\xa0\xbdr",
    "overlong": b"\xc0\xaf\xe0\x80\xaf",
    "cut-off": "æ".encode()[:1],
    "continuation": b"\x80\x80",
    "utf-16": "blåbær".encode("utf-16"),
    "too-high": b"\xf4\x90\x80\x80",
    "not-a-byte": b"\xfe\xff\xfe",
}

_BIDI = {chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_FORBIDDEN = _BIDI | {"\u2028", "\u2029", "\ufeff"}


def harmful(screen: str) -> list[str]:
    """Every character that steers a terminal or turns the reading order, by its code."""
    return [
        f"U+{ord(ch):04X}"
        for ch in screen
        if ch != "\n" and (ch in _FORBIDDEN or unicodedata.category(ch) in {"Cc", "Cs"})
    ]


def squeezed(text: str) -> str:
    """Without white space, so that a text that was wrapped is the text again."""
    return "".join(text.split())


def is_shown(text: str, screen: str) -> bool:
    """The whole text stands there, however it was wrapped."""
    return squeezed(clean(text)) in squeezed(screen)


def in_toml(text: str) -> str:
    """As a basic string that no reader of TOML can misunderstand, in lines that are short enough for our own reader."""
    letters = [ch if ch.isprintable() and ch not in '"\\' else f"\\U{ord(ch):08x}" for ch in text]
    return '"""' + "\\\n".join(map(_one_line, (letters[at : at + 300] for at in range(0, len(letters), 300)))) + '"""'


def _one_line(letters: list[str]) -> str:
    """White space at the start of a line would be lost after the line that is continued."""
    first = f"\\u{ord(letters[0]):04x}" if letters[0] == " " else letters[0]
    return first + "".join(letters[1:])
