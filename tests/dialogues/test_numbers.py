"""Weeks, ages, dates and phone numbers are read as people write them, and nothing else is read as one."""

from __future__ import annotations

from datetime import date, timedelta

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.answers.dates import date_in
from dialogues.answers.numbers import (
    MOST_MONTHS,
    MOST_WEEKS,
    bare_number,
    months_in,
    of_the_pregnancy,
    tells_child,
    weeks_in,
    with_digits,
)
from dialogues.answers.phones import phone_in
from dialogues.words import plain

TODAY = date(2026, 11, 23)


def table(lines: str) -> list[tuple[str, int | None]]:
    """``text = number`` on each line; ``text = -`` where there is none."""
    pairs = [line.strip().rpartition(" = ") for line in lines.strip().splitlines()]
    return [(text, None if number == "-" else int(number)) for text, _, number in pairs]


WEEKS = table("""
    28주 = 28
    28 주 = 28
    28주요 = 28
    28주차예요 = 28
    28주 3일 = 28
    28주3일째예요 = 28
    28주째 접어들었어요 = 28
    28.5주 = 28
    28+3 = 28
    이제 28주 = 28
    한 28주쯤 = 28
    임신 28주입니다 = 28
    임신28주 = 28
    6주차 = 6
    42주 = 42
    스물여덟 주 = 28
    스물네 주 = 24
    스물네주 = 24
    스물 네 주 = 24
    스무 주 = 20
    열두 주 됐어요 = 12
    여덟 주 = 8
    서른여섯 주 = 36
    이십팔주 = 28
    이십팔 주 = 28
    이십 팔 주 = 28
    삼십주 = 30
    십이주 = 12
    육주 = 6
    28주인데요 = 28
    28주부터요 = 28
    7개월 = 26
    7 개월 = 26
    칠개월 = 26
    칠 개월 = 26
    임신 칠개월 됐어요 = 26
    임신칠개월 = 26
    임신 8개월차 = 30
    임신 9개월째 = 34
    일곱 달 = 26
    일곱달 = 26
    석 달 = 10
    넉 달 = 14
    십개월 = 38
    막달이에요 = 38
    만삭 = 38
    28 weeks = 28
    28weeks = 28
    28wks = 28
    28w = 28
    28w3d = 28
    28 weeks pregnant = 28
    I'm about 28 weeks along = 28
    I have been pregnant for 12 weeks = 12
    twenty eight weeks = 28
    twenty-eight weeks = 28
    twelve weeks = 12
    7 months = 26
    seven months = 26
    seven and a half months = 26
    I am 3 months pregnant = 10
    예정일 12월 25일 = 36
    예정일이 1월 3일이에요 = 35
    출산예정일은 2027.1.3입니다 = 35
    출산예정일 2027-01-03 = 35
    예정일이 11월 20일이었어요 = 41
    12/25 = 36
    due december 25 = 36
    my due date is 3 january = 35
    due on the 25th of December = 36
    due date is 25/12 = 36
    0주 = -
    43주 = -
    100주 = -
    몇 주인지 몰라요 = -
    임신 초기 = -
    다음 주 = -
    이번주 = -
    지난주 = -
    매주 = -
    제주 = -
    전주에 살아요 = -
    이주 여성이에요 = -
    사주 봤어요 = -
    네 주세요 = -
    한 주말에 = -
    우리 동네 주민센터 = -
    두 번째 임신 = -
    2주 뒤에 병원 가요 = -
    3주 전에 알았어요 = -
    지난 3주 = -
    3주째 잠을 못 자요 = -
    두 달째 월세를 못 냈어요 = -
    두 달 치 월세 = -
    일주일에 두 번 = -
    11월 30일까지 월세를 내야 해요 = -
    in two weeks I see the doctor = -
    for 3 weeks I could not sleep = -
    3 weeks ago = -
    every 2 weeks = -
    2 months of rent = -
    next week = -
    28 = -
""")

MONTHS = table("""
    3개월 = 3
    삼개월 = 3
    세 달 = 3
    석 달 = 3
    넉달 = 4
    다섯 달이에요 = 5
    열 달 = 10
    열한 달 = 11
    열다섯 달 = 15
    스무 달 = 20
    스물두 달 = 22
    15개월 됐어요 = 15
    십오개월 = 15
    이십 개월 = 20
    이십일 개월 = 21
    이십사개월 = 24
    만 6개월 = 6
    한 세 달쯤 = 3
    두 달 반 = 2
    0개월 = 0
    1개월 미만 = 0
    한 달 안 됐어요 = 0
    반년 = 6
    첫돌 = 12
    돌이에요 = 12
    돌 지났어요 = 12
    돌 됐어요 = 12
    돌쟁이 = 12
    두돌 = 24
    두 돌 지났어요 = 24
    한 살 = 12
    두살 = 24
    2살 = 24
    만 2세 = 24
    만 두 살 = 24
    세 살이에요 = 36
    3살 반 = 42
    네 살 = 48
    1년 = 12
    1년 3개월 = 15
    일년 삼개월 = 15
    1년 반 = 18
    16살 = 192
    생후 50일 = 1
    생후 오십일 = 1
    생후 백일 = 3
    백일 지났어요 = 3
    백 일 = 3
    100일 = 3
    120일 = 4
    백이십일 = 4
    이백일 = 6
    생후 2주 = 0
    생후 두 주 = 0
    생후 육주 = 1
    6주 = 1
    2주일 = 0
    일주일 됐어요 = 0
    태어난 지 3일 = 0
    태어난지 열흘 = 0
    태어난 지 이주일 = 0
    신생아예요 = 0
    갓난아기 = 0
    어제 태어났어요 = 0
    3주 전에 태어났어요 = 0
    두 달 전에 낳았어요 = 2
    8월 3일에 태어났어요 = 3
    2026년 8월 3일 = 3
    2026.8.3 = 3
    2026-08-03생 = 3
    26.08.03 = 3
    24년 5월 3일생 = 30
    12월 1일생 = 11
    2024년 3월생 = 32
    8월생 = 3
    쌍둥이 3개월 = 3
    첫째 3살 둘째 5개월 = 5
    세 살이랑 5개월 = 5
    3 months = 3
    three months old = 3
    3 month old = 3
    18 mo = 18
    18mo = 18
    fifteen months = 15
    twenty two months = 22
    6 weeks = 1
    six weeks old = 1
    10 days old = 0
    a year = 12
    one year old = 12
    2yo = 24
    2 yrs = 24
    1 year 3 months = 15
    one year and three months = 15
    a year and a half = 18
    3 and a half years = 42
    half a year = 6
    less than a month = 0
    newborn = 0
    born august 3 = 3
    born on 3 August = 3
    born 2026-08-03 = 3
    she was born 3 weeks ago = 0
    I gave birth 2 months ago = 2
    216개월 = -
    999개월 = -
    18살 = -
    돌 안 됐어요 = -
    아직 돌이 안 됐어요 = -
    돌 전이에요 = -
    돌봐 주세요 = -
    돌보기 힘들어요 = -
    돌아와 주세요 = -
    네 살려 주세요 = -
    네 달라요 = -
    15일에 태어났어요 = -
    이 일 저 일 = -
    일하고 있어요 = -
    이년 저년 욕을 해요 = -
    다음 달 = -
    세 명 = -
    애가 둘 = -
    3일 동안 = -
    3년 전에 이혼했어요 = -
    2주 뒤에 = -
    한 달에 50만원 = -
    지난 3개월 = -
    두 달째 월세를 못 냈어요 = -
    2 months behind on rent = -
    for 3 months he has hit me = -
    I may have 3 kids = -
    may = -
    2월 30일에 태어났어요 = -
    5 = -
""")

BARE = table("""
    28 = 28
    28이요 = 28
    28이에요 = 28
    약 28 = 28
    한 28쯤 = 28
    28 정도 = 28
    28 정도요 = 28
    이십팔 = 28
    스물여덟 = 28
    스물여덟이요 = 28
    다섯 = 5
    열 = 10
    about 28 = 28
    i think 28 = 28
    i'm 28 = 28
    it's 28 now = 28
    twenty eight = 28
    five = 5
    3명 = -
    3번 = -
    두 번째 = -
    28주 = -
    i have one child = -
    one of them = -
    28 29 = -
    1234 = -
    모르겠어요 = -
    이 = 2
    사람 = -
    오빠 = -
    구월 = -
    a = -
""")

PHONES = {
    "010-1234-5678": "+821012345678",
    "01012345678": "+821012345678",
    "010 1234 5678": "+821012345678",
    "010.1234.5678": "+821012345678",
    "010_1234_5678": "+821012345678",
    "010/1234/5678": "+821012345678",
    "010)1234-5678": "+821012345678",
    "010–1234–5678": "+821012345678",
    "010 - 1234 - 5678": "+821012345678",
    "０１０－１２３４－５６７８": "+821012345678",
    "제 번호는 010-1234-5678이에요": "+821012345678",
    "010-1234-5678로 문자 주세요": "+821012345678",
    "+82 10 1234 5678": "+821012345678",
    "82-10-1234-5678": "+821012345678",
    "my number is 010 1234 5678 thanks": "+821012345678",
    "010-1234-5678 아니면 010-8765-4321": "+821012345678",
    "041-540-2114": "+82415402114",
    "+998 90 123 45 67": "+998901234567",
    "112": None,
    "1308": None,
    "010-1234": None,
    "010-1234-56": None,
    "900101-1234567": None,
    "2026-11-23": None,
    "28주": None,
    "전화하지 마세요": None,
    "": None,
}


def test_weeks_of_pregnancy() -> None:
    """Weeks, months of pregnancy and due dates become completed weeks; other stretches of time do not."""
    found = [(text, weeks_in(plain(text), TODAY)) for text, _ in WEEKS]
    assert [row for row, right in zip(found, WEEKS, strict=True) if row != right] == []


def test_months_of_age() -> None:
    """Days, weeks, months, years and birthdays become completed months; other stretches of time do not."""
    found = [(text, months_in(plain(text), TODAY)) for text, _ in MONTHS]
    assert [row for row, right in zip(found, MONTHS, strict=True) if row != right] == []


def test_a_number_by_itself() -> None:
    """A number is bare only when nothing but "about" stands beside it."""
    found = [(text, bare_number(plain(text))) for text, _ in BARE]
    assert [row for row, right in zip(found, BARE, strict=True) if row != right] == []


@pytest.mark.parametrize(("text", "number"), PHONES.items())
def test_phone_numbers(text: str, number: str | None) -> None:
    """The first number that can be dialled comes out as E.164; emergency and resident numbers are none."""
    assert phone_in(text, "KR") == number


@pytest.mark.parametrize(("tens", "ten_name"), [(10, "십"), (20, "이십"), (30, "삼십"), (40, "사십")])
@pytest.mark.parametrize(("ones", "one_name"), list(enumerate(["", *"일이삼사오육칠팔구"])))
def test_every_sino_korean_number(tens: int, ten_name: str, ones: int, one_name: str) -> None:
    """십 to 사십구 are read before 주 and 개월, joined and spaced."""
    number = str(tens + ones)
    for unit in ("주", " 주", "개월", " 개월"):
        assert with_digits(ten_name + one_name + unit).replace(" ", "") == number + unit.strip()


@pytest.mark.parametrize(("tens", "ten_name"), [(0, ""), (10, "열"), (20, "스물"), (30, "서른")])
@pytest.mark.parametrize(
    ("ones", "one_name"), list(enumerate(["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"], start=1))
)
def test_every_native_korean_number(tens: int, ten_name: str, ones: int, one_name: str) -> None:
    """한 to 서른아홉 are read before 주, 달 and 살, joined and spaced."""
    number = str(tens + ones)
    for unit in ("주", " 주", "달", " 달", "살", " 살"):
        assert with_digits(ten_name + one_name + unit) == number + unit


@pytest.mark.parametrize(
    "text",
    [
        "우리 동네 주민센터",
        "네 주세요",
        "이주 여성",
        "제주",
        "공주님",
        "아이 개월수",
        "이 일",
        "십일월",
        "백일몽 아니고",
        "사네 살아",
        "오십견",
    ],
)
def test_words_that_hold_a_number_stay_words(text: str) -> None:
    """A syllable that could be a number stays what it is inside a word."""
    expected = {"백일몽 아니고": "100일몽 아니고"}.get(text, text)
    assert with_digits(text) == expected


def test_a_date_without_a_year_is_the_nearest_one_meant() -> None:
    """A due date lies ahead, or up to two weeks back; a birthday lies behind."""
    assert date_in("3월 1일", TODAY, future=True) == date(2027, 3, 1)
    assert date_in("3월 1일", TODAY, future=False) == date(2026, 3, 1)
    assert date_in("11월 9일", TODAY, future=True) == date(2026, 11, 9)
    assert date_in("11월 8일", TODAY, future=True) == date(2027, 11, 8)
    assert date_in("11월 23일", TODAY, future=False) == TODAY
    assert date_in("2월 29일", TODAY, future=True) is None
    assert date_in("no date", TODAY, future=True) is None


def test_the_youngest_child_of_a_pregnant_woman_is_not_her_pregnancy() -> None:
    """What is told right beside the word pregnant is told apart from what is told of a child."""
    assert of_the_pregnancy("첫째는 3살이고 임신 20주예요") == "20주"
    assert of_the_pregnancy("i am 12 weeks pregnant and my son is 2 years old") == "12 weeks"
    assert of_the_pregnancy("임신 중이고 아기는 6개월이에요") == ""
    assert tells_child("둘째가 다섯 달이에요")
    assert not tells_child("임신 다섯 달이에요")


@given(st.text(max_size=80), st.dates(date(1901, 1, 1), date(2199, 12, 31)))
def test_reading_numbers_never_fails_nor_leaves_the_range(text: str, today: date) -> None:
    """Whatever is written on whatever day, the answer is none or one that is possible."""
    weeks, months, bare = weeks_in(text, today), months_in(text, today), bare_number(text)
    assert weeks is None or 1 <= weeks <= MOST_WEEKS
    assert months is None or 0 <= months <= MOST_MONTHS
    assert bare is None or 0 <= bare <= 999
    phone = phone_in(text, "KR")
    assert phone is None or phonenumbers.is_valid_number(phonenumbers.parse(phone))


@given(
    st.lists(
        st.sampled_from(
            [
                "임신",
                "생후",
                "2월",
                "30일",
                "29",
                "주",
                "개월",
                "살",
                "돌",
                "백",
                "이십",
                "네",
                " ",
                "전",
                "12/",
                "/31",
                "born",
                " may 31 ",
                "due",
                "half",
                "a year",
                "두 달",
                "1/2",
                "+",
                ".",
                "99",
                "년",
            ]
        ),
        max_size=8,
    )
)
def test_pieces_of_numbers_never_make_an_impossible_one(pieces: list[str]) -> None:
    """Fragments in any order give none or a possible answer."""
    text = plain("".join(pieces))
    weeks, months = weeks_in(text, TODAY), months_in(text, TODAY)
    assert weeks is None or 1 <= weeks <= MOST_WEEKS
    assert months is None or 0 <= months <= MOST_MONTHS


@given(st.integers(1, MOST_WEEKS))
def test_every_week_is_read(week: int) -> None:
    """Each week of a pregnancy is read in digits, in both languages."""
    assert weeks_in(f"{week}주", TODAY) == weeks_in(f"{week} weeks", TODAY) == week


@given(st.dates(TODAY - timedelta(days=17 * 365), TODAY))
def test_a_birthday_gives_the_age(born: date) -> None:
    """A birthday written out gives the months completed since."""
    months = months_in(f"{born.year}년 {born.month}월 {born.day}일", TODAY)
    whole = (TODAY.year - born.year) * 12 + TODAY.month - born.month
    assert months == (whole if TODAY.day >= born.day else whole - 1)
