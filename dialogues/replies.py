"""What the bot does on a command, a pressed button or an intent, and when it is unsure."""

from __future__ import annotations

from dialogues import alarms, asking, visiting
from dialogues.answers.parsing import LONGEST_TEXT, MOST_WORDS, option_words
from dialogues.case import Reason, case_code
from dialogues.casework import forget, hand_over, pass_on, tell_handed_over
from dialogues.events import MessageReceived
from dialogues.flow import Answer, Question, QuestionKind, Value
from dialogues.messages import Choice
from dialogues.reading import Reading
from dialogues.state import HOME
from dialogues.turn import Turn
from dialogues.words import plain

SURE = 0.6
"""Confidence from which an intent is followed; below it the bot offers choices. Calibrated with the engine."""

VERY_SURE = 0.85
"""Confidence from which a request is taken even where a free text is awaited."""

ALWAYS = ("crisis", "visit")
"""Buttons that work whoever owns the conversation."""

_REQUESTS = ("talk_to_human", "stop_messages", "forget_me", "change_language", "help", "who_are_you")
_WANTS_HELP = (
    "self_referral", "ask_home_visit", "ask_parenting_coaching", "ask_emotional_support", "ask_money_support",
)  # fmt: skip


def is_request(reading: Reading) -> bool:
    """Whether the text surely asks for something rather than answers a question."""
    return reading.top.intent in _REQUESTS and reading.top.confidence >= VERY_SURE


def command_in(turn: Turn, text: str) -> str:
    """The command that the whole of ``text`` is, in any language of the programme; the person's own goes first."""
    typed = plain(text) or text.strip()
    own = turn.programme.words.get(turn.language)
    found = own.command(typed) if own else ""
    return found or next((name for words in turn.programme.words.values() if (name := words.command(typed))), "")


def obey(turn: Turn, command: str, phone: str) -> bool:
    """Carry out a command; False for one that means something only as an answer."""
    match command:
        case "back" if turn.state.flow:
            asking.back(turn, phone)
        case "back" | "home":
            home(turn) if not turn.state.flow else asking.go_on(turn, phone)
        case "help":
            turn.say("help")
            _resume(turn, phone)
        case "human":
            human(turn, phone)
        case "language":
            choose_language(turn)
        case "start":
            turn.say("hello")
            _resume(turn, phone)
        case "status":
            status(turn, phone)
        case "forget":
            ask_forget(turn)
        case "done" if turn.state.draft and (question := asking.open_question(turn)):
            asking.press(turn, question, ("done",), phone)
        case _:
            return False
    return True


def press(turn: Turn, pressed: tuple[str, ...], phone: str) -> None:
    """A choice was taken: a button, a number or a label."""
    name, _, rest = pressed[0].partition(":")
    option, _, subject = rest.partition(":")
    match name:
        case "crisis":
            if alarms.answered(turn, option):
                _resume(turn, phone)
        case "visit":
            visiting.answered(turn, option, subject)
            asking.go_on(turn, phone)
        case "home":
            _at_home(turn, option, phone)
        case "forget":
            _forget(turn, option, phone)
        case "start":
            start(turn, phone)
        case "correct" if turn.state.flow == "self_referral":
            asking.reopen(turn, option, phone)
        case "correct":
            _resume(turn, phone)
        case _:
            _press_question(turn, name, pressed, phone)


def _press_question(turn: Turn, name: str, pressed: tuple[str, ...], phone: str) -> None:
    flow = asking.running(turn)
    question = flow.question(name) if flow else None
    if name == "language":
        set_language(turn, pressed[0].partition(":")[2], phone)
    elif question is None:
        _resume(turn, phone)
    else:
        options = tuple(choice.partition(":")[2] for choice in pressed if choice.startswith(f"{name}:"))
        asking.press(turn, question, options, phone)


def _at_home(turn: Turn, option: str, phone: str) -> None:
    match option:
        case "new":
            begin(turn, phone)
        case "status":
            status(turn, phone)
        case "visit":
            visiting.say_when(turn)
        case "human":
            human(turn, phone)
        case "language":
            choose_language(turn)
        case "stop":
            stop(turn)
        case _:
            home(turn)


def begin(turn: Turn, phone: str, text: str = "") -> None:
    """Start a new self-referral with what ``text`` told; what was agreed and how it is safe to reach the person stays."""
    keep = ("language", "consent", "sensitive", "contact", "phone", "hours", "others_read", "name", "district", "centre")
    answers = {name: answer for name, answer in turn.state.answers.items() if name in keep}
    turn.set(flow="self_referral", after=HOME, answers=answers, asked="", draft=())
    asking.note(turn, text)
    asking.go_on(turn, phone)


def home(turn: Turn) -> None:
    """Offer what can be done when no question is open."""
    turn.say("home")
    options = ["status", "visit", "human"] if turn.state.case else ["new", "human"]
    turn.offer(*(turn.choice(f"home:{option}", f"home-{option}") for option in (*options, "language", "stop")))


def _resume(turn: Turn, phone: str) -> None:
    if turn.state.worker:
        return
    asking.go_on(turn, phone) if turn.state.flow else home(turn)


def human(turn: Turn, phone: str) -> None:
    """The person wants a person: nothing is asked before that."""
    if turn.state.case:
        pass_on(turn)
        turn.say("human-coming", hotlines=turn.general_numbers())
    else:
        due_at = hand_over(turn, Reason.WANTS_HUMAN)
        tell_handed_over(turn, Reason.WANTS_HUMAN, due_at)
    if turn.state.flow and "consent" in turn.state.answers:
        asking.go_on(turn, phone)


def status(turn: Turn, phone: str) -> None:
    """Where the request stands."""
    if turn.state.case is None:
        turn.say("status-none")
        _resume(turn, phone)
        return
    turn.say("status-claimed" if turn.state.worker else "status-open", code=case_code(turn.state.case))
    visit = turn.state.next_visit(turn.now)
    if visit:
        turn.say("status-visit", when=turn.when(visit.starts_at))
    if "consent" in turn.state.answers:
        asking.go_on(turn, phone)


def stop(turn: Turn, *, silent: bool = False) -> None:
    """The person wants no more messages; they are told how to come back unless the provider already did."""
    turn.set(stopped=True)
    if turn.state.case:
        pass_on(turn)
    if not silent:
        turn.say("stopped", hotlines=turn.general_numbers())
        if visit := turn.state.next_visit(turn.now):
            turn.say("stopped-visit", when=turn.when(visit.starts_at))


def start(turn: Turn, phone: str) -> None:
    """The person wants to talk again."""
    turn.set(stopped=False)
    turn.say("started")
    _resume(turn, phone)


def while_stopped(turn: Turn, phone: str, *, wants: bool) -> None:
    """A person who stopped us writes: only their own word starts us again."""
    if wants:
        start(turn, phone)
        return
    if turn.state.case:
        pass_on(turn)
    turn.say("still-stopped")
    turn.offer(turn.choice("start:now", "start-button"))


def choose_language(turn: Turn) -> None:
    """Offer every language."""
    turn.say("ask-language")
    turn.offer(*(Choice(f"language:{tag}", turn.programme.wording.text(tag, "language-name")) for tag in turn.programme.languages))


def switch_language(turn: Turn, text: str, phone: str) -> bool:
    """Follow a message that is only the name of another language."""
    typed = plain(text)
    wanted = next((tag for words in turn.programme.words.values() if (tag := words.language(typed))), "")
    if not wanted or wanted not in turn.programme.languages or turn.state.asked == "language":
        return False
    set_language(turn, wanted, phone)
    return True


def set_language(turn: Turn, tag: str, phone: str) -> None:
    """Speak ``tag`` from now on and go on where we were."""
    if tag in turn.programme.languages:
        turn.set(language=tag, answers={**turn.state.answers, "language": Answer(tag, turn.now)})
    _resume(turn, phone)


def ask_forget(turn: Turn) -> None:
    """Ask once more before everything is erased."""
    turn.say("forget-sure")
    turn.offer(turn.choice("forget:no", "forget-no"), turn.choice("forget:yes", "forget-yes"))


def _forget(turn: Turn, option: str, phone: str) -> None:
    if option == "yes":
        turn.say("forgotten")
        forget(turn)
    else:
        turn.say("kept")
        _resume(turn, phone)


def media(turn: Turn, phone: str) -> None:
    """A photo or voice message: say that we cannot read it, and let the caseworker know that it came."""
    if turn.state.case:
        pass_on(turn)
        turn.say("media-passed")
    else:
        turn.say("media")
        _resume(turn, phone)


def correct(turn: Turn, question: Question, value: Value, phone: str) -> None:
    """Overwrite an answer that the person contradicted; an open case is revised with it."""
    at_home = not turn.state.flow
    asking.change(turn, question, value, phone)
    if at_home and turn.state.case:
        hand_over(turn, Reason.SELF_REFERRAL)


def follow_intent(turn: Turn, event: MessageReceived, *, away: bool) -> bool:
    """Do what the text asks for, when the engine is sure enough; False when it is not or when it is no request."""
    guess = event.reading.top
    if guess.confidence < SURE:
        return False
    match guess.intent:
        case "talk_to_human":
            human(turn, event.phone)
        case "complaint":
            turn.say("sorry")
            human(turn, event.phone)
        case "stop_messages":
            stop(turn)
        case "change_language":
            choose_language(turn)
        case "forget_me":
            ask_forget(turn)
        case "request_status":
            status(turn, event.phone)
        case "visit_when":
            visiting.say_when(turn)
        case "help" | "who_are_you" | "thanks" | "greet":
            _courtesy(turn, guess.intent, event.phone, away=away)
        case "visit_confirm" | "visit_reschedule" | "visit_cancel" if turn.state.next_visit(turn.now):
            option = {"visit_confirm": "confirm", "visit_reschedule": "move", "visit_cancel": "cancel"}[guess.intent]
            press(turn, (f"visit:{option}:",), event.phone)
        case intent if intent in _WANTS_HELP:
            return _wants_help(turn, event)
        case _:
            return False
    return True


def answer_menu(turn: Turn, event: MessageReceived) -> bool:
    """A yes, "another time" or "cancel" under a message about a visit, or under the question about safety.

    It goes before the open question: a "yes, I can talk" must never be taken for a consent.
    """
    offered = turn.state.menu[0].id.partition(":")[0] if turn.state.menu else ""
    if offered not in ("visit", "crisis", "forget") or len(event.text.split()) > MOST_WORDS:
        return False
    found = option_words(offered, plain(event.text), turn.programme, turn.language)
    chosen = next((choice.id for choice in turn.state.menu if found and choice.id.startswith(f"{offered}:{found[0]}")), "")
    if chosen:
        press(turn, (chosen,), event.phone)
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
        _resume(turn, phone)


def _wants_help(turn: Turn, event: MessageReceived) -> bool:
    """The person asks for help: start or go on with the self-referral, keeping what they said."""
    if turn.state.flow or turn.state.case:
        return False
    begin(turn, event.phone, event.text)
    return True


def _reproof(question: Question | None, text: str) -> str:
    """The message that says best why ``text`` was no answer."""
    if question and question.kind is QuestionKind.TEXT and len(text.strip()) > LONGEST_TEXT:
        return "bad-text"
    return f"bad-{question.id}" if question and question.id in ("weeks", "child_age", "phone") else "not-understood"


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
        _resume(turn, phone)
