"""The waiting list, and the end of a case: did the family get help?"""

from __future__ import annotations

from uuid import UUID

from dialogues.effects import KeepHelped, NoticeKind, Notify, Refuse
from dialogues.events import CaseListed
from dialogues.messages import Choice, Purpose
from dialogues.turn import Turn

HELPED = ("yes", "partly", "no")
"""What a family may answer, as the case keeps it."""

_UNASKED = ("declined", "unreachable", "duplicate", "withdrawn")
"""Outcomes after which the question would be unkind or make no sense."""


def listed(turn: Turn, event: CaseListed) -> None:
    """The caseworker puts the family on the waiting list, or has a place for it now: the family is told either way."""
    if turn.state.case is None:
        turn.do(Refuse(reason="no-case"))
    elif turn.state.worker != event.staff:
        turn.do(Refuse(reason="not-yours", by=turn.state.worker))
    elif turn.state.listed is not event.listed:
        turn.set(listed=event.listed)
        turn.say("listed" if event.listed else "unlisted")
        turn.mark(Purpose.WORKER, discreet=turn.text("teaser"))


def ask_helped(turn: Turn, case: UUID, outcome: str) -> None:
    """Ask whether the family got help, below the word that its case has ended."""
    if turn.state.protected or outcome in _UNASKED:
        turn.mark(Purpose.WORKER, discreet=turn.text("teaser"))
        return
    turn.set(ended=case)
    turn.say("ask-helped")
    turn.offer(*(Choice(f"helped:{option}:{case.hex}", turn.text(f"helped-{option}")) for option in HELPED))
    turn.mark(Purpose.WORKER, discreet=turn.text("closed-discreet"))


def helped(turn: Turn, option: str, subject: str) -> bool:
    """The family answered for the case ``subject`` (hex). Returns False when that is not the case that ended last."""
    case = turn.state.ended
    if case is None or case.hex != subject or option not in HELPED:
        return False
    turn.do(KeepHelped(case=case, helped=option), Notify(kind=NoticeKind.HELPED, case=case))
    turn.say(f"said-helped-{option}")
    return True
