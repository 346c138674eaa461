"""The key under a passphrase, a recovery code and its own check."""

import json
import os
import random
import stat
from pathlib import Path

import pytest

from vforlob.errors.base import ExitCode, VforlobError
from vforlob.errors.key import (
    KeyEnvelopeDamaged,
    KeyEnvelopeMissing,
    KeyEnvelopeNewer,
    KeyEnvelopeUnsafe,
    MistypedRecoveryCode,
    WrongPassphrase,
    WrongRawKey,
    WrongRecoveryCode,
)
from vforlob.errors.place import AlreadySetUp, OpenToOthers, SymlinkRefused
from vforlob.store import key, recovery
from vforlob.store.envelope import DEMO, PASSPHRASE, RAW_KEY, Cost, Envelope, read_envelope, write_envelope

PASSPHRASE_TYPED = "korrekt hest batteri hæfteklamme"
CHEAP = Cost(t=1, m=8, p=1)


@pytest.fixture
def private(tmp_path: Path) -> str:
    os.mkdir(tmp_path / "mappe", 0o700)
    return str(tmp_path / "mappe")


@pytest.fixture
def made(private: str) -> tuple[str, bytes, str]:
    """A folder whose passphrase is cheap to try: folder, key, recovery code."""
    return private, *key.create_with_passphrase(private, PASSPHRASE_TYPED, cost=CHEAP, kind=DEMO)


def test_the_passphrase_gives_the_key_back(made: tuple[str, bytes, str]) -> None:
    folder, secret, _ = made

    assert key.unlock_with_passphrase(folder, PASSPHRASE_TYPED) == secret


def test_the_real_cost_is_what_a_new_folder_gets(private: str) -> None:
    secret, code = key.create_with_passphrase(private, PASSPHRASE_TYPED)

    assert read_envelope(private).cost == Cost(t=3, m=65536, p=4)
    assert key.unlock_with_passphrase(private, PASSPHRASE_TYPED) == secret
    assert key.unlock_with_code(private, code) == secret
    assert key.kind_of_key(private) == PASSPHRASE
    assert not key.is_test_folder(private)


def test_an_a_with_a_ring_typed_as_two_characters_is_the_same_letter(private: str) -> None:
    secret, _ = key.create_with_passphrase(private, "blå gås går på stranden", cost=CHEAP, kind=DEMO)

    assert key.unlock_with_passphrase(private, "  bla\u030a gås  går på stranden ") == secret


@pytest.mark.parametrize(
    "typed", ["", "korrekt hest batteri hæfteklamm", PASSPHRASE_TYPED.upper(), "\x00", "\udc80", "x" * 9999]
)
def test_a_wrong_passphrase_is_told_as_one(made: tuple[str, bytes, str], typed: str) -> None:
    with pytest.raises(WrongPassphrase) as told:
        key.unlock_with_passphrase(made[0], typed)

    assert told.value.exit_code == ExitCode.WRONG_KEY
    assert typed not in str(told.value) or not typed


def test_no_two_folders_share_a_key_a_salt_or_a_mark(tmp_path: Path) -> None:
    envelopes, keys = [], set()
    for name in "abc":
        os.mkdir(tmp_path / name, 0o700)
        keys.add(key.create_with_passphrase(str(tmp_path / name), PASSPHRASE_TYPED, cost=CHEAP, kind=DEMO)[0])
        envelopes.append(read_envelope(str(tmp_path / name)))

    assert len(keys) == 3
    assert len({it.mark for it in envelopes}) == 3
    assert len({it.passphrase.salt for it in envelopes if it.passphrase}) == 3


@pytest.mark.parametrize("change", [str.lower, lambda c: c.replace("-", " "), lambda c: c.replace("-", "")])
def test_the_recovery_code_may_be_typed_as_people_type(made: tuple[str, bytes, str], change: object) -> None:
    folder, secret, code = made

    assert key.unlock_with_code(folder, change(code)) == secret  # type: ignore[operator]


def test_the_letters_that_look_like_digits_are_those_digits() -> None:
    secret = bytes(20)
    code = recovery.code_of(secret)

    assert recovery.secret_of(code.replace("0", "o")) == secret
    assert recovery.secret_of(recovery.code_of(b"\x08\x42" * 10).replace("1", "l")) == b"\x08\x42" * 10
    assert recovery.secret_of(recovery.code_of(b"\x08\x42" * 10).replace("1", "I")) == b"\x08\x42" * 10


def test_of_2000_slips_in_a_code_none_is_accepted_and_none_reaches_the_key(made: tuple[str, bytes, str]) -> None:
    code, dice = made[2], random.Random(1)
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    places = [place for place, character in enumerate(code) if character != "-"]
    accepted = 0

    for _ in range(2000):
        typed, place = list(code), dice.choice(places)
        typed[place] = dice.choice([character for character in alphabet if character != typed[place]])
        try:
            recovery.secret_of("".join(typed))
            accepted += 1
        except MistypedRecoveryCode:
            pass

    assert accepted == 0


def test_two_neighbours_that_change_places_are_noticed(made: tuple[str, bytes, str]) -> None:
    plain = made[2].replace("-", "")
    swapped = [plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :] for at in range(len(plain) - 1)]

    for typed in swapped:
        if typed != plain:
            with pytest.raises(MistypedRecoveryCode):
                recovery.secret_of(typed)


@pytest.mark.parametrize("typed", ["", "hej", "U" * 33, "æ" * 33, "0" * 32, "0" * 34, "95AB-3YG7", "\ud800"])
def test_what_is_no_code_is_told_as_a_slip(made: tuple[str, bytes, str], typed: str) -> None:
    with pytest.raises(MistypedRecoveryCode):
        key.unlock_with_code(made[0], typed)


def test_a_hundred_random_codes_come_back_as_they_were() -> None:
    secrets = [recovery.new_secret() for _ in range(100)]

    assert [recovery.secret_of(recovery.code_of(secret)) for secret in secrets] == secrets


def test_the_code_of_another_folder_opens_nothing(made: tuple[str, bytes, str]) -> None:
    with pytest.raises(WrongRecoveryCode):
        key.unlock_with_code(made[0], recovery.code_of(recovery.new_secret()))


def test_a_new_passphrase_leaves_the_key_and_the_code(made: tuple[str, bytes, str]) -> None:
    folder, secret, code = made

    key.change_passphrase(folder, secret, "et nyt og længere sæt ord")

    assert key.unlock_with_passphrase(folder, "et nyt og længere sæt ord") == secret
    assert key.unlock_with_code(folder, code) == secret
    with pytest.raises(WrongPassphrase):
        key.unlock_with_passphrase(folder, PASSPHRASE_TYPED)


def test_a_new_code_ends_the_old_one(made: tuple[str, bytes, str]) -> None:
    folder, secret, code = made

    new = key.renew_recovery_code(folder, secret)

    assert key.unlock_with_code(folder, new) == secret
    with pytest.raises(WrongRecoveryCode):
        key.unlock_with_code(folder, code)


def test_nothing_is_rewrapped_for_a_key_of_another_folder(made: tuple[str, bytes, str]) -> None:
    before = Path(made[0], "noegle.json").read_bytes()

    with pytest.raises(WrongRawKey):
        key.change_passphrase(made[0], os.urandom(32), "et nyt og længere sæt ord")
    with pytest.raises(WrongRawKey):
        key.renew_recovery_code(made[0], os.urandom(32))

    assert Path(made[0], "noegle.json").read_bytes() == before


@pytest.mark.parametrize("wrong", [bytes(32), b"", b"x" * 31, b"x" * 33])
def test_a_wrong_raw_key_is_told_as_one(private: str, wrong: bytes) -> None:
    key.create_with_raw_key(private, b"k" * 32)

    with pytest.raises(WrongRawKey):
        key.unlock_with_raw_key(private, wrong)


def test_a_raw_key_folder_says_what_it_is(private: str) -> None:
    key.create_with_raw_key(private, b"k" * 32)

    key.unlock_with_raw_key(private, b"k" * 32)

    assert key.kind_of_key(private) == RAW_KEY
    assert key.is_test_folder(private)
    with pytest.raises(WrongPassphrase):
        key.unlock_with_passphrase(private, PASSPHRASE_TYPED)


def test_the_key_stands_nowhere_in_the_file(made: tuple[str, bytes, str]) -> None:
    folder, secret, code = made
    content = Path(folder, "noegle.json").read_bytes()

    assert secret not in content
    assert secret.hex().encode() not in content
    assert code.encode() not in content
    assert stat.S_IMODE(os.stat(Path(folder, "noegle.json")).st_mode) == 0o600


def test_500_single_flipped_bits_never_open_anything_wrongly(made: tuple[str, bytes, str]) -> None:
    folder, secret, code = made
    path, dice = Path(folder, "noegle.json"), random.Random(2)
    whole = path.read_bytes()
    opened_anyway = 0

    for _ in range(500):
        flipped = bytearray(whole)
        flipped[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        path.write_bytes(flipped)
        try:
            assert key.unlock_with_passphrase(folder, PASSPHRASE_TYPED) == secret
            assert key.unlock_with_code(folder, code) == secret
            opened_anyway += 1
        except KeyEnvelopeDamaged:
            pass

    assert opened_anyway < 30  # a flipped blank between two words of JSON


@pytest.mark.parametrize("part", ["passphrase", "recovery"])
def test_a_changed_seal_with_a_right_checksum_does_not_open(made: tuple[str, bytes, str], part: str) -> None:
    folder, _, code = made
    envelope = read_envelope(folder)
    wrapped = getattr(envelope, part)
    unlock, typed = {
        "passphrase": (key.unlock_with_passphrase, PASSPHRASE_TYPED),
        "recovery": (key.unlock_with_code, code),
    }[part]

    for place in range(len(wrapped.box)):
        box = bytearray(wrapped.box)
        box[place] ^= 1
        write_envelope(folder, envelope._replace(**{part: wrapped._replace(box=bytes(box))}))
        with pytest.raises((WrongPassphrase, WrongRecoveryCode)):
            unlock(folder, typed)


def test_a_seal_moved_to_where_the_other_belongs_does_not_open(made: tuple[str, bytes, str]) -> None:
    folder, _, _ = made
    envelope = read_envelope(folder)
    write_envelope(folder, envelope._replace(passphrase=envelope.recovery))

    with pytest.raises(WrongPassphrase):
        key.unlock_with_passphrase(folder, PASSPHRASE_TYPED)


def test_another_key_under_the_right_passphrase_is_not_given_out(made: tuple[str, bytes, str], tmp_path: Path) -> None:
    folder, _, _ = made
    os.mkdir(tmp_path / "anden", 0o700)
    key.create_with_passphrase(str(tmp_path / "anden"), PASSPHRASE_TYPED, cost=CHEAP, kind=DEMO)
    other = read_envelope(str(tmp_path / "anden"))
    write_envelope(folder, read_envelope(folder)._replace(passphrase=other.passphrase))

    with pytest.raises(WrongRawKey):
        key.unlock_with_passphrase(folder, PASSPHRASE_TYPED)


@pytest.mark.parametrize("cost", [Cost(1, 8, 1), Cost(2, 65536, 4), Cost(3, 65535, 4)])
def test_a_weak_computation_is_refused_in_a_real_folder(private: str, cost: Cost) -> None:
    with pytest.raises(KeyEnvelopeUnsafe):
        key.create_with_passphrase(private, PASSPHRASE_TYPED, cost=cost)

    assert not os.listdir(private)


@pytest.mark.parametrize("cost", [Cost(1, 8, 1), Cost(11, 65536, 4), Cost(3, 1024 * 1024 + 1, 4), Cost(3, 65536, 17)])
def test_a_weak_or_endless_computation_in_the_file_is_never_begun(private: str, cost: Cost) -> None:
    key.create_with_passphrase(private, PASSPHRASE_TYPED)
    write_envelope(private, read_envelope(private)._replace(cost=cost))

    with pytest.raises(KeyEnvelopeUnsafe) as told:
        key.unlock_with_passphrase(private, PASSPHRASE_TYPED)

    assert told.value.exit_code == ExitCode.UNSAFE


def test_a_missing_envelope_is_a_wrong_key(private: str) -> None:
    with pytest.raises(KeyEnvelopeMissing) as told:
        key.kind_of_key(private)

    assert told.value.exit_code == ExitCode.WRONG_KEY


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"null",
        b"[]",
        b"hej",
        b"\xff\xfe",
        b"[" * 5000,
        b'{"sum": 1}',
        b" " * 9000,
        b'{"version": 1, "sum": ""}',
    ],
)
def test_what_is_no_envelope_is_damage_and_no_crash(private: str, content: bytes) -> None:
    path = Path(private, "noegle.json")
    path.write_bytes(content)
    path.chmod(0o600)

    with pytest.raises(KeyEnvelopeDamaged) as told:
        key.kind_of_key(private)

    assert told.value.exit_code == ExitCode.PROBLEM


def test_an_envelope_of_a_later_vforlob_is_told_as_one(made: tuple[str, bytes, str]) -> None:
    from vforlob.store.envelope import _sum_of  # the checksum is no secret of the module; a later version has it too

    path = Path(made[0], "noegle.json")
    table = json.loads(path.read_text())
    del table["sum"]
    table["version"] = 2
    path.write_text(json.dumps(table | {"sum": _sum_of(table)}))

    with pytest.raises(KeyEnvelopeNewer) as told:
        key.kind_of_key(made[0])

    assert told.value.exit_code == ExitCode.NEWER_DATABASE


def test_an_existing_envelope_is_never_written_over(made: tuple[str, bytes, str]) -> None:
    before = Path(made[0], "noegle.json").read_bytes()

    with pytest.raises(AlreadySetUp):
        key.create_with_passphrase(made[0], PASSPHRASE_TYPED)
    with pytest.raises(AlreadySetUp):
        key.create_with_raw_key(made[0], bytes(32))

    assert Path(made[0], "noegle.json").read_bytes() == before


def test_an_envelope_that_others_may_read_is_refused(made: tuple[str, bytes, str]) -> None:
    Path(made[0], "noegle.json").chmod(0o640)

    with pytest.raises(OpenToOthers):
        key.kind_of_key(made[0])


def test_an_envelope_that_is_a_link_is_neither_read_nor_written(made: tuple[str, bytes, str], tmp_path: Path) -> None:
    folder, secret, _ = made
    path, elsewhere = Path(folder, "noegle.json"), tmp_path / "andetsteds.json"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    before = elsewhere.read_bytes()

    with pytest.raises(SymlinkRefused):
        key.kind_of_key(folder)
    with pytest.raises(SymlinkRefused):
        write_envelope(folder, Envelope(RAW_KEY, "m", "c"))

    assert elsewhere.read_bytes() == before
    assert path.is_symlink()
    assert secret


def test_no_error_of_a_key_holds_what_was_typed(made: tuple[str, bytes, str]) -> None:
    canary = "KANARIE-adgangssætning-1234"
    for call in (key.unlock_with_passphrase, key.unlock_with_code):
        with pytest.raises(VforlobError) as told:
            call(made[0], canary)
        chained = [told.value, told.value.__cause__, *told.value.args]
        assert canary not in "".join(map(repr, chained))
