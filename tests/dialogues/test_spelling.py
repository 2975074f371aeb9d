"""Uzbek in Cyrillic letters is made from Uzbek in Latin ones, and nothing Latin is left but names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.referral import form
from data import programmes
from dialogues.documents import ContentError
from dialogues.scripts import uzbek_in_latin
from dialogues.spelling import Spelling, load_spellings
from dialogues.times import _CALENDARS

SPELLING = load_spellings(programmes.sources().spelling)["uz-Cyrl"]
KHOREZM = programmes.load("sos-khorezm")
LATIN = re.compile(r"[A-Za-zʻʼ]+")
KEPT = re.compile(r"SOS|Telegram|WhatsApp|KakaoTalk|Viber|Save the Children(?: Korea)?|English|Français|Language")


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Oʻzbekcha", "Ўзбекча"),
        ("o'zbek, o‘zbek, o`zbek", "ўзбек, ўзбек, ўзбек"),
        ("tugʻilgan bogʻ", "туғилган боғ"),
        ("yoʻq, yoʻl", "йўқ, йўл"),
        ("yosh, yordam, tayyor", "ёш, ёрдам, тайёр"),
        ("yer, keyin, yuboring, yaxshi", "ер, кейин, юборинг, яхши"),
        ("eslatma, oʻqish, aeroport, kelsin", "эслатма, ўқиш, аэропорт, келсин"),
        ("maʼlumot, eʼtibor, sanʼat", "маълумот, эътибор, санъат"),
        ("Isʼhoq, shahar, choy", "Исҳоқ, шаҳар, чой"),
        ("qoʻngʻiroq, xavf, ham, jon", "қўнғироқ, хавф, ҳам, жон"),
        ("SHOVOT YOʻQ", "ШОВОТ ЙЎҚ"),
        ("militsiya, litseyda, kompyuter", "милиция, лицейда, компьютер"),
        ("5-sentabr, sentabrda", "5-сентябрь, сентабрда"),
        ("SOS, WhatsApp, SMS", "SOS, WhatsApp, СМС"),
        ("Sayt: https://hayot.uz/q?x=1", "Сайт: https://hayot.uz/q?x=1"),
        ("112 ga, 15–17", "112 га, 15–17"),
        ("Русский, 한국어", "Русский, 한국어"),
    ],
)
def test_a_word_in_cyrillic_letters(latin: str, cyrillic: str) -> None:
    """By the rules of the two alphabets, with capitals, every apostrophe people type, and the file's exceptions."""
    assert SPELLING.text(latin) == cyrillic


def test_no_latin_letter_is_left_in_any_message() -> None:
    """What a family reads in Cyrillic letters has none of the other alphabet but values, numbers and names."""
    for key in KHOREZM.wording.keys("uz-Cyrl"):
        values = {name: 3 if name == "count" else "•" for name in KHOREZM.wording.values("uz-Cyrl", key)}
        said = KHOREZM.wording.text("uz-Cyrl", key, **values)
        assert not LATIN.search(KEPT.sub("", said)), said


def test_the_messages_of_both_scripts_say_the_same() -> None:
    """Written back in Latin letters, the way texts are compared, each message is the one it was made from."""
    for key in KHOREZM.wording.keys("uz"):
        values = {name: 3 if name == "count" else "1" for name in KHOREZM.wording.values("uz", key)}
        latin, cyrillic = (KHOREZM.wording.text(tag, key, **values).lower() for tag in ("uz", "uz-Cyrl"))
        assert _same(cyrillic) == _same(latin), key


def _same(text: str) -> str:
    """What borrowed words lose on their way there and back: the soft sign, ts, the y of ye."""
    return re.sub("[ʻʼ]", "", uzbek_in_latin(text)).replace("ts", "s").replace("ye", "e")


def test_every_name_has_both_scripts() -> None:
    """Centres, districts, hotlines and the organisation are shown in the letters that the family reads."""
    facts = KHOREZM.facts
    places = [*(one.name for one in facts.centres), *(one.name for one in facts.districts)]
    for names in (facts.name, facts.organisation, *places, *(one.name for one in facts.hotlines)):
        assert not LATIN.search(KEPT.sub("", names["uz-Cyrl"])), names
    assert KHOREZM.districts["qoshkopir"].name["uz-Cyrl"] == "Қўшкўпир тумани"


def test_the_calendar_is_spelled_as_everything_else() -> None:
    """Months and weekdays are written out beside the others, and would be spelled so."""
    latin, cyrillic = _CALENDARS["uz"], _CALENDARS["uz-Cyrl"]
    assert [SPELLING.text(month) for month in latin.months] == list(cyrillic.months)
    assert [SPELLING.text(day) for day in latin.days] == list(cyrillic.days)
    spelled = re.sub(r"soat", SPELLING.text("soat"), latin.pattern + latin.joint)
    assert spelled == cyrillic.pattern + cyrillic.joint


def test_the_referral_form_speaks_both_scripts() -> None:
    """The workers' page too is made from the one text."""
    words = form.wording()
    for key in words.keys("uz-Cyrl"):
        said = words.text("uz-Cyrl", key, **dict.fromkeys(words.values("uz-Cyrl", key), "1"))
        assert not LATIN.search(KEPT.sub("", said)), said


def test_messages_stay_on_their_lines_with_their_values() -> None:
    """Keys, values and forms of number are no words; a mistake in the derived text is told at the line of the first."""
    source = "a = Salom { $name }\n\n# izoh\nb = { $count ->\n    [0] hech\n   *[other] { $count } oy\n }\n"
    source += "c =\n    Bir\n    yo'l\n"
    made = SPELLING.wording(source)
    assert made.splitlines()[0] == "a = Салом { $name }"
    assert made.splitlines()[3:6] == ["b = { $count ->", "    [0] ҳеч", "   *[other] { $count } ой"]
    assert made.endswith("c =\n    Бир\n    йўл\n")


def test_a_name_written_by_hand_stays() -> None:
    """Where the derived name would be wrong, the file's own counts."""
    named = SPELLING.names({"name": {"uz": "Xiva", "uz-Cyrl": "Хива!"}, "list": [{"uz": "Xiva", "ru": "Хива"}]})
    assert named["name"]["uz-Cyrl"] == "Хива!"
    assert named["list"][0] == {"uz": "Xiva", "ru": "Хива", "uz-Cyrl": "Хива"}


def test_a_mistake_in_the_file_is_told() -> None:
    """Like every other content file."""
    with pytest.raises(ContentError, match=r"^uz-Cyrl\.yml:1: .*`stem`"):
        Spelling("uz-Cyrl.yml", "of: uz\nstem: {a: b}\n")


@given(st.text())
def test_any_text_can_be_written(text: str) -> None:
    """Whatever a caseworker puts into a file, there is an answer."""
    SPELLING.text(text)
