# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""How people answer the questions of the forms beside the self-referral: question → option → one wording a line."""

from __future__ import annotations

OF_OTHERS = {
    "worried": {
        "neighbour": "옆집이에요\n아는 언니예요\n이웃이라서요\nthey live next door\nmy neighbour\na friend of mine\nсосед\nэто моя подруга\nqo'shnimiz\nune voisine",
        "relative": "제 조카예요\n친정 동생이요\n가족이에요\nshe is my sister\nI'm her aunt\na relative\nмоя племянница\nsinglim\nma belle-sœur",
        "professional": "학교에서 만났어요\n저는 간호사예요\n일하다 알게 된 분이에요\nI am a teacher\nthrough my job\nI'm their social worker\nя врач\nзнаю по работе\nmaktabda ishlayman\nà l'école",
        "other": "그 외예요\n기타요\nanother way\nsomething else\nnone of these\nдругое\nboshqa\nautrement",
    },
    "they_agree": {
        "refuses": "원하지 않는대요\n싫다고 했어요\n아니요\nthey refused\nthey don't want anyone to call\nno\nони не хотят\nrozi emas\nelle ne veut pas",
        "unasked": "아직요\n그분은 몰라요\n말을 못 꺼냈어요\n아직 말 안 했어요\nnot yet\nI haven't asked them\nthey don't know\nещё не спрашивала\nhali so'ramadim\npas encore",
        "agrees": "괜찮대요\n네\n동의했어요\n본인이 부탁했어요\nyes\nthey agreed\nshe asked me to\nони согласны\nони не против\nha, rozi\noui, elle est d'accord",
    },
    "family_situation": {
        "expecting": "임신했어요\n임신 중인 것 같아요\nshe is pregnant\nthere is a baby on the way\nthey are expecting\nона беременна\nayoli homilador\nelle est enceinte",
        "baby": "신생아가 있어요\n아기가 어려요\na newborn\nthey have a small baby\na toddler\nмалышу два месяца\nchaqalog'i bor\nun nouveau-né",
        "alone": "애 봐줄 사람이 없어요\n아이 혼자 집에 있어요\nnobody to look after the kids\nthe child is alone after school\nthe boys are on their own\nне с кем оставить детей\nbolaga qaraydigan yo'q\nl'enfant seul à la maison",
        "money": "월세를 못 내요\n생활비가 없어요\nthey cannot pay the rent\nno money\nhe lost his job\nнет денег\nijara to'lay olmaydi\npas d'argent pour le loyer",
        "strain": "엄마가 많이 우울해요\n부부가 자주 싸워요\nthe mother is exhausted\nthey quarrel every night\nshe seems depressed\nона очень устала\nonasi charchagan\nla mère est épuisée",
        "other": "다른 걱정이에요\n기타\nsomething else\nother\nit is something else entirely\nдругое\nboshqa\nautre chose",
    },
}  # fmt: skip

OF_MONEY = {
    "grant": {
        "living": "생활비요\n공과금이 밀렸어요\nfood and bills\ndaily living\nfor formula\nна еду\ntirikchilik uchun",
        "housing": "월세가 밀렸어요\n보증금이요\nthe rent\nhousing\na deposit for a flat\nна жильё\nijara puli",
        "medical": "병원비예요\n약값이 부담돼요\nhospital\nmedicine\nfor the doctor\nна лекарства\ndoriga",
    },
}
