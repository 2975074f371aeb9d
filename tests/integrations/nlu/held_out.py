"""Messages written for the tests, none of which is in the training examples: intent → Korean and English texts."""

from __future__ import annotations

HELD_OUT = {
    "self_referral": """
        저희도 신청할 수 있는지 알고 싶어요
        임신 5개월 된 산모인데 여기 도움 신청하려고 합니다
        혼자 아기 키우는 엄마예요 지원사업 참여 원해요
        어디서 신청해요?
        보건소 선생님이 신청해보라고 하셔서요
        I'd like to apply for help with my baby
        pregnant with my first, how can I join your program?
        is my family eligible for support
        a nurse gave me your contact, I want to register
        how can I sign up
    """,
    "ask_home_visit": """
        선생님이 저희 집에 와주실 수 있을까요?
        가정방문을 신청하고 싶습니다
        밖에 나가기 힘든데 집으로 방문해 주시나요
        양육세이버님 방문 원해요
        집으로 찾아와주세요
        could you send someone to visit me at home
        I want to request a home visit
        can a worker come to our house
        would you come to my home, I have no car
        please visit us at our place
    """,
    "ask_parenting_coaching": """
        아기가 밤마다 깨서 울어요 어떻게 재워야 하나요
        이유식을 안 먹는데 방법이 있을까요
        아이 훈육하는 방법을 배우고 싶어요
        18개월인데 말을 못해요 괜찮나요
        모유수유 방법 알려주세요
        how do I get my baby to sleep through the night
        when should babies start eating solid food
        my son has tantrums, how should I handle them
        I'd like advice on breastfeeding
        teach me how to play with my child
    """,
    "ask_emotional_support": """
        마음이 힘들어서 상담 받고 싶어요
        너무 외롭고 우울해요 요즘
        자꾸 눈물이 나요
        산후 우울감이 심해요
        이야기 들어줄 사람이 필요해요
        I've been feeling very sad and lonely
        I need someone to listen to me
        I'm stressed and cry every day
        could I get counselling for depression
        I feel overwhelmed with everything
    """,
    "ask_money_support": """
        생활비가 부족한데 지원되나요
        월세 낼 돈이 없어요
        병원비가 너무 부담돼요
        기저귀랑 분유값 지원해주세요
        경제적인 지원을 받고 싶어요
        I need financial support for rent
        can you help me pay the hospital bill
        diapers are too expensive for us
        we have no money left this month
        are there any grants for living costs
    """,
    "visit_when": """
        다음 방문이 언제인가요
        선생님 몇 시에 오세요?
        방문 날짜가 언제였는지 알려주세요
        내일 방문 몇시예요
        이번주에 오시나요?
        when is the next home visit
        what time will you come tomorrow
        which day is my appointment
        can you tell me when the visit is
        is the visit today
    """,
    "visit_confirm": """
        네 그 시간에 오세요
        그날 집에 있을 거예요 오셔도 돼요
        방문 시간 확인했어요
        예정대로 오시면 됩니다
        목요일 3시 괜찮아요
        yes the visit is ok for me
        I'll be home, please come at that time
        I confirm my appointment
        that time works for us
        see you on Thursday
    """,
    "visit_reschedule": """
        방문 날짜를 변경하고 싶어요
        다음주로 미룰 수 있을까요
        그날은 안 되는데 다른 날 가능할까요?
        아이가 아파서 방문을 연기해야 할 것 같아요
        오전으로 시간 바꿔주세요
        can we move the visit to another day
        I need to change the appointment
        is it possible to postpone until next week
        could you come an hour later
        can we do Friday instead of Monday
    """,
    "visit_cancel": """
        내일 방문 취소해주세요
        이번 방문은 안 오셔도 돼요
        예약 취소하고 싶어요
        방문을 취소하려고 합니다
        오지 마세요
        please cancel my visit
        I want to cancel tomorrow's appointment
        you don't need to come
        cancel the home visit please
        no more visits, cancel them
    """,
    "request_status": """
        제가 신청한 거 어떻게 되고 있나요?
        신청 결과 확인하고 싶어요
        접수는 됐나요
        언제 연락 주시는 거예요
        진행상황 알려주세요
        what's happening with my application
        did you get my request
        has my request been approved yet
        I applied two weeks ago, any update
        how long until I hear back about my application
    """,
    "talk_to_human": """
        상담사랑 통화하고 싶어요
        사람 연결해주세요
        담당자와 직접 얘기할게요
        전화해 주실 수 있나요
        로봇 말고 사람이랑 말할래요
        I'd like to speak with a real person
        can someone call me back
        connect me with a human
        let me talk to a social worker
        I want to talk to staff
    """,
    "stop_messages": """
        문자 그만 보내주세요
        더는 연락하지 마세요
        알림 끄고 싶어요
        수신거부 해주세요
        메시지 안 받고 싶어요
        stop texting me
        please unsubscribe me
        I don't want any more messages
        turn the reminders off
        do not contact me again
    """,
    "start_messages": """
        문자 다시 받고 싶어요
        알림 다시 보내주세요
        수신거부 풀어주세요
        메시지 다시 받을게요
        알림을 켜고 싶습니다
        send me messages again
        I want to turn on notifications
        please start the reminders again
        subscribe me again
        you may text me again
    """,
    "change_language": """
        영어로 말해 주세요
        언어를 바꿔주세요
        한국말을 잘 못해요
        러시아어 되나요?
        다른 언어로 바꾸고 싶어요
        can you speak Russian
        please switch to Korean
        I'd like to change the language
        do you have other languages
        English please
    """,
    "help": """
        뭘 할 수 있는지 알려주세요
        사용 방법 알려줘요
        도움말 보여주세요
        어떤 서비스가 있어요?
        메뉴 좀 보여주세요
        what can you do for me
        show me the options
        how do I use this chat
        I don't understand what to do
        help menu
    """,
    "forget_me": """
        제 개인정보를 삭제해 주세요
        대화 기록 지워주세요
        내 정보 다 지워줘
        개인정보 삭제하고 싶어요
        제 데이터를 없애 주세요
        please delete my information
        erase all my data
        remove my records from your system
        I want my account deleted
        delete our conversation
    """,
    "who_are_you": """
        누구신가요?
        여기가 어디예요?
        챗봇이에요?
        어느 기관에서 운영하나요
        사람이에요 로봇이에요
        who am I talking to
        are you a real person or a bot
        what organization are you from
        is this a government service
        who is behind this number
    """,
    "complaint": """
        방문 오신 선생님이 너무 불친절했어요
        민원 제기하고 싶습니다
        약속한 날 아무도 안 왔어요 너무하네요
        서비스에 불만이 있어요
        답이 너무 늦어서 화가 나요
        I want to make a complaint about a worker
        the person who visited was very rude
        your service is awful
        I'm disappointed with how you treated me
        nobody showed up and nobody called, unacceptable
    """,
    "affirm": """
        네 좋아요
        예 맞아요
        넵 알겠습니다
        네 동의할게요
        그렇게 해주세요
        yes that's right
        sure, go ahead
        ok sounds good
        yes I agree
        yeah of course
    """,
    "deny": """
        아니요 괜찮아요
        아니요 싫어요
        안 할게요
        아뇨 그건 아니에요
        지금은 필요 없어요
        no thank you
        no, that's not right
        I don't want that
        nope not now
        I'd prefer not to
    """,
    "greet": """
        안녕하세요 도움 좀 여쭤보려고요
        안녕하세요 문의드립니다
        안녕하십니까 선생님
        하이 안녕
        반가워요
        hello there
        hi good morning
        hey, good evening
        hello, is anyone there?
        hi hello
    """,
    "thanks": """
        정말 감사합니다
        도움 주셔서 고맙습니다
        너무 감사해요
        고마워요 선생님
        감사합니다 수고하세요
        thank you very much
        thanks for all your help
        thanks so much for coming
        I really appreciate your help
        ok thank you
    """,
    "out_of_scope": """
        오늘 비 와요?
        이지은이요
        천안시 불당동
        재밌는 얘기 해줘
        8개월이에요
        피자 주문하고 싶어
        what is the weather tomorrow
        my name is Julia
        I live in Asan
        play some music
        one girl and one boy
        which team won yesterday
    """,
}
"""Five of each language and intent or more, one a line."""
