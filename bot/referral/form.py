"""The form behind a body's link: a page that works on any phone, without scripts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import uuid4

from jinja2 import Environment, FunctionLoader, StrictUndefined
from litestar.datastructures import FormMultiDict
from litestar.response import Response

from bot.app import FrontDoor
from bot.chat.pages import headers, hotlines
from bot.chat.pages import language_of as preferred
from data import programmes
from dialogues.answers.ages import ages_in
from dialogues.flow import Question, QuestionKind
from dialogues.own_words import in_every_script
from dialogues.programme import Programme, named
from dialogues.referral_form import LONGEST, Mistake, fields
from dialogues.spelling import load_spellings
from dialogues.wording import Wording
from dialogues.words import plain

ROOT = files("bot.referral")
ONCE = re.compile(r"[0-9a-f]{32}")
_COMMON = "en"


@cache
def wording() -> Wording:
    """The page's own words, in every script."""
    texts = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "wording").iterdir() if file.is_file()}
    spellings = load_spellings(programmes.sources().spelling)
    return Wording({name.removesuffix(".ftl"): text for name, text in in_every_script(texts, spellings).items()})


@cache
def _environment() -> Environment:
    loader = FunctionLoader(lambda name: (ROOT / "templates" / name).read_text(encoding="utf-8"))
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@cache
def style() -> str:
    """The style of the page."""
    return (ROOT / "static" / "referral.css").read_text(encoding="utf-8")


def language_of(programme: Programme, wanted: str, accepted: str) -> str:
    """The language asked for by name, or by the browser, or the programme's own."""
    return wanted if wanted in programme.languages else preferred(accepted, programme.languages)


def given(programme: Programme, form: FormMultiDict, now: datetime) -> dict[str, object]:
    """What was filled in, as the fields of a referral. Ages that cannot be read stay text, which is then refused."""
    told: dict[str, object] = {}
    today = now.astimezone(programme.zone).date()
    for question in fields(programme.referral) if programme.referral else ():
        sent = [str(value)[: LONGEST + 1] for value in form.getall(question.id, [])]
        match question.kind:
            case QuestionKind.MANY:
                told[question.id] = sent
            case QuestionKind.AGES if sent and sent[0].strip():
                ages = ages_in(plain(sent[0]), today)
                told[question.id] = sent[0] if ages is None else list(ages)
            case _:
                told[question.id] = sent[0].replace("\r\n", "\n").strip() if sent else ""
    return told


class Field:
    """A field of the page."""

    def __init__(self, programme: Programme, question: Question, language: str, words: Mapping[str, str]) -> None:
        self.name = question.id
        self.kind = question.kind.value
        own = f"label-{question.id}"
        self.label = words[own] if own in words else programme.wording.text(language, f"summary-{question.id}")
        self.options = [(one, programme.label(question, one, language)) for one in programme.options(question)]
        self.needed = not question.skip
        self.agreed = bool(question.when)
        """True when it is only for families that agree."""
        self.hint = words.get(f"hint-{question.id}", "")


def page(
    door: FrontDoor, programme: Programme, name: str, language: str, *, sent: FormMultiDict | None = None,
    mistakes: tuple[Mistake, ...] = (), done: str = "", status: int = 200, address: str = "",
) -> Response[str]:  # fmt: skip
    """The form of the body ``name`` with what was ``sent`` in it, or the thanks for a referral that is ``done``."""
    tag = language if language in wording().languages else _COMMON
    words = {key: wording().text(tag, key) for key in wording().keys(tag) if not wording().values(tag, key)}
    known = fields(programme.referral) if programme.referral else []
    html = _environment().get_template("form.html").render(
        language=language,
        languages=[(one, programme.wording.text(one, "language-name")) for one in programme.languages],
        text=words,
        programme=named(programme.facts.name, language),
        organisation=named(programme.facts.organisation, language),
        hotlines=hotlines(programme, language),
        body=name,
        fields=[Field(programme, question, language, words) for question in known],
        sent=sent if sent is not None else FormMultiDict([]),
        wrong={one.field: words[f"wrong-{one.wrong.value}"] for one in mistakes},
        once=str(sent.get("once", "")) if sent is not None else uuid4().hex,
        thanks=wording().text(tag, "thanks", code=done) if done else "",
        here=address,
    )  # fmt: skip
    return Response(html, status_code=status, media_type="text/html", headers=headers(door.settings))


def nothing(door: FrontDoor, *, status: int = 404, again: str = "") -> Response[str]:
    """The page for a link that leads nowhere, in every language; the same for any such link."""
    texts: list[dict[str, Any]] = [
        {"language": tag, "text": wording().text(tag, again or "gone")} for tag in wording().languages
    ]
    html = _environment().get_template("nothing.html").render(texts=texts)
    return Response(html, status_code=status, media_type="text/html", headers=headers(door.settings))
