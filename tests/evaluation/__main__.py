"""``make evaluate``: how well families are understood, on texts that nobody trained on."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace
from rich.console import Console
from rich.table import Table

from bot.app import understanding
from bot.settings import Settings, read
from dialogues.messages import Inbound
from tests.evaluation import measuring
from tests.evaluation.measuring import KINDS, Read, Share
from tests.evaluation.picture import save_confusions
from tests.evaluation.texts import LANGUAGES, Held, amid, held

VAR = Path(__file__).parents[2] / "var"


async def _read(settings: Settings, texts: Mapping[str, Sequence[Held]]) -> dict[str, Read]:
    """Every language's texts as the running bot reads them."""
    reader = understanding(settings)
    found: dict[str, Read] = {}
    for language, told in texts.items():
        inbounds = [Inbound(line="evaluation", provider_id="", handle="", text=text.text) for text in told]
        readings = [reading for at in range(0, len(told), 64) for reading in await reader.read(inbounds[at : at + 64])]
        found[language] = list(zip(told, readings, strict=True))
    await reader.close()
    return found


def _percent(told: Share) -> str:
    low, high = told.interval
    return f"{told.value:.1%} [{low:.0%}-{high:.0%}]"


def _intents(found: dict[str, Read]) -> Table:
    table = Table(
        "language", "texts", "accuracy", *KINDS, "macro-F1", title="intents, accuracy with 95 % Wilson intervals"
    )
    for language, told in found.items():
        kinds = [_percent(measuring.accuracy(told, kind)) for kind in KINDS]
        whole = measuring.accuracy(told)
        table.add_row(language, str(whole.of), _percent(whole), *kinds, f"{measuring.macro_f1(told):.3f}")
    return table


def _crises(found: dict[str, Read]) -> Table:
    columns = ("recall", *KINDS, "noticed", "own code", "precision", "false alarms", "on ordinary", "gentle")
    table = Table("language", *columns, title="crises, with 95 % Wilson intervals")
    for language, told in found.items():
        shares = (
            measuring.recall(told),
            *(measuring.recall(told, kind) for kind in KINDS),
            measuring.noticed(told),
            measuring.right_code(told),
            measuring.precision(told),
            measuring.false_alarms(told),
            measuring.ordinary_alarms(told),
            measuring.gentle(told),
        )
        table.add_row(language, *map(_percent, shares))
    return table


def _amid(found: dict[str, Read]) -> Table:
    table = Table(*found, title="crises between four ordinary requests, recall with 95 % Wilson intervals")
    table.add_row(*(_percent(measuring.recall(told)) for told in found.values()))
    return table


def _confusions(found: dict[str, Read]) -> Table:
    table = Table("meant", "taken for", "texts", title="what is taken for what most often")
    whole = measuring.confusions([pair for told in found.values() for pair in told])
    for (want, got), count in whole.most_common(15):
        table.add_row(want, got or "(nothing)", str(count))
    return table


def _errors(found: dict[str, Read], screen: Console) -> None:
    for told in found.values():
        for text, reading in told:
            if text.crisis and not text.soft and not measuring.hard(reading.crisis):
                screen.print(f"missed {text.lang} {text.crisis} {text.kind}: {text.text}", markup=False)
            elif text.kind == "hard_negative" and measuring.hard(reading.crisis):
                screen.print(f"false alarm {text.lang} {reading.crisis}: {text.text}", markup=False)
            elif text.intent and reading.top.intent != text.intent:
                wrong = f"{text.intent} taken for {reading.top.intent} ({reading.top.confidence:.2f})"
                screen.print(f"{wrong} {text.lang} {text.kind}: {text.text}", markup=False)


def _evaluate(engine: str, *, fresh: bool, errors: bool, screen: Console) -> None:
    texts = {language: held(language, fresh=fresh) for language in LANGUAGES}
    settings = replace(read(), nlu=engine)
    found = asyncio.run(_read(settings, texts))
    longer = asyncio.run(_read(settings, {language: amid(told) for language, told in texts.items()}))
    everything, every_longer = ([pair for one in told.values() for pair in one] for told in (found, longer))
    screen.rule(f"engine: {engine}{', fresh texts' if fresh else ''}")
    for table in (
        _intents({**found, "all": everything}),
        _crises({**found, "all": everything}),
        _amid({**longer, "all": every_longer}),
        _confusions(found),
    ):
        screen.print(table)
    picture = VAR / f"confusions-{engine}.png"
    save_confusions(everything, f"intents, engine {engine}", picture)
    screen.print(f"the confusion matrix: {picture.relative_to(VAR.parent)}")
    if errors:
        _errors(found, screen)


def main() -> None:
    """Evaluate the engines that are there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--engine", choices=("embedded", "rasa"), action="append", help="default: those that are set up"
    )
    parser.add_argument("--fresh", action="store_true", help="the texts written after everything was chosen")
    parser.add_argument("--errors", action="store_true", help="list every text that was misunderstood")
    given = parser.parse_args()
    screen = Console(width=170)
    engines = given.engine or ["embedded", *(["rasa"] if read().rasa_url else [])]
    for engine in engines:
        _evaluate(engine, fresh=given.fresh, errors=given.errors, screen=screen)
    if "rasa" not in engines:
        screen.print("Rasa: not evaluated; start it with `make rasa`, set RASA_URL and RASA_TOKEN, and run this again")


if __name__ == "__main__":
    main()
