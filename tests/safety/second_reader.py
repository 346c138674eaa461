"""A data folder opened without a line of ours: another SQLite, another cipher library, the envelope as JSON.

What is written here is all that is needed to get everything out, should the program one day not run.
"""

import base64
import hashlib
import json
import unicodedata
from pathlib import Path
from typing import Any

import apsw
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Rows = dict[str, list[tuple[Any, ...]]]


def key_by_passphrase(folder: Path, passphrase: str) -> bytes:
    envelope = json.loads((folder / "noegle.json").read_text())
    kdf, box = envelope["kdf"], base64.b64decode(envelope["adgang"])
    typed = " ".join(unicodedata.normalize("NFC", passphrase).split())
    outer = Argon2id(
        salt=base64.b64decode(kdf["salt"]), length=32, iterations=kdf["t"], lanes=kdf["p"], memory_cost=kdf["m"]
    ).derive(typed.encode())
    return ChaCha20Poly1305(outer).decrypt(box[:12], box[12:], f"vforlob-noegle-v1 adgang {envelope['art']}".encode())


def key_by_code(folder: Path, code: str) -> bytes:
    """The code is 160 bits in the letters of Crockford and a check letter."""
    envelope = json.loads((folder / "noegle.json").read_text())
    digits = [int("0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(sign)) for sign in code.replace("-", "")[:32]]
    secret = sum(digit << 5 * (31 - place) for place, digit in enumerate(digits)).to_bytes(20, "big")
    outer = HKDF(SHA256(), 32, base64.b64decode(envelope["gendan_salt"]), b"vforlob gendannelse v1").derive(secret)
    box = base64.b64decode(envelope["gendan"])
    return ChaCha20Poly1305(outer).decrypt(box[:12], box[12:], f"vforlob-noegle-v1 gendan {envelope['art']}".encode())


def opened(folder: Path, key: bytes) -> apsw.Connection:
    other = apsw.Connection(str(folder / "vforlob.db"), flags=apsw.SQLITE_OPEN_READONLY)
    other.pragma("cipher", "sqlcipher")
    other.pragma("legacy", 4)
    other.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return other


def every_row(connection: Any) -> Rows:
    """Of every table, also those behind the search; in an order of their own contents."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
    return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def hash_of(rows: Rows) -> str:
    return hashlib.sha256(repr(sorted(rows.items())).encode()).hexdigest()
