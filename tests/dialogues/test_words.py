"""Words are compared in one plain form, found where they mean something, and not where they are denied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.programmes import known, load, sources
from dialogues.loading import load_words
from dialogues.words import Words, plain, words_pattern

PROGRAMME = load("firststep-asan")
OPTIONS: dict[str, set[str]] = {}
"""By question: the options it has in any programme; the programmes share the words."""
for question in (question for key in known() for question in load(key).questions.values()):
    if isinstance(question.options, tuple) and question.options:
        OPTIONS.setdefault(question.id, set()).update(question.options)
LANGUAGES = sorted(PROGRAMME.words)
COMMANDS = {
    "back",
    "help",
    "human",
    "language",
    "stop",
    "start",
    "home",
    "skip",
    "status",
    "forget",
    "yes",
    "no",
    "done",
}
MENUS = {"visit": {"confirm", "move", "cancel"}, "crisis": {"talk", "unsafe", "fine"}, "forget": {"yes", "no"},
         "helped": {"yes", "partly", "no"},
         "again": {"yes", "no"}}  # fmt: skip
"""Menus that are not questions of a flow."""

SMALL = """
commands: {yes: [aye, yes], no: [nay], stop: [halt]}
denials:
  before: {boat: [never], all: [not]}
  between: [2, [but]]
  after: {all: [말고], boat: [안 타]}
  particles: [은, 는]
options:
  boat:
    sail: ["{yes}", sail, sail home]
    row: ["{no}", row, sail a rowing boat, 노]
    both: [배]
    nothing: [sail loft]
languages: {en: [english]}
"""


def found(text: str, words: Words | None = None) -> tuple[str, ...]:
    return (words or load_words("small.yml", SMALL)).found("boat", plain(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Yes!! ", "yes"),
        ("네~~~", "네"),
        ("네ㅎㅎ", "네"),
        ("ＯＫ", "ok"),
        ("don’t", "don't"),
        ("don`t", "don't"),
        ("a \n\t b", "a b"),
        ("(한국어)", "한국어"),
        ("“here”", "here"),
        ("?", ""),
        ("", ""),
        ("온양 3동.", "온양 3동"),
        ("3~4", "3~4"),
    ],
)
def test_the_plain_form(text: str, expected: str) -> None:
    """Width, case, kind of apostrophe, spaces and marks at the edges do not count."""
    assert plain(text) == expected


@given(st.text())
def test_the_plain_form_of_a_plain_form_is_itself(text: str) -> None:
    """Words of a file and words of a person meet in the same form."""
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("sail", ("sail",)),
        ("I sail home", ("sail",)),
        ("sailing", ()),
        ("assail", ()),
        ("row", ("row",)),
        ("arrow", ()),
        ("row's", ()),
        ("sail or row", ("sail", "row")),
        ("I sail a rowing boat", ("row",)),
        ("the sail loft", ()),
        ("the sail loft, then sail", ("sail",)),
        ("not sail", ()),
        ("not to sail", ()),
        ("not to really sail", ()),
        ("not to go there and sail", ("sail",)),
        ("not row but sail", ("sail",)),
        ("not row, sail", ("sail",)),
        ("never sail", ()),
        ("sail말고 row", ("row",)),
        ("배 타요", ("both",)),
        ("배는 안 타요", ()),
        ("배 말고 노", ("row",)),
        ("노래", ()),
        ("노, 노", ("row",)),
        ("배방", ()),
        ("aye", ("sail",)),
        ("aye aye", ()),
        ("nay", ("row",)),
        ("", ()),
    ],
)
def test_where_a_word_means_its_option(text: str, options: tuple[str, ...]) -> None:
    """As a whole word, undenied, outside of longer words of other options; a yes or no only as the whole message."""
    assert found(text) == options


def test_spaces_of_the_file_are_optional() -> None:
    """Korean is written with and without spaces, but letters that only happen to meet make no word."""
    pattern = words_pattern(("이번 주", "문자"))
    for text in ("이번 주에", "이번주에", "문자로"):
        assert pattern.search(text)
    for text in ("이 번주", "질문 자꾸"):
        assert not pattern.search(text)
    assert not words_pattern(()).search("anything")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_command_has_words(tag: str) -> None:
    """Each command is known in each language, and each of its words leads to it or to one above it in the file."""
    file = _file(tag)
    assert set(file["commands"]) == COMMANDS
    order = list(file["commands"])
    for name, words in file["commands"].items():
        for word in words:
            reached = PROGRAMME.words[tag].command(plain(word) or word)
            assert order.index(reached) <= order.index(name), word


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_option_has_words(tag: str) -> None:
    """The words of each language cover every option of every listed question and menu, and nothing that is none."""
    file = _file(tag)
    expected = OPTIONS | MENUS
    assert {name: set(options) - {"nothing"} for name, options in file["options"].items()} == expected
    denied = set(file["denials"].get("before", {})) | set(file["denials"].get("after", {}))
    assert denied <= {*expected, "all", "district"}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_word_of_an_option_leads_to_it(tag: str) -> None:
    """No word of an option is shadowed by a denial or by another option, unless that one is the more careful."""
    words = PROGRAMME.words[tag]
    for question, options in _file(tag)["options"].items():
        for option, listed in options.items():
            for word in listed:
                if option == "nothing" or word in ("{yes}", "{no}"):
                    continue
                assert option in words.found(question, plain(word)), (question, option, word)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("뒤로", "back"),
        ("사람", "human"),
        ("그만", "stop"),
        ("STOP", "stop"),
        ("시작", "start"),
        ("도움말", "help"),
        ("모르겠어요", "skip"),
        ("ㅇㅇ", "yes"),
        ("ㄴㄴ", "no"),
        ("다 골랐어요", "done"),
        ("그만 울었으면 좋겠어요", ""),
        ("사람이 무서워요", ""),
        ("처음 임신했어요", ""),
    ],
)
def test_a_command_is_the_whole_message(text: str, command: str) -> None:
    """A command inside a sentence is none."""
    assert PROGRAMME.words["ko"].command(plain(text)) == command


@given(st.sampled_from(LANGUAGES), st.text(max_size=80))
def test_looking_up_never_fails(tag: str, text: str) -> None:
    """Any text may be looked up in any list."""
    words = PROGRAMME.words[tag]
    words.command(text)
    words.language(text)
    for question in (*OPTIONS, *MENUS, "unknown"):
        words.found(question, text)


def _file(tag: str) -> dict[str, dict[str, dict[str, list[str]]]]:
    from dialogues.documents import Document

    file: dict[str, dict[str, dict[str, list[str]]]] = Document(f"{tag}.yml", sources().words[f"{tag}.yml"]).value
    return file
