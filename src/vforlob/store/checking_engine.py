"""The versions of the database engine and of its encryption. Opens no file."""


def engine_versions() -> tuple[tuple[str, str], ...]:
    from sqlcipher3._sqlite3 import connect, sqlite_version  # late: 7 ms of library

    connection = connect(":memory:")
    try:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return ("SQLite", str(sqlite_version)), ("SQLCipher", str(cipher[0]) if cipher else "mangler")
