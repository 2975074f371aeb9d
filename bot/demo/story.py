"""The story: a family asks for help; a person answers, books a visit, and the reminder comes back confirmed."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.demo.mailbox import Mailbox
from bot.demo.people import Caseworker, Family, Unexpected, fill_in
from bot.demo.script import Referral, Script


class Story:
    """Tells what it does while it does it."""

    def __init__(
        self, script: Script, url: str, zone: ZoneInfo, screen: Console, mailbox: Mailbox, password: str, form: str
    ) -> None:
        """``form``: the address of the state body's form, where the script has one."""
        self._script = script
        self._url = url
        self._zone = zone
        self._screen = screen
        self._mailbox = mailbox
        self._password = password
        self._form = form
        self._scene = 0

    async def play(self) -> None:
        """From the first word to the confirmed visit. Raises Unexpected when something is not as it should be."""
        script = self._script
        async with (
            httpx.AsyncClient(base_url=self._url, timeout=30) as page,
            httpx.AsyncClient(base_url=self._url, timeout=30) as desk,
        ):
            family, worker = Family(page, script.line), Caseworker(desk)
            await self._referral(family)
            await self._notified()
            await self._claimed(worker)
            await self._answered(worker, family)
            if script.confirms:
                await self._matched(worker, family, script.confirms)
            starts_at = await self._booked(worker, family)
            if script.saver:
                await self._dispatched(worker, script.saver)
            await self._let_time_pass(desk, starts_at - timedelta(days=1) + timedelta(minutes=1))
            await self._reminded(family)
            await self._confirmed(worker)
            if script.refers:
                await self._referred(worker, script.refers)

    def _begin(self, scene: str, english: str) -> None:
        self._scene += 1
        own = self._script.titles[scene]
        self._screen.print(f"\n[bold]{self._scene}. {english}[/bold]\n   [dim]{own}[/dim]")

    def _line(self, who: str, text: str, style: str) -> None:
        self._screen.print(Padding(Text.assemble((f"{who}  ", "dim"), (text, style)), (0, 0, 0, 3)))

    def _heard(self, messages: list[dict[str, Any]], who: str = "bot   ") -> None:
        for message in messages:
            self._line(who, message["text"], "cyan")
            if message.get("choices"):
                self._line("      ", "  ".join(f"[{choice['label']}]" for choice in message["choices"]), "dim cyan")

    async def _referral(self, family: Family) -> None:
        self._begin("referral", "A family asks for help by web chat")
        for said in self._script.says:
            self._line("family", said.text, "bold green")
            self._heard(await family.say(said.text, said.press))

    async def _notified(self) -> None:
        self._begin("notice", "The caseworker is notified, without a name or a word of what was said")
        mail = (await self._mailbox.wait_for(1))[-1]
        body = mail.get_body(("plain",))
        self._line("mail  ", f"{mail['Subject']}\n{body.get_content().strip() if body else ''}", "yellow")

    async def _claimed(self, worker: Caseworker) -> None:
        self._begin("claim", "The caseworker claims the case in the console")
        await worker.sign_in(self._script.worker.email, self._password)
        self._line("inbox ", await worker.inbox(), "magenta")
        await worker.do("claim")
        self._line("worker", "claimed", "bold magenta")

    async def _answered(self, worker: Caseworker, family: Family) -> None:
        self._begin("reply", "The caseworker answers; the family reads it in the same chat")
        self._heard(await family.read())
        await worker.do("reply", text=self._script.reply)
        self._line("worker", self._script.reply, "bold magenta")
        self._heard(await family.read(), "reads ")
        self._line("family", self._script.thanks, "bold green")
        if await family.say(self._script.thanks):
            raise Unexpected("the bot spoke while the caseworker has the conversation")

    async def _matched(self, worker: Caseworker, family: Family, service: str) -> None:
        self._begin("match", "The caseworker confirms one of the services that fit")
        await worker.do("confirm", service=service, child="1")
        self._line("worker", f"confirmed: {service}", "bold magenta")
        self._heard(await family.read())

    async def _booked(self, worker: Caseworker, family: Family) -> datetime:
        self._begin("booking", "A visit is booked")
        day = (datetime.now(self._zone) + timedelta(days=2)).date()
        await worker.do("book", day=day.isoformat(), time="10:30", minutes="60")
        self._line("worker", f"visit on {day.isoformat()} at 10:30, {self._city} time", "bold magenta")
        self._heard(await family.read())
        return datetime.combine(day, time(10, 30), self._zone).astimezone(UTC)

    async def _dispatched(self, worker: Caseworker, saver: dict[str, str]) -> None:
        self._begin("saver", "The supervisor puts a trained saver on the roster; the caseworker sends the one who fits")
        async with httpx.AsyncClient(base_url=self._url, timeout=30) as client:
            supervisor = Caseworker(client)
            await supervisor.sign_in(self._script.supervisor.email, self._password)
            await supervisor.enrol(saver)
        await worker.send_first_saver()
        if saver["name"] not in await worker.case():
            raise Unexpected("the case page does not show who goes to the visit")
        self._line("worker", f"{saver['name']} goes to the visit", "bold magenta")

    async def _let_time_pass(self, client: httpx.AsyncClient, until: datetime) -> None:
        self._begin("time", "Time passes, which only the demo can do")
        minutes = int((until - datetime.now(UTC)).total_seconds() // 60) + 1
        answer = await client.post("/demo/clock", json={"minutes": minutes})
        now = datetime.fromisoformat(answer.json()["now"]).astimezone(self._zone)
        self._line("clock ", f"it is now {now:%A %d %B, %H:%M} in {self._city}", "yellow")

    @property
    def _city(self) -> str:
        return self._zone.key.rpartition("/")[2]

    async def _reminded(self, family: Family) -> None:
        self._begin("reminder", "The reminder goes out; the family confirms")
        reminder = await family.read()
        self._heard(reminder)
        confirm = reminder[-1]["choices"][0]
        self._line("family", confirm["label"], "bold green")
        self._heard(await family.say(confirm["label"], confirm["id"]))

    async def _confirmed(self, worker: Caseworker) -> None:
        self._begin("confirmed", "The caseworker sees it confirmed")
        page = await worker.case()
        if "visit-confirmed" not in page:
            raise Unexpected("the console does not show the visit as confirmed")
        self._line("inbox ", await worker.inbox(), "magenta")

    async def _referred(self, worker: Caseworker, referral: Referral) -> None:
        self._begin("refers", "A state body refers another family by its form")
        cases = await worker.cases()
        async with httpx.AsyncClient(base_url=self._url, timeout=30) as client:
            await fill_in(client, self._form, referral.form)
        self._line("form  ", f"{referral.name}: {', '.join(referral.form)}", "yellow")
        if len(await worker.cases()) != len(cases) + 1:
            raise Unexpected("the referral opened no case")
        self._line("inbox ", "one more case, to which nothing is ever sent", "magenta")
