# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""Every message that can be said exists in every language, and nothing else is kept."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dialogues
from data.programmes import known, load
from dialogues.crisis import CODES
from dialogues.documents import ContentError
from dialogues.flow import REPROVED, QuestionKind
from dialogues.messages import Choice
from dialogues.services import messages_of
from dialogues.wording import Wording

PROGRAMME = load("firststep-asan")
WORDING = PROGRAMME.wording
LANGUAGES = PROGRAMME.languages
KEYS = WORDING.keys("ko")
SOURCES = sorted(Path(dialogues.__file__).parent.rglob("*.py"))
ASKING = ("say", "text", "choice", "_tell", "_plain")
"""Methods that take the key of a message; ``choice`` takes it second."""


def strings(node: ast.expr) -> Iterator[str]:
    """The strings an expression can be; an f-string becomes an expression with ``.+`` for what is filled in."""
    match node:
        case ast.Constant(value=str(text)):
            yield re.escape(text)
        case ast.JoinedStr(values=parts):
            yield "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in parts)
        case ast.IfExp(body=yes, orelse=no):
            yield from strings(yes)
            yield from strings(no)
        case ast.Subscript() | ast.Name() | ast.Attribute() | ast.Call():
            return
        case _:
            raise AssertionError(f"a message's key is made in a way this test cannot follow: {ast.dump(node)}")


def asked_for() -> dict[str, str]:
    """Every key that the sources ask for, as an expression, and where; and every string that a function gives as a key."""
    found = {}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKING:
                keys = node.args[1:2] if node.func.attr == "choice" or _of_wording(node.func) else node.args[:1]
                for key in keys:
                    found.update(dict.fromkeys(strings(key), f"{path.name}:{node.lineno}"))
    return found


def _of_wording(function: ast.Attribute) -> bool:
    """``programme.wording.text(language, key)`` takes the key second."""
    return isinstance(function.value, ast.Attribute) and function.value.attr == "wording"


ASKED = asked_for()


def test_every_key_the_code_asks_for_exists() -> None:
    """Whatever is given to say, text or choice is a message, or the beginning and end of some."""
    assert len(ASKED) > 60, "the scan of the sources finds next to nothing"
    missing = {key: where for key, where in ASKED.items() if not any(re.fullmatch(key, known) for known in KEYS)}
    assert missing == {}


def needed() -> set[str]:
    """The keys that follow from the content: questions, options, crisis codes, languages."""
    keys = {f"crisis-{code}" for code in CODES} | {"language-name"} | {f"language-{tag}" for tag in LANGUAGES}
    flows = {flow.flow: flow for key in known() for flow in (*load(key).flows.values(), load(key).referral) if flow}
    for flow in flows.values():
        for question in flow.questions:
            keys.add(f"ask-{question.id}")
            keys |= {f"{question.id}-{option}" for option in question.options if isinstance(question.options, tuple)}
            if question.required and question.kind is QuestionKind.CHOICE:
                keys.add(f"required-{question.id}")
            if question.kind is QuestionKind.MANY:
                keys.add(f"more-{question.id}")
            if question.kind in (QuestionKind.WEEKS, QuestionKind.MONTHS):
                keys.add(f"value-{question.id}")
            if question.kind in REPROVED:
                keys.add(f"bad-{question.id}")
            keys |= {f"said-{question.id}-{option}" for option in question.says}
            if question.listed and flow.form:
                keys.add(f"summary-{question.id}")
    keys |= {"age-years", "age-months"} | {key for name in known() for key in load(name).facts.talks.values()}
    return keys.union(*(messages_of(load(key).facts.services) for key in known()))


def test_every_message_the_content_needs_exists() -> None:
    """Each question, option, summary line and crisis has its words."""
    assert needed() <= KEYS


def test_no_message_is_left_over() -> None:
    """A message that nothing asks for is deleted, so that nobody translates it in vain."""
    quoted = {
        node.value
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    patterns = [key for key in ASKED if ".+" in key and not key.startswith(".+")]
    patterns += [".+-discreet"]
    unused = {
        key
        for key in KEYS - needed()
        if key not in quoted and not any(re.fullmatch(pattern, key) for pattern in patterns)
    }
    assert unused == set()


def test_every_language_has_the_same_messages_with_the_same_values() -> None:
    """A translation leaves out no message and no value."""
    for language in LANGUAGES:
        assert WORDING.keys(language) == KEYS
        for key in KEYS:
            assert WORDING.values(language, key) == WORDING.values("ko", key), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said(language: str) -> None:
    """With its values filled in, each message is a text without braces, edges of space or doubled spaces."""
    for key in sorted(KEYS):
        values = {name: 3 if name == "count" else f"«{name}»" for name in WORDING.values(language, key)}
        text = WORDING.text(language, key, **values)
        assert text == text.strip(), key
        assert not re.search(r"[{}$]|  ", text), key
        for name in values:
            assert (f"«{name}»" in text) or name == "count", key


def test_an_age_is_said_as_people_say_it() -> None:
    """The first month, one month and several have their own words."""
    said = [WORDING.text("en", "value-child_age", count=count) for count in (0, 1, 2)]
    assert said == ["under one month", "1 month", "2 months"]
    assert [WORDING.text("ko", "value-child_age", count=count) for count in (0, 1)] == ["1개월 미만", "1개월"]


def test_a_language_we_do_not_speak_falls_back() -> None:
    """An unknown language reads the programme's first one."""
    assert WORDING.text("vi", "hello") == WORDING.text("ko", "hello")


def test_what_cannot_be_said_is_an_error() -> None:
    """A message that does not exist, or lacks a value, is never said half."""
    with pytest.raises(KeyError, match="no message nonsense in ko"):
        WORDING.text("ko", "nonsense")
    with pytest.raises(KeyError, match="message visit-at in en"):
        WORDING.text("en", "visit-at", wen="x")


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        ({"en": "a = 1\nb"}, r"^en\.ftl:2: "),
        ({"en": "a = { $x"}, r"^en\.ftl:1: "),
        ({"en": "a = 1\na = 2"}, r"^en\.ftl:2: `a` stands here twice$"),
        ({"en": "a = 1\nb = 2", "ko": "a = 1"}, r"^en\.ftl:2: `b` is missing in ko\.ftl$"),
        ({"en": "a = 1", "ko": "a = 1\n\n# c\nb = 2"}, r"^ko\.ftl:[34]: `b` is missing in en\.ftl$"),
        ({"en": "a = { $x }", "ko": "a = { $y }"}, r"^en\.ftl:1: `a` has not the values of ko\.ftl:1: x, y$"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(sources: dict[str, str], told: str) -> None:
    """Broken Fluent and untranslated messages are refused at once."""
    with pytest.raises(ContentError, match=told):
        Wording(sources)


def test_every_choice_fits_a_button() -> None:
    """An id is at most 64 bytes, Telegram's limit, also with a visit's id behind it."""
    ids = [f"visit:{option}:{'f' * 32}" for option in ("confirm", "move", "cancel")]
    for question in (question for key in known() for question in load(key).questions.values()):
        ids += [f"{question.id}:{option}" for option in (*PROGRAMME.options(question), "done")]
        ids.append(f"correct:{question.id}")
    for choice_id in ids:
        assert len(Choice(choice_id, "").id.encode()) <= 64, choice_id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_discreet_words_tell_nothing(language: str) -> None:
    """What may stand on a screen that others read names no visit, baby, pregnancy, counsellor or organisation."""
    telling = re.compile(
        r"방문|아기|임신|상담|복지|선생님|찾아뵐|visit|baby|pregnan|casework|counsel|welfare|child", re.IGNORECASE
    )
    for key in sorted(key for key in KEYS if key.endswith("-discreet") or key == "teaser"):
        values = dict.fromkeys(WORDING.values(language, key), "11:00")
        assert not telling.search(WORDING.text(language, key, **values)), key
