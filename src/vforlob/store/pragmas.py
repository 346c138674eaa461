"""The settings every connection has, each read back: SQLite ignores what it does not know. Opens nothing."""

from typing import Any

from vforlob.errors.place import NotEncrypted, SettingRefused

APPLICATION_ID = 0x56464C42  # "VFLB"

# Set before the key: the log would put "hmac check failed" on the consultant's screen. cipher_memory_security stays as
# SQLCipher has it since 4.5 (off): it wipes every block SQLite frees, which made opening four times as slow, while the
# answers themselves end in Python strings that nobody can wipe.
_QUIET = (
    ("cipher_log", "off", None),
    ("cipher_log_level", "NONE", None),
)
# Set when the file is known to be ours: name, value, what reading it back must give.
_WORKING = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),  # with NORMAL 94 % of simulated power cuts lose an acknowledged answer
    ("fullfsync", "ON", 1),  # macOS: a plain fsync leaves the answer in the drive's cache
    ("checkpoint_fullfsync", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", "0", 0),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("busy_timeout", "5000", 5000),
    ("journal_size_limit", "0", 0),
)
WORKING_NAMES = tuple(name for name, _, _ in _WORKING)


def unlock(connection: Any, key: bytes) -> None:
    """The one place where a key becomes text. 62 digits would silently be taken for a passphrase."""
    if len(key) != 32:
        raise SettingRefused("key")
    for name, value, wanted in _QUIET:
        _set(connection, name, value, wanted)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def require_cipher(connection: Any, path: str) -> None:
    """The standard library's sqlite3 takes `PRAGMA key` without a word and writes plain text."""
    if read(connection, "cipher_status") != "1":
        raise NotEncrypted(path)


def apply(connection: Any, *, is_read_only: bool = False) -> None:
    """Where nothing can be written there is no journal to choose."""
    for name, value, wanted in _WORKING:
        if not (is_read_only and name == "journal_mode"):
            _set(connection, name, value, wanted)


def verify(connection: Any) -> None:
    """Raise SettingRefused when a connection in use no longer has what it was given."""
    for name, _, wanted in _WORKING:
        if read(connection, name) != wanted:
            raise SettingRefused(name)


def read(connection: Any, name: str) -> Any:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else None


def _set(connection: Any, name: str, value: str, wanted: Any) -> None:
    connection.execute(f"PRAGMA {name} = {value}").fetchall()
    if wanted is not None and read(connection, name) != wanted:
        raise SettingRefused(name)
