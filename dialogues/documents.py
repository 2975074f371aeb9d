"""Read a YAML document into a typed value, naming every mistake with file and line."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec
import yaml

T = TypeVar("T")

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's where the package brings it: six times as fast."""
_BOOL = "tag:yaml.org,2002:bool"
_KINDS = {dict: "object", list: "array", str: "str", int: "int", float: "float", bool: "bool", type(None): "null"}
"""What msgspec calls each type in its messages."""


class ContentError(ValueError):
    """A mistake in a content file. ``str()`` is ``file:line: what is wrong``."""


class Document:
    """One parsed YAML file that remembers the line of everything in it."""

    def __init__(self, name: str, text: str) -> None:
        """Parse ``text``; raises ContentError when it is not YAML, is empty or repeats a key."""
        self.name = name
        self._lines: dict[str, int] = {}
        self._kinds: dict[str, str] = {}
        try:
            node = yaml.compose(text, Loader=_LOADER)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            raise self._error(f"not YAML: {getattr(error, 'problem', error)}", mark.line + 1 if mark else 1) from error
        if node is None:
            raise self._error("the file is empty", 1)
        self._constructor = yaml.SafeLoader("")
        self.value = self._build(node, "$")

    def read(self, shape: type[T]) -> T:
        """The document as ``shape``; raises ContentError for a missing, unknown or ill-typed field."""
        try:
            return msgspec.convert(self.value, shape)
        except msgspec.ValidationError as error:
            message, _, path = str(error).partition(" - at `")
            raise self.error(message, self._named(path.rstrip("`") or "$", message)) from error

    def _named(self, path: str, message: str) -> str:
        """``path`` with the keys for which msgspec only writes ``[...]``: the first that the message fits."""
        if "[...]" not in path:
            return path
        pattern = re.compile(re.escape(path).replace(re.escape("[...]"), r"\.[^.\[]+"))
        got, field = re.search(r"got `(\w+)`", message), re.search(r"field `(.+)`", message)
        for known, kind in self._kinds.items():
            fits = (
                kind == got[1]
                if got
                else (f"{known}.{field[1]}" in self._lines) is ("unknown" in message)
                if field
                else True
            )
            if fits and pattern.fullmatch(known):
                return known
        return path

    def error(self, message: str, path: str) -> ContentError:
        """A ContentError at the line of ``path`` (``$.centres[0].name``) or of its nearest known parent."""
        while path not in self._lines and path:
            path = re.sub(r"(\.[^.\[]*|\[[^\]]*\]|[^.\[\]]*)$", "", path)
        return self._error(message, self._lines.get(path, 1))

    def _error(self, message: str, line: int) -> ContentError:
        return ContentError(f"{self.name}:{line}: {message}")

    def _build(self, node: yaml.Node, path: str) -> Any:
        value = self._value(node, path)
        self._kinds[path] = _KINDS.get(type(value), "")
        return value

    def _value(self, node: yaml.Node, path: str) -> Any:
        self._lines[path] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return self._build_mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._build(item, f"{path}[{index}]") for index, item in enumerate(node.value)]
        if node.tag == "tag:yaml.org,2002:timestamp" or (node.tag == _BOOL and node.value not in ("true", "false")):
            return node.value  # a day stays text for the shape to read; yes, no and on are words, as in YAML 1.2
        try:
            return self._constructor.construct_object(node, deep=True)
        except (yaml.YAMLError, ValueError) as error:
            raise self._error(f"`{node.value}` cannot be read", node.start_mark.line + 1) from error

    def _build_mapping(self, node: yaml.MappingNode, path: str) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in mapping:
                raise self._error(f"`{key}` stands here twice", key_node.start_mark.line + 1)
            mapping[key] = self._build(value_node, f"{path}.{key}")
            self._lines[f"{path}.{key}"] = key_node.start_mark.line + 1
        return mapping
