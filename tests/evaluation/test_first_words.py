# ruff: noqa: E501 - rows of tables stay on one line
"""The words that nobody may ever miss, as the running bot judges them (DOMAIN A8; native review needed)."""

from __future__ import annotations

import pytest

from bot.understanding import Understanding
from data import programmes
from dialogues.messages import Inbound, Kind
from dialogues.reading import Hit
from integrations.nlu.engine import Engine

PLAIN = {
    "violence_now": ["남편이 지금 때려요", "칼을 들었어요", "Erim hozir meni urayapti", "pichog'i bor", "Эрим ҳозир мени ураяпти", "Муж сейчас меня бьёт", "у него нож", "He is hitting me now", "Mon mari me frappe en ce moment"],
    "suicide_now": ["약을 다 먹었어요", "지금 죽으려고 해요", "Dorilarni ichib qo'ydim", "Дориларни ичиб қўйдим", "Я выпила все таблетки", "I took all the pills", "J'ai avalé tous les comprimés"],
    "suicide_thoughts": ["죽고 싶어요", "사라지고 싶어요", "Yashagim kelmayapti", "o'lgim kelyapti", "Яшагим келмаяпти", "Не хочу жить", "I don't want to live", "Je n'ai plus envie de vivre"],
    "maternal_emergency": ["임신 8개월인데 피가 나요", "Homiladorman, qon ketyapti", "Ҳомиладорман, қон кетяпти", "Я беременна, кровотечение", "Bleeding, 8 months pregnant", "Enceinte, je saigne"],
    "infant_emergency": ["아기가 숨을 안 쉬어요", "생후 2개월 열 38.5도", "Chaqaloq nafas olmayapti", "Чақалоқ нафас олмаяпти", "Ребёнок не дышит", "Baby is not breathing", "Mon bébé ne respire plus"],
    "infant_abandonment": ["아기를 어디 두고 가고 싶어요", "Bolani tashlab ketmoqchiman", "Болани ташлаб кетмоқчиман", "Хочу оставить ребёнка", "I want to leave the baby somewhere", "Je veux abandonner le bébé"],
    "homeless_tonight": ["오늘 밤 아이랑 잘 곳이 없어요", "쫓겨났어요", "Bugun kechasi bolam bilan yotadigan joyimiz yo'q", "Бугун кечаси ётадиган жойимиз йўқ", "Нам с ребёнком негде ночевать", "Nowhere to sleep tonight with my child", "Nulle part où dormir ce soir avec mon enfant"],
    "anonymous_birth": ["아무도 모르게 낳고 싶어요", "Hech kim bilmasdan tug'moqchiman", "Ҳеч ким билмасдан туғмоқчиман", "Хочу родить анонимно", "give birth without anyone knowing", "accoucher sans que personne le sache"],
}  # fmt: skip
STILL = [
    "아기가 안 움직여요",
    "bola qimirlamayapti",
    "ребёнок не шевелится",
    "baby not moving",
    "le bébé ne bouge plus",
]
"""A child that does not move: unborn or born, the same ambulance."""

HARMLESS = ["배고파 죽겠어요", "죽 끓이는 법", "애가 귀여워 죽겠어요", "charchab o'ldim", "умираю от усталости", "I'm dying to know", "je meurs d'envie de savoir"]  # fmt: skip


async def _judged(engine: Engine, text: str) -> Hit | None:
    told = Inbound(line="asan-sms", provider_id="1", handle="1", kind=Kind.TEXT, text=text)
    (reading,) = await Understanding(programmes.lexicon(), engine).read([told])
    return reading.crisis


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in PLAIN.items() for text in texts])
async def test_the_plainest_words_ring_under_their_own_code(engine: Engine, code: str, text: str) -> None:
    """In every language and script, as the full alarm."""
    hit = await _judged(engine, text)
    assert hit is not None
    assert (hit.code, hit.soft) == (code, False)


@pytest.mark.parametrize("text", STILL)
async def test_a_child_that_does_not_move_rings(engine: Engine, text: str) -> None:
    """Whichever of the two it is."""
    hit = await _judged(engine, text)
    assert hit is not None
    assert hit.code in ("maternal_emergency", "infant_emergency")
    assert not hit.soft


@pytest.mark.parametrize("text", HARMLESS)
async def test_a_manner_of_speaking_rings_nothing(engine: Engine, text: str) -> None:
    """Neither the alarm nor the gentle question."""
    assert await _judged(engine, text) is None
