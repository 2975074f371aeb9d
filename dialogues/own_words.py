"""The wording of one programme: what all share, in its own words where it has some, in every script it writes."""

from __future__ import annotations

from collections.abc import Mapping

from dialogues.documents import ContentError, Document
from dialogues.programme import Names, ProgrammeFile
from dialogues.spelling import Spelling
from dialogues.wording import Wording, read_messages

Spellings = Mapping[str, Spelling]
"""By language tag."""


def in_every_script(wording: Mapping[str, str], spellings: Spellings) -> dict[str, str]:
    """``wording`` (Fluent texts by file name) with that of each language that is another one in its other script."""
    made = {f"{tag}.ftl": one.wording(wording[f"{one.of}.ftl"]) for tag, one in spellings.items()}
    return {**wording, **made}


def spell_names(document: Document, spellings: Spellings) -> None:
    """Give everything in a programme's file its name in each script that the programme writes, where it has none."""
    if not isinstance(document.value, dict):
        return
    for tag in document.value.get("languages") or ():
        if tag in spellings:
            named = {key: value for key, value in document.value.items() if key != "wording"}
            document.value = document.value | spellings[tag].names(named)


def own_wording(document: Document, facts: ProgrammeFile, shared: Mapping[str, str], spellings: Spellings) -> Wording:
    """The wording of the programme in ``document``. Raises ContentError for own words of a message that is not there,
    that lack a language, or that name a value which nobody gives."""
    sources = {tag: shared[f"{tag}.ftl"] for tag in facts.languages}
    if not (facts.wording or facts.talks):
        return Wording(sources)
    known = read_messages(facts.languages[0], sources[facts.languages[0]])
    for intent, key in facts.talks.items():
        if key not in known:
            raise document.error(f"there is no message `{key}`", f"$.talks.{intent}")
    own: dict[str, list[str]] = {tag: [] for tag in facts.languages}
    for key, names in facts.wording.items():
        if key not in known:
            raise document.error(f"there is no message `{key}`", f"$.wording.{key}")
        for tag in facts.languages:
            message = _message(key, names, tag, spellings)
            if not message:
                raise document.error(f"`{key}` in `{tag}` is missing", f"$.wording.{key}")
            if strange := _values(document, key, tag, message) - known[key].values:
                raise document.error(f"nobody gives `{key}` a value ${min(strange)}", f"$.wording.{key}.{tag}")
            own[tag].append(message)
    return Wording(sources, {tag: "\n".join(messages) for tag, messages in own.items()})


def _message(key: str, names: Names, tag: str, spellings: Spellings) -> str:
    """The message in Fluent; "" where it has no words in the language."""
    if text := names.get(tag):
        return f"{key} =\n    " + text.strip().replace("\n", "\n    ")
    spelling = spellings.get(tag)
    return spelling.wording(_message(key, names, spelling.of, {})) if spelling else ""


def _values(document: Document, key: str, tag: str, message: str) -> frozenset[str]:
    try:
        return read_messages(tag, message)[key].values
    except ContentError as error:
        raise document.error(str(error).partition(": ")[2], f"$.wording.{key}.{tag}") from error
