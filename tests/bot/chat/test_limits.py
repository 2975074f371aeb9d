"""How often a page and an address may write."""

from __future__ import annotations

from tests.bot.chat.conftest import Minute
from tests.bot.chat.family import family
from tests.bot.chat.test_pages import TWILIO
from tests.serving import serve


async def test_limit_of_a_page(sqlite_url: str, minute: Minute) -> None:
    """Who writes too fast is told kindly, with the numbers to call and when to try again; others are not held up."""
    async with serve(sqlite_url, chat_posts_per_minute=3) as served, family(served) as who, family(served) as other:
        answers = [await who.post(text="안녕하세요") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        told = answers[-1].json()
        assert 0 < told["after"] <= 60
        assert answers[-1].headers["retry-after"] == str(told["after"])
        assert "112" in told["message"]
        assert "그대로" in told["message"]
        assert (await other.post(kind="start")).status_code == 200
        assert (await who.client.post("/hooks/asan-web/", json={"token": who.token})).status_code == 429
        minute.now += 60
        assert (await who.post(text="안녕하세요")).status_code == 200


async def test_limit_of_an_address(sqlite_url: str, minute: Minute) -> None:
    """One address may write for ten pages' worth; an inner address, a proxy's, is nobody's and has no such limit."""
    async with serve(sqlite_url, chat_posts_per_minute=1) as served:
        for address, refused in (("211.36.130.1", 1), ("10.0.0.7", 0)):
            codes = []
            for _ in range(11):
                async with family(served) as who:
                    codes.append((await who.post(headers={"x-forwarded-for": address}, kind="start")).status_code)
            assert codes.count(429) == refused
            assert codes.count(200) == 11 - refused


async def test_limit_is_for_chats_only(sqlite_url: str, minute: Minute) -> None:
    """A provider's webhook is never held up, and too large a post is refused before anything reads it."""
    async with serve(sqlite_url, chat_posts_per_minute=1, environment=TWILIO) as served, family(served) as who:
        codes = {(await who.client.post("/hooks/asan-sms", content=b"x")).status_code for _ in range(5)}
        assert codes == {403}
        large = await who.client.post("/hooks/asan-web", content=b"x" * (1 << 21))
        assert large.status_code == 413
