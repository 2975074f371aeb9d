"""Tells which language a short text is written in, or that it cannot be told; for texts that no engine has judged.

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

_FRENCH = """
bonjour bonsoir salut merci oui je tu il elle nous vous ils elles mon ma mes votre notre nos leur est suis sommes etes
êtes ai avons avez ont jai cest nest pas plus pour avec sans dans chez sur une des les du au aux que qui quoi quand
comment pourquoi combien où bébé enfant enfants mari femme mère père fille fils enceinte grossesse semaines mois besoin
aide aidez voudrais veux peux pouvez faut maison école visite rendez
"""

_UZBEK = """
salom assalomu alaykum rahmat ha yoq men sen siz biz ular mening sizning bizning bolam bolalar farzandim erim xotinim
onam otam qizim oglim homilador homiladorman oylik hafta yordam kerak kerakmi iltimos qachon qayerda qanday nima
nega qancha uchun bilan emas bor yoqmi bugun ertaga kecha hozir uyga uyda bolim bolim maktab tashrif kelasiz olaman
"""

_RUSSIAN_IN_LATIN = """
privet zdravstvuyte zdravstvuite spasibo pojaluysta pozhaluysta nuzhna nujna pomosh pomosch ya menya mne moy moya
rebenok rebyonok muzh muj beremenna kogda pochemu
"""

_CYRILLIC = re.compile("[а-яёўқғҳ]+")
_ONLY_UZBEK = re.compile("[ўқғҳ]")
_UZBEK_IN_CYRILLIC = frozenset(
    """
    салом раҳмат рахмат ҳа ха мен сен сиз биз менинг болам болалар эрим онам отам қизим углим ёрдам керак илтимос качон
    каерда кандай нима ким учун билан эмас бор бугун эртага хозир уйга уйда ойлик хафта хомиладор хомиладорман
    """.split()
)

_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset(_ENGLISH.split()),
    "ko": frozenset(_KOREAN_IN_LATIN.split()),
    "fr": frozenset(_FRENCH.split()),
    "uz": frozenset(_UZBEK.split()),
    "ru": frozenset(_RUSSIAN_IN_LATIN.split()),
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
    cyrillic = _CYRILLIC.findall(lower)
    if sum(map(len, cyrillic)) > sum(map(len, words)):
        uzbek = _ONLY_UZBEK.search(lower) or not _UZBEK_IN_CYRILLIC.isdisjoint(cyrillic)
        return "uz" if uzbek else "ru"
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
