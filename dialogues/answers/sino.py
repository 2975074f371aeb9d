"""Korean number words, native (다섯) and Sino-Korean (이십팔), which are written together with their unit."""

from __future__ import annotations

import re

from dialogues.answers.tongues.korean import DAY, MONTH, WEEK, YEAR

_KO = {"한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "네": 4, "넷": 4, "넉": 4, "다섯": 5, "여섯": 6,
       "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40,
       "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9, "십": 10,
       "백": 100}  # fmt: skip
_NATIVE = r"(열|스물|스무|서른|마흔)?\s?(한|하나|두|둘|세|셋|석|네|넷|넉|다섯|여섯|일곱|여덟|아홉)?"
_SINO = r"([이삼사오육칠팔구]?백)?\s?([이삼사오육칠팔구]?십)?\s?([일이삼사오육칠팔구])?"
# A number starts a word, or follows one of the words that are written together with it.
_STARTS = r"(?:(?<![가-힣\d])|(?<=임신)|(?<=생후)|(?<=벌써)|(?<=이제)|(?<=만))"
_KO_NATIVE = re.compile(rf"{_STARTS}(?=[가-힣]){_NATIVE}(?=\s?(?:{WEEK}|{MONTH}|{YEAR}))")
_KO_SINO = re.compile(rf"{_STARTS}(?=[가-힣]){_SINO}(?=\s?(?:{WEEK}|개월|{DAY}|년(?!생)))")


def korean_digits(text: str) -> str:
    """``text`` with the Korean number words before a unit as digits."""
    return _KO_NATIVE.sub(_counted, _KO_SINO.sub(_counted, text))


def korean_number(words: str) -> int | None:
    """The number that ``words`` are, or None."""
    found = re.fullmatch(_NATIVE, words) or re.fullmatch(_SINO, words)
    return (sum(map(_part, found.groups())) or None) if found else None


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
