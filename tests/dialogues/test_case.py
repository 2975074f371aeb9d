"""A case has a code that people can say aloud, and a document that means the same to every reader."""

from __future__ import annotations

import re
from uuid import UUID

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dialogues.case import CaseDocument, ChildRecord, MatchRecord, Urgency, case_code, erased, placed, schema
from dialogues.effects import OpenCase
from tests.dialogues.talking import Talk


@given(st.uuids())
def test_a_code_can_be_read_over_the_phone(name: UUID) -> None:
    """Two signs, a dash, four signs; none that is taken for another one, and always the same for one case."""
    assert re.fullmatch(r"[2-9A-HJKMNP-TV-Z]{2}-[2-9A-HJKMNP-TV-Z]{4}", case_code(name))
    assert case_code(name) == case_code(UUID(name.hex))


def test_the_end_of_the_id_makes_the_code() -> None:
    """Ids that begin with the same moment still have different codes."""
    first = UUID("0193aaaa-bbbb-7ccc-8ddd-000000000001")
    codes = {case_code(UUID(int=first.int + step)) for step in range(200)}
    assert len(codes) == 200


def test_urgencies_stand_from_the_most_urgent() -> None:
    """Whoever sorts by urgency has the crisis on top."""
    assert list(Urgency) == ["crisis", "today", "week", "later"]


def test_a_document_survives_being_written(handed_over: Talk) -> None:
    """What is read back from JSON is what was written."""
    (opened,) = handed_over.done(OpenCase)
    assert msgspec.json.decode(msgspec.json.encode(opened.document), type=CaseDocument) == opened.document


def test_the_schema_tells_of_every_field() -> None:
    """A partner finds each field of the document in the schema, under the draft that is named."""
    told = schema()
    assert told["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    definitions = told["$defs"]
    assert isinstance(definitions, dict)
    assert set(definitions["CaseDocument"]["properties"]) == set(CaseDocument.__struct_fields__)


def matched(*confirmed: bool) -> tuple[MatchRecord, ...]:
    """Services ``s0``, ``s1`` and on, those of them confirmed that are True."""
    return tuple(
        MatchRecord(service=f"s{n}", name="곳", standing="likely", points=0, reasons=("한부모",), confirmed=one)
        for n, one in enumerate(confirmed)
    )


def test_an_erased_document_tells_nothing_of_any_child(handed_over: Talk) -> None:
    """Neither what was told of the children before the last one, nor the services that may fit and why."""
    (opened,) = handed_over.done(OpenCase)
    child = ChildRecord(answers=opened.document.answers, matches=matched(True))
    blank = erased(replace(opened.document, children=(child,), matches=matched(True)))
    assert (blank.children, blank.matches, blank.answers) == ((), (), ())


def test_each_child_is_placed_where_it_was_confirmed(handed_over: Talk) -> None:
    """A service stands once for each child that it takes; what is not confirmed places nobody."""
    (opened,) = handed_over.done(OpenCase)
    earlier = ChildRecord(answers=(), matches=matched(True, False))
    document = replace(opened.document, children=(earlier,), matches=matched(True, True, False))
    assert placed(document) == ("s0", "s0", "s1")
    assert placed(opened.document) == ()
