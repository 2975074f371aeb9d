"""The story: a family in Asan asks for help; a person answers, books a visit, and the reminder comes back confirmed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.demo.mailbox import Mailbox
from bot.demo.people import Caseworker, Family, Unexpected

LINE = "asan-web"
ZONE = ZoneInfo("Asia/Seoul")

ANSWERS = (
    ("안녕하세요. 임신 7개월인데 혼자라서 도움이 필요해요", ""),
    ("동의해요", "consent:agree"),
    ("동의해요", "sensitive:agree"),
    ("배방읍이요", ""),
    ("집으로 와서 돌봐 주기, 생활비·월세", "needs:visit,needs:money"),
    ("이번 주 안에", "urgency:week"),
    ("지금 이 대화방", "contact:here"),
    ("아무 때나", "hours:any"),
    ("저만 봐요", "others_read:alone"),
    ("달님", ""),
    ("보내기", "confirm:send"),
)


class Story:
    """Tells what it does while it does it."""

    def __init__(self, url: str, screen: Console, mailbox: Mailbox, email: str, password: str) -> None:
        self._url = url
        self._screen = screen
        self._mailbox = mailbox
        self._email = email
        self._password = password
        self._scene = 0

    async def play(self) -> None:
        """From the first word to the confirmed visit. Raises Unexpected when something is not as it should be."""
        async with (
            httpx.AsyncClient(base_url=self._url, timeout=30) as page,
            httpx.AsyncClient(base_url=self._url, timeout=30) as desk,
        ):
            family, worker = Family(page, LINE), Caseworker(desk)
            await self._referral(family)
            await self._notified(1)
            await self._claimed(worker)
            await self._answered(worker, family)
            starts_at = await self._booked(worker, family)
            await self._let_time_pass(desk, starts_at - timedelta(days=1) + timedelta(minutes=1))
            await self._reminded(family)
            await self._confirmed(worker)

    def _begin(self, korean: str, english: str) -> None:
        self._scene += 1
        self._screen.print(f"\n[bold]{self._scene}. {english}[/bold]\n   [dim]{korean}[/dim]")

    def _line(self, who: str, text: str, style: str) -> None:
        self._screen.print(Padding(Text.assemble((f"{who}  ", "dim"), (text, style)), (0, 0, 0, 3)))

    def _heard(self, messages: list[dict[str, Any]], who: str = "bot   ") -> None:
        for message in messages:
            self._line(who, message["text"], "cyan")
            if message.get("choices"):
                self._line("      ", "  ".join(f"[{choice['label']}]" for choice in message["choices"]), "dim cyan")

    async def _referral(self, family: Family) -> None:
        self._begin("가족이 웹 채팅으로 도움을 청합니다", "A family refers itself by web chat")
        for text, choice in ANSWERS:
            self._line("family", text, "bold green")
            self._heard(await family.say(text, choice))

    async def _notified(self, count: int) -> None:
        self._begin(
            "담당자에게 알림이 갑니다 (이름도 내용도 없이)",
            "The caseworker is notified, without a name or a word of what was said",
        )
        for mail in (await self._mailbox.wait_for(count))[-1:]:
            body = mail.get_body(("plain",))
            self._line("mail  ", f"{mail['Subject']}\n{body.get_content().strip() if body else ''}", "yellow")

    async def _claimed(self, worker: Caseworker) -> None:
        self._begin("담당자가 콘솔에서 접수를 맡습니다", "The caseworker claims the case in the console")
        await worker.sign_in(self._email, self._password)
        self._line("inbox ", await worker.inbox(), "magenta")
        await worker.do("claim")
        self._line("worker", "claimed", "bold magenta")

    async def _answered(self, worker: Caseworker, family: Family) -> None:
        self._begin(
            "담당자가 답하고, 가족이 같은 대화방에서 읽습니다",
            "The caseworker answers; the family reads it in the same chat",
        )
        self._heard(await family.read())
        text = "달님, 안녕하세요. 담당 김하늘이에요. 연락 주셔서 고마워요. 이번 주에 찾아뵈어도 괜찮을까요?"
        await worker.do("reply", text=text)
        self._line("worker", text, "bold magenta")
        self._heard(await family.read(), "reads ")
        self._line("family", "네, 좋아요. 기다릴게요.", "bold green")
        if await family.say("네, 좋아요. 기다릴게요."):
            raise Unexpected("the bot spoke while the caseworker has the conversation")

    async def _booked(self, worker: Caseworker, family: Family) -> datetime:
        self._begin("방문을 잡습니다", "A visit is booked")
        day = (datetime.now(ZONE) + timedelta(days=2)).date()
        await worker.do("book", day=day.isoformat(), time="10:30", minutes="60")
        self._line("worker", f"visit on {day.isoformat()} at 10:30, Seoul time", "bold magenta")
        self._heard(await family.read())
        return datetime.combine(day, datetime.min.time(), ZONE).replace(hour=10, minute=30).astimezone(UTC)

    async def _let_time_pass(self, client: httpx.AsyncClient, until: datetime) -> None:
        self._begin("시간이 흐릅니다 (데모에서만 되는 일)", "Time passes, which only the demo can do")
        minutes = int((until - datetime.now(UTC)).total_seconds() // 60) + 1
        answer = await client.post("/demo/clock", json={"minutes": minutes})
        now = datetime.fromisoformat(answer.json()["now"]).astimezone(ZONE)
        self._line("clock ", f"it is now {now:%A %d %B, %H:%M} in Seoul", "yellow")

    async def _reminded(self, family: Family) -> None:
        self._begin("하루 전 알림이 가고, 가족이 확인합니다", "The reminder goes out; the family confirms")
        reminder = await family.read()
        self._heard(reminder)
        confirm = reminder[-1]["choices"][0]
        self._line("family", confirm["label"], "bold green")
        self._heard(await family.say(confirm["label"], confirm["id"]))

    async def _confirmed(self, worker: Caseworker) -> None:
        self._begin("담당자가 확정된 방문을 봅니다", "The caseworker sees it confirmed")
        page = await worker.case()
        if "visit-confirmed" not in page:
            raise Unexpected("the console does not show the visit as confirmed")
        self._line("inbox ", await worker.inbox(), "magenta")
