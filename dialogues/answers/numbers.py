"""Numbers, weeks of pregnancy and ages as people write them in Korean and English."""

from __future__ import annotations

import re
from datetime import date

from dialogues.answers.dates import date_in

UNKNOWN_MONTHS = -1
UNKNOWN_WEEKS = 0
MOST_WEEKS = 42
MOST_MONTHS = 215
"""Seventeen years and eleven months: the last month of childhood."""

_KO = {"한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "네": 4, "넷": 4, "넉": 4, "다섯": 5, "여섯": 6,
       "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40,
       "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9, "십": 10,
       "백": 100}  # fmt: skip
_SAID = {"이틀": "2일", "사흘": "3일", "나흘": "4일", "열흘": "10일", "보름": "15일", "이주일": "14일", "일주일": "7일",
         "한 주일": "7일", "반년": "6개월", "half a year": "6 months", "a fortnight": "14 days",
         " 1/2 month": " and a half month", " 1/2 year": " and a half year"}  # fmt: skip
_EN = {name: number for number, name in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty".split())} | {"thirty": 30, "forty": 40, "a": 1, "an": 1}  # fmt: skip

_NATIVE = r"(열|스물|스무|서른|마흔)?\s?(한|하나|두|둘|세|셋|석|네|넷|넉|다섯|여섯|일곱|여덟|아홉)?"
_SINO = r"([이삼사오육칠팔구]?백)?\s?([이삼사오육칠팔구]?십)?\s?([일이삼사오육칠팔구])?"
_WEEK = r"주(?!세|시|셔|셨|신|말|민|변|소|실|거|택|문|사|머|의|장|차장|스|년|부(?!터)|인(?!데|가|지|거))"
_MONTH = r"(?:개월|달(?!라|러|력|래|랬|콤|빛|걀|리))"
_YEAR = (
    r"(?:살(?!고|아|려|았|던|기|림|펴|게|지|해)|세(?!대|트|상|탁|금|요|워|식|명)"
    r"|돌(?!봐|보|본|볼|봄|아|려)|년(?!생|\s?\d{1,2}\s?월))"
)
_DAY = r"일(?!\s?(?:에(?!요)|날|자|부터|까지|이내|월|주|하|을)|\S*\s?태어나)"
# A number starts a word, or follows one of the words that are written together with it.
_STARTS = r"(?:(?<![가-힣\d])|(?<=임신)|(?<=생후)|(?<=벌써)|(?<=이제)|(?<=만))"
_KO_NATIVE = re.compile(rf"{_STARTS}(?=[가-힣]){_NATIVE}(?=\s?(?:{_WEEK}|{_MONTH}|{_YEAR}))")
_KO_SINO = re.compile(rf"{_STARTS}(?=[가-힣]){_SINO}(?=\s?(?:{_WEEK}|개월|{_DAY}|년(?!생)))")
_EN_ONES = "|".join(list(_EN)[1:10])
_EN_WORDS = re.compile(
    rf"\b(twenty|thirty|forty)[ -]({_EN_ONES})\b|\b({'|'.join(list(_EN)[:-2])})\b"
    r"|\b(an?)\b(?=\s(?:week|month|year|day))"
)
_NUMBER = r"(?<![\d./])(\d{1,3})(?:\.\d)?"
_AND_HALF = r"(?:\s?반|\sand (?:a|1) half)"
_WEEKS = re.compile(rf"{_NUMBER}{_AND_HALF}?(?:\s*(?:{_WEEK}|(?:weeks?|wks?|w)(?![a-z]))|\s?\+\s?[0-6]\b)")
_MONTHS = re.compile(rf"{_NUMBER}{_AND_HALF}?\s*(?:{_MONTH}|(?:months?|mos?|m)\b)")
_YEARS = re.compile(
    rf"(?<![\d./])(\d{{1,2}})({_AND_HALF})?\s*(?:{_YEAR}|(?:years?|yrs?|y/?o)\b)(?:\sold)?({_AND_HALF})?"
    rf"(?:[\s,]*(?:and\s)?(\d{{1,2}})\s*(?:{_MONTH}|months?\b))?"
)
_DAYS = re.compile(rf"(?<![\d./])(\d{{1,4}})\s*(?:{_DAY}|days?\b)")
_UNIT = rf"(?<![월\d])(?<!월\s)\d{{1,3}}\s*(?:{_WEEK}|일|{_MONTH}|{_YEAR}|(?:day|week|month|year)s?\b)"
# A stretch of time that is nobody's age: "3주 전에 이혼", "두 달 치 월세", "in two weeks", "2 months of rent".
_STRETCH = re.compile(
    rf"(?:지난|최근|앞으로|다음|매|every|next|last|past|within|in|after|(?<!pregnant )for)\s(?:the\s)?{_UNIT}"
    r"(?!\s(?:old|pregnant))"
    rf"|{_UNIT}\s?(?:동안|간(?!데)|뒤|후|만에|안에|이내|마다|치|분|밀린|월세|에(?!요)|째\s(?!임신|되|됐|예|이|입|인|접어|들어))"
    rf"|{_UNIT}\s?(?:later|of\s|rent\b|behind|in a row)"
)
_AGO = re.compile(rf"{_UNIT}\s?(?:전(?!\s?후)|ago|before)")
_NOT_YET = re.compile(rf"{_UNIT}(?:이|도)?\s?(?:안|미만|못)|(?:under|less than|not yet) {_UNIT}")
_BIRTH = re.compile(r"태어|낳|출산했|출산한|\bborn\b|gave birth|delivered|had (?:a|my|the) baby")
_DUE = re.compile(r"예정|출산|분만|\bdue\b|expect|deliver")
_OF_A_CHILD = re.compile(
    rf"(?:아기|아이|애기|애|딸|아들|첫째|둘째|막내|쌍둥이)\S{{0,2}}\s?(?:이제|벌써|지금|생후)?\s?\d{{1,3}}\s?(?:{_MONTH}|{_YEAR}|일)"
)
_OF_A_PREGNANCY = re.compile(
    rf"임신\S{{0,2}}\s?(?:이제|벌써|지금|한\s?지)?\s?(\d{{1,2}}\s?(?:{_WEEK}|{_MONTH}))"
    r"|(\d{1,2} (?:week|month)s?) pregnant"
)
_NEWBORN = re.compile(r"신생아|갓\s?태어|갓난|(?:어제|오늘)\s?태어|newborn|just born|born (?:today|yesterday)")
_UNDER_A_MONTH = re.compile(r"(?<!\d)1\s?(?:개월|달)(?:이|도)?\s?(?:안|미만|못)|(?:under|less than|not yet) 1 month")
_FIRST_BIRTHDAY = re.compile(r"첫돌|(?<![가-힣])돌(?:\s(?!안|전|도)|이[에예야]|(?:이|은)?\s?지|쟁이|아기|잔치|$)")
_FULL_TERM = re.compile(r"막달|만삭|full term|due any day")
_BARE = re.compile(
    r"(?:(?:약|한|대략|아마|지금|이제|거의|만|딱|음|about|around|maybe|almost|nearly|"
    r"i think|(?:it|he|she)(?:'s| is)|i'm|i am)\s?)*"
    r"(\d{1,3}|[가-힣\s]{1,5}?)"
    r"(?:\s?(?:쯤|정도|요|이요|이에요|예요|에요|입니다|인데요|이야|인 것 같아요|or so|i think|now))*"
)


def weeks_in(text: str, today: date) -> int | None:
    """Completed weeks of pregnancy told in ``text`` (plain form), or None; a month counts by its middle week.

    A Korean "임신 7개월" is the seventh month, weeks 24 to 27; an English "7 months pregnant" is close enough to that.
    """
    digits = _AGO.sub(" ", _told(text))
    if found := _WEEKS.search(digits):
        return _within(int(found[1]), 1, MOST_WEEKS)
    if found := _MONTHS.search(digits):
        return _within(int(found[1]) * 4 - 2, 2, 40)
    if _FULL_TERM.search(digits):
        return 38
    if (_DUE.search(digits) or len(digits) <= len("0000-00-00 이에요")) and (
        due := date_in(digits, today, future=True)
    ):
        return _within(40 - (due - today).days // 7, 1, MOST_WEEKS)
    return None


def months_in(text: str, today: date) -> int | None:
    """A child's age in completed months told in ``text`` (plain form), or None; of several the youngest's."""
    if _UNDER_A_MONTH.search(with_digits(text)):
        return 0
    digits = _told(text)
    if not _BIRTH.search(digits):
        digits = _AGO.sub(" ", digits)
    ages = [_years(found) for found in _YEARS.finditer(digits)]
    ages += [int(found[1]) for found in _MONTHS.finditer(_YEARS.sub(" ", digits))]
    told = min(ages) if ages else _young(digits, today)
    return None if told is None else _within(told, 0, MOST_MONTHS)


def _years(found: re.Match[str]) -> int:
    return int(found[1]) * 12 + (6 if found[2] or found[3] else 0) + int(found[4] or 0)


def _young(digits: str, today: date) -> int | None:
    if found := _WEEKS.search(digits):
        return int(found[1]) * 7 // 30
    if born := date_in(digits, today, future=False):
        return (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    if found := _DAYS.search(digits):
        return int(found[1]) // 30
    if _NEWBORN.search(digits):
        return 0
    return 12 if _FIRST_BIRTHDAY.search(digits) else None


def tells_child(text: str) -> bool:
    """Whether ``text`` (plain form) tells the age of a child that is named in it, as in "아기가 다섯 달이에요"."""
    return _OF_A_CHILD.search(with_digits(text)) is not None


def of_the_pregnancy(text: str) -> str:
    """The time told right beside the word pregnant in ``text`` (plain form), as in "임신 20주"; "" for none."""
    found = _OF_A_PREGNANCY.search(with_digits(text))
    return (found[1] or found[2]) if found else ""


def bare_number(text: str) -> int | None:
    """The number that ``text`` (plain form) is, in digits or words, with nothing beside it but "about" and the like."""
    found = _BARE.fullmatch(_EN_WORDS.sub(_english, text))
    if not found:
        return None
    number = found[1].strip()
    return int(number) if number.isdecimal() else _korean(number)


def _korean(words: str) -> int | None:
    found = re.fullmatch(_NATIVE, words) or re.fullmatch(_SINO, words)
    return (sum(map(_part, found.groups())) or None) if found else None


def with_digits(text: str) -> str:
    """``text`` with the number words before a unit, or standing alone in English, as digits."""
    for words, digits in _SAID.items():
        text = text.replace(words, digits)
    text = _KO_SINO.sub(_counted, text)
    return _EN_WORDS.sub(_english, _KO_NATIVE.sub(_counted, text))


def _told(text: str) -> str:
    return _STRETCH.sub(" ", _NOT_YET.sub(" ", with_digits(text)))


def _counted(found: re.Match[str]) -> str:
    single = found[0].strip()
    unit = found.string[found.end() :].lstrip()[:1]
    # "이주" is a move of home, "사주" one's fortune, "이 일" this work, "이년" an insult: alone they count nothing.
    if unit in ("주", "일", "년") and single in ("이", "사", "일" if unit != "년" else "이"):
        return found[0]
    if unit == "일" and len(single) == 1 and single not in ("십", "백"):
        return found[0]
    number = sum(map(_part, found.groups()))
    return str(number) if number else found[0]


def _part(words: str | None) -> int:
    """``이백`` as 200, ``십`` as 10, ``스물`` as 20, nothing as 0."""
    if not words:
        return 0
    return _KO[words] if words in _KO else _KO[words[0]] * _KO[words[1]]


def _english(found: re.Match[str]) -> str:
    if found[1]:
        return str(_EN[found[1]] + _EN[found[2]])
    return str(_EN[found[3] or found[4]])


def _within(number: int, least: int, most: int) -> int | None:
    return number if least <= number <= most else None
