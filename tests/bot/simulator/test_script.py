"""A script is kept by the browser: it must be small, sealed, and nobody else's."""

from __future__ import annotations

import base64
from hashlib import sha256
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.script import LONGEST, LONGEST_WORDS, MOST, Deed, Did, Script, TooLong, opened, sealed
from data.crypt import Vault, new_key
from tests.bot.simulator.stage import STORY, script, wrote

VAULT = Vault(new_key())
OWNER, OTHER = UUID(int=1), UUID(int=2)


@given(
    st.lists(
        st.tuples(st.sampled_from(Did), st.text(st.characters(exclude_categories=["Cs"]), max_size=40)), max_size=8
    )
)
def test_what_is_sealed_opens_again(deeds: list[tuple[Did, str]]):
    """Any deeds come back as they were."""
    written = script(*deeds)
    assert opened(sealed(written, VAULT, OWNER), VAULT, OWNER) == written


def test_only_whoever_played_can_open_it():
    """On a shared device the next caseworker does not see what the last one played, nor can a key be changed."""
    text = sealed(script(*wrote("안녕하세요")), VAULT, OWNER)
    assert opened(text, VAULT, OTHER) is None
    assert opened(text, Vault(new_key()), OWNER) is None


@given(st.text(max_size=60))
def test_what_was_never_sealed_is_no_script(text: str):
    """Whatever a browser sends, there is an answer."""
    assert opened(text, VAULT, OWNER) is None


def test_a_sealed_value_that_is_no_script_is_none():
    """A value sealed in another version of the program does not break the page."""
    other = VAULT.seal(b"something else", b"simulator:" + OWNER.bytes)
    assert opened(base64.urlsafe_b64encode(other).decode(), VAULT, OWNER) is None


def test_the_cookie_shows_nothing_of_what_was_written():
    """The words are sealed."""
    assert "secretword" not in sealed(script(*wrote("secretword " * 3)), VAULT, OWNER)


def test_a_long_conversation_fits_and_a_longer_one_is_refused():
    """Five whole referrals fit into a cookie; what does not fit is said, never cut."""
    assert len(sealed(script(*wrote(*STORY * 5)), VAULT, OWNER)) < LONGEST
    long = script(*wrote(*(sha256(bytes([number])).hexdigest() for number in range(100))))
    with pytest.raises(TooLong):
        sealed(long, VAULT, OWNER)


def test_there_is_an_end_to_deeds_and_to_words():
    """Neither grows without bound."""
    full = script(*wrote(*["1"] * MOST))
    with pytest.raises(TooLong):
        full.then(Deed(Did.WROTE, "1"))
    with pytest.raises(TooLong):
        script().then(Deed(Did.WROTE, "a" * (LONGEST_WORDS + 1)))


def test_a_deed_taken_back_leaves_the_script_as_it_was():
    """Undoing is the same as never having done it."""
    before: Script = script(*wrote("안녕하세요"))
    assert before.then(Deed(Did.WAITED, "1d")).without_last() == before
