"""A crisis in what a person wrote: the numbers first, a human at once, and the way back (DOMAIN A6)."""

from __future__ import annotations

from dialogues.case import Reason
from dialogues.casework import hand_over, pass_on
from dialogues.messages import Purpose
from dialogues.reading import Hit
from dialogues.state import HOME, LIVE, Alarm
from dialogues.turn import Turn

_UNNAMED = "anonymous_birth"
"""The crisis of a woman who wants to give birth without her name in any record (Korea's Act 19816, DOMAIN C2)."""

_NAMING = ("name", "phone", "district", "centre", "family_name", "family_reach", "family_district", "born")
"""Answers that tell who or where a person is."""


def crisis_found(turn: Turn, hit: Hit) -> None:
    """Answer a crisis: numbers, one warm sentence, when a human reads it, at most one question."""
    old = turn.state.alarm
    rings = old is not None and not old.acknowledged and old.code == hit.code and turn.now - old.at < LIVE
    turn.say_text(turn.numbers(_numbers(turn, hit.code)))
    turn.say(f"crisis-{hit.code}")
    if rings:
        pass_on(turn)
    else:
        turn.set(alarm=Alarm(hit.code, hit.severity, turn.now))
        if hit.code == _UNNAMED:
            _protect(turn)
        due_at = hand_over(turn, Reason.CRISIS)
        turn.say("crisis-human", by=turn.when(due_at))
    turn.say("crisis-safe")
    turn.offer(*(turn.choice(f"crisis:{option}", f"crisis-{option}") for option in ("talk", "unsafe", "fine")))
    turn.mark(Purpose.CRISIS)


def _protect(turn: Turn) -> None:
    """Forget who she is, ask nothing more, and keep the case out of every other system."""
    answers = {name: answer for name, answer in turn.state.answers.items() if name not in _NAMING}
    after = turn.state.flow or turn.state.after
    turn.set(protected=True, answers=answers, heard={}, earlier=(), flow=HOME, after=after, asked="", draft=())


def soft_check(turn: Turn, hit: Hit) -> None:
    """A third-party, past or unclear mention: a gentle word with the numbers, then the conversation goes on."""
    turn.say("soft-check", numbers=turn.numbers(_numbers(turn, hit.code)))


def answered(turn: Turn, option: str) -> bool:
    """The person answered "can you talk safely?". Returns True when the conversation goes back to where it was."""
    numbers = turn.numbers(_numbers(turn, turn.state.alarm.code if turn.state.alarm else ""))
    match option:
        case "fine":
            turn.say("cleared")
            if turn.state.protected:
                turn.set(protected=False, flow=turn.state.after, after=HOME)
            pass_on(turn)
            return not turn.state.worker
        case "talk":
            turn.say("crisis-talking", numbers=numbers)
        case _:
            turn.set(hushed=True)
            turn.say("crisis-quiet", numbers=numbers)
    turn.mark(Purpose.CRISIS)
    pass_on(turn)
    return False


def _numbers(turn: Turn, code: str) -> tuple[str, ...]:
    facts = turn.programme.facts
    keys = facts.crisis.get(code) or facts.general_hotlines
    foreign = turn.state.language not in ("", facts.languages[0])
    return (*keys, facts.foreign_hotline) if foreign and facts.foreign_hotline else keys
