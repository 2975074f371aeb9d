"""Transcripts are read strictly: what cannot be read is told with its line, and what differs is found."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from bot.acting import Scene, act
from bot.transcript import Said, message_lines, moment
from bot.understanding import Understanding
from data import programmes
from dialogues.events import CaseClosed, VisitBooked
from dialogues.messages import Kind
from dialogues.state import State
from tests.serving import NoEngine
from tests.transcripts.alone import Alone
from tests.transcripts.comparing import differences, matches, setting
from tests.transcripts.reading import Message, TranscriptError, parse

SEOUL = ZoneInfo("Asia/Seoul")
MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
STORY = """\
# A story
line: asan-web

> 사람
< 안녕하세요. …
<
< 상담 선생님께 알려 드렸어요. …
! open_case programme=firststep-asan reason=wants_human
= owner=bot

* claim kim
< (worker) 담당 선생님이 정해졌어요. …
! claim_case by=kim
"""


async def play(text: str) -> list[str]:
    """What differs between ``text`` and what the engine does."""
    transcript = parse("story.txt", text)
    header, programme, start = setting(transcript)
    world = Alone(programme, header, start, Understanding(programmes.lexicon(), NoEngine()))
    return await differences(transcript, world, programme.zone)


async def test_a_true_story_has_no_differences() -> None:
    """The story that the tests below bend is true as it stands."""
    assert await play(STORY) == []


@pytest.mark.parametrize(
    ("written", "bent", "told"),
    [
        ("알려 드렸어요", "말해 두었어요", "story.txt:5: message 1 is another one"),
        ("< (worker) 담당", "< 담당", "story.txt:12: message 1 is another one"),
        ("! claim_case by=kim\n", "", "story.txt:11: the transcript does not tell of `! claim_case by=kim`"),
        ("reason=wants_human", "reason=crisis", "story.txt:8: open_case"),
        ("! claim_case", "! no claim_case", "story.txt:13: claim_case {'by': 'kim'} was done"),
        ("owner=bot", "owner=kim", "story.txt:9: owner is `bot`, not `kim`"),
        ("< (worker) 담당 선생님이 정해졌어요. …\n", "", "story.txt:11: 0 messages are expected, 1 were sent"),
        ("정해졌어요. …\n", "정해졌어요. …\n  [네]\n", "story.txt:12: message 1 is another one"),
        ("! claim_case", "~ dropped: opted-out\n! claim_case", "story.txt:11: kept back are []"),
    ],
)
async def test_a_bent_story_is_found_out(written: str, bent: str, told: str) -> None:
    """Another text, tag, effect, fact, number of messages, menu or verdict of the gate fails, with file and line."""
    assert written in STORY
    found = "\n".join(await play(STORY.replace(written, bent, 1)))
    assert told in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# A story\nlin: asan-web\n\n> hi", "t.txt:2: `lin: asan-web` is no line of a transcript"),
        ("# A story\n\n< hello", "t.txt:3: something is expected before anybody has done anything"),
        ("# A story\n\n> hi\nhello", "t.txt:4: `hello` begins with none of"),
        ("# A story\n\n> hi\n! open_case urgent", "t.txt:4: after the mark come a name and fields"),
        ("line: asan-web\n\n> hi", "t.txt:1: the first line has to tell the story"),
        ("# A story\n", "t.txt:1: nothing happens in this transcript"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_number(text: str, told: str) -> None:
    """A slip of the pen is an error with file, line and what would be right, not a test that checks nothing."""
    with pytest.raises(TranscriptError) as caught:
        parse("t.txt", text)
    assert str(caught.value).startswith(told)


def test_what_is_written_is_read_back() -> None:
    """A message as it is recorded is read as the same message, with its tag, its lines and its choices."""
    said = Said("첫 줄\n\n둘째 줄", ("네", "아니요, 그대로 할게요"), "reminder by asan-sms")
    (act_,) = parse("t.txt", "\n".join(["# t", "", "> x", *message_lines(said)])).acts
    assert act_.said == [Message(4, said.tag, said.text, said.choices)]


def test_a_person_can_do_more_than_write() -> None:
    """Pictures, a blocked bot and pressed choices are read as what they are."""
    photo, blocked, pressed = parse("t.txt", "# t\n\n> (photo) 영수증\n> (blocked)\n[1] 가 + [3] 나").acts
    assert (photo.kind, photo.text) == (Kind.MEDIA, "영수증")
    assert blocked.kind is Kind.BLOCKED
    assert pressed.picks == ((1, "가"), (3, "나"))


def test_an_ellipsis_stands_for_any_text() -> None:
    """``…`` stands for anything, even for lines, and everything around it counts."""
    assert matches("접수번호는 …예요.\n…", "접수번호는 K7-M3QX예요.\n내일\n봐요")
    assert not matches("접수번호는 …예요.", "접수번호는 K7-M3QX입니다.")


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("+2d", "2026-11-25 10:00"),
        ("+30m", "2026-11-23 10:30"),
        ("+3d 14:30", "2026-11-26 14:30"),
        ("2026-11-30 09:05", "2026-11-30 09:05"),
        ("09:00", "2026-11-24 09:00"),
        ("11:00", "2026-11-23 11:00"),
    ],
)
def test_moments_are_told_in_the_programme_s_own_time(told: str, meant: str) -> None:
    """A moment is local; a bare time is the next one that comes."""
    assert moment(told, MONDAY, SEOUL).astimezone(SEOUL).strftime("%Y-%m-%d %H:%M") == meant


@pytest.mark.parametrize("told", ["", "2d", "+2w", "tomorrow", "2026-11-30", "+2d 10"])
def test_anything_else_is_no_moment(told: str) -> None:
    """What is no moment is refused rather than guessed."""
    with pytest.raises(ValueError, match="is no moment"):
        moment(told, MONDAY, SEOUL)


def test_a_caseworker_s_words_become_events() -> None:
    """What a caseworker does is told in the words they use; unknown words are refused with those that are known."""
    scene = Scene(UUID(int=2), UUID(int=1), "asan-web", State(), MONDAY, SEOUL)
    booked = act("book +3d 10:30", "kim", scene)
    assert isinstance(booked, VisitBooked)
    assert booked.starts_at.astimezone(SEOUL).isoformat() == "2026-11-26T10:30:00+09:00"
    closed = act("close withdrawn", "kim", scene)
    assert isinstance(closed, CaseClosed)
    assert closed.outcome == "withdrawn"
    with pytest.raises(ValueError, match="a caseworker can claim"):
        act("shout", "kim", scene)
