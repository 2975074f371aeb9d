"""Weeks and ages are read in French, Russian and Uzbek as people type them, and nothing else is read as one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.answers.numbers import (
    MOST_MONTHS,
    MOST_WEEKS,
    bare_number,
    months_in,
    of_the_pregnancy,
    tells_child,
    weeks_in,
)
from dialogues.words import plain

TODAY = date(2026, 11, 23)


def table(lines: str) -> list[tuple[str, int | None]]:
    """``text = number`` on each line; ``text = -`` where there is none."""
    pairs = [line.strip().rpartition(" = ") for line in lines.strip().splitlines()]
    return [(text, None if number == "-" else int(number)) for text, _, number in pairs]


WEEKS = table("""
    24 sem = 24
    24sem = 24
    24 SA = 24
    24 sa + 3 = 24
    24 semaines et demie = 24
    vingt-quatre semaines = 24
    vingt et une semaines = 21
    vingt-six semaines = 26
    dix-sept semaines = 17
    je suis à ma 24ème semaine = 24
    5 mois = 18
    cinq mois de grossesse = 18
    enceinte de cinq mois et demi = 18
    je suis enceinte depuis 3 mois = 10
    au 7ème mois = 26
    au 7eme mois = 26
    au septième mois = 26
    j'en suis à 4 mois = 14
    je suis à terme = 38
    prévu pour le 3 janvier = 35
    le terme est le 12 mars 2027 = 25
    le 12 mars = 25
    le 12 mars 2027 = 25
    j'accouche en mars = 24
    dpa 12/03 = 25
    depuis 3 semaines je ne dors pas = -
    il y a 3 semaines = -
    dans 2 mois = -
    deux mois de retard de loyer = -
    ça fait 3 mois que je ne paie plus = -
    toutes les 2 semaines = -
    on a un an de retard = -
    24 нед = 24
    24нед. = 24
    24 недели = 24
    24-я неделя = 24
    на 24 неделе = 24
    на 24-й неделе = 24
    двадцать четыре недели = 24
    двадцать четвёртая неделя = 24
    на двадцать четвёртой неделе = 24
    24 недели и 3 дня = 24
    24,5 недель = 24
    7 мес = 26
    7 месяцев = 26
    семь месяцев = 26
    на седьмом месяце = 26
    на 7 месяце = 26
    на 7-м месяце = 26
    жена на пятом месяце = 18
    5й месяц = 18
    первый месяц = -
    ПДР 12 марта = 25
    пдр 12.03 = 25
    12 марта 2027 года = 25
    рожать в марте = 24
    родить должна 3 января = 35
    на последнем месяце = 38
    за 2 месяца = -
    через 3 месяца = -
    через пару недель = -
    3 недели назад узнала = -
    две недели назад = -
    неделю назад = -
    последние 3 недели = -
    каждые 2 недели = -
    до родов еще два месяца = -
    3 месяца без работы = -
    раз в два месяца = -
    24 места = -
    24 hafta = 24
    24-hafta = 24
    24-haftada = 24
    24 haftalikman = 24
    24 xafta = 24
    yigirma to'rt hafta = 24
    yigirma toʻrt hafta = 24
    yigirma tort hafta = 24
    йигирма тўрт ҳафта = 24
    йигирма турт хафта = 24
    24 ҳафта = 24
    o'n ikki hafta = 12
    on ikki hafta = 12
    ўн икки ҳафта = 12
    5 oylik = 18
    5 oylikman = 18
    besh oylik homiladorman = 18
    беш ойлик = 18
    7-oyligida = 26
    7-oy = 26
    8 oydaman = 30
    yettinchi oy = 26
    еттинчи ой = 26
    yettinchi oyda = 26
    12-mart = 25
    tug'ish kuni 12-mart = 25
    туғиш куни 12 март = 25
    martda tug'aman = 24
    2 oydan beri ishsizman = -
    икки ойдан бери = -
    3 hafta oldin bildim = -
    bir oyga pul kerak = -
    ikki haftada bir = -
    3 oylik ijara = -
    3 oydan keyin = -
    uch oy qoldi = -
    2 oyna = -
    2 ha = -
    on m'a dit = -
    aslo unday = -
    yetim bola = -
    je suis là = -
    oy = -
""")

MONTHS = table("""
    5 mois = 5
    deux mois = 2
    2 mois et demi = 2
    il a un mois = 1
    3 ans = 36
    un an = 12
    un an et demi = 18
    3 ans et demi = 42
    2 ans et 3 mois = 27
    deux ans trois mois = 27
    bébé de 3 sem = 0
    10 jours = 0
    quinze jours = 0
    une quinzaine de jours = 0
    j'ai 25 ans et mon fils a 4 mois = 4
    des jumeaux de 5 mois, l'aîné a 3 ans = 5
    moins d'un mois = 0
    nouveau-né = 0
    née hier = 0
    il est né il y a 12 jours = 0
    j'ai accouché il y a deux mois = 2
    elle est née le 3 août = 3
    né le 3 août 2026 = 3
    né en mars 2024 = 32
    né le 03/08/2026 = 3
    j'ai 17 ans = -
    il y a deux ans on a divorcé = -
    au chômage depuis un an = -
    dans un mois = -
    pendant deux semaines = -
    en mars je déménage ailleurs = -
    2 mais pas plus = -
    3 après = -
    7 мес = 7
    7 мес. = 7
    семь месяцев = 7
    трёх лет = 36
    3 годика = 36
    2 годика = 24
    годик = 12
    нам годик = 12
    ему месяц = 1
    дочке неделя = 0
    год = 12
    1 год = 12
    один год = 12
    год и 3 месяца = 15
    год и три месяца = 15
    1 год 3 мес = 15
    1г 3м = 15
    год с половиной = 18
    полтора года = 18
    полтора месяца = 1
    1,5 года = 18
    два с половиной года = 30
    2.5 года = 30
    полгода = 6
    пол года = 6
    пять лет = 60
    5 лет = 60
    двухмесячный = 2
    трёхлетний сын = 36
    2-летняя дочь = 24
    годовалый = 12
    полугодовалый = 6
    15 месяцев = 15
    двадцать один месяц = 21
    две недели = 0
    10 дней = 0
    100 дней = 3
    нет ещё месяца = 0
    меньше месяца = 0
    новорождённый = 0
    родилась вчера = 0
    родилась 5 дней назад = 0
    родила неделю назад = 0
    родила два месяца назад = 2
    родился 3 августа = 3
    родился 03.08.2026 = 3
    родился в августе = 3
    родился в марте 2024 = 32
    родился 12 марта 24 года = 32
    мне 17 лет = -
    мне 25 лет, дочке 3 месяца = 3
    старшему 5 лет, младшему 8 месяцев = 8
    2 года назад развелись = -
    за 2 месяца = -
    через 3 месяца = -
    в марте переезжаем в Асан = -
    летом = -
    3 места = -
    3 yosh = 36
    3 yoshda = 36
    3 yoshli = 36
    bir yosh = 12
    bir yarim yosh = 18
    yarim yosh = 6
    ярим ёш = 6
    бир ярим ёш = 18
    2 yoshu 3 oy = 27
    1 ёшу 4 ойлик = 16
    2 yosh va 3 oy = 27
    3 yashar = 36
    5 oylik = 5
    besh oylik = 5
    беш ойлик = 5
    olti oylik = 6
    3 oyga to'ldi = 3
    уч ёш = 36
    3 ёш = 36
    2 haftalik = 0
    10 kunlik = 0
    yuz kunlik = 3
    1 oyga to'lmagan = 0
    bir oy bo'lmadi = 0
    yangi tug'ilgan chaqaloq = 0
    kecha tug'ildi = 0
    5 kun oldin tug'ildi = 0
    ikki oy oldin tug'dim = 2
    3-avgustda tug'ilgan = 3
    2024-yil 12-mart = 32
    2024 йил 12 март = 32
    kattasi 5 yosh, kichigi 7 oylik = 7
    2 oydan beri = -
    3 oylik ijara = -
    bir oyga bering = -
    ikki yil oldin ajrashdim = -
    17 yoshdaman = -
    7 oyna = -
    2 yo'q = -
    2 yoʻq = -
    je n'ai besoin de rien = -
    needs it 3 years ago = -
    oyim = -
""")

BARE = table("""
    cinq = 5
    environ 24 = 24
    vingt-quatre = 24
    à peu près 24 = 24
    vingt et un = 21
    двадцать четыре = 24
    около 24 = 24
    24 примерно = 24
    пять = 5
    besh = 5
    yigirma to'rt = 24
    йигирма тўрт = 24
    24 ta = 24
    taxminan 24 = 24
    deux enfants = -
    двое детей = -
    ikki bola = -
""")


def test_weeks_of_pregnancy() -> None:
    """Weeks, months of pregnancy and due dates become completed weeks; other stretches of time do not."""
    found = [(text, weeks_in(plain(text), TODAY)) for text, _ in WEEKS]
    assert [row for row, right in zip(found, WEEKS, strict=True) if row != right] == []


def test_months_of_age() -> None:
    """Days, weeks, months, years and birthdays become completed months; other stretches of time do not."""
    found = [(text, months_in(plain(text), TODAY)) for text, _ in MONTHS]
    assert [row for row, right in zip(found, MONTHS, strict=True) if row != right] == []


def test_a_number_by_itself() -> None:
    """A number is bare only when nothing but "about" stands beside it."""
    found = [(text, bare_number(plain(text))) for text, _ in BARE]
    assert [row for row, right in zip(found, BARE, strict=True) if row != right] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("enceinte de 5 mois, ma fille a 2 ans", "5 mois"),
        ("ma fille a 2 ans et j'en suis à 5 mois de grossesse", "5 mois"),
        ("беременна, 20 недель, сыну 3 года", "20 недель"),
        ("дочке 8 месяцев, а я на пятом месяце", "5th месяце"),
        ("qizim 2 yosh, besh oylik homiladorman", "5 oylik"),
        ("болам 8 ойлик, ҳомиладорман 12 ҳафта", "12 hafta"),
        ("беременна и дочке 3 месяца", ""),
    ],
)
def test_the_time_beside_the_pregnancy_is_told_apart_from_a_childs_age(text: str, told: str) -> None:
    """Only what is told right beside the word pregnant is the pregnancy's."""
    assert of_the_pregnancy(plain(text)) == told


@pytest.mark.parametrize(
    "text",
    ["ma fille a 2 ans", "bébé de trois mois", "дочке 3 месяца", "сыну уже годик", "qizim 5 oylik", "ўғлим уч ёш"],
)
def test_the_age_of_a_named_child(text: str) -> None:
    """The age of a child that is named tells that there is one."""
    assert tells_child(plain(text))


@pytest.mark.parametrize("text", ["enceinte de 5 mois", "беременна 5 месяцев", "besh oylik homiladorman"])
def test_the_time_of_a_pregnancy_is_no_childs_age(text: str) -> None:
    """How long a pregnancy lasts tells of no child."""
    assert not tells_child(plain(text))


@pytest.mark.parametrize(
    "form", ["{} sem", "{} semaines", "{}ème semaine", "{} нед", "{}-я неделя", "{} hafta", "{}-hafta", "{} ҳафта"]
)
def test_every_week_is_read(form: str) -> None:
    """Each week of a pregnancy is read in digits, in every language and form."""
    assert [weeks_in(plain(form.format(week)), TODAY) for week in range(1, 43)] == list(range(1, 43))


@given(
    st.lists(
        st.sampled_from(
            "ans mois sem un vingt et demi né il y a 12 31 mars le de год полтора полгода мес на седьмом 30 февраля "
            "родила назад 29.02 hafta oy yosh bir yarim o'n to'rt beri 12-mart йигирма ҳафта ёш 99 1,5 2024".split()
        ),
        max_size=8,
    )
)
def test_pieces_of_numbers_never_make_an_impossible_one(pieces: list[str]) -> None:
    """Fragments in any order give none or a possible answer."""
    text = plain(" ".join(pieces))
    weeks, months, bare = weeks_in(text, TODAY, "fr"), months_in(text, TODAY, "uz"), bare_number(text)
    assert weeks is None or 1 <= weeks <= MOST_WEEKS
    assert months is None or 0 <= months <= MOST_MONTHS
    assert bare is None or 0 <= bare <= 999
