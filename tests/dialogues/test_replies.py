# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""Commands, buttons and requests do what they say, wherever the conversation stands, and there is always a way to a person."""

from __future__ import annotations

import pytest

from dialogues.case import Reason
from dialogues.effects import NoticeKind, Notify, OpenCase, ReviseCase
from dialogues.messages import Kind, Purpose
from dialogues.programme import Programme
from dialogues.reading import Hit, Severity
from dialogues.state import HOME
from tests.dialogues.talking import Talk


def test_the_first_words_say_who_we_are(talk: Talk) -> None:
    """Programme, organisation and that a machine answers; then the first question."""
    talk.write("안녕하세요")
    assert "세이브더칠드런 양육첫걸음 지원사업" in talk.text
    assert "자동으로 답하는" in talk.text
    assert talk.state.asked == "consent"


@pytest.mark.parametrize(
    ("text", "hint", "language", "asked"),
    [
        ("안녕하세요", "en", "ko", "consent"),
        ("hello there", "ko", "en", "consent"),
        ("?", "en", "en", "language"),
        ("?", "", "", "language"),
        ("1", "vi", "", "language"),
        ("1", "uz", "uz", "language"),
        ("Здравствуйте, нужна помощь", "", "ru", "consent"),
    ],
)
def test_the_language_is_the_persons(talk: Talk, text: str, hint: str, language: str, asked: str) -> None:
    """The first sentence tells it; a channel's hint is only a guess, and where nothing tells, it is asked."""
    talk.write(text, hint=hint)
    assert talk.state.language == language
    assert talk.state.asked == asked


def test_the_language_can_be_changed_at_any_time(talk: Talk) -> None:
    """The name of a language switches to it in the middle of the form and asks the same question in it."""
    talk.answer("안녕하세요", "동의해요", "English please")
    assert talk.state.language == "en"
    assert talk.state.asked == "sensitive"
    assert "Do you agree?" in talk.text
    assert "동의하시나요?" in talk.write("한국어로").text


@pytest.mark.parametrize("word", ["사람", "상담사", "person", "a human"])
def test_a_person_is_had_at_the_first_word(talk: Talk, word: str) -> None:
    """Whoever asks for a person gets a case before any question, with numbers to call meanwhile."""
    talk.write(word)
    assert talk.done(OpenCase)[0].document.reason is Reason.WANTS_HUMAN
    assert "1308" in talk.text


def test_a_person_already_called_is_not_called_twice(handed_over: Talk) -> None:
    """The family is told that somebody is coming, and no second case is opened."""
    handed_over.write("사람")
    assert handed_over.done(OpenCase) == []
    assert "이미 알려 드렸어요" in handed_over.text


def test_two_misunderstandings_bring_a_person(talk: Talk) -> None:
    """First the choices again, then a person, while the question stays open."""
    talk.answer("안녕하세요", "동의해요", "동의해요", "푸른 돌고래 구름")
    assert talk.wording("not-understood") in talk.text
    assert len(talk.said[0].choices) == 4
    talk.write("푸른 돌고래 구름")
    assert talk.done(OpenCase)[0].document.reason is Reason.NOT_UNDERSTOOD
    assert talk.state.asked == "situation"


def test_before_the_consent_a_person_is_offered_not_imposed(talk: Talk) -> None:
    """Without consent no case is opened for being misunderstood; the word for a person is told."""
    talk.answer("안녕하세요", "푸른 구름", "푸른 구름")
    assert talk.done(OpenCase) == []
    assert talk.wording("offer-human") in talk.text


@pytest.mark.parametrize(
    ("question", "text", "key"),
    [("weeks", "99주", "bad-weeks"), ("child_age", "999개월", "bad-child_age"), ("name", "가" * 201, "bad-text")],
)
def test_what_is_wrong_with_an_answer_is_told(talk: Talk, question: str, text: str, key: str) -> None:
    """Out of range or too long is told as such, not as "not understood"."""
    talk.answer("안녕하세요", "동의해요", "동의해요", "임신 중이고 아기도 있어요")
    if question != "weeks":
        talk.write("28주")
    if question == "name":
        talk.answer("10개월", "배방읍", "분유요", "오늘", "여기", "아무 때나", "저만 봐요")
    assert talk.state.asked == question
    assert talk.wording(key) in talk.write(text).text


@pytest.mark.parametrize(("command", "said"), [("도움말", "help"), ("처음", "ask-situation"), ("상태", "status-none")])
def test_a_command_in_the_form_comes_back_to_the_question(talk: Talk, command: str, said: str) -> None:
    """Help, home and status answer, and the open question is put again."""
    talk.answer("안녕하세요", "동의해요", "동의해요", command)
    assert talk.wording(said) in talk.text
    assert talk.wording("ask-situation") in talk.text


def test_the_status_tells_the_truth(handed_over: Talk) -> None:
    """Waiting, claimed and given back are told apart."""
    assert "정하고 있어요" in handed_over.write("진행 상황").text
    handed_over.claim().book(days=2).give_back()
    told = handed_over.write("진행 상황").text
    assert "정하고 있어요" in told
    assert "11월 25일" in told


# --- stop and start ---


@pytest.mark.parametrize("word", ["그만", "STOP", "수신거부", "unsubscribe", "문자 보내지 마세요"])
def test_stop_is_heard_anywhere(talk: Talk, word: str) -> None:
    """At the first message, in the form and with a caseworker: one word ends all that we would send first."""
    for begun in (talk, Talk(talk.programme).write("안녕하세요"), Talk(talk.programme).hand_over().claim()):
        begun.write(word)
        assert begun.state.stopped
        assert "1308" in begun.text


def test_a_stopped_person_is_told_how_to_come_back(handed_over: Talk) -> None:
    """After a stop only the way back is told, the caseworker sees the message, and "start" goes on."""
    handed_over.claim().reply("네").write("그만")
    handed_over.write("여보세요")
    assert [choice.id for choice in handed_over.said[0].choices] == ["start:now"]
    for way in (
        lambda: handed_over.write("시작"),
        lambda: handed_over.press("start:now"),
        lambda: handed_over.write(kind=Kind.OPTED_IN),
    ):
        handed_over.write("그만")
        way()
        assert not handed_over.state.stopped


def test_a_stop_by_the_provider_is_not_answered(talk: Talk) -> None:
    """The provider has told the person already; an answer would not arrive."""
    talk.write("안녕하세요").write(kind=Kind.OPTED_OUT)
    assert talk.state.stopped
    assert talk.said == []


def test_a_crisis_is_answered_after_a_stop_with_its_buttons_alive(handed_over: Talk) -> None:
    """The numbers come in spite of the stop, and the person can say whether she can talk."""
    handed_over.write("그만").write("남편이 지금 때려요")
    assert handed_over.said[0].purpose is Purpose.CRISIS
    handed_over.write("네")
    assert "여기 적어 주세요" in handed_over.text
    assert handed_over.state.stopped
    handed_over.write("남편이 지금 때려요")
    assert "먼저 연락하지 않을게요" in handed_over.press("crisis:unsafe").text


def test_a_stopped_person_may_still_have_everything_erased(handed_over: Talk) -> None:
    """The right to be forgotten needs no start."""
    handed_over.write("그만").write("삭제")
    assert handed_over.text == handed_over.wording("forget-sure")
    assert handed_over.write("네").text == handed_over.wording("forgotten")


# --- crisis ---


@pytest.mark.parametrize("steps", [0, 1, 2, 3, 5, 9])
def test_a_crisis_is_answered_in_any_state_and_leads_back(programme: Programme, steps: int) -> None:
    """The numbers come first wherever the form stands, and "I am fine" puts the very question that was open."""
    words = ["안녕하세요", "동의해요", "동의해요", "임신 중이에요", "28주", "배방읍", "분유요", "오늘", "여기", "오전"]
    talk = Talk(programme).answer(*words[:steps])
    asked, answers = talk.state.asked, dict(talk.state.answers)
    talk.write("죽고 싶어요")
    assert talk.text.startswith("109")
    assert talk.state.answers.keys() - {"language"} == answers.keys() - {"language"}
    talk.write("저는 괜찮아요")
    if asked:
        assert talk.state.asked == asked
        assert talk.wording("cleared") in talk.text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("네", "crisis-talking"), ("네 얘기할 수 있어요", "crisis-talking"), ("1", "crisis-talking"), ("아니요", "crisis-quiet"),
        ("이야기할 수 없어요", "crisis-quiet"), ("지금은 안 돼요", "crisis-quiet"), ("남편이 옆에 있어요", "crisis-quiet"), ("괜찮아요", "cleared"),
    ],
)  # fmt: skip
def test_whether_she_can_talk_is_understood(talk: Talk, text: str, key: str) -> None:
    """A yes, a no and "I am fine" in one's own words are never taken for another, nor for a consent."""
    talk.write("안녕하세요").write("남편이 지금 때려요").write(text)
    expected = talk.programme.wording.text(
        "ko", key, **({"numbers": "112 경찰 · 1366 여성긴급전화"} if key != "cleared" else {})
    )
    assert expected in talk.text
    assert talk.value("consent") is None


def test_whoever_cannot_talk_is_left_in_peace_until_she_writes(talk: Talk) -> None:
    """After "not now" nothing of the caseworker is pushed; her next message brings it."""
    talk.write("남편이 지금 때려요").press("crisis:unsafe")
    assert talk.state.hushed
    assert talk.claim().said == []
    assert talk.reply("어디 계세요?").said == []
    assert "어디 계세요?" in [say.text for say in talk.wait(hours=2).write("나왔어요").said]
    assert not talk.state.hushed


def test_an_unclear_mention_gets_a_gentle_word_and_goes_on(talk: Talk) -> None:
    """A soft hit opens no case, gives the numbers, and is no answer to a free question."""
    talk.write("안녕하세요").write("음", crisis=Hit("suicide_thoughts", Severity.S1, soft=True))
    assert talk.done(OpenCase) == []
    assert "109" in talk.text
    talk = Talk(talk.programme).hand_over()
    assert talk.state.alarm is None


# --- requests in own words ---


@pytest.mark.parametrize(
    ("intent", "told"),
    [
        ("help", "help"),
        ("thanks", "thanks"),
        ("greet", "hello"),
        ("forget_me", "forget-sure"),
        ("change_language", "ask-language"),
        ("visit_when", "visit-none"),
        ("start_messages", "started"),
    ],
)
def test_a_request_is_followed(handed_over: Talk, intent: str, told: str) -> None:
    """What the engine is sure of is done at home."""
    assert handed_over.wording(told) in handed_over.write("…", intent=intent).text


def test_a_request_at_home_begins_the_form_with_what_it_told(handed_over: Talk) -> None:
    """A new request after the case is closed keeps the facts of its own sentence."""
    handed_over.claim().close().write("아기가 3개월인데 분유가 필요해요", intent="self_referral")
    assert handed_over.value("situation") == "baby"
    assert handed_over.value("child_age") == 3
    assert handed_over.value("needs") == ("goods",)
    assert handed_over.state.asked == "urgency"


@pytest.mark.parametrize(
    "intent",
    ["ask_after_school_care", "ask_in_home_care", "ask_child_support", "ask_work_support", "ask_alternative_care"],
)
def test_a_wish_for_any_service_begins_the_form(handed_over: Talk, intent: str) -> None:
    """Whatever help is asked for, the form begins; the caseworker knows who gives it."""
    handed_over.claim().close().write("…", intent=intent)
    assert handed_over.state.flow == "self_referral"


def test_what_no_form_can_hold_reaches_a_person(talk: Talk) -> None:
    """A loss is a person's business at once."""
    talk.write("안녕하세요").write("…", intent="pregnancy_loss")
    assert talk.done(OpenCase)


def test_a_request_is_no_name(talk: Talk) -> None:
    """ "I want to talk to a person" is not what somebody is called."""
    talk.answer(
        "안녕하세요",
        "동의해요",
        "동의해요",
        "임신 중이에요",
        "28주",
        "배방읍",
        "분유요",
        "오늘",
        "여기",
        "아무 때나",
        "저만 봐요",
    )
    talk.write("사람하고 직접 얘기하고 싶은데요", intent="talk_to_human")
    assert talk.value("name") is None
    assert talk.done(OpenCase)
    assert talk.state.asked == "name"


def test_a_complaint_is_regretted_and_reaches_a_person(talk: Talk) -> None:
    """Whoever complains hears sorry and gets a person."""
    talk.write("안녕하세요").write("왜 이렇게 불친절해요", intent="complaint")
    assert talk.wording("sorry") in talk.text
    assert talk.done(OpenCase)


# --- home and old buttons ---


@pytest.mark.parametrize(
    "choice",
    [
        "consent:agree",
        "urgency:today",
        "correct:district",
        "needs:visit",
        "home:nonsense",
        "language:vi",
        "nonsense",
        ":",
        "x:y:z",
        "done",
    ],
)
def test_an_old_button_at_home_leads_home(handed_over: Talk, choice: str) -> None:
    """A button of a form that is through changes nothing, and the person sees what can be done."""
    answers = dict(handed_over.state.answers)
    handed_over.press(choice)
    assert handed_over.state.answers == answers
    assert handed_over.wording("home") in handed_over.text
    assert "home:human" in {chosen.id for chosen in handed_over.said[0].choices}


def test_home_offers_what_makes_sense(handed_over: Talk) -> None:
    """With a case its status and visits, without one a new request; always a person and the way out."""
    handed_over.write("메뉴")
    assert [choice.id for choice in handed_over.said[0].choices] == [
        f"home:{name}" for name in ("status", "visit", "human", "language", "stop")
    ]
    handed_over.claim().close().write("메뉴")
    assert [choice.id for choice in handed_over.said[0].choices] == [
        *("begin:self_referral", "begin:refer_other"),
        *(f"home:{name}" for name in ("human", "language", "stop")),
    ]
    assert handed_over.state.flow == HOME


def test_a_picture_is_told_not_to_be_seen(handed_over: Talk, programme: Programme) -> None:
    """Its caption is read like words; with a case the caseworker knows that it came."""
    handed_over.claim().reply("네").give_back().write(kind=Kind.MEDIA)
    assert handed_over.wording("media-passed") in handed_over.text
    assert NoticeKind.MESSAGE in [notice.kind for notice in handed_over.done(Notify)]
    fresh = Talk(programme).answer("안녕하세요", "동의해요", "동의해요")
    fresh.write("임신 8개월이에요", kind=Kind.MEDIA)
    assert fresh.value("situation") == "pregnant"
    assert fresh.wording("media-caption") in fresh.text


@pytest.mark.parametrize("word", ["없어요", "아니요", "끝"])
def test_nothing_else_is_an_answer_to_what_else(talk: Talk, word: str) -> None:
    """Whoever has chosen something and answers "anything else?" with no is through with the question."""
    talk.write("안녕하세요").press("consent:agree").press("sensitive:refuse").press("district:baebang")
    talk.press("needs:money").write(word)
    assert talk.value("needs") == ("money",)
    assert talk.state.asked == "urgency"


# --- a loss, a child, a birth without a name ---


def test_after_a_loss_nothing_more_is_asked_of_it(talk: Talk) -> None:
    """One kind word; what was told of the pregnancy is gone, the form ends, and a person knows why."""
    talk.answer("안녕하세요", "동의해요", "동의해요", "임신 중이에요", "28주").write("…", intent="pregnancy_loss")
    (case,) = talk.done(OpenCase)
    assert case.document.reason is Reason.PREGNANCY_LOSS
    assert talk.wording("loss", by="▮").partition("▮")[0] in talk.text
    assert talk.said[0].choices == ()
    assert not {"situation", "weeks"} & set(talk.state.answers)
    assert "임신" not in talk.write("고마워요").text


def test_a_child_under_fourteen_needs_a_guardian(talk: Talk) -> None:
    """Whoever tells of being under fourteen is asked for a guardian; without one a person listens, and no more is asked."""
    talk.write("저는 12살이에요").press("consent:agree")
    assert talk.state.asked == "guardian"
    talk.press("guardian:alone")
    (case,) = talk.done(OpenCase)
    assert case.document.answers == ()
    assert talk.state.flow == ""


def test_with_a_guardian_the_form_goes_on(talk: Talk) -> None:
    """A guardian who agrees lets the child go on; somebody of fourteen is not asked for one."""
    assert talk.write("저는 12살이에요").press("consent:agree").press("guardian:agree").state.asked == "sensitive"
    assert Talk(talk.programme).write("저는 14살이에요").press("consent:agree").state.asked == "sensitive"


def test_a_birth_without_a_name_keeps_no_name(handed_over: Talk) -> None:
    """Who and where she is is forgotten at once, nothing more is asked, and the case is kept from other systems."""
    handed_over.write("…", crisis=Hit("anonymous_birth", Severity.S1))
    assert handed_over.text.startswith("1308")
    (case,) = handed_over.done(ReviseCase)
    assert case.document.protected
    assert case.document.name == case.document.centre == case.document.contact.phone == ""
    assert not {"name", "phone", "district", "centre"} & set(handed_over.state.answers)
    handed_over.write("…", crisis=Hit("dv_disclosure", Severity.S1))
    (case,) = handed_over.done(ReviseCase)
    assert case.document.protected, "a later alarm does not lift the protection"


def test_a_birth_without_a_name_that_was_none_leads_back(talk: Talk) -> None:
    """ "I am fine" lifts the protection and puts the question that was open."""
    talk.answer("안녕하세요", "동의해요", "동의해요", "임신 중이에요").write(
        "…", crisis=Hit("anonymous_birth", Severity.S1)
    )
    assert talk.state.protected
    after = talk.press("crisis:fine").state
    assert not after.protected
    assert after.asked == "weeks"
