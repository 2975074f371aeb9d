"""Why a reply came, as rows for whoever plays through a conversation: each row a heading and its lines."""

from __future__ import annotations

from collections.abc import Iterator

from bot.console.naming import Names
from bot.console.words import Words
from bot.simulator.scenes import Scene, Understood
from dialogues.effects import Say
from dialogues.events import Event, MessageReceived
from dialogues.intents import SURE
from dialogues.programme import Programme
from dialogues.tracing import Considered, Explained, Fate, changes, considered, shown_flow

MOST_GUESSES = 3

Row = tuple[str, list[str]]


def rows(scene: Scene, programme: Programme, words: Words) -> list[Row]:
    """Everything that explains ``scene``; rows with nothing to tell are left out."""
    explained = scene.explained
    if explained is None:
        return []
    names = Names(programme, words)
    found: list[Row] = [
        (words("sim-why-understood"), list(_understood(scene.understood, words))),
        (words("sim-why-open"), [_open(explained, names, words)]),
        (words("sim-why-rule"), list(_rules(explained, words))),
        (words("sim-why-answers"), list(_answers(explained, names, words))),
        (words("sim-why-next"), list(_next(explained, programme, names, words))),
        (words("sim-why-effects"), list(_effects(explained, names, words))),
    ]
    return [(heading, lines) for heading, lines in found if lines]


def _understood(understood: Understood | None, words: Words) -> Iterator[str]:
    if understood is None:
        return
    reading = understood.reading
    if reading.language:
        yield words("sim-language", name=words.known(f"lang-{reading.language}", reading.language))
    if reading.crisis:
        yield words(
            "sim-crisis",
            name=words.known(f"crisis-{reading.crisis.code}", reading.crisis.code),
            code=reading.crisis.code,
            severity=reading.crisis.severity.value,
            meaning=words(f"severity-{reading.crisis.severity.value}"),
        )
        yield words("sim-crisis-lexicon" if understood.told == reading.crisis else "sim-crisis-model")
        if reading.crisis.soft:
            yield words("sim-crisis-soft")
    for guess in reading.ranking[:MOST_GUESSES]:
        key = "sim-intent-sure" if guess.confidence >= SURE else "sim-intent"
        yield words(key, intent=guess.intent, confidence=f"{guess.confidence:.2f}")
    if reading.ranking:
        yield words("sim-intent-rule", sure=f"{SURE:.2f}")
    else:
        yield words("sim-intent-none")


def _open(explained: Explained, names: Names, words: Words) -> str:
    return names.question(explained.before.asked) if explained.before.asked else words("sim-open-none")


def _rules(explained: Explained, words: Words) -> Iterator[str]:
    for rule in explained.rules:
        yield words(f"sim-rule-{rule.value}")
    if not explained.rules:
        yield happened(explained.event, words)


def happened(event: Event, words: Words) -> str:
    """What the event was, where it was no message."""
    return words("sim-event-message" if isinstance(event, MessageReceived) else f"sim-event-{type(event).__name__}")


def _answers(explained: Explained, names: Names, words: Words) -> Iterator[str]:
    for change in changes(explained.before, explained.after):
        question = names.question(change.question)
        if change.waits:
            yield words("sim-answer-waits", question=question, answer=names.told(change.question, change.new))
        elif change.new is None:
            yield words("sim-answer-gone", question=question)
        elif change.old is None:
            yield words("sim-answer-new", question=question, answer=names.told(change.question, change.new))
        else:
            old, new = names.answer(change.question, change.old), names.told(change.question, change.new)
            yield words("sim-answer-changed", question=question, old=old, answer=new)


def _next(explained: Explained, programme: Programme, names: Names, words: Words) -> Iterator[str]:
    """Which question came next and what its guards say; of those left out, what shut them."""
    flow = shown_flow(programme, explained)
    if flow is None:
        return
    looked = considered(flow, explained.after)
    if explained.after.worker:
        yield words("sim-next-owned")
    chosen = next((one for one in looked if one.fate is Fate.NEXT), None)
    if chosen is None:
        yield words("sim-next-done", flow=flow.flow)
    elif explained.after.asked == chosen.question.id:
        yield words("sim-next-asked", question=names.question(chosen.question.id))
        yield from (words("sim-let-through", check=names.check(check)) for check in chosen.checks)
    elif explained.after.asked:
        yield words("sim-next-again", question=names.question(explained.after.asked))
    for one in looked:
        if one.fate is Fate.LEFT_OUT:
            yield words("sim-left-out", question=names.question(one.question.id), check=shut(one, names, words))


def shut(considered_: Considered, names: Names, words: Words) -> str:
    """The guards of a question that do not hold."""
    return words.listed(names.check(check) for check in considered_.checks if not check.holds)


def _effects(explained: Explained, names: Names, words: Words) -> Iterator[str]:
    yield from (names.effect(effect) for effect in explained.effects if not isinstance(effect, Say))
    if len(explained.after.unread) > len(explained.before.unread):
        yield words("state-unread")
