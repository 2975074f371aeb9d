"""Who fits a visit: ranked, with what speaks for and against, and nobody left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.programmes import load
from dialogues.effects import OpenCase
from dialogues.savers import WEIGHTS, Profile, Saver, Sought, Training, rank, sought
from tests.dialogues.talking import Talk

NAMDONG = load("firststep-incheon-namdong")
TUESDAY = datetime(2026, 11, 24, 14, 0, tzinfo=NAMDONG.zone)
VISIT = Sought(language="ru", district="guwol", starts=TUESDAY, ends=TUESDAY + timedelta(minutes=60))
TRAINED = (Training("양육 코칭 기본", date(2026, 3, 2)),)
FITTING = Profile(name="가", trainings=TRAINED, languages=("ko", "ru"), districts=("guwol",), days=("tue",))


def saver(number: int = 1, *, active: bool = True, **changes: Any) -> Saver:
    """One who fits in everything but ``changes``."""
    return Saver(id=UUID(int=number), profile=msgspec.structs.replace(FITTING, **changes), active=active)


@pytest.mark.parametrize(
    ("changes", "against"),
    [
        ({}, ()),
        ({"districts": ()}, ()),
        ({"districts": ("mansu",)}, ("district",)),
        ({"languages": ("ko",)}, ("language",)),
        ({"trainings": ()}, ("trained",)),
        ({"days": ("mon", "wed")}, ("hours",)),
        ({"closes": time(14, 59)}, ("hours",)),
        ({"closes": time(15)}, ()),
        ({"opens": time(14, 1)}, ("hours",)),
        ({"trainings": (), "languages": ()}, ("trained", "language")),
    ],
)
def test_what_speaks_against_a_saver_is_told(changes: dict[str, Any], against: tuple[str, ...]) -> None:
    """Each condition is looked at by itself; the rest speaks for them."""
    (found,) = rank([saver(**changes)], VISIT)
    assert found.against == against
    assert found.fits is not bool(against)
    assert set(found.speaks) == set(WEIGHTS) - set(against)


def test_the_fittest_stands_first() -> None:
    """Being free weighs most, then training, language, hours and district; equals go by name."""
    roster = [
        saver(1, name="라", districts=("mansu",)),
        saver(2, name="나"),
        saver(3, name="다", languages=("ko",)),
        saver(4, name="가", trainings=()),
        saver(5, name="마"),
        saver(6, name="바", active=False),
        saver(7, name="사", days=()),
    ]
    ranked = rank(roster, VISIT, busy={UUID(int=2)})
    assert [one.saver.profile.name for one in ranked] == ["마", "라", "사", "다", "가", "나"]
    assert ranked[-1].against == ("free",)


def test_a_place_that_nobody_knows_decides_nothing() -> None:
    """Where the family's district is not known, it neither speaks for nor against anybody."""
    (found,) = rank(
        [saver(districts=("mansu",))],
        Sought(**{**{name: getattr(VISIT, name) for name in VISIT.__struct_fields__}, "district": ""}),
    )
    assert "district" not in (*found.speaks, *found.against)


def test_a_visit_over_midnight_is_in_nobodys_hours() -> None:
    """Hours are those of one day."""
    late = datetime(2026, 11, 24, 23, 30, tzinfo=NAMDONG.zone)
    visit = Sought(language="ru", district="", starts=late, ends=late + timedelta(hours=1))
    (found,) = rank([saver(opens=time(0), closes=time(23, 59))], visit)
    assert "hours" in found.against


def test_a_visit_asks_for_the_familys_language_and_district_in_local_time() -> None:
    """They are read from the case; nobody is asked twice."""
    talk = Talk(NAMDONG, line="namdong-telegram")
    talk.answer(
        "안녕하세요",
        "동의해요",
        "동의해요",
        "임신 중이에요",
        "28주",
        "만수동",
        "방문이요",
        "이번 주",
        "여기",
        "아무 때나",
        "저만 봐요",
        "하늘",
        "보내기",
    )
    (case,) = [effect.document for effect in talk.done(OpenCase)]
    needs = sought(NAMDONG, case, datetime(2026, 11, 24, 5, tzinfo=UTC), 90, NAMDONG.zone)
    assert (needs.language, needs.district) == ("ko", "mansu")
    assert (needs.starts.time(), needs.ends.time()) == (time(14), time(15, 30))


@given(st.lists(st.integers(1, 9), unique=True), st.sets(st.integers(1, 9)))
def test_nobody_active_is_left_out_and_the_order_is_one(numbers: list[int], busy: set[int]) -> None:
    """Whatever the roster's order, the ranking is the same and holds everybody once."""
    roster = [saver(number, name=str(number % 3), languages=("ru",) if number % 2 else ()) for number in numbers]
    taken = {UUID(int=number) for number in busy}
    ranked = rank(roster, VISIT, taken)
    assert ranked == rank(list(reversed(roster)), VISIT, taken)
    assert sorted(one.saver.id for one in ranked) == sorted(one.id for one in roster)
