"""Asking the flow's questions, keeping the answers, going back, correcting, and finishing."""

from __future__ import annotations

from dialogues import placing, visiting
from dialogues.answers.parsing import derive, hear, parse, skipped
from dialogues.case import Reason
from dialogues.casework import hand_over, tell_handed_over
from dialogues.eligibility import reassure
from dialogues.flow import Answer, Done, Flow, How, Question, QuestionKind, Value
from dialogues.handoff import listed, shown, summary
from dialogues.messages import Choice
from dialogues.programme import named
from dialogues.remarks import remark
from dialogues.state import HOME
from dialogues.turn import Turn

SENSITIVE = "sensitive"


def running(turn: Turn) -> Flow | None:
    """The flow the conversation is in."""
    return turn.programme.flows.get(turn.state.flow)


def open_question(turn: Turn) -> Question | None:
    """The question last put to the person."""
    flow = running(turn)
    return flow.question(turn.state.asked) if flow and turn.state.asked else None


def go_on(turn: Turn, phone: str = "") -> None:
    """Ask the first question that has no answer yet, or finish the flow; while a caseworker asks, the form waits."""
    flow = running(turn)
    if flow is None or (turn.state.worker and flow.form):
        return
    answers = flow.settled(turn.state.answers) if flow.form else turn.state.answers
    turn.set(answers=answers)
    _derive(turn, phone)
    question = flow.next(turn.state.answers)
    if question is None:
        _finish(turn, flow)
    else:
        ask(turn, question)


def _derive(turn: Turn, phone: str) -> None:
    derived = derive(turn.state, phone, turn.programme)
    new = {name: Answer(value, turn.now, How.DERIVED) for name, value in derived.items()}
    turn.set(answers={**turn.state.answers, **new})


def ask(turn: Turn, question: Question, *, listing: bool = False) -> None:
    """Put ``question``; ``listing`` shows even a long list of options."""
    if turn.state.asked != question.id:
        turn.set(asked=question.id, draft=())
    if turn.state.draft:
        turn.say(f"more-{question.id}")
    elif question.options == "languages":
        ask_language(turn)
    else:
        turn.say(f"ask-{question.id}", **_values(turn, question))
    turn.offer(*_choices(turn, question, listing), many=question.kind is QuestionKind.MANY)


def ask_language(turn: Turn) -> None:
    """Ask in every language of the programme: whoever is asked has not told theirs."""
    wording = turn.programme.wording
    turn.say_text(" / ".join(wording.text(tag, "ask-language") for tag in turn.programme.languages))


def _values(turn: Turn, question: Question) -> dict[str, object]:
    retention = turn.programme.facts.retention
    if question.options == "districts":
        first = next(iter(turn.programme.districts.values()))
        return {"example": named(first.name, turn.language)}
    match question.id:
        case "consent":
            return {"unfinished": retention.unfinished_days, "closed": retention.closed_days}
        case "confirm":
            return {"summary": summary(turn.programme, turn.state, turn.language)}
        case "family_situation":
            return {"numbers": turn.numbers(turn.programme.facts.crisis["child_abuse"])}
        case "cancel_sure":
            return {"when": visiting.pending_when(turn)}
        case _:
            return {}


def _choices(turn: Turn, question: Question, listing: bool) -> tuple[Choice, ...]:
    if question.typed and not listing:
        return ()
    hidden = (*turn.state.draft, *question.unshown)
    options = [option for option in turn.programme.options(question) if option not in hidden]
    choices = tuple(
        Choice(f"{question.id}:{option}", turn.programme.label(question, option, turn.language)) for option in options
    )
    done = (turn.choice(f"{question.id}:done", "done-many"),) if turn.state.draft else ()
    return (*done, *choices)


def press(turn: Turn, question: Question, options: tuple[str, ...], phone: str) -> None:
    """A button of ``question`` was pressed, perhaps one of an older message."""
    known = tuple(option for option in options if option in turn.programme.options(question))
    if question.kind is QuestionKind.MANY:
        _press_many(turn, question, known, "done" in options, phone)
    elif not known:
        go_on(turn, phone)
    elif question.required and known[0] != question.required and question.id in turn.state.answers:
        _refused(turn, question, known[0])  # an older button takes back what was agreed
    elif turn.state.asked != question.id and question.id in turn.state.answers:
        change(turn, question, known[0], phone)
    elif turn.state.asked == question.id:
        take(turn, question, known[0], phone)
    else:
        go_on(turn, phone)


def _press_many(turn: Turn, question: Question, options: tuple[str, ...], done: bool, phone: str) -> None:
    if turn.state.asked != question.id:
        go_on(turn, phone)
        return
    draft = tuple(dict.fromkeys((*turn.state.draft, *options)))
    if draft and (done or len(options) > 1 or len(draft) == len(turn.programme.options(question))):
        take(turn, question, draft, phone)
        return
    turn.set(draft=draft)
    ask(turn, question)


def take(turn: Turn, question: Question, value: Value, phone: str, *, text: str = "") -> None:
    """Keep the answer to the question asked, and whatever else ``text`` told, and go on."""
    if question.required and value != question.required:
        _refused(turn, question, str(value))
        return
    turn.set(answers={**turn.state.answers, question.id: Answer(value, turn.now)}, misses=0, draft=())
    _lead(turn, question, value)
    if question.id == "language":
        turn.set(language=str(value))
    if question.id in (SENSITIVE, "consent"):
        _keep_heard(turn)
    if text and question.kind is not QuestionKind.TEXT:
        note(turn, text, beside=question.id)
    remark(turn, question, value)
    go_on(turn, phone)


def _refused(turn: Turn, question: Question, value: str) -> None:
    turn.set(misses=0)
    match question.kind, value:
        case QuestionKind.SUMMARY, _:
            choose_correction(turn)
        case _ if question.id == "consent":
            kept = {name: answer for name, answer in turn.state.answers.items() if name == "language"}
            turn.set(heard={}, answers=kept, asked=question.id, draft=())
            turn.say("required-consent", hotlines=turn.general_numbers())
            turn.offer(Choice("consent:agree", turn.text("consent-agree")), turn.choice("home:human", "home-human"))
        case _ if question.id == "guardian":
            turn.set(flow=HOME, asked="", draft=())
            tell_handed_over(turn, Reason.WANTS_HUMAN, hand_over(turn, Reason.WANTS_HUMAN))
        case _:
            turn.say(f"required-{question.id}")
            visiting.back_to_flow(turn)
            go_on(turn)


def note(turn: Turn, text: str, beside: str = "") -> dict[str, Value]:
    """Keep the facts told in ``text`` that are not known yet; before the consent they only wait. Returns those that
    contradict an answer."""
    told = hear(text, turn.programme, turn.language, turn.now, turn.state.flow or turn.state.form)
    told.pop(beside, None)
    new = {name: Answer(value, turn.now, How.HEARD) for name, value in told.items() if name not in turn.state.answers}
    turn.set(heard={**turn.state.heard, **new})
    _keep_heard(turn)
    answers = {name: answer.value for name, answer in turn.state.answers.items()}
    wider = {name: _wider(answers[name], value) for name, value in told.items() if name in answers}
    return {name: value for name, value in wider.items() if value != answers[name]}


def _wider(known: Value, told: Value) -> Value:
    """What an answer becomes by what is told later: of options that may be taken together none is lost."""
    return tuple(dict.fromkeys((*known, *told))) if isinstance(known, tuple) and isinstance(told, tuple) else told


def _keep_heard(turn: Turn) -> None:
    answers = turn.state.answers
    if "consent" not in answers or not turn.state.heard:
        return
    allowed = answers.get(SENSITIVE)
    flow = turn.programme.form(turn.state.flow or turn.state.form)
    kept, waiting = dict(answers), {}
    for name, answer in turn.state.heard.items():
        question = flow.question(name)
        if question and question.sensitive and allowed is None:
            waiting[name] = answer
        elif question and not (question.sensitive and allowed and allowed.value != "agree"):
            kept.setdefault(name, answer)
    new = [name for name in kept if name not in answers]
    turn.set(answers=flow.settled(kept), heard=waiting)
    for question in flow.questions:
        if question.id in new and question.id in turn.state.answers:
            remark(turn, question, turn.state.answers[question.id].value)


def change(turn: Turn, question: Question, value: Value, phone: str = "") -> None:
    """Overwrite an answer, say so, and go on; what followed from the old one is found anew."""
    answers = {**turn.state.answers, question.id: Answer(value, turn.now)}
    if question.options == "districts":
        answers.pop("centre", None)
    if question.id == "language":
        turn.set(language=str(value))
    turn.set(answers=answers, misses=0)
    _lead(turn, question, value)
    _derive(turn, phone)
    if question.listed:
        shown_value = shown(turn.programme, question, answers[question.id], turn.language)
        turn.say("changed", what=turn.text(f"summary-{question.id}"), value=shown_value)
    remark(turn, question, value)
    go_on(turn, phone)


def _lead(turn: Turn, question: Question, value: Value) -> None:
    """Go on in the form that the answer leads to; what was told stays."""
    form = question.leads.get(str(value), "")
    if form and turn.state.flow:
        turn.set(flow=form)


def choose_correction(turn: Turn) -> None:
    """Offer every answer of the summary for correction."""
    turn.say("ask-correct")
    only = "centres" if len(turn.programme.centres) == 1 else ""
    turn.offer(
        *(
            Choice(f"correct:{question.id}", turn.text(f"summary-{question.id}"))
            for question, _ in listed(turn.programme, turn.state)
            if not only or question.options != only
        )
    )


def reopen(turn: Turn, name: str, phone: str) -> None:
    """Ask ``name`` again: its answer is forgotten, with what followed from it."""
    answers = {key: answer for key, answer in turn.state.answers.items() if key != name}
    question = turn.programme.question(name)
    if question and question.options == "districts":
        answers.pop("centre", None)
    turn.set(answers=answers, asked="", draft=())
    if question and question.leads:  # it may stand in the form before this one
        turn.set(flow=next(form for form in turn.programme.forms if turn.programme.flows[form].question(name)))
    if question and question.id == "centre":
        ask(turn, question)
    else:
        go_on(turn, phone)


def back(turn: Turn, phone: str) -> None:
    """Go to the question before: the last answer the person gave is forgotten."""
    flow = running(turn)
    if flow is None:
        return
    if not flow.form:
        visiting.back_to_flow(turn)
        go_on(turn, phone)
        return
    led = [question.id for question in turn.programme.questions.values() if question.leads]
    given = [
        name
        for name, answer in turn.state.answers.items()
        if answer.how is How.ASKED and (flow.question(name) or name in led)
    ]
    if not given:
        turn.say("nothing-back")
        go_on(turn, phone)
    else:
        reopen(turn, given[-1], phone)


def answer_in(turn: Turn, question: Question, text: str, *, skip: bool) -> Value | None:
    """The answer that ``text`` gives to ``question``, or None."""
    told = parse(question, text, turn.programme, turn.language, turn.now)
    if skip and question.skip and (told is None or question.kind is not QuestionKind.CHOICE):
        return skipped(question)  # "없어요" leaves a question out, unless it is one of its answers
    return told


def _finish(turn: Turn, flow: Flow) -> None:
    answers = turn.state.answers
    match flow.done:
        case Done.OPEN_CASE:
            turn.set(flow=HOME, form=flow.flow, asked="", draft=())
            due_at = hand_over(turn, flow.reason)
            tell_handed_over(turn, flow.reason, due_at)
            if flow.match:
                placing.suggest(turn)
            if flow.fit:
                reassure(turn)
        case Done.REQUEST_MOVE:
            visiting.move_requested(turn, str(answers["move_when"].value))
            _leave(turn)
        case Done.CANCEL_VISIT:
            visiting.cancel_agreed(turn)
            _leave(turn)


def _leave(turn: Turn) -> None:
    visiting.back_to_flow(turn)
    go_on(turn)
