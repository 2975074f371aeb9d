"""The report in the console: for supervisors only, by period, as page and as files; and whether visits took place."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect
from sqlalchemy import insert

from data.staff import Role
from data.tables import audit, figure_alarms, figure_visits, figures, visits
from tests.bot.console.desk import Desk, Office, office
from tests.bot.console.test_browser import DESK, PHONE, _named_controls, _no_sideways_scroll, _page, _sign_in, _tab_to
from tests.bot.reports.made_up import figures as made_up_figures
from tests.bot.world import rows


async def filled(here: Office, number: int = 120) -> None:
    """A quarter of made-up figures, in the database as the program writes them."""
    found = made_up_figures(number)
    known = [
        {
            "id": one.family, "programme": "firststep-asan", "line": one.line, "language": one.language,
            "centre": one.centre, "child_sex": one.child.sex, "child_age": one.child.age, "opened_at": one.opened_at,
            "promised_at": one.promised_at, "first_reply_at": one.first_reply_at, "closed_at": one.closed_at,
            "outcome": one.outcome, "indicators": " ".join(one.indicators),
        }
        for one in found.cases
    ]  # fmt: skip
    store = here.door.store
    rang = [{"id": store.vault.hash("alarm", str(index)), "figure_id": one.family, "code": one.code, "at": one.at,
             "acknowledged_at": one.acknowledged_at} for index, one in enumerate(found.alarms)]  # fmt: skip
    planned = [{"id": store.vault.hash("visit", str(index)), "figure_id": one.family, "starts_at": one.starts_at,
                "status": one.status.value, "moves": one.moves, "reminders": one.reminders, "answer": one.answer,
                "kept": one.kept} for index, one in enumerate(found.visits)]  # fmt: skip
    async with store.database.write() as connection:
        for table, new in ((figures, known), (figure_alarms, rang), (figure_visits, planned)):
            await connection.execute(insert(table), new)


async def supervisor(here: Office) -> Desk:
    """Somebody who may see reports."""
    return await here.seated("lead", name="박책임", role=Role.SUPERVISOR)


async def test_only_a_supervisor_sees_reports(database_url: str) -> None:
    """For a caseworker there is no such page, no file, and no link; whoever is not signed in is asked to."""
    async with office(database_url) as here:
        lead, worker = await supervisor(here), await here.seated("kim", centre="onju")
        for path in ("", "/csv?period=2026", "/pdf?period=2026"):
            assert (await lead.open(f"/console/reports{path}")).status_code == 200
            assert (await worker.open(f"/console/reports{path}")).status_code == 404
        for desk, shown in ((lead, True), (worker, False)):
            await desk.open("/console")
            assert ('href="/console/reports"' in desk.page) == shown
        assert (await here.desk().open("/console/reports")).status_code == 303


async def test_every_look_at_a_report_is_written_down(database_url: str) -> None:
    """Page and files alike, with who it was."""
    async with office(database_url) as here:
        lead = await supervisor(here)
        for path in ("", "/csv?period=2026-11", "/pdf?period=2026-11"):
            await lead.open(f"/console/reports{path}")
        assert len(await rows(here.door.store, audit, audit.c.action == "report")) == 3


async def test_the_page_shows_the_numbers_of_its_days(database_url: str) -> None:
    """This month, unless another period is asked for by name or by its days."""
    async with office(database_url) as here:
        await filled(here)
        lead = await supervisor(here)
        await lead.open("/console/reports?period=2026-Q4")
        assert "보고서: 2026년 4분기" in lead.text
        assert re.search(r'id="referrals-title">접수 <span class="count">120<', lead.page)
        by_days = (await lead.open("/console/reports?from=2026-10-01&to=2026-12-31")).text
        assert "보고서: 2026년 4분기" in by_days
        await lead.open("/console/reports?period=2025-Q4")
        assert lead.text.count("이 기간에는 아무것도 없어요.") == 5
        await lead.open("/console/reports")
        today = here.door.clock.now().astimezone(here.door.programmes["firststep-asan"].zone)
        assert f"보고서: {today.year}년 {today.month}월" in lead.text


async def test_the_page_shows_what_the_programme_works_towards(sqlite_url: str) -> None:
    """A bar for each indicator, reached and helped, without a share of a total that the rows do not add up to."""
    async with office(sqlite_url) as here:
        await filled(here)
        lead = await supervisor(here)
        await lead.open("/console/reports?period=2026-Q4")
        section = lead.page.partition('id="indicators-title"')[2].partition("</section>")[0]
        assert "한 접수가 여러 지표에 들어갈 수 있어서" in section
        assert "이 기간의 모든 접수" in section
        for table in ("reached", "helped"):
            chart = section.partition(f'id="indicators-{table}"')[2].partition("</table>")[0]
            assert chart.count("<svg") == len(here.door.programmes["firststep-asan"].facts.indicators)
            assert "양육세이버 가정방문" in chart
            assert "%" not in chart.partition("<tbody>")[2].replace('width="100%"', "")
        assert 'id="indicators-sex"' not in section


@pytest.mark.parametrize(
    "asked", ["period=soon", "from=2026-11-02&to=2026-11-01", "from=2026-11-02", "period=2026&to=2026"]
)
async def test_days_that_cannot_be_read_are_said_to_be_so(sqlite_url: str, asked: str) -> None:
    """The page shows this month and what is wrong; a file is not there."""
    async with office(sqlite_url) as here:
        lead = await supervisor(here)
        assert (await lead.open(f"/console/reports?{asked}")).status_code == 422
        assert "이 기간은 볼 수 없어요" in lead.text
        assert (await lead.open(f"/console/reports/csv?{asked}")).status_code == 404


async def test_the_files_say_what_the_page_says(database_url: str) -> None:
    """CSV with names in the visitor's language, PDF in French; each comes as a file with its period in the name."""
    async with office(database_url) as here:
        await filled(here)
        lead = await supervisor(here)
        sheet = await lead.open("/console/reports/csv?from=2026-10-01&to=2026-12-31")
        assert sheet.headers["content-type"].startswith("text/csv")
        assert sheet.headers["content-disposition"] == 'attachment; filename="firststep-asan_2026-Q4.csv"'
        assert sheet.headers["cache-control"] == "no-store"
        lines = list(csv.DictReader(StringIO(sheet.content.decode("utf-8-sig"))))
        total = next(line for line in lines if line["section"] == "referrals" and not line["by"])
        assert (total["table"], total["value"]) == ("total", "120")
        assert "텔레그램" in {line["row_name"] for line in lines}
        pdf = await lead.open("/console/reports/pdf?period=2026-Q4")
        assert (pdf.headers["content-type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
        assert (await lead.open("/console/reports/xlsx?period=2026-Q4")).status_code == 404


async def test_the_page_is_whole_in_english_too(sqlite_url: str) -> None:
    """The language is changed on the page and the period stays."""
    async with office(sqlite_url) as here:
        await filled(here)
        lead = await supervisor(here)
        await lead.open("/console/reports?period=2026-Q4")
        await lead.post("/console/language", language="en", next="/console/reports?period=2026-Q4")
        await lead.open("/console/reports?period=2026-Q4")
        assert "Report: Quarter 4 of 2026" in lead.text
        assert "Contacted within the promised time" in lead.text


async def test_a_caseworker_notes_whether_a_visit_took_place(database_url: str) -> None:
    """Only once it has begun; the answer can be corrected, is shown, is in the audit, and reaches the report."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        await here.family().refer()
        (case,) = await desk.cases()
        await desk.act(case, "claim")
        day = (here.door.clock.now() + timedelta(days=3)).date().isoformat()
        await desk.act(case, "book", day=day, time="10:30", minutes="60")
        ((visit, *_),) = await rows(here.door.store, visits)
        await desk.open(f"/console/cases/{case}")
        assert "방문이 이루어졌나요?" not in desk.text
        assert (await desk.send(case, "visited", visit=visit.hex, kept="yes")).status_code == 422
        here.door.clock.move(timedelta(days=5))
        await desk.open(f"/console/cases/{case}")
        assert "방문이 이루어졌나요?" in desk.text
        for answer, told, kept in (("yes", "방문이 이루어짐", True), ("no", "방문이 이루어지지 않음", False)):
            assert (await desk.act(case, "visited", visit=visit.hex, kept=answer)).status_code == 303
            await desk.open(f"/console/cases/{case}")
            assert told in desk.text
            assert [row.kept for row in await rows(here.door.store, figure_visits)] == [kept]
        assert "방문이 이루어졌는지 적음" in desk.text


async def test_nothing_is_noted_about_a_visit_of_another_case(database_url: str) -> None:
    """Nor by somebody who may not see the case, nor with an answer that is none."""
    async with office(database_url) as here:
        desk, other = await here.seated("kim"), await here.seated("onju", centre="onju")
        await here.family().refer(district="배방읍", name="하나")
        (case,) = await desk.cases()
        await here.family().refer(district="온양1동", name="둘")
        (theirs,) = set(await desk.cases()) - {case}
        await desk.act(case, "claim")
        day = (here.door.clock.now() + timedelta(days=3)).date().isoformat()
        await desk.act(case, "book", day=day, time="10:30", minutes="60")
        ((visit, *_),) = await rows(here.door.store, visits)
        here.door.clock.move(timedelta(days=5))
        assert (await desk.act(theirs, "visited", visit=visit.hex, kept="yes")).status_code == 422
        for fields in ({"visit": visit.hex, "kept": "perhaps"}, {"visit": "x", "kept": "yes"}, {"kept": "yes"}):
            assert (await desk.act(case, "visited", **fields)).status_code == 422
        await other.open(f"/console/cases/{theirs}")
        assert (await other.send(case, "visited", visit=visit.hex, kept="yes")).status_code == 404
        assert [row.kept for row in await rows(here.door.store, visits)] == [None]


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.asyncio(loop_scope="session")
async def test_how_the_report_looks(browser: Browser, sqlite_url: str, screenshots: Path) -> None:
    """At a desk, in the dark and on a phone: nothing scrolls sideways, everything has a name, the keyboard reaches
    the periods, the files and each table."""
    async with office(sqlite_url) as here:
        await filled(here)
        await here.hire("lead", name="박책임", role=Role.SUPERVISOR)
        async with _page(browser, here, DESK, color_scheme="light") as page:
            await _sign_in(page, "lead@example.org")
            await page.get_by_role("link", name="보고서").click()
            await page.goto("/console/reports?period=2026-Q4")
            await expect(page.get_by_role("heading", level=1)).to_have_text("보고서: 2026년 4분기")
            await _named_controls(page)
            await _no_sideways_scroll(page)
            bars = page.locator("#referrals-channel rect.fill")
            widths = await bars.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().width)")
            assert max(widths) > 100
            assert min(widths) < max(widths) / 3
            await page.screenshot(path=screenshots / "console-report.png", full_page=True)
            for css in (".periods a", "#days > summary", 'a[href*="/reports/csv"]', "#referrals-more > summary"):
                await _tab_to(page, css)
            await page.keyboard.press("Enter")
            await _tab_to(page, "#referrals-more .wide")
            await page.screenshot(path=screenshots / "console-report-open.png", full_page=True)
        async with _page(browser, here, DESK, color_scheme="dark") as page:
            await _sign_in(page, "lead@example.org")
            await page.goto("/console/reports?period=2026-Q4")
            await page.screenshot(path=screenshots / "console-report-dark.png")
        async with _page(
            browser, here, PHONE, color_scheme="light", has_touch=True, is_mobile=True, device_scale_factor=2
        ) as page:
            await _sign_in(page, "lead@example.org")
            await page.goto("/console/reports?period=2026-Q4")
            await page.locator("#visits-more > summary").click()
            await _no_sideways_scroll(page)
            await page.screenshot(path=screenshots / "console-report-phone.png", full_page=True)
            small = await page.evaluate("""() => [...document.querySelectorAll('main :is(button, summary, .button)')]
                .map((one) => one.getBoundingClientRect()).filter((box) => box.height && box.height < 44).length""")
            assert small == 0


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.asyncio(loop_scope="session")
async def test_a_report_is_asked_for_and_kept_without_our_script(browser: Browser, sqlite_url: str) -> None:
    """Other days are a plain form; the files are saved under their names."""
    async with office(sqlite_url) as here:
        await filled(here, 40)
        await here.hire("lead", name="박책임", role=Role.SUPERVISOR)
        async with _page(browser, here, DESK, java_script_enabled=False) as page:
            await _sign_in(page, "lead@example.org")
            await page.goto("/console/reports")
            await page.locator("#days > summary").click()
            await page.get_by_label("시작일").fill("2026-10-05")
            await page.get_by_label("끝일").fill("2026-12-20")
            await page.get_by_role("button", name="보기").click()
            await expect(page.get_by_role("heading", level=1)).to_have_text("보고서: 2026-10-05 ~ 2026-12-20")
            for name, ending in (("CSV로 내려받기", "csv"), ("프랑스어 PDF", "pdf")):
                async with page.expect_download() as saved:
                    await page.get_by_role("link", name=name).click()
                file = await saved.value
                assert file.suggested_filename == f"firststep-asan_2026-10-05--2026-12-20.{ending}"
