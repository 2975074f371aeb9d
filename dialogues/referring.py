"""A state body refers a family: a case is opened, and nothing is ever written to the family from here."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from dialogues.answers.parsing import derive
from dialogues.casework import hand_over
from dialogues.documents import Document
from dialogues.effects import Refuse
from dialogues.events import FamilyReferred
from dialogues.flow import Answer, Flow, How, Question
from dialogues.programme import ProgrammeFile
from dialogues.state import HOME
from dialogues.turn import Turn

LONGEST_SOURCE = 64


def referred(turn: Turn, event: FamilyReferred) -> None:
    """Open the case; the same referral once more changes nothing, another one under its name is refused."""
    flow = turn.programme.referral
    if turn.state.referred or flow is None:
        if turn.state.referred != event.digest:
            turn.do(Refuse(reason="other-referral"))
        return
    answers = {name: Answer(value, turn.now) for name, value in event.answers.items()}
    answers["referred_by"] = Answer(event.body, turn.now, How.DERIVED)
    way = "call" if "phone" in answers else "none"
    answers["contact"] = Answer(way, turn.now, How.DERIVED)
    told = answers.get("language")
    turn.set(
        referred=event.digest,
        source=event.body[:LONGEST_SOURCE],
        language=str(told.value) if told else turn.programme.languages[0],
        flow=HOME,
        form=flow.flow,
        answers=answers,
    )
    found = derive(turn.state, "", turn.programme)
    turn.set(answers=answers | {name: Answer(value, turn.now, How.DERIVED) for name, value in found.items()})
    hand_over(turn, flow.reason)


def referral_flow(
    document: Document, facts: ProgrammeFile, flows: Mapping[str, Flow], asked: Mapping[str, Question]
) -> Flow | None:
    """The flow by which state bodies refer families to the programme, None where none do. ``asked``: the questions of
    its forms. Raises ContentError for a flow that is not there and a question that is another one than in a form."""
    if facts.referral is None:
        return None
    flow = flows.get(facts.referral.flow)
    if flow is None or not flow.form:
        raise document.error(f"there is no form `{facts.referral.flow}`", "$.referral.flow")
    for question in flow.questions:
        other = asked.get(question.id)
        if other and (question.kind, question.options) != (other.kind, other.options):
            raise document.error(f"question `{question.id}` is another one in `{flow.flow}`", "$.referral.flow")
    return replace(flow, intents=())
