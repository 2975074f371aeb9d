"""A real Rasa 3.6 server, trained from our examples, answers as we think it does. `make rasa-train` makes it."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from dialogues.reading import Guess, Reading
from integrations.nlu.rasa import Rasa
from tests.conftest import missing
from tests.serving import NoEngine

ROOT = Path(__file__).parents[3]
PYTHON = ROOT / ".venv-rasa" / "bin" / "python"
PROJECT = ROOT / "var" / "rasa"
MODELS = PROJECT / "models"
STARTING = 300.0
"""Seconds that Rasa may take to start on a busy machine."""
PATIENT = 60.0
"""Seconds for a batch: these tests are about answers, not about speed."""

EMBEDDED = (Guess("out_of_scope", 0.1),)
SAID = {
    "en": ("I want to cancel the visit", "can I talk to a real person please", "please delete all my data"),
    "fr": ("je veux annuler la visite", "je veux parler à une vraie personne", "supprimez toutes mes données"),
    "ko": ("방문 취소해 주세요", "상담원이랑 통화하고 싶어요", "제 개인정보 다 지워주세요"),
    "ru": ("отмените визит пожалуйста", "хочу поговорить с живым человеком", "удалите все мои данные"),
    "uz": ("tashrifni bekor qiling", "tirik odam bilan gaplashmoqchiman", "hamma ma'lumotlarimni o'chiring"),
}
MEANT = ["visit_cancel", "talk_to_human", "forget_me"]

pytestmark = pytest.mark.slow


class Beside(NoEngine):
    """Stands beside Rasa, with a ranking that Rasa never gives."""

    async def parse(self, texts: Sequence[str]) -> list[Reading]:
        """The same for every text."""
        return [Reading(None, EMBEDDED, "en") for _ in texts]


@dataclass(frozen=True)
class Served:
    """A Rasa server at work."""

    url: str
    token: str
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def command_line(self) -> str:
        """What everybody on the machine can see."""
        path = Path(f"/proc/{self.process.pid}/cmdline")
        return path.read_text(encoding="utf-8") if path.exists() else ""  # only Linux has it


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Rasa on a free port, as ``make rasa`` serves it."""
    if reason := os.environ.get("WITHOUT_RASA"):
        pytest.skip(reason)
    if not PYTHON.exists() or not (MODELS / "front-door.tar.gz").exists():
        missing("Rasa is not set up and trained (make rasa-train)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token, log = secrets.token_urlsafe(), folder / "rasa.log"
    program = [PYTHON, ROOT / "integrations" / "nlu" / "rasa_server.py", "serve", PROJECT, MODELS, "127.0.0.1", port]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*map(str, program)],
            env={**os.environ, "RASA_TOKEN": token, "LOG_LEVEL": "DEBUG"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        served = Served(f"http://127.0.0.1:{port}", token, log, process)
        _wait(served)
        yield served
    finally:
        process.kill()
        process.wait()


def _wait(served: Served) -> None:
    deadline = time.monotonic() + STARTING
    with httpx.Client(base_url=served.url, trust_env=False, verify=False) as client:
        while served.process.poll() is None and time.monotonic() < deadline:
            try:
                if client.get("/status", params={"token": served.token}).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.2)
    pytest.fail(f"Rasa does not serve:\n{served.log.read_text(encoding='utf-8')[-2000:]}")


@pytest.fixture(scope="module")
def started() -> Iterator[tuple[ExitStack, list[Served]]]:
    """The servers that the tests have started; they end with the last test."""
    with ExitStack() as stack:
        yield stack, []


@pytest.fixture
def server(started: tuple[ExitStack, list[Served]], tmp_path_factory: pytest.TempPathFactory) -> Served:
    """A server that lives: that of the test before, unless that has killed it."""
    stack, servers = started
    if not servers or servers[-1].process.poll() is not None:
        servers.append(stack.enter_context(serving(tmp_path_factory.mktemp("rasa"))))
    return servers[-1]


@asynccontextmanager
async def asking(served: Served, token: str = "") -> AsyncIterator[tuple[Rasa, list[int]]]:
    """An engine that asks the server, and what it tells of failures."""
    failures: list[int] = []
    rasa = Rasa(served.url, token or served.token, Beside(), timeout=PATIENT, on_failure=failures.append)
    try:
        yield rasa, failures
    finally:
        await rasa.close()


async def test_it_understands_every_language(server: Served) -> None:
    """Plain requests in the five languages get their intents, in one batch and in order."""
    texts = [text for said in SAID.values() for text in said]
    async with asking(server) as (rasa, failures):
        readings = await rasa.parse(texts)
    found = [reading.top.intent for reading in readings]
    assert dict(zip(texts, found, strict=True)) == dict(zip(texts, MEANT * len(SAID), strict=True))
    assert all(len(reading.ranking) == 3 for reading in readings)
    assert failures == []


async def test_it_takes_any_text(server: Served) -> None:
    """Blanks, emoji, commands in Rasa's own language, a very long text: all get a ranking, none an error."""
    texts = [" ", "🙂🙂", "/restart", '/greet{"name": "x"}', "[a](b)", "\x00", "도" * 8000]
    async with asking(server) as (rasa, _):
        readings = await rasa.parse(texts)
    assert all(reading.ranking for reading in readings)


async def test_it_wants_the_token(server: Served) -> None:
    """Without the token, or with another one, Rasa says nothing, and the embedded ranking stands."""
    async with asking(server, token="another") as (rasa, failures):
        assert (await rasa.parse(["hello"]))[0].ranking == EMBEDDED
    assert failures == [1]
    async with httpx.AsyncClient(trust_env=False, base_url=server.url) as client:
        for token, status in (("", 401), ("another", 401), (server.token, 200)):
            answer = await client.post("/model/parse", params={"token": token}, json={"text": "hello"})
            assert answer.status_code == status


async def test_nothing_but_the_token_opens_it(server: Served) -> None:
    """Rasa's own chat channels, which know no token, are closed."""
    async with httpx.AsyncClient(trust_env=False) as client:
        for channel in ("rest", "socketio", "callback"):
            message = {"sender": "x", "message": "hello"}
            assert (await client.post(f"{server.url}/webhooks/{channel}/webhook", json=message)).status_code == 404


async def test_it_logs_no_words(server: Served) -> None:
    """Neither what was written nor the token stands in what Rasa prints, whatever LOG_LEVEL says, or in its command
    line."""
    async with asking(server) as (rasa, _):
        await rasa.parse(["something private"])
    told = server.log.read_text(encoding="utf-8") + server.command_line
    assert "Starting Rasa server" in told
    assert "something private" not in told
    assert server.token not in told


async def test_a_killed_server_takes_nothing_with_it(server: Served) -> None:
    """Rasa is killed in the middle of a batch: every text has a ranking, Rasa's or the embedded one, then only that."""
    async with asking(server) as (rasa, failures):
        await rasa.parse(["hello"])
        batch = asyncio.create_task(rasa.parse(["hello"] * 200))
        await asyncio.sleep(0.05)
        server.process.kill()
        readings = [*(await batch), *(await rasa.parse(["hello"]))]
    assert len(readings) == 201
    assert all(reading.ranking for reading in readings)
    assert readings[-1].ranking == EMBEDDED
    assert sum(failures) == sum(reading.ranking == EMBEDDED for reading in readings)
    server.process.wait()
