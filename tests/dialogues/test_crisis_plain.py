# ruff: noqa: E501 - rows of tables stay on one line
"""The plainest words for every crisis ring by the rules alone, in every language."""

from __future__ import annotations

import pytest

from data import programmes

PLAIN: list[tuple[str, tuple[str, ...]]] = [
    ("violence_now", ("he is beating me right now", "il me frappe en ce moment", "지금 남편이 때리고 있어요", "он меня сейчас бьёт", "erim hozir meni uryapti")),
    ("violence_now", ("my husband has a knife", "mon mari a un couteau", "남편이 칼을 들고 있어요", "муж с ножом", "erim pichoq ushlab turibdi")),
    ("violence_now", ("he is strangling me", "il m'étrangle", "목을 졸라요", "он меня душит", "meni bo'g'yapti")),
    ("dv_disclosure", ("my husband beats me", "mon mari me bat", "남편이 저를 때려요", "муж меня бьёт", "erim meni uradi")),
    ("dv_disclosure", ("i am afraid of my husband", "j'ai peur de mon mari", "남편이 무서워요", "я боюсь мужа", "erimdan qo'rqaman")),
    ("dv_disclosure", ("he raped me", "il m'a violée", "강간당했어요", "меня изнасиловали", "meni zo'rladi")),
    ("suicide_now", ("i took all the pills", "j'ai avalé tous les cachets", "약을 다 먹었어요 죽으려고", "я выпила все таблетки", "hamma dorini ichib qo'ydim")),
    ("suicide_now", ("i am on the bridge and going to jump", "je suis sur le pont, je vais sauter", "지금 다리 위인데 뛰어내릴 거예요", "я на мосту, сейчас прыгну", "ko'prikda turibman, sakrayman")),
    ("suicide_thoughts", ("i want to die", "je veux mourir", "죽고 싶어요", "я хочу умереть", "o'lgim keladi")),
    ("suicide_thoughts", ("i want to kill myself", "je veux me tuer", "자살하고 싶어요", "хочу покончить с собой", "o'zimni o'ldirgim keladi")),
    ("postpartum_harm", ("i want to hurt my baby", "j'ai envie de faire du mal à mon bébé", "아기를 해칠 것 같아요", "боюсь, что наврежу ребёнку", "bolamga zarar yetkazib qo'yaman deb qo'rqaman")),
    ("postpartum_harm", ("i want to throw my baby", "j'ai envie de jeter mon bébé", "아기를 던지고 싶어요", "хочу выбросить ребёнка в окно", "bolamni derazadan tashlagim keladi")),
    ("postpartum_harm", ("voices tell me to kill the baby", "des voix me disent de tuer le bébé", "아기를 죽이라는 목소리가 들려요", "голоса говорят убить ребёнка", "ovozlar bolani o'ldir deyapti")),
    ("maternal_emergency", ("i am pregnant and bleeding heavily", "je suis enceinte et je saigne beaucoup", "임신 중인데 피가 많이 나요", "я беременна, сильное кровотечение", "homiladorman, ko'p qon ketyapti")),
    ("maternal_emergency", ("my waters broke at 30 weeks", "j'ai perdu les eaux à 30 semaines", "30주인데 양수가 터졌어요", "отошли воды на 30 неделе", "30 haftada suvim ketdi")),
    ("maternal_emergency", ("the baby does not move any more, 35 weeks", "le bébé ne bouge plus, 35 semaines", "35주인데 태동이 없어요", "35 недель, ребёнок не шевелится", "35 hafta, bolam qimirlamayapti")),
    ("maternal_emergency", ("i have a seizure and i am pregnant", "ma femme enceinte convulse", "임신한 아내가 경련해요", "у беременной жены судороги", "homilador xotinimda tutqanoq")),
    ("infant_emergency", ("my baby is not breathing", "mon bébé ne respire plus", "아기가 숨을 안 쉬어요", "ребёнок не дышит", "bolam nafas olmayapti")),
    ("infant_emergency", ("my baby is choking", "mon bébé s'étouffe", "아기가 목에 걸렸어요", "ребёнок подавился", "bolam tiqilib qoldi")),
    ("infant_emergency", ("my baby has convulsions", "mon bébé convulse", "아기가 경련해요", "у ребёнка судороги", "bolamda tutqanoq boshlandi")),
    ("infant_emergency", ("my baby turned blue", "mon bébé est tout bleu", "아기가 파래졌어요", "ребёнок посинел", "bolam ko'karib ketdi")),
    ("infant_emergency", ("my baby does not wake up", "mon bébé ne se réveille pas", "아기가 안 깨어나요", "ребёнок не просыпается", "bolam uyg'onmayapti")),
    ("infant_emergency", ("the baby drank bleach", "le bébé a bu de la javel", "아기가 락스를 마셨어요", "ребёнок выпил хлорку", "bolam xlorka ichib qo'ydi")),
    ("child_abuse", ("my neighbour beats his child", "le voisin bat son enfant", "옆집에서 아이를 때려요", "сосед бьёт ребёнка", "qo'shnim bolasini uradi")),
    ("child_abuse", ("he touches my daughter between the legs", "il touche ma fille entre les jambes", "삼촌이 딸을 만져요", "он трогает мою дочь между ног", "u qizimning uyatli joyiga tegadi")),
    ("infant_abandonment", ("i want to abandon my baby", "je veux abandonner mon bébé", "아기를 버리고 싶어요", "хочу бросить ребёнка", "bolamni tashlab ketmoqchiman")),
    ("infant_abandonment", ("where can i leave my newborn", "où je peux laisser mon nouveau-né", "아기를 어디에 두고 가면 되나요", "где можно оставить новорождённого", "chaqaloqni qayerga tashlab ketsam bo'ladi")),
    ("anonymous_birth", ("i want to give birth anonymously", "je veux accoucher sous x", "익명으로 출산하고 싶어요", "хочу родить анонимно", "yashirincha tug'moqchiman")),
    ("anonymous_birth", ("nobody knows i am pregnant", "personne ne sait que je suis enceinte", "임신한 걸 아무도 몰라요", "никто не знает, что я беременна", "homiladorligimni hech kim bilmaydi")),
    ("homeless_tonight", ("we have nowhere to sleep tonight", "on n'a nulle part où dormir ce soir", "오늘 밤 잘 데가 없어요", "нам негде ночевать сегодня", "bugun kechasi yotadigan joyimiz yo'q")),
    ("destitution", ("we have nothing to eat", "on n'a rien à manger", "먹을 게 없어요", "нам нечего есть", "yeydigan hech narsamiz yo'q")),
    ("destitution", ("no milk for the baby", "plus de lait pour le bébé", "분유가 떨어졌어요", "нет смеси для ребёнка", "bolaga sut yo'q")),
    ("child_writer", ("i am 10 and my father hits me", "j'ai 10 ans et mon père me frappe", "저 10살인데 아빠가 때려요", "мне 10 лет, папа меня бьёт", "10 yoshdaman, dadam meni uradi")),
    ("child_writer", ("i am 12 years old and alone at home, mum is gone", "j'ai 12 ans, je suis seul, maman est partie", "저 12살인데 집에 혼자 있어요 엄마가 안 와요", "мне 12 лет, я один дома, мама ушла", "12 yoshdaman, uyda yolg'izman, onam ketib qoldi")),
    ("unaccompanied_child", ("i found a lost child", "j'ai trouvé un enfant perdu", "길 잃은 아이를 발견했어요", "нашла потерявшегося ребёнка", "adashgan bolani topdim")),
    ("unaccompanied_child", ("j'ai perdu mon enfant dans la foule", "아이를 잃어버렸어요", "bolamni yo'qotib qo'ydim")),
]  # fmt: skip
"""Code, and how people say it in English, French, Korean, Russian and Uzbek. "I have lost my child" is left out where it
also tells of a death."""


@pytest.mark.parametrize(("code", "texts"), PLAIN, ids=[texts[0] for _, texts in PLAIN])
def test_plain_words_ring_without_the_engine(code: str, texts: tuple[str, ...]) -> None:
    """A clinician can read why, and an engine that is broken takes nothing away; what else it may be counts less."""
    hits = {text: programmes.lexicon().detect(text) for text in texts}
    assert [text for text, hit in hits.items() if hit is None or hit.soft] == [], code


BESIDE = """
    강아지 산책시키다가 죽고 싶어졌어요
    고양이 밥 주고 나면 죽을 거예요
    게임하다가 죽고 싶어졌어요
    애가 웃다가 아기가 숨을 안 쉬어요
    телефон сел хочу умереть
    дождь на улице он меня сейчас бьёт
    trop mignonne ma fille mais je veux mourir
    i learn english and my baby is choking
    daraxt tagida bolam ko'karib ketdi
    probka, bolam tiqilib qoldi
    sumkani oldim, bolamni yo'qotib qo'ydim
"""


def test_harmless_words_before_a_crisis_do_not_silence_it() -> None:
    """What is harmless over a gap may have anything in it: without the engine it is asked about, at least."""
    texts = [line.strip() for line in BESIDE.strip().splitlines()]
    assert [text for text in texts if programmes.lexicon().detect(text) is None] == []


def test_what_is_harmless_over_a_gap_is_silent_where_the_examples_agree() -> None:
    """Asked about while nobody has read the whole message; not at all when whoever did is sure that it is harmless."""
    text = "허리 아파 죽겠어요 만삭이라 그런가 봐요"
    assert programmes.lexicon().detect(text, calm=True) is None
    asked = programmes.lexicon().detect(text)
    assert asked is not None
    assert asked.soft
