"""Encryption at rest: what is sealed opens with its key at its place, and nowhere else."""

from __future__ import annotations

import base64
from collections import Counter
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.crypt import BadKey, Vault, new_key
from data.database import Database
from data.store import Store
from data.wake import Wake
from dialogues.flow import Answer
from dialogues.state import State

OLD, NEW, THIRD = (base64.b64encode(bytes([number]) * 32).decode() for number in (1, 2, 4))


@given(st.binary(max_size=2000), st.binary(max_size=40))
def test_what_is_sealed_opens_again(value: bytes, place: bytes) -> None:
    """Any value for any place; the same value never looks the same twice."""
    vault = Vault(OLD)
    sealed = vault.seal(value, place)
    assert vault.open(sealed, place) == value
    assert sealed != vault.seal(value, place)
    assert len(value) < 8 or value not in sealed


def test_a_value_that_was_moved_does_not_open() -> None:
    """Neither in another row nor in another column."""
    store = Store(Database("sqlite://"), Vault(OLD), Wake())
    row, other = UUID(int=1), UUID(int=2)
    sealed = store.seal("달님", "staff.name", row)
    assert store.open(sealed, "staff.name", row, str) == "달님"
    for column, place in (("staff.name", other), ("staff.email", row)):
        with pytest.raises(BadKey, match="changed, moved"):
            store.open(sealed, column, place, str)


@pytest.mark.parametrize("at", [1, 5, 13, 20, -1])
def test_a_value_that_was_changed_does_not_open(at: int) -> None:
    """One flipped bit anywhere, in nonce, words or tag, is seen."""
    vault = Vault(OLD)
    sealed = bytearray(vault.seal("도와주세요".encode(), b"here"))
    sealed[at] ^= 1
    with pytest.raises(BadKey, match="changed, moved"):
        vault.open(bytes(sealed), b"here")


@pytest.mark.parametrize("cut", [0, 1, 5, 13, 28])
def test_a_value_that_was_cut_off_does_not_open(cut: int) -> None:
    """A stump of a value is refused as clearly as a changed one."""
    vault = Vault(OLD)
    with pytest.raises(BadKey):
        vault.open(vault.seal("도와주세요".encode(), b"here")[:cut], b"here")


def test_another_key_does_not_open() -> None:
    """The message tells whoever runs this what to do, and nothing of the value or the keys."""
    sealed = Vault(OLD).seal("도와주세요".encode(), b"here")
    with pytest.raises(BadKey, match="add the old key at the end") as caught:
        Vault(NEW).open(sealed, b"here")
    assert OLD not in str(caught.value)
    assert NEW not in str(caught.value)


def test_a_new_key_in_front_keeps_everything_readable() -> None:
    """After a rotation old values open, new ones are sealed with the new key, everybody is found under the same id."""
    before, after = Vault(OLD), Vault(f"{NEW},{OLD}")
    assert after.open(before.seal(b"old", b"here"), b"here") == b"old"
    sealed = after.seal(b"new", b"here")
    assert Vault(f"{THIRD}, {NEW} ,{OLD}").open(sealed, b"here") == b"new"
    with pytest.raises(BadKey):
        before.open(sealed, b"here")
    assert after.hash("conversation", "asan-sms", "+821012345678") == before.hash(
        "conversation", "asan-sms", "+821012345678"
    )
    assert after.session_secret == before.session_secret


def test_ids_are_the_persons_own_and_tell_nothing_without_the_key() -> None:
    """The same parts give the same id; another key, another line or a shifted border give another."""
    vault = Vault(OLD)
    parts = [("a", "bc"), ("ab", "c"), ("abc",), ("a", "b", "c"), ("", "abc")]
    assert len({vault.hash(*part) for part in parts}) == len(parts)
    assert vault.hash("a", "b") == Vault(OLD).hash("a", "b") != Vault(NEW).hash("a", "b")


def test_keys_are_new_each_time() -> None:
    """No two keys are the same, and each can be used."""
    keys = {new_key() for _ in range(20)}
    assert len(keys) == 20
    for key in keys:
        Vault(key)


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ("", "DATA_KEYS is empty"),
        (" , ,", "DATA_KEYS is empty"),
        ("not base64!", "not base64"),
        ("열쇠", "not base64"),
        (base64.b64encode(b"short").decode(), "not 32 bytes"),
        (base64.b64encode(b"x" * 33).decode(), "not 32 bytes"),
        (f"{OLD};{NEW}", "not base64"),
        (f"{OLD},nonsense", "not"),
    ],
)
def test_a_bad_key_is_named_and_not_shown(keys: str, says: str) -> None:
    """The message says what is wrong and how to make a key; the key itself is not in it."""
    with pytest.raises(BadKey, match=says) as caught:
        Vault(keys)
    assert "python -m bot key" in str(caught.value)
    assert OLD not in str(caught.value)


def test_two_keys_that_cannot_be_told_apart_are_refused() -> None:
    """A key's name is one byte: of two with the same name one could not be used, so that is said at once."""
    keys = [base64.b64encode(number.to_bytes(32, "big")).decode() for number in range(1, 400)]
    named = [(Vault(key).seal(b"", b"")[0], key) for key in keys]
    twice = Counter(name for name, _ in named).most_common(1)[0][0]
    first, second, *_ = (key for name, key in named if name == twice)
    with pytest.raises(BadKey, match="told apart"):
        Vault(f"{first},{second}")
    Vault(f"{first},{first}")


@given(st.text(max_size=50), st.datetimes())
def test_a_state_survives_its_rest(text: str, at: object) -> None:
    """Whatever text an answer holds, the state that is read is the state that was written."""
    store = Store(Database("sqlite://"), Vault(OLD), Wake())
    state = State(answers={"name": Answer(text.encode("utf-8", "replace").decode(), at)}, unread=("a",))  # type: ignore[arg-type]
    row = UUID(int=1)
    assert store.open(store.seal(state, "conversations.state", row), "conversations.state", row, State) == state
