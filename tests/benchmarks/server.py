"""The program under measurement: everything real, only the provider's last step is left out."""

from __future__ import annotations

import argparse
import logging

import structlog

from bot.app import build
from bot.lines import Line, Lines
from bot.serving import server
from bot.settings import Settings
from data import programmes
from dialogues.messages import Outgoing
from integrations.channels.channel import Sent
from integrations.channels.sms import Sms
from tests.benchmarks import story
from tests.serving import KEY


class NoProvider(Sms):
    """An SMS line whose provider takes everything at once."""

    async def send(self, message: Outgoing) -> Sent:
        """Taken."""
        return Sent(provider_id=f"SM{message.id.hex}")

    async def start(self) -> None:
        """Nothing to open."""

    async def close(self) -> None:
        """Nothing to close."""


def main() -> None:
    """Serve on the port given until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", required=True)
    parser.add_argument("--port", type=int, required=True)
    given = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    programme = programmes.load("firststep-asan")
    url = f"http://127.0.0.1:{given.port}"
    channel = NoProvider(story.LINE, story.ACCOUNT, story.TOKEN, story.OURS, url)
    settings = Settings(database_url=given.database, data_keys=KEY, public_url=url)
    door = build(settings, {}, lines=Lines({story.LINE: Line(story.LINE, "sms", channel, programme)}))
    server(door, "127.0.0.1", given.port).run()


if __name__ == "__main__":
    main()
