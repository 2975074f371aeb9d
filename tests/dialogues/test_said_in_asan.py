"""How families in Asan who speak Russian, Uzbek, French or English say things; each row was once misunderstood."""

from __future__ import annotations

from datetime import timedelta

import pytest

from data import programmes
from dialogues.answers.parsing import district_in, hear, parse
from dialogues.flow import Value
from dialogues.times import said
from dialogues.words import plain
from tests.dialogues.talking import MONDAY

PROGRAMME = programmes.load("firststep-asan")


def read(language: str, question: str, text: str) -> Value | None:
    asked = PROGRAMME.question(question)
    assert asked is not None
    return parse(asked, text, PROGRAMME, language, MONDAY)


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("живу в Пэбане", "baebang"),
        ("мы из Ымбона", "eumbong"),
        ("в Сонаке", "songak"),
        ("живу в Того", "dogo"),
        ("в Онъяне 3", "onyang3"),
        ("Пэбанда яшайман", "baebang"),
        ("Бэбангда яшайман", "baebang"),
        ("Танжонгда яшайман", "tangjeong"),
        ("Синчангда", "sinchang"),
        ("Dunpoda yashayman", "dunpo"),
        ("Injudan", "inju"),
        ("не знаю", "elsewhere"),
        ("bilmayman", "elsewhere"),
        ("je ne sais pas", "elsewhere"),
        ("для того чтобы приходили", None),
        ("до того, как родила", None),
    ],
)
def test_a_district_is_known_with_its_ending(text: str, district: str | None) -> None:
    """Short Korean names take the endings of Russian and Uzbek; "того" is a pronoun, not the district of Dogo."""
    assert district_in(plain(text), PROGRAMME) == district


@pytest.mark.parametrize(
    ("language", "question", "text", "meant"),
    [
        ("fr", "situation", "enceinte de 7 mois", "pregnant"),
        ("fr", "situation", "je viens d'accoucher", "baby"),
        ("fr", "situation", "enceinte et maman d'une petite fille", "both"),
        ("fr", "others_read", "personne", "alone"),
        ("fr", "urgency", "dès que possible", "today"),
        ("fr", "contact", "vous pouvez m'appeler", "call"),
        ("fr", "contact", "vous ne pouvez pas m'appeler", None),
        ("fr", "needs", "l'allaitement et de l'argent", ("coaching", "money")),
        ("fr", "confirm", "attendez", "change"),
        ("fr", "language", "en coréen s'il vous plaît", "ko"),
        ("uz", "situation", "иккинчи боламни кутяпман", "both"),
        ("uz", "needs", "уйга кимдир келса, болага сут", ("visit", "goods")),
        ("uz", "needs", "uy ijarasi va taglik", ("money", "goods")),
        ("uz", "urgency", "kutsam bo'ladi", "later"),
        ("uz", "hours", "истаган вақтда", "any"),
        ("ru", "situation", "на седьмом месяце", "pregnant"),
        ("ru", "situation", "у меня трёхмесячный сын", "baby"),
        ("ru", "needs", "чтобы ко мне приходили", ("visit",)),
        ("ru", "contact", "я сама", "none"),
        ("ru", "confirm", "нет, район другой", "change"),
        ("en", "urgency", "as soon as possible", "today"),
        ("en", "situation", "I am expecting my second", "both"),
    ],
)
def test_an_answer_is_understood(language: str, question: str, text: str, meant: Value | None) -> None:
    """The option is the one that people mean, not one whose word only happens to stand there."""
    assert read(language, question, text) == meant


@pytest.mark.parametrize("text", ["je suis enceinte de 7 mois", "enceinte de trois mois"])
def test_the_months_of_a_pregnancy_are_no_child(text: str) -> None:
    """In French, too, months beside the pregnancy are its own."""
    told = hear(text, PROGRAMME, "fr", MONDAY)
    assert told["situation"] == "pregnant"
    assert "child_age" not in told


def test_nobody_in_french_calls_no_person() -> None:
    """ "Personne" answers who else reads; whoever wants a person writes "une personne"."""
    words = PROGRAMME.words["fr"]
    assert words.command("personne") == ""
    assert words.command("une personne") == "human"
    assert "« une personne »" in PROGRAMME.wording.text("fr", "offer-human")


def test_being_hit_at_this_moment_is_danger_at_this_moment() -> None:
    """In French as well: the police goes before the line for women."""
    hit = programmes.lexicon().detect("Mon mari me frappe en ce moment")
    assert hit is not None
    assert (hit.code, hit.soft) == ("violence_now", False)


@pytest.mark.parametrize(
    ("language", "key", "text"),
    [
        ("ru", "visit-cancelled", "Визит отменён: 30 ноября (понедельник), 14:00."),
        ("ru", "visit-confirmed", "Спасибо. До встречи 30 ноября (понедельник), 14:00."),
        ("uz", "visit-confirmed", "Rahmat. Koʻrishguncha: 30-noyabr, dushanba, soat 14:00."),
        ("fr", "visit-cancelled", "La visite du lundi 30 novembre à 14 h est annulée."),
        ("fr", "reminder", "On vient vous voir lundi 30 novembre à 14 h. Cela vous va ?"),
    ],
)
def test_a_moment_fits_its_sentence(language: str, key: str, text: str) -> None:
    """No preposition stands twice, and no sentence goes on after a moment with a comma in it."""
    when = said(MONDAY + timedelta(days=7, hours=4), language, PROGRAMME.zone)
    assert PROGRAMME.wording.text(language, key, when=when) == text
