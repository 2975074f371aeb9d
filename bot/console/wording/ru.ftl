# The words of the caseworkers' pages in Russian: short labels as in a good office programme, polite «вы».
#
# For a native speaker to confirm, best a caseworker in Khorezm. Unsure:
# - «запрос» for a case (as families and notices have it; «обращение» or «кейс» may be what an office says);
# - «специалист» for a caseworker, «руководитель» for a supervisor, «помощник» for a saver, who goes to families' homes;
# - «взять» and «вернуть боту» for claiming a case and giving it back; «ведёт» for who has it;
# - «визит» for a visit (Khorezm may say «посещение»), «лист ожидания» for the waiting list;
# - «кризисный сигнал» and the names under crisis-*: with a psychologist;
# - the duty to report and its source are Korean law in our own Russian words: with a lawyer;
# - «первый контакт», «9 из 10 – не позже», «выход» and «результат» in the report: with whoever writes for the donor.
#
# Nobody's gender is named: what somebody did is told by a noun or in the passive.

language-name = Русский
language-switch = Язык
console = Front Door
skip = К содержанию страницы
sign-out = Выйти
account = Мой аккаунт
back = Запросы
loading-failed = Связь прервалась. Пробуем снова.
stale = Запрос тем временем изменился. То, что вы пишете, осталось на месте.
reload = Обновить
no-script = Эта страница не обновляется сама. Чтобы увидеть новое, нажмите «Обновить».
role-caseworker = Специалист
role-supervisor = Руководитель
somebody = другой сотрудник
all-centres = Все центры

sign-in-title = Вход
sign-in-lead = Здесь на сообщения семей отвечают люди.
email = Электронная почта
password = Пароль
sign-in = Войти
sign-in-wrong = Неверная почта или пароль.
sign-in-wait = Слишком много неверных попыток. Попробуйте снова через { $minutes } { $minutes ->
    [one] минуту
    [few] минуты
   *[other] минут
}.

inbox-title = Запросы
tab-waiting = Ждут
tab-mine = Мои
tab-open = Открыты
tab-closed = Закрыты
tabs = Списки запросов
waiting-count = { $count ->
    [0] Никто не ждёт ответа
    [one] Ждёт { $count } запрос
    [few] Ждут { $count } запроса
   *[other] Ждут { $count } запросов
}
title-count = ({ $count }) Запросы
empty-waiting = Никто не ждёт. Новый запрос сразу появится здесь.
empty-mine = У вас нет открытых запросов.
empty-open = Открытых запросов нет.
empty-closed = За последние 30 дней ничего не закрыто.
closed-note = Закрытые за последние 30 дней.
most = Показаны только те, кто ждёт дольше всех: { $count }.
nobody-yet = Пока никто не взял
claimed-by-me = Вы
claimed-by = { $name }
family-turn = Ждём ответа семьи
due-late = Срок ответа прошёл
due-by = до { $when }
no-centre = Центр не указан
next-visit = Визит { $when }
alarm-unseen = Сигнал не подтверждён
since-now = только что
since-minutes = уже { $minutes } мин
since-hours = уже { $hours } ч { $minutes } мин
since-days = уже { $days } дн. { $hours } ч
closed-at = Закрыт { $when }

urgency-crisis = Кризис
urgency-today = Сегодня
urgency-week = Эта неделя
urgency-later = Не срочно
reason-self_referral = Семья обратилась сама
reason-wants_human = Просят человека
reason-not_understood = Бот не понял
reason-referral = Беспокоятся о другой семье
reason-service_request = Нужна услуга
reason-grant_request = Нужна денежная помощь
reason-pregnancy_loss = Потеря беременности или малыша
reason-crisis = Кризисный сигнал

opened = Открыт
waiting = Ждёт
due = Ответить до
owner = Кто ведёт
reason = Причина
centre = Центр
channel = Канал

claim = Взять
claim-hint = Бот замолчит, и с семьёй будете говорить вы.
give-back = Вернуть боту
give-back-hint = Запрос останется открытым и снова будет ждать специалиста.
owned-by-other = С семьёй говорит { $name }.
closed-line = Закрыт { $when }. Итог: { $outcome }

alarm-title = Кризисный сигнал: { $name }
alarm-at = Замечено { $when }
alarm-numbers = Семье сразу дали эти номера
acknowledge = Вижу, принято
acknowledge-hint = Напоминания сотрудникам прекратятся. То же будет, если взять запрос.
acknowledged-by = Подтверждено { $when }, { $name }.
severity-S0 = Прямо сейчас может быть угроза жизни
severity-S1 = Серьёзно: разберитесь сегодня
severity-S2 = Разберитесь в ближайшее время
duty-title = Обязанность сообщить
duty = В Корее сотрудники социальных учреждений и семейных центров обязаны сообщать о жестоком обращении с детьми. При подозрении сразу сообщите в полицию (112) или в местную администрацию; за молчание без уважительной причины грозит штраф до 10 млн вон. Программа за вас не сообщает.
duty-source = Закон Республики Корея об особых положениях о наказании за преступления жестокого обращения с детьми, статьи 10(2) и 63

crisis-violence_now = Насилие прямо сейчас
crisis-dv_disclosure = Рассказ о насилии дома
crisis-suicide_now = Риск самоубийства прямо сейчас
crisis-suicide_thoughts = Мысли о смерти
crisis-postpartum_harm = Мысли причинить вред после родов
crisis-maternal_emergency = Беременной или маме срочно нужен врач
crisis-infant_emergency = Малышу срочно нужен врач
crisis-child_abuse = Подозрение на жестокое обращение с ребёнком
crisis-infant_abandonment = Мысли оставить малыша
crisis-anonymous_birth = Роды без имени
crisis-homeless_tonight = Сегодня негде ночевать
crisis-destitution = Сегодня нет еды или смеси
crisis-child_writer = Пишет ребёнок, который в опасности
crisis-unaccompanied_child = Ребёнок один, без взрослых

safety-title = Как безопасно связаться
way-here = Только в этой переписке.
way-text = По СМС.
way-call = Только по телефону.
way-none = Первыми не пишите и не звоните. Семья свяжется сама.
way-unknown = Ещё не спрашивали. Отвечайте только в этой переписке.
hours-title = Время
hours-any = Любое
hours-morning = Утром 8–12
hours-afternoon = Днём 12–18
hours-evening = Вечером 18–21
hours-unknown = Ещё не спрашивали
phone = Телефон
readers-shared = Может увидеть кто-то ещё
readers-alone = Только сам человек
readers-unknown = Ещё не спрашивали
others-title = Кто видит сообщения
family-language = Язык семьи
lang-ko = Корейский
lang-en = Английский
lang-ru = Русский
lang-uz = Узбекский
lang-uz-Cyrl = Узбекский (кириллица)
lang-fr = Французский

answers-title = Ответы
answers-none = Ответов пока нет.
how-asked = на вопрос
how-heard = без вопроса
how-derived = из другого ответа

transcript-title = Переписка
transcript-none = Пока ничего не написано.
author-family = Семья
author-reply = Бот
author-worker = Специалист
author-reminder = Напоминание о визите
author-crisis = Помощь в кризисе
edited = исправлено
not-yet = Ещё не отправлено
did-start = Переписка открыта: { $text }
did-start-only = Переписка открыта.
did-media = Прислано фото, голосовое или файл: { $text }
did-media-only = Прислано фото, голосовое или файл.
did-contact = Прислан номер телефона: { $text }
did-contact-only = Прислан контакт.
did-blocked = Семья заблокировала переписку. { $text }
did-blocked-only = Семья заблокировала переписку.
did-unblocked = Семья сняла блокировку. { $text }
did-unblocked-only = Семья сняла блокировку.
did-opted_out = Семья отказалась от сообщений: { $text }
did-opted_out-only = Семья отказалась от сообщений.
did-opted_in = Семья снова получает сообщения: { $text }
did-opted_in-only = Семья снова получает сообщения.

state-queued = Ждёт отправки
state-sending = Отправляется
state-sent = Отправлено
state-delivered = Доставлено
state-read = Прочитано
state-failed = Не доставлено
state-dropped = Не отправлено
state-revoked = Отозвано
state-on-page = На странице чата
state-held = Уйдёт { $when } (ждём безопасного времени)
state-again = Отправим ещё раз (попыток: { $times }; { $why })
state-because = { $state }: { $why }
state-unread = Могут увидеть другие: покажем, когда семья снова напишет
why-too-late = время уже прошло
why-opted-out = семья отказалась от сообщений
why-call-only = безопасны только звонки
why-writes-first = первой пишет семья
why-no-safe-route = нет безопасного канала для текста
why-unreachable = этот канал до семьи не доходит
why-no-safe-time = безопасного времени не осталось
why-line-off = канал отключён
why-broke = ошибка при отправке
why-receipt = оператор не смог доставить
why-code = код { $code }

reply-title = Ответ
reply-label = Ваш ответ семье
unsent = Не отправлено
reply-send = Отправить
reply-keys = Можно и Ctrl+Enter
reply-claim-first = Чтобы ответить, возьмите запрос.
reply-other = С семьёй говорит { $name }, поэтому ответить нельзя.
reply-closed = На закрытый запрос ответить нельзя.
line-off = Канал этой семьи отключён; отправить сейчас ничего нельзя.
warn-unknown = Пока неизвестно, кто это прочтёт. Пишите так, чтобы ничего не выдать.
warn-shared = Это могут прочесть другие. Пишите так, чтобы ничего не выдать.
warn-referred = Семью направила государственная организация, и в этой переписке её нет: написать ей нельзя. Позвоните по номеру из запроса, если семья на это согласна.
warn-stopped = Семья отказалась от сообщений. Ваш ответ не дойдёт.
warn-call = Безопасны только звонки. Если семья не пишет прямо сейчас, ваш ответ не дойдёт.
warn-none = Семья просила не писать первыми. Ваш ответ она увидит, когда напишет снова.
warn-unreachable = Последнее сообщение не дошло. Найдите другой безопасный способ.

visits-title = Визиты
visits-none = Визитов не назначено.
visits-month = Визитов в этом месяце: { $count } (нужно { $least }–{ $most })
visit-booked = Ждём подтверждения семьи
visit-confirmed = Семья подтвердила
visit-move_requested = Семья просит другое время
visit-cancelled = Отменён
visit-past = Прошёл
visit-wish = Когда удобно семье
visit-length = { $minutes } мин
book = Назначить визит
book-do = Назначить и сообщить семье
move = Перенести
move-do = Перенести и сообщить семье
cancel = Отменить
cancel-do = Отменить и сообщить семье
cancel-sure = Отменить визит { $when }? Семья узнает сразу.
day-label = Дата
time-label = Время
minutes-label = Длительность
zone-note = Время по поясу { $zone }.

close-title = Закрыть запрос
close-hint = Напоминаний о визитах больше не будет, и снова отвечает бот.
outcome-label = Итог
outcome-choose = Выберите
outcome-helped = Помощь оказана
outcome-referred_elsewhere = Направлены в другую организацию
outcome-declined = Семья отказалась
outcome-unreachable = Связаться не удалось
outcome-duplicate = Повтор другого запроса
outcome-withdrawn = Семья отозвала запрос
outcome-other = Другое
close-do = Закрыть

consent-title = Согласие
consent-personal = Личные данные
consent-sensitive = Особые данные
consent-yes = Есть согласие
consent-no = Нет согласия
consent-version = Текст согласия
consent-at = Когда
consent-never = Ещё не спрашивали. Не просите ничего сверх того, что семья рассказала.

audit-title = Кто смотрел и что сделано
deed-view = – просмотр запроса
deed-claim = – запрос взят
deed-acknowledge = – сигнал подтверждён
deed-reply = – ответ семье
deed-return = – возврат боту
deed-close = – запрос закрыт
deed-book = – визит назначен
deed-move = – визит перенесён
deed-cancel = – визит отменён

done-claim = Запрос ваш. Теперь с семьёй говорите вы.
done-acknowledge = Сигнал подтверждён.
done-reply = Ответ отправляется; в переписке видно, дошёл ли он.
done-return = Переписку снова ведёт бот.
done-close = Запрос закрыт.
done-book = Визит назначен, семье сообщили.
done-move = Визит перенесён, семье сообщили.
done-cancel = Визит отменён, семье сообщили.

refused-already-claimed-by = Запрос уже ведёт { $name }.
refused-not-yours = Этот запрос никто не взял. Сначала возьмите его.
refused-not-yours-by = Эту переписку ведёт { $name }.
refused-no-case = Этот запрос закрыт.
refused-no-alarm = Подтверждать нечего: сигнала нет.
refused-no-visit = Этот визит уже отменён, или его нет.
refused-in-the-past = Визит нельзя назначить на прошедшее время.
refused-referred = Эту семью направила другая организация, и в этой переписке её нет. Позвоните по номеру из запроса, если семья на это согласна.
refused-line-off = Канал этой семьи отключён.
refused-other = Сейчас это невозможно. Посмотрите запрос ещё раз.
mistake-form = Форма заполнена неверно. Попробуйте ещё раз.
mistake-empty = Напишите, что отправить.
mistake-long = Не больше 2000 знаков, пожалуйста.
mistake-outcome = Выберите итог.
mistake-time = Укажите дату и время.
mistake-minutes = Длительность – от 10 до 480 минут.

account-title = Мой аккаунт
password-title = Сменить пароль
password-current = Нынешний пароль
password-new = Новый пароль
password-again = Новый пароль ещё раз
password-rule = Не короче { $shortest } знаков. Хорошо подходит длинная фраза.
password-change = Сменить
password-note = На других устройствах вы выйдете из аккаунта.
password-wrong = Нынешний пароль неверен.
password-differs = Новые пароли не совпадают.
password-weak = В новом пароле должно быть от { $shortest } до 256 знаков.
password-wait = Слишком много неверных попыток. Попробуйте снова через 15 минут.
password-done = Пароль изменён.
telegram-title = Привязать Telegram
telegram-linked = Telegram привязан. Новый код заменит его другим.
telegram-none = Привяжите Telegram, и запросы можно будет брать прямо из уведомления.
telegram-get = Получить код
telegram-how = Отправьте эту строку боту для сотрудников в личном чате. Она действует один раз, { $minutes } { $minutes ->
    [one] минуту
    [few] минуты
   *[other] минут
}.
telegram-code = Строка для отправки

refused-title = Не получается
refused-page-session-over = Вы больше не в системе. Если вы что-то писали, вернитесь назад, скопируйте текст и войдите снова.
refused-page-bad-token = Запрос пришёл со старой страницы и не принят. Вернитесь назад, обновите её и попробуйте снова.
refused-page-not-found = Такого запроса нет, или он вам недоступен.
refused-page-bad-request = Так открыть страницу нельзя.
refused-page-broken = У нас произошла ошибка. Попробуйте чуть позже.
to-inbox = К запросам

date = { $day }.{ $month }.{ $year }
day = { $day } { $month ->
   *[1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
    [12] декабря
} ({ $weekday })
weekday-0 = пн
weekday-1 = вт
weekday-2 = ср
weekday-3 = чт
weekday-4 = пт
weekday-5 = сб
weekday-6 = вс

# Симулятор.
and = { " и " }
sim-title = Симулятор
sim-link = Попробовать программу в симуляторе
sim-lead = Поговорите с программой от лица семьи и посмотрите, почему она ответила именно так. Ничего не отправляется, запросы не открываются, в базе ничего не остаётся.
sim-begin-title = Начать разговор
sim-place = Программа и канал
sim-phone-language = Язык телефона
sim-language-unknown = Канал не сообщает
sim-language-hint = Это лишь подсказка: важнее язык первой фразы. СМС и WhatsApp языка не сообщают.
sim-begin = Начать
sim-broken = Эти программы не читаются:
sim-conversation = Разговор
sim-clock-now = На часах { $when }; они идут, только когда вы их переводите.
sim-line = Канал
sim-line-set = Показать так
sim-line-hint = Тот же разговор пройдёт заново на другом канале.
sim-undo = Отменить последний шаг
sim-end = Начать заново
sim-empty = Пока ничего не было. Напишите первое сообщение или откройте разговор, как по ссылке.
sim-channel-webchat = Страница чата
sim-channel-telegram = Telegram
sim-channel-sms = СМС
sim-channel-whatsapp = WhatsApp
sim-channel-kakao = KakaoTalk
sim-family-title = От лица семьи
sim-write-label = Что пишет семья
sim-write = Отправить от семьи
sim-more = Что ещё может семья
sim-do-open = Открыть разговор
sim-do-photo = Прислать фото
sim-do-block = Заблокировать нас
sim-do-unblock = Снять блокировку
sim-did-opened = Разговор открыт.
sim-did-showed = Прислано фото.
sim-did-blocked = Переписка заблокирована.
sim-did-unblocked = Блокировка снята.
sim-take = Выбрать ответ
sim-take-number = Ответить цифрой
sim-clock-title = Перевести часы
sim-wait-1h = +1 час
sim-wait-1d = +1 день
sim-wait-3d = +3 дня
sim-waited-1h = Прошёл час.
sim-waited-1d = Прошёл день.
sim-waited-3d = Прошло три дня.
sim-clock = Часы
sim-by-itself = Само собой
sim-times = { $times ->
    [1] { "" }
    [few] ({ $times } раза, это последний)
   *[other] ({ $times } раз, это последний)
}
sim-released = Ушло сообщение, которое ждало своего времени.
sim-staff-title = От лица специалиста
sim-staff-none = Запроса ещё нет, делать пока нечего.
sim-staff-claim-first = Сначала возьмите запрос: тогда можно отвечать и назначать визиты.
sim-reply = Ответить
sim-book = Назначить визит
sim-move = Перенести ближайший визит
sim-cancel = Отменить ближайший визит
sim-act-claim = Запрос взят.
sim-act-acknowledge = Сигнал подтверждён.
sim-act-reply = Ответ отправлен.
sim-act-book = Визит назначен.
sim-act-move = Ближайший визит перенесён.
sim-act-cancel = Ближайший визит отменён.
sim-act-give-back = Разговор возвращён боту.
sim-act-close = Запрос закрыт.
sim-act-list = Семья внесена в лист ожидания.
sim-act-unlist = Семья больше не в листе ожидания.
sim-act-confirm = Услуга для семьи подтверждена.
sim-now-title = На каком мы вопросе
sim-flow-none = Сейчас вопросов нет.
sim-fate-answered = есть
sim-fate-left_out = пропуск
sim-fate-next = сейчас
sim-fate-later = потом
sim-waiting-title = Услышано, но до согласия не сохранено
sim-coming-title = Что произойдёт само
sim-coming-none = Ничего.
sim-held-message = уйдёт сообщение, которое ждёт времени
sim-timer-reminder = напоминание о визите
sim-timer-escalation = сотрудникам сообщат ещё раз
sim-timer-expiry = разговор будет стёрт
sim-case-title = Запрос на эту минуту
sim-case-open = Запрос { $code } открыт. Если передать его сейчас, сотрудники получат вот что.
sim-case-would = Открытого запроса нет. Если передать его сейчас, сотрудники получили бы вот что.
sim-case-json = Документ передачи
sim-why = Почему так?
sim-why-understood = Что понято
sim-why-open = Открытый вопрос до этого
sim-why-rule = Что решило
sim-why-answers = Ответы
sim-why-next = Следующий вопрос
sim-why-effects = Что делается
sim-language = Язык: { $name }
sim-crisis = Кризис: { $name } ({ $code }), { $severity }: { $meaning }
sim-crisis-lexicon = Нашёл кризисный словарь.
sim-crisis-model = Нашла модель, обученная на примерах; словарь сам этого не сказал бы.
sim-crisis-soft = Только бережно спрашиваем: речь о другом человеке, о прошлом или неясно.
sim-intent-sure = Намерение { $intent }: { $confidence }, достаточно уверенно
sim-intent = Намерение { $intent }: { $confidence }, слишком неуверенно
sim-intent-rule = Намерению следуем от { $sure } и только если до него не решило другое правило.
sim-intent-none = Намерения нет: модель не спрашивали, или она ничего не предположила.
sim-open-none = Нет.
sim-rule-channel = Об этом сообщил сам канал.
sim-rule-crisis = Кризис важнее всего остального.
sim-rule-soft_crisis = Если слова могут значить кризис, отвечаем и бережным словом; смысл сообщения остаётся тем же.
sim-rule-stop = Слово «стоп».
sim-rule-stopped = Семья отказалась от сообщений: начать снова может только она.
sim-rule-owned = Разговор ведёт специалист: бот оставляет сообщение ему.
sim-rule-first = На самое первое сообщение здороваемся.
sim-rule-menu = Выбор из меню: кнопка, её номер или её надпись.
sim-rule-media = Фото или голосовое, бот их не читает.
sim-rule-command = Всё сообщение – это команда.
sim-rule-language = Всё сообщение – это название языка.
sim-rule-menu_words = Эти слова значат один из вариантов последнего сообщения.
sim-rule-answer = Это ответ на открытый вопрос.
sim-rule-intent = Модель уверена в намерении.
sim-rule-told = Семья рассказала что-то без вопроса или исправила ответ.
sim-rule-spoken = Смысл неясен, но язык понятен: спрашиваем снова на нём.
sim-rule-unsure = Ничего не понято: сначала варианты, после двух неудач – человек.
sim-event-message = О том, что сообщил канал, правил не нужно.
sim-event-CaseClaimed = Специалист взял запрос.
sim-event-AlarmAcknowledged = Сотрудники видели кризисный сигнал.
sim-event-WorkerReplied = Специалист ответил.
sim-event-CaseReturned = Специалист вернул разговор боту.
sim-event-CaseClosed = Запрос закрыт.
sim-event-CaseListed = Семью внесли в лист ожидания или убрали из него.
sim-event-FamilyReferred = Семью направила государственная организация.
sim-event-MatchConfirmed = Услуга для семьи подтверждена.
sim-event-VisitBooked = Визит назначен.
sim-event-VisitMoved = Визит перенесён.
sim-event-VisitCancelled = Визит отменён.
sim-event-ReminderDue = Пришло время напоминания.
sim-event-EscalationDue = Запрос или кризисный сигнал слишком долго ждал.
sim-event-SendingFailed = Сообщение не дошло.
sim-event-IntakeExpired = Пришло время стереть разговор.
sim-unanswered = без ответа
sim-answer-new = { $question } = { $answer }
sim-answer-changed = { $question }: { $old } → { $answer }
sim-answer-gone = { $question }: ответ снят
sim-answer-waits = { $question } = { $answer }, ждёт согласия
sim-next-owned = Пока разговор ведёт специалист, вопросы ждут.
sim-next-done = Вопросы «{ $flow }» закончились: на каждый есть ответ, или он пропущен.
sim-next-asked = { $question }: первый без ответа, для которого условия выполнены.
sim-next-again = { $question }: спрашиваем снова.
sim-let-through = Можно спросить: { $check }
sim-left-out = Пропущено: { $question }. Нужно, чтобы: { $check }
sim-check = { $question } { $condition } (сейчас: { $answer })
sim-guard-equals = =
sim-guard-any_of = – одно из:
sim-guard-less_than = <
sim-guard-at_least = ≥
sim-guard-at_most = ≤
sim-guard-missing = – без ответа
sim-guard-missing-no = – с ответом
sim-effect-open_case = Открывается запрос { $code }: «{ $urgency }», ответить до { $when }.
sim-effect-revise_case = Меняется запрос { $code }: «{ $urgency }», ответить до { $when }.
sim-effect-notify = Сотрудникам сообщают: { $what }.
sim-effect-claim_case = У запроса есть специалист.
sim-effect-release_case = Запрос снова свободен.
sim-effect-close_case = Запрос закрывается. Итог: { $outcome }.
sim-effect-acknowledge = Кризисный сигнал считается подтверждённым.
sim-effect-keep_visit = Записан визит { $when }: { $status }.
sim-effect-set_timer = Таймер: { $what }, { $when }.
sim-effect-cancel_timers = Таймеры сняты: { $what }.
sim-effect-revoke_messages = Что ждало отправки об этом визите, отозвано.
sim-effect-mark_waiting = С этой минуты семья ждёт человека.
sim-effect-clear_waiting = Семья получила ответ и больше не ждёт.
sim-effect-forget = Всё, что написала семья, стирается.
sim-effect-refuse = Отказано: { $why }
sim-notice-case-opened = новый запрос
sim-notice-case-escalated = запрос ещё никто не взял
sim-notice-case-escalated_to_supervisor = руководителю: до сих пор никто не взялся
sim-notice-case-crisis = кризисный сигнал
sim-notice-case-revised = запрос изменился
sim-notice-case-message_received = семья написала
sim-notice-case-claimed = запрос взят
sim-notice-case-returned = запрос снова свободен
sim-notice-case-closed = запрос закрыт
sim-notice-case-family_unreachable = с семьёй не связаться
sim-notice-visit-booked = визит назначен
sim-notice-visit-moved = визит перенесён
sim-notice-visit-cancelled = визит отменён
sim-notice-visit-confirmed = семья подтвердила визит
sim-notice-visit-move_requested = семья просит другое время
sim-discreet = Неприметными словами: прочесть могут и другие.
sim-template = По одобренному шаблону: последнему сообщению больше 24 часов.
sim-other-line = По другому каналу: { $line }
sim-sms = { $parts } СМС ({ $encoding }, единиц: { $units })
sim-bytes = Самая длинная кнопка: { $bytes } из { $most } байт
sim-parts = Сообщений: { $parts }
sim-too-long = Разговор длиннее симулятор не запомнит. Отмените шаг или начните заново.

report-title = Отчёт
report-link = Отчёт
report-heading = Отчёт: { $period }
report-periods = Периоды
report-days = Другие даты
report-from = С
report-to = По
report-show = Показать
report-csv = Скачать CSV
report-pdf = Страница для донора, на французском (PDF)
report-zone = Дни считаются по поясу { $zone }.
report-key = Главное
report-more = По полу и возрасту
report-total = Всего
report-number = Число
report-share = Доля
report-hidden = скрыто
report-hidden-note = «*» – скрытое число: меньше 5 или такое, по которому его можно узнать.
report-nothing = –
report-nothing-note = «–» значит, что измерять нечего.
report-empty = За эти дни ничего нет.
report-bad-period = Эти дни показать нельзя. Выберите первый и последний день, не больше пяти лет.
report-formulas = Как считается каждое число, написано в docs/reports.md.
report-overlapping = Один запрос может войти в несколько показателей, поэтому сумма строк не равна итогу. Итог – все запросы, открытые за эти дни.
report-gap-note = Пустая клетка: так это не делится.
report-by-code = Время реакции по видам сигналов
period-year = { $year } год
period-quarter = { $quarter } квартал { $year }
period-month = { $month ->
   *[1] Январь
    [2] Февраль
    [3] Март
    [4] Апрель
    [5] Май
    [6] Июнь
    [7] Июль
    [8] Август
    [9] Сентябрь
    [10] Октябрь
    [11] Ноябрь
    [12] Декабрь
} { $year }
period-days = { $first } – { $last }
span-minutes = { $minutes } мин
span-hours = { $hours } ч { $minutes } мин
span-days = { $days } дн. { $hours } ч
percent = { $number } %

section-referrals = Запросы
section-indicators = Показатели
section-closed = Закрытые запросы
section-visits = Визиты на дом
section-alarms = Кризисные сигналы
total-overlapping = Все открытые за период
table-reached = Охвачены: открытые запросы (выход)
table-helped = Помощь оказана (результат)
table-total = Всего
table-channel = По каналам
table-language = По языкам
table-centre = По центрам
table-contact = Первый контакт с человеком
table-outcome = По итогам
table-visit = Чем закончились
table-moved = Перенос времени
table-reminder = Ответ на напоминание
table-code = По видам сигналов
table-acknowledged = Подтверждение
table-sex = Пол ребёнка
table-age = Возраст ребёнка
table-adult = Пол взрослого или молодого человека
measure-contact_median = Время до первого контакта, медиана
measure-contact_p90 = Время до первого контакта, 9 из 10 – не позже
measure-contact_share = Контакт в обещанный срок
measure-met_share = Запросы, где помощь оказана
measure-kept_share = Состоявшиеся визиты
measure-reminders = Отправлено напоминаний
measure-acknowledged_median = Время реакции, медиана
measure-acknowledged_p90 = Время реакции, 9 из 10 – не позже
channel-webchat = Страница чата
channel-telegram = Telegram
channel-sms = СМС
channel-referral = Направление от госоргана
channel-whatsapp = WhatsApp
channel-kakaotalk = KakaoTalk
channel-viber = Viber
contact-within = В обещанный срок
contact-late = Позже или никак
contact-pending = Срок ещё не вышел
came-kept = Состоялся
came-missed = Не состоялся
came-cancelled = Отменён
came-open = Впереди или не отмечен
moved-moved = Перенесён
moved-unmoved = Не перенесён
reminder-confirm = Подтвердили
reminder-move = Попросили другое время
reminder-cancel = Отменили
reminder-silent = Без ответа
reminder-none = Без напоминания
acknowledged-seen = Подтверждён
acknowledged-unseen = Ещё нет
sex-girl = Девочка
sex-boy = Мальчик
sex-both = Девочка и мальчик
sex-other = Другое
sex-unknown = Пол не указан
adult-woman = Женщина
adult-man = Мужчина
adult-unknown = Пол взрослого неизвестен
age-0-11m = До 1 года
age-12-23m = 1 год
age-2-5y = 2–5 лет
age-6-12y = 6–12 лет
age-13-17y = 13–17 лет
age-18y = 18 лет и старше
age-unknown = Возраст не указан

visit-kept = Состоялся
visit-missed = Не состоялся
visit-did = Визит состоялся?
visit-kept-do = Да
visit-missed-do = Нет
deed-visited = – отметка, состоялся ли визит
deed-report = – просмотр отчёта

# Лист ожидания и ответ семьи в конце.
list = Внести в лист ожидания
list-hint = Семье напишут, что она ждёт места; то же она прочтёт, когда спросит о своём запросе.
unlist = Место появилось
unlist-hint = Семье напишут, что место есть и что вы скоро свяжетесь.
list-title = Лист ожидания
list-since = ждёт места
done-list = Семья в листе ожидания, ей сообщили.
done-unlist = Семье сообщили, что место есть.
deed-list = – семья внесена в лист ожидания
deed-unlist = – семья убрана из листа ожидания
helped-line = «Удалось ли вам помочь?» – ответ семьи: { $answer }
helped-yes = да
helped-partly = отчасти
helped-no = нет
sim-notice-case-family_answered = семья ответила, удалось ли помочь
sim-effect-keep_helped = Ответ семьи записан в запрос

# Какой присмотр может подойти ребёнку.
matches-title = Что может подойти
matches-hint = Порядок – по тому, что рассказала семья; решаете вы. О том, что вы подтвердите, семья узнает сразу.
matches-child = Ребёнок { $number }
match-likely = вероятно, подойдёт
match-ask = уточнить
match-full = места с { $day }
match-confirm = Подтвердить
match-confirmed = Подтверждено, семье сообщили.
deed-confirm = – услуга подтверждена
done-confirm = Подтверждено, семье сообщили.
refused-no-match = Этой услуги среди подобранных здесь нет.

# Список помощников и кто идёт на визит.
savers-link = Помощники: кто ходит к семьям
savers-title = Помощники
savers-sub = Те, кто ходит к семьям домой: чему обучены, куда и когда могут прийти.
savers-list = В списке: { $count }
savers-none = В списке пока никого нет.
savers-added = Запись добавлена.
savers-changed = Изменения сохранены.
savers-removed = Запись удалена.
saver-new = Новый помощник
saver-change = Изменить: { $name }
saver-edit = Изменить
saver-name = Имя
saver-trainings = Обучение
saver-course = Курс
saver-done-on = Дата окончания
saver-languages = Языки
saver-districts = Районы
saver-districts-hint = Если ничего не отмечено – все районы.
saver-everywhere = все районы
saver-hours = Дни и часы
saver-opens = С
saver-closes = До
saver-active = Сейчас ходит к семьям
saver-resting = сейчас не ходит
saver-add = Добавить
saver-save = Сохранить
saver-other = Добавить другого помощника
saver-remove = Удалить из списка
saver-remove-sure = Всё, что записано об этом человеке, будет стёрто; в прошлых визитах не останется, кто приходил.
saver-remove-do = Удалить
saver-goes = Идёт { $name }
saver-choose = Кто пойдёт?
saver-choose-other = Пойдёт другой
saver-who = Помощник
saver-nobody = Пока никто
saver-order = Первым стоит самый подходящий. Решаете вы; имени семье не сообщают.
saver-send = Выбрать
saver-fits = подходит: { $what }
saver-not = но: { $what }
saver-fits-free = время свободно
saver-fits-trained = обучение пройдено
saver-fits-language = знает язык
saver-fits-hours = в свои часы
saver-fits-district = в своём районе
saver-not-free = в это время у другой семьи
saver-not-trained = без обучения
saver-not-language = не знает языка
saver-not-hours = не в свои часы
saver-not-district = не в своём районе
day-mon = Пн
day-tue = Вт
day-wed = Ср
day-thu = Чт
day-fri = Пт
day-sat = Сб
day-sun = Вс
mistake-saver-name = Напишите имя, до 80 букв.
mistake-saver-languages = Отметьте хотя бы один язык.
mistake-saver-hours = Отметьте хотя бы один день; конец часов должен быть позже начала.
mistake-saver-trainings = У каждого курса нужны название и дата окончания; дата не может быть в будущем.
deed-dispatch = – выбрано, кто идёт на визит
deed-saver-add = – помощник добавлен в список
deed-saver-change = – запись помощника изменена
deed-saver-remove = – помощник удалён из списка

# Что партнёру ещё нужно подтвердить.
confirm-link = Что нам ещё нужно подтвердить
confirm-title = Нужно подтвердить
confirm-sub = Здесь то, что мы прочли в открытых источниках. Пока это не подтверждено, семьям это не говорят как факт. Пожалуйста, сообщите, как правильно, тому, кто ведёт файл программы.
confirm-nothing = Всё подтверждено.
confirm-districts = Какой центр обслуживает район
confirm-places = Где оказывают услугу
confirm-services = Услуги
confirm-must = Условия услуги
confirm-prefers = Кого берут первыми
confirm-grants = Документы для денежной помощи
confirm-indicators = Что считает отчёт
confirm-centre = { $name }
confirm-district = { $name }
confirm-whole = вся запись
confirm-entry = Запись { $number }
confirm-source = Источник: { $source }, { $day }

# Запрос для другой системы.
export-title = Для другой системы
export-hint = Файл со всем, что здесь есть, кроме переписки, для системы больницы или другой организации. Передавайте его только с согласия семьи. Каждое скачивание записывается.
export-fhir = Скачать FHIR R4 (JSON)
deed-export = – запрос скачан для другой системы

# Места.
places-link = Места: где они есть
places-title = Места
places-sub = Сколько детей принимает каждая услуга и каждое место и когда снова будет свободно.
places-hint = То, что вы напишете здесь, действует со следующего сообщения. О подходящей услуге семье говорят, даже если мест нет: после тех, где места есть, и с днём, когда они появятся. «Подтверждено отсюда» – число детей, которых направили сюда специалисты, в запросах открытых или закрытых с итогом «помогли».
places-set = Сохранено. С этого момента семьям говорят так.
places-cleared = Убрано. Снова действует файл программы.
place-list = Места: { $name }
place-capacity = Сколько детей
place-children = { $count ->
    [one] { $count } ребёнок
    [few] { $count } ребёнка
   *[other] { $count } детей
}
place-unknown = пока неизвестно
place-confirmed = Подтверждено отсюда
place-room = Есть ли места
place-free = не сказано, что мест нет
place-full = места будут с { $day }
place-untold = не подтверждено, семьям об этом не говорят
place-said = Записано: { $name }, { $when }.
place-file = Из файла программы.
place-edit = Записать, сколько мест
place-capacity-field = Сколько детей сразу
place-capacity-hint = Оставьте пустым, если не знаете.
place-full-field = День, с которого снова есть места
place-full-hint = Оставьте пустым, если места есть сейчас.
place-save = Сохранить
place-clear = Убрать и взять из файла
mistake-room-capacity = Напишите число от 1 до 9999. Если не знаете, оставьте пустым; если мест сейчас нет, напишите день, с которого они будут.
mistake-room-day = Выберите день не раньше завтрашнего, в пределах трёх лет. Если места есть сейчас, оставьте пустым.
mistake-room-changed = Тем временем это изменил другой сотрудник. Посмотрите, что здесь написано, и запишите своё снова, если это ещё нужно.
deed-room-set = – записано, сколько мест у услуги
deed-room-clear = – убрана запись о местах услуги
confirm-capacity = Услуги, о которых неизвестно, сколько детей они принимают
confirm-capacity-hint = Когда узнаете, сколько детей принимают сразу, запишите это на странице «Места».
