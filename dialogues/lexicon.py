"""Reads one language's crisis lexicon from YAML; every mistake is told with its file and line.

    spaces: kept            or ``ignored``, for languages whose writers leave them out
    words:                  lists of words, used in phrases as {name}
      baby: [baby, newborn]
    harmless: [...]         taken out of the text before anything is judged
    soft:                   what makes a hit soft; ● stands for the hit
      past: ["used to … ●"]
    rules:
      - code: suicide_thoughts
        severity: S1
        soft_when: [past]   which of the lists under ``soft`` count for this rule
        phrases: [...]
        maybe: [...]        found, but always soft
    fever:                  how a baby's age and temperature are said; {n} and {t} are the numbers
      numbers: {two: 2}
      not_age: [...]
      days: ["{n} days old"]
      weeks: [...]
      months: [...]
      newborn: [...]
      degrees: ["{t} degrees"]
      signs: [...]          fever said without a number
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec
import yaml

from dialogues.reading import Severity

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FEVER_LISTS = ("not_age", "days", "weeks", "months", "newborn", "degrees", "signs")


class Entry(msgspec.Struct, frozen=True):
    """One phrase and where it stands."""

    text: str
    where: str
    """``file:line``."""


class Section(msgspec.Struct, frozen=True):
    """A named list of phrases."""

    name: str
    entries: tuple[Entry, ...]


class RuleText(msgspec.Struct, frozen=True, kw_only=True):
    """One rule as written."""

    code: str
    severity: Severity
    soft_when: tuple[Entry, ...] = ()
    phrases: tuple[Entry, ...] = ()
    maybe: tuple[Entry, ...] = ()


class FeverText(msgspec.Struct, frozen=True):
    """The words of the number rule."""

    numbers: dict[str, int]
    lists: dict[str, tuple[Entry, ...]]


class LexiconText(msgspec.Struct, frozen=True, kw_only=True):
    """One language's file."""

    squeezed: bool
    words: tuple[Section, ...]
    harmless: tuple[Entry, ...]
    soft: tuple[Section, ...]
    rules: tuple[RuleText, ...]
    fever: FeverText | None


def read_lexicon(name: str, content: str, codes: Collection[str]) -> LexiconText:
    """Read one file. ``codes`` are the codes a rule may have. Raises ValueError with file and line."""
    try:
        root = yaml.compose(content, Loader=_LOADER)
    except yaml.YAMLError as mistake:
        mark = getattr(mistake, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise ValueError(f"{name}:{line}: {getattr(mistake, 'problem', None) or 'not YAML'}") from None
    if root is None:
        raise ValueError(f"{name}:1: the file is empty")
    return _Reader(name, frozenset(codes)).lexicon(root)


class _Reader:
    def __init__(self, name: str, codes: frozenset[str]) -> None:
        self._name = name
        self._codes = codes

    def lexicon(self, root: yaml.Node) -> LexiconText:
        fields = self._mapping(root, ("spaces", "words", "harmless", "soft", "rules", "fever"))
        if "spaces" not in fields or "rules" not in fields:
            raise self._mistake(root, "spaces and rules are needed")
        spaces = self._entry(fields["spaces"])
        if spaces.text not in ("kept", "ignored"):
            raise ValueError(f"{spaces.where}: spaces are kept or ignored")
        return LexiconText(
            squeezed=spaces.text == "ignored",
            words=self._sections(fields.get("words")),
            harmless=self._entries(fields.get("harmless")),
            soft=self._sections(fields.get("soft")),
            rules=tuple(self._rule(node) for node in self._list(fields["rules"])),
            fever=self._fever(fields["fever"]) if "fever" in fields else None,
        )

    def _rule(self, node: yaml.Node) -> RuleText:
        fields = self._mapping(node, ("code", "severity", "soft_when", "phrases", "maybe"))
        if "code" not in fields or "severity" not in fields:
            raise self._mistake(node, "a rule needs code and severity")
        code, severity = self._entry(fields["code"]), self._entry(fields["severity"])
        if code.text not in self._codes:
            raise ValueError(f"{code.where}: {code.text} is not a crisis code")
        if severity.text not in list(Severity):
            raise ValueError(f"{severity.where}: severity is S0, S1 or S2")
        lists = {key: self._entries(fields.get(key)) for key in ("soft_when", "phrases", "maybe")}
        if not lists["phrases"] and not lists["maybe"]:
            raise self._mistake(node, "a rule needs phrases or maybe")
        return RuleText(code=code.text, severity=Severity(severity.text), **lists)

    def _fever(self, node: yaml.Node) -> FeverText:
        fields = self._mapping(node, ("numbers", *_FEVER_LISTS))
        numbers = {
            key: self._number(value) for key, value in self._mapping(fields["numbers"]).items()
        } if "numbers" in fields else {}
        return FeverText(numbers, {key: self._entries(fields.get(key)) for key in _FEVER_LISTS})

    def _number(self, node: yaml.Node) -> int:
        entry = self._entry(node)
        if not entry.text.isdecimal():
            raise ValueError(f"{entry.where}: {entry.text} is not a number")
        return int(entry.text)

    def _sections(self, node: yaml.Node | None) -> tuple[Section, ...]:
        if node is None:
            return ()
        return tuple(Section(key, self._filled(value)) for key, value in self._mapping(node).items())

    def _filled(self, node: yaml.Node) -> tuple[Entry, ...]:
        entries = self._entries(node)
        if not entries:
            raise self._mistake(node, "the list is empty")
        return entries

    def _entries(self, node: yaml.Node | None) -> tuple[Entry, ...]:
        return () if node is None else tuple(self._entry(item) for item in self._list(node))

    def _entry(self, node: yaml.Node) -> Entry:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self._mistake(node, "text is expected here")
        return Entry(node.value, self._where(node))

    def _list(self, node: yaml.Node) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode):
            raise self._mistake(node, "a list is expected here")
        return list(node.value)

    def _mapping(self, node: yaml.Node, allowed: Collection[str] | None = None) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self._mistake(node, "keys with values are expected here")
        fields: dict[str, yaml.Node] = {}
        for key_node, value in node.value:
            key = self._entry(key_node).text
            if allowed is not None and key not in allowed:
                raise self._mistake(key_node, f"{key} is not known here")
            if key in fields:
                raise self._mistake(key_node, f"{key} stands here twice")
            fields[key] = value
        return fields

    def _where(self, node: yaml.Node) -> str:
        return f"{self._name}:{node.start_mark.line + 1}"

    def _mistake(self, node: yaml.Node, problem: str) -> ValueError:
        return ValueError(f"{self._where(node)}: {problem}")
