# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""An answer is understood in the words people use, and never taken for its opposite."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.programmes import load
from dialogues.answers.parsing import LONGEST_TEXT, derive, district_in, hear, parse, skipped
from dialogues.flow import Answer, Question, QuestionKind, Value
from dialogues.programme import Programme
from dialogues.state import State
from dialogues.words import plain
from tests.dialogues.sayings import OF_OTHERS
from tests.dialogues.talking import MONDAY

PROGRAMME: Programme = load("firststep-asan")
QUESTIONS = {question.id: question for flow in PROGRAMME.flows.values() for question in flow.questions}
CHOICES = [question for question in QUESTIONS.values() if PROGRAMME.options(question)]


def read(question: str, text: str, language: str = "ko") -> Value | None:
    return parse(QUESTIONS[question], text, PROGRAMME, language, MONDAY)


def heard(text: str, language: str = "ko") -> dict[str, Value]:
    return hear(text, PROGRAMME, language, MONDAY)


# question → option → how people say it, one a line.
SAID = {
    "language": {
        "ko": "한국어\n한국어로\n한국말\nKorean",
        "en": "English\nenglish please\n영어\n영어로 해주세요",
        "ru": "Русский\nпо-русски\n러시아어\nrussian please",
        "uz": "O'zbekcha\nOʻzbekcha\nўзбекча\n우즈벡어",
        "fr": "français\nfrench\n프랑스어",
    },
    "guardian": {
        "agree": "보호자가 동의해요\n엄마가 옆에 있어요\nmy mum is here\nshe agrees\nyes",
        "alone": "없어요\n혼자예요\nno\nI can't tell them\nnobody",
    },
    "consent": {
        "agree": """
            네
            넵
            네네
            ㅇㅇ
            ㅇㅋ
            네, 동의합니다
            네 그렇게 할게요
            동의합니다
            동의할게요
            동의함
            네!!
            좋아요
            예
            예, 그럴게요
            응 동의해
            그럼요
            I agree
            yes
            Yes, I agree
            yeah
            yep sure
            ok
            of course
            no problem
            I consent
            Sure, go ahead
        """,
        "refuse": """
            동의 안 해요
            동의안해요
            동의하지 않아요
            동의하지 않습니다
            동의는 안 할래요
            동의 못 해요
            저는 동의하지 않을래요
            아니요
            아뇨
            아니오, 싫어요
            ㄴㄴ
            싫어요
            거부합니다
            안 할래요
            I do not agree
            I don't agree
            I don’t agree
            no
            No thanks
            nope
            I disagree
            I refuse
            I would not consent
            i dont agree
        """,
    },
    "situation": {
        "pregnant": """
            임신 중이에요
            임신했어요
            임산부예요
            만삭이에요
            임신 7개월이에요
            뱃속에 아기가 있어요
            출산을 앞두고 있어요
            I am pregnant
            I'm 7 months pregnant
            we are expecting
        """,
        "baby": """
            아기를 키우고 있어요
            아기 키워요
            6개월 아기 있어요
            신생아가 있어요
            지난달에 출산했어요
            딸이 있어요
            애기 엄마예요
            돌쟁이 키워요
            임신은 아니고 아기가 있어요
            I have a baby
            my son is 3 months old
            I gave birth last week
            not pregnant, I have a toddler
        """,
        "both": """
            둘 다예요
            임신 중이고 아기도 있어요
            임신했고 첫째 아기도 있어요
            both
            I am pregnant and have a baby
            pregnant and my son is two
        """,
        "other": """
            다른 상황이에요
            둘 다 아니에요
            기타
            something else
            none of these
            other
        """,
    },
    "urgency": {
        "today": """
            오늘이요
            지금 당장요
            급해요
            빨리요
            너무 급합니다
            today please
            right now
            it is urgent
            ASAP
        """,
        "week": """
            이번 주요
            이번주 안으로
            며칠 안에요
            내일까지요
            오늘은 아니고 이번 주
            this week
            in a few days
            by Friday
            not today but this week
        """,
        "later": """
            급하지 않아요
            안 급해요
            안급해요
            별로 안 급해요
            지금은 안 급해요
            급하지는 않아요
            급한 건 아니에요
            천천히 해 주셔도 돼요
            나중에요
            다음 주도 괜찮아요
            not urgent
            it's not that urgent
            it isn't urgent
            no rush
            no hurry
            it can wait
            not right now
        """,
    },
    "contact": {
        "here": """
            여기로 주세요
            이 대화방이요
            채팅으로요
            전화 말고 여기로 해주세요
            here
            here is fine
            in this chat
            don't call me, write here
        """,
        "text": """
            문자요
            문자로 보내주세요
            전화는 안 돼요 문자로 주세요
            전화 받기 어려워요 문자로요
            전화하지 말고 문자 주세요
            전화는 좀 그렇고요, 문자가 편해요
            text
            by text please
            send me an SMS
            please don't call, text me
        """,
        "call": """
            전화 주세요
            전화가 좋아요
            통화로 할게요
            문자는 안 되고 전화 주세요
            문자 말고 전화요
            call me
            by phone
            please give me a ring
            not by text, call me
        """,
        "none": """
            제가 먼저 연락할게요
            먼저 연락하지 말아 주세요
            연락하지 마세요
            제가 할게요
            I will write first
            don't contact me
            I'll contact you
            do not contact me please
        """,
    },
    "hours": {
        "any": """
            아무 때나요
            언제든 괜찮아요
            상관없어요
            하루 종일 괜찮아요
            any time
            whenever
            it doesn't matter
        """,
        "morning": """
            오전이요
            아침에 주세요
            오전만 돼요
            저녁은 안 되고 아침이요
            morning
            in the mornings
            mornings please
            not evening, morning
        """,
        "afternoon": """
            오후요
            낮에 해 주세요
            낮이 좋아요
            점심쯤이요
            afternoon
            in the afternoon
            afternoons are best
        """,
        "evening": """
            저녁이요
            밤에 괜찮아요
            밤이 편해요
            퇴근 후에요
            evening
            at night
            evenings please
        """,
    },
    "others_read": {
        "alone": """
            저만 봐요
            나만 봐
            제 폰이라 혼자 봐요
            아무도 안 봐요
            다른 사람은 못 봐요
            아니요
            아뇨 없어요 저만요
            Only me
            just me
            nobody else
            no one else could
            no
        """,
        "shared": """
            다른 사람도 볼 수 있어요
            네
            남편이 봐요
            남편도 같이 봐요
            가족이 볼 수도 있어요
            혼자 안 봐요
            잘 모르겠어요
            가끔 남편이 볼 때도 있어요
            someone else could
            my husband reads it
            yes
            maybe
            I'm not sure
            not only me
        """,
    },
    "confirm": {
        "send": """
            보내기
            보내 주세요
            네
            네, 보내주세요
            맞아요
            좋아요
            이대로 전해 주세요
            send
            yes
            Yes please send it
            ok
            that's fine
        """,
        "change": """
            고치기
            고칠래요
            수정하고 싶어요
            틀렸어요
            아니요
            보내지 마세요 고칠 게 있어요
            change something
            no
            it's wrong
            not right
            don't send it, I want to change it
        """,
    },
    "cancel_sure": {
        "cancel": """
            네
            취소해 주세요
            네, 취소할게요
            응
            yes
            cancel it
            yes please
        """,
        "keep": """
            아니요
            그대로 할게요
            취소하지 마세요
            취소 안 할래요
            no
            keep it
            don't cancel
            please do not cancel
        """,
    },
}
SAID["sensitive"] = SAID["consent"]
NEEDS = {
    "visit": "집으로 와 주세요\n방문이요\n집에 와서 도와주세요\na home visit\nsomeone to come to my home\ncan you visit",
    "coaching": "아기 돌보는 법을 알고 싶어요\n모유수유가 어려워요\n육아 코칭이요\nhow to care for a baby\nbreastfeeding\nparenting advice",
    "emotional": "마음이 힘들어요\n우울해요\n이야기할 사람이 필요해요\nI feel lonely\nsomeone to talk to\nI am overwhelmed",
    "money": "월세를 못 냈어요\n돈이 없어요\n생활비가 부족해요\nI can't pay the rent\nI cannot afford food\nmoney",
    "medical": "병원비가 걱정돼요\n병원비를 못 내요\n검사비요\nhospital bills\nmedical costs\ndoctor's bill",
    "goods": "분유가 없어요\n기저귀요\n아기 옷이 필요해요\nI don't have formula\nnappies\nI can't buy diapers",
    "community": "동네 기관을 연결해 주세요\n푸드뱅크가 있나요\n엄마 모임이 있으면 좋겠어요\nhelp nearby\na food bank\na mothers group",
    "other": "그 밖의 도움이요\n다른 도움\n기타\nsomething else\nother help\nsomething else please",
}

ROWS = [
    (question, option, said)
    for question, options in SAID.items()
    for option, lines in options.items()
    for said in map(str.strip, lines.strip().splitlines())
]


def test_an_option_is_understood_as_people_say_it() -> None:
    """Each wording means its option and no other, whatever language the conversation runs in."""
    found = {(*row, tag): read(row[0], row[2], tag) for row in ROWS for tag in ("ko", "en")}
    assert {row: value for row, value in found.items() if value != row[1]} == {}


def test_a_need_is_understood_as_people_say_it() -> None:
    """Each wording names its need alone; lacking a thing or failing to pay for it asks for it."""
    found = {(option, said): read("needs", said) for option, lines in NEEDS.items() for said in lines.splitlines()}
    assert {row: value for row, value in found.items() if value != (row[0],)} == {}


@pytest.mark.parametrize("question", OF_OTHERS)
def test_an_answer_about_another_family_is_understood(question: str) -> None:
    """In each of the five languages the words of people who are worried mean what they mean."""
    rows = [(option, said) for option, lines in OF_OTHERS[question].items() for said in lines.splitlines()]
    found = {row: read(question, row[1], PROGRAMME.languages[0]) for row in rows}
    assert {row: value for row, value in found.items() if value not in (row[0], (row[0],))} == {}


def test_every_option_is_covered_by_the_table() -> None:
    """The tables above hold three wordings of each option in each language."""
    covered = {**SAID, "needs": NEEDS, **OF_OTHERS}
    for question in CHOICES:
        if question.options in ("languages", "districts", "centres") or question.told:
            continue
        for option in PROGRAMME.options(question):
            lines = [line for line in covered[question.id][option].splitlines() if line.strip()]
            english = [line for line in lines if line.isascii() or "’" in line]
            assert len(lines) - len(english) >= 2, (question.id, option)
            assert len(english) >= (3 if question.id != "language" else 1), (question.id, option)


@pytest.mark.parametrize("question", CHOICES, ids=[question.id for question in CHOICES])
def test_a_label_typed_out_means_its_option(question: Question) -> None:
    """What stands on a button can be typed, in capitals, with an exclamation mark, in the other language's conversation."""
    for option, language in product(PROGRAMME.options(question), PROGRAMME.languages):
        label = PROGRAMME.label(question, option, language)
        expected: object = (option,) if question.kind is QuestionKind.MANY else option
        for typed, spoken in product((label, label.upper(), f" {label}! "), PROGRAMME.languages):
            assert parse(question, typed, PROGRAMME, spoken, MONDAY) == expected, (typed, spoken)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("consent", "동의하면 어떻게 되나요?"),
        ("consent", "동의 안 하면 어떻게 돼요?"),
        ("consent", "우리 동네 이야기예요"),
        ("consent", "what happens if I agree?"),
        ("consent", "아 네이버에서 봤어요"),
        ("consent", "예전에 한 번 상담받았어요"),
        ("consent", "응급실에 다녀왔어요"),
        ("situation", "임신은 아니에요"),
        ("situation", "임신 안 했어요"),
        ("situation", "I'm not pregnant"),
        ("situation", "I am not yet pregnant"),
        ("situation", "임신 준비 중이에요"),
        ("situation", "I am trying to get pregnant"),
        ("contact", "전화는 안 돼요"),
        ("contact", "전화 못 받아요"),
        ("contact", "don't call me"),
        ("contact", "no calls please"),
        ("contact", "질문 자꾸 해서 미안해요"),
        ("contact", "전화번호를 몰라요"),
        ("hours", "밤새 아기가 울었어요"),
        ("hours", "저녁은 안 돼요"),
        ("hours", "not in the morning"),
        ("hours", "I was up all night"),
        ("urgency", "오늘은 아니에요"),
        ("needs", "도와주세요"),
        ("needs", "도와 주세요"),
        ("needs", "마음대로 하세요"),
        ("needs", "방문은 필요 없어요"),
        ("needs", "I don't need money"),
        ("cancel_sure", "글쎄요"),
        ("confirm", "네이버"),
    ],
)
def test_what_is_no_answer_is_not_taken_for_one(question: str, text: str) -> None:
    """A question back, a denied word and a word inside another one answer nothing."""
    assert read(question, text) is None


STORY = (
    "어제 밤에 남편이 집에 늦게 들어와서 아이가 계속 울었고 저는 네 시간밖에 못 자고 아침에 병원에 전화를 했는데 아무도 받지 않아서 "
    "너무 힘들었고 오늘은 어머니가 오신다고 해서 집을 치우고 점심을 준비했는데 아니 정말 지쳐서 취소하고 싶은 마음뿐이에요"
)
ENGLISH_STORY = (
    "yes so yesterday my husband came home late and the baby cried all night long and I slept two hours and then in the "
    "morning nobody at the clinic would answer the phone so I just sat here and did not know what to do"
)


@pytest.mark.parametrize(
    "question", [q.id for q in CHOICES if q.kind is not QuestionKind.MANY and isinstance(q.options, tuple)]
)
@pytest.mark.parametrize("story", [STORY, ENGLISH_STORY])
def test_a_story_is_no_answer(question: str, story: str) -> None:
    """A message of thirty words answers no question of choice, though it holds a yes, a no and an hour."""
    assert len(story.split()) >= 30
    assert read(question, story) is None


def test_several_needs_are_taken_together() -> None:
    """Of a question that takes several, every option named counts once, in the order of the list."""
    assert read("needs", "분유랑 병원비, 그리고 분유값이요") == ("medical", "goods")
    assert read("needs", "rent and nappies please", "en") == ("money", "goods")
    assert read("needs", "돈 말고 기저귀요") == ("goods",)


DISTRICTS = [
    (district.key, name)
    for district in PROGRAMME.districts.values()
    for name in (*district.name.values(), *district.also)
]


def test_a_district_is_known_by_each_of_its_names() -> None:
    """Every name and every other way to write it is known, alone and in capitals."""
    found = {row: (read("district", row[1]), read("district", row[1].upper(), "en")) for row in DISTRICTS}
    assert {row: keys for row, keys in found.items() if keys != (row[0], row[0])} == {}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("배방", "baebang"),
        ("배방이요", "baebang"),
        ("배방 읍", "baebang"),
        ("배방읍 살아요", "baebang"),
        ("저는 아산시 배방읍 장재리에 살고 있어요", "baebang"),
        ("아산시배방읍", "baebang"),
        ("충남 아산시 탕정면입니다", "tangjeong"),
        ("탕정에서 왔어요", "tangjeong"),
        ("탕정쪽이에요", "tangjeong"),
        ("온양3동", "onyang3"),
        ("온양 3동", "onyang3"),
        ("온양3 동", "onyang3"),
        ("온양3", "onyang3"),
        ("온양 3", "onyang3"),
        ("온양 삼동이요", "onyang3"),
        ("온양삼동", "onyang3"),
        ("온양 1동 쪽에 살아요", "onyang1"),
        ("염치", "yeomchi"),
        ("염치읍이요", "yeomchi"),
        ("도고면", "dogo"),
        ("도고 살아요", "dogo"),
        ("인주에 살아요", "inju"),
        ("선장면이에요", "seonjang"),
        ("배방 아니고 탕정이요", "tangjeong"),
        ("배방읍 말고 둔포면", "dunpo"),
        ("Baebang", "baebang"),
        ("baebang eup", "baebang"),
        ("Baebangeup", "baebang"),
        ("I live in Baebang-eup, Asan", "baebang"),
        ("onyang 3", "onyang3"),
        ("Onyang3-dong", "onyang3"),
        ("onyang-3-dong", "onyang3"),
        ("Onyang 3 dong", "onyang3"),
        ("near Sinchang station", "sinchang"),
        ("not Baebang, Tangjeong", "tangjeong"),
        ("모르겠어요", "elsewhere"),
        ("잘 모르겠어요", "elsewhere"),
        ("I'm not sure", "elsewhere"),
        ("잘 모르겠는데 배방인 것 같아요", "baebang"),
    ],
)
def test_a_district_is_found_in_a_sentence(text: str, key: str) -> None:
    """동, 읍 and 면 may be left out, spaced or followed by a particle; a denied one does not count."""
    assert read("district", text) == key


@pytest.mark.parametrize(
    "text",
    [
        "배도 고파요",
        "그래도 고마워요",
        "돈도 고민이에요",
        "확인 주세요",
        "본인 주소를 알려 드릴까요",
        "다음 봉사는 언제예요",
        "염치없지만 부탁드려요",
        "염치 없지만 도와주세요",
        "염치불구하고 여쭤봐요",
        "온양",
        "온양11동",
        "아산이요",
        "배방이나 탕정",
        "배방에서 탕정으로 이사했어요",
        "my songaku",
        "",
    ],
)
def test_no_district_is_made_up(text: str) -> None:
    """Letters of a name in other words, an unknown number and two places at once name no district."""
    assert district_in(plain(text), PROGRAMME) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("임신 7개월인데 도움이 필요해요", {"situation": "pregnant", "weeks": 26}),
        ("임신 칠개월이에요 배방 살아요", {"situation": "pregnant", "weeks": 26, "district": "baebang"}),
        ("My baby is 3 months old and I need diapers", {"situation": "baby", "child_age": 3, "needs": ("goods",)}),
        ("아기가 다섯 달이에요", {"situation": "baby", "child_age": 5}),
        ("임신 중이고 아기는 6개월이에요. 아기도 있어요", {"situation": "both"}),
        ("임신 20주이고 6개월 아기가 있어요", {"situation": "both", "weeks": 20}),
        ("I'm not pregnant", {}),
        ("임신 아니에요", {}),
        ("임신이 아니라 육아 때문에요", {"situation": "baby"}),
        ("배도 고파요", {}),
        ("도와주세요", {}),
        ("임신했는데 두 달 치 월세가 밀렸어요", {"situation": "pregnant", "needs": ("money",)}),
        ("임신 중인데 남편이 3개월 전에 떠났어요", {"situation": "pregnant"}),
        ("아기를 키우는데 2주째 잠을 못 자요", {"situation": "baby"}),
        ("오늘 급해요", {}),
        ("전화 주세요", {}),
        ("네", {}),
    ],
)
def test_facts_told_unasked_are_heard(text: str, expected: dict[str, Value]) -> None:
    """Only what is surely meant is heard, and only of questions that may be answered unasked."""
    assert heard(text) == expected


@pytest.mark.parametrize("text", ["네", "yes", "아니요", "ㅇㅇ", "", "   ", "가" * (LONGEST_TEXT + 1)])
@pytest.mark.parametrize("question", ["name", "move_when"])
def test_a_free_text_is_neither_empty_nor_a_mere_yes_nor_endless(question: str, text: str) -> None:
    """Nobody is called "yes"; too long a text is not cut but asked for again."""
    assert read(question, text) is None


def test_a_free_text_is_kept_as_written() -> None:
    """A name keeps its capitals and loses only the spaces around it."""
    assert read("name", "  Haneul's Mum ") == "Haneul's Mum"
    assert read("name", "네네치킨") == "네네치킨"


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("weeks", "28", 28),
        ("weeks", "이십팔", 28),
        ("weeks", "7개월", 26),
        ("weeks", "99", None),
        ("weeks", "두 번째 임신이에요", None),
        ("child_age", "5", 5),
        ("child_age", "다섯", 5),
        ("child_age", "생후 백일", 3),
        ("child_age", "999", None),
        ("child_age", "I have one child", None),
        ("phone", "010-1234-5678이에요", "+821012345678"),
        ("phone", "112", None),
    ],
)
def test_a_bare_number_counts_in_the_unit_asked_for(question: str, text: str, value: Value | None) -> None:
    """A number alone is weeks or months as the question says; one beyond them is asked for again."""
    assert read(question, text) == value


def test_the_centre_and_the_number_follow_from_what_is_known() -> None:
    """The district tells the centre, the line tells the number, and neither replaces what the person said."""
    district, contact = Answer("baebang", MONDAY), Answer("text", MONDAY)
    assert derive(State(answers={"district": district}), "", PROGRAMME) == {"centre": "tangjeong"}
    assert derive(State(answers={"district": Answer("elsewhere", MONDAY)}), "", PROGRAMME) == {}
    assert derive(State(answers={"district": district, "centre": Answer("onju", MONDAY)}), "", PROGRAMME) == {}
    assert derive(State(answers={"contact": contact}), "+821012345678", PROGRAMME) == {"phone": "+821012345678"}
    for way in ("here", "none"):
        assert derive(State(answers={"contact": Answer(way, MONDAY)}), "+821012345678", PROGRAMME) == {}
    given_phone = Answer("+821087654321", MONDAY)
    assert derive(State(answers={"contact": contact, "phone": given_phone}), "+821012345678", PROGRAMME) == {}


def test_what_stands_for_a_skipped_question_is_no_possible_answer() -> None:
    """Nobody is 0 weeks pregnant, minus one month old or called nothing."""
    assert [skipped(QUESTIONS[name]) for name in ("weeks", "child_age", "name")] == [0, -1, ""]


@given(st.sampled_from(sorted(QUESTIONS)), st.text(max_size=60), st.sampled_from(["ko", "en", "fr"]))
def test_any_text_is_parsed_into_a_possible_answer_or_none(name: str, text: str, language: str) -> None:
    """No text makes parsing fail, and an option that comes out is one of the question."""
    question = QUESTIONS[name]
    value = parse(question, text, PROGRAMME, language, MONDAY)
    if value is not None and PROGRAMME.options(question):
        chosen = value if isinstance(value, tuple) else (value,)
        assert set(chosen) <= set(PROGRAMME.options(question))
    hear(text, PROGRAMME, language, MONDAY)
