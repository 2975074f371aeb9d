"""A message came in: what it means, in the fixed order of DESIGN's "Understanding"."""

from __future__ import annotations

import re
from datetime import timedelta

from msgspec.structs import replace

from dialogues import alarms, asking, intents, replies
from dialogues.answers.ages import only_ages_and_grades
from dialogues.answers.parsing import only_answers
from dialogues.casework import pass_on
from dialogues.effects import NoticeKind, Notify, Say, SetTimer, TimerKind
from dialogues.events import MessageReceived
from dialogues.flow import Answer, How, QuestionKind
from dialogues.messages import Kind, Purpose
from dialogues.rules import Rule
from dialogues.turn import Turn
from dialogues.words import plain

_LONG = timedelta(hours=24)
"""After such a silence a greeting is answered with where we were."""

_COMMON = "en"
"""What we write, until they choose, to those whose language the programme does not speak."""

_RESIDENT_NUMBER = re.compile(
    r"(?<!\d)(?:\d{6}\s*[-‐-―－~.·_/]\s*|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s*)\d{7}(?!\d)"
    r"|(?<![\d+])[1-6](?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{9}(?!\d)"
    r"|(?<![^\W_])[A-ZА-Я]{2}\s?\d{7}(?!\d)"
)
"""Korea's resident registration number: six digits, a mark and seven digits; without the mark the six must be a
birthday. Uzbekistan's personal number (PINFL): fourteen digits, the second to the seventh a birthday; and its passport
number: two capitals and seven digits.

The first may not be processed without a statutory basis (PIPA article 24-2); none is ever needed here."""

MASK = "●●●●●●-●●●●●●●"
"""What stands in place of such a number."""

_CHILD_WRITES = "child_writer"
_AGES = (QuestionKind.MONTHS, QuestionKind.AGE, QuestionKind.AGES, QuestionKind.BORN)
"""Questions how old a child is: its age alone does not make a child of who answers."""

_NUMBERS = re.compile(r"^\d{1,2}(?:[\s,.번]+\d{1,2})*[.번]?$")


def message_received(turn: Turn, event: MessageReceived) -> None:
    """Everything a person can do on a channel."""
    event = _calmed(turn, event)
    first, away = turn.state.last_at is None, _away(turn)
    if turn.by(Rule.CHANNEL, event.kind is Kind.BLOCKED):
        _lost(turn)
        return
    if turn.by(Rule.CHANNEL, event.kind is Kind.UNBLOCKED):
        turn.set(unreachable=False)
        return
    turn.set(last_at=turn.now, unreachable=False, hushed=False, source=turn.state.source or event.source)
    if first or not turn.state.answers:
        # Also after everything was forgotten: what is written from now on has to be forgotten in its time as well.
        retention = timedelta(days=turn.programme.facts.retention.unfinished_days)
        turn.do(SetTimer(kind=TimerKind.EXPIRY, subject=event.conversation, at=turn.now + retention))
    if event.reading.crisis and turn.by(Rule.CRISIS, event.reading.crisis.rings):
        _learn_language(turn, event)
        alarms.crisis_found(turn, event.reading.crisis)
    elif turn.by(Rule.CHANNEL, event.kind is Kind.OPTED_OUT):
        replies.stop(turn, silent=True)
    elif turn.by(Rule.CHANNEL, event.kind is Kind.OPTED_IN):
        replies.start(turn, event.phone)
    else:
        _show_unread(turn)
        _listen(turn, event, first=first, away=away)


def _calmed(turn: Turn, event: MessageReceived) -> MessageReceived:
    """``event`` without a danger that no rule tells of and only likeness suggests, where the words are nothing but an
    answer to our own question: "Today", "5 and 8 years". What a rule tells of always counts, and so does a word more:
    "9 years old and afraid" may be a child who writes."""
    crisis, question = event.reading.crisis, asking.open_question(turn)
    if crisis is None or not crisis.learned or question is None:
        return event
    tells_age = crisis.code == _CHILD_WRITES and question.kind in _AGES and only_ages_and_grades(plain(event.text))
    if tells_age or only_answers(question, event.text, turn.programme):
        return replace(event, reading=replace(event.reading, crisis=None))
    return event


def masked(text: str) -> str:
    """``text`` without resident registration numbers."""
    return _RESIDENT_NUMBER.sub(MASK, text)


def _listen(turn: Turn, event: MessageReceived, *, first: bool, away: bool) -> None:
    pressed = _pressed(turn, event)
    command = "start" if event.kind is Kind.START else replies.command_in(turn, event.text)
    if turn.by(Rule.STOP, command == "stop" and not pressed):
        replies.stop(turn)
    elif turn.by(Rule.COMMAND, turn.state.stopped and command == "human"):
        turn.set(stopped=False)
        replies.human(turn, event.phone)
    elif turn.by(Rule.STOPPED, turn.state.stopped):
        _while_stopped(turn, event, command, pressed)
    elif turn.by(Rule.OWNED, turn.state.worker):
        _while_owned(turn, event, pressed)
    elif turn.by(Rule.FIRST, first):
        _greet(turn, event, command)
    elif turn.by(Rule.MENU, pressed):
        turn.set(misses=0)
        replies.press(turn, pressed, event.phone)
    else:
        if event.reading.crisis:
            turn.by(Rule.SOFT_CRISIS)
            alarms.soft_check(turn, event.reading.crisis)
        if MASK in masked(event.text):
            turn.say("masked")
        _understand(turn, event, command, away=away)


def _understand(turn: Turn, event: MessageReceived, command: str, *, away: bool) -> None:
    spoke = turn.state.language
    _learn_language(turn, event)
    if turn.by(Rule.MEDIA, event.kind is Kind.MEDIA and not event.text.strip()):
        replies.media(turn, event.phone)
        return
    if event.kind is Kind.MEDIA:
        turn.say("media-caption")
    if (
        turn.by(Rule.COMMAND, command and replies.obey(turn, command, event.phone))
        or turn.by(Rule.LANGUAGE, replies.switch_language(turn, event.text, event.phone))
        or (
            turn.by(Rule.MENU_WORDS, intents.answer_menu(turn, event))
            or turn.by(Rule.ANSWER, _answered(turn, event, command, away=away))
            or turn.by(Rule.INTENT, intents.follow_intent(turn, event, away=away))
            or turn.by(Rule.TOLD, _told(turn, event))
        )
    ):
        turn.set(misses=0)
    elif turn.by(Rule.SPOKEN, turn.state.language != spoke and turn.state.asked == "language"):
        asking.go_on(turn, event.phone)
    else:
        turn.by(Rule.UNSURE)
        intents.unsure(turn, event.phone, away=away, text=event.text)


def _answered(turn: Turn, event: MessageReceived, command: str, *, away: bool) -> bool:
    """The asked question's own answer; a frightened or rude text is never stored as one, nor who says hello again."""
    question = asking.open_question(turn)
    if question is None:
        return False
    asks = event.reading.crisis or intents.is_request(event.reading, turn.programme)
    if question.kind is QuestionKind.TEXT and command != "skip" and asks:
        return False
    if question.kind is QuestionKind.TEXT and away and intents.is_greeting(event.reading):
        return False
    text = masked(event.text).replace(MASK, "")
    value = asking.answer_in(turn, question, text, skip=command == "skip")
    if value is None:
        return False
    if question.kind is QuestionKind.MANY and turn.state.draft and isinstance(value, tuple):
        value = tuple(dict.fromkeys((*turn.state.draft, *value)))
    asking.take(turn, question, value, event.phone, text=text)
    return True


def _told(turn: Turn, event: MessageReceived) -> bool:
    """Facts told out of turn: new ones are kept, contradicting ones correct the answer."""
    known = len(turn.state.answers) + len(turn.state.heard)
    contradicting = asking.note(turn, masked(event.text))
    if contradicting:
        name, value = next(iter(contradicting.items()))
        question = turn.programme.question(name)
        if question:
            replies.correct(turn, question, value, event.phone)
            return True
    if len(turn.state.answers) + len(turn.state.heard) > known and turn.state.flow:
        asking.go_on(turn, event.phone)
        return True
    return False


def _greet(turn: Turn, event: MessageReceived, command: str) -> None:
    """The first message of all: say who we are, keep what was told, ask the first question."""
    hint = event.language_hint.partition("-")[0].lower()
    turn.set(language=hint if hint in turn.programme.languages else "")
    _learn_language(turn, event)
    facts = turn.programme.facts
    turn.say(
        "welcome", organisation=facts.organisation.get(turn.language, ""), programme=facts.name.get(turn.language, "")
    )
    if event.reading.crisis:
        turn.by(Rule.SOFT_CRISIS)
        alarms.soft_check(turn, event.reading.crisis)
    if turn.by(Rule.INTENT, form := intents.form_for(turn, event)):
        turn.set(flow=form)
    asking.note(turn, masked(event.text))
    if turn.by(Rule.COMMAND, command == "human"):
        replies.human(turn, event.phone)
    elif turn.by(Rule.LANGUAGE, replies.switch_language(turn, event.text, event.phone)):
        return
    elif not turn.by(
        Rule.INTENT,
        intents.is_request(event.reading, turn.programme) and intents.follow_intent(turn, event, away=False),
    ):
        asking.go_on(turn, event.phone)


def _learn_language(turn: Turn, event: MessageReceived) -> None:
    """The language of the first sentence is the person's, until they say otherwise; a channel's hint is only a
    guess."""
    if "language" in turn.state.answers or not event.reading.language:
        return
    spoken = turn.programme.written(event.reading.language, event.text)
    if spoken in turn.programme.languages:
        answers = {**turn.state.answers, "language": Answer(spoken, turn.now, How.HEARD)}
        turn.set(language=spoken, answers=answers)
    elif not turn.state.language and _COMMON in turn.programme.languages:
        turn.set(language=_COMMON)


def _while_stopped(turn: Turn, event: MessageReceived, command: str, pressed: tuple[str, ...]) -> None:
    """Only their own word starts us again; safety, visits and the right to be forgotten know no stop."""
    if pressed and turn.by(Rule.MENU, pressed[0].partition(":")[0] in (*replies.ALWAYS, "forget")):
        replies.press(turn, pressed, event.phone)
    elif turn.by(Rule.COMMAND, command == "forget"):
        replies.ask_forget(turn)
    elif not turn.by(Rule.MENU_WORDS, intents.answer_menu(turn, event)):
        replies.while_stopped(turn, event.phone, wants=command == "start" or pressed == ("start:now",))


def _while_owned(turn: Turn, event: MessageReceived, pressed: tuple[str, ...]) -> None:
    """A caseworker has the conversation: the bot answers only its own questions about safety and visits."""
    if pressed and turn.by(Rule.MENU, pressed[0].partition(":")[0] in replies.ALWAYS):
        replies.press(turn, pressed, event.phone)
    elif asking.open_question(turn) and turn.state.flow in ("move_visit", "cancel_visit"):
        _understand(turn, event, replies.command_in(turn, event.text), away=False)
    elif not turn.by(Rule.MENU_WORDS, intents.answer_menu(turn, event)):
        turn.set(menu=())
        pass_on(turn)


def _pressed(turn: Turn, event: MessageReceived) -> tuple[str, ...]:
    """The ids of the choices meant: a button, numbers of the last menu, or exactly a label of it."""
    if event.choice:
        return tuple(part for part in event.choice.split(",") if part)[:20]
    menu, typed = turn.state.menu, plain(event.text)
    if _NUMBERS.match(typed):
        numbers = [int(number) for number in re.findall(r"\d+", typed)]
        return tuple(menu[number - 1].id for number in numbers) if all(0 < n <= len(menu) for n in numbers) else ()
    return next(((choice.id,) for choice in menu if plain(choice.label) == typed), ())


def _show_unread(turn: Turn) -> None:
    """What a caseworker wrote while others might have read the screen; it waits on for a person who has stopped us.

    After a crisis it waits for the next message: the numbers go first.
    """
    if turn.state.stopped:
        return
    for text in turn.state.unread:
        turn.do(Say(text=text, purpose=Purpose.WORKER, language=turn.language))
    turn.set(unread=())


def _lost(turn: Turn) -> None:
    turn.set(unreachable=True)
    if turn.state.case:
        turn.do(Notify(kind=NoticeKind.UNREACHABLE, case=turn.state.case))


def _away(turn: Turn) -> bool:
    return turn.state.last_at is not None and turn.now - turn.state.last_at > _LONG
