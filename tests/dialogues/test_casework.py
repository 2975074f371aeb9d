"""A case is opened, claimed by one, watched until somebody acts, given back, closed and forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from dialogues.effects import (
    Acknowledge,
    CancelTimers,
    ClaimCase,
    ClearWaiting,
    CloseCase,
    Forget,
    KeepVisit,
    MarkWaiting,
    NoticeKind,
    Notify,
    OpenCase,
    Refuse,
    ReleaseCase,
    ReviseCase,
    RevokeMessages,
    SetTimer,
    TimerKind,
)
from dialogues.messages import Kind, Purpose
from dialogues.programme import Programme
from dialogues.state import HOME, State, VisitStatus
from tests.dialogues.talking import CONVERSATION, KIM, LEE, MONDAY, Talk


def notices(talk: Talk) -> list[NoticeKind]:
    return [notice.kind for notice in talk.done(Notify)]


def timers(talk: Talk, kind: TimerKind = TimerKind.ESCALATION) -> list[tuple[int, timedelta]]:
    """(level, how long from now) of the timers that the last event set."""
    return [(timer.level, timer.at - talk.now) for timer in talk.done(SetTimer) if timer.kind is kind]


def minutes(*numbers: int) -> list[timedelta]:
    return [timedelta(minutes=number) for number in numbers]


# --- opening ---


def test_a_case_is_opened_once_with_its_clock(handed_over: Talk) -> None:
    """The finished form opens one case, tells staff, starts the clock of its urgency and waits for a person."""
    (opened,) = handed_over.done(OpenCase)
    assert opened.document.id == handed_over.state.case
    assert notices(handed_over) == [NoticeKind.OPENED]
    assert timers(handed_over) == [(1, timedelta(minutes=240))]
    assert handed_over.done(MarkWaiting)
    assert handed_over.state.flow == HOME


def test_the_family_is_told_the_moment_that_staff_see(handed_over: Talk) -> None:
    """The promise to the family is the case's due time, counted in office hours, never at night."""
    (opened,) = handed_over.done(OpenCase)
    assert opened.due_at == MONDAY + timedelta(hours=24)
    assert "11월 24일(화) 오전 10시" in handed_over.text
    assert opened.document.code in handed_over.text


def test_whoever_wants_to_hear_in_the_evening_is_not_told_by_morning(talk: Talk) -> None:
    """The time promised lies an hour into the next hours that the family called safe."""
    talk.answer(
        "안녕하세요",
        "동의해요",
        "동의해요",
        "임신 중이에요",
        "28주",
        "배방읍",
        "병원비요",
        "이번 주",
        "여기",
        "저녁",
        "저만 봐요",
        "하늘",
        "보내기",
    )
    assert "11월 24일(화) 오후 7시" in talk.text


def test_whoever_writes_first_is_promised_silence(talk: Talk) -> None:
    """A person who will write first is told no time, and that nothing will be pushed."""
    talk.hand_over(contact="제가 먼저 연락할게요")
    assert "먼저 연락드리지 않을게요" in talk.text
    assert "까지 연락드릴게요" not in talk.text


# --- claiming ---


def test_of_two_who_claim_at_once_the_first_has_it(handed_over: Talk) -> None:
    """On one state the first claim wins; the second is refused and told by whom, and changes nothing."""
    handed_over.claim(KIM)
    (claim,) = handed_over.done(ClaimCase)
    assert (claim.case, claim.staff) == (handed_over.state.case, KIM)
    assert notices(handed_over) == [NoticeKind.CLAIMED]
    claimed = handed_over.state
    handed_over.claim(LEE)
    assert handed_over.effects == (Refuse(reason="already-claimed", by=KIM),)
    assert handed_over.state == claimed
    assert handed_over.claim(KIM).effects == (Refuse(reason="already-claimed", by=KIM),)


def test_a_claim_stops_the_clock_and_tells_the_family(handed_over: Talk) -> None:
    """Nobody is told again about a claimed case, and the family knows that a person answers from now on."""
    handed_over.claim()
    assert handed_over.done(CancelTimers) == [CancelTimers(kind=TimerKind.ESCALATION, subject=handed_over.state.case)]  # type: ignore[arg-type]
    assert [say.purpose for say in handed_over.said] == [Purpose.WORKER]
    assert handed_over.text == handed_over.wording("claimed")


@pytest.mark.parametrize("act", ["claim", "acknowledge", "reply", "give_back", "close", "book"])
def test_without_a_case_nothing_can_be_done(talk: Talk, act: str) -> None:
    """Every act of staff on a conversation without a case is refused, and nothing reaches the person."""
    talk.write("안녕하세요")
    before = talk.state
    {"reply": lambda: talk.reply("x"), "book": lambda: talk.book(days=1)}.get(act, getattr(talk, act))()
    assert len(talk.effects) == 1
    assert isinstance(talk.effects[0], Refuse)
    assert talk.state == before


@pytest.mark.parametrize("act", ["reply", "give_back", "close", "book", "move", "cancel"])
def test_only_the_owner_acts_on_a_claimed_case(handed_over: Talk, act: str) -> None:
    """A colleague who has not claimed the case is refused and told whose it is."""
    handed_over.claim(KIM).book(days=2)
    visit = handed_over.state.visits[0].id
    before = handed_over.state
    {
        "reply": lambda: handed_over.reply("x", LEE),
        "book": lambda: handed_over.book(LEE, days=1),
        "move": lambda: handed_over.move(visit, LEE, days=3),
        "cancel": lambda: handed_over.cancel(visit, LEE),
    }.get(act, lambda: getattr(handed_over, act)(LEE))()
    assert handed_over.effects == (Refuse(reason="not-yours", by=KIM),)
    assert handed_over.state == before


def test_an_unclaimed_case_is_nobodys_to_answer(handed_over: Talk) -> None:
    """Before a claim nobody writes to the family, gives back or books, but anybody may close."""
    assert handed_over.reply("x").effects == (Refuse(reason="not-yours"),)
    assert handed_over.give_back().effects == (Refuse(reason="not-yours"),)
    assert handed_over.book(days=1).effects == (Refuse(reason="not-yours"),)
    assert handed_over.close(LEE).done(CloseCase)


# --- escalation ---


@pytest.mark.parametrize(
    ("urgency", "steps"), [("오늘", (15, 30)), ("이번 주", (240, 480)), ("급하지 않아요", (1440, 2880))]
)
def test_an_unclaimed_case_is_told_again_then_to_the_supervisor(
    talk: Talk, urgency: str, steps: tuple[int, int]
) -> None:
    """Each urgency has its own times; after the last one the supervisor knows and the clock stops."""
    talk.answer(
        "안녕하세요",
        "동의해요",
        "동의해요",
        "임신 중이에요",
        "28주",
        "배방읍",
        "병원비요",
        urgency,
        "여기",
        "아무 때나",
        "저만 봐요",
        "하늘",
        "보내기",
    )
    (first,) = [timer for timer in talk.done(SetTimer) if timer.kind is TimerKind.ESCALATION]
    assert first.level == 1
    talk.now = first.at
    talk.escalate(1)
    assert notices(talk) == [NoticeKind.ESCALATED]
    assert [level for level, _ in timers(talk)] == [2]
    talk.now = talk.done(SetTimer)[0].at
    talk.escalate(2)
    assert notices(talk) == [NoticeKind.SUPERVISOR]
    assert timers(talk) == []
    assert talk.said == []


def test_an_escalation_in_office_hours_comes_after_its_minutes(talk: Talk) -> None:
    """On a Monday morning the steps of "today" are 15 and again 15 minutes."""
    talk.write("사람")
    assert timers(talk) == [(1, timedelta(minutes=15))]
    talk.wait(minutes=15).escalate(1)
    assert timers(talk) == [(2, timedelta(minutes=15))]


def test_an_alarm_never_goes_quiet_until_somebody_acts(talk: Talk) -> None:
    """A crisis rings after 5 minutes, after 10, and then every ten minutes for a whole night."""
    talk.now = MONDAY.replace(hour=17)  # two in the morning in Asan
    talk.write("약을 다 먹었어요")
    assert notices(talk) == [NoticeKind.CRISIS]
    assert timers(talk) == [(1, timedelta(minutes=5))]
    talk.wait(minutes=5).escalate(1)
    assert (notices(talk), timers(talk)) == ([NoticeKind.ESCALATED], [(2, timedelta(minutes=5))])
    for _ in range(60):
        talk.wait(minutes=10).escalate(2)
        assert (notices(talk), timers(talk)) == ([NoticeKind.SUPERVISOR], [(2, timedelta(minutes=10))])
    talk.acknowledge().wait(minutes=10).escalate(2)
    assert timers(talk) == []


def test_a_crisis_rings_though_a_caseworker_has_the_case(handed_over: Talk) -> None:
    """An alarm in an owned conversation runs its clock, and stops when it is acknowledged."""
    handed_over.claim(KIM)
    assert handed_over.escalate(1).effects == ()
    handed_over.write("남편이 지금 때려요")
    assert notices(handed_over) == [NoticeKind.CRISIS]
    assert timers(handed_over) == [(1, timedelta(minutes=5))]
    assert notices(handed_over.escalate(1)) == [NoticeKind.ESCALATED]
    handed_over.acknowledge(KIM)
    assert handed_over.done(Acknowledge) == [Acknowledge(case=handed_over.state.case, staff=KIM)]  # type: ignore[arg-type]
    assert handed_over.done(CancelTimers)
    assert handed_over.escalate(2).effects == ()


def test_an_acknowledged_alarm_still_needs_an_owner(talk: Talk) -> None:
    """Seeing the alarm does not claim the case: its clock runs on until somebody does."""
    talk.write("약을 다 먹었어요").acknowledge(LEE)
    assert talk.done(CancelTimers) == []
    assert notices(talk.escalate(1)) == [NoticeKind.ESCALATED]


def test_a_claim_acknowledges_the_alarm(talk: Talk) -> None:
    """Whoever takes the case has seen the crisis; who acknowledges again adds nothing."""
    talk.write("약을 다 먹었어요").claim(KIM)
    assert talk.done(Acknowledge) == [Acknowledge(case=talk.state.case, staff=KIM)]  # type: ignore[arg-type]
    assert talk.acknowledge(LEE).done(Acknowledge) == []


def test_there_is_nothing_to_acknowledge_without_an_alarm(handed_over: Talk) -> None:
    """An ordinary case has no alarm."""
    assert handed_over.acknowledge().effects == (Refuse(reason="no-alarm"),)


def test_the_same_cry_repeated_rings_once_and_another_one_again(talk: Talk) -> None:
    """Within half an hour the same crisis goes to the same alarm; another crisis, or a later one, rings anew."""
    talk.write("죽고 싶어요")
    first = talk.state.alarm
    talk.wait(minutes=1).write("진짜 죽고 싶어요")
    assert talk.state.alarm == first
    assert NoticeKind.CRISIS not in notices(talk)
    assert talk.text.startswith("109")
    talk.write("남편이 지금 때려요")
    assert notices(talk) == [NoticeKind.CRISIS]
    talk.acknowledge().write("남편이 지금 때려요")
    assert notices(talk) == [NoticeKind.CRISIS]


def test_an_escalation_of_another_case_changes_nothing(handed_over: Talk) -> None:
    """A timer that outlived its case, or never had one, is silent."""
    assert handed_over.escalate(1, case=UUID(int=9)).effects == ()
    case = handed_over.state.case
    handed_over.close()
    assert handed_over.escalate(1, case=case).effects == ()


# --- replies, giving back, closing ---


def test_a_caseworkers_words_arrive_as_they_are(handed_over: Talk) -> None:
    """The text is sent unchanged, as a worker's, and the family waits no more."""
    handed_over.claim().reply("안녕하세요, 담당자입니다.")
    (say,) = handed_over.said
    assert (say.text, say.purpose) == ("안녕하세요, 담당자입니다.", Purpose.WORKER)
    assert handed_over.done(ClearWaiting)
    assert not handed_over.state.waiting


def test_staff_are_told_once_that_the_family_wrote(handed_over: Talk) -> None:
    """Many messages in a row make one notice, and the next one after an answer makes another."""
    handed_over.claim().reply("네")
    assert notices(handed_over.write("감사합니다")) == [NoticeKind.MESSAGE]
    assert handed_over.done(MarkWaiting)
    assert notices(handed_over.write("그런데요")) == []
    handed_over.reply("네?")
    assert notices(handed_over.write("아니에요")) == [NoticeKind.MESSAGE]


def test_while_a_caseworker_has_it_the_bot_is_quiet(handed_over: Talk) -> None:
    """What the family writes goes to the caseworker without a word of the bot, commands included."""
    handed_over.claim()
    for text in ("배방으로 이사했어요", "도움말", "사람", "1", "ㅁㄴㅇㄹ"):
        assert handed_over.write(text).said == []
    assert handed_over.write(kind=Kind.MEDIA).said == []


def test_a_case_given_back_waits_for_somebody_again(handed_over: Talk) -> None:
    """The case is free, its clock runs from the beginning, the bot answers again, and a colleague may take it."""
    handed_over.claim(KIM).wait(days=1).give_back(KIM)
    assert handed_over.done(ReleaseCase) == [ReleaseCase(case=handed_over.state.case)]  # type: ignore[arg-type]
    assert notices(handed_over) == [NoticeKind.RETURNED]
    assert timers(handed_over) == [(1, timedelta(minutes=240))]
    assert handed_over.text == handed_over.wording("returned")
    assert handed_over.write("안녕하세요", intent="greet").said
    assert handed_over.claim(LEE).done(ClaimCase)


def test_a_form_interrupted_by_a_claim_goes_on_after_it(talk: Talk) -> None:
    """A person claimed in the middle of the form is asked where she was when the conversation comes back."""
    talk.answer("안녕하세요", "동의해요", "동의해요", "임신 중이에요", "사람").claim().give_back()
    talk.write("음")
    assert talk.state.asked == "weeks"
    assert talk.write("28주").value("weeks") == 28


def test_closing_ends_everything_that_was_planned(handed_over: Talk) -> None:
    """Visits to come, reminders, waiting messages and the clock end with the case; past visits stay what they were."""
    handed_over.claim().book(hours=2).wait(hours=3).book(days=2)
    past, coming = handed_over.state.visits
    handed_over.close(outcome="helped")
    assert handed_over.done(CloseCase)[0].outcome == "helped"
    cancelled = {(timer.kind, timer.subject) for timer in handed_over.done(CancelTimers)}
    assert {(TimerKind.REMINDER, past.id), (TimerKind.REMINDER, coming.id)} < cancelled
    assert {revoked.subject for revoked in handed_over.done(RevokeMessages)} == {past.id, coming.id}
    assert [(kept.visit, kept.status) for kept in handed_over.done(KeepVisit)] == [(coming.id, VisitStatus.CANCELLED)]
    assert [visit.status for visit in handed_over.state.visits] == [VisitStatus.BOOKED, VisitStatus.CANCELLED]
    assert handed_over.state.case is None
    assert handed_over.state.worker == ""
    assert timers(handed_over, TimerKind.EXPIRY) == [(0, timedelta(days=365))]


def test_after_closing_a_new_request_is_a_new_case(handed_over: Talk) -> None:
    """The family can ask again; what was agreed stays, the case and its moment of opening are new."""
    first = handed_over.state.case
    handed_over.claim().close().wait(days=3)
    handed_over.write("도움이 필요해요", intent="self_referral")
    handed_over.answer("임신 중이에요", "30주", "분유요", "오늘", "보내기")
    (opened,) = handed_over.done(OpenCase)
    assert opened.document.id != first
    assert (opened.document.opened_at, opened.document.revision) == (handed_over.now, 1)


# --- who is not to be disturbed ---


@pytest.mark.parametrize("act", ["claim", "give_back", "close"])
def test_a_family_that_writes_first_hears_nothing_of_our_moves(talk: Talk, act: str) -> None:
    """Claiming, giving back and closing push nothing to a person who asked us not to write."""
    talk.hand_over(contact="제가 먼저 연락할게요").wait(hours=1)
    if act != "claim":
        talk.claim()
    getattr(talk, act)()
    assert talk.said == []


def test_words_for_a_shared_screen_wait_behind_a_neutral_line(talk: Talk) -> None:
    """To a person who is not alone only "there is news" goes out; her next message brings the words, once."""
    talk.hand_over(others_read="남편도 봐요").wait(hours=1).claim()
    talk.reply("병원비 지원이 됩니다")
    assert talk.text == talk.wording("teaser")
    assert list(talk.state.unread) == ["병원비 지원이 됩니다"]
    talk.wait(hours=3).write("네")
    assert [say.text for say in talk.said] == ["병원비 지원이 됩니다"]
    assert list(talk.state.unread) == []
    assert "병원비 지원이 됩니다" not in talk.write("감사합니다").text


def test_words_for_one_who_writes_first_wait_without_a_sound(talk: Talk) -> None:
    """Not even a neutral line goes to a person who writes first; her next message brings the words."""
    talk.hand_over(contact="제가 먼저 연락할게요").wait(hours=1).claim()
    assert talk.reply("병원비 지원이 됩니다").said == []
    assert talk.reply("내일 뵐게요").said == []
    talk.wait(days=1).write("왔어요")
    assert [say.text for say in talk.said] == ["병원비 지원이 됩니다", "내일 뵐게요"]


def test_a_chat_page_keeps_words_until_it_is_opened(programme: Programme) -> None:
    """On a page that pushes nothing the words may stand where the person will come and look."""
    talk = Talk(programme, line="asan-web").hand_over(others_read="남편도 봐요").wait(hours=1).claim()
    assert talk.reply("병원비 지원이 됩니다").text == "병원비 지원이 됩니다"
    silent = Talk(programme, line="asan-web").hand_over(contact="제가 먼저 연락할게요").wait(hours=1).claim()
    assert silent.reply("내일 뵐게요").text == "내일 뵐게요"


def test_in_a_crisis_the_numbers_go_before_words_that_waited(talk: Talk) -> None:
    """Unread words never stand before the numbers; they come with the message after."""
    talk.hand_over(others_read="남편도 봐요").wait(hours=1).claim().reply("병원비 지원이 됩니다")
    talk.wait(hours=3).write("남편이 지금 때려요")
    assert talk.said[0].purpose is Purpose.CRISIS
    assert len(talk.said) == 1
    assert talk.press("crisis:talk").said[0].text == "병원비 지원이 됩니다"


def test_words_that_waited_are_not_lost_on_a_stop(talk: Talk) -> None:
    """Unread words stay for the day the person starts again."""
    talk.hand_over(others_read="남편도 봐요").wait(hours=1).claim().reply("병원비 지원이 됩니다")
    talk.wait(hours=3).write(kind=Kind.OPTED_OUT)
    assert talk.said == []
    talk.write("여보세요")
    assert talk.state.unread == ("병원비 지원이 됩니다",)
    talk.write("시작").write("네")
    assert "병원비 지원이 됩니다" in talk.text


# --- failures and forgetting ---


def test_the_caseworker_knows_what_did_not_arrive(handed_over: Talk) -> None:
    """A failure is told to staff; only one that says so makes the person unreachable, and any message ends it."""
    assert notices(handed_over.fail()) == [NoticeKind.UNREACHABLE]
    assert not handed_over.state.unreachable
    assert handed_over.fail(unreachable=True).state.unreachable
    assert not handed_over.write("여보세요").state.unreachable


def test_a_failure_before_any_case_is_only_remembered(talk: Talk) -> None:
    """Without a case there is nobody to tell."""
    assert talk.write("안녕하세요").fail(unreachable=True).effects == ()
    assert talk.state.unreachable


def test_a_block_is_told_and_an_unblock_taken_back(handed_over: Talk) -> None:
    """Whoever blocks us is unreachable until they unblock, and gets no answer to either."""
    handed_over.write(kind=Kind.BLOCKED)
    assert notices(handed_over) == [NoticeKind.UNREACHABLE]
    assert handed_over.state.unreachable
    assert handed_over.said == []
    assert handed_over.write(kind=Kind.UNBLOCKED).effects == ()
    assert not handed_over.state.unreachable


def test_an_unfinished_intake_is_forgotten_after_thirty_days(talk: Talk) -> None:
    """The time is that of the consent text, counted from the last message."""
    talk.write("안녕하세요")
    assert timers(talk, TimerKind.EXPIRY) == [(0, timedelta(days=30))]
    talk.wait(days=10).answer("동의해요", "동의해요", "임신 중이에요")
    talk.wait(days=20).expire()
    assert talk.done(Forget) == []
    assert timers(talk, TimerKind.EXPIRY) == [(0, timedelta(days=10))]
    talk.wait(days=10).expire()
    assert talk.done(Forget)
    assert talk.state.answers == {}
    assert talk.said == []


def test_an_open_case_is_never_forgotten_by_the_clock(handed_over: Talk) -> None:
    """While people work on it nothing expires, however long it takes."""
    handed_over.wait(days=400).expire()
    assert handed_over.done(Forget) == []
    assert timers(handed_over, TimerKind.EXPIRY) == [(0, timedelta(days=30))]


def test_what_is_written_after_forgetting_is_forgotten_in_its_time_too(handed_over: Talk) -> None:
    """A conversation that begins again begins a new time of rest."""
    handed_over.write("삭제").press("forget:yes")
    handed_over.wait(days=5).write("안녕하세요", intent="greet")
    assert timers(handed_over, TimerKind.EXPIRY) == [(0, timedelta(days=30))]


def test_forgetting_closes_the_case_and_keeps_only_the_wish_for_silence(handed_over: Talk) -> None:
    """Everything goes: answers, case, visits and reminders; a stop stays, or forgetting would break it."""
    handed_over.claim().book(days=2).give_back()
    handed_over.write("그만")
    visit = handed_over.state.visits[0].id
    handed_over.write("삭제")
    assert handed_over.done(Forget) == []
    handed_over.press("forget:yes")
    assert handed_over.done(Forget)
    assert handed_over.done(CloseCase)[0].outcome == "withdrawn"
    assert notices(handed_over) == [NoticeKind.CLOSED]
    assert CancelTimers(kind=TimerKind.REMINDER, subject=visit) in handed_over.effects
    assert RevokeMessages(subject=visit) in handed_over.effects
    assert handed_over.done(KeepVisit)[0].status is VisitStatus.CANCELLED
    assert handed_over.state == State(language="ko", stopped=True, last_at=handed_over.now, flow=HOME)


def test_nothing_is_forgotten_on_a_no(handed_over: Talk) -> None:
    """The question is asked once more, and a no leaves all as it was."""
    answers = handed_over.state.answers
    handed_over.write("다 지워 주세요").write("아니요")
    assert handed_over.done(Forget) == []
    assert handed_over.state.answers == answers


def test_a_revised_case_does_not_start_its_clock_again(handed_over: Talk) -> None:
    """A correction tells staff, but the escalation runs from when the case was opened."""
    handed_over.wait(hours=1).write("아 저는 탕정에 살아요")
    assert handed_over.done(ReviseCase)
    assert notices(handed_over) == [NoticeKind.REVISED]
    assert timers(handed_over) == []


def at(hour: int) -> datetime:
    """This hour of Monday in Asan."""
    return MONDAY.replace(hour=0) + timedelta(hours=hour - 9)


@pytest.mark.parametrize(
    ("hour", "by"), [(10, "오후 12시"), (17, "11월 24일(화) 오전 10시"), (23, "11월 24일(화) 오전 11시")]
)
def test_at_any_hour_the_truth_is_told(talk: Talk, hour: int, by: str) -> None:
    """A person who asks for one at night is told the next morning, not two hours."""
    talk.now = at(hour)
    assert by in talk.write("사람").text
    assert talk.state.case is not None
    assert talk.done(OpenCase)[0].document.conversation == CONVERSATION
