"""Visits: booked, moved and cancelled by a caseworker; confirmed, moved and cancelled by the family; reminders."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from msgspec.structs import replace

from dialogues.casework import pass_on
from dialogues.effects import (
    CancelTimers,
    KeepVisit,
    NoticeKind,
    Notify,
    Refuse,
    RevokeMessages,
    SetTimer,
    TimerKind,
)
from dialogues.events import ReminderDue, VisitBooked, VisitCancelled, VisitMoved
from dialogues.flow import Answer
from dialogues.messages import Choice, Purpose
from dialogues.state import HOME, Visit, VisitStatus
from dialogues.times import reminder_times
from dialogues.turn import Turn


def booked(turn: Turn, event: VisitBooked) -> None:
    """A visit is booked: the family is told and reminders are set."""
    if (refusal := _refusal(turn, event.staff, event.starts_at)) is not None:
        turn.do(refusal)
        return
    if turn.state.visit(event.id):
        return  # the same form once more
    visit = Visit(event.id, event.starts_at)
    turn.set(visits=(*turn.state.visits, visit))
    _keep(turn, visit, NoticeKind.VISIT_BOOKED, minutes=event.minutes)
    _remind(turn, visit)
    _tell(turn, visit, "visit-booked", ask=True)


def moved(turn: Turn, event: VisitMoved) -> None:
    """A visit has another time: what was said about the old one is taken back with its reminders."""
    visit = turn.state.visit(event.visit)
    refusal = _refusal(turn, event.staff, event.starts_at)
    if visit is None or visit.status is VisitStatus.CANCELLED or refusal is not None:
        turn.do(refusal or Refuse(reason="no-visit"))
        return
    visit = replace(visit, starts_at=event.starts_at, status=VisitStatus.BOOKED)
    _change(turn, visit)
    _keep(turn, visit, NoticeKind.VISIT_MOVED)
    _remind(turn, visit)
    _tell(turn, visit, "visit-moved", ask=True)


def cancelled(turn: Turn, event: VisitCancelled) -> None:
    """A caseworker cancels a visit: the family is told, no reminder goes out."""
    visit = turn.state.visit(event.visit)
    refusal = _refusal(turn, event.staff, None)
    if visit is None or visit.status is VisitStatus.CANCELLED or refusal is not None:
        turn.do(refusal or Refuse(reason="no-visit"))
        return
    visit = replace(visit, status=VisitStatus.CANCELLED)
    _change(turn, visit)
    _keep(turn, visit, NoticeKind.VISIT_CANCELLED)
    if visit.starts_at > turn.now:
        _tell(turn, visit, "visit-cancelled", ask=False)


def reminder_due(turn: Turn, event: ReminderDue) -> None:
    """Remind the family of a visit that still stands."""
    visit = turn.state.visit(event.visit)
    if visit is None or visit.status is VisitStatus.CANCELLED or visit.starts_at <= turn.now:
        return
    _tell(turn, visit, "reminder", ask=True)
    turn.mark(Purpose.REMINDER, discreet=_discreet(turn, visit, "reminder"), about=visit.id, until=visit.starts_at)


def answered(turn: Turn, option: str, subject: str) -> None:
    """The family pressed confirm, move or cancel under a message about the visit ``subject`` (hex; "" for the next
    one)."""
    visit = _named(turn, subject)
    if visit is None or visit.status is VisitStatus.CANCELLED or visit.starts_at <= turn.now:
        turn.say("visit-over" if turn.state.visits else "visit-none")
    elif option == "confirm":
        _confirm(turn, visit)
    elif option == "move":
        _begin(turn, "move_visit", visit)
    else:
        _begin(turn, "cancel_visit", visit)


def move_requested(turn: Turn, wish: str) -> None:
    """The family told when another time would suit: the caseworker decides."""
    visit = _pending(turn)
    if visit is None:
        turn.say("visit-over")
        return
    visit = replace(visit, status=VisitStatus.MOVE_REQUESTED)
    _put(turn, visit)
    _keep(turn, visit, NoticeKind.MOVE_REQUESTED, wish=wish, answer="move")
    pass_on(turn)
    turn.say("move-requested")


def cancel_agreed(turn: Turn) -> None:
    """The family cancelled a visit and said so twice."""
    visit = _pending(turn)
    if visit is None:
        turn.say("visit-over")
        return
    visit = replace(visit, status=VisitStatus.CANCELLED)
    _change(turn, visit)
    _keep(turn, visit, NoticeKind.VISIT_CANCELLED, answer="cancel")
    turn.say("cancel-done")


def say_when(turn: Turn) -> None:
    """Tell the family when the next visit is."""
    visit = turn.state.next_visit(turn.now)
    if visit is None:
        turn.say("visit-none")
        return
    turn.say("visit-at", when=turn.when(visit.starts_at))
    turn.offer(*_choices(turn, visit))


def pending_when(turn: Turn) -> str:
    """When the visit is that the family is asked about, as they say it."""
    visit = _pending(turn)
    return turn.when(visit.starts_at) if visit else ""


def _confirm(turn: Turn, visit: Visit) -> None:
    visit = replace(visit, status=VisitStatus.CONFIRMED)
    _put(turn, visit)
    _keep(turn, visit, NoticeKind.VISIT_CONFIRMED, answer="confirm")
    turn.say("visit-confirmed", when=turn.when(visit.starts_at))
    if turn.state.flow in ("move_visit", "cancel_visit"):
        back_to_flow(turn)  # they were about to move or cancel it and thought better of it


def _begin(turn: Turn, flow: str, visit: Visit) -> None:
    after = turn.state.after if turn.state.flow in ("move_visit", "cancel_visit") else turn.state.flow
    answers = {name: answer for name, answer in turn.state.answers.items() if name not in ("move_when", "cancel_sure")}
    answers["visit"] = Answer(visit.id.hex, turn.now)
    turn.set(flow=flow, after=after, answers=answers, asked="", draft=())


def _pending(turn: Turn) -> Visit | None:
    answer = turn.state.answers.get("visit")
    return _named(turn, str(answer.value) if answer else "")


def _named(turn: Turn, subject: str) -> Visit | None:
    try:
        return turn.state.visit(UUID(hex=subject)) if subject else turn.state.next_visit(turn.now)
    except ValueError:
        return None


def _refusal(turn: Turn, staff: str, starts_at: datetime | None) -> Refuse | None:
    if turn.state.case is None:
        return Refuse(reason="no-case")
    if turn.state.worker != staff:
        return Refuse(reason="not-yours", by=turn.state.worker)
    if starts_at is not None and starts_at <= turn.now:
        return Refuse(reason="in-the-past")
    return None


def _put(turn: Turn, visit: Visit) -> None:
    turn.set(visits=tuple(visit if other.id == visit.id else other for other in turn.state.visits))


def _change(turn: Turn, visit: Visit) -> None:
    """Keep ``visit`` in the state and take along whatever waits to be sent about its old time."""
    _put(turn, visit)
    turn.do(CancelTimers(kind=TimerKind.REMINDER, subject=visit.id), RevokeMessages(subject=visit.id))


def _keep(
    turn: Turn, visit: Visit, notice: NoticeKind, *, minutes: int | None = None, wish: str = "", answer: str = ""
) -> None:
    if turn.state.case is None:
        return
    turn.do(
        KeepVisit(
            case=turn.state.case,
            visit=visit.id,
            starts_at=visit.starts_at,
            status=visit.status,
            minutes=minutes,
            wish=wish,
            answer=answer,
        ),
        Notify(kind=notice, case=turn.state.case, visit=visit.id),
    )


def _remind(turn: Turn, visit: Visit) -> None:
    hours = turn.state.answers.get("hours")
    for number, at in reminder_times(turn.programme, str(hours.value) if hours else "", visit.starts_at, turn.now):
        turn.do(SetTimer(kind=TimerKind.REMINDER, subject=visit.id, at=at, level=number))


def _tell(turn: Turn, visit: Visit, key: str, *, ask: bool) -> None:
    turn.say(key, when=turn.when(visit.starts_at))
    if ask:
        turn.offer(*_choices(turn, visit))
    turn.mark(Purpose.WORKER, discreet=_discreet(turn, visit, key), about=visit.id, until=visit.starts_at)


def _discreet(turn: Turn, visit: Visit, key: str) -> str:
    return turn.text(f"{key}-discreet", when=turn.when(visit.starts_at))


def _choices(turn: Turn, visit: Visit) -> tuple[Choice, ...]:
    return tuple(
        turn.choice(f"visit:{option}:{visit.id.hex}", f"visit-{option}") for option in ("confirm", "move", "cancel")
    )


def back_to_flow(turn: Turn) -> None:
    """Leave a flow about a visit and go on with what it interrupted."""
    answers = {
        name: answer for name, answer in turn.state.answers.items() if name not in ("visit", "move_when", "cancel_sure")
    }
    turn.set(flow=turn.state.after, after=HOME, answers=answers, asked="")
