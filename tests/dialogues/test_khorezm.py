"""What is particular about Khorezm: two scripts, numbers of Uzbekistan only, forms that lead into each other, and a
request that never becomes a form."""

from __future__ import annotations

import re

import pytest

from bot.chat.pages import hotlines
from data import programmes
from dialogues.crisis import CODES
from dialogues.documents import ContentError
from dialogues.effects import OpenCase
from dialogues.loading import load_programme
from dialogues.reading import Hit, Severity
from dialogues.referral_form import schema
from tests.dialogues.talking import Talk

PROGRAMME = programmes.load("sos-khorezm")
SCRIPTS = ("uz", "uz-Cyrl", "ru")
KOREAN = re.compile(
    r"(?<!\d)(?:119|109|129|1366|1308|1388|1345|1393|1577|1644|010)(?!\d)|\+82|\d{3,4}-\d{4}(?!\d)", re.ASCII
)
"""Every number of Korea that any programme of ours shows, and how its telephone numbers look."""
UNCONFIRMED = ("1259", "1197", "1140", "1102")


def talk(language: str = "uz", *, asked: str = "") -> Talk:
    """Somebody who has chosen ``language``; with ``asked``, answered up to there."""
    found = Talk(PROGRAMME, line="khorezm-telegram").write("/").press(f"language:{language}")
    if asked:
        found.press("consent:agree")
    return found


@pytest.mark.parametrize("language", SCRIPTS)
def test_no_number_of_korea_can_be_said(language: str) -> None:
    """No message, label, hotline or page of this programme holds one, whatever the values are; nor an unconfirmed
    one."""
    wording = PROGRAMME.wording
    said = [
        wording.text(language, key, **{name: 3 if name == "count" else "•" for name in wording.values(language, key)})
        for key in wording.keys(language)
    ]
    said += [line.number for line in PROGRAMME.hotlines.values()]
    said += [one["number"] for one in hotlines(PROGRAMME, language)]
    said += [
        PROGRAMME.label(question, option, language)
        for question in PROGRAMME.questions.values()
        for option in PROGRAMME.options(question)
    ]
    for text in said:
        assert not KOREAN.search(text), text
        assert not any(number in text for number in UNCONFIRMED), text


def test_the_pattern_finds_numbers_of_korea() -> None:
    """Every hotline of the other programmes but the one that both countries have is one of those looked for."""
    others = [programmes.load(key) for key in programmes.known() if programmes.load(key).facts.region == "KR"]
    numbers = {line.number for programme in others for line in programme.hotlines.values()} - {"112"}
    assert len(numbers) > 6
    assert all(KOREAN.search(number) for number in numbers)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", SCRIPTS)
def test_every_crisis_begins_with_a_number_of_the_country(code: str, language: str) -> None:
    """112 stands first; who tells of violence that is over is given the trust line before it."""
    found = talk(language).write("x", crisis=Hit(code, Severity.S0))
    assert found.said[0].text.startswith("1146 " if code == "dv_disclosure" else "112 ")
    assert not KOREAN.search(found.text)


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("Erim hozir meni urayapti", "uz", "112 yagona tezkor xizmat"),
        ("Эрим ҳозир мени ураяпти", "uz-Cyrl", "112 ягона тезкор хизмат"),
        ("Яшагим келмаяпти, жуда қийналдим", "uz-Cyrl", "112 ягона тезкор хизмат"),
        ("Муж сейчас меня бьёт", "ru", "112 экстренная служба"),
    ],
)
def test_a_crisis_is_answered_in_the_letters_it_was_written_in(text: str, language: str, number: str) -> None:
    """The very first message, before any question about the language."""
    found = Talk(PROGRAMME, line="khorezm-telegram").write(text)
    assert found.said[0].text.startswith(number)
    assert found.state.language == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Салом, ёрдам керак", "uz-Cyrl"),
        ("Salom, yordam kerak", "uz"),
        ("Здравствуйте, нужна помощь", "ru"),
        ("Ўзбекча", "uz-Cyrl"),
        ("o'zbekcha", "uz"),
        ("ruscha", "ru"),
    ],
)
def test_whoever_writes_in_cyrillic_letters_is_answered_in_them(text: str, language: str) -> None:
    """The first sentence tells the script, and so does a language asked for by its name."""
    assert Talk(PROGRAMME, line="khorezm-telegram").write(text).state.language == language


def test_the_menu_shows_both_scripts() -> None:
    """The language is asked in every script, and each is one of the choices."""
    found = Talk(PROGRAMME, line="khorezm-telegram").write("?")
    assert [choice.label for choice in found.said[0].choices] == ["Oʻzbekcha", "Ўзбекча", "Русский"]
    assert "Sizga qaysi til qulay? / Сизга қайси тил қулай? / На каком языке" in found.text


def test_a_programme_of_one_script_answers_in_it() -> None:
    """Where no other script is written, Cyrillic letters change nothing."""
    found = Talk(programmes.load("firststep-asan")).write("Салом, ёрдам керак")
    assert found.state.language == "uz"


def test_an_answer_in_either_script_is_understood() -> None:
    """Words, labels and districts are known in both, whatever the conversation's letters are."""
    found = talk("uz", asked="who").write("отасиман").write("5 ёш ва 8 ёш").write("ўтказиш").write("Шовотда яшаймиз")
    assert found.value("who") == "father"
    assert found.value("children") == ("96", "60")
    assert (found.value("district"), found.value("centre")) == ("shovot", "shovot")


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("Urganchda", "urgench_city"),
        ("Urganch tumanida yashayman", "urgench"),
        ("Xivada turamiz", "khiva_city"),
        ("Хива тумани", "khiva"),
        ("в Хиве", "khiva_city"),
        ("Bog'otdanman", None),
        ("Bog'otda", "bogot"),
        ("Қўшкўпирда", "qoshkopir"),
        ("Hazoraspdanman", None),
        ("Xonqada turaman", "xonqa"),
        ("Шават", "shovot"),
        ("Питнак", "tuproqqala"),
        ("Toshkent", None),
    ],
)
def test_a_district_is_found_as_people_write_it(text: str, district: str | None) -> None:
    """A town and the district around it are told apart; what is not known is asked again with the list."""
    found = talk("uz", asked="who").press("who:mother").write("o'tkazish").write("o'tkazish").write(text)
    assert found.value("district") == district


# --- who writes ---


WRITERS = [
    ("onasiman", "mother"), ("men bolalarimning onasiman", "mother"), ("oyisiman", "mother"),
    ("Онасиман", "mother"), ("otasi tashlab ketgan, men onasiman", "mother"),
    ("мен онасиман", "mother"), ("ойисиман", "mother"), ("я мама", "mother"), ("Мама двоих детей", "mother"),
    ("мать-одиночка", "mother"), ("ya mama", "mother"),
    ("otasiman", "father"), ("men ularning dadasiman", "father"), ("отасиман", "father"), ("дадасиман", "father"),
    ("я папа", "father"), ("отец", "father"), ("men otasiman, onasi vafot etgan", "father"),
    ("отасиман, онаси Россияда", "father"), ("Я отец, мама умерла", "father"),
    ("buvisiman", "grandmother"), ("momosiman", "grandmother"), ("бувисиман", "grandmother"),
    ("я их бабушка", "grandmother"), ("bobosiman", "grandfather"), ("бобосиман", "grandfather"),
    ("дедушка", "grandfather"), ("дед", "grandfather"),
    ("onasi Rossiyada, men buvisiman", "grandmother"), ("Их мама умерла, я бабушка", "grandmother"),
    ("xolasiman", "relative"), ("vasiysiman", "relative"), ("васийсиман", "relative"), ("я опекун", "relative"),
    ("тётя", "relative"),
    ("ota-onaman", "parent"), ("ота-онаман", "parent"), ("родитель", "parent"), ("bolalarim uchun", "parent"),
    ("nevaralarim", "grandparent"), ("внуки живут со мной", "grandparent"),
    ("o'zim uchun", "youth"), ("ўзим учун", "youth"), ("для себя", "youth"),
    ("o'tkazish", ""), ("ўтказиш", ""), ("пропустить", ""),
]  # fmt: skip


@pytest.mark.parametrize("language", SCRIPTS)
def test_who_writes_is_understood_in_their_own_words(language: str) -> None:
    """In both scripts and in Russian; the other parent is not taken for the writer; it may be left unsaid."""
    for text, who in WRITERS:
        found = talk(language, asked="who").write(text)
        assert (text, found.value("who")) == (text, who)
        assert found.state.asked == ("youth_age" if who == "youth" else "children"), text


def test_who_says_only_a_parent_is_not_asked_again() -> None:
    """That word counts, though only a mother and a father are offered; it stands in the summary as it was said."""
    asked = talk("uz", asked="who").said[-1]
    assert [choice.id for choice in asked.choices] == [
        "who:mother", "who:father", "who:grandmother", "who:grandfather", "who:relative", "who:youth",
    ]  # fmt: skip
    found = talk("uz", asked="who").press("who:parent")  # the button of a message from before
    assert found.value("who") == "parent"


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("qizman", "woman"), ("ayolman", "woman"), ("қизман", "woman"), ("аёлман", "woman"), ("девушка", "woman"),
        ("yigitman", "man"), ("o'g'il bolaman", "man"), ("йигитман", "man"), ("ўғил боламан", "man"), ("парень", "man"),
        ("я молодой человек", "man"), ("o'tkazish", ""), ("ўтказиш", ""), ("не хочу говорить", ""),
    ],
)  # fmt: skip
def test_a_young_person_says_it_in_their_own_words_or_not_at_all(text: str, sex: str) -> None:
    """It is counted, never needed."""
    found = talk("uz", asked="who").press("who:youth").write("19").write(text)
    assert (found.value("youth_sex"), found.state.asked) == (sex, "schooling")


# --- forms that lead into each other ---


def test_a_young_person_goes_on_in_their_own_form() -> None:
    """Who asks for themselves is asked a young person's questions; what was agreed stays."""
    found = talk("uz", asked="who").press("who:youth")
    assert (found.state.flow, found.state.asked) == ("youth_work", "youth_age")
    assert found.value("consent") == "agree"


def test_a_slip_of_the_finger_can_be_taken_back() -> None:
    """Going back leads into the form before."""
    found = talk("uz", asked="who").press("who:youth").write("orqaga")
    assert (found.state.flow, found.state.asked) == ("family_support", "who")
    assert found.press("who:mother").state.asked == "children"


@pytest.mark.parametrize(("age", "asked"), [("16", "guardian"), ("14", "guardian"), ("19", "schooling")])
def test_under_eighteen_a_grown_up_has_to_agree(age: str, asked: str) -> None:
    """A young person's own word is enough from eighteen on (to be confirmed)."""
    assert talk("uz", asked="who").press("who:youth").write(age).press("youth_sex:man").state.asked == asked


def test_whoever_has_no_guardian_at_hand_is_given_a_person() -> None:
    """Nobody is refused: no question is asked any more, and a caseworker is told."""
    found = talk("uz", asked="who").press("who:youth").write("15").press("youth_sex:woman").press("guardian:alone")
    assert found.done(OpenCase)
    assert found.state.flow == ""


# --- what never becomes a form ---


@pytest.mark.parametrize("language", SCRIPTS)
@pytest.mark.parametrize("when", ["first", "asked", "answered"])
def test_placing_a_child_is_only_talked_about(language: str, when: str) -> None:
    """Whenever it is asked for, no form opens or goes on: one message, and a person (DOMAIN B)."""
    if when == "first":
        found = Talk(PROGRAMME, line="khorezm-telegram")
        found.write("x", intent="ask_alternative_care", hint=language.partition("-")[0])
    else:
        found = talk(language, asked="who" if when == "answered" else "")
        found.write("x", intent="ask_alternative_care")
    assert found.wording("alternative-care") in found.text
    (case,) = found.done(OpenCase)
    assert case.document.reason == "wants_human"
    assert found.state.flow == ""
    assert found.state.asked == ""
    again = found.write("y", intent="ask_alternative_care")
    assert not again.done(OpenCase)


def test_a_talk_needs_its_message() -> None:
    """A programme that names a message nobody has written does not load."""
    text = _file().replace("alternative-care}", "nonsense}")
    with pytest.raises(ContentError, match=r"^sos-khorezm\.yml:\d+: there is no message `nonsense`$"):
        load_programme("sos-khorezm.yml", text, programmes.sources())


# --- a programme's own words ---


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  masked:\n", "  masqued:\n", "there is no message `masqued`"),
        ('    ru: "По какому номеру?', '    fr: "По какому номеру?', "`ask-phone` in `ru` is missing"),
        ("не сохранён.", "{ $nobody }", r"nobody gives `masked` a value \$nobody"),
        ("не сохранён.", "{ $", "Expected.*|.*"),
    ],
)
def test_own_words_are_checked(old: str, new: str, told: str) -> None:
    """Each mistake is told with file and line."""
    assert old in _file()
    with pytest.raises(ContentError, match=rf"^sos-khorezm\.yml:\d+: (?:{told})"):
        load_programme("sos-khorezm.yml", _file().replace(old, new), programmes.sources())


def test_own_words_are_this_programmes_alone() -> None:
    """They stand in place of the shared ones here, in every script, and nowhere else."""
    assert "+998" in PROGRAMME.wording.text("uz-Cyrl", "ask-phone")
    assert "+998" not in programmes.load("firststep-asan").wording.text("uz", "ask-phone")


# --- what likeness alone says of an answer ---


@pytest.mark.parametrize(
    ("text", "learned", "rings"),
    [
        ("5 va 8 yosh", True, False),
        ("5 va 8 yosh", False, True),
        ("5 yosh, urishyapti", True, True),
        ("yordam bering", True, True),
    ],
)
def test_an_answer_is_no_danger_by_likeness_alone(text: str, learned: bool, rings: bool) -> None:
    """Ages that we asked for ring only when a rule says so; one more word, and likeness counts again."""
    found = talk("uz", asked="who").press("who:mother")
    found.write(text, crisis=Hit("violence_now", Severity.S0, learned=learned))
    assert (found.state.alarm is not None) is rings


def test_skipping_a_free_text_is_never_a_request() -> None:
    """However sure the engine is that "o'tkazish" asks for help, under a question that may be left out it leaves it."""
    found = (
        talk("uz", asked="who")
        .press("who:youth")
        .write("19")
        .press("youth_sex:woman")
        .press("schooling:finished")
        .write("ish topish")
        .write("bo'ldi")
    )
    found.write("Xonqa").press("urgency:later").press("contact:none")
    assert found.state.asked == "name"
    found.write("o'tkazish", intent="help")
    assert found.state.asked == "confirm"


def test_the_referral_schema_knows_the_programme() -> None:
    """Its districts and needs are those of the file; what names a family is tied to its consent."""
    assert PROGRAMME.referral
    shape = schema(PROGRAMME, PROGRAMME.referral)
    assert shape["properties"]["district"]["enum"] == list(PROGRAMME.districts)
    assert {"name", "phone", "note"} <= {next(iter(one["else"]["properties"])) for one in shape["allOf"]}
    assert "referred_by" not in shape["properties"]


def _file() -> str:
    from importlib.resources import files

    return (files("data.programmes") / "sos-khorezm.yml").read_text(encoding="utf-8")
