# What we say to families: short, warm, polite, readable at twelve.

language-name = English
language-ko = 한국어
language-en = English
language-ru = Русский
language-uz = Oʻzbekcha
language-fr = Français

welcome = Hello, this is { $programme } by { $organisation }. I am an automatic helper: I ask only what is needed and then pass you on to a caseworker.
welcome-back = It is good that you are back. Let us go on where we were.

ask-language = Which language do you prefer?

ask-consent =
    First I need your consent about your personal data.
    1) Why: to take your request and find a caseworker for you.
    2) What: a name (any name you like), how to reach you, your district, the help you need, and this chat.
    3) How long: { $unfinished } days if you do not finish, otherwise until { $closed } days after we have finished.
    4) You may say no. Then I cannot take your request here, but you can still get help by phone.
    Do you agree?
consent-agree = I agree
consent-refuse = I do not agree
required-consent =
    That is fine. You can still get help by phone: { $hotlines }
    If you change your mind, write "I agree".

ask-sensitive =
    Pregnancy and health are sensitive, so I ask separately.
    1) Why: to find the help that fits you.
    2) What: week of pregnancy, your baby's age, health and safety.
    3) How long: the same as before.
    4) You may say no and still go on. I will leave those questions out.
    Do you agree?
sensitive-agree = I agree
sensitive-refuse = I do not agree

ask-situation = What is your situation?
situation-pregnant = I am pregnant
situation-baby = I have a baby
situation-both = I am pregnant and have a baby
situation-other = Something else

ask-weeks = How many weeks pregnant are you? You can write "28 weeks" or "7 months". If you are not sure, write "not sure".
ask-child_age = How old is your baby? You can write "3 months" or "6 weeks". If you would rather not say, write "skip".
ask-district = Which neighbourhood do you live in? Just its name, such as "{ $example }".
ask-centre = Which centre is near you?
ask-needs = What help do you need? You can choose more than one.
needs-visit = Someone to visit at home
needs-coaching = How to care for a baby
needs-emotional = Someone to talk to
needs-money = Living costs, rent
needs-medical = Medical costs
needs-goods = Formula, nappies
needs-community = Other help nearby
needs-other = Something else
more-needs = Anything else? If not, choose "That is all".
done-many = That is all

ask-urgency = How soon is help needed?
urgency-today = Today
urgency-week = This week
urgency-later = It is not urgent

ask-contact = How is it safe for a caseworker to reach you?
contact-here = In this chat
contact-text = By text message
contact-call = By phone call
contact-none = I will write first
ask-phone = Which phone number should we use? (for example 010-1234-5678)
ask-hours = When is a good time?
hours-any = Any time
hours-morning = Morning (8–12)
hours-afternoon = Afternoon (12–18)
hours-evening = Evening (18–21)
ask-others_read = Could anyone else see these messages? If so, I will keep them neutral.
others_read-alone = Only me
others_read-shared = Someone else could
ask-name = What should we call you? Any name is fine. If you would rather not say, write "skip".

ask-confirm =
    Shall I send this?
    { $summary }
confirm-send = Send
confirm-change = Change something
ask-correct = What should I change?
changed = Changed. { $what }: { $value }

summary-situation = Situation
summary-weeks = Pregnancy
summary-child_age = Baby
summary-district = District
summary-centre = Centre
summary-needs = Help needed
summary-urgency = How soon
summary-contact = How to reach you
summary-phone = Phone
summary-hours = Good time
summary-others_read = Who reads this
summary-name = Name
value-skipped = not said
value-weeks = about { $count } weeks
value-child_age = { $count ->
    [0] under one month
    [one] { $count } month
   *[other] { $count } months
 }

case-opened =
    Sent. Your number is { $code }.
    A caseworker will be in touch by { $by } at the latest. If it becomes urgent, write here any time.
case-opened-none =
    Sent. Your number is { $code }.
    We will not write first. Come back here when you can, and you will see the answer.
case-human =
    I have told a person. Your number is { $code }.
    They will answer here by { $by } at the latest. If it is urgent you can call { $hotlines }.
case-not-understood =
    I did not understand, so I have asked a person to read this. Your number is { $code }.
    They will answer by { $by } at the latest. You can keep writing.
human-coming = I have already told a caseworker. Please wait a little. If it is urgent you can call { $hotlines }.
claimed = You now have a caseworker. From here on they answer you themselves.
returned = Your caseworker has paused the chat. You can still write any time.
closed = We have finished for now. Thank you for talking to us. Write any time if you need us again.
teaser = There is news. Write anything here when it suits you.
passed-on = I have passed it on to your caseworker.

home = What can I do for you?
begin-self_referral = Ask for help
home-status = Where my request is
home-visit = My visit
home-human = Talk to a person
home-language = Another language · 언어
home-stop = Stop messages

status-none = There is no request yet.
status-open = Request { $code }: received, we are finding a caseworker.
status-claimed = Request { $code }: a caseworker is with you.
status-visit = Your next visit is { $when }.
visit-none = No visit is booked yet.
visit-at = Your next visit is { $when }.

visit-booked = A visit is booked: { $when }. Is that all right?
visit-booked-discreet = See you { $when }. Is that all right?
visit-moved = The visit has moved: { $when }. Is that all right?
visit-moved-discreet = The time has changed: { $when }. Is that all right?
visit-cancelled = The visit on { $when } is cancelled.
visit-cancelled-discreet = { $when } is cancelled.
reminder = Your caseworker will visit { $when }. Is that all right?
reminder-discreet = { $when }: is that still all right?
visit-confirm = Yes, that is fine
visit-move = Another time
visit-cancel = Cancel it
visit-confirmed = Thank you. See you { $when }.
visit-over = That visit has passed or was cancelled.
ask-move_when = When would suit you? You can write "Thursday afternoon".
move-requested = I have passed it on. You will hear when there is a new time.
ask-cancel_sure = Cancel the visit on { $when }?
cancel_sure-keep = No, keep it
cancel_sure-cancel = Yes, cancel it
required-cancel_sure = It stays as it is.
cancel-done = It is cancelled. Write any time if you would like another one.

not-understood = Sorry, I did not understand.
offer-human = To talk to a person, write "person".
bad-weeks = Please write a number between 1 and 42 weeks.
bad-child_age = Please write your baby's age, such as "3 months".
bad-phone = Please write the number like "010-1234-5678".
bad-text = Please make it shorter, up to 200 letters.
media-caption = I cannot see the picture, so I have only read your words.
media = I cannot see pictures or hear voice messages yet. Could you write it?
media-passed = I cannot see pictures or hear voice messages, so I have only told your caseworker that you sent one. Could you write it?
nothing-back = This is the first question.
help = You can answer with a number, a button or in your own words. "back" goes to the question before, "person" brings a person, "stop" ends messages. If you are in danger, call 112 or 119 now.
who = I am an automatic helper of { $organisation }. Only your caseworkers read what you write.
stopped = We will not write first any more. To start again, write "start". You can call { $hotlines } at any time.
stopped-visit = Your visit on { $when } still stands, but we will not remind you.
still-stopped = You asked us to stop. To talk again, write "start".
start-button = Start
started = We can talk again.
thanks = Thank you. Write any time you need us.
hello = Hello.
sorry = I am sorry about that. I will tell a person.
forgotten = Everything you wrote here has been erased. Write any time if you need us again.
forget-sure = Shall I erase everything you wrote here? A request you sent is cancelled too.
forget-yes = Yes, erase it
forget-no = No
kept = Nothing was erased.
masked = We do not take resident registration numbers. I did not keep the one you wrote.
cleared = All right. Let us go on where we were.

crisis-violence_now = If you are in danger, call now. If you cannot speak, get yourself and your child to a safe place first.
crisis-dv_disclosure = Thank you for telling me. It is not your fault. You can talk to someone day or night.
crisis-suicide_now = Please call now. Do not stay alone.
crisis-suicide_thoughts = That sounds very hard. Thank you for telling me. You can talk to someone right now.
crisis-postpartum_harm = Thank you for telling me. You are not a bad parent. Lay the baby somewhere safe and call now.
crisis-maternal_emergency = Call now. Tell them that you are pregnant.
crisis-infant_emergency = Call now. They will tell you what to do while help comes.
crisis-child_abuse = If the child is in danger, call now.
crisis-infant_abandonment = You do not have to decide alone. You can talk in confidence, day or night.
crisis-anonymous_birth = There is help without giving your name. You can talk in confidence, day or night.
crisis-homeless_tonight = They will help you find a place for tonight. Call now.
crisis-destitution = You can ask about emergency support.
crisis-child_writer = Thank you for telling me. There are adults who will help you right away.
crisis-unaccompanied_child = Call now.
crisis-human = I have also told our staff. A person will read this by { $by }.
crisis-safe = Can you talk safely now?
soft-check = Is something hard going on? If you are worried, you can call { $numbers }.
crisis-talk = Yes, I can talk
crisis-unsafe = Not now
crisis-fine = I am fine
crisis-talking = Please write here. A person will read it and answer. If it becomes dangerous, call { $numbers } at once.
crisis-quiet = I understand. We will not write first. Write here when you are safe. In danger, call { $numbers }.

# Forms: a loss, and somebody under fourteen.
loss = Thank you for telling me. I am so sorry. I will not ask anything more about the pregnancy or the baby. Our staff know, and a person can be in touch by { $by }. Whenever you want to talk, write here.
ask-guardian = You told me you are under fourteen. Then a parent or guardian has to agree too. Is one with you who agrees?
guardian-agree = My guardian agrees
guardian-alone = No, or I cannot tell them
required-guardian = That is all right. A person will listen to you.
summary-guardian = Guardian's consent
minor-under = Under fourteen
ask-minor = How old are you?

# Somebody is worried about another family.
begin-refer_other = Worried about a family
ask-worried = How do you know this family?
worried-neighbour = Neighbour or friend
worried-relative = Relative
worried-professional = Through my work
worried-other = Another way
summary-worried = Who is writing
ask-they_agree = Thank you for caring. Does the family know, and do they agree that a caseworker contacts them?
they_agree-refuses = They do not want it
they_agree-unasked = I have not asked yet
they_agree-agrees = Yes, they agree
said-they_agree-refuses = We respect that. I will not ask for a name or a number. A caseworker can think with you about how to stand by them. If they change their mind, they can write here themselves.
said-they_agree-unasked = That is fine. I will not ask for a name or a number. You could say to them: "You seem to have a hard time and I was thinking of you. There is free help. Shall we write to them together?" A quiet moment alone is best.
summary-they_agree = What the family wants
ask-family_situation = What is hard for this family? You can choose more than one. If a child is in danger now, call first: { $numbers }
family_situation-expecting = A baby is on the way
family_situation-baby = There is a small baby
family_situation-alone = Nobody to mind the child
family_situation-money = Too little money
family_situation-strain = Tired and at the limit
family_situation-other = Something else
more-family_situation = Anything else? If not, choose "That is all".
summary-family_situation = Their situation
ask-family_district = Which neighbourhood does the family live in? Just its name, such as "{ $example }", no street or number.
summary-family_district = Their neighbourhood
ask-family_name = What should we call them? Any name is fine. Write only what they agreed to share, or "skip".
summary-family_name = Their name
ask-family_reach = How is it safe to reach them? A phone number and a good time, if they agreed. Or write "skip".
summary-family_reach = How to reach them

# SOS Children's Villages: support for a family, and for young people.
begin-family_support = Help for child and family
begin-youth_work = Youth: training and work
ask-who = Who are you to the child? If you write for yourself, choose the last one. If you would rather not say, write "skip".
who-mother = I am the mother
who-father = I am the father
who-grandmother = I am the grandmother
who-grandfather = I am the grandfather
who-parent = I am a parent
who-grandparent = I am a grandparent
who-relative = A relative or carer
who-youth = For myself, aged 15–24
summary-who = Who writes
ask-children = How old are the children? Please name all of them, such as "3, 7 and 12 years". If you would rather not say, write "skip".
bad-children = Please write the ages in numbers, such as "3, 7 and 12 years". This help is for children under 18.
summary-children = Children's ages
age-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
 }
age-months = { $count ->
    [0] under one month
    [one] { $count } month
   *[other] { $count } months
 }
ask-child_sex = A girl or a boy? We only count this for a report. If you would rather not say, write "skip".
child_sex-girl = Girl
child_sex-boy = Boy
child_sex-both = Both girl and boy
summary-child_sex = Girl or boy
ask-adult_sex = The parent or the young person: a woman or a man?
adult_sex-woman = Woman
adult_sex-man = Man
summary-adult_sex = Sex of the parent or young person
needs-education = Help with school
needs-psychology = Psychologist for a child
needs-social = Social help for a child
needs-leisure = Clubs, sport, holidays
needs-work = Work or training for me
needs-budget = Household budget
needs-talk = Someone for me to talk to
needs-legal = Papers and rights
ask-youth_age = How old are you?
youth_age-under15 = Under 15
youth_age-from15 = 15–17
youth_age-from18 = 18–24
youth_age-over24 = Over 24
summary-youth_age = Age
ask-youth_sex = Are you a young woman or a young man? We only count this for a report. If you would rather not say, write "skip".
youth_sex-woman = Young woman
youth_sex-man = Young man
summary-youth_sex = Young woman or young man
ask-schooling = Are you studying now?
schooling-school = At school
schooling-college = At college
schooling-university = At university
schooling-finished = I have finished
schooling-left = I had to stop
summary-schooling = Studies
ask-learn = What would you like help with? You can choose more than one.
learn-trade = Learn a trade
learn-computer = Computer skills
learn-languages = Languages
learn-business = My own business
learn-job = Find a job
learn-advice = Choosing a career
learn-other = Something else
more-learn = Anything else? If not, choose "That is all".
summary-learn = Help with
alternative-care = We do not take requests here to place a child away from the family. A caseworker will talk with you. First we look together at what can help your family.

# Care matching: where a child may be looked after.
begin-care_match = Find care for a child
ask-grade = Which grade is your child in now?
grade-g1 = 1st grade
grade-g2 = 2nd grade
grade-g3 = 3rd grade
grade-g4 = 4th grade
grade-g5 = 5th grade
grade-g6 = 6th grade
grade-preschool = Not at school yet
grade-teen = Middle or high school
summary-grade = Grade
ask-special_need = Does your child need special care because of a disability or their health? If you would rather not say, write "skip".
special_need-yes = Yes, special care
special_need-no = No
summary-special_need = Special care
ask-care_when = When do you need care? You can choose more than one.
care_when-after_school = After school
care_when-evening = Evening or night
care_when-all_day = All day
care_when-holidays = School holidays
care_when-sudden = At short notice
more-care_when = Any other time? If not, choose "That is all".
summary-care_when = When
ask-household = Who is raising your child?
household-dual = Both parents work
household-single = A single parent
household-grand = Grandparents
household-other = Something else
summary-household = Household
ask-income = How is your household's income compared with most families? A rough idea is fine.
income-below = Lower than most
income-about = About the same
income-above = Higher than most
income-unknown = I am not sure
summary-income = Income
match-likely =
    These are likely to fit. Please ask the caseworker.
    { $services }
match-ask =
    Ask the caseworker about these as well.
    { $services }
match-row = · { $service }: { $reason }
match-row-bare = · { $service }
match-full = (full until { $day })
match-again = Is there another child to look for?
again-yes = Yes, another child
again-no = No, that is all
match-confirmed = Your caseworker has confirmed: { $service }. They will tell you the rest.
match-district = It serves other neighbourhoods.
match-uncertain = It changes, so the caseworker will find out.
match-counsel = A caseworker looks for a place with you, one to one.
match-after_school-age = Open to ages 6–12, whatever your income.
match-after_school-ask = It is for pupils aged 6–12.
match-after_school-sudden = You can also use it at short notice.
match-centre-age = Open until the age of 18, with meals.
match-centre-ask = It is for children under 18.
match-centre-first = Low-income, one-parent and grandparent homes go first.
match-school-grade = Grades 1–2 have two free hours a day.
match-school-ask = The two free hours a day are for grades 1–2.
match-voucher-grade = Grade 3 gets 500,000 won a year for classes.
match-voucher-ask = The voucher is for grade 3.
match-home-age = A carer comes to your home, up to the age of 12.
match-home-ask = It is for children from 3 months to 12 years.
match-home-all_day = Before the age of 3, care all day is possible.
match-home-hours = Up to 960 hours a year.
match-home-long = Homes like yours may get up to 1,080 hours a year.
match-home-support = The state pays part of it, depending on income.

# A family asks for money.
begin-grant_request = Ask about money
ask-grant = What do you need money for? You can choose more than one.
grant-living = Daily living
grant-housing = Rent or housing
grant-medical = Doctor or hospital
more-grant = Anything else? If not, choose "That is all".
summary-grant = Money for
papers-needed = These papers are needed: { $papers }. If you do not have them yet, that is fine; let us talk first.
papers-by-worker = The worker will tell you which papers are needed. You do not have to prepare anything now.
ask-grant_amount = About how much do you need? In your own words, such as "two months of rent". If you are not sure, write "skip". The worker will look with you at what is possible.
summary-grant_amount = How much

# State bodies refer a family: short names for their workers.
ask-referred_by = Which body refers the family?
summary-referred_by = Referred by
ask-referrer = Your name and position?
summary-referrer = Worker of that body
ask-referrer_phone = Which number can we reach you at?
bad-referrer_phone = Please write the whole number.
summary-referrer_phone = Worker's phone
ask-note = What else should we know?
summary-note = Note

# The waiting list, and the end.
listed = There is no free place right now, so you are on the waiting list. We will tell you as soon as there is one. If it becomes urgent, write here any time.
unlisted = There is a place now. Your caseworker will be in touch soon.
status-listed = You are on the waiting list. We will tell you as soon as there is a place.
ask-helped = Did you get help?
closed-discreet = Thank you for everything. Was it all right?
helped-yes = Yes
helped-partly = Partly
helped-no = No
said-helped-yes = I am glad. Thank you for telling us. Write any time you need us again.
said-helped-partly = Thank you for telling us. I will pass it on. If you need more, write any time.
said-helped-no = I am sorry that we did not help you. Thank you for telling us. I will pass it on.

# First Step in Parenting, by the day of birth.
begin-first_step = Ask for help
ask-born = When was your youngest child born? You can write "14 March 2026" or "3 months". If you would rather not say, write "skip".
bad-born = Please write the day of birth, such as "14 March 2026", or the age, such as "3 months".
summary-born = Youngest child
born-on = { $age } (born { $day })
match-first_step-fits = Pregnant, or the youngest child is not over 24 months.
match-first_step-ask = This programme is usually for families who are expecting or whose youngest child is up to 24 months old. Please do not worry: a caseworker will look with you for the help that fits.
