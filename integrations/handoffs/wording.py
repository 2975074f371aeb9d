"""What staff read: short, neutral words that tell a stranger who looks over a shoulder nothing about a family."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dialogues.effects import NoticeKind
from dialogues.times import said
from integrations.handoffs.handoff import Notice

UNCLAIMED = frozenset(
    {NoticeKind.OPENED, NoticeKind.ESCALATED, NoticeKind.SUPERVISOR, NoticeKind.CRISIS, NoticeKind.RETURNED}
)
"""Notices of a case that nobody has taken."""

AWAITING = UNCLAIMED | {NoticeKind.REVISED, NoticeKind.MESSAGE}
"""Notices after which a person must answer the family."""

LONGEST = 80
"""Characters of a name or a label that came from outside."""


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words of one language; what stands in braces is filled in."""

    kinds: Mapping[NoticeKind, str]
    urgencies: Mapping[str, str]
    due: str
    overdue: str
    visit: str
    owner: str
    claimed: str
    link: str
    claim: str
    open: str
    yours: str
    taken: str
    gone: str
    stranger: str
    linked: str
    bad_code: str


KO = Words(
    kinds={
        NoticeKind.OPENED: "새 접수",
        NoticeKind.ESCALATED: "담당자 필요",
        NoticeKind.SUPERVISOR: "책임자 확인 필요",
        NoticeKind.CRISIS: "긴급 확인 필요",
        NoticeKind.REVISED: "접수 내용 변경",
        NoticeKind.MESSAGE: "새 메시지",
        NoticeKind.CLAIMED: "담당자 정해짐",
        NoticeKind.RETURNED: "다시 담당자 필요",
        NoticeKind.CLOSED: "종결",
        NoticeKind.HELPED: "종결 뒤 가족의 답",
        NoticeKind.VISIT_BOOKED: "방문 예약",
        NoticeKind.VISIT_MOVED: "방문 시간 변경",
        NoticeKind.VISIT_CANCELLED: "방문 취소",
        NoticeKind.VISIT_CONFIRMED: "방문 확정",
        NoticeKind.MOVE_REQUESTED: "방문 시간 변경 요청",
        NoticeKind.UNREACHABLE: "메시지 전달 안 됨",
    },
    urgencies={"crisis": "긴급", "today": "오늘", "week": "이번 주", "later": "급하지 않음"},
    due="{when}까지 답해 주세요.",
    overdue="답변 기한이 지났습니다: {when}",
    visit="방문: {when}",
    owner="담당: {name}",
    claimed="{code}: 맡음 – {name}",
    link="확인: {link}",
    claim="맡기",
    open="열기",
    yours="맡으셨어요. 콘솔에서 답해 주세요.",
    taken="이미 {name} 님이 맡았어요.",
    gone="이 접수는 이미 끝났거나 볼 수 없어요.",
    stranger="먼저 콘솔의 '내 계정'에서 텔레그램을 연결해 주세요.",
    linked="연결되었어요. 이제 '맡기'를 누를 수 있어요.",
    bad_code="코드가 맞지 않거나 시간이 지났어요. 콘솔에서 새 코드를 받아 주세요.",
)

EN = Words(
    kinds={
        NoticeKind.OPENED: "New case",
        NoticeKind.ESCALATED: "Still unclaimed",
        NoticeKind.SUPERVISOR: "Supervisor needed",
        NoticeKind.CRISIS: "Urgent check needed",
        NoticeKind.REVISED: "Case changed",
        NoticeKind.MESSAGE: "New message",
        NoticeKind.CLAIMED: "Claimed",
        NoticeKind.RETURNED: "Unclaimed again",
        NoticeKind.CLOSED: "Closed",
        NoticeKind.HELPED: "The family answered after the end",
        NoticeKind.VISIT_BOOKED: "Visit booked",
        NoticeKind.VISIT_MOVED: "Visit moved",
        NoticeKind.VISIT_CANCELLED: "Visit cancelled",
        NoticeKind.VISIT_CONFIRMED: "Visit confirmed",
        NoticeKind.MOVE_REQUESTED: "Another visit time asked for",
        NoticeKind.UNREACHABLE: "Message not delivered",
    },
    urgencies={"crisis": "urgent", "today": "today", "week": "this week", "later": "not urgent"},
    due="Please answer by {when}.",
    overdue="The answer was due {when}.",
    visit="Visit: {when}",
    owner="With: {name}",
    claimed="{code}: claimed – {name}",
    link="See: {link}",
    claim="Claim",
    open="Open",
    yours="It is yours. Please answer in the console.",
    taken="{name} has already claimed it.",
    gone="This case is closed, or you may not see it.",
    stranger='First link your Telegram under "My account" in the console.',
    linked='Linked. You can press "Claim" from now on.',
    bad_code="The code is wrong or too old. Please take a new one from the console.",
)


RU = Words(
    kinds={
        NoticeKind.OPENED: "Новый запрос",
        NoticeKind.ESCALATED: "Запрос ещё никто не взял",
        NoticeKind.SUPERVISOR: "Нужен руководитель",
        NoticeKind.CRISIS: "Срочно проверьте",
        NoticeKind.REVISED: "Запрос изменился",
        NoticeKind.MESSAGE: "Новое сообщение",
        NoticeKind.CLAIMED: "Запрос взят",
        NoticeKind.RETURNED: "Запрос снова свободен",
        NoticeKind.CLOSED: "Закрыто",
        NoticeKind.HELPED: "Семья ответила после завершения",
        NoticeKind.VISIT_BOOKED: "Визит назначен",
        NoticeKind.VISIT_MOVED: "Визит перенесён",
        NoticeKind.VISIT_CANCELLED: "Визит отменён",
        NoticeKind.VISIT_CONFIRMED: "Визит подтверждён",
        NoticeKind.MOVE_REQUESTED: "Просят другое время визита",
        NoticeKind.UNREACHABLE: "Сообщение не дошло",
    },
    urgencies={"crisis": "срочно", "today": "сегодня", "week": "на этой неделе", "later": "не срочно"},
    due="Ответьте, пожалуйста, до: {when}.",
    overdue="Срок ответа прошёл: {when}.",
    visit="Визит: {when}",
    owner="Ведёт: {name}",
    claimed="{code}: запрос взят – {name}",
    link="Открыть: {link}",
    claim="Взять",
    open="Открыть",
    yours="Запрос теперь ваш. Ответьте, пожалуйста, в консоли.",
    taken="Запрос уже ведёт {name}.",
    gone="Этот запрос закрыт или вам недоступен.",
    stranger="Сначала привяжите свой Telegram в консоли, в разделе «Мой аккаунт».",
    linked="Готово. Теперь можно нажимать «Взять».",
    bad_code="Код неверный или устарел. Возьмите новый в консоли.",
)

UZ = Words(
    kinds={
        NoticeKind.OPENED: "Yangi murojaat",
        NoticeKind.ESCALATED: "Murojaatni hali hech kim olmadi",
        NoticeKind.SUPERVISOR: "Rahbar kerak",
        NoticeKind.CRISIS: "Zudlik bilan tekshiring",
        NoticeKind.REVISED: "Murojaat oʻzgardi",
        NoticeKind.MESSAGE: "Yangi xabar",
        NoticeKind.CLAIMED: "Murojaat olindi",
        NoticeKind.RETURNED: "Murojaat yana boʻsh",
        NoticeKind.CLOSED: "Yopildi",
        NoticeKind.HELPED: "Oila yakundan keyin javob berdi",
        NoticeKind.VISIT_BOOKED: "Tashrif belgilandi",
        NoticeKind.VISIT_MOVED: "Tashrif vaqti oʻzgardi",
        NoticeKind.VISIT_CANCELLED: "Tashrif bekor qilindi",
        NoticeKind.VISIT_CONFIRMED: "Tashrif tasdiqlandi",
        NoticeKind.MOVE_REQUESTED: "Tashrifga boshqa vaqt soʻralmoqda",
        NoticeKind.UNREACHABLE: "Xabar yetib bormadi",
    },
    urgencies={"crisis": "shoshilinch", "today": "bugun", "week": "shu hafta", "later": "shoshilinch emas"},
    due="Iltimos, shu vaqtgacha javob bering: {when}.",
    overdue="Javob muddati oʻtdi: {when}.",
    visit="Tashrif: {when}",
    owner="Masʼul: {name}",
    claimed="{code}: murojaat olindi – {name}",
    link="Koʻrish: {link}",
    claim="Olish",
    open="Ochish",
    yours="Murojaat endi sizda. Iltimos, konsolda javob bering.",
    taken="Murojaatni allaqachon {name} olgan.",
    gone="Bu murojaat yopilgan yoki sizga ochiq emas.",
    stranger="Avval konsoldagi “Mening hisobim” boʻlimida Telegramingizni ulang.",
    linked="Ulandi. Endi “Olish” tugmasini bosishingiz mumkin.",
    bad_code="Kod notoʻgʻri yoki eskirgan. Konsoldan yangisini oling.",
)

SPOKEN = {"ko": KO, "en": EN, "ru": RU, "uz": UZ}
"""By language tag. Russian and Uzbek: a native speaker should confirm them."""


def words(language: str) -> Words:
    """The words of ``language``; English where we have none."""
    return SPOKEN.get(language, EN)


def plain(text: str) -> str:
    """One short line: no line break, control or direction character that could forge a header or a second line."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:LONGEST]


def zone(notice: Notice) -> ZoneInfo:
    """The programme's time zone; UTC for a name that this machine does not know, since a late notice is worse."""
    try:
        return ZoneInfo(notice.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def headline(notice: Notice) -> str:
    """What happened, the case's code and its urgency: ``새 접수 K7-M3QX · 오늘``."""
    text = words(notice.language)
    urgency = text.urgencies.get(notice.urgency, plain(notice.urgency))
    return f"{text.kinds[notice.kind]} {plain(notice.code)} · {urgency}"


def lines(notice: Notice, *, link: bool) -> Iterator[str]:
    """The notice, line by line; its address at the end when ``link``."""
    text = words(notice.language)
    yield headline(notice)
    yield plain(notice.centre_name or notice.programme_name)
    if notice.kind in AWAITING:
        wish = text.due if notice.due_at > notice.at else text.overdue
        yield wish.format(when=_when(notice.due_at, notice))
    if notice.visit_starts_at is not None:
        yield text.visit.format(when=_when(notice.visit_starts_at, notice))
    if notice.claimed_by_name:
        yield text.owner.format(name=plain(notice.claimed_by_name))
    if link:
        yield text.link.format(link=notice.link)


def _when(at: datetime, notice: Notice) -> str:
    """``at`` by the programme's clock. UTC is named: nobody's watch shows it."""
    place, language = zone(notice), notice.language if notice.language in SPOKEN else "en"
    return said(at, language, place) + (" UTC" if place.key == "UTC" else "")
