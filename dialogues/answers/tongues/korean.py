"""Korean. Its number words are made digits by ``dialogues.answers.sino``: they are written together with the unit."""

from __future__ import annotations

from dialogues.answers.tongue import Tongue

WEEK = r"주(?!세|시|셔|셨|신|말|민|변|소|실|거|택|문|사|머|의|장|차장|스|년|부(?!터)|인(?!데|가|지|거))"
MONTH = r"(?:개월|달(?!라|러|력|래|랬|콤|빛|걀|리))"
YEAR = (
    r"(?:살(?!고|아|려|았|던|기|림|펴|게|지|해)|세(?!대|트|상|탁|금|요|워|식|명)"
    r"|돌(?!봐|보|본|볼|봄|아|려)|년(?!생|\s?\d{1,2}\s?월))"
)
DAY = r"일(?!\s?(?:에(?!요)|날|자|부터|까지|이내|월|주|하|을)|\S*\s?태어나)"

KOREAN = Tongue(
    tag="ko",
    day=DAY,
    week=WEEK,
    month=MONTH,
    year=YEAR,
    half=r"\s?반",
    said=(
        *(("이틀", "2일"), ("사흘", "3일"), ("나흘", "4일"), ("열흘", "10일"), ("보름", "15일")),
        *(("이주일", "14일"), ("일주일", "7일"), ("한 주일", "7일"), ("반년", "6개월")),
    ),
    before="지난|최근|앞으로|다음|매",
    after=r"동안|간(?!데)|뒤|후|만에|안에|이내|마다|치|분|밀린|월세|에(?!요)|째\s(?!임신|되|됐|예|이|입|인|접어|들어)",
    ago_after=r"전(?!\s?후)",
    not_yet_after=r"(?:이|도)?\s?(?:안|미만|못)",
    pregnant_before=r"임신\S{0,2}\s?(?:이제|벌써|지금|한\s?지)?",
    child=r"(?:아기|아이|애기|애|딸|아들|첫째|둘째|막내|쌍둥이)\S{0,2}\s?(?:이제|벌써|지금|생후)?",
    birth="태어|낳|출산했|출산한",
    due="예정|출산|분만",
    newborn=r"신생아|갓\s?태어|갓난|(?:어제|오늘)\s?태어",
    first_birthday=r"첫돌|(?<![가-힣])돌(?:\s(?!안|전|도)|이[에예야]|(?:이|은)?\s?지|쟁이|아기|잔치|$)",
    full_term="막달|만삭",
    about_before="약|한|대략|아마|지금|이제|거의|만|딱|음",
    about_after="쯤|정도|요|이요|이에요|예요|에요|입니다|인데요|이야|인 것 같아요",
)
