"""Every page in every language of the console, and which language a member of staff reads."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.console.words import LANGUAGES, wording
from data.staff import Role
from tests.bot.console.desk import Desk, Office, office

KHOREZM = "sos-khorezm"

STORY = (
    "Assalomu alaykum, uchta bolam bor, yordam kerak", "Roziman", "Ota yoki onaman", "5, 8 va 11 yosh",
    "Qiz ham, oʻgʻil ham", "Urganch shahri", "Bolaga oʻqishda yordam", "Shu, xolos", "Shu hafta", "Shu suhbatda",
    "Istalgan vaqt", "Boshqalar ham", "Lola", "Yuborish",
)  # fmt: skip
"""An Uzbek family asks for help and says that others may read its messages."""


async def khorezm(here: Office, name: str = "dilnoza") -> Desk:
    """A supervisor of Khorezm at her desk, with a visit, a saver, a family in danger and one that has time."""
    desk = await here.seated(name, name="Dilnoza Karimova", role=Role.SUPERVISOR, programme=KHOREZM)
    await desk.open("/console/savers")
    saver = {"name": "Gulnora Saidova", "language-uz": "on", "day-mon": "on", "opens": "09:00", "closes": "18:00"}
    course = {"course-0": "SOS: oila bilan ishlash", "done-0": "2026-03-02"}
    added = await desk.post("/console/savers", once=desk.hidden("once"), **saver, **course)
    assert added.status_code == 303
    await here.family("khorezm-web").say(*STORY)
    (case,) = await desk.cases()
    await desk.act(case, "claim")
    await desk.act(case, "reply", text="Assalomu alaykum, Lola opa.")
    day = (here.door.clock.now() + timedelta(days=5)).date().isoformat()
    assert (await desk.act(case, "book", day=day, time="10:30", minutes="60")).status_code == 303
    await here.family("khorezm-web").say("Assalomu alaykum", "erim bolani uryapti")
    await here.family("khorezm-web").say(*(text if text != "Shu hafta" else "Shoshilinch emas" for text in STORY))
    return desk


def pages(mine: str, alarm: str) -> tuple[str, ...]:
    """Every page there is, with two cases."""
    lists = (f"/console?tab={tab}" for tab in ("waiting", "mine", "open", "closed"))
    rest = ("account", "reports", "savers", "simulator", "to-confirm", "nowhere")
    return (*lists, f"/console/cases/{mine}", f"/console/cases/{alarm}", *(f"/console/{one}" for one in rest))


async def _speak(desk: Desk, language: str) -> None:
    await desk.open("/console")
    await desk.post("/console/language", language=language, next="/console")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_page_is_whole_in_every_language(sqlite_url: str, language: str) -> None:
    """Each page says its language, and Korean stands only in the Korean console and in the menu of languages."""
    async with office(sqlite_url, programmes=KHOREZM) as here:
        desk = await khorezm(here)
        (alarm, _), (mine,) = await desk.cases("waiting"), await desk.cases("mine")
        await _speak(desk, language)
        for path in pages(mine, alarm):
            answer = await desk.open(path)
            assert answer.status_code == (404 if path.endswith("nowhere") else 200), path
            assert f'<html lang="{language}">' in desk.page, path
            main = desk.page.partition("<main")[2]
            menu = re.sub(
                r'<option [^>]*lang="ko"[^>]*>한국어</option>', "", main
            )  # a family's phone, in the simulator
            assert language == "ko" or re.findall("[가-힣]+", menu) == [], path
        own = {wording().text(one, "language-name") for one in LANGUAGES}
        assert set(re.findall(r'<button class="quiet" name="language"[^>]*>([^<]+)<', desk.page)) == own - {
            wording().text(language, "language-name")
        }


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_conversation_is_explained_in_every_language(sqlite_url: str, language: str) -> None:
    """The simulator tells why, step by step, whatever the caseworker reads; the clock and the staff do too."""
    async with office(sqlite_url, programmes=KHOREZM) as here:
        desk = await here.seated("dilnoza", programme=KHOREZM)
        await _speak(desk, language)
        await desk.open("/console/simulator")
        await desk.post("/console/simulator/begin", place=f"{KHOREZM}/khorezm-sms", language="uz")
        said = [{"do": "write", "text": text} for text in (*STORY[:4], "oʻlgim kelyapti")]
        for deed in (*said, {"do": "act", "act": "claim"}, {"do": "wait", "span": "1d"}, {"do": "block"}):
            await desk.open("/console/simulator")
            at = re.search(r'name="at" value="(\d+)"', desk.page)
            assert at
            assert (await desk.post("/console/simulator/do", at=at[1], **deed)).status_code == 303
        await desk.open("/console/simulator")
        for key in ("sim-rule-crisis", "sim-crisis-lexicon", "sim-act-claim", "sim-waited-1d", "sim-did-blocked"):
            assert wording().text(language, key) in desk.text
        assert f'<html lang="{language}">' in desk.page


@pytest.mark.parametrize(
    ("accepted", "before", "programme", "after"),
    [
        ("", "ko", KHOREZM, "uz"),
        ("en-US,en;q=0.9", "en", KHOREZM, "uz"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru", KHOREZM, "ru"),
        ("uz-Latn-UZ", "uz", KHOREZM, "uz"),
        ("en-US,en;q=0.9", "en", "firststep-asan", "en"),
        ("", "ko", "firststep-asan", "ko"),
    ],
)
async def test_who_has_chosen_nothing_reads_a_language_of_the_programme(
    sqlite_url: str, accepted: str, before: str, programme: str, after: str
) -> None:
    """The sign-in page goes by the device; then the device's language counts as far as the programme speaks it."""
    async with office(sqlite_url, programmes=f"firststep-asan,{KHOREZM}") as here:
        await here.hire("dilnoza", programme=programme)
        desk = here.desk()
        desk.client.headers["accept-language"] = accepted
        await desk.open("/console/sign-in")
        assert f'<html lang="{before}">' in desk.page
        await desk.sign_in("dilnoza@example.org")
        for path in ("/console", "/console/nowhere"):
            await desk.open(path)
            assert f'<html lang="{after}">' in desk.page


async def test_a_chosen_language_outlasts_signing_in(sqlite_url: str) -> None:
    """Who chose Russian on the sign-in page reads Russian, though the programme's own language is another."""
    async with office(sqlite_url, programmes=KHOREZM) as here:
        await here.hire("dilnoza", programme=KHOREZM)
        desk = here.desk()
        await desk.open("/console/sign-in")
        await desk.post("/console/language", language="ru", next="/console/sign-in")
        await desk.sign_in("dilnoza@example.org")
        await desk.open("/console")
        assert '<html lang="ru">' in desk.page
        assert "Никто не ждёт. Новый запрос сразу появится здесь." in desk.text
