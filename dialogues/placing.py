"""Telling a family where its child may find care, and what a caseworker makes of it."""

from __future__ import annotations

from collections.abc import Sequence

from dialogues.casework import document_of
from dialogues.effects import Refuse, ReviseCase
from dialogues.events import MatchConfirmed
from dialogues.flow import Flow, QuestionKind
from dialogues.matching import Match, Standing, match
from dialogues.messages import Purpose
from dialogues.programme import named
from dialogues.times import said_day
from dialogues.turn import Turn

MOST = 4
"""Services with room that a family is told of, and none to ask about that its own answers speak against: a baby is told
of no school. The caseworker sees all."""

MOST_CHILDREN = 10


def suggest(turn: Turn) -> None:
    """Tell what may fit, the likeliest first, each with its reason, and offer to look for another child."""
    turn.next_message()
    ranked = match(turn.programme, turn.state.answers, turn.today)
    found = _told_of(ranked)
    for standing in Standing:
        rows = [_row(turn, one) for one in found if one.standing is standing]
        if rows:
            turn.say("match-likely" if standing is Standing.LIKELY else "match-ask", services="\n".join(rows))
    if len(turn.state.earlier) + 1 < MOST_CHILDREN:
        turn.say("match-again")
        turn.offer(turn.choice("again:yes", "again-yes"), turn.choice("again:no", "again-no"))


def _told_of(ranked: Sequence[Match]) -> list[Match]:
    """The first that have room, and every likely one that is full: a family may want to wait for it."""
    fitting = [one for one in ranked if one.standing is Standing.LIKELY or one.points >= 0]
    room = [one for one in fitting if one.full_until is None][:MOST]
    return [one for one in fitting if one in room or (one.full_until and one.standing is Standing.LIKELY)]


def _row(turn: Turn, one: Match) -> str:
    name = named(one.service.name, turn.language)
    if one.places:
        name = f"{name} ({', '.join(named(place.name, turn.language) for place in one.places)})"
    reason = turn.text(one.reasons[0]) if one.reasons else ""
    row = turn.text("match-row", service=name, reason=reason) if reason else turn.text("match-row-bare", service=name)
    full = turn.text("match-full", day=said_day(one.full_until, turn.language)) if one.full_until else ""
    return f"{row} {full}".rstrip()


def next_child(turn: Turn) -> bool:
    """Put aside what was told of this child and go back into the form for the next; False when there is no form to go
    back into."""
    flow, state = turn.programme.form(turn.state.form), turn.state
    if state.flow or state.case is None or not _through(turn, flow) or len(state.earlier) + 1 >= MOST_CHILDREN:
        return False
    gone = {question.id for question in flow.questions if question.each or question.kind is QuestionKind.SUMMARY}
    of_child = {question.id for question in flow.questions if question.each}
    told = {name: answer for name, answer in state.answers.items() if name in of_child}
    kept = {name: answer for name, answer in state.answers.items() if name not in gone}
    turn.set(earlier=(*state.earlier, told), answers=kept, heard={}, flow=flow.flow, asked="", draft=())
    return True


def _through(turn: Turn, flow: Flow) -> bool:
    return flow.match and "consent" in turn.state.answers and flow.next(turn.state.answers) is None


def match_confirmed(turn: Turn, event: MatchConfirmed) -> None:
    """The caseworker has found that a service takes the child: the case says so, and the family hears it."""
    state, case = turn.state, turn.state.case
    if case is None or state.worker != event.staff:
        turn.do(Refuse(reason="not-yours" if case else "no-case", by=state.worker))
        return
    service = next((one for one in turn.programme.facts.services if one.key == event.service), None)
    if service is None or not 1 <= event.child <= len(state.earlier) + 1:
        turn.do(Refuse(reason="no-match"))
        return
    told = f"{event.child}:{event.service}"
    if told in state.matched:
        return
    turn.set(matched=(*state.matched, told), case_revision=state.case_revision + 1)
    flow = turn.programme.form(state.flow or state.form)
    document = document_of(turn, case, flow.reason, state.case_opened_at or turn.now)
    turn.do(ReviseCase(document=document, due_at=state.promised_at or turn.now))
    turn.say("match-confirmed", service=named(service.name, turn.language))
    turn.mark(Purpose.WORKER, discreet=turn.text("teaser"))
