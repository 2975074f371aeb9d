"""A YAML document is read into its shape, and remembers the line of everything in it."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from dialogues.documents import ContentError, Document


class Child(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    age: int


class Family(msgspec.Struct, forbid_unknown_fields=True):
    since: date
    children: tuple[Child, ...]
    notes: dict[str, tuple[int, ...]] = {}


GOOD = """# A family.
since: 2026-11-22
children:
  - name: Haneul
    age: 3
  - {name: "yes", age: 1}
notes:
  weights: [3, 4,
            5]
"""


def test_a_document_becomes_its_shape() -> None:
    """Days become days, and yes, no and on stay the words they are."""
    family = Document("family.yml", GOOD).read(Family)
    assert family == Family(date(2026, 11, 22), (Child("Haneul", 3), Child("yes", 1)), {"weights": (3, 4, 5)})
    assert Document("x.yml", "a: [yes, no, on, off, true, false, null]").value == {
        "a": ["yes", "no", "on", "off", True, False, None]
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    age: 3\n", "", "family.yml:4: Object missing required field `age`"),
        ("age: 3", "age: three", "family.yml:5: Expected `int`, got `str`"),
        ("age: 1", "age: 1, toys: 2", "family.yml:6: Object contains unknown field `toys`"),
        ("            5]", "            five]", "family.yml:9: Expected `int`, got `str`"),
        ("2026-11-22", "2026-13-22", "family.yml:2: Invalid RFC3339 encoded date"),
        ("since: 2026-11-22", "since: 5", "family.yml:2: Expected `date`, got `int`"),
        ("    age: 3", "    age: 3\n    age: 4", "family.yml:6: `age` stands here twice"),
        ("age: 3", "age: !!int three", "family.yml:5: `three` cannot be read"),
        ("age: 3", "age: !!python/name:os.system x", "family.yml:5: `x` cannot be read"),
        ("age: 3", "age: [", "family.yml:"),
        ("notes:", "notes: x: y", "family.yml:7: not YAML: mapping values are not allowed"),
    ],
)
def test_a_mistake_is_told_with_its_line(old: str, new: str, told: str) -> None:
    """The line is that of the mistake, or of the nearest thing around it."""
    assert old in GOOD
    with pytest.raises(ContentError) as caught:
        Document("family.yml", GOOD.replace(old, new, 1)).read(Family)
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("text", ["", "\n", "# nothing but a comment\n"])
def test_an_empty_document_is_refused(text: str) -> None:
    """A file that says nothing was not meant."""
    with pytest.raises(ContentError, match=r"^x\.yml:1: the file is empty$"):
        Document("x.yml", text)


def test_a_document_of_another_shape_is_refused() -> None:
    """A list or a bare word is no family."""
    for text in ("- a\n", "word\n"):
        with pytest.raises(ContentError, match=r"^x\.yml:1: Expected `object`, got"):
            Document("x.yml", text).read(Family)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("$", 2), ("$.children", 3), ("$.children[0].age", 5), ("$.children[1].name", 6), ("$.children[7].name", 3),
        ("$.notes[...]", 7), ("$.nobody.knows[3]", 2), ("odd", 1), ("", 1),
    ],
)  # fmt: skip
def test_the_nearest_known_line_is_told(path: str, line: int) -> None:
    """A path that is not in the file leads to its nearest parent that is."""
    assert str(Document("family.yml", GOOD).error("wrong", path)) == f"family.yml:{line}: wrong"
