# What we say to families in Uzbek (Latin script): short, warm, polite (siz), readable at twelve.
# For a native speaker to confirm: « ijtimoiy xodim » for a caseworker, « tashrif » for a home visit, « sir tutib »
# for in confidence, the legal words of the two consents, and every crisis line (also in Khorezm).

language-name = Oʻzbekcha
language-ko = 한국어
language-en = English
language-ru = Русский
language-uz = Oʻzbekcha
language-fr = Français

welcome = Assalomu alaykum! Bu “{ $programme }”, { $organisation }. Men avtomatik yordamchiman: faqat keragini soʻrayman, keyin sizni ijtimoiy xodimga ulayman.
welcome-back = Yana yozganingiz yaxshi boʻldi. Kelgan joyimizdan davom etamiz.

ask-language = Sizga qaysi til qulay?

ask-consent =
    Avval shaxsiy maʼlumotlaringiz uchun roziligingiz kerak.
    1) Nima uchun: soʻrovingizni qabul qilish va sizga xodim topish uchun.
    2) Nimalar: ism (oʻzingiz istagan ism), siz bilan bogʻlanish yoʻli, tumaningiz, kerakli yordam va shu suhbat.
    3) Qancha vaqt: oxiriga yetkazmasangiz { $unfinished } kun, aks holda ish tugaganidan keyin { $closed } kun.
    4) Rad etishingiz mumkin. Unda soʻrovni shu yerda qabul qila olmayman, lekin telefon orqali yordam olasiz.
    Rozimisiz?
consent-agree = Roziman
consent-refuse = Rozi emasman
required-consent =
    Hechqisi yoʻq. Telefon orqali yordam olishingiz mumkin: { $hotlines }
    Fikringiz oʻzgarsa, “roziman” deb yozing.

ask-sensitive =
    Homiladorlik va sogʻliq nozik mavzu, shuning uchun alohida soʻrayman.
    1) Nima uchun: sizga mos yordamni topish uchun.
    2) Nimalar: homiladorlik haftasi, bolaning yoshi, sogʻliq va xavfsizlik.
    3) Qancha vaqt: yuqoridagidek.
    4) Rad etib, davom etishingiz mumkin. Bu savollarni bermayman.
    Rozimisiz?
sensitive-agree = Roziman
sensitive-refuse = Rozi emasman

ask-situation = Hozir ahvolingiz qanday?
situation-pregnant = Homiladorman
situation-baby = Kichkina bolam bor
situation-both = Homiladorman va bolam bor
situation-other = Boshqa holat

ask-weeks = Homiladorlik necha hafta boʻldi? “28 hafta” yoki “7 oy” deb yozishingiz mumkin. Aniq bilmasangiz, “bilmayman” deb yozing.
ask-child_age = Bolangiz necha oylik? “3 oylik” yoki “6 haftalik” deb yozishingiz mumkin. Aytishni istamasangiz, “oʻtkazish” deb yozing.
ask-district = Qayerda yashaysiz? Faqat joy nomini yozing, masalan “{ $example }”.
ask-centre = Sizga qaysi markaz yaqin?
ask-needs = Sizga qanday yordam kerak? Bir nechtasini tanlash mumkin.
needs-visit = Uyga kelib yordam
needs-coaching = Bola parvarishi
needs-emotional = Dardlashish
needs-money = Tirikchilik va ijara
needs-medical = Davolanish puli
needs-goods = Sut va taglik
needs-community = Yaqin joydagi yordam
needs-other = Boshqa yordam
more-needs = Yana nima kerak? Boʻlmasa, “Shu, xolos” ni tanlang.
done-many = Shu, xolos

ask-urgency = Yordam qachon kerak?
urgency-today = Bugun
urgency-week = Shu hafta
urgency-later = Shoshilinch emas

ask-contact = Xodim siz bilan qanday bogʻlansa, xavfsiz boʻladi?
contact-here = Shu suhbatda
contact-text = SMS orqali
contact-call = Telefon orqali
contact-none = Oʻzim yozaman
ask-phone = Qaysi raqamga? (masalan, 010-1234-5678)
ask-hours = Qaysi vaqt qulay?
hours-any = Istalgan vaqt
hours-morning = Ertalab (8–12)
hours-afternoon = Tushdan keyin (12–18)
hours-evening = Kechqurun (18–21)
ask-others_read = Bu xabarlarni boshqa kishi koʻrishi mumkinmi? Shunday boʻlsa, ehtiyot boʻlib, umumiy yozaman.
others_read-alone = Faqat men
others_read-shared = Boshqalar ham
ask-name = Sizni qanday chaqiraylik? Istagan ismingiz boʻlaveradi. Aytishni istamasangiz, “oʻtkazish” deb yozing.

ask-confirm =
    Shuni yuboraymi?
    { $summary }
confirm-send = Yuborish
confirm-change = Oʻzgartirish
ask-correct = Nimani oʻzgartiray?
changed = Oʻzgardi. { $what }: { $value }

summary-situation = Ahvol
summary-weeks = Homiladorlik
summary-child_age = Bola
summary-district = Tuman
summary-centre = Markaz
summary-needs = Kerakli yordam
summary-urgency = Qachon
summary-contact = Bogʻlanish
summary-phone = Telefon
summary-hours = Qulay vaqt
summary-others_read = Kim oʻqiydi
summary-name = Ism
value-skipped = aytilmagan
value-weeks = taxminan { $count } hafta
value-child_age = { $count ->
    [0] bir oyga toʻlmagan
   *[other] { $count } oylik
 }

case-opened =
    Yuborildi. Soʻrovingiz raqami: { $code }.
    Xodim eng kechi { $by } gacha bogʻlanadi. Shoshilinch boʻlib qolsa, istalgan payt shu yerga yozing.
case-opened-none =
    Yuborildi. Soʻrovingiz raqami: { $code }.
    Biz birinchi boʻlib yozmaymiz. Imkon boʻlganda shu yerga kiring, javobni koʻrasiz.
case-human =
    Xodimga aytdim. Soʻrovingiz raqami: { $code }.
    U eng kechi { $by } gacha shu yerda javob beradi. Shoshilinch boʻlsa, qoʻngʻiroq qiling: { $hotlines }.
case-not-understood =
    Tushunmadim, shuning uchun xodimdan oʻqishni soʻradim. Soʻrovingiz raqami: { $code }.
    U eng kechi { $by } gacha javob beradi. Yozishda davom etishingiz mumkin.
human-coming = Xodimga allaqachon aytdim. Biroz kutib turing. Shoshilinch boʻlsa, qoʻngʻiroq qiling: { $hotlines }.
claimed = Endi sizning xodimingiz bor. Bundan keyin u oʻzi javob beradi.
returned = Xodimingiz suhbatni toʻxtatib turdi. Siz istalgan payt yozishingiz mumkin.
closed = Hozircha ishimiz tugadi. Biz bilan gaplashganingiz uchun rahmat. Kerak boʻlsak, istalgan payt yozing.
teaser = Yangilik bor. Qulay paytda shu yerga biror narsa yozing.
passed-on = Xodimingizga yetkazdim.

home = Sizga qanday yordam beray?
begin-self_referral = Yordam soʻrash
home-status = Soʻrovim qayerda
home-visit = Uyimga tashrif
home-human = Odam bilan gaplashish
home-language = Boshqa til · Language
home-stop = Xabarlarni toʻxtatish

status-none = Hali soʻrov yoʻq.
status-open = Soʻrov { $code }: qabul qilindi, xodim qidiryapmiz.
status-claimed = Soʻrov { $code }: xodim siz bilan ishlayapti.
status-visit = Keyingi tashrif: { $when }.
visit-none = Hali tashrif belgilanmagan.
visit-at = Keyingi tashrif: { $when }.

visit-booked = Tashrif belgilandi: { $when }. Sizga qulaymi?
visit-booked-discreet = Uchrashuv: { $when }. Sizga qulaymi?
visit-moved = Tashrif vaqti oʻzgardi: { $when }. Sizga qulaymi?
visit-moved-discreet = Vaqt oʻzgardi: { $when }. Sizga qulaymi?
visit-cancelled = Tashrif bekor qilindi: { $when }.
visit-cancelled-discreet = { $when }: bekor qilindi.
reminder = Xodimingiz boradi: { $when }. Sizga qulaymi?
reminder-discreet = { $when }: hali ham qulaymi?
visit-confirm = Ha, qulay
visit-move = Boshqa vaqt
visit-cancel = Bekor qilish
visit-confirmed = Rahmat. Koʻrishguncha: { $when }.
visit-over = Bu tashrif oʻtib ketgan yoki bekor qilingan.
ask-move_when = Sizga qachon qulay? “Payshanba, tushdan keyin” deb yozishingiz mumkin.
move-requested = Yetkazdim. Yangi vaqtni sizga aytamiz.
ask-cancel_sure = Tashrifni bekor qilaymi: { $when }?
cancel_sure-keep = Yoʻq, qolsin
cancel_sure-cancel = Ha, bekor qiling
required-cancel_sure = Hammasi oʻz holicha qoladi.
cancel-done = Bekor qilindi. Boshqasi kerak boʻlsa, istalgan payt yozing.

not-understood = Kechirasiz, tushunmadim.
offer-human = Odam bilan gaplashish uchun “odam” deb yozing.
bad-weeks = Iltimos, 1 dan 42 gacha haftani yozing.
bad-child_age = Iltimos, bolaning yoshini yozing, masalan “3 oylik”.
bad-phone = Iltimos, raqamni “010-1234-5678” kabi yozing.
bad-text = Iltimos, qisqaroq yozing: 200 tagacha harf.
media-caption = Rasmni koʻra olmayman, faqat yozganingizni oʻqidim.
media = Men hali rasm koʻra olmayman, ovozli xabarni ham eshita olmayman. Yozib yuborasizmi?
media-passed = Rasm yoki ovozli xabarni ocha olmayman, xodimga faqat yuborganingizni aytdim. Yozib yuborasizmi?
nothing-back = Bu birinchi savol.
help = Raqam, tugma yoki oʻz soʻzingiz bilan javob bering. “orqaga”: oldingi savol, “odam”: xodim bilan gaplashish, “stop”: xabarlar toʻxtaydi. Xavf boʻlsa, hoziroq 112 yoki 119 ga qoʻngʻiroq qiling.
who = Men { $organisation }ning avtomatik yordamchisiman. Yozganlaringizni faqat siz bilan ishlaydigan xodimlar oʻqiydi.
stopped = Endi birinchi boʻlib yozmaymiz. Qayta boshlash uchun “boshlash” deb yozing. Istalgan payt qoʻngʻiroq qilishingiz mumkin: { $hotlines }.
stopped-visit = Tashrif oʻz kuchida: { $when }. Lekin uni eslatmaymiz.
still-stopped = Siz toʻxtatishni soʻragansiz. Qayta gaplashish uchun “boshlash” deb yozing.
start-button = Boshlash
started = Yana gaplashsak boʻladi.
thanks = Sizga rahmat. Kerak boʻlganda yozing.
hello = Assalomu alaykum.
sorry = Bundan afsusdaman. Xodimga aytaman.
forgotten = Bu yerda yozganlaringizning hammasi oʻchirildi. Kerak boʻlsak, istalgan payt yozing.
forget-sure = Bu yerda yozganlaringizning hammasini oʻchiraymi? Yuborgan soʻrovingiz ham bekor boʻladi.
forget-yes = Ha, oʻchiring
forget-no = Yoʻq
kept = Hech narsa oʻchirilmadi.
masked = Biz rezident roʻyxat raqamini soʻramaymiz. Yozgan raqamingizni saqlamadim.
cleared = Yaxshi. Kelgan joyimizdan davom etamiz.

crisis-violence_now = Qoʻngʻiroq qiling. Iloji boʻlmasa, bola bilan xavfsiz joyga oʻting.
crisis-dv_disclosure = Aytganingizga rahmat. Ayb sizda emas. Kechayu kunduz tinglashadi.
crisis-suicide_now = Iltimos, hoziroq qoʻngʻiroq qiling. Yolgʻiz qolmang.
crisis-suicide_thoughts = Sizga juda ogʻir. Aytganingizga rahmat. Hozir gaplashsa boʻladi.
crisis-postpartum_harm = Ayb sizda emas. Bolani xavfsiz joyga yotqizib, qoʻngʻiroq qiling.
crisis-maternal_emergency = Hoziroq qoʻngʻiroq qiling. Homilador ekaningizni ayting.
crisis-infant_emergency = Hoziroq qoʻngʻiroq qiling. Yordam kelguncha yoʻl koʻrsatishadi.
crisis-child_abuse = Bola xavfda boʻlsa, hoziroq qoʻngʻiroq qiling.
crisis-infant_abandonment = Siz yolgʻiz emassiz. Kechayu kunduz sir tutib tinglashadi.
crisis-anonymous_birth = Ismsiz ham yordam bor. Kechayu kunduz sir tutib tinglashadi.
crisis-homeless_tonight = Bugun tunashga joy topishga yordam berishadi. Qoʻngʻiroq qiling.
crisis-destitution = Shoshilinch moddiy yordam haqida soʻrashingiz mumkin.
crisis-child_writer = Aytganingizga rahmat. Hoziroq yordam beradigan kattalar bor.
crisis-unaccompanied_child = Hoziroq qoʻngʻiroq qiling.
crisis-human = Xodimlarimizga ham aytdim. Bir xodim buni { $by } gacha oʻqiydi.
crisis-safe = Hozir xavfsiz gaplasha olasizmi?
soft-check = Qiynalyapsizmi? Xavotir boʻlsa, qoʻngʻiroq qilishingiz mumkin: { $numbers }.
crisis-talk = Ha, gaplasha olaman
crisis-unsafe = Hozir emas
crisis-fine = Menda hammasi joyida
crisis-talking = Shu yerga yozing. Xodim oʻqib, javob beradi. Xavf tugʻilsa, darhol qoʻngʻiroq qiling: { $numbers }.
crisis-quiet = Tushundim. Biz birinchi yozmaymiz. Xavfsiz boʻlganda shu yerga yozing. Xavf boʻlsa: { $numbers }.

# Forms: a loss, and somebody under fourteen.
loss = Aytganingiz uchun rahmat. Juda afsusdaman. Homiladorlik yoki chaqaloq haqida boshqa soʻramayman. Xodimlarimiz biladi, bir inson siz bilan { $by } gacha bogʻlanishi mumkin. Gaplashgingiz kelsa, shu yerga yozing.
ask-guardian = Siz oʻn toʻrt yoshga toʻlmagansiz. Shunda ota-ona yoki vasiy ham rozi boʻlishi kerak. Yoningizda rozi boʻladigan kattalar bormi?
guardian-agree = Kattalar rozi
guardian-alone = Yoʻq yoki aytolmayman
required-guardian = Hechqisi yoʻq. Sizni bir inson tinglaydi.
summary-guardian = Vasiyning roziligi
minor-under = Oʻn toʻrt yoshdan kichik
ask-minor = Yoshingiz nechada?

# Kimdir boshqa oiladan xavotirda.
begin-refer_other = Boshqa oila haqida
ask-worried = Bu oila sizga kim boʻladi?
worried-neighbour = Qoʻshni yoki doʻst
worried-relative = Qarindosh
worried-professional = Ish orqali bilaman
worried-other = Boshqa tanish
summary-worried = Kim yozyapti
ask-they_agree = Befarq boʻlmaganingiz uchun rahmat. Oila buni biladimi va xodim bogʻlanishiga rozimi?
they_agree-refuses = Ular istamaydi
they_agree-unasked = Hali soʻramadim
they_agree-agrees = Ha, ular rozi
said-they_agree-refuses = Buni hurmat qilamiz. Oilaning ismi va raqamini soʻramayman. Ularga qanday yonma-yon boʻlishni xodim siz bilan birga oʻylaydi. Fikri oʻzgarsa, oʻzlari shu yerga yozsin.
said-they_agree-unasked = Hechqisi yoʻq. Oilaning ismi va raqamini soʻramayman. Ularga shunday desangiz boʻladi: “Sizga qiyin ekanini koʻrib, oʻylanib yurdim. Bepul yordam bor ekan. Birga yozaylikmi?” Tinch paytda, yolgʻiz qolganda aytgan yaxshi.
summary-they_agree = Oilaning xohishi
ask-family_situation = Bu oilaga nima qiyin? Bir nechtasini tanlash mumkin. Bola hozir xavfda boʻlsa, avval qoʻngʻiroq qiling: { $numbers }
family_situation-expecting = Yaqinda bola tugʻiladi
family_situation-baby = Kichkina bola bor
family_situation-alone = Bolaga qaraydigan yoʻq
family_situation-money = Pul yetmaydi
family_situation-strain = Juda charchagan
family_situation-other = Boshqa tashvish
more-family_situation = Yana bormi? Boʻlmasa, “Shu, xolos” ni tanlang.
summary-family_situation = Oila ahvoli
ask-family_district = Oila qayerda yashaydi? Faqat joy nomini yozing, masalan “{ $example }”. Koʻcha va uy kerak emas.
summary-family_district = Oila yashaydigan joy
ask-family_name = Ularni qanday chaqiraylik? Istagan ism boʻlaveradi. Faqat ular rozi boʻlganini yozing yoki “oʻtkazish” deng.
summary-family_name = Oilaning ismi
ask-family_reach = Ular bilan qanday bogʻlansak, xavfsiz? Rozi boʻlishgan boʻlsa, raqam va qulay vaqtni yozing. Yoki “oʻtkazish” deng.
summary-family_reach = Oila bilan aloqa

# SOS Children's Villages: support for a family, and for young people. For a native speaker to confirm.
begin-family_support = Bola va oilaga yordam
begin-youth_work = Yoshlarga kasb va ish
ask-who = Siz bolaga kim boʻlasiz? Oʻzingiz uchun yozayotgan boʻlsangiz, oxirgisini tanlang. Aytishni istamasangiz, “oʻtkazish” deb yozing.
who-mother = Onasiman
who-father = Otasiman
who-grandmother = Buvisiman
who-grandfather = Bobosiman
who-parent = Ota yoki onaman
who-grandparent = Buvi yoki bobosiman
who-relative = Yaqini yoki vasiysiman
who-youth = Oʻzim uchun, 15–24 yosh
summary-who = Kim yozyapti
ask-children = Bolalar necha yoshda? Hammasini yozing, masalan “3, 7 va 12 yosh”. Aytishni istamasangiz, “oʻtkazish” deb yozing.
bad-children = Iltimos, yoshlarini raqam bilan yozing, masalan “3, 7 va 12 yosh”. Bu yordam 18 yoshga toʻlmagan bolalar uchun.
summary-children = Bolalar yoshi
age-years = { $count } yosh
age-months = { $count ->
    [0] bir oyga toʻlmagan
   *[other] { $count } oylik
 }
ask-child_sex = Qizmi yoki oʻgʻilmi? Bu faqat hisobot uchun. Aytishni istamasangiz, “oʻtkazish” deb yozing.
child_sex-girl = Qiz
child_sex-boy = Oʻgʻil
child_sex-both = Qiz ham, oʻgʻil ham
summary-child_sex = Qiz yoki oʻgʻil
ask-adult_sex = Ota-ona yoki yosh: ayolmi yoki erkak?
adult_sex-woman = Ayol
adult_sex-man = Erkak
summary-adult_sex = Ota-ona yoki yoshning jinsi
needs-education = Bolaga oʻqishda yordam
needs-psychology = Bolaga psixolog
needs-social = Bolaga ijtimoiy yordam
needs-leisure = Toʻgarak va dam olish
needs-work = Menga ish yoki kasb
needs-budget = Oila byudjetini tuzish
needs-talk = Menga ruhiy yordam
needs-legal = Hujjat va huquq
ask-youth_age = Yoshingiz nechada?
youth_age-under15 = 15 ga toʻlmaganman
youth_age-from15 = 15–17
youth_age-from18 = 18–24
youth_age-over24 = 24 dan katta
summary-youth_age = Yosh
ask-youth_sex = Qizmisiz yoki yigitmi? Bu faqat hisobot uchun. Aytishni istamasangiz, “oʻtkazish” deb yozing.
youth_sex-woman = Qiz yoki ayolman
youth_sex-man = Yigitman
summary-youth_sex = Qiz yoki yigit
ask-schooling = Hozir oʻqiyapsizmi?
schooling-school = Maktabda oʻqiyman
schooling-college = Kollej yoki texnikumda
schooling-university = Universitetda oʻqiyman
schooling-finished = Oʻqishni tugatganman
schooling-left = Oʻqishim toʻxtab qolgan
summary-schooling = Oʻqish
ask-learn = Sizga nimada yordam kerak? Bir nechtasini tanlash mumkin.
learn-trade = Kasb-hunar oʻrganish
learn-computer = Kompyuter
learn-languages = Til oʻrganish
learn-business = Oʻz ishimni ochish
learn-job = Ish topish
learn-advice = Kasb tanlashda maslahat
learn-other = Boshqa narsa
more-learn = Yana nima? Boʻlmasa, “Shu, xolos” ni tanlang.
summary-learn = Nimada yordam
alternative-care = Bolani boshqa joyga topshirish uchun bu yerda ariza olinmaydi. Xodim siz bilan gaplashadi. Avval oilangizga qanday yordam bera olishimizni birga koʻramiz.

# Care matching: where a child may be looked after.
begin-care_match = Bolaga qarov topish
ask-grade = Bolangiz hozir nechanchi sinfda?
grade-g1 = 1-sinf
grade-g2 = 2-sinf
grade-g3 = 3-sinf
grade-g4 = 4-sinf
grade-g5 = 5-sinf
grade-g6 = 6-sinf
grade-preschool = Hali maktabga bormaydi
grade-teen = Oʻrta yoki katta sinf
summary-grade = Sinf
ask-special_need = Nogironlik yoki sogʻliq tufayli bolaga alohida qarov kerakmi? Aytishni istamasangiz, “oʻtkazish” deb yozing.
special_need-yes = Ha, kerak
special_need-no = Yoʻq
summary-special_need = Alohida qarov
ask-care_when = Qarov qachon kerak? Bir nechtasini tanlash mumkin.
care_when-after_school = Maktabdan keyin
care_when-evening = Kechqurun yoki tunda
care_when-all_day = Kun boʻyi
care_when-holidays = Taʼtilda
care_when-sudden = Toʻsatdan kerak boʻlsa
more-care_when = Yana qachon? Boʻlmasa, “Shu, xolos” ni tanlang.
summary-care_when = Qarov vaqti
ask-household = Bolani kim katta qilyapti?
household-dual = Ota-ona ikkisi ishlaydi
household-single = Faqat ona yoki ota
household-grand = Buvi yoki bobo
household-other = Boshqa holat
summary-household = Oila
ask-income = Oilangiz daromadi koʻpchilikka qaraganda qanday? Taxminan aytsangiz boʻladi.
income-below = Koʻpchilikdan kam
income-about = Koʻpchilikdek
income-above = Koʻpchilikdan koʻp
income-unknown = Aniq bilmayman
summary-income = Daromad
match-likely =
    Sizga mos kelsa kerak. Albatta xodimdan soʻrang.
    { $services }
match-ask =
    Bularni ham xodimdan soʻrang.
    { $services }
match-row = · { $service }: { $reason }
match-row-bare = · { $service }
match-full = (joy boʻshaydi: { $day })
match-again = Yana boshqa bolaga ham qarov kerakmi?
again-yes = Ha, yana bor
again-no = Yoʻq, boshqa yoʻq
match-confirmed = Xodim tasdiqladi: { $service }. Qolganini oʻzi aytadi.
match-district = Boshqa mahallalarga xizmat qiladi.
match-uncertain = Har xil boʻladi, xodim bilib beradi.
match-counsel = Xodim siz bilan birga joy qidiradi.
match-after_school-age = 6–12 yoshda, daromad muhim emas.
match-after_school-ask = 6–12 yoshli oʻquvchilar uchun.
match-after_school-sudden = Toʻsatdan kerak boʻlsa ham mumkin.
match-centre-age = 18 yoshgacha, ovqat ham beriladi.
match-centre-ask = 18 yoshga toʻlmagan bolalar uchun.
match-centre-first = Daromadi kam, bolani yolgʻiz ota-ona yoki buvi-bobo boqayotgan oilalar birinchi.
match-school-grade = 1–2-sinfda kuniga ikki soat bepul.
match-school-ask = Kuniga ikki bepul soat 1–2-sinflar uchun.
match-voucher-grade = 3-sinfga yiliga 500 000 von beriladi.
match-voucher-ask = Bu 3-sinf uchun.
match-home-age = 12 yoshgacha uyingizga kelib qarashadi.
match-home-ask = 3 oylikdan 12 yoshgacha bolalar uchun.
match-home-all_day = 3 yoshgacha kun boʻyi ham mumkin.
match-home-hours = Yiliga 960 soatgacha.
match-home-long = Bunday oilaga yiliga 1080 soatgacha mumkin.
match-home-support = Bir qismini davlat toʻlaydi, bu daromadga bogʻliq.

# Oila pul yordami soʻraydi.
begin-grant_request = Pul yordami haqida
ask-grant = Pul nima uchun kerak? Bir nechtasini tanlash mumkin.
grant-living = Tirikchilik
grant-housing = Ijara, uy-joy
grant-medical = Davolanish
more-grant = Yana nima uchun? Boʻlmasa, “Shu, xolos” ni tanlang.
summary-grant = Pul nimaga
papers-needed = Shu hujjatlar kerak boʻladi: { $papers }. Hali boʻlmasa, hechqisi yoʻq, avval gaplashamiz.
papers-by-worker = Qaysi hujjatlar kerakligini xodim aytadi. Hozir hech narsa tayyorlash shart emas.
ask-grant_amount = Taxminan qancha kerak? Oʻz soʻzingiz bilan yozing, masalan “ikki oylik ijara”. Aniq bilmasangiz, “oʻtkazish” deb yozing. Nima qilish mumkinligini xodim siz bilan birga koʻradi.
summary-grant_amount = Qancha kerak

# State bodies refer a family: short names for their workers.
ask-referred_by = Qaysi tashkilot yuboryapti?
summary-referred_by = Yuborgan tashkilot
ask-referrer = Sizning ismingiz va lavozimingiz?
summary-referrer = Yuborgan xodim
ask-referrer_phone = Siz bilan qaysi raqamda bogʻlanamiz?
bad-referrer_phone = Iltimos, raqamni toʻliq yozing.
summary-referrer_phone = Xodim telefoni
ask-note = Yana nimani bilishimiz kerak?
summary-note = Izoh

# Kutish roʻyxati va oxiri.
listed = Hozir boʻsh joy yoʻq, shuning uchun siz kutish roʻyxatidasiz. Joy boʻlishi bilan aytamiz. Shoshilinch boʻlib qolsa, istalgan payt shu yerga yozing.
unlisted = Joy boʻldi. Xodim tez orada siz bilan bogʻlanadi.
status-listed = Siz kutish roʻyxatidasiz. Joy boʻlishi bilan aytamiz.
ask-helped = Sizga yordam berildimi?
closed-discreet = Hammasi uchun rahmat. Hammasi joyidami?
helped-yes = Ha
helped-partly = Qisman
helped-no = Yoʻq
said-helped-yes = Juda xursandmiz. Aytganingiz uchun rahmat. Yana kerak boʻlsak, istalgan payt yozing.
said-helped-partly = Aytganingiz uchun rahmat. Xodimga yetkazaman. Yana nimadir kerak boʻlsa, istalgan payt yozing.
said-helped-no = Yordam bera olmaganimiz uchun uzr. Aytganingiz uchun rahmat. Xodimga yetkazaman.

# Ota-onalikdagi birinchi qadam, tugʻilgan kun boʻyicha.
begin-first_step = Yordam soʻrash
ask-born = Eng kichik bolangiz qachon tugʻilgan? “2026-yil 14-mart” yoki “3 oylik” deb yozishingiz mumkin. Aytishni istamasangiz, “oʻtkazish” deb yozing.
bad-born = Iltimos, tugʻilgan kunini “2026-yil 14-mart” yoki yoshini “3 oylik” deb yozing.
summary-born = Eng kichik bola
born-on = { $age } (tugʻilgan kuni { $day })
match-first_step-fits = Homilador yoki eng kichik bola 24 oydan oshmagan.
match-first_step-ask = Bu dastur odatda homilador ayollar va eng kichik bolasi 24 oydan oshmagan oilalar uchun. Xavotir olmang: sizga mos yordamni xodim siz bilan birga topadi.
