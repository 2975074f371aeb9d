# 가족에게 보내는 말. 짧고 따뜻한 존댓말로, 열두 살이 읽어도 알 수 있게 씁니다.
# 원어민 검토가 필요한 문장은 "검토:"로 표시합니다.

language-name = 한국어
language-ko = 한국어
language-en = English
language-ru = Русский
language-uz = Oʻzbekcha
language-fr = Français

welcome = 안녕하세요. { $organisation } { $programme }이에요. 저는 자동으로 답하는 도우미이고, 꼭 필요한 것만 여쭤본 뒤 담당 선생님께 이어 드려요.
welcome-back = 다시 오셨네요. 하시던 데부터 이어서 할게요.

ask-language = 어떤 언어가 편하세요?

# 개인정보 보호법 제15조 제2항: 목적, 항목, 보유 기간, 거부할 권리와 불이익
ask-consent =
    먼저 개인정보 동의를 받을게요.
    ① 쓰는 이유: 상담을 접수하고 담당 선생님을 연결해 드리려고요.
    ② 받는 정보: 이름(별명도 괜찮아요), 연락 방법, 사는 동네, 필요한 도움, 나눈 대화.
    ③ 보관 기간: 접수를 마치지 않으면 { $unfinished }일, 접수하면 상담이 끝나고 { $closed }일 뒤에 지워요.
    ④ 동의하지 않으셔도 돼요. 그러면 여기서는 접수할 수 없지만 전화 상담은 받으실 수 있어요.
    동의하시나요?
consent-agree = 동의해요
consent-refuse = 동의 안 해요
required-consent =
    괜찮아요. 동의하지 않으셔도 전화로 도움을 받을 수 있어요: { $hotlines }
    마음이 바뀌면 '동의해요'라고 보내 주세요.

# 제23조: 민감정보는 따로
ask-sensitive =
    임신과 건강에 관한 이야기는 민감정보라서 따로 여쭤볼게요.
    ① 쓰는 이유: 상황에 맞는 도움을 찾으려고요.
    ② 받는 정보: 임신 주수, 아기 나이, 건강과 안전에 관한 이야기.
    ③ 보관 기간: 위와 같아요.
    ④ 동의하지 않으셔도 접수할 수 있어요. 이 질문들만 빼고 할게요.
    동의하시나요?
sensitive-agree = 동의해요
sensitive-refuse = 동의 안 해요

ask-situation = 지금 어떤 상황이신가요?
situation-pregnant = 임신 중이에요
situation-baby = 아기를 키우고 있어요
situation-both = 임신 중이고 아기도 있어요
situation-other = 다른 상황이에요

ask-weeks = 임신 몇 주쯤 되셨어요? '28주', '7개월'처럼 적어 주세요. 잘 모르면 '몰라요'라고 적어 주세요.
ask-child_age = 아기는 몇 개월이에요? '3개월', '생후 50일'처럼 적어 주세요. 말하고 싶지 않으면 '건너뛰기'라고 적어 주세요.
ask-district = 어느 동네에 사세요? '{ $example }'처럼 동네 이름만 적어 주세요.
ask-centre = 어느 곳이 가까우세요?
ask-needs = 어떤 도움이 필요하세요? 여러 개를 고르셔도 돼요.
needs-visit = 집으로 와서 돌봐 주기
needs-coaching = 아기 돌보는 법
needs-emotional = 마음 이야기
needs-money = 생활비·월세
needs-medical = 병원비
needs-goods = 분유·기저귀
needs-community = 동네 기관 연결
needs-other = 그 밖의 도움
more-needs = 더 필요한 것이 있으면 골라 주시고, 없으면 '다 골랐어요'를 골라 주세요.
done-many = 다 골랐어요

ask-urgency = 언제까지 도움이 필요하세요?
urgency-today = 오늘 꼭
urgency-week = 이번 주 안에
urgency-later = 급하지 않아요

ask-contact = 담당 선생님이 어떻게 연락드리면 안전할까요?
contact-here = 지금 이 대화방
contact-text = 문자
contact-call = 전화
contact-none = 제가 먼저 연락할게요
ask-phone = 연락받으실 전화번호를 적어 주세요. (예: 010-1234-5678)
ask-hours = 언제 연락드리면 괜찮으세요?
hours-any = 아무 때나
hours-morning = 오전 (8–12시)
hours-afternoon = 오후 (12–18시)
hours-evening = 저녁 (18–21시)
ask-others_read = 혹시 다른 사람이 이 메시지를 볼 수도 있나요? 그러면 내용이 드러나지 않게 보낼게요.
others_read-alone = 저만 봐요
others_read-shared = 다른 사람도 볼 수 있어요
ask-name = 어떻게 불러 드리면 될까요? 별명도 좋아요. 말하고 싶지 않으면 '건너뛰기'라고 적어 주세요.

ask-confirm =
    이렇게 전해 드릴까요?
    { $summary }
confirm-send = 보내기
confirm-change = 고치기
ask-correct = 어떤 것을 고칠까요?
changed = 고쳤어요. { $what }: { $value }

summary-situation = 상황
summary-weeks = 임신
summary-child_age = 아기
summary-district = 동네
summary-centre = 담당 기관
summary-needs = 필요한 도움
summary-urgency = 시기
summary-contact = 연락 방법
summary-phone = 전화번호
summary-hours = 연락 시간
summary-others_read = 메시지 보는 사람
summary-name = 이름
value-skipped = 말하지 않음
value-weeks = 약 { $count }주
value-child_age = { $count ->
    [0] 1개월 미만
   *[other] { $count }개월
 }

case-opened =
    잘 전해 드렸어요. 접수번호는 { $code }예요.
    담당 선생님이 늦어도 { $by }까지 연락드릴게요. 급하면 언제든 여기에 적어 주세요.
case-opened-none =
    잘 전해 드렸어요. 접수번호는 { $code }예요.
    먼저 연락드리지 않을게요. 편하실 때 여기에 오시면 선생님의 답을 보실 수 있어요.
case-human =
    상담 선생님께 알려 드렸어요. 접수번호는 { $code }예요.
    늦어도 { $by }까지 여기로 답해 드릴게요. 급하면 이 번호로 전화하셔도 돼요: { $hotlines }
case-not-understood =
    제가 잘 알아듣지 못해서 상담 선생님께 전해 드렸어요. 접수번호는 { $code }예요.
    늦어도 { $by }까지 답해 드릴게요. 계속 적어 주셔도 돼요.
human-coming = 선생님께 이미 알려 드렸어요. 조금만 기다려 주세요. 급하면 이 번호로 전화하셔도 돼요: { $hotlines }
claimed = 담당 선생님이 정해졌어요. 이제부터 선생님이 직접 답해 드려요.
returned = 담당 선생님과의 대화가 잠시 끝났어요. 궁금한 것은 언제든 적어 주세요.
closed = 상담이 마무리되었어요. 이야기해 주셔서 고맙습니다. 다시 필요하면 언제든 적어 주세요.
teaser = 새 소식이 있어요. 편하실 때 여기에 아무 말이나 적어 주세요.
passed-on = 선생님께 전했어요.

home = 무엇을 도와드릴까요?
begin-self_referral = 도움 신청하기
home-status = 진행 상황
home-visit = 방문 일정
home-human = 사람과 이야기하기
home-language = 다른 언어 · Language
home-stop = 메시지 그만 받기

status-none = 아직 접수된 신청이 없어요.
status-open = 접수번호 { $code }: 접수되었고, 담당 선생님을 정하고 있어요.
status-claimed = 접수번호 { $code }: 담당 선생님이 함께하고 있어요.
status-visit = 다음 방문: { $when }
visit-none = 아직 잡힌 방문이 없어요.
visit-at = 다음 방문: { $when }

visit-booked = 방문 날짜가 잡혔어요: { $when }. 괜찮으세요?
visit-booked-discreet = { $when }에 뵐게요. 괜찮으세요?
visit-moved = 방문 시간이 바뀌었어요: { $when }. 괜찮으세요?
visit-moved-discreet = 시간이 바뀌었어요: { $when }. 괜찮으세요?
visit-cancelled = { $when } 방문은 취소되었어요.
visit-cancelled-discreet = { $when } 약속은 취소되었어요.
reminder = { $when }에 선생님이 찾아뵐 예정이에요. 괜찮으세요?
reminder-discreet = { $when } 약속, 괜찮으세요?
visit-confirm = 네, 괜찮아요
visit-move = 시간을 바꿀래요
visit-cancel = 취소할래요
visit-confirmed = 고맙습니다. { $when }에 뵐게요.
visit-over = 그 방문은 이미 지났거나 취소되었어요.
ask-move_when = 언제가 좋으세요? '목요일 오후'처럼 적어 주세요.
move-requested = 선생님께 전했어요. 새 시간이 정해지면 알려 드릴게요.
ask-cancel_sure = { $when } 방문을 취소할까요?
cancel_sure-keep = 아니요, 그대로 할게요
cancel_sure-cancel = 네, 취소해 주세요
required-cancel_sure = 그대로 둘게요.
cancel-done = 취소했어요. 다시 잡고 싶으면 언제든 적어 주세요.

not-understood = 제가 잘 이해하지 못했어요.
offer-human = 사람과 이야기하고 싶으면 '사람'이라고 적어 주세요.
bad-weeks = 1주에서 42주 사이로 적어 주세요.
bad-child_age = 아기 나이를 '3개월'처럼 적어 주세요.
bad-phone = 전화번호를 '010-1234-5678'처럼 적어 주세요.
bad-text = 조금 더 짧게, 200자 안으로 적어 주세요.
media-caption = 사진은 볼 수 없어서 적어 주신 글만 읽었어요.
media = 사진이나 음성은 아직 볼 수 없어요. 글로 적어 주시겠어요?
media-passed = 사진이나 음성은 볼 수 없어서, 보내셨다는 것만 선생님께 알렸어요. 글로 적어 주시겠어요?
nothing-back = 여기가 처음이에요.
help = 답은 숫자나 버튼으로 하셔도 되고, 글로 적으셔도 돼요. '뒤로'는 앞 질문, '사람'은 사람과 이야기, '그만'은 메시지 그만 받기예요. 위험하면 112나 119에 바로 전화하세요.
who = 저는 { $organisation }의 자동 도우미예요. 적어 주신 내용은 담당 선생님만 봐요.
stopped = 앞으로 먼저 메시지를 보내지 않을게요. 다시 시작하려면 '시작'이라고 보내 주세요. 언제든 전화하실 수 있는 곳: { $hotlines }
stopped-visit = { $when } 방문 약속은 그대로예요. 다만 미리 알려 드리지는 않을게요.
still-stopped = 메시지를 멈춘 상태예요. 다시 이야기하려면 '시작'이라고 보내 주세요.
start-button = 시작
started = 다시 이야기할 수 있어요.
thanks = 고맙습니다. 필요할 때 언제든 적어 주세요.
hello = 안녕하세요.
sorry = 불편하게 해 드려 죄송해요. 상담 선생님께 전할게요.
forgotten = 여기 적어 주신 내용을 모두 지웠어요. 다시 필요하면 언제든 적어 주세요.
forget-sure = 여기 적어 주신 내용을 모두 지울까요? 접수한 신청도 함께 취소돼요.
forget-yes = 네, 지워 주세요
forget-no = 아니요
kept = 그대로 둘게요.
masked = 주민등록번호는 받지 않아요. 적으신 번호는 저장하지 않았어요.
cleared = 알겠어요. 다시 하던 이야기로 돌아갈게요.

# 위기. 번호가 맨 앞에 와요. 전송한 것처럼 말하지 않고, 진단하지 않아요. 검토: 임상, 원어민
crisis-violence_now = 지금 위험하면 바로 전화하세요. 말하기 어려우면 아이와 함께 안전한 곳으로 먼저 피하세요.
crisis-dv_disclosure = 말씀해 주셔서 고마워요. 당신 잘못이 아니에요. 24시간 상담받을 수 있어요.
crisis-suicide_now = 지금 바로 전화하세요. 혼자 계시지 마세요.
crisis-suicide_thoughts = 많이 힘드셨죠. 말씀해 주셔서 고마워요. 지금 바로 이야기 나눌 수 있어요.
crisis-postpartum_harm = 말씀해 주셔서 고마워요. 당신이 나쁜 게 아니에요. 아기를 안전한 곳에 눕히고 바로 전화하세요.
crisis-maternal_emergency = 지금 바로 전화하세요. 임신 중이라고 꼭 말하세요.
crisis-infant_emergency = 지금 바로 전화하세요. 전화로 어떻게 할지 알려 줘요.
crisis-child_abuse = 아이가 위험하면 지금 바로 전화하세요.
crisis-infant_abandonment = 혼자 결정하지 않아도 돼요. 24시간 비밀로 상담해 줘요.
crisis-anonymous_birth = 이름을 밝히지 않고 도움받을 길이 있어요. 24시간 비밀로 상담해 줘요.
crisis-homeless_tonight = 오늘 밤 머물 곳을 함께 찾아 줘요. 지금 전화하세요.
crisis-destitution = 급한 생계 도움을 물어볼 수 있어요.
crisis-child_writer = 말해 줘서 고마워요. 바로 도와줄 어른이 있어요.
crisis-unaccompanied_child = 지금 바로 전화하세요.
crisis-human = 상담 선생님께도 바로 알렸어요. 늦어도 { $by }까지 선생님이 직접 읽으실 거예요.
crisis-safe = 지금 안전하게 이야기할 수 있나요?
soft-check = 혹시 힘든 일이 있으신가요? 걱정되는 일이 있으면 전화할 수 있어요: { $numbers }
crisis-talk = 네, 이야기할 수 있어요
crisis-unsafe = 지금은 어려워요
crisis-fine = 저는 괜찮아요
crisis-talking = 네, 여기 적어 주세요. 상담 선생님이 읽고 답해 드릴 거예요. 위험해지면 바로 전화하세요: { $numbers }
crisis-quiet = 알겠어요. 먼저 연락하지 않을게요. 안전해지면 여기에 적어 주세요. 위험하면 전화하세요: { $numbers }

# Forms: a loss, and somebody under fourteen.
loss = 소식을 들려주셔서 고맙습니다. 마음이 많이 아프시지요. 임신이나 아기에 대해서는 더 여쭤보지 않을게요. 선생님께 알렸고, 늦어도 { $by }까지 연락드릴 수 있어요. 이야기하고 싶을 때 언제든 여기 적어 주세요.
ask-guardian = 열네 살이 안 됐다고 했지요. 그러면 부모님이나 보호자도 동의해야 해요. 지금 동의해 주실 보호자가 옆에 있나요?
guardian-agree = 보호자가 동의해요
guardian-alone = 없거나 말하기 어려워요
required-guardian = 괜찮아요. 선생님이 직접 이야기를 들을게요.
summary-guardian = 보호자 동의
minor-under = 열네 살 미만
ask-minor = 나이가 어떻게 되나요?

# Somebody is worried about another family.
begin-refer_other = 걱정되는 가족 알리기
ask-worried = 그 가족과 어떤 사이세요?
worried-neighbour = 이웃이나 친구예요
worried-relative = 가족이나 친척이에요
worried-professional = 일하다 알게 됐어요
worried-other = 그 밖의 사이예요
summary-worried = 알리는 분
ask-they_agree = 마음 써 주셔서 고맙습니다. 그 가족이 알고 있나요? 선생님이 연락해도 괜찮다고 했나요?
they_agree-refuses = 원하지 않는대요
they_agree-unasked = 아직 안 물어봤어요
they_agree-agrees = 괜찮다고 했어요
said-they_agree-refuses = 그 마음을 존중할게요. 이름이나 연락처는 여쭤보지 않아요. 어떻게 곁에서 도우면 좋을지 선생님이 함께 생각해 드릴게요. 나중에 마음이 바뀌면 그 가족이 여기에 직접 글을 남겨도 돼요.
said-they_agree-unasked = 괜찮아요. 이름이나 연락처는 여쭤보지 않을게요. 그 가족에게 이렇게 말을 꺼내 보세요. "요즘 힘들어 보여서 마음이 쓰였어. 무료로 도와주는 곳이 있는데, 같이 연락해 볼까?" 조용히 둘만 있을 때가 좋아요.
summary-they_agree = 그 가족의 뜻
ask-family_situation = 그 가족은 어떤 상황인가요? 여러 개를 고르셔도 돼요. 아이가 지금 위험하면 먼저 전화하세요: { $numbers }
family_situation-expecting = 곧 아기가 태어나요
family_situation-baby = 아기가 어려요
family_situation-alone = 아이를 돌볼 사람이 없어요
family_situation-money = 생활이 어려워요
family_situation-strain = 많이 지치고 힘들어해요
family_situation-other = 다른 걱정이에요
more-family_situation = 더 있으면 골라 주시고, 없으면 '다 골랐어요'를 골라 주세요.
summary-family_situation = 그 가족의 상황
ask-family_district = 그 가족은 어느 동네에 사나요? '{ $example }'처럼 동네 이름만 적어 주세요. 자세한 주소는 적지 마세요.
summary-family_district = 그 가족의 동네
ask-family_name = 그 가족을 어떻게 부르면 될까요? 별명도 좋아요. 그 가족이 괜찮다고 한 것만 적어 주시고, 아니면 '건너뛰기'라고 적어 주세요.
summary-family_name = 그 가족의 이름
ask-family_reach = 그 가족에게 어떻게 연락하면 안전할까요? 전화번호와 좋은 시간을 적어 주세요. 모르면 '건너뛰기'라고 적어 주세요.
summary-family_reach = 그 가족의 연락처

# SOS Children's Villages: support for a family, and for young people.
begin-family_support = 아이와 가족 지원
begin-youth_work = 청년 배움과 일자리
ask-who = 아이와 어떤 사이세요? 본인 일이면 마지막을 골라 주세요. 말하고 싶지 않으면 '건너뛰기'라고 적어 주세요.
who-mother = 엄마예요
who-father = 아빠예요
who-grandmother = 할머니예요
who-grandfather = 할아버지예요
who-parent = 엄마나 아빠예요
who-grandparent = 할머니나 할아버지
who-relative = 다른 가족이나 보호자
who-youth = 제 일이에요 15–24세
summary-who = 쓰는 분
ask-children = 아이들은 몇 살이에요? '3살, 7살, 12살'처럼 모두 적어 주세요. 말하고 싶지 않으면 '건너뛰기'라고 적어 주세요.
bad-children = 나이를 '3살, 7살, 12살'처럼 숫자로 적어 주세요. 이 도움은 열여덟 살이 안 된 아이를 위한 거예요.
summary-children = 아이 나이
age-years = { $count }살
age-months = { $count ->
    [0] 1개월 미만
   *[other] { $count }개월
 }
ask-child_sex = 딸이에요, 아들이에요? 보고서에 숫자로만 쓰여요. 말하고 싶지 않으면 '건너뛰기'라고 적어 주세요.
child_sex-girl = 딸
child_sex-boy = 아들
child_sex-both = 딸과 아들 모두
summary-child_sex = 딸·아들
ask-adult_sex = 부모님이나 청년은 여성인가요, 남성인가요?
adult_sex-woman = 여성
adult_sex-man = 남성
summary-adult_sex = 부모님·청년 성별
needs-education = 아이 공부
needs-psychology = 아이 심리상담
needs-social = 아이 사회 지원
needs-leisure = 동아리·운동·쉼
needs-work = 부모 일자리·교육
needs-budget = 살림 계획
needs-talk = 부모 마음 돌봄
needs-legal = 서류와 권리
ask-youth_age = 나이가 어떻게 되세요?
youth_age-under15 = 15살이 안 됐어요
youth_age-from15 = 15–17
youth_age-from18 = 18–24
youth_age-over24 = 24살이 넘었어요
summary-youth_age = 나이
ask-youth_sex = 여성이세요, 남성이세요? 보고서에 숫자로만 쓰여요. 말하고 싶지 않으면 '건너뛰기'라고 적어 주세요.
youth_sex-woman = 여성이에요
youth_sex-man = 남성이에요
summary-youth_sex = 여성·남성
ask-schooling = 지금 학교에 다니세요?
schooling-school = 초중고에 다녀요
schooling-college = 직업학교에 다녀요
schooling-university = 대학교에 다녀요
schooling-finished = 학업을 마쳤어요
schooling-left = 중간에 그만뒀어요
summary-schooling = 학업
ask-learn = 무엇을 도와드릴까요? 여러 개를 고르셔도 돼요.
learn-trade = 기술 배우기
learn-computer = 컴퓨터
learn-languages = 외국어
learn-business = 내 가게 열기
learn-job = 일자리 찾기
learn-advice = 진로 상담
learn-other = 다른 것
more-learn = 더 있으세요? 없으면 '다 골랐어요'를 골라 주세요.
summary-learn = 필요한 배움
alternative-care = 아이를 다른 곳에 맡기는 신청은 여기서 받지 않아요. 담당 선생님이 직접 이야기를 나눌 거예요. 먼저 가족에게 어떤 도움이 될지 함께 찾아봐요.

# Care matching: where a child may be looked after.
begin-care_match = 아이 돌봄 찾기
ask-grade = 지금 몇 학년이에요?
grade-g1 = 1학년
grade-g2 = 2학년
grade-g3 = 3학년
grade-g4 = 4학년
grade-g5 = 5학년
grade-g6 = 6학년
grade-preschool = 아직 학교 안 다녀요
grade-teen = 중학생·고등학생
summary-grade = 학년
ask-special_need = 장애나 건강 때문에 아이에게 특별한 돌봄이 필요한가요? 말하고 싶지 않으면 '건너뛰기'라고 적어 주세요.
special_need-yes = 네, 필요해요
special_need-no = 아니요
summary-special_need = 특별한 돌봄
ask-care_when = 언제 돌봄이 필요하세요? 여러 개를 고르셔도 돼요.
care_when-after_school = 학교 끝나고
care_when-evening = 저녁이나 밤
care_when-all_day = 하루 종일
care_when-holidays = 방학
care_when-sudden = 갑자기 필요할 때
more-care_when = 더 필요한 때가 있으면 골라 주시고, 없으면 '다 골랐어요'를 골라 주세요.
summary-care_when = 필요한 때
ask-household = 아이를 누가 키우고 있어요?
household-dual = 부모가 다 일해요
household-single = 엄마나 아빠 혼자
household-grand = 할머니나 할아버지
household-other = 그 밖의 경우
summary-household = 가정
ask-income = 집의 소득은 보통 가정과 비교해 어때요? 대략이면 돼요.
income-below = 보통보다 적어요
income-about = 보통이에요
income-above = 보통보다 많아요
income-unknown = 잘 모르겠어요
summary-income = 소득
match-likely =
    이런 곳이 잘 맞을 것 같아요. 담당 선생님께 꼭 물어보세요.
    { $services }
match-ask =
    이런 곳도 되는지 담당 선생님께 물어보세요.
    { $services }
match-row = · { $service }: { $reason }
match-row-bare = · { $service }
match-full = (자리는 { $day }부터 나요)
match-again = 돌봄을 찾을 아이가 또 있나요?
again-yes = 네, 또 있어요
again-no = 아니요, 없어요
match-confirmed = 담당 선생님이 확인했어요: { $service }. 자세한 것은 선생님이 알려 드려요.
match-district = 다른 동네를 맡은 곳이에요.
match-uncertain = 그때그때 달라서 선생님이 알아봐 드려요.
match-counsel = 선생님이 1:1로 함께 찾아 드려요.
match-after_school-age = 만 6~12세면 소득과 상관없이 다닐 수 있어요.
match-after_school-ask = 만 6~12세 초등학생이 다니는 곳이에요.
match-after_school-sudden = 갑자기 필요할 때도 맡길 수 있어요.
match-centre-age = 만 18세가 되기 전까지 다니고, 밥도 줘요.
match-centre-ask = 만 18세가 안 된 아이가 다니는 곳이에요.
match-centre-first = 소득이 적거나 한부모·조손 가정이면 먼저 받아요.
match-school-grade = 1·2학년은 하루 2시간이 무료예요.
match-school-ask = 하루 2시간 무료는 1·2학년이에요.
match-voucher-grade = 3학년은 1년에 50만 원만큼 쓸 수 있어요.
match-voucher-ask = 3학년이 받는 이용권이에요.
match-home-age = 만 12세까지 집으로 와서 돌봐 줘요.
match-home-ask = 생후 3개월부터 만 12세까지 받을 수 있어요.
match-home-all_day = 만 3세가 되기 전에는 하루 종일도 돌봐 줘요.
match-home-hours = 1년에 960시간까지예요.
match-home-long = 이런 가정은 1년에 1,080시간까지 받을 수 있어요.
match-home-support = 소득에 따라 나라에서 돈을 도와줘요.

# A family asks for money.
begin-grant_request = 지원금 문의하기
ask-grant = 어떤 비용이 필요하세요? 여러 개를 고르셔도 돼요.
grant-living = 생활비
grant-housing = 월세·집 비용
grant-medical = 병원비
more-grant = 더 필요한 비용이 있으면 골라 주시고, 없으면 '다 골랐어요'를 골라 주세요.
summary-grant = 필요한 비용
papers-needed = 이런 서류가 필요해요: { $papers }. 아직 없어도 괜찮으니 먼저 이야기해 주세요.
papers-by-worker = 어떤 서류가 필요한지는 담당 선생님이 알려 드려요. 지금은 아무것도 준비하지 않으셔도 돼요.
ask-grant_amount = 얼마쯤 필요하세요? '월세 두 달 치', '30만 원쯤'처럼 편하게 적어 주세요. 잘 모르면 '건너뛰기'라고 적어 주세요. 받으실 수 있는지는 선생님이 함께 살펴봐요.
summary-grant_amount = 필요한 금액

# State bodies refer a family: short names for their workers.
ask-referred_by = 어느 기관에서 연계하시나요?
summary-referred_by = 연계한 기관
ask-referrer = 담당자 이름과 직책을 적어 주세요.
summary-referrer = 기관 담당자
ask-referrer_phone = 담당자에게 연락할 번호를 적어 주세요.
bad-referrer_phone = 전화번호를 모두 적어 주세요.
summary-referrer_phone = 담당자 전화
ask-note = 더 알아야 할 것이 있나요?
summary-note = 메모

# The waiting list, and the end.
listed = 지금은 자리가 없어서 대기자 명단에 올려 드렸어요. 자리가 나면 바로 알려 드릴게요. 급한 일이 생기면 언제든 여기에 적어 주세요.
unlisted = 자리가 났어요. 선생님이 곧 연락드릴게요.
status-listed = 지금은 대기자 명단에 있어요. 자리가 나면 바로 알려 드릴게요.
ask-helped = 도움을 받으셨어요?
closed-discreet = 그동안 고마웠어요. 다 괜찮으셨어요?
helped-yes = 네
helped-partly = 조금요
helped-no = 아니요
said-helped-yes = 다행이에요. 알려 주셔서 고맙습니다. 필요할 때 언제든 다시 적어 주세요.
said-helped-partly = 알려 주셔서 고맙습니다. 선생님께 전할게요. 더 필요한 것이 있으면 언제든 적어 주세요.
said-helped-no = 도움이 되지 못해 죄송해요. 알려 주셔서 고맙습니다. 선생님께 전할게요.

# First Step in Parenting, by the day of birth.
begin-first_step = 도움 신청하기
ask-born = 막내는 언제 태어났어요? '2026년 3월 14일'이나 '3개월'처럼 적어 주세요. 말하고 싶지 않으면 '건너뛰기'라고 적어 주세요.
bad-born = 태어난 날을 '2026년 3월 14일'처럼, 또는 나이를 '3개월'처럼 적어 주세요.
summary-born = 막내
born-on = { $age } ({ $day } 출생)
match-first_step-fits = 임신 중이거나 막내가 24개월 이하예요.
match-first_step-ask = 이 사업은 보통 임신 중이거나 막내가 24개월 이하인 가정과 함께해요. 그래도 걱정하지 마세요. 어떤 도움이 맞을지 선생님이 함께 찾아볼게요.
