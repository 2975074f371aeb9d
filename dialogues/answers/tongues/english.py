"""English."""

from __future__ import annotations

from dialogues.answers.tongue import Tongue

ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = {"twenty": 20, "thirty": 30, "forty": 40}

ENGLISH = Tongue(
    tag="en",
    day=r"days?\b",
    week=r"(?:weeks?|wks?|w)(?![a-z])",
    month=r"(?:months?|mos?|m)\b(?!')",
    year=r"(?:years?|yrs?|y/?o)\b(?!')(?:\sold)?",
    half=r"\sand (?:a|1) half",
    join="and",
    ordinals={
        name: number
        for number, name in enumerate("second third fourth fifth sixth seventh eighth ninth".split(), start=2)
    },
    ordinal="th|st|nd|rd",
    said=(
        *(("half a year", "6 months"), ("a fortnight", "14 days")),
        *(
            (r" 1/2 (?=month|year)", " and a half "),
            (r"\blast week\b", "1 week ago"),
            (r"\blast month\b", "1 month ago"),
        ),
    ),
    before="every|next|last|past|within|in|after|(?<!pregnant )for",
    after=r"later|of\s|rent\b|behind|in a row",
    ago_after="ago|before",
    not_yet_before="under|less than|not yet",
    own_before="i am|i'?m",
    pregnant_after="pregnant",
    birth=r"\bborn\b|gave birth|delivered|had (?:a|my|the) baby",
    due=r"\bdue\b|expect|deliver",
    newborn="newborn|just born|born (?:today|yesterday)",
    full_term="full term|due any day",
    about_before="about|around|maybe|almost|nearly|i think|(?:it|he|she)(?:'s| is)|i'm|i am",
    about_after="or so|i think|now",
    months=(
        *("jan[a-z]*", "feb[a-z]*", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?"),
        *("sep(?:t[a-z]*)?", "oct[a-z]*", "nov[a-z]*", "dec(?:em[a-z]*)?"),
    ),
    in_month="in|of|early|late|mid",
)
