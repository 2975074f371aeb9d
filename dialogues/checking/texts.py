"""Every text exists in every language with the same values, is asked for, and none is left over."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from dialogues.checking.mistakes import Mistake, told_by
from dialogues.crisis import CODES
from dialogues.documents import ContentError
from dialogues.loading import needed_messages
from dialogues.programme import Programme
from dialogues.services import messages_of
from dialogues.wording import Place, read_messages

_SAYING = {"say": 0, "text": 0, "choice": 1, "_tell": 1}
"""Methods and functions that take the key of a message, and as which argument."""

Messages = Mapping[str, Mapping[str, Place]]
"""By language tag, then by key."""


def read_wording(wording: Mapping[str, str]) -> tuple[Messages, list[Mistake]]:
    """The messages of every language that can be read, and what is wrong with the files that cannot.

    ``wording``: texts by file name, such as ``ko.ftl``.
    """
    read: dict[str, Mapping[str, Place]] = {}
    mistakes = []
    for file, text in wording.items():
        tag = file.removesuffix(".ftl")
        try:
            read[tag] = read_messages(tag, text)
        except ContentError as error:
            mistakes.append(told_by(error))
    return read, mistakes


def differing(messages: Messages, languages: Collection[str]) -> Iterator[Mistake]:
    """Messages that one of ``languages`` lacks, or that name other values there than in most."""
    spoken = {tag: messages[tag] for tag in languages if tag in messages}
    for key in sorted({key for places in spoken.values() for key in places}):
        places = {tag: known[key] for tag, known in spoken.items() if key in known}
        first = next(iter(places.values()))
        for tag in spoken:
            if tag not in places:
                yield Mistake(f"{tag}.ftl", f"`{key}` is missing; it stands in {first.where}")
        usual = Counter(place.values for place in places.values()).most_common(1)[0][0]
        for place in places.values():
            if place.values != usual:
                told = ", ".join(sorted(f"${name}" for name in place.values ^ usual))
                yield Mistake(place.where, f"`{key}` has not the values of the other languages: {told}")


def unfilled(messages: Messages, languages: Collection[str], given: Mapping[str, frozenset[str]]) -> Iterator[Mistake]:
    """Messages with places for values that the engine does not give. ``given``: by key, the names of the values."""
    for tag in languages:
        for key, place in messages.get(tag, {}).items():
            if key in given and (lacking := place.values - given[key]):
                told = ", ".join(sorted(f"${name}" for name in lacking))
                yield Mistake(place.where, f"`{key}` waits for a value that nobody gives: {told}")


def left_over(messages: Messages, needed: Collection[str], code: Mapping[str, str]) -> Iterator[Mistake]:
    """Messages that neither the content (``needed``) nor ``code`` asks for: nobody should translate them."""
    patterns = [pattern for pattern in asked_for(code) if not pattern.startswith(".+")]
    known = [re.compile("|".join(patterns) or r"(?!)"), re.compile(r".+-discreet")]
    said = {*needed, *_quoted(code)}
    for places in messages.values():
        for key, place in places.items():
            if key not in said and not any(pattern.fullmatch(key) for pattern in known):
                yield Mistake(place.where, f"nothing asks for `{key}`")


def missing(messages: Messages, languages: Iterable[str], code: Mapping[str, str]) -> Iterator[Mistake]:
    """Messages that ``code`` asks for and no language has: where all lack it, comparing them tells nothing."""
    known = {key for tag in languages for key in messages.get(tag, {})}
    for pattern, where in asked_for(code).items():
        if not any(re.fullmatch(pattern, key) for key in known):
            yield Mistake(where, f"there is no message `{pattern.replace(chr(92), '')}`")


def needed(programme: Programme) -> set[str]:
    """The keys that follow from the content: of questions, options, crises and languages."""
    keys = {"language-name", *(f"crisis-{code}" for code in CODES), *(f"language-{tag}" for tag in programme.languages)}
    keys.update(programme.facts.talks.values())
    for flow in (*programme.flows.values(), *([programme.referral] if programme.referral else ())):
        for question in flow.questions:
            keys.update(needed_messages(flow, question))
    return keys | set(messages_of(programme.facts.services))


def asked_for(code: Mapping[str, str]) -> dict[str, str]:
    """Every key that ``code`` (sources by file name) asks for, as a regular expression, and the file and line."""
    return {key: f"{file}:{line}" for file, text in code.items() for key, line in _asked_in(text)}


@lru_cache(maxsize=256)  # every programme is checked against the same code
def _asked_in(text: str) -> list[tuple[str, int]]:
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    keys = [(key, call.lineno) for call in calls if (key := _key(call)) is not None]
    return [(string, line) for key, line in keys for string in _strings(key)]


def _key(call: ast.Call) -> ast.expr | None:
    """The argument that is the key of a message, where the call takes one."""
    match call.func:
        case ast.Attribute(attr="text", value=ast.Attribute(attr="wording")):
            number = 1  # the language goes first
        case ast.Attribute(attr=name) | ast.Name(id=name) if name in _SAYING:
            number = _SAYING[name]
        case _:
            return None
    return call.args[number] if len(call.args) > number else None


def _strings(node: ast.expr) -> Iterator[str]:
    """The strings an expression can be; what is filled into an f-string becomes ``.+``."""
    match node:
        case ast.Constant(value=str(text)):
            yield re.escape(text)
        case ast.JoinedStr(values=parts):
            yield "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in parts)
        case ast.IfExp(body=yes, orelse=no):
            yield from _strings(yes)
            yield from _strings(no)
        case _:
            return  # a key made otherwise: the exploration sees it asked for


def _quoted(code: Mapping[str, str]) -> set[str]:
    return {
        node.value
        for text in code.values()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
