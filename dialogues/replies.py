"""What the bot does on a command or a pressed button."""

from __future__ import annotations

from dialogues import alarms, asking, ending, placing, visiting
from dialogues.case import Reason, case_code
from dialogues.casework import forget, hand_over, pass_on, tell_handed_over
from dialogues.flow import Answer, Question, Value
from dialogues.messages import Choice
from dialogues.state import HOME
from dialogues.turn import Turn
from dialogues.words import plain

ALWAYS = ("crisis", "visit")
"""Buttons that work whoever owns the conversation."""


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
            resume(turn, phone)
        case "human":
            human(turn, phone)
        case "language":
            choose_language(turn)
        case "start":
            turn.say("hello")
            resume(turn, phone)
        case "status":
            status(turn, phone)
        case "forget":
            ask_forget(turn)
        case "done" | "skip" | "no" if turn.state.draft and (question := asking.open_question(turn)):
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
                resume(turn, phone)
        case "visit":
            visiting.answered(turn, option, subject)
            asking.go_on(turn, phone)
        case "begin" if turn.state.case is None and option in turn.programme.forms:
            begin(turn, phone, form=option)
        case "again":
            _again(turn, option, phone)
        case "helped":
            _helped(turn, option, subject, phone)
        case "home":
            _at_home(turn, option, phone)
        case "forget":
            _forget(turn, option, phone)
        case "start":
            start(turn, phone)
        case "correct" if (flow := asking.running(turn)) and flow.form:
            asking.reopen(turn, option, phone)
        case "correct":
            resume(turn, phone)
        case _:
            _press_question(turn, name, pressed, phone)


def _press_question(turn: Turn, name: str, pressed: tuple[str, ...], phone: str) -> None:
    flow = asking.running(turn)
    question = flow.question(name) if flow else None
    if name == "language":
        set_language(turn, pressed[0].partition(":")[2], phone)
    elif question is None:
        resume(turn, phone)
    else:
        options = tuple(choice.partition(":")[2] for choice in pressed if choice.startswith(f"{name}:"))
        asking.press(turn, question, options, phone)


def _at_home(turn: Turn, option: str, phone: str) -> None:
    match option:
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


def begin(turn: Turn, phone: str, text: str = "", *, form: str = "") -> None:
    """Start a form with what ``text`` told, the usual one unless ``form`` is named; what was agreed and how it is safe
    to reach the person stays."""
    keep = (
        "language",
        "consent",
        "sensitive",
        "contact",
        "phone",
        "hours",
        "others_read",
        "name",
        "district",
        "centre",
    )
    flow = turn.programme.form(form)
    answers = {name: answer for name, answer in turn.state.answers.items() if name in keep and flow.question(name)}
    if "district" not in answers:
        answers.pop("centre", None)  # it belonged to the place of another family
    turn.set(flow=flow.flow, after=HOME, answers=answers, earlier=(), matched=(), asked="", draft=())
    asking.note(turn, text)
    asking.go_on(turn, phone)


def _helped(turn: Turn, option: str, subject: str, phone: str) -> None:
    """Whether the family got help; who did not may ask again at once."""
    known = ending.helped(turn, option, subject)
    if turn.state.flow or not known or option == "no":
        resume(turn, phone)


def _again(turn: Turn, option: str, phone: str) -> None:
    """Whether there is another child to look for."""
    if option == "yes" and placing.next_child(turn):
        asking.go_on(turn, phone)
    elif option == "no" and not turn.state.flow:
        turn.say("thanks")
    else:
        resume(turn, phone)


def home(turn: Turn) -> None:
    """Offer what can be done when no question is open."""
    turn.say("home")
    forms = (
        () if turn.state.case else tuple(turn.choice(f"begin:{name}", f"begin-{name}") for name in turn.programme.forms)
    )
    options = ("status", "visit", "human") if turn.state.case else ("human",)
    turn.offer(*forms, *(turn.choice(f"home:{option}", f"home-{option}") for option in (*options, "language", "stop")))


def resume(turn: Turn, phone: str) -> None:
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


def talk(turn: Turn, key: str) -> None:
    """What the person asks for never becomes a form: message ``key``, and a person to talk about it."""
    turn.set(flow=HOME, after=HOME, asked="", draft=())
    turn.say(key)
    if turn.state.case:
        pass_on(turn)
        turn.say("human-coming", hotlines=turn.general_numbers())
    else:
        tell_handed_over(turn, Reason.WANTS_HUMAN, hand_over(turn, Reason.WANTS_HUMAN))


def loss(turn: Turn) -> None:
    """A pregnancy or a baby was lost: one kind word, nothing more about it, and a person who knows."""
    gone = ("situation", "weeks", "child_age", "born")
    answers = {name: answer for name, answer in turn.state.answers.items() if name not in gone}
    turn.set(flow=HOME, after=HOME, answers=answers, heard={}, asked="", draft=())
    due_at = hand_over(turn, Reason.PREGNANCY_LOSS)
    turn.say("loss", by=turn.when(due_at))


def status(turn: Turn, phone: str) -> None:
    """Where the request stands."""
    if turn.state.case is None:
        turn.say("status-none")
        resume(turn, phone)
        return
    turn.say("status-claimed" if turn.state.worker else "status-open", code=case_code(turn.state.case))
    if turn.state.listed:
        turn.say("status-listed")
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
    resume(turn, phone)


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
    asking.ask_language(turn)
    turn.offer(
        *(
            Choice(f"language:{tag}", turn.programme.wording.text(tag, "language-name"))
            for tag in turn.programme.languages
        )
    )


def switch_language(turn: Turn, text: str, phone: str) -> bool:
    """Follow a message that is only the name of another language."""
    typed = plain(text)
    named = next((tag for words in turn.programme.words.values() if (tag := words.language(typed))), "")
    wanted = turn.programme.written(named, typed)
    if not wanted or wanted not in turn.programme.languages or turn.state.asked == "language":
        return False
    set_language(turn, wanted, phone)
    return True


def set_language(turn: Turn, tag: str, phone: str) -> None:
    """Speak ``tag`` from now on and go on where we were."""
    if tag in turn.programme.languages:
        turn.set(language=tag, answers={**turn.state.answers, "language": Answer(tag, turn.now)})
    resume(turn, phone)


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
        resume(turn, phone)


def media(turn: Turn, phone: str) -> None:
    """A photo or voice message: say that we cannot read it, and let the caseworker know that it came."""
    if turn.state.case:
        pass_on(turn)
        turn.say("media-passed")
    else:
        turn.say("media")
        resume(turn, phone)


def correct(turn: Turn, question: Question, value: Value, phone: str) -> None:
    """Overwrite an answer that the person contradicted; an open case is revised with it."""
    at_home = not turn.state.flow
    asking.change(turn, question, value, phone)
    if at_home and turn.state.case:
        hand_over(turn, turn.programme.form(turn.state.form).reason)
