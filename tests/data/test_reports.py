"""What the reports count is written down as it happens, outlives the words, and never holds a protected birth."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from sqlalchemy import event, update

from data.figures import mark_visit
from data.ids import uuid7
from data.recording import Place, Recording
from data.reports import figures_of
from data.tables import cases, figure_alarms, figure_visits, figures, messages
from dialogues.case import AnswerRecord, CaseDocument, CrisisRecord
from dialogues.effects import OpenCase, ReviseCase
from dialogues.events import AlarmAcknowledged, CaseClaimed, CaseClosed, VisitMoved, WorkerReplied
from dialogues.reporting.figures import Child, Figures
from dialogues.state import VisitStatus
from tests.bot.world import World, in_days, member, rows, world

REFERRAL = ("임신 7개월인데 도움이 필요해요", "1", "1", "배방", "1,4", "2", "1", "1", "1", "달님", "1")
LONG_AGO, LATER = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)


async def counted(there: World, begin: datetime = LONG_AGO, end: datetime = LATER) -> Figures:
    """Everything that a report from ``begin`` to ``end`` counts."""
    return await figures_of(there.store, "firststep-asan", begin, end)


async def test_a_referral_is_counted_with_where_it_came_from_and_when_somebody_answered(database_url: str) -> None:
    """Line, language, centre and promise at once; the first reply, and not the second, and the outcome later."""
    async with world(database_url) as there:
        await there.take("webchat", *REFERRAL)
        (case,) = (await counted(there)).cases
        assert (case.line, case.language, case.centre) == ("asan-web", "ko", "tangjeong")
        assert case.promised_at > case.opened_at
        assert (case.first_reply_at, case.closed_at, case.outcome) == (None, None, "")
        staff = (await member(there.store)).hex
        await there.happen(CaseClaimed, "webchat", staff=staff)
        await there.happen(WorkerReplied, "webchat", staff=staff, text="안녕하세요")
        (answered,) = (await counted(there)).cases
        assert answered.first_reply_at
        await there.happen(WorkerReplied, "webchat", staff=staff, text="또 안녕하세요")
        await there.happen(CaseClosed, "webchat", staff=staff, outcome="helped")
        (closed,) = (await counted(there)).cases
        assert closed.first_reply_at == answered.first_reply_at
        assert (closed.closed_at is None, closed.outcome) == (False, "helped")


async def test_every_alarm_is_counted_by_itself(database_url: str) -> None:
    """Two alarms of one case are two, each with its own time to acknowledgement; a revision repeats neither."""
    async with world(database_url) as there:
        staff = (await member(there.store)).hex
        await there.take("webchat", "안녕하세요", "죽고 싶어요")
        await there.happen(AlarmAcknowledged, "webchat", staff=staff)
        await there.take("webchat", "남편이 아이를 때려요")
        first, second = sorted((await counted(there)).alarms, key=lambda alarm: alarm.at)
        assert (first.code, second.code) == ("suicide_thoughts", "child_abuse")
        assert (first.acknowledged_at is None, second.acknowledged_at) == (False, None)
        assert first.family == second.family
        await there.happen(CaseClaimed, "webchat", staff=staff)
        assert {alarm.acknowledged_at is None for alarm in (await counted(there)).alarms} == {False}
        assert len(await rows(there.store, figure_alarms)) == 2


async def sent_reminder(there: World, visit: Any) -> None:
    """A reminder of ``visit`` as it rests once it has been sent."""
    async with there.store.database.write() as connection:
        about = update(messages).where(messages.c.about == visit)
        await connection.execute(about.values(purpose="reminder", status="sent"))


async def test_what_became_of_a_visit_is_counted(database_url: str) -> None:
    """Moved twice; reminded; confirmed after that; kept, once a caseworker says so and not before it began."""
    async with world(database_url) as there:
        await there.take("webchat", *REFERRAL)
        staff = await member(there.store)
        visit = await there.visit("webchat", staff, in_days(5))
        ((case, *_),) = await rows(there.store, cases)
        await there.take("webchat", "1")
        (planned,) = (await counted(there)).visits
        assert (planned.status, planned.moves, planned.answer) == (VisitStatus.CONFIRMED, 0, "")
        for days in (6, 7):
            await there.happen(VisitMoved, "webchat", staff=staff.hex, visit=visit, starts_at=in_days(days))
        await sent_reminder(there, visit)
        sent = (await counted(there)).visits[0].reminders
        assert sent > 0
        await there.take("webchat", "1")
        (planned,) = (await counted(there)).visits
        assert (planned.moves, planned.answer, planned.reminders, planned.kept) == (2, "confirm", sent, None)
        assert not await mark_visit(there.store, case, visit, kept=True, now=datetime.now(UTC))
        assert await mark_visit(there.store, case, visit, kept=True, now=in_days(8))
        assert (await counted(there)).visits[0].kept is True
        assert await mark_visit(there.store, case, visit, kept=False, now=in_days(8))
        assert (await counted(there)).visits[0].kept is False
        assert not await mark_visit(there.store, uuid7(), visit, kept=True, now=in_days(8))


async def test_a_cancelled_visit_cannot_have_been_kept(database_url: str) -> None:
    """Cancelled with its case it is counted as cancelled."""
    async with world(database_url) as there:
        await there.take("webchat", *REFERRAL)
        staff = await member(there.store)
        visit = await there.visit("webchat", staff, in_days(5))
        ((case, *_),) = await rows(there.store, cases)
        await there.happen(CaseClosed, "webchat", staff=staff.hex, outcome="declined")
        assert not await mark_visit(there.store, case, visit, kept=True, now=in_days(8))
        assert (await counted(there)).visits[0].status is VisitStatus.CANCELLED


async def test_the_numbers_outlive_the_words(database_url: str) -> None:
    """After "erase everything" the report counts the same, and nothing leads from the family to it any more."""
    async with world(database_url) as there:
        await there.take("webchat", *REFERRAL)
        staff = await member(there.store)
        visit = await there.visit("webchat", staff, in_days(5))
        await there.happen(WorkerReplied, "webchat", staff=staff.hex, text="안녕하세요")
        await sent_reminder(there, visit)
        await there.take("webchat", "1", "죽고 싶어요")
        await there.happen(CaseClosed, "webchat", staff=staff.hex, outcome="helped")
        before = await counted(there)
        await there.take("webchat", "내 정보 삭제", "2")
        after = await counted(there)
        assert _shape(after) == _shape(before)
        assert len(before.alarms) == len(before.visits) == 1
        assert before.visits[0].reminders > 0
        (figure,), (planned,) = await rows(there.store, figures), await rows(there.store, figure_visits)
        (case,) = await rows(there.store, cases)
        assert (figure.case_id, planned.visit_id) == (None, None)
        midnight = figure.opened_at.astimezone(there.door.programmes["firststep-asan"].zone)
        assert (midnight.hour, midnight.minute, midnight.microsecond) == (0, 0, 0)
        assert case.opened_at - timedelta(days=1) < figure.opened_at < case.opened_at
        known = {case.id, case.conversation_id, visit, *(row.id for row in await rows(there.store, messages))}
        for table in (figures, figure_alarms, figure_visits):
            for row in await rows(there.store, table):
                assert not known & set(row)


def _shape(found: Figures) -> Any:
    """What a report makes of ``found``: whole minutes between moments, and everything that is no moment."""
    minute = timedelta(minutes=1)
    return (
        [
            (one.line, one.language, one.centre, one.child, one.outcome, (one.promised_at - one.opened_at) // minute,
             one.first_reply_at and (one.first_reply_at - one.opened_at) // minute)
            for one in found.cases
        ],
        [(one.code, one.acknowledged_at and (one.acknowledged_at - one.at) // minute) for one in found.alarms],
        [(one.status, one.kept, one.moves, one.reminders, one.answer) for one in found.visits],
    )  # fmt: skip


async def test_a_protected_birth_is_nowhere(database_url: str) -> None:
    """Whether it is one from the start or turns out to be: no row is kept, and later alarms of the case add none."""
    async with world(database_url) as there:
        await there.take("webchat", "안녕하세요", "익명으로 출산하고 싶어요")
        (born,) = await rows(there.store, cases)
        document = there.store.open(born.document_sealed, "cases.document", born.id, CaseDocument)
        assert document.crisis
        assert document.crisis.code == "anonymous_birth"
        assert await counted(there) == Figures((), (), ())
        await there.take("sms", *REFERRAL)
        assert len((await counted(there)).cases) == 1
        await there.take("sms", "죽고 싶어요", "익명으로 출산하고 싶어요", "남편이 저를 때려요")
        assert await counted(there) == Figures((), (), ())
        for table in (figures, figure_alarms, figure_visits):
            assert await rows(there.store, table) == []


async def recorded(there: World, *effects: Any) -> None:
    """Write ``effects`` of the one conversation there is."""
    recording = Recording(there.store, datetime.now(UTC))
    case, *_ = await rows(there.store, cases)
    for effect in effects:
        recording.record(Place(case.conversation_id, "asan-web", "x", pushes=False), effect)
    async with there.store.database.write() as connection:
        await recording.write(connection)


def told(question: str, value: str | int) -> AnswerRecord:
    return AnswerRecord(question=question, label="", value=value, text="", how="asked", at=LONG_AGO)


async def test_sex_and_age_group_of_the_child_are_kept_and_the_earliest_promise_counts(database_url: str) -> None:
    """They follow the document through its revisions; a later promise does not excuse an earlier one."""
    async with world(database_url) as there:
        await there.take("webchat", *REFERRAL)
        (row,) = await rows(there.store, cases)
        document = there.store.open(row.document_sealed, "cases.document", row.id, CaseDocument)
        (case,) = (await counted(there)).cases
        assert case.child == Child("unknown", "unknown")
        known = msgspec.structs.replace(document, answers=(told("child_sex", "girl"), told("child_age", 30)))
        sooner = case.promised_at - timedelta(hours=1)
        await recorded(
            there,
            ReviseCase(document=known, due_at=sooner),
            ReviseCase(document=known, due_at=case.promised_at + timedelta(days=1)),
        )
        (case,) = (await counted(there)).cases
        assert (case.child, case.promised_at) == (Child("girl", "2-5y"), sooner)


async def test_the_sex_of_the_adult_follows_the_document(database_url: str) -> None:
    """With the case and with its alarms, in the words of the programme that asked; not told, it is unknown."""
    async with world(database_url) as there:
        await there.take("webchat", *REFERRAL)
        assert (await counted(there)).cases[0].adult == "unknown"
        (row,) = await rows(there.store, cases)
        document = there.store.open(row.document_sealed, "cases.document", row.id, CaseDocument)
        rang = CrisisRecord(code="child_abuse", severity="S1", at=datetime.now(UTC))
        father = {"programme": "sos-khorezm", "answers": (told("who", "father"),), "crisis": rang}
        await recorded(there, ReviseCase(document=msgspec.structs.replace(document, **father), due_at=LATER))
        found = await counted(there)
        assert [found.cases[0].adult, found.alarms[0].adult] == ["man", "man"]
        await there.take("webchat", "내 정보 삭제", "2")
        assert [one.adult_sex for one in await rows(there.store, figures)] == ["man"]


async def test_the_indicators_follow_the_document_and_outlive_the_words(database_url: str) -> None:
    """Kept when a case is opened, worked out anew when it is revised, and still there when the family is forgotten."""
    async with world(database_url) as there:
        await there.take("webchat", *REFERRAL)
        assert (await counted(there)).cases[0].indicators == ("home_visits", "living_costs", "pregnant")
        (row,) = await rows(there.store, cases)
        document = there.store.open(row.document_sealed, "cases.document", row.id, CaseDocument)
        told_since = (*document.answers, told("child_age", 7))
        await recorded(there, ReviseCase(document=msgspec.structs.replace(document, answers=told_since), due_at=LATER))
        expected = ("home_visits", "living_costs", "pregnant", "infants")
        assert (await counted(there)).cases[0].indicators == expected
        await there.take("webchat", "내 정보 삭제", "2")
        (figure,) = await rows(there.store, figures)
        assert (figure.case_id, figure.indicators) == (None, " ".join(expected))


async def test_a_case_of_a_programme_that_is_gone_is_counted_without_indicators(database_url: str) -> None:
    """Recording does not fail because a file is not there any more."""
    async with world(database_url) as there:
        await there.take("webchat", *REFERRAL)
        (row,) = await rows(there.store, cases)
        document = there.store.open(row.document_sealed, "cases.document", row.id, CaseDocument)
        gone = msgspec.structs.replace(document, programme="gone")
        await recorded(there, ReviseCase(document=gone, due_at=LATER))
        assert [one.indicators for one in (await counted(there)).cases] == [()]


async def test_a_case_opened_and_revised_in_one_batch_is_counted_once(database_url: str) -> None:
    """Effects that share a transaction are counted in their order."""
    async with world(database_url) as there:
        await there.take("webchat", *REFERRAL)
        (row,) = await rows(there.store, cases)
        document = there.store.open(row.document_sealed, "cases.document", row.id, CaseDocument)
        rang = CrisisRecord(code="child_abuse", severity="S1", at=datetime.now(UTC))
        new = msgspec.structs.replace(document, id=uuid7(), crisis=rang)
        later = msgspec.structs.replace(new, crisis=msgspec.structs.replace(rang, code="anonymous_birth"))
        await recorded(there, OpenCase(document=new, due_at=LATER), ReviseCase(document=new, due_at=LATER))
        assert (len((await counted(there)).cases), len((await counted(there)).alarms)) == (2, 1)
        await recorded(there, ReviseCase(document=later, due_at=LATER))
        assert (len((await counted(there)).cases), len((await counted(there)).alarms)) == (1, 0)


async def test_a_report_counts_only_its_own_days_and_its_own_programme(database_url: str) -> None:
    """The end lies outside; another programme's cases are not seen."""
    async with world(database_url) as there:
        await there.take("webchat", *REFERRAL)
        (case,) = (await counted(there)).cases
        assert (await counted(there, case.opened_at, case.opened_at + timedelta(seconds=1))).cases
        assert not (await counted(there, LONG_AGO, case.opened_at)).cases
        assert not (await figures_of(there.store, "another", LONG_AGO, LATER)).cases


@pytest.mark.parametrize("times", [1, 3])
async def test_a_report_is_three_statements_however_much_it_counts(sqlite_url: str, times: int) -> None:
    """No query runs per case."""
    async with world(sqlite_url) as there:
        for person in range(times):
            await there.take("sms", "안녕하세요", "죽고 싶어요", person=person)
        statements: list[str] = []
        engine = there.store.database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
        assert len((await counted(there)).cases) == times
        assert len([one for one in statements if "FROM figure" in one]) == 3
