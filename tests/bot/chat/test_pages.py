"""The page as it leaves the server: what it says, what it may do, how heavy it is."""

from __future__ import annotations

import json
import re

import httpx
import pytest

from bot.chat import pages
from data import programmes
from tests.serving import serve

TWILIO = {f"ASAN_SMS_{name}": value for name, value in {"ACCOUNT_SID": "AC" + "0" * 32, "AUTH_TOKEN": "x" * 32, "NUMBER": "+15550001111"}.items()}  # fmt: skip  # noqa: E501


async def get(url: str, path: str, **headers: str) -> httpx.Response:
    """One page, as a browser of that language asks for it."""
    async with httpx.AsyncClient(base_url=url) as client:
        return await client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize(
    ("accepted", "language", "title", "programme"),
    [
        ("ko-KR,ko;q=0.9,en;q=0.8", "ko", "채팅", "양육첫걸음 지원사업"),
        ("en-US,en;q=0.9", "en", "Chat", "First Step in Parenting"),
        ("de-LU,en;q=0.5", "en", "Chat", "First Step in Parenting"),
        ("fr-LU,en;q=0.5", "fr", "Discussion", "Premiers pas de parents"),
        ("ru", "ru", "Чат", "Первый шаг родителей"),
        ("uz-UZ", "uz", "Chat", "Ota-onalikdagi birinchi qadam"),
        ("vi", "ko", "채팅", "양육첫걸음 지원사업"),
        ("", "ko", "채팅", "양육첫걸음 지원사업"),
    ],
)
async def test_language(sqlite_url: str, accepted: str, language: str, title: str, programme: str) -> None:
    """The page opens in the browser's language when the programme speaks it, under a title that tells nothing."""
    async with serve(sqlite_url) as served:
        page = (await get(served.url, "/chat/asan-web", accept_language=accepted)).text
        assert f'<html lang="{language}">' in page
        assert f"<title>{title}</title>" in page
        assert programme in page


async def test_uzbek_in_both_scripts(sqlite_url: str) -> None:
    """The page opens in the script that the browser asks for, and "leave quickly" leads to no Korean site there."""
    async with serve(sqlite_url, programmes="sos-khorezm") as served:
        shown = {
            tag: (await get(served.url, "/chat/khorezm-web", accept_language=tag)).text for tag in ("uz", "uz-Cyrl")
        }
    assert '<html lang="uz-Cyrl">' in shown["uz-Cyrl"]
    assert "Тез чиқиш" in shown["uz-Cyrl"]
    assert "Tez chiqish" in shown["uz"]
    assert not any("weather.go.kr" in page for page in shown.values())


@pytest.mark.parametrize("line", ["nowhere", "asan-sms", "asan-telegram", "..", "<b>"])
async def test_no_such_chat(sqlite_url: str, line: str) -> None:
    """An unknown line and a line of another kind get a page that says so, with the numbers for danger, and no chat."""
    async with serve(sqlite_url, environment=TWILIO) as served:
        answer = await get(served.url, f"/chat/{line}")
        assert answer.status_code == 404
        if line != "..":
            assert "112" in answer.text
            assert "이 주소에는 채팅이 없어요" in answer.text
        assert "<script" not in answer.text


async def test_closed_to_the_outside(sqlite_url: str) -> None:
    """The page loads nothing foreign, is never stored, tells no other site, is framed by none, and sets no cookie."""
    async with serve(sqlite_url) as served:
        answer = await get(served.url, "/chat/asan-web")
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in answer.headers
        assert re.findall(r'(?:src|href|action)="(?!/chat/|tel:|#)([^"]*)"', answer.text) == []


async def test_frame_of_a_partner(sqlite_url: str) -> None:
    """A partner's site named in the settings may show the page inside its own, and no other."""
    async with serve(sqlite_url, chat_frame_ancestors="https://partner.example") as served:
        answer = await get(served.url, "/chat/asan-web")
        assert "frame-ancestors https://partner.example" in answer.headers["content-security-policy"]
        assert "x-frame-options" not in answer.headers


async def test_weight(sqlite_url: str) -> None:
    """Page, style, scripts and icons together weigh less than 30 KB on the way."""
    async with serve(sqlite_url) as served:
        weight = int((await get(served.url, "/chat/asan-web")).headers["content-length"])
        for name in pages.assets():
            answer = await get(served.url, pages.asset(name), accept_encoding="gzip")
            assert answer.status_code == 200
            assert answer.headers["content-encoding"] == "gzip"
            weight += int(answer.headers["content-length"])
        assert weight < 30_000


async def test_assets(sqlite_url: str) -> None:
    """An asset's address changes with its content, so it may be kept; an old address may not; others do not exist."""
    async with serve(sqlite_url) as served:
        now = await get(served.url, pages.asset("chat.css"), accept_encoding="identity")
        assert "immutable" in now.headers["cache-control"]
        assert now.content == pages.assets()["chat.css"]
        assert (await get(served.url, "/chat/static/old/chat.css")).headers["cache-control"] == "no-store"
        for name in ("pages.py", "..%2Fpages.py", "ko.ftl"):
            assert (await get(served.url, f"/chat/static/{pages.version()}/{name}")).status_code == 404


async def test_numbers(sqlite_url: str) -> None:
    """Police and ambulance come first among the numbers that are always one tap away."""
    async with serve(sqlite_url) as served:
        page = (await get(served.url, "/chat/asan-web")).text
        assert re.findall(r'href="tel:(\d+)"', page) == ["112", "119", "1308", "1366", "129"]


async def test_data_cannot_end_its_block(sqlite_url: str) -> None:
    """A setting with markup in it stays data."""
    async with serve(sqlite_url, chat_exit_url="https://x.example/</script><b>") as served:
        page = (await get(served.url, "/chat/asan-web")).text
        block = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
        assert block
        data = json.loads(block.group(1))
        assert data["languages"]["ko"]["text"]["exit-url"] == "https://x.example/</script><b>"


def test_every_language_says_everything() -> None:
    """The page's wording has the same messages in every language."""
    wording = pages.wording()
    assert {wording.keys(language) for language in wording.languages} == {wording.keys("ko")}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("전화 112, 1577-0199!", '<p>전화 <a href="tel:112">112</a>, <a href="tel:15770199">1577-0199</a>!</p>'),
        ("1120 · 010-112-1199 · 112-", '<p>1120 · 010-112-1199 · <a href="tel:112">112</a>-</p>'),
        (
            "109 자살예방 · 112 경찰",
            '<ul class="numbers"><li><a class="call" href="tel:109"><b>109</b> <span>자살예방</span></a></li>'
            '<li><a class="call" href="tel:112"><b>112</b> <span>경찰</span></a></li></ul>',
        ),
        ("109 <b> · 555 x", '<p><a href="tel:109">109</a> &lt;b&gt; · 555 x</p>'),
        (
            "112 <script>",
            '<ul class="numbers"><li><a class="call" href="tel:112"><b>112</b> '
            "<span>&lt;script&gt;</span></a></li></ul>",
        ),
    ],
)
def test_numbers_in_text(text: str, html: str) -> None:
    """Exactly the programme's own numbers can be tapped, however they stand in a text, and markup stays text."""
    programme = programmes.load("firststep-asan")
    assert pages.blocks(text, programme, linked=True) == [html]
    assert "<a" not in pages.blocks(text, programme, linked=False)[0]
