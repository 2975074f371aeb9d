"""Opening a case, who owns the conversation, escalation, and the end."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from msgspec.structs import replace

from dialogues import ending
from dialogues.case import CaseDocument, Reason, Urgency, case_code
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
from dialogues.events import (
    AlarmAcknowledged,
    CaseClaimed,
    CaseClosed,
    CaseReturned,
    EscalationDue,
    SendingFailed,
    WorkerReplied,
)
from dialogues.handoff import build_case, urgency_of
from dialogues.messages import Purpose
from dialogues.state import HOME, State, VisitStatus
from dialogues.times import add_office_time, next_allowed
from dialogues.turn import Turn

_TOLD = {Reason.WANTS_HUMAN: "case-human", Reason.NOT_UNDERSTOOD: "case-not-understood"}


def hand_over(turn: Turn, reason: Reason) -> datetime:
    """Open a case, or revise the open one, with everything known now; start its clock. Returns when a person answers
    at the latest, UTC."""
    first = turn.state.case is None
    case = turn.state.case or turn.event.id
    opened_at = turn.state.case_opened_at or turn.now
    turn.set(case=case, case_revision=turn.state.case_revision + 1, case_opened_at=opened_at)
    urgency = urgency_of(turn.state, reason)
    facts = turn.programme.facts
    due_at = add_office_time(turn.now, timedelta(hours=facts.answer_within[urgency]), facts.office, turn.programme.zone)
    turn.set(promised_at=due_at)
    document = document_of(turn, case, reason, opened_at)
    turn.do(OpenCase(document=document, due_at=due_at) if first else ReviseCase(document=document, due_at=due_at))
    if reason is Reason.CRISIS:
        turn.do(Notify(kind=NoticeKind.CRISIS, case=case))
    else:
        turn.do(Notify(kind=NoticeKind.OPENED if first else NoticeKind.REVISED, case=case))
    if first or reason is Reason.CRISIS:
        _set_escalation(turn, case, 1, _steps(turn)[0])
    wait_for_person(turn)
    return due_at


def document_of(turn: Turn, case: UUID, reason: Reason, opened_at: datetime) -> CaseDocument:
    """The case as everything that is known now makes it."""
    return build_case(
        turn.programme,
        turn.state,
        case=case,
        conversation=turn.event.conversation,
        line=turn.event.line,
        reason=reason,
        opened_at=opened_at,
        today=turn.today,
    )


def tell_handed_over(turn: Turn, reason: Reason, due_at: datetime) -> None:
    """Tell the family, truthfully, when a person answers."""
    code, by = case_code(turn.state.case or turn.event.id), turn.when(due_at)
    if reason not in _TOLD:
        contact, hours = turn.state.answers.get("contact"), turn.state.answers.get("hours")
        silent = contact is not None and contact.value == "none"
        safe_at = _within_safe_hours(turn, due_at, str(hours.value) if hours else "")
        turn.say("case-opened-none", code=code) if silent else turn.say("case-opened", code=code, by=turn.when(safe_at))
    else:
        turn.say(_TOLD[reason], code=code, by=by, hotlines=turn.general_numbers())


def _within_safe_hours(turn: Turn, due_at: datetime, hours: str) -> datetime:
    """``due_at``, or an hour into the next safe hours: nobody is told "by ten" who wants to hear from us in the
    afternoon."""
    hour = timedelta(hours=1)
    return next_allowed(due_at - hour, turn.programme.facts.quiet, hours, turn.programme.zone) + hour


def wait_for_person(turn: Turn) -> None:
    """The family waits for a person's words from now on."""
    if not turn.state.waiting and not turn.state.referred:
        turn.set(waiting=True)
        turn.do(MarkWaiting())


def pass_on(turn: Turn) -> None:
    """Leave the message to the caseworker, who sees it in the transcript, and tell them once until they answer."""
    if turn.state.case and not turn.state.waiting:
        turn.do(Notify(kind=NoticeKind.MESSAGE, case=turn.state.case))
    wait_for_person(turn)


def claimed(turn: Turn, event: CaseClaimed) -> None:
    """A caseworker takes the case; whoever comes second is told who was first."""
    case = turn.state.case
    if case is None:
        turn.do(Refuse(reason="no-case"))
    elif turn.state.worker:
        turn.do(Refuse(reason="already-claimed", by=turn.state.worker))
    else:
        turn.set(worker=event.staff, asked="", draft=(), misses=0)
        turn.do(ClaimCase(case=case, staff=event.staff), CancelTimers(kind=TimerKind.ESCALATION, subject=case))
        turn.do(Notify(kind=NoticeKind.CLAIMED, case=case))
        _acknowledge(turn, event.staff)
        if not _keeps_silent(turn.state) and not _unseen(turn):
            turn.say("claimed")
            turn.mark(Purpose.WORKER)


def acknowledged(turn: Turn, event: AlarmAcknowledged) -> None:
    """A member of staff acts on the alarm; its clock stops."""
    if turn.state.case is None or turn.state.alarm is None:
        turn.do(Refuse(reason="no-alarm"))
        return
    _acknowledge(turn, event.staff)
    if turn.state.worker:
        turn.do(CancelTimers(kind=TimerKind.ESCALATION, subject=turn.state.case))


def _acknowledge(turn: Turn, staff: str) -> None:
    alarm, case = turn.state.alarm, turn.state.case
    if alarm and case and not alarm.acknowledged:
        turn.set(alarm=replace(alarm, acknowledged=True))
        turn.do(Acknowledge(case=case, staff=staff))


def worker_replied(turn: Turn, event: WorkerReplied) -> None:
    """A caseworker's words reach the family; on a screen others read they wait for the family to write."""
    if turn.state.referred:
        turn.do(Refuse(reason="referred"))
        return
    if turn.state.worker != event.staff:
        turn.do(Refuse(reason="not-yours", by=turn.state.worker))
        return
    turn.set(waiting=False)
    turn.do(ClearWaiting())
    if _unseen(turn) and not turn.state.hushed:
        turn.set(unread=(*turn.state.unread, event.text))
        turn.say("teaser")
    else:
        turn.say_text(event.text)
    turn.mark(Purpose.WORKER)


def returned(turn: Turn, event: CaseReturned) -> None:
    """The bot answers again; the case stays open, waits for someone and escalates anew."""
    case = turn.state.case
    if case is None or turn.state.worker != event.staff:
        turn.do(Refuse(reason="not-yours", by=turn.state.worker))
        return
    turn.set(worker="")
    turn.do(ReleaseCase(case=case), Notify(kind=NoticeKind.RETURNED, case=case))
    _set_escalation(turn, case, 1, _steps(turn)[0])
    if not _keeps_silent(turn.state):
        turn.say("returned")
        turn.mark(Purpose.WORKER, discreet=turn.text("teaser"))


def closed(turn: Turn, event: CaseClosed) -> None:
    """The case ends; visits to come end with it, and the words are erased when their time is over."""
    case = turn.state.case
    if case is None or turn.state.worker not in ("", event.staff):
        turn.do(Refuse(reason="not-yours" if case else "no-case", by=turn.state.worker))
        return
    _end_visits(turn, case)
    silent = _keeps_silent(turn.state)
    turn.do(CloseCase(case=case, outcome=event.outcome), CancelTimers(kind=TimerKind.ESCALATION, subject=case))
    turn.do(ClearWaiting(), Notify(kind=NoticeKind.CLOSED, case=case))
    keep = timedelta(days=turn.programme.facts.retention.closed_days)
    turn.do(SetTimer(kind=TimerKind.EXPIRY, subject=turn.event.conversation, at=turn.now + keep))
    turn.set(case=None, case_revision=0, case_opened_at=None, worker="", waiting=False, alarm=None, flow=HOME, asked="")
    turn.set(listed=False, ended=None)
    if not silent:
        turn.say("closed")
        ending.ask_helped(turn, case, event.outcome)


def _end_visits(turn: Turn, case: UUID) -> None:
    """Visits to come are cancelled with the case; none is spoken of any more."""
    for visit in turn.state.visits:
        turn.do(CancelTimers(kind=TimerKind.REMINDER, subject=visit.id), RevokeMessages(subject=visit.id))
        if visit.starts_at > turn.now and visit.status is not VisitStatus.CANCELLED:
            turn.do(KeepVisit(case=case, visit=visit.id, starts_at=visit.starts_at, status=VisitStatus.CANCELLED))
    turn.set(
        visits=tuple(
            replace(v, status=VisitStatus.CANCELLED) if v.starts_at > turn.now else v for v in turn.state.visits
        )
    )


def escalation_due(turn: Turn, event: EscalationDue) -> None:
    """Nobody has claimed the case, or acknowledged its alarm, in time: tell again, then the supervisor; an alarm
    never goes quiet."""
    alarm = turn.state.alarm
    ringing = alarm is not None and not alarm.acknowledged
    if turn.state.case != event.case or (turn.state.worker and not ringing):
        return
    steps = _steps(turn)
    last = event.level >= len(steps)
    turn.do(Notify(kind=NoticeKind.SUPERVISOR if last else NoticeKind.ESCALATED, case=event.case))
    if not last:
        _set_escalation(turn, event.case, event.level + 1, steps[event.level] - steps[event.level - 1])
    elif ringing:
        _set_escalation(turn, event.case, event.level, steps[-1])


def sending_failed(turn: Turn, event: SendingFailed) -> None:
    """Words did not arrive: the caseworker has to know, because the family does not."""
    if event.unreachable:
        turn.set(unreachable=True)
    if turn.state.case:
        turn.do(Notify(kind=NoticeKind.UNREACHABLE, case=turn.state.case))


def expired(turn: Turn) -> None:
    """Forget a conversation that has rested for the time we promised; an open case or a newer message keeps it."""
    facts = turn.programme.facts.retention
    keep = timedelta(days=facts.unfinished_days)
    rested_at = (turn.state.last_at or turn.now) + keep
    if turn.state.case is not None or (turn.state.last_at and rested_at > turn.now):
        at = rested_at if rested_at > turn.now else turn.now + keep
        turn.do(SetTimer(kind=TimerKind.EXPIRY, subject=turn.event.conversation, at=at))
        return
    forget(turn)


def forget(turn: Turn) -> None:
    """Erase everything; only the wish not to be written to stays, because forgetting it would break it."""
    case = turn.state.case
    if case:
        _end_visits(turn, case)
        turn.do(CloseCase(case=case, outcome="withdrawn"), CancelTimers(kind=TimerKind.ESCALATION, subject=case))
        turn.do(Notify(kind=NoticeKind.CLOSED, case=case))
    kept = turn.state
    turn.state = State(
        language=kept.language, stopped=kept.stopped, last_at=kept.last_at, flow=HOME, referred=kept.referred
    )
    turn.do(ClearWaiting(), Forget())


def _keeps_silent(state: State) -> bool:
    """Whether the family asked us to let them write first."""
    contact = state.answers.get("contact")
    return state.stopped or bool(state.referred) or (contact is not None and contact.value == "none")


def _unseen(turn: Turn) -> bool:
    """Whether what we send now would stand on a screen that others may read before the family does."""
    return turn.state.discreet and turn.pushes() and not turn.state.live(turn.now)


def _steps(turn: Turn) -> tuple[int, ...]:
    return turn.programme.facts.escalation[urgency_of(turn.state, Reason.SELF_REFERRAL)]


def _set_escalation(turn: Turn, case: UUID, level: int, minutes: int) -> None:
    """Tell again after ``minutes``: of office time, because nobody claims at night; a crisis rings at any hour."""
    span = timedelta(minutes=minutes)
    crisis = urgency_of(turn.state, Reason.SELF_REFERRAL) is Urgency.CRISIS
    at = (
        turn.now + span if crisis else add_office_time(turn.now, span, turn.programme.facts.office, turn.programme.zone)
    )
    turn.do(SetTimer(kind=TimerKind.ESCALATION, subject=case, at=at, level=level))
