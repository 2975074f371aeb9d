# The words of the caseworkers' pages in Uzbek (Latin script): short labels as in a good office programme, polite (siz).
#
# For a native speaker to confirm, best a caseworker in Khorezm. Unsure:
# - “murojaat” for a case (as the notices have it; families are told “soʻrov”);
# - “xodim” for a caseworker, “rahbar” for a supervisor, “yordamchi” for a saver, who goes to families' homes;
# - “olish” and “botga qaytarish” for claiming a case and giving it back, “masʼul” for who has it;
# - “tashrif” for a visit, “kutish roʻyxati” for the waiting list, “kanal” for a line;
# - “xavf belgisi” for the sign of a crisis, and the names under crisis-*: with a psychologist;
# - the duty to report and its source are Korean law in our own Uzbek words: with a lawyer;
# - “qamrov” and “natija”, “mediana” in the report: with whoever writes for the donor;
# - the short days (du, se, chor, pay, ju, shan, yak): other short forms are in use too.
#
# After a number a noun stays as it is, so no message needs a plural.

language-name = Oʻzbekcha
language-switch = Til
console = Front Door
skip = Sahifa matniga oʻtish
sign-out = Chiqish
account = Mening hisobim
back = Murojaatlar
loading-failed = Aloqa uzildi. Qayta ulanmoqda.
stale = Bu orada murojaat oʻzgardi. Yozayotganingiz joyida turibdi.
reload = Yangilash
no-script = Bu sahifa oʻzi yangilanmaydi. Yangiliklar uchun “Yangilash”ni bosing.
role-caseworker = Xodim
role-supervisor = Rahbar
somebody = boshqa xodim
all-centres = Barcha markazlar

sign-in-title = Kirish
sign-in-lead = Oilalarning xabarlariga shu yerda odamlar javob beradi.
email = Elektron pochta
password = Parol
sign-in = Kirish
sign-in-wrong = Pochta yoki parol notoʻgʻri.
sign-in-wait = Juda koʻp marta xato kiritildi. { $minutes } daqiqadan keyin qayta urinib koʻring.

inbox-title = Murojaatlar
tab-waiting = Kutmoqda
tab-mine = Meniki
tab-open = Ochiq
tab-closed = Yopiq
tabs = Murojaatlar roʻyxatlari
waiting-count = { $count ->
    [0] Kutayotgan murojaat yoʻq
   *[other] { $count } ta murojaat kutmoqda
}
title-count = ({ $count }) Murojaatlar
empty-waiting = Kutayotgan murojaat yoʻq. Yangisi kelsa, shu yerda darhol koʻrinadi.
empty-mine = Sizda ochiq murojaat yoʻq.
empty-open = Ochiq murojaat yoʻq.
empty-closed = Oxirgi 30 kunda yopilgan murojaat yoʻq.
closed-note = Oxirgi 30 kunda yopilgan murojaatlar.
most = Faqat eng uzoq kutayotgan { $count } tasi koʻrsatildi.
nobody-yet = Hali hech kim olmagan
claimed-by-me = Siz
claimed-by = { $name }
family-turn = Oilaning javobi kutilmoqda
due-late = Javob muddati oʻtdi
due-by = { $when } gacha
no-centre = Markaz tanlanmagan
next-visit = Tashrif: { $when }
alarm-unseen = Xavf belgisi koʻrilmagan
since-now = hozirgina
since-minutes = { $minutes } daqiqadan beri
since-hours = { $hours } soat { $minutes } daqiqadan beri
since-days = { $days } kun { $hours } soatdan beri
closed-at = Yopildi: { $when }

urgency-crisis = Xavf
urgency-today = Bugun
urgency-week = Shu hafta
urgency-later = Shoshilinch emas
reason-self_referral = Oilaning oʻzi murojaat qildi
reason-wants_human = Odam bilan gaplashmoqchi
reason-not_understood = Bot tushunmadi
reason-referral = Boshqa oiladan xavotirda
reason-service_request = Xizmat soʻralmoqda
reason-grant_request = Pul yordami soʻralmoqda
reason-pregnancy_loss = Homila yoki chaqaloqdan ayrilish
reason-crisis = Xavf belgisi

opened = Ochilgan
waiting = Kutmoqda
due = Javob muddati
owner = Masʼul
reason = Sababi
centre = Markaz
channel = Kanal

claim = Olish
claim-hint = Bot jim boʻladi, oila bilan oʻzingiz gaplashasiz.
give-back = Botga qaytarish
give-back-hint = Murojaat ochiq qoladi va yana xodim kutadi.
owned-by-other = Oila bilan { $name } gaplashmoqda.
closed-line = Yopildi: { $when }. Natija: { $outcome }

alarm-title = Xavf belgisi: { $name }
alarm-at = Sezildi: { $when }
alarm-numbers = Oilaga darhol berilgan raqamlar
acknowledge = Koʻrdim
acknowledge-hint = Shunda xodimlarga eslatmalar toʻxtaydi. Murojaatni olsangiz ham toʻxtaydi.
acknowledged-by = Koʻrildi: { $when }, { $name }.
severity-S0 = Hozir hayot xavf ostida boʻlishi mumkin
severity-S1 = Jiddiy: bugun koʻrib chiqing
severity-S2 = Tez orada koʻrib chiqing
duty-title = Xabar berish majburiyati
duty = Koreyada ijtimoiy muassasalar va oila markazlari xodimlari bolaga zoʻravonlik haqida xabar berishga majbur. Gumon boʻlsa, darhol politsiyaga (112) yoki mahalliy hokimiyatga xabar bering; uzrli sababsiz xabar bermaganlarga 10 million vongacha jarima solinadi. Dastur sizning oʻrningizga xabar bermaydi.
duty-source = Koreya Respublikasining bolalarga zoʻravonlik jinoyatlarini jazolash toʻgʻrisidagi maxsus qonuni, 10(2) va 63-moddalar

crisis-violence_now = Hozir sodir boʻlayotgan zoʻravonlik
crisis-dv_disclosure = Oiladagi zoʻravonlik haqida aytdi
crisis-suicide_now = Oʻz joniga qasd qilish xavfi, hozir
crisis-suicide_thoughts = Oʻlim haqidagi oʻylar
crisis-postpartum_harm = Tugʻruqdan keyin zarar yetkazish oʻylari
crisis-maternal_emergency = Homilador yoki onaga tez tibbiy yordam kerak
crisis-infant_emergency = Chaqaloqqa tez tibbiy yordam kerak
crisis-child_abuse = Bolaga zoʻravonlik gumoni
crisis-infant_abandonment = Chaqaloqni tashlab ketish oʻylari
crisis-anonymous_birth = Ismini aytmasdan tugʻish
crisis-homeless_tonight = Bugun tunashga joyi yoʻq
crisis-destitution = Bugun ovqat yoki bola suti yoʻq
crisis-child_writer = Xavfdagi bolaning oʻzi yozmoqda
crisis-unaccompanied_child = Bola yolgʻiz, kattalarsiz

safety-title = Xavfsiz aloqa
way-here = Faqat shu yozishmada.
way-text = SMS orqali.
way-call = Faqat telefon orqali.
way-none = Birinchi boʻlib yozmang va qoʻngʻiroq qilmang. Oila oʻzi bogʻlanadi.
way-unknown = Hali soʻralmagan. Faqat shu yozishmada javob bering.
hours-title = Vaqti
hours-any = Istalgan vaqt
hours-morning = Ertalab 8–12
hours-afternoon = Tushdan keyin 12–18
hours-evening = Kechqurun 18–21
hours-unknown = Hali soʻralmagan
phone = Telefon
readers-shared = Boshqalar ham koʻrishi mumkin
readers-alone = Faqat oʻzi
readers-unknown = Hali soʻralmagan
others-title = Xabarlarni kim oʻqiydi
family-language = Oila tili
lang-ko = Koreyscha
lang-en = Inglizcha
lang-ru = Ruscha
lang-uz = Oʻzbekcha
lang-uz-Cyrl = Oʻzbekcha (kirill)
lang-fr = Fransuzcha

answers-title = Javoblar
answers-none = Hali javob yoʻq.
how-asked = savolga javob
how-heard = oʻzi aytdi
how-derived = boshqa javobdan

transcript-title = Yozishma
transcript-none = Hali hech narsa yozilmagan.
author-family = Oila
author-reply = Bot
author-worker = Xodim
author-reminder = Tashrif eslatmasi
author-crisis = Xavfda yordam
edited = tuzatilgan
not-yet = Hali yuborilmagan
did-start = Yozishma ochildi: { $text }
did-start-only = Yozishma ochildi.
did-media = Rasm, ovozli xabar yoki fayl yuborildi: { $text }
did-media-only = Rasm, ovozli xabar yoki fayl yuborildi.
did-contact = Telefon raqami yuborildi: { $text }
did-contact-only = Kontakt yuborildi.
did-blocked = Oila yozishmani blokladi. { $text }
did-blocked-only = Oila yozishmani blokladi.
did-unblocked = Oila blokni olib tashladi. { $text }
did-unblocked-only = Oila blokni olib tashladi.
did-opted_out = Oila xabarlarni toʻxtatdi: { $text }
did-opted_out-only = Oila xabarlarni toʻxtatdi.
did-opted_in = Oila yana xabar oladi: { $text }
did-opted_in-only = Oila yana xabar oladi.

state-queued = Yuborilishini kutmoqda
state-sending = Yuborilmoqda
state-sent = Yuborildi
state-delivered = Yetib bordi
state-read = Oʻqildi
state-failed = Yetib bormadi
state-dropped = Yuborilmadi
state-revoked = Qaytarib olindi
state-on-page = Chat sahifasida
state-held = Yuboriladi: { $when } (xavfsiz vaqt kutilmoqda)
state-again = Yana yuboriladi ({ $times } marta urinildi: { $why })
state-because = { $state }: { $why }
state-unread = Boshqalar koʻrishi mumkin: oila yana yozganda koʻrsatiladi
why-too-late = vaqti oʻtib ketdi
why-opted-out = oila xabarlarni toʻxtatgan
why-call-only = faqat qoʻngʻiroq xavfsiz
why-writes-first = birinchi boʻlib oila yozadi
why-no-safe-route = xavfsiz yozish kanali yoʻq
why-unreachable = bu kanal orqali yetib bormaydi
why-no-safe-time = xavfsiz vaqt qolmagan
why-line-off = kanal oʻchirilgan
why-broke = yuborishda xatolik
why-receipt = aloqa operatori yetkaza olmadi
why-code = kod { $code }

reply-title = Javob
reply-label = Oilaga javobingiz
unsent = Yuborilmagan
reply-send = Yuborish
reply-keys = Ctrl+Enter ham yuboradi
reply-claim-first = Javob berish uchun murojaatni oling.
reply-other = Oila bilan { $name } gaplashmoqda, shuning uchun javob bera olmaysiz.
reply-closed = Yopilgan murojaatga javob berib boʻlmaydi.
line-off = Bu oilaning kanali oʻchirilgan, hozir hech narsa yuborib boʻlmaydi.
warn-unknown = Buni kim oʻqishi hali nomaʼlum. Hech narsani oshkor qilmaydigan qilib yozing.
warn-shared = Buni boshqalar ham oʻqishi mumkin. Hech narsani oshkor qilmaydigan qilib yozing.
warn-referred = Bu oilani davlat organi yuborgan, oʻzi bu yozishmada yoʻq, shuning uchun yozib boʻlmaydi. Oila rozi boʻlsa, murojaatdagi raqamga qoʻngʻiroq qiling.
warn-stopped = Oila xabarlarni toʻxtatgan. Javobingiz yetib bormaydi.
warn-call = Faqat qoʻngʻiroq xavfsiz. Oila hozir yozib turmagan boʻlsa, javobingiz yetib bormaydi.
warn-none = Oila birinchi boʻlib yozmaslikni soʻragan. Javobingizni yana yozganda koʻradi.
warn-unreachable = Oxirgi xabar yetib bormadi. Boshqa xavfsiz yoʻl toping.

visits-title = Tashriflar
visits-none = Tashrif belgilanmagan.
visits-month = Shu oydagi tashriflar: { $count } (rejada { $least }–{ $most })
visit-booked = Oila tasdigʻi kutilmoqda
visit-confirmed = Oila tasdiqladi
visit-move_requested = Oila boshqa vaqt soʻrayapti
visit-cancelled = Bekor qilindi
visit-past = Oʻtib ketgan
visit-wish = Oilaga qulay vaqt
visit-length = { $minutes } daqiqa
book = Tashrif belgilash
book-do = Belgilash va oilaga aytish
move = Vaqtini oʻzgartirish
move-do = Oʻzgartirish va oilaga aytish
cancel = Bekor qilish
cancel-do = Bekor qilish va oilaga aytish
cancel-sure = Tashrif bekor qilinsinmi: { $when }? Oilaga darhol aytiladi.
day-label = Sana
time-label = Vaqt
minutes-label = Davomiyligi
zone-note = Vaqt mintaqasi: { $zone }.

close-title = Murojaatni yopish
close-hint = Tashrif eslatmalari toʻxtaydi, yana bot javob beradi.
outcome-label = Natija
outcome-choose = Tanlang
outcome-helped = Yordam berildi
outcome-referred_elsewhere = Boshqa tashkilotga yuborildi
outcome-declined = Oila rad etdi
outcome-unreachable = Bogʻlanib boʻlmadi
outcome-duplicate = Takroriy murojaat
outcome-withdrawn = Oila murojaatni qaytarib oldi
outcome-other = Boshqa
close-do = Yopish

consent-title = Rozilik
consent-personal = Shaxsiy maʼlumotlar
consent-sensitive = Maxsus maʼlumotlar
consent-yes = Rozi
consent-no = Rozi emas
consent-version = Rozilik matni
consent-at = Qachon
consent-never = Hali soʻralmagan. Oila aytganidan boshqa narsani soʻramang.

audit-title = Kim koʻrdi, nima qilindi
deed-view = murojaatni koʻrdi
deed-claim = murojaatni oldi
deed-acknowledge = xavf belgisini koʻrganini tasdiqladi
deed-reply = oilaga javob berdi
deed-return = botga qaytardi
deed-close = murojaatni yopdi
deed-book = tashrif belgiladi
deed-move = tashrif vaqtini oʻzgartirdi
deed-cancel = tashrifni bekor qildi

done-claim = Murojaat sizda. Endi oila bilan oʻzingiz gaplashasiz.
done-acknowledge = Xavf belgisini koʻrganingiz yozib qoʻyildi.
done-reply = Javobingiz yoʻlda; yetib borgani yozishmada koʻrinadi.
done-return = Yozishma yana botda.
done-close = Murojaat yopildi.
done-book = Tashrif belgilandi, oilaga aytildi.
done-move = Tashrif vaqti oʻzgardi, oilaga aytildi.
done-cancel = Tashrif bekor qilindi, oilaga aytildi.

refused-already-claimed-by = Murojaatni allaqachon { $name } olgan.
refused-not-yours = Bu murojaatni hech kim olmagan. Avval uni oling.
refused-not-yours-by = Bu yozishmaga { $name } masʼul.
refused-no-case = Bu murojaat yopilgan.
refused-no-alarm = Tasdiqlaydigan xavf belgisi yoʻq.
refused-no-visit = Bu tashrif allaqachon bekor qilingan yoki yoʻq.
refused-in-the-past = Oʻtib ketgan vaqtga tashrif belgilab boʻlmaydi.
refused-referred = Bu oilani boshqa tashkilot yuborgan, oʻzi bu yozishmada yoʻq. Oila rozi boʻlsa, murojaatdagi raqamga qoʻngʻiroq qiling.
refused-line-off = Bu oilaning kanali oʻchirilgan.
refused-other = Hozir buning iloji yoʻq. Murojaatni yana bir koʻrib chiqing.
mistake-form = Shakl notoʻgʻri toʻldirilgan. Qayta urinib koʻring.
mistake-empty = Yuboradigan matnni yozing.
mistake-long = 2000 belgidan oshmasin.
mistake-outcome = Natijani tanlang.
mistake-time = Sana va vaqtni kiriting.
mistake-minutes = Davomiyligi 10 dan 480 daqiqagacha boʻladi.

account-title = Mening hisobim
password-title = Parolni almashtirish
password-current = Hozirgi parol
password-new = Yangi parol
password-again = Yangi parol yana bir marta
password-rule = Kamida { $shortest } ta belgi. Uzun gap yaxshi parol boʻladi.
password-change = Almashtirish
password-note = Boshqa qurilmalarda hisobingizdan chiqasiz.
password-wrong = Hozirgi parol notoʻgʻri.
password-differs = Yangi parollar bir xil emas.
password-weak = Yangi parol { $shortest } dan 256 gacha belgidan iborat boʻlsin.
password-wait = Juda koʻp marta xato kiritildi. 15 daqiqadan keyin qayta urinib koʻring.
password-done = Parolingiz almashtirildi.
telegram-title = Telegramni ulash
telegram-linked = Telegram ulangan. Yangi kod uni boshqasi bilan almashtiradi.
telegram-none = Telegramni ulasangiz, murojaatlarni bildirishnomaning oʻzidan olasiz.
telegram-get = Kod olish
telegram-how = Shu qatorni xodimlar botiga shaxsiy chatda yuboring. U bir marta, { $minutes } daqiqa ichida ishlaydi.
telegram-code = Yuboriladigan qator

refused-title = Buning iloji yoʻq
refused-page-session-over = Tizimdan chiqib ketgansiz. Biror narsa yozayotgan boʻlsangiz, orqaga qayting, matnni nusxalang va qayta kiring.
refused-page-bad-token = Bu eski sahifadan kelgani uchun qabul qilinmadi. Orqaga qayting, sahifani yangilang va qayta urinib koʻring.
refused-page-not-found = Bunday murojaat yoʻq yoki u sizga ochiq emas.
refused-page-bad-request = Soʻrov notoʻgʻri.
refused-page-broken = Bizda xatolik yuz berdi. Birozdan keyin qayta urinib koʻring.
to-inbox = Murojaatlarga

date = { $day }.{ $month }.{ $year }
day = { $day }-{ $month ->
   *[1] yanvar
    [2] fevral
    [3] mart
    [4] aprel
    [5] may
    [6] iyun
    [7] iyul
    [8] avgust
    [9] sentabr
    [10] oktabr
    [11] noyabr
    [12] dekabr
}, { $weekday }
weekday-0 = du
weekday-1 = se
weekday-2 = chor
weekday-3 = pay
weekday-4 = ju
weekday-5 = shan
weekday-6 = yak

# Simulyator.
and = { " va " }
sim-title = Simulyator
sim-link = Dasturni simulyatorda sinab koʻrish
sim-lead = Dastur bilan oila nomidan gaplashing va nega shunday javob berganini koʻring. Hech narsa yuborilmaydi, murojaat ochilmaydi, bazada hech narsa saqlanmaydi.
sim-begin-title = Suhbatni boshlash
sim-place = Dastur va kanal
sim-phone-language = Telefon tili
sim-language-unknown = Kanal aytmaydi
sim-language-hint = Bu faqat ishora: birinchi gapning tili muhimroq. SMS va WhatsApp tilni aytmaydi.
sim-begin = Boshlash
sim-broken = Bu dasturlarni oʻqib boʻlmadi:
sim-conversation = Suhbat
sim-clock-now = Soat: { $when }. U faqat siz surganda yuradi.
sim-line = Kanal
sim-line-set = Shunday koʻrsatish
sim-line-hint = Shu suhbat boshqa kanalda qaytadan oʻtadi.
sim-undo = Oxirgi qadamni bekor qilish
sim-end = Qaytadan boshlash
sim-empty = Hali hech narsa boʻlmadi. Birinchi xabarni yozing yoki suhbatni havola orqali kirgandek oching.
sim-channel-webchat = Chat sahifasi
sim-channel-telegram = Telegram
sim-channel-sms = SMS
sim-channel-whatsapp = WhatsApp
sim-channel-kakao = KakaoTalk
sim-family-title = Oila nomidan
sim-write-label = Oila nima yozadi
sim-write = Oila nomidan yuborish
sim-more = Oila yana nima qila oladi
sim-do-open = Suhbatni ochish
sim-do-photo = Rasm yuborish
sim-do-block = Bizni bloklash
sim-do-unblock = Blokdan chiqarish
sim-did-opened = Suhbat ochildi.
sim-did-showed = Rasm yuborildi.
sim-did-blocked = Oila yozishmani blokladi.
sim-did-unblocked = Oila blokni olib tashladi.
sim-take = Javobni tanlash
sim-take-number = Raqam bilan javob berish
sim-clock-title = Soatni surish
sim-wait-1h = +1 soat
sim-wait-1d = +1 kun
sim-wait-3d = +3 kun
sim-waited-1h = Bir soat oʻtdi.
sim-waited-1d = Bir kun oʻtdi.
sim-waited-3d = Uch kun oʻtdi.
sim-clock = Soat
sim-by-itself = Oʻz-oʻzidan
sim-times = { $times ->
    [1] { "" }
   *[other] ({ $times } marta, bu oxirgisi)
}
sim-released = Vaqtini kutgan xabar yuborildi.
sim-staff-title = Xodim nomidan
sim-staff-none = Hali murojaat yoʻq, shuning uchun qiladigan ish ham yoʻq.
sim-staff-claim-first = Avval murojaatni oling: shunda javob berib, tashrif belgilay olasiz.
sim-reply = Javob berish
sim-book = Tashrif belgilash
sim-move = Keyingi tashrifni surish
sim-cancel = Keyingi tashrifni bekor qilish
sim-act-claim = Murojaatni oldi.
sim-act-acknowledge = Xavf belgisini koʻrdi.
sim-act-reply = Javob berdi.
sim-act-book = Tashrif belgiladi.
sim-act-move = Keyingi tashrifni surdi.
sim-act-cancel = Keyingi tashrifni bekor qildi.
sim-act-give-back = Suhbatni botga qaytardi.
sim-act-close = Murojaatni yopdi.
sim-act-list = Oilani kutish roʻyxatiga qoʻshdi.
sim-act-unlist = Oilani kutish roʻyxatidan chiqardi.
sim-act-confirm = Oila uchun xizmatni tasdiqladi.
sim-now-title = Savollar qayerga keldi
sim-flow-none = Hozir savol yoʻq.
sim-fate-answered = bor
sim-fate-left_out = tashlandi
sim-fate-next = hozir
sim-fate-later = keyin
sim-waiting-title = Eshitildi, lekin rozilikdan oldin saqlanmadi
sim-coming-title = Oʻz-oʻzidan nima boʻladi
sim-coming-none = Hech narsa.
sim-held-message = vaqtini kutayotgan xabar yuboriladi
sim-timer-reminder = tashrif eslatmasi
sim-timer-escalation = xodimlarga yana aytiladi
sim-timer-expiry = suhbat oʻchiriladi
sim-case-title = Shu paytdagi murojaat
sim-case-open = { $code } murojaati ochiq. Hozir topshirilsa, xodimlarga shu boradi.
sim-case-would = Ochiq murojaat yoʻq. Hozir topshirilsa, xodimlarga shu borardi.
sim-case-json = Topshirish hujjati
sim-why = Nega shunday?
sim-why-understood = Nima tushunildi
sim-why-open = Undan oldin ochiq savol
sim-why-rule = Nima hal qildi
sim-why-answers = Javoblar
sim-why-next = Keyingi savol
sim-why-effects = Nima qilinadi
sim-language = Til: { $name }
sim-crisis = Xavf: { $name } ({ $code }), { $severity }: { $meaning }
sim-crisis-lexicon = Xavf lugʻati topdi.
sim-crisis-model = Misollardan oʻrgangan model topdi; lugʻatning oʻzi bunday demasdi.
sim-crisis-soft = Faqat ehtiyotlik bilan soʻraymiz: gap boshqa odam, oʻtgan ish haqida yoki noaniq.
sim-intent-sure = Maqsad { $intent }: { $confidence }, yetarlicha ishonchli
sim-intent = Maqsad { $intent }: { $confidence }, ishonch kam
sim-intent-rule = Maqsadga { $sure } dan boshlab va undan oldin boshqa qoida hal qilmagan boʻlsagina amal qilinadi.
sim-intent-none = Maqsad yoʻq: modeldan soʻralmadi yoki u taxmin qilmadi.
sim-open-none = Yoʻq.
sim-rule-channel = Buni kanalning oʻzi aytdi.
sim-rule-crisis = Xavf hamma narsadan oldin turadi.
sim-rule-soft_crisis = Xavf boʻlishi mumkin boʻlgan gapga ehtiyotkor soʻz aytamiz; xabarning maʼnosi oʻzgarmaydi.
sim-rule-stop = Toʻxtatish soʻzi.
sim-rule-stopped = Oila xabarlarni toʻxtatgan: faqat oʻzi qayta boshlay oladi.
sim-rule-owned = Suhbat xodimda: bot xabarni unga qoldiradi.
sim-rule-first = Eng birinchi xabarga salom beramiz.
sim-rule-menu = Menyudan tanlov: tugma, uning raqami yoki yozuvi.
sim-rule-media = Rasm yoki ovozli xabar, bot ularni oʻqiy olmaydi.
sim-rule-command = Butun xabar bitta buyruq.
sim-rule-language = Butun xabar bitta til nomi.
sim-rule-menu_words = Bu soʻzlar oxirgi xabardagi bir tanlovni bildiradi.
sim-rule-answer = Bu ochiq savolga javob.
sim-rule-intent = Model maqsadga ishondi.
sim-rule-told = Oila soʻralmagan narsani aytdi yoki javobini tuzatdi.
sim-rule-spoken = Maʼnosi tushunarsiz, lekin tili maʼlum: savol shu tilda beriladi.
sim-rule-unsure = Hech narsa tushunilmadi: avval tanlovlar, ikki marta boʻlmasa, odam.
sim-event-message = Kanal aytgan narsaga qoida kerak emas.
sim-event-CaseClaimed = Xodim murojaatni oldi.
sim-event-AlarmAcknowledged = Xodimlar xavf belgisini koʻrdi.
sim-event-WorkerReplied = Xodim yozdi.
sim-event-CaseReturned = Xodim suhbatni botga qaytardi.
sim-event-CaseClosed = Murojaat yopildi.
sim-event-CaseListed = Oila kutish roʻyxatiga kirdi yoki undan chiqdi.
sim-event-FamilyReferred = Oilani davlat organi yubordi.
sim-event-MatchConfirmed = Oila uchun xizmat tasdiqlandi.
sim-event-VisitBooked = Tashrif belgilandi.
sim-event-VisitMoved = Tashrif vaqti oʻzgardi.
sim-event-VisitCancelled = Tashrif bekor qilindi.
sim-event-ReminderDue = Eslatma vaqti keldi.
sim-event-EscalationDue = Murojaat yoki xavf belgisi juda uzoq kutdi.
sim-event-SendingFailed = Xabar yetib bormadi.
sim-event-IntakeExpired = Suhbatni oʻchirish vaqti keldi.
sim-unanswered = javobsiz
sim-answer-new = { $question } = { $answer }
sim-answer-changed = { $question }: { $old } → { $answer }
sim-answer-gone = { $question }: qaytarib olindi
sim-answer-waits = { $question } = { $answer }, rozilik kutilmoqda
sim-next-owned = Suhbat xodimda turganda savollar kutadi.
sim-next-done = { $flow } savollari tugadi: hammasiga javob bor yoki tashlab oʻtilgan.
sim-next-asked = { $question }: shartlari bajarilgan, javobi yoʻq birinchi savol.
sim-next-again = { $question }: yana soʻraladi.
sim-let-through = Soʻrasa boʻladi: { $check }
sim-left-out = Tashlab oʻtildi: { $question }. Kerakli shart: { $check }
sim-check = { $question } { $condition } (hozir: { $answer })
sim-guard-equals = =
sim-guard-any_of = – shulardan biri:
sim-guard-less_than = <
sim-guard-at_least = ≥
sim-guard-at_most = ≤
sim-guard-missing = – javobsiz
sim-guard-missing-no = – javobi bor
sim-effect-open_case = { $code } murojaati ochiladi: “{ $urgency }”, javob muddati { $when }.
sim-effect-revise_case = { $code } murojaati oʻzgaradi: “{ $urgency }”, javob muddati { $when }.
sim-effect-notify = Xodimlarga aytiladi: { $what }.
sim-effect-claim_case = Murojaatning masʼuli bor.
sim-effect-release_case = Murojaat yana boʻsh.
sim-effect-close_case = Murojaat yopiladi. Natija: { $outcome }.
sim-effect-acknowledge = Xavf belgisi koʻrilgan hisoblanadi.
sim-effect-keep_visit = Tashrif yozib qoʻyiladi: { $when }, { $status }.
sim-effect-set_timer = Taymer: { $what }, { $when }.
sim-effect-cancel_timers = Taymerlar olib tashlanadi: { $what }.
sim-effect-revoke_messages = Shu tashrif haqida yuborilmagan xabarlar qaytarib olinadi.
sim-effect-mark_waiting = Oila endi odamni kutadi.
sim-effect-clear_waiting = Oila javob oldi, endi kutmaydi.
sim-effect-forget = Oila yozgan hamma narsa oʻchiriladi.
sim-effect-refuse = Rad etildi: { $why }
sim-notice-case-opened = yangi murojaat
sim-notice-case-escalated = murojaatni hali hech kim olmadi
sim-notice-case-escalated_to_supervisor = rahbarga: hali hech kim kirishmadi
sim-notice-case-crisis = xavf belgisi
sim-notice-case-revised = murojaat oʻzgardi
sim-notice-case-message_received = oila yozdi
sim-notice-case-claimed = murojaat olindi
sim-notice-case-returned = murojaat yana boʻsh
sim-notice-case-closed = murojaat yopildi
sim-notice-case-family_unreachable = oila bilan bogʻlanib boʻlmayapti
sim-notice-visit-booked = tashrif belgilandi
sim-notice-visit-moved = tashrif vaqti oʻzgardi
sim-notice-visit-cancelled = tashrif bekor qilindi
sim-notice-visit-confirmed = oila tashrifni tasdiqladi
sim-notice-visit-move_requested = oila boshqa vaqt soʻrayapti
sim-discreet = Sezdirmaydigan soʻzlar bilan: boshqalar ham oʻqishi mumkin.
sim-template = Tasdiqlangan andoza bilan: oxirgi xabarga 24 soatdan oshdi.
sim-other-line = Boshqa kanal orqali: { $line }
sim-sms = { $parts } ta SMS ({ $encoding }, { $units } birlik)
sim-bytes = Eng uzun tugma: { $most } baytdan { $bytes } bayt
sim-parts = { $parts } ta xabarda
sim-too-long = Simulyator bundan uzun suhbatni eslab qololmaydi. Bir qadam qayting yoki qaytadan boshlang.

report-title = Hisobot
report-link = Hisobot
report-heading = Hisobot: { $period }
report-periods = Davrlar
report-days = Boshqa sanalar
report-from = Boshlanishi
report-to = Tugashi
report-show = Koʻrsatish
report-csv = CSV yuklab olish
report-pdf = Donor uchun bir sahifa, fransuzcha (PDF)
report-zone = Kunlar { $zone } vaqti boʻyicha.
report-key = Asosiy raqamlar
report-more = Jinsi va yoshi boʻyicha
report-total = Jami
report-number = Soni
report-share = Ulushi
report-hidden = yashirilgan
report-hidden-note = “*” – yashirilgan son: 5 dan kam yoki shunday sonni bildirib qoʻyadigan son.
report-nothing = –
report-nothing-note = “–” – oʻlchaydigan narsa yoʻq.
report-empty = Bu kunlarda hech narsa yoʻq.
report-bad-period = Bu kunlarni koʻrsatib boʻlmaydi. Birinchi va oxirgi kunni tanlang, oraligʻi besh yildan oshmasin.
report-formulas = Har bir son qanday hisoblanishi docs/reports.md da yozilgan.
report-overlapping = Bitta murojaat bir nechta koʻrsatkichga kirishi mumkin, shuning uchun qatorlar yigʻindisi jamiga teng emas. Jami – shu kunlarda ochilgan barcha murojaatlar.
report-gap-note = Boʻsh katak: bu son bunday boʻlinmaydi.
report-by-code = Xavf turi boʻyicha koʻrilguncha vaqt
period-year = { $year }-yil
period-quarter = { $year }-yil, { $quarter }-chorak
period-month = { $year }-yil, { $month ->
   *[1] yanvar
    [2] fevral
    [3] mart
    [4] aprel
    [5] may
    [6] iyun
    [7] iyul
    [8] avgust
    [9] sentabr
    [10] oktabr
    [11] noyabr
    [12] dekabr
}
period-days = { $first } – { $last }
span-minutes = { $minutes } daqiqa
span-hours = { $hours } soat { $minutes } daqiqa
span-days = { $days } kun { $hours } soat
percent = { $number }%

section-referrals = Murojaatlar
section-indicators = Koʻrsatkichlar
section-closed = Yopilgan murojaatlar
section-visits = Uyga tashriflar
section-alarms = Xavf belgilari
total-overlapping = Ochilgan barcha murojaatlar
table-reached = Qamrov: ochilgan murojaatlar
table-helped = Natija: yordam berib yopilganlari
table-total = Jami
table-channel = Kanallar boʻyicha
table-language = Tillar boʻyicha
table-centre = Markazlar boʻyicha
table-contact = Xodimning birinchi javobi
table-outcome = Natijalar boʻyicha
table-visit = Tashriflar qanday tugadi
table-moved = Boshqa vaqtga surish
table-reminder = Eslatmaga javob
table-code = Xavf turlari boʻyicha
table-acknowledged = Koʻrilgani
table-sex = Bolaning jinsi
table-age = Bolaning yoshi
table-adult = Kattaning yoki yoshning jinsi
measure-contact_median = Birinchi javobgacha vaqt, mediana
measure-contact_p90 = Birinchi javobgacha vaqt, 10 tadan 9 tasi
measure-contact_share = Vaʼda qilingan muddatda javob
measure-met_share = Yordam berilgan murojaatlar
measure-kept_share = Amalga oshgan tashriflar
measure-reminders = Yuborilgan eslatmalar
measure-acknowledged_median = Koʻrilguncha vaqt, mediana
measure-acknowledged_p90 = Koʻrilguncha vaqt, 10 tadan 9 tasi
channel-webchat = Chat sahifasi
channel-telegram = Telegram
channel-sms = SMS
channel-referral = Davlat organi yuborgan
channel-whatsapp = WhatsApp
channel-kakaotalk = KakaoTalk
channel-viber = Viber
contact-within = Vaʼda qilingan muddatda
contact-late = Kechroq yoki umuman yoʻq
contact-pending = Muddat hali tugamagan
came-kept = Amalga oshdi
came-missed = Amalga oshmadi
came-cancelled = Bekor qilindi
came-open = Oldinda yoki belgilanmagan
moved-moved = Surildi
moved-unmoved = Surilmadi
reminder-confirm = Tasdiqladi
reminder-move = Boshqa vaqt soʻradi
reminder-cancel = Bekor qildi
reminder-silent = Javob yoʻq
reminder-none = Eslatilmagan
acknowledged-seen = Koʻrildi
acknowledged-unseen = Hali yoʻq
sex-girl = Qiz
sex-boy = Oʻgʻil
sex-both = Qiz va oʻgʻil
sex-other = Boshqa
sex-unknown = Jinsi nomaʼlum
adult-woman = Ayol
adult-man = Erkak
adult-unknown = Kattaning jinsi nomaʼlum
age-0-11m = 1 yoshgacha
age-12-23m = 1 yosh
age-2-5y = 2–5 yosh
age-6-12y = 6–12 yosh
age-13-17y = 13–17 yosh
age-18y = 18 yosh va katta
age-unknown = Yoshi nomaʼlum

visit-kept = Amalga oshdi
visit-missed = Amalga oshmadi
visit-did = Tashrif amalga oshdimi?
visit-kept-do = Ha
visit-missed-do = Yoʻq
deed-visited = tashrif boʻlgan-boʻlmaganini belgiladi
deed-report = hisobotni koʻrdi

# Kutish roʻyxati va oilaning oxirgi javobi.
list = Kutish roʻyxatiga qoʻshish
list-hint = Oilaga joy kutayotgani aytiladi; soʻrovi haqida soʻrasa ham shuni oʻqiydi.
unlist = Joy boʻldi
unlist-hint = Oilaga joy borligi va siz tez orada bogʻlanishingiz aytiladi.
list-title = Kutish roʻyxati
list-since = joy kutmoqda
done-list = Oila kutish roʻyxatida, unga aytildi.
done-unlist = Oilaga joy borligi aytildi.
deed-list = oilani kutish roʻyxatiga qoʻshdi
deed-unlist = oilani kutish roʻyxatidan chiqardi
helped-line = “Sizga yordam berildimi?” – oilaning javobi: { $answer }
helped-yes = ha
helped-partly = qisman
helped-no = yoʻq
sim-notice-case-family_answered = oila yordam berilgan-berilmaganini aytdi
sim-effect-keep_helped = Oilaning javobi murojaatga yoziladi

# Bolaga mos kelishi mumkin boʻlgan qarov.
matches-title = Nima mos kelishi mumkin
matches-hint = Tartib oila aytganlariga qarab; qaror sizniki. Siz tasdiqlagan narsa oilaga darhol aytiladi.
matches-child = { $number }-bola
match-likely = mos kelsa kerak
match-ask = aniqlash kerak
match-full = { $day } dan joy bor
match-confirm = Tasdiqlash
match-confirmed = Tasdiqlandi, oilaga aytildi.
deed-confirm = xizmatni tasdiqladi
done-confirm = Tasdiqlandi, oilaga aytildi.
refused-no-match = Bu murojaatda bunday xizmat topilmagan.

# Yordamchilar roʻyxati va tashrifga kim boradi.
savers-link = Yordamchilar: oilalarga kim boradi
savers-title = Yordamchilar
savers-sub = Oilalarning uyiga boradiganlar: nimaga oʻqigan, qayerga va qachon bora oladi.
savers-list = Roʻyxatda: { $count } kishi
savers-none = Roʻyxatda hali hech kim yoʻq.
savers-added = Roʻyxatga qoʻshildi.
savers-changed = Oʻzgarish saqlandi.
savers-removed = Roʻyxatdan oʻchirildi.
saver-new = Yangi yordamchi
saver-change = Oʻzgartirish: { $name }
saver-edit = Oʻzgartirish
saver-name = Ism
saver-trainings = Oʻqigan kurslari
saver-course = Kurs
saver-done-on = Tugatgan sanasi
saver-languages = Tillar
saver-districts = Tumanlar
saver-districts-hint = Hech biri belgilanmasa, hamma tuman.
saver-everywhere = hamma tuman
saver-hours = Kunlar va soatlar
saver-opens = Boshlanishi
saver-closes = Tugashi
saver-active = Hozir oilalarga boradi
saver-resting = hozir bormaydi
saver-add = Qoʻshish
saver-save = Saqlash
saver-other = Yana yordamchi qoʻshish
saver-remove = Roʻyxatdan oʻchirish
saver-remove-sure = Bu kishi haqida yozilgan hamma narsa oʻchiriladi; oʻtgan tashriflarda kim borgani qolmaydi.
saver-remove-do = Oʻchirish
saver-goes = Boradi: { $name }
saver-choose = Kim boradi?
saver-choose-other = Boshqasi boradi
saver-who = Yordamchi
saver-nobody = Hali hech kim
saver-order = Eng mosi birinchi turadi. Qaror sizniki; oilaga ismi aytilmaydi.
saver-send = Tanlash
saver-fits = mos: { $what }
saver-not = lekin: { $what }
saver-fits-free = vaqti boʻsh
saver-fits-trained = kursni oʻqigan
saver-fits-language = tilni biladi
saver-fits-hours = oʻz soatlarida
saver-fits-district = oʻz tumanida
saver-not-free = shu vaqtda boshqa oilada
saver-not-trained = hali oʻqimagan
saver-not-language = bu tilni bilmaydi
saver-not-hours = oʻz soatlarida emas
saver-not-district = boshqa tuman
day-mon = Du
day-tue = Se
day-wed = Chor
day-thu = Pay
day-fri = Ju
day-sat = Shan
day-sun = Yak
mistake-saver-name = Ismini yozing, 80 tagacha harf.
mistake-saver-languages = Kamida bitta tilni belgilang.
mistake-saver-hours = Kamida bitta kunni belgilang; tugash vaqti boshlanishidan keyin boʻlsin.
mistake-saver-trainings = Har bir kursning nomi va tugatilgan sanasi kerak; sana kelajakda boʻlmasin.
deed-dispatch = tashrifga kim borishini tanladi
deed-saver-add = roʻyxatga yordamchi qoʻshdi
deed-saver-change = yordamchi maʼlumotini oʻzgartirdi
deed-saver-remove = yordamchini roʻyxatdan oʻchirdi

# Hamkor hali tasdiqlashi kerak boʻlgan narsalar.
confirm-link = Hali tasdiqlashimiz kerak boʻlganlar
confirm-title = Tasdiqlash kerak
confirm-sub = Bu yerda ochiq manbalardan oʻqiganlarimiz turibdi. Tasdiqlanmaguncha oilalarga aniq deb aytilmaydi. Toʻgʻrisini dastur fayliga qaraydigan kishiga ayting.
confirm-nothing = Hammasi tasdiqlangan.
confirm-districts = Tumanga qaysi markaz xizmat qiladi
confirm-places = Xizmat koʻrsatiladigan joylar
confirm-services = Xizmatlar
confirm-must = Xizmat shartlari
confirm-prefers = Kim birinchi olinadi
confirm-grants = Pul yordami uchun hujjatlar
confirm-indicators = Hisobot nimani sanaydi
confirm-centre = { $name }
confirm-district = { $name }
confirm-whole = yozuvning hammasi
confirm-entry = { $number }-yozuv
confirm-source = Manba: { $source }, { $day }

# Boshqa tizim uchun murojaat.
export-title = Boshqa tizim uchun
export-hint = Shifoxona yoki boshqa tashkilot tizimi uchun fayl: yozishmadan tashqari bu yerdagi hamma narsa. Uni faqat oilaning roziligi bilan bering. Har bir yuklab olish yozib qoʻyiladi.
export-fhir = FHIR R4 (JSON) yuklab olish
deed-export = boshqa tizim uchun yuklab oldi

# Joylar.
places-link = Joylar: qayerda boʻsh joy bor
places-title = Joylar
places-sub = Har bir xizmat va joy nechta bolani oladi va qachon yana boʻsh joy boʻladi.
places-hint = Bu yerga yozganingiz keyingi xabardan boshlab amal qiladi. Mos xizmat toʻla boʻlsa ham, oilaga aytiladi: joyi borlaridan keyin, qaysi kundan joy boʻlishi bilan. “Shu yerdan tasdiqlangan” – xodimlar tasdiqlagan bolalar soni; ochiq va “yordam berildi” deb yopilgan murojaatlar hisobga olinadi.
places-set = Saqlandi. Endi oilalarga shunday aytiladi.
places-cleared = Olib tashlandi. Yana dastur fayli amal qiladi.
place-list = Joylar: { $name }
place-capacity = Nechta bola
place-children = { $count } ta bola
place-unknown = hozircha nomaʼlum
place-confirmed = Shu yerdan tasdiqlangan
place-room = Boʻsh joy
place-free = toʻla deb aytilmagan
place-full = { $day } dan joy boʻladi
place-untold = hali tasdiqlanmagan, oilalarga aytilmaydi
place-said = Yozgan: { $name }, { $when }.
place-file = Dastur faylidan.
place-edit = Joylar sonini yozish
place-capacity-field = Bir vaqtda nechta bola
place-capacity-hint = Bilmasangiz, boʻsh qoldiring.
place-full-field = Qaysi kundan yana joy bor
place-full-hint = Hozir joy boʻlsa, boʻsh qoldiring.
place-save = Saqlash
place-clear = Olib tashlash va fayldagini olish
mistake-room-capacity = 1 dan 9999 gacha son yozing. Bilmasangiz, boʻsh qoldiring; hozir joy boʻlmasa, qaysi kundan boʻlishini yozing.
mistake-room-day = Ertadan boshlab uch yil ichidagi kunni tanlang. Hozir joy boʻlsa, boʻsh qoldiring.
mistake-room-changed = Buni shu orada boshqa xodim oʻzgartirdi. Hozir nima yozilganini koʻring va kerak boʻlsa, oʻzingiznikini qaytadan yozing.
deed-room-set = xizmatdagi joylarni yozdi
deed-room-clear = xizmatdagi joylar yozuvini olib tashladi
confirm-capacity = Nechta bola olishi nomaʼlum xizmatlar
confirm-capacity-hint = Bir vaqtda nechta bola olishini bilsangiz, uni “Joylar” sahifasiga yozing.
