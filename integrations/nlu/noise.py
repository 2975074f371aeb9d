"""Makes noisy twins of training examples: what a hurried thumb, a foreign keyboard and a phone's habits do to words.

Examples are written by people, one by one and mostly clean. Each gets ``TWINS`` twins, made by one or two kinds of
noise chosen by a random source that is seeded by the text itself: the same examples give the same twins on every
machine, and a new example changes no other's.

    letters     one letter lost, doubled, swapped with its neighbour, or replaced by one beside it on the keyboard
    spaces      all of them gone, some gone, one too many
    plain       no accents, no apostrophes, no punctuation, all capitals
    latin       Korean as people romanise it, Russian in Latin letters
    script      Uzbek in the other script, every kind of apostrophe, the short forms of chats
    chat        what is put before and after: ㅠㅠ, pls, ))) and the like
    short       English and French as they are written in text messages: u, 2nite, wiv; vs, jsui, 2m1
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator

from dialogues.scripts import has_cyrillic, has_latin, uzbek_in_latin
from integrations.nlu.romanising import korean_in_latin, russian_in_latin, uzbek_in_cyrillic

TWINS = 2
"""Noisy twins of each example."""

Chance = random.Random
Noise = Callable[[str, Chance], str]

_HANGUL = re.compile("[가-힣]")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_BESIDE = {letter: row[max(at - 1, 0) : at] + row[at + 1 : at + 2] for row in _ROWS for at, letter in enumerate(row)}
_APOSTROPHES = ("'", "ʻ", "ʼ", "\u2018", "\u2019", "`", "")
_AROUND = {
    "ko": ("{}ㅠㅠ", "{}ㅜㅜ", "{}..", "저기요 {}", "{} ㅠ", "{}!!", "안녕하세요 {}", "{}~"),
    "en": ("{} pls", "hi {}", "{}!!", "um {}", "{} :(", "{}...", "hello, {}", "{} thx"),
    "fr": ("{} svp", "bjr {}", "{}!!", "{} :(", "{}...", "bonsoir {}", "{} stp", "euh {}"),
    "ru": ("{}))", "здрасте {}", "{}!!", "{} пж", "{}...", "{}((", "добрый день {}", "ну {}"),
    "uz": ("{} iltimos", "salom {}", "{}!!", "{} opa", "{}...", "assalomu alaykum {}", "{} rahmat", "{}??"),
}


def twins(text: str, language: str) -> Iterator[str]:
    """Noisy forms of ``text``, written in ``language``; fewer than TWINS where noise changes nothing."""
    chance = Chance(f"{language}:{text}")
    kinds = [_letters, _spaces, _plain, _around(language), *_OWN[language]]
    made = {text}
    for _ in range(TWINS):
        twin = text
        for kind in chance.sample(kinds, chance.choice((1, 1, 2))):
            twin = kind(twin, chance)
        if twin not in made:
            made.add(twin)
            yield twin


def _letters(text: str, chance: Chance) -> str:
    """One slip for about every twenty letters."""
    for _ in range(1 + len(text) // 20):
        places = [at for at, letter in enumerate(text) if letter.isalpha()]
        if len(places) < 4:
            return text
        at = chance.choice(places)
        text = chance.choice((_lose, _double, _swap, _slip))(text, at, chance)
    return text


def _lose(text: str, at: int, _: Chance) -> str:
    return text[:at] + text[at + 1 :]


def _double(text: str, at: int, _: Chance) -> str:
    return text[: at + 1] + text[at:]


def _swap(text: str, at: int, _: Chance) -> str:
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]


def _slip(text: str, at: int, chance: Chance) -> str:
    letter = text[at]
    if _HANGUL.match(letter):
        return text[:at] + _misspelt(letter, chance) + text[at + 1 :]
    beside = _BESIDE.get(letter.lower(), letter)
    return text[:at] + chance.choice(beside) + text[at + 1 :]


def _misspelt(syllable: str, chance: Chance) -> str:
    """A Korean syllable as people mistype it: ㅐ for ㅔ, no final consonant or one that sounds alike, ㄲ for ㄱ."""
    number = ord(syllable) - 0xAC00
    first, vowel, final = number // 588, number % 588 // 28, number % 28
    match chance.randrange(3):
        case 0:
            vowel = {1: 5, 5: 1, 3: 7, 7: 3, 10: 15, 11: 15, 4: 8, 18: 13}.get(vowel, vowel)
        case 1:
            final = {20: 19, 19: 20, 27: 0, 6: 4, 10: 8, 22: 19, 7: 19}.get(final, 0)
        case _:
            first = {1: 0, 4: 3, 8: 7, 10: 9, 13: 12}.get(first, first)
    return chr(0xAC00 + first * 588 + vowel * 28 + final)


def _spaces(text: str, chance: Chance) -> str:
    words = text.split(" ")
    if len(words) < 2:
        return text
    if _HANGUL.search(text) and chance.random() < 0.5:
        return "".join(words)
    at = chance.randrange(1, len(words))
    return " ".join([*words[: at - 1], words[at - 1] + words[at], *words[at + 1 :]])


def _plain(text: str, chance: Chance) -> str:
    bare = re.sub(r"[.,!?…;:\"«»()-]+", " ", text).strip()
    match chance.randrange(3):
        case 0:
            return bare
        case 1:
            return bare.upper() if has_latin(text) or has_cyrillic(text.lower()) else bare
        case _:
            return _without_accents(bare)


def _without_accents(text: str) -> str:
    """Latin letters without accents and apostrophes; ``й`` and Korean stay whole."""
    spread = "".join(
        unicodedata.normalize("NFD", letter)[0] if letter < "\u0250" else letter
        for letter in unicodedata.normalize("NFC", text)
    )
    return re.sub("['’ʻʼ]", "", spread)


def _around(language: str) -> Noise:
    return lambda text, chance: chance.choice(_AROUND[language]).format(text)


def _korean_cut(text: str, chance: Chance) -> str:
    """Polite endings as they are typed in chats: 해요 → 해여, 습니다 → 슴다."""
    for said, typed in (("습니다", "슴다"), ("세요", "세여"), ("아요", "아여"), ("어요", "어여"), ("해요", "해여")):
        if said in text and chance.random() < 0.8:
            text = text.replace(said, typed)
    return text.replace("요", "용") if chance.random() < 0.1 else text


def _other_script(text: str, _: Chance) -> str:
    return uzbek_in_latin(text.lower()) if has_cyrillic(text.lower()) else uzbek_in_cyrillic(text)


def _apostrophes(text: str, chance: Chance) -> str:
    return re.sub("['’ʻʼ‘`]", chance.choice(_APOSTROPHES), text)


def _uzbek_chat(text: str, chance: Chance) -> str:
    """sh → w, ch → 4, o' → u, x for h: habits of phones without the letters."""
    for said, typed in (("sh", "w"), ("ch", "4"), ("o'", "u"), ("g'", "g"), ("h", "x"), ("yapti", "yabdi")):
        if said in text and chance.random() < 0.4:
            text = text.replace(said, typed)
    return text


def _short(habits: tuple[tuple[str, str], ...]) -> Noise:
    """Each of ``habits`` (what is said, as an expression; how it is typed) is followed more often than not."""
    patterns = [(re.compile(said, re.IGNORECASE), typed) for said, typed in habits]

    def shorten(text: str, chance: Chance) -> str:
        for pattern, typed in patterns:
            if chance.random() < 0.7:
                text = pattern.sub(typed, text)
        return text

    return shorten


_ENGLISH = (
    (r"\b(?:going to)\b", "gonna"),
    (r"\b(?:want to)\b", "wana"),
    (r"\byou\b", "u"),
    (r"\byour\b", "ur"),
    (r"\bare\b", "r"),
    (r"\bfor\b", "4"),
    (r"\b(?:to|too)\b", "2"),
    (r"\bbefore\b", "b4"),
    (r"\btonight\b", "2nite"),
    (r"\btomorrow\b", "2moro"),
    (r"(?<=\w)one\b", "1"),
    (r"\bsome", "sum"),
    (r"\bcome\b", "cum"),
    (r"\bplease\b", "plz"),
    (r"\bbecause\b", "cuz"),
    (r"\bwith\b", "wiv"),
    (r"\bthe\b", "da"),
    (r"\bknow\b", "kno"),
    (r"\bwhat\b", "wat"),
    (r"\b(c|d)(?:an|o)['’]?n?['’]?t\b", r"\1nt"),
    (r"\band\b", "n"),
    (r"ight\b", "ite"),
    (r"ing\b", "in"),
    (r"\bth(?=[aeiou])", "d"),
    (r"ice\b", "is"),
    (r"(?<=[aeiou][bdgklmnprstv])e\b", ""),
    (r"([bdfglmnprst])\1", r"\1"),
)
_FRENCH = (
    (r"\bs['’]?il (?:vous|te) pla[iî]t\b", "svp"),
    (r"\bje suis\b", "jsui"),
    (r"\bj['’]ai\b", "jé"),
    (r"\bc['’](?:est|était)\b", "c"),
    (r"\b(?:est|et|ai)\b", "é"),
    (r"\bvous\b", "vs"),
    (r"\bnous\b", "ns"),
    (r"\bpour\b", "pr"),
    (r"\bdans\b", "dan"),
    (r"\bavec\b", "ac"),
    (r"\bbeaucoup\b", "bcp"),
    (r"\btoujours\b", "tjr"),
    (r"\bdemain\b", "2m1"),
    (r"\brendez[- ]vous\b", "rdv"),
    (r"\bbébé\b", "bb"),
    (r"\bquelqu['’]un\b", "qq1"),
    (r"\b(?:qu['’]|que )", "k "),
    (r"qu(?=[aeiou])", "k"),
    (r"\b(m|t|s)on\b", r"\1n"),
    (r"\b(l|d|m|t|s|c)es\b", r"\1é"),
    (r"(?<=\w\w)(?:er|ez|ais|ait|ée|és)\b", "é"),
    (r"(?<=[a-zé])eau", "o"),
    (r"(?<=[a-zé])au", "o"),
    (r"(?<=\w\w[a-zé])[tsx]\b", ""),
    (r"(?<=\w[a-zé][bcdglmnprstv])e\b", ""),
    (r"([bcdfglmnprst])\1", r"\1"),
)

_OWN: dict[str, tuple[Noise, ...]] = {
    "ko": (korean_in_latin, _korean_cut, _spaces),
    "en": (_short(_ENGLISH),),
    "fr": (_plain, _short(_FRENCH)),
    "ru": (russian_in_latin,),
    "uz": (_other_script, _other_script, _apostrophes, _uzbek_chat),
}
