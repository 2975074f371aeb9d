"""What a partner still has to confirm: every entry of a programme's file with ``confirmed: false``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dialogues.checking.mistakes import Mistake, at
from dialogues.documents import Document

_APART = ("key", "name", "confirmed", "also", "source", "checked_on")
"""What names an entry or says where it is from; the rest is what waits for the partner's word."""


def unconfirmed(document: Document) -> Iterator[Mistake]:
    """One line for each entry of a programme's file (``document``) that waits for the partner; not mistakes."""
    for path, entry in _entries(document.value, "$"):
        claims = {key: value for key, value in entry.items() if key not in _APART}
        told = ", ".join(f"{key} {_short(value)}" for key, value in claims.items()) or "that it is so"
        of = path.removeprefix("$.").partition("[")[0].rpartition(".")[2]
        yield at(document, path, f"{of} {_named(entry)}: {told}")


def _entries(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        if value.get("confirmed") is False:
            yield path, value
        for key, inner in value.items():
            yield from _entries(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _entries(inner, f"{path}[{index}]")


def _named(entry: dict[str, Any]) -> str:
    names = entry.get("name")
    name = next(iter(names.values()), "") if isinstance(names, dict) else str(names or "")
    return " ".join(filter(None, (f"`{entry['key']}`" if "key" in entry else "", name))) or "this"


def _short(value: Any) -> str:
    return ", ".join(map(_short, value)) if isinstance(value, list) else str(value)
