"""French, as it is typed: with and without accents, in full and in the short forms of a phone."""

from __future__ import annotations

from dialogues.answers.tongue import Tongue

_STEMS = {
    "deux": 2, "trois": 3, "quatr": 4, "cinqu?": 5, "six": 6, "sept": 7, "huit": 8, "neuv": 9, "dix": 10, "onz": 11,
    "douz": 12, "treiz": 13, "quatorz": 14, "quinz": 15, "seiz": 16, "vingt": 20, "trent": 30,
}  # fmt: skip
_NUMBERS = {
    "une?": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30,
    "quarante": 40,
}  # fmt: skip

FRENCH = Tongue(
    tag="fr",
    day=r"(?:jours?|j)\b",
    week=r"(?:sem(?:aines?|s)?|semain|smn|s\.?a)\b",
    month=r"mois\b",
    year=r"(?:ans?|annees?)\b",
    half=r"\set demie?",
    join="et",
    numbers=_NUMBERS,
    ordinals={f"{stem}i?eme": number for stem, number in _STEMS.items()} | {"uni?eme": 1},
    joint=r"(?:[\s-]et)?[\s-]",
    ordinal="i?emes?|e|ere?",
    said=(
        (r"\bune quinzaine de jours", "15 jours"),
        (r"\b(?:une )?demi[ -]annee", "6 mois"),
        (r"\bsemaine (?:derniere|passee)", "1 semaine ago"),
        (r"\bmois (?:dernier|passe)\b", "1 mois ago"),
    ),
    before=(
        r"(?<!enceinte )depuis|pendant|durant|dans|en|apres|avant(?: ses)?|tous les|toutes les|chaque|pour|encore"
        r"|d'ici|au bout de|jusqu'a|plus de(?= \d+ (?:mois|ans) (?:que|de)\b)"
    ),
    after=(
        r"(?:\b(?:dernier|derniere|prochain|plus tard|de suite|d'affilee|qu(?:e\b|')|sans|apres|avant|par\b)"
        r"|\bd(?:e |')(?!(?:la |ma )?grossesse|gestation|amenorrhee|vie\b|enceinte))"
    ),
    ago_before=r"(?:il )?y a|ilya|ya|voila",
    not_yet_before=r"moins d(?:e\s|')|pas encore",
    own_before=r"j'?ai|g|je viens d'avoir",
    pregnant_before=r"(?:enceinte|grossesse)[\s,:(]*(?:depuis\s|de\s|d'|a\s|au\s|dans (?:mon|le)\s)?",
    pregnant_after=r"(?:d(?:e |'))?(?:la |ma )?(?:grossesse|gestation|amenorrhee|enceinte)",
    child=(
        r"\b(?:fille|fils|garcon|bebe|bb|enfant|petite?|jumeaux|jumelles|nourrisson)\s"
        r"(?:(?:a|ont|de|vient d'avoir|est a)\s)?"
    ),
    birth=(
        r"\bnees?\b|(?:est|suis|bebe|fils|il|sont) nes?\b|\bnes? (?:le|il y a|ya|y a|hier|en)\b"
        r"|accouch|naissance|mis au monde"
    ),
    due=r"prevue?s?\b|\bterme\b|accouch|\bdpa\b|naissance|naitre|attendue?",
    newborn=(
        r"nouveau[ -]?nee?|vient de naitre"
        r"|(?:\bnee?|accouche) (?:hier|aujourd'?hui|ce matin|cette nuit)"
    ),
    first_birthday=r"(?:premier|1er) anniversaire",
    full_term=r"\b(?:suis|grossesse|enceinte|arrive) a terme\b",
    about_before="environ|a peu pres|presque|vers|je crois|je pense|peut-etre|maintenant|ca fait|c'est|il a|elle a|a",
    about_after="environ|a peu pres|je crois|je pense|maintenant|pile",
    months=(
        *("janv(?:ier)?", "fevr(?:ier)?", "mars", "avr(?:il)?", "mai", "juin", "juil(?:let)?", "aout"),
        *("septembre", "octobre", "novembre", "decembre"),
    ),
    in_month="en|debut|fin|mi|courant|(?:au |du )?mois de|mois d'",
    day_first=True,
)
