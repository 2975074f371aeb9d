"""A small programme to plant faults in: the shipped one in two languages, with one short flow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files

from data import programmes
from dialogues.checking.commands import first_words
from dialogues.checking.exploring import Explored, explore
from dialogues.loading import Sources, load_programme
from dialogues.programme import Programme

FILE = "firststep-asan.yml"
FLOW = """\
flow: self_referral
done: open_case
questions:
  - {id: language, kind: choice, options: languages, listed: false}
  - {id: consent, kind: choice, options: [agree, refuse], required: agree, listed: false}
  - {id: sensitive, kind: choice, options: [agree, refuse], listed: false}
  - {id: situation, kind: choice, options: [pregnant, other], heard: true, when: {sensitive: {equals: agree}}}
  - {id: weeks, kind: weeks, skip: true, when: {situation: {equals: pregnant}}}
  - {id: urgency, kind: choice, options: [today, week, later]}
  - {id: name, kind: text, skip: true}
  - {id: confirm, kind: summary, options: [send, change], required: send, listed: false}
"""
_SHIPPED = programmes.sources()
_TOLD = (files("data.programmes") / FILE).read_text(encoding="utf-8")
_WHOLE = re.sub(r"(?ms)^indicators:\n.*?\n\n", "", _TOLD)  # they ask for answers that the short flow has not
TEXT = re.sub(
    r"(?m)^flows: .*$", "flows: [self_referral]", re.sub(r"(?m)^languages: .*$", "languages: [ko, en]", _WHOLE)
)
SOURCES = replace(
    _SHIPPED,
    flows={"self_referral.yml": FLOW},
    wording={file: text for file, text in _SHIPPED.wording.items() if file in ("ko.ftl", "en.ftl")},
    words={file: text for file, text in _SHIPPED.words.items() if file in ("ko.yml", "en.yml")},
)


def changed(text: str, old: str, new: str) -> str:
    """``text`` with one place of it changed."""
    assert old in text, f"{old} does not stand there"
    return text.replace(old, new, 1)


def line_of(text: str, part: str) -> int:
    """The line in which ``part`` first stands."""
    return text[: text.index(part)].count("\n") + 1


def without_centres() -> str:
    """The programme's text with no centre, and districts that lead to none."""
    rest = TEXT[TEXT.index("# Administrative districts") :]
    return TEXT[: TEXT.index("\ncentres:")] + "\ncentres: []\n" + re.sub(r"centre: \w+,", 'centre: "",', rest)


def with_flow(text: str, **more: str) -> Sources:
    """The sources with another flow in place of theirs, and ``more`` flows beside it."""
    return replace(SOURCES, flows={"self_referral.yml": text, **{f"{name}.yml": flow for name, flow in more.items()}})


def with_wording(sources: Sources = SOURCES, **texts: Mapping[str, str]) -> Sources:
    """The sources with other words: by language, what stands for what; what is new stands at the end."""
    wording = dict(sources.wording)
    for tag, changes in texts.items():
        for old, new in changes.items():
            whole = wording[f"{tag}.ftl"]
            wording[f"{tag}.ftl"] = changed(whole, old, new) if old else f"{whole}\n{new}\n"
    return replace(sources, wording=wording)


def programme(sources: Sources = SOURCES, text: str = TEXT) -> Programme:
    """The programme in these sources."""
    return load_programme(FILE, text, sources)


def explored(sources: Sources = SOURCES, text: str = TEXT) -> Explored:
    """Everything that can happen in it."""
    return explore(programme(sources, text), first_words("ko.yml", sources.words["ko.yml"]))
