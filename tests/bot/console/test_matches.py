"""What may fit a child stands on the case page, and a caseworker confirms it: the family hears it."""

from __future__ import annotations

import re
from uuid import UUID

from sqlalchemy import select

from data.casefiles import case_file
from data.staff import by_email
from data.tables import audit
from tests.bot.console.desk import Desk, Family, Office, office

CARE = "uijeongbu-care"
STORY = (
    "안녕하세요",
    "1",
    "1",
    "8살",
    "2",
    "아니요",
    "1",
    "1",
    "맞벌이",
    "보통",
    "민락동",
    "2",
    "1",
    "1",
    "1",
    "서연 엄마",
    "1",
)
"""Both parents work; a girl of eight in the second grade needs somebody after school."""

SECOND = ("네", "30개월", "아니요", "3", "1", "1")
"""Her brother of thirty months needs somebody all day."""


async def _matched(here: Office, *more: str) -> tuple[Desk, Family, str]:
    desk = await here.seated("kim", programme=CARE)
    family = here.family("uijeongbu-web")
    await family.say(*STORY, *more)
    assert "돌봄을 찾을 아이가 또 있나요?" in family.last, family.last
    (case,) = await desk.cases()
    await desk.open(f"/console/cases/{case}")
    return desk, family, case


async def test_the_page_ranks_what_may_fit_with_its_reasons(sqlite_url: str) -> None:
    """The likeliest first, each with why; nobody confirms what they have not claimed."""
    async with office(sqlite_url, CARE) as here:
        desk, _, _ = await _matched(here)
        names = ("온동네 초등돌봄·교육(늘봄)", "다함께돌봄센터", "지역아동센터", "아이돌봄서비스", "시청 1:1 상담")
        places = [desk.text.index(name, desk.text.index("맞을 만한 돌봄")) for name in names]
        assert places == sorted(places)
        assert "1·2학년은 하루 2시간이 무료예요." in desk.text
        assert re.search(r"유관기관 프로그램\s+알아보기", desk.text)
        assert "/confirm" not in desk.page


async def test_a_service_is_confirmed_once_and_the_family_hears_it(database_url: str) -> None:
    """The document says so from then on, the audit says who, and pressing again changes nothing."""
    async with office(database_url, CARE) as here:
        desk, family, case = await _matched(here, *SECOND)
        assert "2번째 아이" in desk.text
        await desk.send(case, "claim")
        answer = await desk.act(case, "confirm", service="home_care", child="2")
        assert answer.headers["location"].endswith("?done=confirm")
        await desk.act(case, "confirm", service="home_care", child="2")
        await desk.act(case, "confirm", service="school_care", child="1")
        await desk.open(f"/console/cases/{case}")
        assert desk.text.count("확인해서 가족에게 알렸어요.") == 2
        assert "담당 선생님이 확인했어요: 아이돌봄서비스(집 방문 돌봄)." in desk.text
        member = await by_email(here.door.store, "kim@example.org")
        assert member
        file = await case_file(here.door.store, member, UUID(hex=case))
        assert file
        document = file.document
        assert [one.service for one in document.matches if one.confirmed] == ["home_care"]
        assert [one.service for one in document.children[0].matches if one.confirmed] == ["school_care"]
        async with here.door.store.database.read() as connection:
            done = (
                (await connection.execute(select(audit.c.staff_id).where(audit.c.action == "confirm"))).scalars().all()
            )
        assert set(done) == {member.id}
        del family


async def test_what_was_not_matched_cannot_be_confirmed(sqlite_url: str) -> None:
    """Neither a service that there is not, nor one of a child that there is not, nor a form that is none."""
    async with office(sqlite_url, CARE) as here:
        desk, _, case = await _matched(here)
        await desk.send(case, "claim")
        for service, child, status in (("castle", "1", 409), ("home_care", "2", 409), ("home_care", "x", 422)):
            answer = await desk.act(case, "confirm", service=service, child=child)
            assert answer.status_code == status
        await desk.open(f"/console/cases/{case}")
        assert "확인해서 가족에게 알렸어요." not in desk.text
