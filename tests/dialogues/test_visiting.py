# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""A visit is told, remembered, moved and cancelled, and nothing about its old time remains."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from dialogues.effects import CancelTimers, KeepVisit, NoticeKind, Notify, Refuse, RevokeMessages, SetTimer, TimerKind
from dialogues.messages import Purpose
from dialogues.state import HOME, VisitStatus
from tests.dialogues.talking import KIM, MONDAY, Talk


@pytest.fixture
def visited(handed_over: Talk) -> Talk:
    """A family whose caseworker has just booked a visit in five days, Saturday 10:00."""
    return handed_over.claim().book(days=5)


def visit(talk: Talk, index: int = 0) -> UUID:
    return talk.state.visits[index].id


def status(talk: Talk, index: int = 0) -> VisitStatus:
    return talk.state.visits[index].status


def notices(talk: Talk) -> list[NoticeKind]:
    return [notice.kind for notice in talk.done(Notify)]


def reminders(talk: Talk) -> list[timedelta]:
    """How long before now's 10:00 in five days each reminder set by the last event goes out."""
    return [timer.at - MONDAY for timer in talk.done(SetTimer) if timer.kind is TimerKind.REMINDER]


def test_a_booking_is_told_with_its_buttons(visited: Talk) -> None:
    """The family reads the moment and can agree, ask for another time or cancel; it is of no use once the visit has begun."""
    (say,) = visited.said
    assert say.text == "방문 날짜가 잡혔어요: 11월 28일(토) 오전 10시. 괜찮으세요?"
    assert [choice.id for choice in say.choices] == [
        f"visit:{option}:{visit(visited).hex}" for option in ("confirm", "move", "cancel")
    ]
    assert (say.purpose, say.about, say.until) == (Purpose.WORKER, visit(visited), MONDAY + timedelta(days=5))
    assert "방문" not in say.discreet_text
    assert visited.done(KeepVisit)[0].minutes == 60
    assert notices(visited) == [NoticeKind.VISIT_BOOKED]


def test_a_booking_sets_its_reminders(visited: Talk) -> None:
    """Three days, one day and two hours before."""
    assert reminders(visited) == [timedelta(days=2), timedelta(days=4), timedelta(days=5, hours=-2)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("네", VisitStatus.CONFIRMED),
        ("네 괜찮아요", VisitStatus.CONFIRMED),
        ("좋습니다 그때 봬요", VisitStatus.CONFIRMED),
        ("1", VisitStatus.CONFIRMED),
        ("확인했습니다", VisitStatus.CONFIRMED),
        ("네, 괜찮아요!", VisitStatus.CONFIRMED),
    ],
)
def test_a_yes_confirms(visited: Talk, typed: str, expected: VisitStatus) -> None:
    """A number, a label or a yes in one's own words is enough, and the caseworker knows."""
    visited.write(typed)
    assert status(visited) is expected
    assert notices(visited) == [NoticeKind.VISIT_CONFIRMED]
    assert "뵐게요" in visited.text


@pytest.mark.parametrize(
    "typed",
    [
        "아니요",
        "안 돼요",
        "그날은 어려워요",
        "다른 날로 해 주세요",
        "시간을 바꿀래요",
        "2",
        "취소하지 말고 시간을 바꿔 주세요",
    ],
)
def test_a_no_asks_for_another_time(visited: Talk, typed: str) -> None:
    """A no is not a cancellation: the family is asked when it would suit, and the caseworker decides."""
    visited.write(typed)
    assert status(visited) is VisitStatus.BOOKED
    assert visited.text == visited.wording("ask-move_when")
    visited.write("목요일 오후요")
    kept = visited.done(KeepVisit)[0]
    assert (kept.status, kept.wish) == (VisitStatus.MOVE_REQUESTED, "목요일 오후요")
    assert NoticeKind.MOVE_REQUESTED in notices(visited)
    assert visited.text == visited.wording("move-requested")
    assert visited.state.flow == HOME


def test_a_cancellation_is_asked_twice(visited: Talk) -> None:
    """A slip of the finger costs no visit; two words do, and take the reminders along."""
    visited.write("취소할래요")
    assert "취소할까요" in visited.text
    visited.write("아니요")
    assert status(visited) is VisitStatus.BOOKED
    assert visited.text == visited.wording("required-cancel_sure")
    visited.press(f"visit:cancel:{visit(visited).hex}").write("네")
    assert status(visited) is VisitStatus.CANCELLED
    assert CancelTimers(kind=TimerKind.REMINDER, subject=visit(visited)) in visited.effects
    assert RevokeMessages(subject=visit(visited)) in visited.effects
    assert notices(visited) == [NoticeKind.VISIT_CANCELLED]


def test_whoever_thinks_better_of_it_just_confirms(visited: Talk) -> None:
    """A confirmation in the middle of moving or cancelling ends that, without another question."""
    for option in ("move", "cancel"):
        visited.press(f"visit:{option}:{visit(visited).hex}").press(f"visit:confirm:{visit(visited).hex}")
        assert status(visited) is VisitStatus.CONFIRMED
        assert visited.state.flow == HOME
        assert visited.text.startswith("고맙습니다.")
        assert "언제가" not in visited.text


def test_a_moved_visit_takes_everything_along(visited: Talk) -> None:
    """Old reminders and waiting messages go first, then new ones come; a confirmation of the old time does not count."""
    visited.write("네").move(visit(visited), days=3)
    kinds = [type(effect) for effect in visited.effects]
    assert kinds.index(CancelTimers) < kinds.index(SetTimer)
    assert RevokeMessages(subject=visit(visited)) in visited.effects
    assert reminders(visited) == [timedelta(days=2), timedelta(days=3, hours=-2)]
    assert status(visited) is VisitStatus.BOOKED
    assert "11월 26일(목) 오전 10시" in visited.text
    assert notices(visited) == [NoticeKind.VISIT_MOVED]


def test_a_cancelled_visit_takes_everything_along(visited: Talk) -> None:
    """The family is told, and no reminder of it ever speaks again."""
    visited.cancel(visit(visited))
    assert CancelTimers(kind=TimerKind.REMINDER, subject=visit(visited)) in visited.effects
    assert RevokeMessages(subject=visit(visited)) in visited.effects
    assert "취소되었어요" in visited.text
    assert visited.said[0].choices == ()
    assert visited.remind(visit(visited)).effects == ()
    assert visited.cancel(visit(visited)).effects == (Refuse(reason="no-visit"),)
    assert visited.move(visit(visited), days=2).effects == (Refuse(reason="no-visit"),)


def test_what_cannot_be_is_refused(visited: Talk) -> None:
    """No visit in the past, none that is unknown."""
    for refused in (visited.book(hours=-1), visited.book(hours=0), visited.move(visit(visited), hours=-1)):
        assert refused.effects == (Refuse(reason="in-the-past"),)
    assert visited.move(UUID(int=5), days=1).effects == (Refuse(reason="no-visit"),)
    assert visited.cancel(UUID(int=5)).effects == (Refuse(reason="no-visit"),)
    assert len(visited.state.visits) == 1


def test_a_reminder_says_when_and_asks(visited: Talk) -> None:
    """It is marked as a reminder, of no use once the visit has begun, with neutral words for a shared screen."""
    visited.wait(days=4).remind(visit(visited))
    (say,) = visited.said
    assert (say.purpose, say.about, say.until) == (Purpose.REMINDER, visit(visited), MONDAY + timedelta(days=5))
    assert "11월 28일(토) 오전 10시" in say.text
    assert say.discreet_text == "11월 28일(토) 오전 10시 약속, 괜찮으세요?"
    assert len(say.choices) == 3
    assert visited.write("네").state.visits[0].status is VisitStatus.CONFIRMED


def test_a_reminder_of_a_visit_that_has_begun_is_silent(visited: Talk) -> None:
    """A timer that comes late, or for a visit that is unknown, says nothing."""
    assert visited.wait(days=5).remind(visit(visited)).effects == ()
    assert visited.remind(UUID(int=5)).effects == ()


def test_nothing_is_remembered_aloud_for_one_who_writes_first(talk: Talk) -> None:
    """A person who writes first hears of a booking when she writes, and gets no reminder."""
    talk.hand_over(contact="제가 먼저 연락할게요").wait(hours=1).claim().book(days=5)
    assert talk.said == []
    assert talk.remind(visit(talk)).said == []
    assert "방문 날짜가 잡혔어요" in talk.write("왔어요").text


@pytest.mark.parametrize("option", ["confirm", "move", "cancel"])
@pytest.mark.parametrize("subject", ["cancelled", "past", "unknown", "nonsense"])
def test_an_old_button_does_no_harm(visited: Talk, option: str, subject: str) -> None:
    """A button about a visit that is over, cancelled, unknown or misspelt changes nothing and says so."""
    if subject == "cancelled":
        visited.cancel(visit(visited))
    if subject == "past":
        visited.wait(days=6)
    name = {"unknown": UUID(int=5).hex, "nonsense": "zzz"}.get(subject, visit(visited).hex)
    before = visited.state.visits
    visited.press(f"visit:{option}:{name}")
    assert visited.state.visits == before
    assert visited.done(KeepVisit) == []
    assert visited.text == visited.wording("visit-over")


def test_each_button_means_its_own_visit(visited: Talk) -> None:
    """With two visits the pressed one is meant, and a word without a button means the one last told of."""
    visited.book(days=2).press(f"visit:confirm:{visit(visited, 0).hex}")
    assert (status(visited, 0), status(visited, 1)) == (VisitStatus.CONFIRMED, VisitStatus.BOOKED)


def test_the_next_visit_is_told_on_request(visited: Talk) -> None:
    """Whoever asks is told the earliest visit to come, with its buttons; without one, that there is none."""
    visited.book(days=2).give_back()
    visited.press("home:visit")
    assert "11월 25일(수) 오전 10시" in visited.text
    assert [choice.id.split(":")[2] for choice in visited.said[0].choices] == [visit(visited, 1).hex] * 3
    visited.claim(KIM).cancel(visit(visited, 0))
    visited.cancel(visit(visited, 1)).give_back()
    assert visited.press("home:visit").text == visited.wording("visit-none")


def test_a_visit_does_not_interrupt_the_form_for_good(talk: Talk) -> None:
    """Moving a visit in the middle of the form leads back to the question that was open."""
    talk.answer("안녕하세요", "동의해요", "동의해요", "임신 중이에요", "사람").claim().book(days=3).give_back()
    talk.write("음")
    assert talk.state.asked == "weeks"
    talk.press(f"visit:move:{visit(talk).hex}").write("목요일")
    assert talk.state.asked == "weeks"
    assert talk.wording("ask-weeks") in talk.text
    talk.press(f"visit:confirm:{visit(talk).hex}")
    assert talk.wording("ask-weeks") in talk.text


def test_back_leaves_the_question_about_a_visit(visited: Talk) -> None:
    """Back out of moving or cancelling changes nothing."""
    for option in ("move", "cancel"):
        visited.press(f"visit:{option}:{visit(visited).hex}").write("뒤로")
        assert visited.state.flow == HOME
        assert status(visited) is VisitStatus.BOOKED


def test_a_stopped_family_may_still_answer_about_its_visit(visited: Talk) -> None:
    """Pressing a button under an older message about a visit works after a stop."""
    visited.give_back().write("그만")
    assert visited.press(f"visit:confirm:{visit(visited).hex}").state.visits[0].status is VisitStatus.CONFIRMED
    assert visited.state.stopped
