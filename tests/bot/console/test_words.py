"""The console's wording, and whether everybody can read its colours."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.console.deeds import DEEDS, OUTCOMES
from bot.console.words import LANGUAGES, Words, wording
from data import programmes
from data.cases import Tab
from dialogues.case import Reason, Urgency
from dialogues.messages import Status
from dialogues.state import VisitStatus

CONSOLE = Path(__file__).parents[3] / "bot" / "console"
SEOUL = ZoneInfo("Asia/Seoul")


def test_every_language_has_the_same_messages():
    """Nothing is said in one language only, and each says the same values."""
    said = wording()
    korean = {key: said.values("ko", key) for key in said.keys("ko")}
    assert LANGUAGES == ("ko", "en", "ru", "uz")
    for language in LANGUAGES:
        assert {key: said.values(language, key) for key in said.keys(language)} == korean, language


_NAMES = ("Front Door", "Telegram", "WhatsApp", "KakaoTalk", "Viber", "CSV", "PDF", "FHIR R4", "JSON", "Ctrl+Enter")
_LETTERS = {"ko": "가-힣", "en": "A-Za-z", "ru": "А-яЁё", "uz": "A-Za-zʻʼ"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_stands_in_the_letters_of_its_language(language: str):
    """What was left in another language would be a hole in the page; names of products keep their own letters."""
    for key in wording().keys(language) - {"report-formulas"}:  # it names a file
        if not wording().values(language, key):
            text = wording().text(language, key)
            for name in _NAMES:
                text = text.replace(name, "")
            text = text.replace("SMS", "") if language == "ko" else text
            assert re.findall(rf"[^\W\d{_LETTERS[language]}]", text) == [], key


def test_uzbek_has_its_own_apostrophes():
    """ʻ in oʻ and gʻ, ʼ elsewhere: never the typewriter's, which is searched and sorted as another letter."""
    text = (CONSOLE / "wording" / "uz.ftl").read_text(encoding="utf-8").partition("language-name")[2]
    assert re.findall("['’‘`´]", text) == []
    assert re.findall("(?<![OoGg])ʻ|[OoGg]ʼ", text) == []


@pytest.mark.parametrize(
    ("count", "russian", "uzbek"),
    [
        (0, "Никто не ждёт ответа", "Kutayotgan murojaat yoʻq"),
        (1, "Ждёт 1 запрос", "1 ta murojaat kutmoqda"),
        (3, "Ждут 3 запроса", "3 ta murojaat kutmoqda"),
        (11, "Ждут 11 запросов", "11 ta murojaat kutmoqda"),
        (21, "Ждёт 21 запрос", "21 ta murojaat kutmoqda"),
    ],
)
def test_a_number_rules_its_noun(count: int, russian: str, uzbek: str):
    """Russian has three forms, Uzbek one."""
    assert wording().text("ru", "waiting-count", count=count) == russian
    assert wording().text("uz", "waiting-count", count=count) == uzbek


def test_every_message_that_a_page_asks_for_exists():
    """A missing word would be a broken page; names made of a code are checked for every code there is."""
    asked, asan = set(), programmes.load("firststep-asan").facts
    for file in [*CONSOLE.glob("templates/*.html"), *CONSOLE.glob("*.py")]:
        asked |= set(re.findall(r'\b(?:t|words|self)\("([a-z-]+[a-z])"[,)]', file.read_text(encoding="utf-8")))
    for prefix, values in (
        ("urgency-", Urgency),
        ("reason-", Reason),
        ("visit-", VisitStatus),
        ("state-", Status),
        ("deed-", DEEDS),
        ("done-", DEEDS),
        ("outcome-", OUTCOMES),
        ("crisis-", asan.crisis),
        ("tab-", Tab),
        ("lang-", asan.languages),
        ("severity-", ("S0", "S1", "S2")),
        ("mistake-", re.findall(r'Mistake\("(\w+)"\)', (CONSOLE / "deeds.py").read_text(encoding="utf-8"))),
        ("refused-page-", ("session-over", "bad-token", "not-found", "bad-request", "broken")),
    ):
        asked |= {f"{prefix}{value}" for value in values}
    assert asked - wording().keys("ko") == set()
    assert len(asked) > 150


def test_every_reason_of_the_gate_and_every_refusal_has_words():
    """What the program decides by itself it explains in plain words."""
    root = CONSOLE.parents[1] / "dialogues"
    gate = (root / "gate.py").read_text(encoding="utf-8")
    reasons = set(re.findall(r'"((?:too|opted|call|writes|no|safe)-[a-z-]+|unreachable)"', gate)) - {"safe-hours"}
    assert {f"why-{reason}" for reason in reasons} - wording().keys("ko") == set()
    engine = "".join((root / name).read_text(encoding="utf-8") for name in ("casework.py", "visiting.py"))
    refusals = set(re.findall(r'"(no-case|already-claimed|not-yours|no-alarm|no-visit|in-the-past)"', engine))
    assert len(refusals) == 6
    known = wording().keys("ko")
    assert [one for one in refusals if not {f"refused-{one}", f"refused-{one}-by"} & known] == []


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(seconds=-5), ("방금", "just now", "только что", "hozirgina")),
        (timedelta(minutes=12), ("12분째", "for 12 min", "уже 12 мин", "12 daqiqadan beri")),
        (timedelta(hours=3, minutes=5), ("3시간 5분째", "for 3 h 5 min", "уже 3 ч 5 мин", "3 soat 5 daqiqadan beri")),
        (timedelta(days=2, hours=1), ("2일 1시간째", "for 2 d 1 h", "уже 2 дн. 1 ч", "2 kun 1 soatdan beri")),
    ],
)
def test_waiting_is_told_as_people_say_it(span: timedelta, said: tuple[str, ...]):
    """Minutes, then hours, then days."""
    assert tuple(Words(language, SEOUL).lasting(span) for language in LANGUAGES) == said


def test_a_moment_is_told_on_the_programmes_clock():
    """Today needs no day; another day names its weekday."""
    at = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
    assert Words("ko", SEOUL).short(at, at) == "10:30"
    assert Words("ko", SEOUL).short(at, at - timedelta(days=3)) == "11월 24일 (화) 10:30"
    assert Words("en", SEOUL).short(at, at - timedelta(days=3)) == "Tue 24 Nov 10:30"
    assert Words("ru", SEOUL).short(at, at - timedelta(days=3)) == "24 ноября (вт) 10:30"
    assert Words("uz", SEOUL).short(at, at - timedelta(days=3)) == "24-noyabr, se 10:30"
    dates = [Words(language, SEOUL).date(date(2026, 3, 5)) for language in LANGUAGES]
    assert dates == ["2026-03-05", "2026-03-05", "05.03.2026", "05.03.2026"]


def _themes() -> list[dict[str, str]]:
    css = (CONSOLE / "static" / "console.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    light, dark = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in blocks)
    return [light, light | dark]


def _luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", _themes(), ids=["light", "dark"])
def test_every_colour_can_be_read_on_its_ground(theme: dict[str, str]):
    """WCAG 2.2 AA: 4.5:1 for words (1.4.3), 3:1 for the edges of controls and for the mark of focus (1.4.11)."""
    words = {
        "card": ("text", "dim", "link", "alarm", "today", "week", "later", "good"),
        "ground": ("text", "dim", "link", "today"),
        "sunk": ("text", "dim", "alarm"),
        "main": ("on-main",), "main-strong": ("on-main",), "main-soft": ("on-main-soft",), "alarm": ("on-alarm",),
        "alarm-soft": ("on-alarm-soft",), "warm-soft": ("on-warm-soft",), "good-soft": ("on-good-soft",),
    }  # fmt: skip
    for ground, inks in words.items():
        for ink in inks:
            assert _contrast(theme[ground], theme[ink]) >= 4.5, (ground, ink)
    for ground in ("card", "ground", "sunk", "alarm-soft"):
        assert _contrast(theme[ground], theme["focus"]) >= 3, ground
    for ground in ("card", "sunk"):
        assert _contrast(theme[ground], theme["edge"]) >= 3, ground
