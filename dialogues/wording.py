"""What we say, in Fluent: one file of messages a language, rendered without any state."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message

from dialogues.documents import ContentError


class Wording:
    """Every message in every language."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        """``sources`` maps a language tag to its Fluent text. Raises ContentError for a message that does not parse."""
        self._bundles: dict[str, FluentBundle] = {}
        self._keys: dict[str, frozenset[str]] = {}
        for language, source in sources.items():
            _reject_junk(language, source)
            bundle = FluentBundle([language], use_isolating=False)
            resource = FluentResource(source)
            bundle.add_resource(resource)
            self._bundles[language] = bundle
            self._keys[language] = frozenset(entry.id.name for entry in resource.body if isinstance(entry, Message))
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
        return self._keys[language]

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


def _reject_junk(language: str, source: str) -> None:
    for entry in FluentParser(with_spans=True).parse(source).body:
        if isinstance(entry, Junk):
            start = entry.span.start if entry.span else 0
            reason = entry.annotations[0].message if entry.annotations else "cannot be read"
            raise ContentError(f"{language}.ftl:{source.count(chr(10), 0, start) + 1}: {reason}")
