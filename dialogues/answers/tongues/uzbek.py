"""Uzbek in Latin letters, with and without apostrophes; Cyrillic is written in Latin first, see ``WORDS``."""

from __future__ import annotations

from dialogues.answers.tongue import Tongue

_NUMBERS = {
    "bir": 1, "ikk?i": 2, "uch": 3, "(?:to'?rt|turt)": 4, "besh": 5, "olti": 6, "yett?i": 7, "sakk?iz": 8,
    "(?:to'?|tu)(?:qq?|kk?)iz": 9, "(?:o'?n|un)": 10, "(?:yig'?irma|igirma)": 20, "(?:o'?|u)tt?iz": 30,
    "(?:q|k)ir(?:q|k)": 40, "ellik": 50, "yuz": 100,
}  # fmt: skip
_CASES = "(?:ga|da(?:man|miz|ngiz)?|dan)"
_SORTS = r"(?:li[kg]\w*|cha)"
_UNITS = "(?:oy|[hx]a[fp]ta|y[oe]sh|yil|kun)"
_ALONE = r"(?<!\d )(?<!\d)(?<!bir )(?<!kki )(?<!iki )(?<!uch )(?<!rt )(?<!esh )(?<!lti )(?<!tti )(?<!iz )"
_OF = (
    "(?:ijara|arenda|maosh|qarz|viza|kurs|to'?lov|kvartira|kommunal|ta'?til|dori|nafaqa|pul|o'?qish|ish|dam"
    "|ol(?:ma|ol)|ber(?:ma|ish))"
)

UZBEK = Tongue(
    tag="uz",
    day=rf"kun(?:{_SORTS}|{_CASES})?\b",
    week=rf"[hx]a[fp]ta(?:{_SORTS}|{_CASES}|m(?:an|iz)|ni|si)?\b",
    month=rf"oy(?:{_SORTS}|{_CASES}|u|m(?:an|iz)|ni)?\b",
    year=rf"(?:y[oe]sh(?:li\w*|{_CASES}|u|cha|ar|man|da\w*)?|yashar\w*|yil(?:lik|u|{_CASES})?)\b",
    half=r"\syarim(?:ta)?",
    join="va|yu|u",
    numbers=_NUMBERS,
    ordinals={f"{word}i?nchi": number for word, number in _NUMBERS.items() if number > 1},
    joint=r"[\s-]?",
    ordinal="i?nchi|chi",
    said=(
        (rf"{_ALONE}\byarim (?:y[oe]sh|yil)\w*", "6 months"),
        (r"\b(?:bir )?oyga (?:ham )?to'?lma\w*", "under 1 month"),
        (r"\bo'?tgan [hx]a[fp]ta\w*", "1 hafta oldin"),
        (r"\bo'?tgan oy(?:da)?\b", "1 oy oldin"),
    ),
    before="har|keyingi|oxirgi|so'?nggi|o'?tgan|yana",
    after=rf"(?:beri\b|ichida|davomida|mobaynida|keyin|so'?ng|qoldi|qolgan|o'?tdi|{_OF})",
    stretch=(
        rf"\d{{1,3}}\s?{_UNITS}(?:ga\b(?!\s(?:to'?l|kir|yaqin|yet|qadam))|dan\b(?!\s(?:osh|o'?t))|gacha\b)"
        rf"|\d{{1,3}}\s?(?:oy|[hx]a[fp]ta|yil|kun)da\b(?!\s[hx]omil)"
    ),
    ago_after=r"(?:oldin|avval|ilgari|burun|muqaddam)",
    not_yet_after="(?:ham )?(?:to'?lma|bo'?lma|bo'?lgani yo'?q|to'?lgani yo'?q|yetma|kam\\b)",
    own_before="(?:men|o'?zim)(?: hozir)?",
    own_after="(?<=man)",
    pregnant_before=r"homilador\w*[\s,:(]*(?:(?:hozir|muddati?m?|taxminan)\s)*",
    pregnant_after="(?:lik )?(?:[hx]omila|ikki ?qat|og'?ir ?oyoq|qorn)",
    child=(
        r"\b(?:bola\w*|chaqalo\w*|go'?da\w*|farzand\w*|qiz(?:im|cha\w*|ning)?|o'?g'?l(?:im|ing|i)?\w*|egizak\w*|kichig\w*)"
        r"\s(?:(?:hozir|endi|hali|yaqinda)\s)*"
    ),
    birth="tug'?(?:il|di|gan|ib)|ko'?zi?m? yori|dunyoga kel",
    due="tug'?(?:ish|ama|adi|il(?:ish|adi))|muddat|kut(?:il|ya)|ko'?zi?m? yori",
    newborn=(
        r"yangi tug'?il|(?:kecha|bugun|hozir|endigina) (?:\w+ )?tug'?(?:il)?d"
        r"|tug'?(?:il)?gan\w* (?:kecha|bugun)|chilla(?:li|sida)"
    ),
    full_term=r"oy[- ]?kun\w* yaqin|tug'?ay deb",
    about_before="taxminan|qariyb|deyarli|hozir|menimcha|balki|chamasi|endi",
    about_after="ga yaqin|atrofida|taxminan|chamasi|ta|lar|dir|edi|bo'?ldi",
    months=(
        *("yanvar\\w*", "fevral\\w*", "mart\\w*", "aprel\\w*", "may(?:da|ning|gacha)?", "iyun\\w*", "iyul\\w*"),
        *("avgust\\w*", "sent[iy]?abr\\w*", "okt[iy]?abr\\w*", "noyabr\\w*", "dekabr\\w*"),
    ),
    in_month="(?=[a-z]+(?:da| oyi))",
    day_first=True,
)

WORDS = "|".join(
    (
        *(f"(?:{number})(?:i?nchi)?" for number in _NUMBERS),
        rf"(?:oy|[hx]a[fp]ta|yosh|yil|kun)(?:{_SORTS}|{_CASES}|u|ni|m(?:an|iz)|ar|man)?",
        r"yashar\w*|yarim\w*|va|yu|tug\w*|kut\w*|muddat\w*|[hx]omila\w*|homilador\w*|qorn\w*|kuz\w*|koz\w*|yori\w*",
        r"beri|ichida|davomida|mobaynida|keyin|song|sung|qoldi|qolgan|otdi|oldin|avval|ilgari|burun|tolma\w*|bolma\w*",
        r"bolgan\w*|yoq|kam|yetma\w*|har|keyingi|oxirgi|songgi|otgan|yana|taxminan|atrofida|yaqin|ga|hozir|deyarli",
        r"bola\w*|chaqalo\w*|goda[kg]\w*|farzand\w*|qiz\w*|ogl\w*|egizak\w*|yangi|kecha|bugun|ijara|arenda|maosh|men|ozim",
        r"ta|chamasi|chi|inchi",
    )
)
"""What Cyrillic words are Uzbek when written in Latin; every other Cyrillic word stays as it is."""
