"""What a partner still has to confirm: every entry of a programme's file with ``confirmed: false``, and how many
children each service takes that a child is matched with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from dialogues.checking.mistakes import Mistake, at
from dialogues.documents import Document
from dialogues.programme import Programme
from dialogues.services import Service

_APART = ("key", "name", "confirmed", "also", "source", "checked_on")
"""What names an entry or says where it is from; the rest is what waits for the partner's word."""


class Waiting(msgspec.Struct, frozen=True):
    """One entry that waits for the partner's word."""

    path: str
    """Such as ``$.districts[3]``."""
    kind: str
    """The list that it stands in: ``districts``, ``places``, ``prefers``."""
    key: str
    name: Mapping[str, str]
    """By language tag; empty where it has none."""
    claims: Mapping[str, Any]
    """What is said of it."""
    source: str
    checked_on: str


def waiting(document: Document) -> Iterator[Waiting]:
    """Each entry of a programme's file (``document``) that waits for the partner, in the file's order."""
    for path, entry in _entries(document.value, "$"):
        name = entry.get("name")
        yield Waiting(
            path=path,
            kind=path.removeprefix("$.").rpartition("[")[0].rpartition(".")[2],
            key=str(entry.get("key", "")),
            name=name if isinstance(name, dict) else {"": str(name)} if name else {},
            claims={key: value for key, value in entry.items() if key not in _APART},
            source=str(entry.get("source", "")),
            checked_on=str(entry.get("checked_on", "")),
        )


def unconfirmed(document: Document) -> Iterator[Mistake]:
    """The same, one line for each; not mistakes."""
    for one in waiting(document):
        told = ", ".join(f"{key} {_short(value)}" for key, value in one.claims.items()) or "that it is so"
        named = " ".join(filter(None, (f"`{one.key}`" if one.key else "", next(iter(one.name.values()), "")))) or "this"
        yield at(document, one.path, f"{one.kind} {named}: {told}")


def uncounted(programme: Programme) -> Iterator[tuple[int, Service]]:
    """(number in the file, service) for each that a child is matched with and of which nobody has told how many
    children it takes."""
    if any(flow.match for flow in programme.flows.values()):
        yield from ((index, one) for index, one in enumerate(programme.facts.services) if not one.counted())


def capacities(document: Document, programme: Programme) -> Iterator[Mistake]:
    """The same as lines of the file; not mistakes."""
    for index, one in uncounted(programme):
        yield at(
            document, f"$.services[{index}]", f"services `{one.key}` {next(iter(one.name.values()))}: its capacity"
        )


def _entries(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        if value.get("confirmed") is False:
            yield path, value
        for key, inner in value.items():
            yield from _entries(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _entries(inner, f"{path}[{index}]")


def _short(value: Any) -> str:
    return ", ".join(map(_short, value)) if isinstance(value, list) else str(value)
