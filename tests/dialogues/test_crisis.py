"""The crisis lexicon finds what people really write, and leaves everyday talk alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import Understanding
from data import programmes
from dialogues.crisis import CODES, load_lexicon
from dialogues.messages import Inbound
from dialogues.reading import Hit, Severity
from integrations.nlu.engine import Engine

LEXICON = programmes.lexicon()

# code → messages that must raise the full alarm, under that code or another one of the same or higher severity.
ALARMS = {
    "suicide_now": """
        방금 손목을 그었어요
        je viens d'en avaler une quarantaine avec de la vodka
        taken about thirty tablets with a bottle of wine
        약을 다 먹었어요
        수면제를 스무 알쯤 한꺼번에 털어넣었어요
        지금 죽으려고 해요
        옥상에 올라와 있어요. 뛰어내릴 거예요
        유서 다 썼어요
        방금 손목 그었는데 피가 안 멈춰요
        번개탄 사왔어요
        오늘 밤에 다 끝내려고요
        저 이제 진짜 죽을게요 미안해요
        한강다리 위인데 무섭네요 뛰어내리려구요
        목매달 끈을 준비했어
        애기야 미안해 엄마 먼저 갈게요
        I took all the pills
        i just swallowed a whole bottle of tylenol
        I'm going to kill myself tonight
        im standing on the bridge and im gonna jump
        I wrote a goodbye letter to my kids
        I've cut my wrists
        ive got a rope and im going to hang myself
        goodbye everyone this is my last message
        I won't be here tomorrow, please tell my baby I love her
        took 30 sleeping pills a few min ago
        애들 재우고 나서 죽을 생각이에요
        타이레놀 한통 다 삼켰어
        난간 위에 서있는데 발이 안 떨어져
        연탄 피우려고요 이제 편해지고 싶어요
        엄마가 먼저 떠나서 미안해 잘 살아
        약 모아놨어요 오늘 먹으려고요
        아파트 옥상이에요
        지금 칼로 손목을 긋고 있어
        my wrists are bleeding i cut them
        i have the pills in my hand and im going to take them all
        about to jump off the roof
        ive decided to end my life today
        I overdosed on my antidepressants
        im hanging myself tonight, nobody can stop me
        수면제 한 움큼 먹었는데 너무 무서워요
        지금 베란다 난간에 매달려 있어요
        오늘이 마지막이에요 다들 고마웠어요
        목 매려고 줄 걸었어
        I drank a lot of bleach because I want to die
        I'm at the train tracks, ready to end it
        im gonna od on my sleeping tablets
    """,
    "suicide_thoughts": """
        자해를 그만두지 못하겠어요, 어제도 자해했어요
        팔뚝을 또 그었어요 아무도 몰라요
        I keep harming myself at night
        been self harming again since march
        je n'arrive plus à arrêter de me faire du mal
        je me scarifie encore
        опять режу руки лезвием
        bilagimni yana kesyapman, hech kim bilmaydi
        j'ai parfois envie de foncer dans un platane
        хочется въехать в столб и всё
        죽고 싶어요
        사라지고 싶어요
        죽 고 싶 어
        죽고시퍼요 진짜
        죽고싶다ㅠㅠㅠ
        그냥 콱 죽어버리고 싶네요
        살기 싫어
        더 살고 싶지 않아요
        살 이유를 모르겠어요
        왜 살아야 하는지 모르겠어요
        내일 아침에 눈을 안 떴으면 좋겠어요
        저만 없어지면 다들 편할 텐데
        자살 생각이 자꾸 나요
        요즘 자해를 해요
        나같은건 죽어야돼
        차라리 죽는 게 낫겠다 싶어요
        태어나지 말았어야 했어요
        이대로 잠들어서 깨어나지 않았으면
        남편 때문에 죽고 싶은 마음뿐이에요
        애 낳고 우울해서 죽고 싶단 생각만 들어요
        죽구싶어여
        ㅈ죽고 싶 습니다
        jukgo sipeo
        I don't want to live
        i want to die
        i wanna dieeee
        i dont wanna be alive anymore
        I wish I was never born
        sometimes I think about ending my life
        everyone would be better off without me
        whats the point of living
        i keep thinking about suicide
        feeling suicidal since the birth
        i've been cutting myself again
        I wish I could go to sleep and never wake up
        There's no reason to live
        i want to disapear
        life isn't worth living
        i hate myself and want to die, 도와주세요
        I want 2 die
        애기 보면서도 죽고싶단 생각이 떠나질 않네요
        그냥 다 끝내고 싶습니다
        내가 죽으면 다 해결될 것 같아
        살아서 뭐하나 싶어요
        사는 게 아무 의미가 없어요
        하루에도 몇번씩 뛰어내리고 싶어요
        죽을 용기도 없어서 사네요
        제발 좀 죽었으면 좋겠어요 제가
        삶을 포기하고 싶어요
        왜 사는지 모르겠습니다
        세상에서 사라지고싶네요...
        나만 없으면 우리 가족 행복할텐데
        편하게 죽는방법 없나요
        극단적인 생각이 들어요
        살고싶지가 않아요 정말로
        죽고 싶은데 애 때문에 못 죽어요
        눈 뜨는 게 싫어요 그냥 영원히 자고 싶어요
        죽고파요
        i just want it all to end, i want to be dead
        I've been thinking about death a lot lately
        honestly don't see any reason to keep living
        my family would be happier without me
        wanna kms
        I don't want to be here anymore
        I wish I were dead
        lately I fantasize about dying
        what is the easiest way to die
        tired of being alive
        some days i just want to drive my car into a tree
        애만 아니면 벌써 죽었을 거예요
        숨 쉬는 것도 싫고 그냥 없어지고 싶어
        더는 살 자신이 없습니다 죽는 것만 생각해요
        죽어버리면 편할까요
        매일 아침 눈뜨는 게 지옥같아 죽고싶음
        저 같은 엄마는 죽는 게 나아요
        요새 자꾸 안 좋은 생각이 들어요 손목도 긋고
        사는게 지옥이에요
        every night I pray I won't wake up
        I can't stop thinking about killing myself
        maybe my kids deserve a better mom, I should just die
        no one would care if I was dead
    """,
    "postpartum_harm": """
        아기를 창밖으로 던지고 싶은 충동이 들어요
        애를 죽일 것 같아서 무서워요
        아이랑 같이 죽고 싶어요
        아기를 해칠까 봐 겁이 나요
        자꾸 목소리가 들려요 아기를 버리라고
        베개로 아기 얼굴을 누르는 상상을 해요
        우는 애기 목을 조르고 싶다는 생각이 들었어요
        애들 데리고 같이 뛰어내릴까 싶어요
        아기가 악마처럼... 아니 아기가 악마예요
        I keep having thoughts of hurting my baby
        I'm scared I will drown the baby
        I want to throw my baby out the window
        voices are telling me to hurt him
        I feel like shaking my newborn when he screams
        I want to die together with my baby
        the baby is evil, she is not mine
        I'm afraid I might kill my son
        haven't slept for four days and I'm seeing things, scared for my baby
        우는 애기를 집어던질 뻔했어요 또 그럴까 무서워요
        애기를 욕조에 빠뜨리는 생각이 자꾸 들어요
        아기를 때릴까봐 너무 무서워요
        아이들 데리고 다 같이 죽을까 생각했어요
        머릿속에서 목소리가 애를 없애라고 해요
        I have this urge to drop my baby down the stairs
        sometimes I imagine smothering my baby with a pillow
        I hear voices since I gave birth
        I think I'm going to hurt my daughter
        아기 울음소리 들으면 벽에 던져버리고 싶어요
        아기 입을 막아버릴 뻔했어요 제가 무서워요
        아이들을 먼저 보내고 저도 따라가고 싶어요
        I almost shook my baby today, I'm so scared of myself
        I keep seeing images of me stabbing the baby
    """,
    "violence_now": """
        남편이 지금 때려요
        칼을 들었어요
        남편이 칼 들고 쫓아와요
        지금 맞고 있어요 도와주세요
        살려주세요
        제발 살려줘요 ㅠ
        목을 졸라요
        남자친구가 문을 부수고 있어요
        남편이 술먹고 와서 지금 다 때려부수고 저를 패요
        방에 갇혔어요 남편이 못 나가게 해요
        죽여버리겠대요 지금 문 앞에 있어요
        화장실에 숨어 있어요 남편이 찾고 있어요
        신랑이 또 때리고 있어요
        He is hitting me now
        he's beating me please help
        my husband has a knife
        he is outside the door and he's drunk
        He says he's going to kill me
        im locked in the bathroom hes trying to break the door
        he is choking me
        my ex is banging on the door right now
        Please call the police he won't let me leave
        husband hiting me rn
        남편 is hitting me 도와주세요
        아저씨가 칼 들고 문 두드려요
        지금 옆방에서 남편이 소리지르면서 물건 던지고 있어요 무서워요
        남편이 목조르고 있어요 빨리요
        때리지 말라고 해도 계속 때려요
        남편이 애들이랑 저를 죽인다고 협박해요 지금
        살려 주세요 제발
        신랑이 망치로 문 부수고 들어오려해요
        my husband is drunk and he is breaking the door
        he just punched me in the face
        he threatened me with a gun
        help me please he's going to kill me
        someone is trying to break into my house my ex
        My father in law is beating me
        남편이 방금 저를 벽에 밀치고 목을 눌렀어요
        칼 들고 죽인다고 난리예요
        빨리 와주세요 맞아 죽을 것 같아요
        문 앞에서 남편이 소리지르고 문을 차고 있어요
        he has a gun and won't let us out
        my boyfriend is hurting me right now
        he grabbed a knife and is coming upstairs
    """,
    "dv_disclosure": """
        남편이 술만 마시면 때려요
        남편한테 맞았어요
        신랑이 무서워요
        남친이 손찌검을 해요
        가정폭력을 당하고 있어요
        남편 폭력 때문에 집을 나가고 싶어요
        어제도 맞았어요
        맞고 산 지 5년이에요
        남편한테서 도망치고 싶어요
        애아빠가 욕하고 물건을 던져요
        시어머니가 저를 때려요
        남편이 생활비도 안 주고 폰도 뺏어요
        쉼터에 들어가고 싶어요
        남편이 찾아올까봐 무서워요
        My husband hits me
        I'm afraid of my husband
        he beats me when he's drunk
        my partner is abusive
        I need to leave him, he is violent
        my boyfriend punched me last night
        I am a victim of domestic violence
        he forces me to have sex
        is there a women's shelter
        I'm scared he will find us
        he gave me a black eye
        결혼하고 계속 맞고 살았어요
        남편이 욱하면 손이 올라가요
        술 마시고 들어오면 저를 발로 차요
        남편 때문에 온몸에 멍이 들었어요
        전남편이 자꾸 협박문자를 보내요
        남편이 강제로 관계를 해요
        동거남한테 폭행당했어요
        이혼하자니까 죽이겠다고 해서 도망 나왔어요
        남편이 저를 감시하고 친구도 못 만나게 해요
        my husband threatens to take the kids and hurts me
        I have bruises from my husband
        he choked me last week
        I want to run away from my husband, he is dangerous
        my bf slapped me twice
        I don't feel safe at home
        화나면 저한테 손부터 올라가는 남편이에요
        남편이 자꾸 때려서 애들 데리고 나가고 싶어요
        시아버지가 술 먹고 저를 때렸어요
        남자친구가 집착이 심하고 때리기도 해요
        my husband slaps me in front of the children
        he controls all my money and hits me
        I'm terrified of my partner
        my ex keeps stalking and threatening me
    """,
    "maternal_emergency": """
        she passed out at 30 weeks and won't come round
        ma belle-sœur s'est évanouie à sept mois et elle ne se réveille pas
        невестка на шестом месяце потеряла сознание и не очнулась
        임신 8개월 언니가 쓰러졌는데 눈을 못 떠요
        kelinim homilador, hushidan ketdi, o'ziga kelmayapti
        임신 8개월인데 피가 나요
        임신 8개월인데 아기가 안 움직여요
        태동이 어제부터 없어요
        양수가 터진 것 같아요
        양수 터졌어요!!
        임신 30주인데 배가 찢어질 듯이 아파요
        진통이 5분 간격이에요
        만삭인데 눈앞이 흐리고 머리가 깨질 것 같아요
        하혈을 해요
        임산부인데 쓰러졌어요
        아내가 임신 중인데 경련을 해요
        애 낳은 지 3일 됐는데 피가 안 멈춰요
        아기가 나오려고 해요
        임신초긴데 밑에서 피가 비쳐요
        뱃속 아기가 하루종일 움직이지 않아요
        32주 임신중이고 출혈이 있어요
        임신 7개월 숨을 못 쉬겠어요
        패드가 30분 만에 다 젖어요
        Bleeding, 8 months pregnant
        baby not moving
        I'm 30 weeks and I haven't felt the baby move since yesterday
        my water broke
        my waters just broke and im only 33 weeks
        I'm pregnant and I have a terrible headache and blurry vision
        contractions every 5 minutes
        im 7 months pregnant with severe stomach pain
        pregnant and spotting blood
        my wife is pregnant and she fainted
        the baby is coming now!!
        gave birth 2 days ago and soaking a pad every half hour
        I can see the head
        bleeding heavily after birth
        임신중인데 갑자기 하혈해요
        37주인데 양수가 새는거 같아요 어떡해요
        임신 6개월 아랫배가 너무 아파요 식은땀이 나요
        태동이 하루종일 안 느껴져요
        출산 후 일주일인데 피가 덩어리로 쏟아져요
        임신부인데 의식을 잃었어요
        진통 온 것 같아요 3분마다요
        임신 34주 두통이 너무 심하고 눈이 침침해요
        애가 나올것같아요 집에 혼자에요
        임신 5개월인데 속옷에 피가 묻어나와요
        30주 임산부 배에서 아기가 안놀아요
        24 weeks pregnant, bleeding a lot
        I'm pregnant and my face and hands are suddenly swollen and I see spots
        water just broke at 34 weeks
        having contractions at 30 weeks
        no movements from the baby today
        I'm 38 weeks pregnant and can't breathe properly
        had a c section 5 days ago and bleeding won't stop
        임신 9개월인데 갑자기 다리사이로 물이 흘러요
        36주 산모인데 피가 왈칵 나왔어요
        임신 20주 배가 끊어질 듯 아프고 식은땀 나요
        아내가 만삭인데 갑자기 의식이 흐려졌어요
        오늘 하루 아기가 배에서 한번도 안 움직였어요
        I'm 32 weeks and there is blood everywhere
        baby hasn't kicked all day, 36 weeks
        pregnant with bad headache, seeing spots, swollen hands
    """,
    "infant_emergency": """
        아기가 숨을 안 쉬어요
        생후 2개월인데 열이 38.5도예요
        애기가 숨을안셔요
        아기 입술이 파래요
        아기가 경련해요
        아기가 의식이 없어요
        애가 사탕이 목에 걸렸어요
        아기가 건전지를 삼켰어요
        아기가 축 늘어졌어요
        불러도 반응이 없어요 8개월 아기예요
        침대에서 떨어졌는데 계속 토해요
        신생아가 하루종일 아무것도 안 먹어요
        50일 아기 열이 38.2
        태어난 지 3주 됐는데 열이 나요
        두 달 된 아기가 39도예요
        애가 눈이 뒤집혔어요 거품 물어요
        아이가 락스를 마셨어요
        아기가 뜨거운 물에 데었어요
        우리 아기 체온이 34.8도예요 신생아예요
        아가가 숨쉬기 힘들어해요
        Baby is not breathing
        my baby isnt breathing
        he's turning blue
        my baby is having a seizure
        my son swallowed a battery
        my daughter is choking
        baby wont wake up
        my newborn has a fever
        2 month old with 38.5 fever
        6 weeks old temp is 101.2
        10 day old baby, temperature 38,1
        my toddler drank bleach
        baby fell off the bed and is vomiting
        the baby is limp and floppy
        hes 3 weeks old and hasnt eaten since yesterday
        my baby burned himself with boiling water
        baby lips are blue
        애가 숨을 못쉬어요
        아들이 숨넘어갈 것 같아요 얼굴이 파래졌어요
        갓난아기가 깨워도 안 일어나요
        9개월 아기가 동전 삼킨 것 같아요
        아기 열이 39도인데 태어난지 40일이에요
        생후 5주 38.3도
        아기가 몸이 뻣뻣해지고 눈이 돌아갔어요
        아기가 떡 먹다가 목이 막혔어요
        애기가 소파에서 떨어져서 머리를 부딪혔는데 자꾸 자려고만 해요
        한 달 된 아기인데 열나요
        아기가 물에 빠졌어요
        한살 애기가 세제 먹었어요
        호흡이 멈췄어요
        신생아가 손바닥 발바닥까지 노래요
        baby stopped breathing
        my 3 week old is burning up
        she is 7 weeks old with temp 38.6
        my baby turned purple
        my son is unconscious
        she swallowed a coin and can't breathe, she's 2
        baby hit his head and keeps throwing up
        my infant is having trouble breathing
        baby hasn't had a wet diaper all day and is lethargic
        아기가 숨을 쉬다 말다 해요 입술도 파랗고
        아들이 갑자기 눈 뒤집고 온몸을 떨어요
        생후 20일 아기 열이 38도 넘어요
        아기가 자석을 삼킨것같아요
        아기가 늘어져서 깨지를 않아요
        6주된 아기 체온 38.7
        분유 먹다가 사레들려서 얼굴이 시퍼래졌어요 아기가
        my baby is gasping for air
        he fell from the changing table and is throwing up
        5 week old with a temperature of 38.9
        baby's lips are turning blue please help
        she won't wake up, she's only 4 months old
    """,
    "child_abuse": """
        дочку кто-то трогал между ног, ей шесть
        qizimga qo'shni yomon tegibdi, o'zi aytdi
        남편이 아이를 때려요
        남편이 지금 애를 때리고 있어요
        아동학대 신고하고 싶어요
        제가 아이를 때렸어요
        새아빠가 제 몸을 만져요
        어린이집 선생님이 아이를 꼬집었어요
        옆집 아이가 매일 맞는 것 같아요 비명소리가 나요
        아빠한테 맞았어요
        엄마가 며칠째 애들만 두고 나갔어요
        애 아빠가 아기를 던졌어요
        아이를 성추행했어요 삼촌이
        My husband hits our son
        he is beating my daughter right now
        I think the neighbor's child is being abused
        my stepdad touches me
        I slapped my baby again, I can't stop
        the nanny shook my baby
        kids next door are left alone all night
        my dad beats me and my brother
        there are bruises on my son from daycare
        애 아빠가 술 먹으면 애들을 때려요
        제가 홧김에 애를 때렸는데 멍이 들었어요
        유치원 선생님이 우리 애를 때린 것 같아요
        아이 몸에 맞은 자국이 있어요
        새엄마가 밥을 안 줘요
        윗집에서 애를 때리는 소리가 매일 나요
        엄마가 저를 매일 때려요
        딸이 삼촌한테 성추행을 당했어요
        I hit my son too hard today
        my boyfriend hurts my daughter when I'm at work
        her father touched her private parts
        my mother beats me every day
        they leave their baby home alone at night
        남편이 5살 아들을 허리띠로 때려요
        저도 모르게 애 뺨을 때렸어요
        옆집에서 애가 맞으면서 우는 소리가 들려요
        my wife hits the kids with a belt
        I think my daughter was touched by her uncle
        the neighbours leave their toddler alone for hours
    """,
    "infant_abandonment": """
        아기를 어디 두고 가고 싶어요
        더는 못 키우겠어요
        베이비박스 어디 있어요
        아기를 버리고 싶어요
        혼자 화장실에서 아기를 낳았어요
        애를 키울 수가 없어요 누가 데려갔으면
        도저히 아이를 못 키울 것 같아요
        아기 두고 도망가고 싶어요
        I want to leave the baby somewhere
        I can't keep my baby
        where is the baby box
        I gave birth alone and nobody knows
        I want to give up my baby
        please someone take my baby away
        아기를 더이상 키울 수 없어요
        애를 병원에 두고 나오고 싶어요
        아기를 보육원에 맡기고 싶어요
        키울 형편이 안돼서 아기를 포기하려고요
        모텔에서 혼자 애를 낳았는데 어떡해요
        I can't take care of my newborn anymore, I want to drop her off somewhere
        I want to abandon my baby
        I don't want my baby anymore
        아기를 교회 앞에 두고 왔어요
        이 아이 못 키워요 버리고 싶어요
        I left my newborn at the hospital and walked away
        I can't raise this baby, I want to leave him at a church
    """,
    "anonymous_birth": """
        아무도 모르게 낳고 싶어요
        임신한 거 아무도 몰라요
        익명으로 출산할 수 있나요
        부모님 몰래 아이를 낳아야 해요
        보호출산이 뭐예요
        제 이름 안 남기고 병원에서 낳을 수 있어요?
        임신 사실을 숨기고 있어요
        give birth without anyone knowing
        nobody knows I'm pregnant
        can I have the baby anonymously
        I am pregnant and my parents don't know
        I'm hiding my pregnancy
        엄마 아빠 모르게 병원에서 애 낳을 수 있나요
        임신했는데 아무한테도 말 못했어요
        신원을 밝히지 않고 출산하고 싶어요
        can I give birth without giving my name
        I'm pregnant and nobody knows about it
        가족들 몰래 아기를 낳고 싶어요 방법이 있나요
        I want to give birth in secret
    """,
    "homeless_tonight": """
        오늘 밤 아이랑 잘 곳이 없어요
        집에서 쫓겨났어요
        갈데가 없어요
        애기랑 찜질방에서 지내고 있어요
        남편이 쫓아냈어요 애랑 저랑
        지낼 곳이 없어서 차에서 자요
        오늘 당장 방을 빼래요
        Nowhere to sleep tonight with my child
        we got kicked out
        i have no place to go with my baby
        we are sleeping in the car
        we were evicted today
        homeless with two kids
        아이 데리고 집을 나왔는데 갈 곳이 없어요
        시댁에서 쫓겨나서 애랑 길에 있어요
        오늘 잘 데가 없어요
        지금 애기랑 피시방에서 밤새고 있어요
        landlord threw us out today
        me and my baby have nowhere to stay tonight
        we are living in a car with the kids
        남편이 나가래서 아기 안고 나왔어요 갈데가 없어요
        we have nowhere to stay, my kids and I are on the street
    """,
    "destitution": """
        no money until payday so I'm watering down the formula
        분유를 물을 더 타서 묽게 먹여요 돈이 없어서요
        развожу смесь пожиже, денег до пятницы нет
        분유가 떨어졌어요
        애가 굶고 있어요
        며칠째 아무것도 못 먹었어요
        집에 먹을 게 없어요
        가스가 끊겨서 너무 추워요 아기도 있는데
        돈이 한 푼도 없어요
        분유 살 돈이 없어요
        no formula left for my baby
        we have no food
        I can't afford formula
        my kids are going hungry
        haven't eaten in two days
        they cut off our electricity and I have a baby
        분유도 기저귀도 다 떨어졌어요
        이틀째 굶었어요
        쌀이 떨어져서 애들 밥을 못 먹여요
        수중에 돈이 하나도 없어요 애기 우유도 못사요
        I have nothing to feed my baby
        we ran out of food and money
        we haven't eaten since yesterday
        분유 한 스푼 남았는데 살 돈이 없어요
        애들 먹일 게 아무것도 없어요
        I can't feed my children tonight
        we're out of formula and have no money
    """,
    "child_writer": """
        저 15살인데 아빠가 무서워서 집에 못 들어가겠어요
        저는 중학생인데 삼촌이 자꾸 만져요
        나 14살인데 임신했어
        I'm 13 and I'm scared of my dad
        im 15 and pregnant and scared
        고1인데요 아빠가 맨날 때려서 집 나왔어요
        초등학생인데 집에 혼자 있어요 무서워요
        I am 12 years old and my uncle hurts me
    """,
    "unaccompanied_child": """
        아이가 없어졌어요
        마트에서 애를 잃어버렸어요
        길에 아기가 혼자 버려져 있어요
        엄마가 안 와요 동생이랑 둘이 있어요 무서워요
        my child is missing
        I lost my son at the market
        I can't find my daughter
        found a little boy alone on the street
        우리 아들이 사라졌어요 놀이터에 있었는데
        저 길을 잃었어요 엄마가 없어요
        my daughter has disappeared
        there is a small child alone on the road
        아이가 집에 안 들어와요 밤 11시인데
        we can't find our son anywhere
    """,
}

# Everyday talk near a crisis: nothing may be raised.
CALM = """
    병원 놀이 하면서 동생한테 너 죽었어 그래요
    주사가 무섭다고 소아과만 가면 살려달라고 난리예요
    무서운 거 말고 공포 영화 봐도 되나요 피 나오는 장면 있는데
    처방약 다 먹었는데 또 타러 가야 되나요
    언니가 작년에 지원 받았고 이번엔 제 차례네요
    양육비를 애 아빠가 안 줘요
    제 말은요, 지금 문자해요 전화 말고
    I was cutting myself a slice of cake
    tug'ilgan yilim 1995, ismim Nodira
    bizni hech kim uydan haydamaydi
    배고파 죽겠어요
    죽 끓이는 법 좀 알려주세요
    애가 귀여워 죽겠어요
    웃겨 죽겠다 ㅋㅋㅋ
    더워서 죽을 것 같아요 에어컨 지원도 되나요
    졸려 죽겠네
    보고 싶어 죽겠어
    호박죽 먹고 싶어요
    아기 이유식으로 쌀죽을 먹여도 되나요?
    핸드폰이 죽었어요
    커피가 나왔어요
    코피가 나요
    피곤해요
    피검사 결과가 나왔어요
    임신 8개월인데 뭘 준비해야 하나요
    임신 7개월이에요 도움을 받고 싶어요
    임신 중에 먹으면 안 되는 음식이 있나요?
    임신 10주인데 입덧이 심해요
    임신하고 발이 부어요
    태동은 언제부터 느껴지나요?
    출산 예정일이 3월이에요
    아기가 분유를 잘 안 먹어요
    아기가 밤에 자꾸 깨요
    아기가 토를 자주 해요
    우리 아기 14개월인데 아직 안 걸어요
    아기가 5개월인데 열이 37.2도예요
    돌 지난 아기 콧물이 나요
    예방접종 맞고 왔어요
    독감 주사를 맞았어요
    네 맞아요
    남편이 맞벌이라 낮에 집에 없어요
    남편이 육아를 안 도와줘요
    남편이랑 싸웠어요
    애가 친구를 때려요 어떻게 가르쳐야 하나요
    동생을 때리는 첫째 훈육 방법 알려주세요
    칼로 과일을 깎다가 손가락을 베었어요
    칼을 새로 샀어요
    돈이 부족해서 생활비 지원 받고 싶어요
    기저귀 지원도 되나요?
    혼자 아이를 키우고 있어요
    아이를 어린이집에 맡기고 출근해요
    주말에 아이랑 갈 데가 있을까요
    방문 날짜를 바꾸고 싶어요
    경기도에 살아요
    약 먹었어요 감기약이요
    살이 너무 쪄서 걱정이에요
    애가 말을 안 들어요
    외로워요 얘기할 사람이 없어요
    요즘 너무 지쳐요
    우울해요
    기저귀를 버리고 왔어요
    이사했어요 방 두 개예요
    아이가 방에 있어요
    죽전에 살아요
    사라지기 전에 쿠폰 써야 해요
    아이가 피아노를 배워요
    I'm dying to know
    I'm starving, what's for dinner
    this heat is killing me
    my feet are killing me
    dying for a coffee
    I died laughing
    bruh i wanna die of embarasment, my kid told the teacher i snore
    my phone died
    the battery is dead
    can I get a new kitchen knife
    he hit the gym
    that really hit me
    shoot me an email
    I'm 8 months pregnant, what do I need to prepare
    I am pregnant and need help with rent
    when will the baby start to move
    my gums are bleeding
    nosebleed again
    blood test results came back
    my feet are swollen, pregnant
    baby wakes up every night
    my baby is 5 months old, temp 37.1
    my son is 5 years old and has a fever of 38.5
    my baby does not like carrots
    he kicks a lot, I can feel him every day
    I feel lonely and overwhelmed
    I'm so tired all the time
    my husband works late
    my husband and I argued about money
    my toddler hits other kids at the playground
    how do I stop my son from hitting his sister
    can you help with diapers
    I need money for rent
    I want to cancel the visit
    I can't come tomorrow, can we move the visit
    kill some time
    take a deep breath
    baby is breathing fine
    we moved to a new apartment
    I left my baby with grandma
    we have a safe place to stay
    the cord fell off today, is that ok
    I would kill for a nap
    thank you, you saved me a lot of trouble
    my mother lives alone
    I want to talk to a person
    the medicine is finished
    아 진짜 귀여워서 죽겠네요 우리 딸
    오늘 너무 더워 죽겠어요
    배불러서 죽을 거 같아
    심심해 죽겠어요
    전복죽 사왔어요
    죽 먹고 있어요
    임신 20주인데 정밀초음파 받아야 하나요
    임신 확인서가 필요한가요
    출산 후 지원금은 언제 나오나요
    모유수유 하고 싶은데 잘 안 돼요
    아기가 잠을 안 자요
    아기가 낯을 많이 가려요
    이유식을 잘 안 먹어요
    아기가 100일 됐어요
    생후 2개월인데 예방접종 뭐 맞아야 해요
    생후 2개월 아기 체온 36.8도 정상인가요
    6개월 아기인데 열이 38도예요
    애가 떼를 너무 써요
    아이가 어린이집 가기 싫어해요
    남편 직장 때문에 이사 왔어요
    남편도 같이 상담 받을 수 있나요
    남편이 요즘 늦게 들어와요
    이혼 준비 중이에요
    엄마가 되고 나니 힘들어요
    화가 자주 나요
    잠을 못 자서 힘들어요
    혼자라서 외로워요
    약속을 잊었어요
    감기약 먹어도 되나요 임신 중인데
    칼슘제 먹어도 되나요
    방문하시는 분 성함이 어떻게 되나요
    내일 못 갈 것 같아요
    비밀 보장 되나요
    아무도 없어요 집에 지금은
    집에 없을 거예요 내일은
    기저귀 어디서 받아요
    월세 지원되나요
    사는 곳은 아산시 배방읍이에요
    살이 안 빠져요
    때가 되면 연락드릴게요
    피아노 소리 때문에 애가 깨요
    친정엄마가 도와주세요
    남편 폰으로 연락하지 마세요
    저희 애는 맞춤 돌봄이 필요해요
    학교 끝나고 혼자 집에 있는 아이 돌봄이 필요해요
    네 살려고요 그 유모차
    다음주에 뵐게요 안녕히 계세요
    아이가 코피를 흘려요
    I'm dead tired
    dying to meet you
    the baby is killing it at daycare
    is it ok to take paracetamol while pregnant
    how many weeks pregnant do I need to be
    I'm 20 weeks pregnant and looking for a midwife
    my baby spits up after feeding
    my baby has a runny nose
    my 2 month old needs vaccines
    my baby is 2 months old, temperature 36.9
    when can babies eat solids
    he drops everything on the floor
    my son hit a milestone
    kids are driving me crazy
    I need a break
    I cut my finger in the kitchen
    I hurt my back
    my husband lost his job
    my husband is away for work
    my ex doesn't pay child support
    I live with my parents
    I'm afraid of needles
    I'm scared of giving birth
    nobody is home tomorrow
    my kids are hungry after school, do you give snacks
    we have no car
    I lost my phone
    baby is teething and cries all night
    can someone call me
    please don't call my husband's phone
    the gas bill is high this month
    how do I register for the program
    my address is 12 Death Valley Road
    I stopped breastfeeding
    what time will you come tomorrow
    she fell asleep
    배고파 죽겠다 밥 언제 먹지
    애가 예뻐 죽겠어요
    칼국수 먹고 싶어요
    임신 15주인데 철분제 언제부터 먹나요
    아기가 기침을 해요
    남편이랑 같이 방문 상담 받고 싶어요
    아기 첫 외출 언제부터 되나요
    아기가 침을 많이 흘려요
    방문 못 받을 것 같아요
    집이 좁아서 이사하고 싶어요
    아이가 물을 무서워해요
    태동이 활발해요
    아기가 잘 놀고 잘 먹어요
    피임약 문의요
    가족관계증명서 필요한가요
    애가 손가락을 빨아요
    출생신고는 어떻게 하나요
    분유 추천해주세요
    기저귀 사이즈가 작아요
    남편이 무서운 영화를 좋아해요
    I could murder a burger right now
    my baby loves his bath
    when will you cut the cord on this project
    our water bill is high
    my son is five and shy
    is it normal that my baby sleeps a lot
    he is teething, I'm exhausted
    can you help me find a daycare
    I'm pregnant and craving pickles
    the kids are out of school next week
    we need a bigger apartment
    my partner and I want parenting classes
    how do I baby proof the kitchen knives drawer
    I feel like a zombie today
    our baby is due in March
"""

# Somebody else, long ago, not, in a film, or an unclear word: a gentle check only.
SOFT = """
    a bleed in my first pregnancy but it all turned out fine
    I had heavy bleeding in my last pregnancy
    потерялся сын на базаре, но его нашли
    bolani tashlab ketish xayolimda ham yo'q
    친구가 죽고 싶대요
    언니가 죽고 싶다고 해요
    예전에 죽고 싶었던 적이 있어요
    어릴 때 아빠한테 맞았어요
    죽고 싶지는 않아요
    죽고 싶다는 건 아니에요
    드라마에서 남편이 아내를 때리는 장면을 봤어요
    작년에 남편한테 맞았는데 지금은 이혼했어요
    뉴스에서 아동학대 사건을 봤어요
    힘들어 죽겠어요
    지난주에 아기가 경련했는데 지금은 괜찮아요
    양수가 터지면 어떻게 해야 하나요?
    옆집 아기엄마가 남편한테 맞는 것 같아요
    남편이 때리지는 않아요
    더 이상 못 버티겠어요
    키울 자신이 없어요
    아기가 침대에서 떨어졌어요
    생후 2개월 아기 체온이 37.8도예요
    my friend wants to die
    she said she wants to kill herself
    I used to want to die, but I'm fine now
    I don't want to die
    he never hits me
    my sister's husband hits her
    years ago my ex beat me
    we watched a movie about domestic violence
    what should I do if my water breaks
    last week my baby stopped breathing but he is fine now
    I can't go on like this
    I feel hopeless
    my baby fell off the sofa
    I'm not suicidal
    아는 언니가 살기 싫다고 해서 걱정이에요
    3년 전에 자살 시도한 적이 있어요
    예전에는 남편이 때렸는데 이제 안 그래요
    꿈에서 아기가 숨을 안 쉬었어요
    아기가 숨을 안 쉬면 어떻게 해야 하나요
    지난 임신 때 하혈한 적이 있어요
    죽고 싶은 건 아니고 그냥 지쳐요
    다 포기하고 싶어요
    외로워 죽겠어요
    아기가 미워요
    my neighbor is hit by her husband
    I was abused as a child
    my mother said she wants to die
    I'm pregnant, there is no bleeding
    I would never hurt my baby, but I had those thoughts once years ago
    a character in the novel kills himself
    I give up on everything
"""


RULE = """spaces: kept
rules:
  - code: suicide_now
    severity: S0
    phrases:
      - {}"""

SEVEREST = {
    "suicide_now": Severity.S0,
    "postpartum_harm": Severity.S0,
    "violence_now": Severity.S0,
    "infant_emergency": Severity.S0,
    "maternal_emergency": Severity.S0,
    "child_abuse": Severity.S1,
    "infant_abandonment": Severity.S1,
    "unaccompanied_child": Severity.S0,
}
"""What is asked at least; every other code's is S1."""


def texts(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


async def read(engine: Engine, said: list[str]) -> list[Hit | None]:
    """What the lexicon and the engine together make of each text."""
    inbounds = [Inbound(line="asan-sms", provider_id="", handle="", text=text) for text in said]
    return [reading.crisis for reading in await Understanding(LEXICON, engine).read(inbounds)]


@pytest.mark.parametrize("code", CODES)
async def test_an_alarm_is_raised(engine: Engine, code: str) -> None:
    """Of messages out of a crisis hardly one in twenty fails to ring gravely enough, most ring under their very code,
    and all are noticed."""
    said = texts(ALARMS[code])
    hits = [hit for hit in await read(engine, said) if hit is not None]
    assert len(hits) == len(said)
    worst = SEVEREST.get(code, Severity.S1)
    assert sum(not hit.soft and hit.severity <= worst for hit in hits) >= 0.92 * len(said)
    assert sum(hit.code == code for hit in hits) >= 0.6 * len(said)


async def test_everyday_talk_rings_seldom(engine: Engine) -> None:
    """Idioms, kitchen knives and ordinary questions, made to provoke, raise the full alarm less than once in ten."""
    ringing = [hit for hit in await read(engine, texts(CALM)) if hit is not None and not hit.soft]
    assert len(ringing) < 0.1 * len(texts(CALM))


def test_no_rule_is_about_everyday_talk() -> None:
    """Idioms, porridge, kitchen knives and ordinary questions about pregnancy and babies match no rule."""
    assert [text for text in texts(CALM) if LEXICON.detect(text)] == []


def test_a_softer_mention_is_asked_about() -> None:
    """Somebody else, long ago, a denial, a film or an unclear word is a soft hit: not the alarm, never nothing."""
    hits = {text: LEXICON.detect(text) for text in texts(SOFT)}
    assert [text for text, hit in hits.items() if hit is None or not hit.soft] == []


@pytest.mark.parametrize(
    "text",
    [
        "죽 고 싶 어 요",
        "죽.고.싶.어",
        "죽\u200b고 싶\u200b어요",
        "죽고싶어어어어어ㅠㅠㅠㅠ",
        "죽고 싶어요",
        "ㅠㅠ죽고ㅠ싶어요",
        "죽~고 싶~다...",
    ],
)
def test_korean_is_found_however_it_is_typed(text: str) -> None:
    """Spaced-out syllables, zero-width characters, lone letters and decomposed Hangul do not hide a crisis."""
    assert LEXICON.detect(text) == Hit("suicide_thoughts", Severity.S1)


@pytest.mark.parametrize(
    "text",
    [
        "I WANT TO DIE",
        "i want to dieeeeee",
        "killlll myself i want to killlll myself",
        "I want\nto   die",
        "ｉ ｗａｎｔ ｔｏ ｄｉｅ",
    ],
)
def test_english_is_found_however_it_is_typed(text: str) -> None:
    """Capitals, drawn-out letters, full-width letters and odd spacing do not hide a crisis."""
    hit = LEXICON.detect(text)
    assert hit is not None
    assert hit.code == "suicide_thoughts"


def test_both_languages_are_read_in_one_message() -> None:
    """The graver half of a mixed message is the one that is told."""
    assert LEXICON.detect("죽고 싶어요. my husband has a knife") == Hit("violence_now", Severity.S0)


def test_a_full_alarm_goes_before_a_soft_one() -> None:
    """An own crisis is not hidden by a friend's."""
    assert LEXICON.detect("친구가 죽고 싶대요. 그런데 저는 오늘 잘 곳이 없어요") == Hit("homeless_tonight", Severity.S1)


def test_a_lonely_person_is_not_taken_for_somebody_else() -> None:
    """A friend who is only mentioned does not soften the writer's own wish to die."""
    assert LEXICON.detect("친구도 없고 죽고 싶어요") == Hit("suicide_thoughts", Severity.S1)
    assert LEXICON.detect("친구가 없어서 죽고 싶어요") == Hit("suicide_thoughts", Severity.S1)


def test_a_child_outside_own_breath_is_no_neighbour() -> None:
    """A relative's emergency is a full alarm: only wishes and violence are softened by being somebody else's."""
    assert LEXICON.detect("동생네 아기가 숨을 안 쉬어요") == Hit("infant_emergency", Severity.S0)


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("생후 2개월 38.0도", Hit("infant_emergency", Severity.S0)),
        ("생후 2개월 37.9도", Hit("infant_emergency", Severity.S1, soft=True)),
        ("생후 2개월 37.5도", None),
        ("생후 3개월 38.5도", None),
        ("생후 89일 아기 38도", Hit("infant_emergency", Severity.S0)),
        ("생후 90일 아기 38도", None),
        ("두 달 된 아기 열이 38,4", Hit("infant_emergency", Severity.S0)),
        ("신생아 체온 35.4도", Hit("infant_emergency", Severity.S0)),
        ("임신 2개월인데 체온이 37.8도예요", None),
        ("2 month old baby, temp 100.4", Hit("infant_emergency", Severity.S0)),
        ("2 month old baby, temp 100.0", Hit("infant_emergency", Severity.S1, soft=True)),
        ("4 month old baby, temp 100.4", None),
        ("eleven weeks old and 39 degrees", Hit("infant_emergency", Severity.S0)),
        ("two weeks old, she has a fever", Hit("infant_emergency", Severity.S0)),
    ],
)
def test_fever_under_three_months_goes_by_the_number(text: str, hit: Hit | None) -> None:
    """From 38.0 °C under three months is an emergency, over 37.5 °C is asked about, and older babies are not judged."""
    assert LEXICON.detect(text) == hit


@given(st.text(max_size=400))
def test_any_text_can_be_judged(text: str) -> None:
    """No string makes detection fail, lone surrogates and control characters included."""
    hit = LEXICON.detect(text)
    assert hit is None or hit.code in CODES


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_crisis_is_not_lost_among_other_sentences(before: str, after: str) -> None:
    """Whatever else a message holds, a sentence out of a crisis leaves a hit."""
    assert LEXICON.detect(f"{before}\n죽고 싶어요\n{after}") is not None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("spaces: kept\nrules: ]", "x.yml:2: "),
        ("", "x.yml:1: "),
        ("spaces: kept", "x.yml:1: "),
        ("spaces: wide\nrules: []", "x.yml:1: "),
        ("spaces: kept\nspaces: kept\nrules: []", "x.yml:2: "),
        ("spaces: kept\nrules:\n  - severity: S0", "x.yml:3: "),
        ("spaces: kept\nrules:\n  - {code: sadness, severity: S0, phrases: [sad]}", "x.yml:3: "),
        ("spaces: kept\nrules:\n  - code: suicide_now\n    severity: S9", "x.yml:4: "),
        (RULE.format("(die"), "x.yml:6: a bracket is not closed"),
        (RULE.format("die)"), "x.yml:6: a bracket too many"),
        (RULE.format("(die|)"), "x.yml:6: an alternative is empty"),
        (RULE.format("'{death} now'"), "x.yml:6: there is no list {death} above this line"),
        (RULE.format("(die)? now"), "x.yml:6: something optional cannot come first"),
        (RULE.format("… now"), "x.yml:6: … cannot come first"),
        (RULE.format("d-i-e"), "x.yml:6: “d-i-e”: only letters"),
        (RULE.format("die & "), "x.yml:6: the phrase is empty"),
        (RULE.format("die") + "\n    soft_when: [past]", "x.yml:7: there is no list past under soft"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(content: str, told: str) -> None:
    """Whoever corrects the lexicon learns where the mistake is."""
    with pytest.raises(ValueError, match=f"^{re.escape(told)}"):
        load_lexicon({"x.yml": content})


def test_a_rule_of_one_line_works() -> None:
    """A minimal lexicon finds its phrase as whole words and nothing else."""
    lexicon = load_lexicon({"x.yml": RULE.format("bleed* badly")})
    assert lexicon.detect("I am bleeding badly!") == Hit("suicide_now", Severity.S0)
    assert lexicon.detect("a nosebleed badly") is None
