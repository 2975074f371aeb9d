"""The pages as HTML: templates, wording, style and scripts, and the headers that keep them closed."""

from __future__ import annotations

import gzip
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from jinja2 import Environment, FunctionLoader, StrictUndefined
from litestar.response import Response
from markupsafe import Markup, escape

from bot.lines import Line
from bot.settings import Settings
from data import programmes
from dialogues.own_words import in_every_script
from dialogues.programme import Programme, named
from dialogues.spelling import load_spellings
from dialogues.wording import Wording

ROOT = files("bot.chat")
TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
EMERGENCY = ("112", "119")
"""Hotlines shown first, where the programme's country has them (DOMAIN A1)."""

WEATHER = {"KR": "https://www.weather.go.kr"}
"""Where "leave quickly" leads, by the programme's country: its weather service."""

_ANYWHERE = "https://www.google.com/search?q=weather"

_NUMBER = re.compile(r"[0-9](?:-?[0-9])+")


@cache
def wording() -> Wording:
    """The page's own words in every script; English where a programme's language is not written yet."""
    files = sorted((ROOT / "wording").iterdir(), key=lambda file: file.name)
    written = {file.name: file.read_text(encoding="utf-8") for file in files}
    spoken = in_every_script(written, load_spellings(programmes.sources().spelling))
    return Wording({name.removesuffix(".ftl"): text for name, text in spoken.items()})


@cache
def texts(language: str) -> dict[str, str]:
    """Every word of the page in ``language``."""
    return {key: wording().text(language, key) for key in sorted(wording().keys("en"))}


@cache
def assets() -> dict[str, bytes]:
    """Style, scripts and icon, by file name."""
    found = (file for file in (ROOT / "static").iterdir() if file.name.rpartition(".")[2] in TYPES)
    return {file.name: file.read_bytes() for file in found}


@cache
def packed(name: str) -> bytes:
    """An asset as gzip, for phones on slow lines."""
    return gzip.compress(assets()[name], mtime=0)


@cache
def version() -> str:
    """Names this state of all assets, because scripts import each other by bare name."""
    return hashlib.sha256(b"".join(assets()[name] for name in sorted(assets()))).hexdigest()[:12]


def asset(name: str) -> str:
    """The address of an asset, another one whenever any has changed."""
    return f"/chat/static/{version()}/{name}"


def _template(name: str) -> str:
    return (ROOT / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    loader = FunctionLoader(_template)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.globals["asset"] = asset
    return environment


def language_of(accepted: str, languages: tuple[str, ...]) -> str:
    """The first of ``languages`` that the browser prefers (``Accept-Language``), else the programme's own."""
    wanted = [part.partition(";")[0].strip().lower() for part in accepted.split(",")]
    exactly = {tag.lower(): tag for tag in languages}
    for tag in wanted:
        found = exactly.get(tag) or exactly.get(tag.partition("-")[0])
        if found:
            return found
    return languages[0]


def hotlines(programme: Programme, language: str) -> list[dict[str, str]]:
    """The numbers always at hand: police and ambulance first, then those anybody may call."""
    keys = dict.fromkeys((*EMERGENCY, *programme.facts.general_hotlines))
    lines = [programme.hotlines[key] for key in keys if key in programme.hotlines]
    return [{"number": one.number, "tel": digits(one.number), "name": named(one.name, language)} for one in lines]


def digits(number: str) -> str:
    """``number`` as a phone dials it."""
    return number.replace("-", "")


def exit_of(programme: Programme, settings: Settings) -> str:
    """The harmless page that "leave quickly" leads to."""
    return settings.chat_exit_url or WEATHER.get(programme.facts.region, _ANYWHERE)


def words_of(programme: Programme, language: str, settings: Settings) -> dict[str, Any]:
    """All that the page shows in ``language``."""
    text = dict(texts(language))
    text["exit-url"] = exit_of(programme, settings)
    facts = programme.facts
    return {
        "text": text,
        "programme": named(facts.name, language),
        "organisation": named(facts.organisation, language),
        "hotlines": hotlines(programme, language),
    }


def chat(line: Line, language: str, settings: Settings) -> Response[str]:
    """The chat page of ``line``."""
    spoken = {tag: words_of(line.programme, tag, settings) for tag in line.programme.languages}
    numbers = sorted(one.number for one in line.programme.hotlines.values())
    told = {"line": line.key, "language": language, "numbers": numbers, "languages": spoken}
    json = msgspec.json.encode(told).decode().replace("<", "\\u003c")
    data = Markup(json)  # noqa: S704 (in a data block only "<" could end it)
    return page("chat.html", settings, line=line.key, language=language, data=data, **spoken[language])


def page(template: str, settings: Settings, *, status: int = 200, **values: Any) -> Response[str]:
    """A page with the headers of all pages."""
    html = _environment().get_template(template).render(**values)
    return Response(html, status_code=status, media_type="text/html", headers=headers(settings))


def headers(settings: Settings) -> dict[str, str]:
    """Nothing foreign loads, no other site is told, nothing is kept, and only sites of the settings frame the page."""
    ancestors = settings.chat_frame_ancestors or "'none'"
    closed = {
        "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        f"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex",
        "cache-control": "no-store",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    }
    return closed if settings.chat_frame_ancestors else closed | {"x-frame-options": "DENY"}


def blocks(text: str, programme: Programme, *, linked: bool) -> list[Markup]:
    """``text`` by paragraphs, safe to show; with ``linked``, the programme's hotlines in it can be tapped.

    A paragraph of nothing but hotlines and their names becomes a list of them. The scripts do the same (``show.js``).
    """
    known = {line.number for line in programme.hotlines.values()} if linked else set()
    return [_calls(part, known) or _paragraph(part, known) for part in text.split("\n\n") if part]


def _calls(text: str, known: set[str]) -> Markup | None:
    calls = [part.partition(" ") for part in text.split(" · ")]
    if not all(number in known and name for number, _, name in calls):
        return None
    item = Markup('<li><a class="call" href="tel:{}"><b>{}</b> <span>{}</span></a></li>')
    items = Markup("").join(item.format(digits(number), number, name) for number, _, name in calls)
    return Markup('<ul class="numbers">{}</ul>').format(items)


def _paragraph(text: str, known: set[str]) -> Markup:
    link, done, end = Markup('<a href="tel:{}">{}</a>'), Markup(""), 0
    for found in _NUMBER.finditer(text):
        if found.group() in known:
            done += escape(text[end : found.start()]) + link.format(digits(found.group()), found.group())
            end = found.end()
    return Markup("<p>{}</p>").format(done + escape(text[end:]))
