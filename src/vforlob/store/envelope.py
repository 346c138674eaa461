"""noegle.json as a value: read strictly, written whole, with what tells a wrong key from damage. Wraps nothing."""

import os
from typing import Any, NamedTuple

from vforlob.errors.key import KeyEnvelopeDamaged, KeyEnvelopeMissing, KeyEnvelopeNewer, WrongRawKey
from vforlob.store.files import atomic_write, check_private_file, read_small

try:
    from _blake2 import blake2b  # hashlib costs 2.5 ms more, and this is met before the first screen
except ImportError:
    from hashlib import blake2b

NAME = "noegle.json"
PASSPHRASE, RAW_KEY, DEMO = "adgangssaetning", "raanoegle", "demo"
KEY_BYTES = 32
_KINDS = frozenset({PASSPHRASE, RAW_KEY, DEMO})
_VERSION = 1
LARGEST = 8 * 1024
_SHORTEST_SALT = 8  # argon2 takes no less


class Cost(NamedTuple):
    """What argon2id is asked to spend: passes, KiB of memory, lanes."""

    t: int
    m: int
    p: int


class Wrapped(NamedTuple):
    """The key under something else: `salt` for the derivation, `box` is the nonce and what it sealed."""

    salt: bytes
    box: bytes


class Envelope(NamedTuple):
    """`mark` names the folder without telling anything of it. `check` is a hash under the key itself.

    A folder with a raw key has no `cost`, `passphrase` or `recovery`: the key is in the consultant's own file.
    """

    kind: str
    mark: str
    check: str
    cost: Cost | None = None
    passphrase: Wrapped | None = None
    recovery: Wrapped | None = None
    in_keyring: bool = False

    def is_of_same_key(self, other: "Envelope") -> bool:
        """Of the same folder and key, whatever they are locked with."""
        return (self.kind, self.mark, self.check) == (other.kind, other.mark, other.check)


def path_of(folder: str) -> str:
    return os.path.join(folder, NAME)


def new_envelope(kind: str, key: bytes) -> Envelope:
    mark = os.urandom(8).hex()
    return Envelope(kind, mark, _check_of(kind, mark, key))


def verify_key(envelope: Envelope, key: bytes) -> None:
    # No constant time: whoever can measure this can read the file, and the check tells nothing of a random key.
    if len(key) != KEY_BYTES or _check_of(envelope.kind, envelope.mark, key) != envelope.check:
        raise WrongRawKey


def _check_of(kind: str, mark: str, key: bytes) -> str:
    return blake2b(f"{kind} {mark}".encode(), key=key, digest_size=32, person=b"vforlob-tjek-v1").hexdigest()


def read_envelope(folder: str) -> Envelope:
    return read_envelope_file(path_of(folder))


def read_envelope_file(path: str) -> Envelope:
    """Also for the envelope of a copy, which is noegle.json under another name."""
    try:
        check_private_file(path)
        content = read_small(path, LARGEST)
    except FileNotFoundError:
        raise KeyEnvelopeMissing from None
    return envelope_in(content)


def envelope_in(content: bytes) -> Envelope:
    """Raises KeyEnvelopeDamaged and KeyEnvelopeNewer."""
    try:
        return _envelope_of(_intact(content))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise KeyEnvelopeDamaged from None


def write_envelope(folder: str, envelope: Envelope) -> None:
    write_envelope_file(path_of(folder), envelope)


def write_envelope_file(path: str, envelope: Envelope) -> None:
    """On the disk, old or new, when we return."""
    import json  # late: only set-up and a new passphrase write

    table = _table_of(envelope)
    table["sum"] = _sum_of(table)
    atomic_write(path, (json.dumps(table, indent=1) + "\n").encode())


def _intact(content: bytes) -> dict[str, Any]:
    import json  # late: folders are set up and refused without it

    table = json.loads(content.decode("ascii"))
    if len(content) > LARGEST or table.pop("sum") != _sum_of(table):
        raise ValueError
    if table["version"] != _VERSION:
        raise KeyEnvelopeNewer
    return dict(table)


def _sum_of(table: dict[str, Any]) -> str:
    """Finds damage. Against a deliberate change stand the seals and the check under the key."""
    import json  # late: as above

    canonical = json.dumps(table, sort_keys=True, separators=(",", ":"))
    return blake2b(canonical.encode(), digest_size=16).hexdigest()


def _table_of(envelope: Envelope) -> dict[str, Any]:
    table: dict[str, Any] = {"version": _VERSION, "art": envelope.kind, "maerke": envelope.mark, "tjek": envelope.check}
    if envelope.cost and envelope.passphrase:
        salt = _to_text(envelope.passphrase.salt)
        table["kdf"] = {"navn": "argon2id", **envelope.cost._asdict(), "salt": salt}
        table["adgang"] = _to_text(envelope.passphrase.box)
    if envelope.recovery:
        table["gendan_salt"] = _to_text(envelope.recovery.salt)
        table["gendan"] = _to_text(envelope.recovery.box)
    table["noeglering"] = envelope.in_keyring
    return table


def _envelope_of(table: dict[str, Any]) -> Envelope:
    kdf = table.get("kdf")
    kind, mark, check = (str(table[word]) for word in ("art", "maerke", "tjek"))
    if kind not in _KINDS or (kdf is None and kind == PASSPHRASE):
        raise ValueError
    recovery = Wrapped(_to_bytes(table["gendan_salt"]), _to_bytes(table["gendan"])) if "gendan" in table else None
    if kdf is None:
        return Envelope(kind, mark, check, None, None, recovery, table["noeglering"] is True)
    if kdf["navn"] != "argon2id":
        raise ValueError
    cost = Cost(*(_whole_number(kdf[word]) for word in Cost._fields))
    if len(_to_bytes(kdf["salt"])) < _SHORTEST_SALT:
        raise ValueError
    wrapped = Wrapped(_to_bytes(kdf["salt"]), _to_bytes(table["adgang"]))
    return Envelope(kind, mark, check, cost, wrapped, recovery, table["noeglering"] is True)


def _whole_number(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _to_text(value: bytes) -> str:
    from binascii import b2a_base64  # late: folders with a raw key hold none

    return b2a_base64(value, newline=False).decode()


def _to_bytes(text: str) -> bytes:
    from binascii import a2b_base64  # late: as above

    return a2b_base64(text, strict_mode=True)
