"""What is wrong with the facts of a programme's file, beyond what their shapes alone can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dialogues.case import Urgency
from dialogues.crisis import CODES
from dialogues.programme import ProgrammeFile
from dialogues.services import service_mistakes
from dialogues.times import DAYS, SAFE_HOURS


def fact_mistakes(facts: ProgrammeFile) -> Iterator[tuple[str, str]]:
    """(path, what is wrong), such as ``("$.quiet", "quiet hours must …")``."""
    yield from _hour_mistakes(facts)
    yield from _key_mistakes(facts)
    centres = {centre.key for centre in facts.centres}
    for index, district in enumerate(facts.districts):
        if district.centre and district.centre not in centres:
            yield f"$.districts[{index}].centre", f"there is no centre `{district.centre}`"
    for index, label in enumerate(facts.reminders):
        if not re.fullmatch(r"\d{1,3}[dhm]", label):
            yield f"$.reminders[{index}]", f"`{label}` is not a time span such as 3d, 2h or 30m"
    visits = facts.visits_a_month
    if visits and not 1 <= visits.least <= visits.most:
        yield "$.visits_a_month", "a family is visited once a month at least, and `most` is no less than `least`"
    yield from service_mistakes(facts.services, {district.key for district in facts.districts})
    yield from _name_mistakes(facts)
    yield from _number_mistakes(facts)
    for urgency in Urgency:
        steps = facts.escalation.get(urgency, ())
        if not steps:
            yield "$.escalation", f"urgency `{urgency}` has no escalation times"
        if list(steps) != sorted(set(steps)) or min(steps, default=1) < 1:
            yield f"$.escalation.{urgency}", "escalation times are minutes and grow"
        if facts.answer_within.get(urgency, 0) < 1:
            yield "$.answer_within", f"urgency `{urgency}` has no answering time"


def _hour_mistakes(facts: ProgrammeFile) -> Iterator[tuple[str, str]]:
    try:
        ZoneInfo(facts.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield "$.timezone", f"`{facts.timezone}` is not a time zone"
    if not facts.quiet.start > facts.quiet.end:
        yield "$.quiet", "quiet hours must start in the evening and end in the morning"
    for name, (opens, closes) in SAFE_HOURS.items():
        if max(opens, facts.quiet.end) >= min(closes, facts.quiet.start):
            yield "$.quiet", f"quiet hours leave nothing of the {name}, which a family may choose"
    for index, day in enumerate(facts.office.days):
        if day not in DAYS:
            yield f"$.office.days[{index}]", f"`{day}` is none of {', '.join(DAYS)}"
    if not facts.office.days or facts.office.opens >= facts.office.closes:
        yield "$.office", "somebody has to work at some hour"


def _key_mistakes(facts: ProgrammeFile) -> Iterator[tuple[str, str]]:
    for name in ("lines", "centres", "districts", "hotlines", "services"):
        keys = [item.key for item in getattr(facts, name)]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                yield f"$.{name}[{index}].key", f"`{key}` stands here twice"


def _name_mistakes(facts: ProgrammeFile) -> Iterator[tuple[str, str]]:
    named = [("$.name", facts.name), ("$.organisation", facts.organisation)]
    named += [(f"$.centres[{index}].name", centre.name) for index, centre in enumerate(facts.centres)]
    named += [(f"$.districts[{index}].name", district.name) for index, district in enumerate(facts.districts)]
    named += [(f"$.hotlines[{index}].name", hotline.name) for index, hotline in enumerate(facts.hotlines)]
    for index, service in enumerate(facts.services):
        named += [(f"$.services[{index}].name", service.name)]
        named += [(f"$.services[{index}].places[{at}].name", place.name) for at, place in enumerate(service.places)]
    for path, names in named:
        for language in facts.languages:
            if not names.get(language):
                yield path, f"the name in `{language}` is missing"


def _number_mistakes(facts: ProgrammeFile) -> Iterator[tuple[str, str]]:
    known = {hotline.key for hotline in facts.hotlines}
    used = [("$.general_hotlines", key) for key in facts.general_hotlines]
    used += [(f"$.crisis.{code}", key) for code, keys in facts.crisis.items() for key in keys]
    used += [("$.foreign_hotline", facts.foreign_hotline)] if facts.foreign_hotline else []
    for path, key in used:
        if key not in known:
            yield path, f"there is no hotline `{key}`"
    if not facts.general_hotlines:
        yield "$.general_hotlines", "there has to be a number that anybody may call"
    for code in CODES:
        if not facts.crisis.get(code):
            yield "$.crisis", f"crisis `{code}` has no numbers"
    for code in facts.crisis:
        if code not in CODES:
            yield f"$.crisis.{code}", f"`{code}` is not a crisis code"
