"""Whatever happens, in whatever order: ``step`` never breaks, always answers, and always leaves a way to a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import programmes
from data.programmes import load
from dialogues import events
from dialogues.effects import Effect, Say
from dialogues.events import Event, MessageReceived
from dialogues.flow import Answer, How
from dialogues.gate import Drop, Pending, Route, gate
from dialogues.language import guess_language
from dialogues.messages import Choice, Kind, Purpose
from dialogues.programme import Programme
from dialogues.reading import Guess, Hit, Reading, Severity
from dialogues.state import Alarm, State, Visit, VisitStatus
from dialogues.step import step

PROGRAMME = load("firststep-asan")
PROGRAMMES = {key: load(key) for key in programmes.known()}
START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
CONVERSATION = UUID(int=1)
STAFF = ("00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b")
LINES = tuple(line.key for line in PROGRAMME.facts.lines)
QUESTIONS = tuple(question.id for flow in PROGRAMME.flows.values() for question in flow.questions)
OFFERED = tuple((question, option) for flow in PROGRAMME.flows.values() for question in flow.questions
                for option in PROGRAMME.options(question))  # fmt: skip
OPTIONS = tuple(f"{question.id}:{option}" for question, option in OFFERED)
LABELS = tuple(PROGRAMME.label(*offered, language) for offered in OFFERED for language in PROGRAMME.languages)
COMMANDS = tuple(word for spoken in PROGRAMME.words.values() for word in spoken._commands)
ANSWERS = ("28주", "임신 7개월", "3개월", "배방읍", "010-1234-5678", "900101-2345678", "1", "2", "1, 3", "99", "네",
           "아니요", "하늘이 엄마", "I have a baby of 3 months", "English", "한국어")  # fmt: skip
ODDITIES = ("٣ أشهر", "\u202e임신\u202c", "👶🏽🙏", "\0\x1b[31m", "가" * 5000, "\n\n\n", " ")
INTENTS = ("greet", "help", "talk_to_human", "stop_messages", "forget_me", "change_language", "complaint",
           "self_referral", "request_status", "visit_when", "visit_confirm", "visit_reschedule", "visit_cancel",
           "ask_money_support", "thanks", "who_are_you", "unknown")  # fmt: skip
CRISES = ("죽고 싶어요", "남편이 지금 때려요", "I took all the pills", "아기가 숨을 안 쉬어요", "I don't want to live")
SILENT_KINDS = (Kind.BLOCKED, Kind.UNBLOCKED, Kind.OPTED_OUT)
"""What needs no answer: nothing that we say would arrive, or nobody has said anything."""

texts = st.one_of(
    st.sampled_from(COMMANDS),
    st.sampled_from(LABELS),
    st.sampled_from(ANSWERS),
    st.sampled_from(ODDITIES),
    st.sampled_from(CRISES),
    st.text(max_size=60),
)
jumps = st.one_of(
    st.timedeltas(timedelta(0), timedelta(hours=2)),
    st.timedeltas(timedelta(days=-1), timedelta(days=40)),
)
picks = st.integers(0, 7)
"""Which of the real menu's choices, visits or cases is meant; one beyond them means something that does not exist."""

Move = tuple[timedelta, Callable[[State, UUID, str, datetime], Event]]


def common(name: UUID, line: str) -> dict[str, Any]:
    """What every event has."""
    return {"id": name, "conversation": CONVERSATION, "line": line}


@st.composite
def readings(draw: st.DrawFn, text: str) -> Reading:
    """Any reading; a crisis is found exactly where the lexicon finds one."""
    ranking = draw(st.lists(st.builds(Guess, st.sampled_from(INTENTS), st.floats(0, 1)), max_size=2))
    return Reading(programmes.lexicon().detect(text), tuple(ranking), guess_language(text))


@st.composite
def written(draw: st.DrawFn) -> Callable[[State, UUID, str, datetime], Event]:
    """A person does something: writes, presses a real or an invented button, sends a picture, blocks us."""
    kind, text, pick = draw(st.sampled_from([Kind.TEXT] * 6 + list(Kind))), draw(texts), draw(picks)
    invented = draw(
        st.one_of(st.sampled_from(OPTIONS), st.text(max_size=30), st.just("visit:confirm:zz"), st.just("forget:yes"))
    )
    reading = draw(readings(text))
    hint, phone = draw(st.sampled_from(["", "ko", "en-US", "xx"])), draw(st.sampled_from(["", "+821055501234"]))

    def event(state: State, name: UUID, line: str, _now: datetime) -> Event:
        choice = "" if kind is not Kind.CHOICE else state.menu[pick].id if pick < len(state.menu) else invented
        return MessageReceived(
            **common(name, line), kind=kind, text=text, choice=choice, language_hint=hint, phone=phone, reading=reading
        )

    return event


@st.composite
def done_by_others(draw: st.DrawFn) -> Callable[[State, UUID, str, datetime], Event]:
    """A caseworker or a timer does something, about a real or an invented case or visit; nobody sends empty words."""
    kind = draw(st.sampled_from([one for one in Event.__args__ if one is not MessageReceived]))
    staff, pick, level = draw(st.sampled_from(STAFF)), draw(picks), draw(st.integers(0, 5))
    text, ahead = draw(texts.filter(str.strip)), draw(st.timedeltas(timedelta(days=-1), timedelta(days=20)))

    def event(state: State, name: UUID, line: str, now: datetime) -> Event:
        visit = state.visits[pick].id if pick < len(state.visits) else UUID(int=77)
        real = {
            "staff": staff, "text": text, "outcome": "helped", "starts_at": now + ahead, "visit": visit,
            "case": state.case or UUID(int=78), "level": level, "reason": "sms:30003", "unreachable": pick > 4,
            "service": ("counselling", "gone")[pick % 2], "child": pick, "listed": pick % 2 == 0,
            "answers": {"phone": "+998901234567"}, "body": "Inson", "digest": ("a", "b")[pick % 2],
        }  # fmt: skip
        fields = {key: value for key, value in real.items() if key in kind.__struct_fields__}
        made: Event = kind(**common(name, line), **fields)
        return made

    return event


moves = st.lists(st.tuples(jumps, st.one_of(written(), written(), done_by_others())), max_size=10)


def happens(
    state: State, event: Event, now: datetime, programme: Programme = PROGRAMME
) -> tuple[State, tuple[Effect, ...]]:
    """Take one step and check what must be true of every step there is."""
    after, effects = step(programme, state, event, now)
    assert msgspec.json.decode(msgspec.json.encode(after), type=State) == after
    msgspec.json.encode(effects)
    for effect in effects:
        if isinstance(effect, Say):
            assert effect.text.strip()
            assert all(len(choice.id.encode()) <= 64 and choice.label for choice in effect.choices)
            if after.stopped and effect.purpose in (Purpose.WORKER, Purpose.REMINDER):
                for pushes in (True, False):
                    verdict = gate(Pending(purpose=effect.purpose), after, programme, Route(pushes=pushes), now)
                    assert isinstance(verdict, Drop), "a person who stopped us is written to"
    return after, effects


def reaches_a_person(state: State, line: str, now: datetime, programme: Programme) -> None:
    """Whoever writes "person" has a case that people see, and is told so unless a caseworker answers themselves."""
    spoken = programme.languages[0]
    word = next(word for word, name in programme.words[spoken]._commands.items() if name == "human")
    event = MessageReceived(**common(UUID(int=99), line), text=word, reading=Reading(language=spoken))
    after, effects = happens(state, event, now, programme)
    assert after.case is not None
    assert after.worker or after.referred or any(isinstance(effect, Say) for effect in effects)


@given(key=st.sampled_from(sorted(PROGRAMMES)), line=st.sampled_from(LINES), story=moves)
@settings(max_examples=150)
def test_no_sequence_of_events_breaks_the_engine_or_leaves_a_person_alone(
    key: str, line: str, story: list[Move]
) -> None:
    """Every message is answered while the bot has the conversation, and "person" always brings one."""
    state, now = State(), START
    for number, (jump, make) in enumerate(story, start=100):
        now += jump
        event = make(state, UUID(int=number), line, now)
        owner, before = state.worker, state
        state, effects = happens(state, event, now, PROGRAMMES[key])
        if isinstance(event, MessageReceived):
            if not owner and not before.referred and event.kind not in SILENT_KINDS:
                assert any(isinstance(effect, Say) for effect in effects), (before, event)
            if event.reading.crisis:
                kept = {**state.answers, **state.heard}
                assert all(event.text not in str(answer.value) for answer in kept.values())
        reaches_a_person(state, line, now, PROGRAMMES[key])


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
values = st.one_of(
    st.sampled_from([option.partition(":")[2] for option in OPTIONS]),
    st.text(max_size=20),
    st.integers(-5, 500),
    st.lists(st.sampled_from(["visit", "goods", "gone"]), max_size=3).map(tuple),
)
answers = st.dictionaries(
    st.one_of(st.sampled_from(QUESTIONS), st.text(max_size=9)), st.builds(Answer, values, moments, st.sampled_from(How))
)
buttons = st.builds(Choice, st.sampled_from([*OPTIONS, "visit:move:zz", "crisis:fine", "gone:gone"]), st.just("네"))
alarms = st.builds(Alarm, st.sampled_from(["suicide_thoughts", "gone"]), st.just("S0"), moments, st.booleans())
states = st.builds(
    State,
    language=st.sampled_from(["", "ko", "en", "xx"]),
    flow=st.sampled_from(["", "self_referral", "care_match", "move_visit", "cancel_visit", "gone"]),
    form=st.sampled_from(["", "care_match", "gone"]),
    after=st.sampled_from(["", "self_referral", "gone"]),
    answers=answers,
    heard=answers,
    asked=st.sampled_from(["", *QUESTIONS, "gone"]),
    draft=st.lists(st.sampled_from(["visit", "goods", "gone"]), max_size=2).map(tuple),
    menu=st.lists(buttons, max_size=3).map(tuple),
    misses=st.integers(0, 5),
    last_at=st.one_of(st.none(), moments),
    stopped=st.booleans(),
    hushed=st.booleans(),
    case=st.one_of(st.none(), st.just(UUID(int=5))),
    worker=st.sampled_from(["", STAFF[0]]),
    waiting=st.booleans(),
    visits=st.lists(st.builds(Visit, st.uuids(), moments, st.sampled_from(VisitStatus)), max_size=2).map(tuple),
    alarm=st.one_of(st.none(), alarms),
    earlier=st.lists(answers, max_size=2).map(tuple),
    matched=st.lists(st.sampled_from(["1:counselling", "2:gone", "gone"]), max_size=2).map(tuple),
    unread=st.lists(st.just("내일 봬요"), max_size=1).map(tuple),
)  # fmt: skip


@given(
    key=st.sampled_from(sorted(PROGRAMMES)),
    line=st.sampled_from(LINES),
    state=states,
    make=st.one_of(written(), done_by_others()),
    now=moments,
)
@settings(max_examples=300)
def test_a_state_that_today_s_content_could_not_make_is_no_obstacle(
    key: str, line: str, state: State, make: Callable[[State, UUID, str, datetime], Event], now: datetime
) -> None:
    """Answers, questions and flows that an edit has taken away never break a live conversation."""
    happens(state, make(state, UUID(int=100), line, now), now, PROGRAMMES[key])


@pytest.mark.parametrize("code", sorted(PROGRAMME.facts.crisis))
def test_every_crisis_is_answered_with_numbers_first(code: str) -> None:
    """Whatever the crisis, the first thing that a person reads is a number to call."""
    event = MessageReceived(**common(UUID(int=2), LINES[0]), text="…", reading=Reading(Hit(code, Severity.S0)))
    _, effects = happens(State(), event, START)
    (said,) = [effect for effect in effects if isinstance(effect, Say)]
    first = PROGRAMME.hotlines[PROGRAMME.facts.crisis[code][0]]
    assert said.text.startswith(first.number)
    assert said.purpose is Purpose.CRISIS


def test_every_event_there_is_is_tried() -> None:
    """The stories above know every type of event, so a new one is tried from its first day."""
    known = {one for one in vars(events).values() if isinstance(one, type) and one.__module__ == events.__name__}
    assert set(Event.__args__) == {one for one in known if not one.__name__.startswith("_")}
