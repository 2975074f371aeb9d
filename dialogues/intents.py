"""What the bot does on an intent, on words that mean a choice, and when it is unsure."""

from __future__ import annotations

from dialogues import asking, replies, visiting
from dialogues.answers.parsing import LONGEST_TEXT, MOST_WORDS, option_words
from dialogues.case import Reason
from dialogues.casework import hand_over, pass_on, tell_handed_over
from dialogues.events import MessageReceived
from dialogues.flow import REPROVED, Question, QuestionKind
from dialogues.programme import Programme
from dialogues.reading import Reading
from dialogues.turn import Turn
from dialogues.words import plain

SURE = 0.6
"""Confidence from which an intent is followed; below it the bot offers choices. Calibrated with the engine."""

VERY_SURE = 0.85
"""Confidence from which a request is taken even where a free text is awaited."""

_REQUESTS = ("talk_to_human", "stop_messages", "forget_me", "change_language", "help", "who_are_you")


def is_request(reading: Reading, programme: Programme) -> bool:
    """Whether the text surely asks for something rather than answers a question."""
    wished = reading.top.intent in _REQUESTS or reading.top.intent in programme.facts.talks
    return wished and reading.top.confidence >= VERY_SURE


def is_greeting(reading: Reading) -> bool:
    """Whether the text surely only says hello."""
    return reading.top.intent == "greet" and reading.top.confidence >= SURE


def follow_intent(turn: Turn, event: MessageReceived, *, away: bool) -> bool:  # noqa: C901 - a closed set of requests
    """Do what the text asks for, when the engine is sure enough; False when it is not or when it is no request."""
    guess = event.reading.top
    if guess.confidence < SURE:
        return False
    match guess.intent:
        case "pregnancy_loss":
            replies.loss(turn)
        case "talk_to_human":
            replies.human(turn, event.phone)
        case "complaint":
            turn.say("sorry")
            replies.human(turn, event.phone)
        case "stop_messages":
            replies.stop(turn)
        case "start_messages":
            replies.start(turn, event.phone)
        case "change_language":
            replies.choose_language(turn)
        case "forget_me":
            replies.ask_forget(turn)
        case "request_status":
            replies.status(turn, event.phone)
        case "visit_when":
            visiting.say_when(turn)
        case "help" | "who_are_you" | "thanks" | "greet":
            _courtesy(turn, guess.intent, event.phone, away=away)
        case "visit_confirm" | "visit_reschedule" | "visit_cancel" if turn.state.next_visit(turn.now):
            option = {"visit_confirm": "confirm", "visit_reschedule": "move", "visit_cancel": "cancel"}[guess.intent]
            replies.press(turn, (f"visit:{option}:",), event.phone)
        case intent if intent in turn.programme.facts.talks:
            replies.talk(turn, turn.programme.facts.talks[intent])
        case intent if intent in turn.programme.begins:
            return _wants_help(turn, event, turn.programme.begins[intent])
        case "refer_someone":
            replies.human(turn, event.phone)
        case _:
            return False
    return True


def form_for(turn: Turn, event: MessageReceived) -> str:
    """The form that the text surely asks for, where it is not the usual one; "" for none."""
    guess = event.reading.top
    form = turn.programme.begins.get(guess.intent, "") if guess.confidence >= SURE else ""
    return form if form != turn.programme.forms[0] else ""


def answer_menu(turn: Turn, event: MessageReceived) -> bool:
    """A yes, "another time" or "cancel" under a message about a visit, or under the question about safety.

    It goes before the open question: a "yes, I can talk" must never be taken for a consent.
    """
    offered = turn.state.menu[0].id.partition(":")[0] if turn.state.menu else ""
    if offered not in ("visit", "crisis", "forget", "again", "helped") or len(event.text.split()) > MOST_WORDS:
        return False
    found = option_words(offered, plain(event.text), turn.programme, turn.language)
    chosen = next(
        (choice.id for choice in turn.state.menu if found and choice.id.startswith(f"{offered}:{found[0]}")), ""
    )
    if chosen:
        replies.press(turn, (chosen,), event.phone)
    return bool(chosen)


def _courtesy(turn: Turn, intent: str, phone: str, *, away: bool) -> None:
    match intent:
        case "help":
            turn.say("help")
        case "who_are_you":
            turn.say("who", organisation=turn.programme.facts.organisation.get(turn.language, ""))
        case "thanks":
            turn.say("thanks")
        case _:
            turn.say("welcome-back" if away and turn.state.flow else "hello")
    if intent != "thanks" or turn.state.flow:
        replies.resume(turn, phone)


def _wants_help(turn: Turn, event: MessageReceived, form: str) -> bool:
    """The person asks for help: start the form for it, keeping what they said; False while they are in another."""
    flow = asking.running(turn)
    answered = flow and any(question.listed and question.id in turn.state.answers for question in flow.questions)
    if turn.state.case or turn.state.flow == form or answered:
        return False
    replies.begin(turn, event.phone, event.text, form=form)
    return True


def _reproof(question: Question | None, text: str) -> str:
    """The message that says best why ``text`` was no answer."""
    if question and question.kind is QuestionKind.TEXT and len(text.strip()) > LONGEST_TEXT:
        return "bad-text"
    return f"bad-{question.id}" if question and question.kind in REPROVED else "not-understood"


def unsure(turn: Turn, phone: str, *, away: bool, text: str = "") -> None:
    """We did not understand: choices first, after two failures a human."""
    misses = turn.state.misses + 1
    turn.set(misses=misses)
    question = asking.open_question(turn)
    if question is None and turn.state.flow and "consent" in turn.state.answers:
        if turn.state.case:
            pass_on(turn)
        asking.go_on(turn, phone)  # a caseworker gave the conversation back: the form goes on where it was
        return
    if turn.state.case and (question is None or "consent" not in turn.state.answers):
        pass_on(turn)
        turn.say("passed-on")
        return
    if misses >= 2 and "consent" in turn.state.answers and turn.state.case is None:
        due_at = hand_over(turn, Reason.NOT_UNDERSTOOD)
        tell_handed_over(turn, Reason.NOT_UNDERSTOOD, due_at)
    elif away and question:
        turn.say("welcome-back")
    else:
        turn.say(_reproof(question, text))
        if misses >= 2:
            turn.say("offer-human")
    if turn.state.case:
        pass_on(turn)
    if question:
        asking.ask(turn, question, listing=True)
    else:
        replies.resume(turn, phone)
