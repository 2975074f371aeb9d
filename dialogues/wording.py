"""What we say, in Fluent: one file of messages a language, rendered without any state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Resource

from dialogues.documents import ContentError

_VARIABLE = re.compile(r"\$([A-Za-z][\w-]*)")


class Place(NamedTuple):
    """Where a message stands and which values it names."""

    where: str
    values: frozenset[str]


class Wording:
    """Every message in every language."""

    def __init__(self, sources: Mapping[str, str], own: Mapping[str, str] | None = None) -> None:
        """``sources`` maps a language tag to its Fluent text, ``own`` to what stands in place of messages of it. Raises
        ContentError for a message that does not parse, stands in a file twice, is missing in a language or names other
        values there.
        """
        self._messages = {language: dict(read_messages(language, source)) for language, source in sources.items()}
        _compare(self._messages)
        self._bundles: dict[str, FluentBundle] = {}
        for language, source in sources.items():
            self._bundles[language] = FluentBundle([language], use_isolating=False)
            self._bundles[language].add_resource(_parsed(source))
            if own and (instead := own.get(language, "")):
                self._messages[language] |= read_messages(language, instead)
                self._bundles[language].add_resource(_parsed(instead), allow_overrides=True)
        self._fallback = next(iter(self._bundles))
        self._plain = lru_cache(maxsize=None)(self._render_plain)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are messages in."""
        return tuple(self._bundles)

    def text(self, language: str, key: str, **values: Any) -> str:
        """Message ``key`` in ``language`` (its first language when there is none), with ``values`` in its places.

        Raises KeyError for a message that does not exist or lacks a value: content checks find it before a family does.
        """
        if not values:
            return self._plain(language, key)
        return self._render(language, key, values)

    def keys(self, language: str) -> frozenset[str]:
        """The keys of every message in ``language``."""
        return frozenset(self._messages[language])

    def values(self, language: str, key: str) -> frozenset[str]:
        """The names of the values that message ``key`` holds places for."""
        return self._messages[language][key].values

    def _render_plain(self, language: str, key: str) -> str:
        return self._render(language, key, {})

    def _render(self, language: str, key: str, values: Mapping[str, Any]) -> str:
        bundle = self._bundles.get(language) or self._bundles[self._fallback]
        pattern = bundle.get_message(key).value if bundle.has_message(key) else None
        if pattern is None:
            raise KeyError(f"no message {key} in {language}")
        text, errors = bundle.format_pattern(pattern, dict(values))
        if errors:
            raise KeyError(f"message {key} in {language}: {errors[0]}")
        return str(text)


@lru_cache(maxsize=32)  # every programme has the same, and both its messages and what is rendered come from it
def _parsed(source: str) -> Resource:
    return FluentParser(with_spans=True).parse(source)


@lru_cache(maxsize=32)
def read_messages(language: str, source: str) -> Mapping[str, Place]:
    """The messages of a file; raises ContentError for what cannot be read and for a message that stands there twice."""
    found: dict[str, Place] = {}
    for entry in _parsed(source).body:
        start = entry.span.start if entry.span else 0
        where = f"{language}.ftl:{source.count(chr(10), 0, start) + 1}"
        if isinstance(entry, Junk):
            raise ContentError(f"{where}: {entry.annotations[0].message if entry.annotations else 'cannot be read'}")
        if isinstance(entry, Message):
            if entry.id.name in found:
                raise ContentError(f"{where}: `{entry.id.name}` stands here twice")
            found[entry.id.name] = Place(
                where, frozenset(_VARIABLE.findall(source[start : entry.span.end if entry.span else 0]))
            )
    return found


def _compare(languages: Mapping[str, Mapping[str, Place]]) -> None:
    """Raise ContentError for a message that one language has and another lacks, or that names other values there."""
    for messages in languages.values():
        for other, theirs in languages.items():
            for key, place in messages.items():
                if key not in theirs:
                    raise ContentError(f"{place.where}: `{key}` is missing in {other}.ftl")
                if theirs[key].values != place.values:
                    told = ", ".join(sorted(place.values ^ theirs[key].values))
                    raise ContentError(f"{place.where}: `{key}` has not the values of {theirs[key].where}: {told}")
