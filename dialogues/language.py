"""Tells which language a short text is written in, or that it cannot be told.

A script that only one supported language uses decides alone. Where languages share a script, each has its list of
telling words, and the one with most of them in the text wins. One more language is one more list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_LATIN = re.compile(r"[a-zà-öø-ÿœʻʼ'’]+")

_ENGLISH = """
a about address after afternoon again alone also always am an and angry anxious any anyone anything anymore
appointment are as ask at aunt away baby babies back bad be because been before behind belly better birth bit bleeding
book born both bottle boy breastfeeding brother but by call came can cancel cannot cant car care caseworker center
centre change chat child children city clinic come coming complain confirm could couldnt counseling counselor cry
crying dad date daughter day days did didnt do doctor does doesnt doing done dont down due each early eat else
emergency english evening every everything explain family father feel feeling find fine first food for forget formula
friday friend from get girl give go going gone good got grandma had happened hard has hasnt have havent having he
hello help her here hey him his hope hospital hour house how hungry hurt husband i id ill im in information into is
isnt it its ive job just keep kid kids kindergarten know language last late later let lets like little live living
lonely long look lost lot make married maybe me meet meeting message mom moment monday money month months more morning
mother move much mum my name need needs never new newborn next nice night nobody none not nothing now number of off
office often okay old on once one only open or other our out over overwhelmed parent parenting parents partner pay
people person phone please possible postpone pregnancy pregnant problem program question questions rather really
receive register remember reminder rent reschedule right saturday said same say school see send service she should
sick since sister sleep so social some somebody someone something son soon sorry speak start status still stop stopped
stressed such sunday support sure take talk tell than thank thanks that thats the their them then there these they
thing think this those thursday time times tired to today tomorrow too tried trouble try tuesday turn two unsubscribe
until up us very visit visitor visits wait waiting want was wasnt we wednesday week weeks weekend welcome well went
were what whats when where which who whole why will wish with without woman wont work worker worried would wrong year
years yes yesterday yet you your youre
"""

_KOREAN_IN_LATIN = """
annyeong annyeonghaseyo annyeonghaseo anyoung anyeong gamsahamnida gamsahabnida kamsahamnida gomawo gomapseumnida
juseyo juseo haejuseyo dowajuseyo dowajwo ne aniyo anio mianhaeyo joesonghamnida jeoneun naneun imsin imshin agi aegi
eomma appa bangmun sipeoyo shipeoyo isseoyo eopseoyo hangugeo hangukmal
"""

_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset(_ENGLISH.split()),
    "ko": frozenset(_KOREAN_IN_LATIN.split()),
}
"""Telling words in Latin letters, per language; apostrophes are left out."""

_ENDINGS: Mapping[str, tuple[str, ...]] = {"en": ("ing", "ness", "ful", "ught")}
"""Word endings that tell as well, where no listed word does; for words of six letters and more."""


def guess_language(text: str) -> str:
    """The language as a BCP 47 tag, "" when it cannot be told (``2``, ``ok``, an emoji, a name). Takes any string."""
    lower = text.lower()
    hangul = len(_HANGUL.findall(lower))
    words = [re.sub("[ʻʼ'’]", "", word) for word in _LATIN.findall(lower)]
    # A Korean syllable says about as much as two Latin letters.
    if hangul and 2 * hangul >= sum(map(len, words)):
        return "ko"
    return _by_words(words) or ("ko" if hangul else "")


def _by_words(words: list[str]) -> str:
    told = {language: sum(word in known for word in words) for language, known in _WORDS.items()}
    if not any(told.values()):
        told = {
            language: sum(len(word) > 5 and word.endswith(endings) for word in words)
            for language, endings in _ENDINGS.items()
        }
    best = max(told, key=lambda language: told[language])
    return best if told[best] else ""
