"""Whatever may match a text is near it, and nothing else is."""

from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from data import programmes
from dialogues.answers.parsing import district_in
from dialogues.documents import Document
from dialogues.loading import load_words
from dialogues.telling import Telling
from dialogues.words import WordsFile, plain


@given(
    st.dictionaries(st.text("ab가\0", min_size=1, max_size=3), st.sets(st.integers(0, 5))),
    st.text("ab가\0", max_size=12),
)
def test_what_a_text_holds_is_near_it(told: dict[str, set[int]], text: str) -> None:
    """All of it, also where one string stands within another; with no strings nothing is near."""
    held = {one for string, ones in told.items() if string in text for one in ones}
    assert Telling(told).near(text) == held


def test_every_word_of_an_option_is_near_itself() -> None:
    """A word that is written alone is heard as a word of its question, in every language."""
    for name, content in programmes.sources().words.items():
        words = load_words(name, content)
        file = Document(name, content).read(WordsFile)
        written = [(question, word) for question, options in file.options.items() for word in chain(*options.values())]
        unheard = [one for one in written if not one[1].startswith("{") and not words.whole(one[0], plain(one[1]))]
        assert unheard == []


def test_every_name_of_a_district_is_near_itself() -> None:
    """A district is found by each of its names, also where another one's is part of it."""
    for programme in map(programmes.load, programmes.known()):
        for key, district in programme.districts.items():
            for name in (*district.name.values(), *district.also):
                assert district_in(plain(name), programme) == key, name
