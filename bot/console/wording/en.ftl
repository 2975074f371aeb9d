# The words of the caseworkers' pages: short and plain.

language-name = English
language-switch = Language
console = Front Door
skip = Skip to the content
sign-out = Sign out
account = My account
back = Inbox
loading-failed = The connection is lost. Trying again.
stale = This case has changed meanwhile. What you were writing is untouched.
reload = Reload
no-script = This page does not refresh by itself. Choose “Reload” for news.
role-caseworker = Caseworker
role-supervisor = Supervisor
somebody = somebody else
all-centres = All centres

sign-in-title = Sign in
sign-in-lead = Where families' messages reach a person.
email = E-mail
password = Password
sign-in = Sign in
sign-in-wrong = The e-mail address or the password is not right.
sign-in-wait = Too many wrong attempts. Please try again in { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}.

inbox-title = Inbox
tab-waiting = Waiting
tab-mine = Mine
tab-open = All open
tab-closed = Closed
tabs = Lists of cases
waiting-count = { $count ->
    [0] No case is waiting
    [one] 1 case is waiting
   *[other] { $count } cases are waiting
}
title-count = ({ $count }) Inbox
empty-waiting = No case is waiting. A new one appears here at once.
empty-mine = You have no open case.
empty-open = There is no open case.
empty-closed = No case was closed in the last 30 days.
closed-note = Cases closed in the last 30 days.
most = Only the { $count } that wait longest are shown.
nobody-yet = Nobody has it yet
claimed-by-me = Yours
claimed-by = { $name }
family-turn = It is the family's turn
due-late = Answer overdue
due-by = by { $when }
no-centre = No centre yet
next-visit = Visit { $when }
alarm-unseen = Crisis not yet seen
since-now = just now
since-minutes = for { $minutes } min
since-hours = for { $hours } h { $minutes } min
since-days = for { $days } d { $hours } h
closed-at = Closed { $when }

urgency-crisis = Crisis
urgency-today = Today
urgency-week = This week
urgency-later = Not urgent
reason-self_referral = Referred themselves
reason-wants_human = Asked for a person
reason-not_understood = The bot did not understand
reason-referral = Worried about another family
reason-service_request = Asks for a service
reason-grant_request = Asks for a grant
reason-pregnancy_loss = Lost a pregnancy or a baby
reason-crisis = Sign of a crisis

opened = Opened
waiting = Waiting
due = Answer due
owner = With
reason = Reason
centre = Centre
channel = Line

claim = Claim
claim-hint = The bot falls silent and you talk to the family yourself.
give-back = Give back to the bot
give-back-hint = The case stays open and waits for somebody again.
owned-by-other = { $name } has this case and talks to the family.
closed-line = Closed { $when }. Outcome: { $outcome }

alarm-title = Sign of a crisis: { $name }
alarm-at = Noticed { $when }
alarm-numbers = Numbers the family was given at once
acknowledge = I have seen it
acknowledge-hint = This stops the reminders to staff. Claiming does so too.
acknowledged-by = Seen { $when } by { $name }.
severity-S0 = Life may be at risk now
severity-S1 = Serious: look into it today
severity-S2 = Look into it soon
duty-title = Duty to report
duty = Staff of social welfare facilities and family centres are mandated reporters. Suspected child abuse must be reported at once to the police (112) or the local government; failing to do so without good reason can be fined up to KRW 10 million. This program does not report for you.
duty-source = Act on Special Cases concerning the Punishment of Child Abuse Crimes, articles 10(2) and 63

crisis-violence_now = Violence happening now
crisis-dv_disclosure = Violence at home disclosed
crisis-suicide_now = Suicide risk now
crisis-suicide_thoughts = Thoughts of dying
crisis-postpartum_harm = Thoughts of harm after birth
crisis-maternal_emergency = Medical emergency of the mother
crisis-infant_emergency = Medical emergency of the baby
crisis-child_abuse = Suspected child abuse
crisis-infant_abandonment = Thoughts of leaving the baby
crisis-anonymous_birth = Birth without giving a name
crisis-homeless_tonight = Nowhere to sleep tonight
crisis-destitution = No food or formula today
crisis-child_writer = A child in danger is writing
crisis-unaccompanied_child = A child alone

safety-title = Safe contact
way-here = Only in this conversation.
way-text = By text message.
way-call = Only by phone call.
way-none = Do not write or call first. The family contacts us.
way-unknown = Not asked yet. Answer only in this conversation.
hours-title = Hours
hours-any = Any time
hours-morning = Mornings 8–12
hours-afternoon = Afternoons 12–18
hours-evening = Evenings 18–21
hours-unknown = Not asked yet
phone = Phone
readers-shared = Others may read them
readers-alone = Nobody else
readers-unknown = Not asked yet
others-title = Who reads the messages
family-language = Family's language
lang-ko = Korean
lang-en = English
lang-ru = Russian
lang-uz = Uzbek
lang-uz-Cyrl = Uzbek (Cyrillic)
lang-fr = French

answers-title = Answers
answers-none = No answers yet.
how-asked = asked
how-heard = said unasked
how-derived = follows from another answer

transcript-title = Conversation
transcript-none = Nothing has been said yet.
author-family = Family
author-reply = Bot
author-worker = Caseworker
author-reminder = Visit reminder
author-crisis = Crisis help
edited = edited
not-yet = Not sent yet
did-start = Opened the conversation: { $text }
did-start-only = Opened the conversation.
did-media = Sent a photo, voice message or file: { $text }
did-media-only = Sent a photo, voice message or file.
did-contact = Shared a phone number: { $text }
did-contact-only = Shared a contact.
did-blocked = Blocked this conversation. { $text }
did-blocked-only = Blocked this conversation.
did-unblocked = Opened this conversation again. { $text }
did-unblocked-only = Opened this conversation again.
did-opted_out = Stopped all messages: { $text }
did-opted_out-only = Stopped all messages.
did-opted_in = Takes messages again: { $text }
did-opted_in-only = Takes messages again.

state-queued = Waiting to be sent
state-sending = Sending
state-sent = Sent
state-delivered = Delivered
state-read = Read
state-failed = Not delivered
state-dropped = Not sent
state-revoked = Taken back
state-on-page = On the chat page
state-held = Goes out { $when } (waits for a safe time)
state-again = Will be tried again ({ $times } so far: { $why })
state-because = { $state }: { $why }
state-unread = Others may read: shown when the family writes again
why-too-late = its time has passed
why-opted-out = the family stopped messages
why-call-only = only calls are safe
why-writes-first = the family writes first
why-no-safe-route = there is no safe text line
why-unreachable = this line does not reach them
why-no-safe-time = no safe time is left
why-line-off = the line is switched off
why-broke = an error while sending
why-receipt = the provider could not deliver it
why-code = code { $code }

reply-title = Reply
reply-label = Your words to the family
unsent = Not sent
reply-send = Send
reply-keys = Ctrl+Enter sends too
reply-claim-first = Claim the case to reply.
reply-other = { $name } is talking to the family, so you cannot reply.
reply-closed = A closed case cannot be replied to.
line-off = This family's line is switched off; nothing can be sent now.
warn-unknown = Nobody knows yet who may read this. Write so that it gives nothing away.
warn-shared = Others may read this. Write so that it gives nothing away.
warn-referred = A state body referred this family; it is not in this conversation, so nothing can be written to it. Call the number in the case, if the family agreed to it.
warn-stopped = The family stopped messages. What you write will not arrive.
warn-call = Only calls are safe. Unless they are writing right now, your words will not arrive.
warn-none = They asked us not to write first. They will see your words when they write again.
warn-unreachable = The last message did not arrive. Look for another safe way.

visits-title = Visits
visits-none = No visit is booked.
visits-month = Visits this month: { $count } (planned: { $least } to { $most })
visit-booked = Waiting for the family to confirm
visit-confirmed = The family confirmed
visit-move_requested = The family asks for another time
visit-cancelled = Cancelled
visit-past = Past
visit-wish = When it would suit them
visit-length = { $minutes } min
book = Book a visit
book-do = Book and tell the family
move = Change the time
move-do = Change and tell the family
cancel = Cancel
cancel-do = Cancel and tell the family
cancel-sure = Cancel the visit on { $when }? The family is told at once.
day-label = Day
time-label = Time
minutes-label = Length
zone-note = Times are { $zone }.

close-title = Close the case
close-hint = Reminders of visits to come stop, and the bot answers again.
outcome-label = Outcome
outcome-choose = Please choose
outcome-helped = Helped
outcome-referred_elsewhere = Referred elsewhere
outcome-declined = The family declined
outcome-unreachable = Could not be reached
outcome-duplicate = Duplicate of another case
outcome-withdrawn = Withdrawn by the family
outcome-other = Other
close-do = Close the case

consent-title = Consent
consent-personal = Personal data
consent-sensitive = Sensitive data
consent-yes = Agreed
consent-no = Not agreed
consent-version = Notice
consent-at = When
consent-never = Not asked yet. Ask for nothing beyond what the family has told.

audit-title = Who looked and what was done
deed-view = saw the case
deed-claim = claimed it
deed-acknowledge = acknowledged the crisis
deed-reply = replied
deed-return = gave it back to the bot
deed-close = closed it
deed-book = booked a visit
deed-move = moved a visit
deed-cancel = cancelled a visit

done-claim = The case is yours. You are talking to the family now.
done-acknowledge = You have acknowledged the crisis.
done-reply = Your reply is on its way; the conversation shows how far it has come.
done-return = The bot has the conversation again.
done-close = The case is closed.
done-book = The visit is booked and the family is told.
done-move = The visit is moved and the family is told.
done-cancel = The visit is cancelled and the family is told.

refused-already-claimed-by = { $name } has already claimed it.
refused-not-yours = Nobody has claimed this case. Claim it first.
refused-not-yours-by = { $name } has this conversation.
refused-no-case = This case is closed.
refused-no-alarm = There is no crisis to acknowledge.
refused-no-visit = That visit is cancelled already, or does not exist.
refused-in-the-past = A visit cannot begin in the past.
refused-referred = This family was referred by another body and is not in this conversation. Call the number in the case, if the family agreed to it.
refused-line-off = This family's line is switched off.
refused-other = This cannot be done now. Please look at the case again.
mistake-form = The form is not right. Please try again.
mistake-empty = Please write something to send.
mistake-long = Please keep to 2,000 characters.
mistake-outcome = Please choose an outcome.
mistake-time = Please give a day and a time.
mistake-minutes = The length is between 10 and 480 minutes.

account-title = My account
password-title = Change your password
password-current = Current password
password-new = New password
password-again = New password again
password-rule = At least { $shortest } characters. A long sentence is good.
password-change = Change
password-note = You are signed out on every other device.
password-wrong = The current password is not right.
password-differs = The two new passwords differ.
password-weak = A new password has { $shortest } to 256 characters.
password-wait = Too many wrong attempts. Please try again in 15 minutes.
password-done = Your password is changed.
telegram-title = Link Telegram
telegram-linked = A Telegram account is linked. A new code replaces it with another.
telegram-none = Once linked, you can claim cases right from a Telegram notice.
telegram-get = Get a code
telegram-how = Send this line to the staff bot in a private chat. It works once, within { $minutes } minutes.
telegram-code = Line to send

refused-title = Not possible
refused-page-session-over = Your session has ended. If you were writing, go back and copy your words, then sign in again.
refused-page-bad-token = This came from an old page and was not taken. Go back, reload, and try again.
refused-page-not-found = There is no such case, or it is not one that you can see.
refused-page-bad-request = The request is not right.
refused-page-broken = Something went wrong on our side. Please try again in a moment.
to-inbox = To the inbox

date = { $year }-{ $month }-{ $day }
day = { $weekday } { $day } { $month ->
   *[1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
    [12] Dec
}
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun

# The simulator.
and = { " and " }
sim-title = Simulator
sim-link = Try a programme in the simulator
sim-lead = Talk to a programme as a family would, and see why each reply came. Nothing is sent, no case is opened, and nothing is stored in the database.
sim-begin-title = Begin a conversation
sim-place = Programme and channel
sim-phone-language = Language of the phone
sim-language-unknown = The channel does not tell
sim-language-hint = A hint only: the language of the first sentence counts more. Text messages and WhatsApp tell none.
sim-begin = Begin
sim-broken = These programmes cannot be read:
sim-conversation = Conversation
sim-clock-now = The clock stands at { $when } and moves only when you move it.
sim-line = Channel
sim-line-set = Show it so
sim-line-hint = The same conversation is played again on the other channel.
sim-undo = Take the last step back
sim-end = Begin anew
sim-empty = Nothing has happened yet. Write the first message, or open the conversation as a link would.
sim-channel-webchat = Chat page
sim-channel-telegram = Telegram
sim-channel-sms = Text message (SMS)
sim-channel-whatsapp = WhatsApp
sim-channel-kakao = KakaoTalk
sim-family-title = As the family
sim-write-label = The family's words
sim-write = Send as the family
sim-more = What else a family can do
sim-do-open = Open the conversation
sim-do-photo = Send a photo
sim-do-block = Block us
sim-do-unblock = Unblock us
sim-did-opened = Opened the conversation.
sim-did-showed = Sent a photo.
sim-did-blocked = Blocked this conversation.
sim-did-unblocked = Opened this conversation again.
sim-take = Take one of the choices
sim-take-number = Answer with a number
sim-clock-title = Move the clock
sim-wait-1h = 1 hour on
sim-wait-1d = 1 day on
sim-wait-3d = 3 days on
sim-waited-1h = An hour passed.
sim-waited-1d = A day passed.
sim-waited-3d = Three days passed.
sim-clock = Clock
sim-by-itself = By itself
sim-times = { $times ->
    [1] { "" }
   *[other] ({ $times } times, this was the last)
}
sim-released = A message that was held went out.
sim-staff-title = As the caseworker
sim-staff-none = There is no case yet, so there is nothing to act on.
sim-staff-claim-first = Claim the case first: then you can reply and book visits.
sim-reply = Reply
sim-book = Book
sim-move = Move the next visit
sim-cancel = Cancel the next visit
sim-act-claim = Claimed the case.
sim-act-acknowledge = Has seen the crisis.
sim-act-reply = Replied.
sim-act-book = Booked a visit.
sim-act-move = Moved the next visit.
sim-act-cancel = Cancelled the next visit.
sim-act-give-back = Gave the conversation back to the bot.
sim-act-close = Closed the case.
sim-act-list = Put the family on the waiting list.
sim-act-unlist = Took the family off the waiting list.
sim-act-confirm = Confirmed a service for the family.
sim-now-title = Where the flow stands
sim-flow-none = No flow is running.
sim-fate-answered = answered
sim-fate-left_out = left out
sim-fate-next = next
sim-fate-later = later
sim-waiting-title = Heard, but not kept before the consent
sim-coming-title = What will happen by itself
sim-coming-none = Nothing.
sim-held-message = a message that is held goes out
sim-timer-reminder = reminder of the visit
sim-timer-escalation = staff are told again
sim-timer-expiry = the conversation is forgotten
sim-case-title = The case at this moment
sim-case-open = Case { $code } is open. If it were handed over now, staff would get this.
sim-case-would = No case is open. If one were handed over now, staff would get this.
sim-case-json = Hand-off document
sim-why = Why?
sim-why-understood = Understood
sim-why-open = Open question before
sim-why-rule = What decided
sim-why-answers = Answers
sim-why-next = Next question
sim-why-effects = What is done
sim-language = Language: { $name }
sim-crisis = Crisis: { $name } ({ $code }), { $severity }: { $meaning }
sim-crisis-lexicon = Found by the crisis lexicon.
sim-crisis-model = Found by the model, which learned it from examples; the lexicon alone would not have said so.
sim-crisis-soft = Only asked about gently: somebody else, the past, or unclear.
sim-intent-sure = Intent { $intent }: { $confidence }, sure enough to follow
sim-intent = Intent { $intent }: { $confidence }, too unsure
sim-intent-rule = An intent is followed from { $sure }, and only where no rule before it has decided.
sim-intent-none = No intent: the model was not asked, or made no guess.
sim-open-none = None.
sim-rule-channel = The channel itself told it.
sim-rule-crisis = A crisis goes before everything else.
sim-rule-soft_crisis = A mention that may be a crisis gets a gentle word; the message still means what it means.
sim-rule-stop = A stop word.
sim-rule-stopped = The family had stopped messages: only its own word starts them again.
sim-rule-owned = A caseworker has the conversation: the bot leaves the message to them.
sim-rule-first = The first message of all is greeted.
sim-rule-menu = A choice of the menu: a button, its number or its label.
sim-rule-media = A photo or voice message, which the bot cannot read.
sim-rule-command = The whole message is a word of command.
sim-rule-language = The whole message is the name of a language.
sim-rule-menu_words = Words that mean a choice of the last message.
sim-rule-answer = It answers the open question.
sim-rule-intent = The model was sure of the intent.
sim-rule-told = It told a fact unasked, or corrected an answer.
sim-rule-spoken = Not understood, but its language was: the question is asked in it.
sim-rule-unsure = Nothing was understood: choices first, after two failures a person.
sim-event-message = What the channel told needs no rule.
sim-event-CaseClaimed = A caseworker took the case.
sim-event-AlarmAcknowledged = Staff have seen the crisis.
sim-event-WorkerReplied = A caseworker wrote.
sim-event-CaseReturned = The caseworker gave the conversation back.
sim-event-CaseClosed = The case was closed.
sim-event-CaseListed = The family came onto the waiting list, or off it.
sim-event-FamilyReferred = A state body referred the family.
sim-event-MatchConfirmed = A service was confirmed for the family.
sim-event-VisitBooked = A visit was booked.
sim-event-VisitMoved = A visit was moved.
sim-event-VisitCancelled = A visit was cancelled.
sim-event-ReminderDue = A reminder fell due.
sim-event-EscalationDue = The case, or its crisis, had waited too long.
sim-event-SendingFailed = A message did not arrive.
sim-event-IntakeExpired = The time to forget the conversation had come.
sim-unanswered = not answered
sim-answer-new = { $question } = { $answer }
sim-answer-changed = { $question }: { $old } → { $answer }
sim-answer-gone = { $question }: taken back
sim-answer-waits = { $question } = { $answer }, waits for the consent
sim-next-owned = While a caseworker has the conversation the form waits.
sim-next-done = The flow { $flow } is through: every question is answered or left out.
sim-next-asked = { $question }: the first without an answer whose conditions hold.
sim-next-again = { $question }: asked again.
sim-let-through = Let through because { $check }
sim-left-out = Left out: { $question }, which needs that { $check }
sim-check = { $question } { $condition } (it is: { $answer })
sim-guard-equals = is
sim-guard-any_of = is one of:
sim-guard-less_than = is less than
sim-guard-at_least = is at least
sim-guard-at_most = is at most
sim-guard-missing = is not answered
sim-guard-missing-no = is answered
sim-effect-open_case = A case is opened: { $code }, { $urgency }, an answer is due { $when }.
sim-effect-revise_case = The case { $code } is revised: { $urgency }, an answer is due { $when }.
sim-effect-notify = Staff are told: { $what }.
sim-effect-claim_case = The case has an owner.
sim-effect-release_case = The case has no owner again.
sim-effect-close_case = The case is closed: { $outcome }.
sim-effect-acknowledge = The crisis counts as seen.
sim-effect-keep_visit = The visit of { $when } is written down: { $status }.
sim-effect-set_timer = Timer: { $what }, { $when }.
sim-effect-cancel_timers = Timers taken back: { $what }.
sim-effect-revoke_messages = What was waiting to be sent about this visit is taken back.
sim-effect-mark_waiting = The family waits for a person from now on.
sim-effect-clear_waiting = The family has its answer and waits no more.
sim-effect-forget = Everything the family wrote is erased.
sim-effect-refuse = It was refused: { $why }
sim-notice-case-opened = a new case
sim-notice-case-escalated = nobody has claimed it yet
sim-notice-case-escalated_to_supervisor = the supervisor: nobody has acted yet
sim-notice-case-crisis = a crisis
sim-notice-case-revised = the case has changed
sim-notice-case-message_received = the family wrote
sim-notice-case-claimed = somebody claimed it
sim-notice-case-returned = it was given back
sim-notice-case-closed = it is closed
sim-notice-case-family_unreachable = the family cannot be reached
sim-notice-visit-booked = a visit was booked
sim-notice-visit-moved = a visit was moved
sim-notice-visit-cancelled = a visit was cancelled
sim-notice-visit-confirmed = the family confirmed a visit
sim-notice-visit-move_requested = the family asks for another time
sim-discreet = In discreet words, because others may read it.
sim-template = As an approved template: the last message is more than 24 hours old.
sim-other-line = By another line: { $line }
sim-sms = { $parts ->
    [one] 1 SMS
   *[other] { $parts } SMS
} ({ $encoding }, { $units } units)
sim-bytes = Longest button: { $bytes } of { $most } bytes
sim-parts = In { $parts } messages
sim-too-long = The simulator cannot remember a longer conversation. Take a step back or begin anew.

report-title = Report
report-link = Report
report-heading = Report: { $period }
report-periods = Periods
report-days = Other days
report-from = From
report-to = To
report-show = Show
report-csv = Download as CSV
report-pdf = One page for the donor, in French (PDF)
report-zone = Days are those of { $zone }.
report-key = Key figures
report-more = By sex and age
report-total = Total
report-number = Number
report-share = Share
report-hidden = hidden
report-hidden-note = “*” is hidden: fewer than 5, or a number that would give such a one away.
report-gap-note = An empty cell: this is not broken down so.
report-nothing = –
report-nothing-note = “–” means that there is nothing to measure.
report-empty = Nothing in these days.
report-bad-period = These days cannot be shown. Please choose a first and a last day, at most five years apart.
report-formulas = How each number is counted stands in docs/reports.md.
report-overlapping = One case may count for several indicators, so the rows do not add up to the total, which is all cases opened in these days.
report-by-code = Time to acknowledgement by kind of sign
period-year = { $year }
period-quarter = Quarter { $quarter } of { $year }
period-month = { $month ->
   *[1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
    [12] December
} { $year }
period-days = { $first } to { $last }
span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
span-days = { $days } d { $hours } h
percent = { $number }%

section-referrals = Referrals
section-indicators = Indicators
section-closed = Requests closed
section-visits = Home visits
section-alarms = Crisis alerts
total-overlapping = All cases opened
table-reached = Reached: cases opened (output)
table-helped = Helped: cases closed as helped (result)
table-total = In all
table-channel = By channel
table-language = By language
table-centre = By centre
table-contact = First contact by a person
table-outcome = By outcome
table-visit = What became of them
table-moved = Moved to another time
table-reminder = Answer to the reminder
table-code = By kind of sign
table-acknowledged = Acknowledged
table-sex = Sex of the child
table-age = Age of the child
table-adult = Sex of the adult or young person
measure-contact_median = Time to first contact, median
measure-contact_p90 = Time to first contact, 9 in 10 within
measure-contact_share = Contacted within the promised time
measure-met_share = Requests met
measure-kept_share = Visits that took place
measure-reminders = Reminders sent
measure-acknowledged_median = Time to acknowledgement, median
measure-acknowledged_p90 = Time to acknowledgement, 9 in 10 within
channel-webchat = Chat page
channel-telegram = Telegram
channel-sms = SMS
channel-referral = Referral by a state body
channel-whatsapp = WhatsApp
channel-kakaotalk = KakaoTalk
channel-viber = Viber
contact-within = Within the promised time
contact-late = Later, or not at all
contact-pending = Time is still running
came-kept = Took place
came-missed = Did not take place
came-cancelled = Cancelled
came-open = To come, or not noted
moved-moved = Moved
moved-unmoved = Not moved
reminder-confirm = Confirmed
reminder-move = Asked for another time
reminder-cancel = Cancelled
reminder-silent = No answer
reminder-none = Not reminded
acknowledged-seen = Acknowledged
acknowledged-unseen = Not yet
sex-girl = Girl
sex-boy = Boy
sex-both = Girl and boy
sex-other = Other
sex-unknown = Sex unknown
adult-woman = Woman
adult-man = Man
adult-unknown = Adult’s sex unknown
age-0-11m = Under 1 year
age-12-23m = 1 year
age-2-5y = 2–5 years
age-6-12y = 6–12 years
age-13-17y = 13–17 years
age-18y = 18 and over
age-unknown = Age unknown

visit-kept = Took place
visit-missed = Did not take place
visit-did = Did it take place?
visit-kept-do = Yes
visit-missed-do = No
deed-visited = noted whether a visit took place
deed-report = looked at the report

# The waiting list, and what the family says at the end.
list = Put on the waiting list
list-hint = The family is told that it waits for a place, and reads it when it asks how its request stands.
unlist = There is a place now
unlist-hint = The family is told that there is a place and that you will be in touch.
list-title = Waiting list
list-since = waits for a place
done-list = The family is on the waiting list and has been told.
done-unlist = The family has been told that there is a place.
deed-list = put the family on the waiting list
deed-unlist = took the family off the waiting list
helped-line = “Did you get help?” – the family says: { $answer }
helped-yes = yes
helped-partly = partly
helped-no = no
sim-notice-case-family_answered = the family said whether it got help
sim-effect-keep_helped = The family's answer is kept with the case

# Care that may fit a child.
matches-title = Care that may fit
matches-hint = Ranked by what the family told; the decision is yours. What you confirm is told to the family at once.
matches-child = Child { $number }
match-likely = likely
match-ask = to find out
match-full = has room from { $day }
match-confirm = Confirm
match-confirmed = Confirmed, and the family has been told.
deed-confirm = confirmed a service
done-confirm = Confirmed; the family has been told.
refused-no-match = That service was not matched in this case.

# The roster of savers, and who goes to a visit.
savers-link = Savers: who goes to families
savers-title = Savers
savers-sub = The people who go to families' homes: what they have learnt, where and when they go.
savers-list = On the roster: { $count }
savers-none = Nobody is on the roster yet.
savers-added = Added to the roster.
savers-changed = The change is saved.
savers-removed = Erased from the roster.
saver-new = Put somebody on the roster
saver-change = Change: { $name }
saver-edit = Change
saver-name = Name
saver-trainings = Training done
saver-course = Course
saver-done-on = Finished on
saver-languages = Languages
saver-districts = Districts
saver-districts-hint = None ticked means everywhere.
saver-everywhere = everywhere
saver-hours = Days and hours
saver-opens = From
saver-closes = Until
saver-active = Goes to families at present
saver-resting = does not go at present
saver-add = Add
saver-save = Save
saver-other = Put somebody else on the roster
saver-remove = Erase from the roster
saver-remove-sure = Everything written here about this person is erased; past visits no longer say who went.
saver-remove-do = Erase
saver-goes = { $name } goes
saver-choose = Who goes?
saver-choose-other = Somebody else goes
saver-who = Saver
saver-nobody = Nobody yet
saver-order = The fittest stands first. It is your decision; the family is not told a name.
saver-send = Choose
saver-fits = fits: { $what }
saver-not = but: { $what }
saver-fits-free = free
saver-fits-trained = trained
saver-fits-language = speaks the language
saver-fits-hours = at these hours
saver-fits-district = in this district
saver-not-free = with another family then
saver-not-trained = no training yet
saver-not-language = not this language
saver-not-hours = not at these hours
saver-not-district = not in this district
day-mon = Mon
day-tue = Tue
day-wed = Wed
day-thu = Thu
day-fri = Fri
day-sat = Sat
day-sun = Sun
mistake-saver-name = Please write a name, up to 80 letters.
mistake-saver-languages = Please tick at least one language.
mistake-saver-hours = Please tick at least one day, and let the hours end after they begin.
mistake-saver-trainings = Each course needs a name and the day on which it was finished; the day must not lie ahead.
deed-dispatch = chose who goes to a visit
deed-saver-add = put somebody on the roster
deed-saver-change = changed somebody on the roster
deed-saver-remove = erased somebody from the roster

# What the partner still has to confirm.
confirm-link = What we still have to confirm
confirm-title = Still to confirm
confirm-sub = What stands here is our reading of public sources. Families are not told it as a fact until it is confirmed. Please tell whoever looks after the programme’s file what is right.
confirm-nothing = Everything is confirmed.
confirm-districts = Which centre serves a district
confirm-places = Places of a service
confirm-services = Services
confirm-must = Conditions of a service
confirm-prefers = Who goes first
confirm-grants = Papers for a grant
confirm-indicators = What the report counts
confirm-centre = { $name }
confirm-district = in { $name }
confirm-whole = the whole entry
confirm-entry = Entry { $number }
confirm-source = Source: { $source }, { $day }

# A case for another system.
export-title = For another system
export-hint = A file with everything that stands here but the conversation, for a hospital or another agency’s system. Hand it on only with the family’s consent. Every download is written down.
export-fhir = Download as FHIR R4 (JSON)
deed-export = downloaded it for another system

# The room that services and their places have.
places-link = Places: who has room
places-title = Places
places-sub = How many children each service and place takes, and when it has room again.
places-hint = What you write here counts from the next message on. A service that fits is told to families even when it is full: after those with room, with the day from which there is room. “Confirmed from here” counts the children whom caseworkers have confirmed for it, in cases that are open or were closed as helped.
places-set = Saved. Families are told so from now on.
places-cleared = Cleared. The programme’s file counts again.
place-list = Places of { $name }
place-capacity = Capacity
place-children = { $count ->
    [one] 1 child
   *[other] { $count } children
}
place-unknown = not known yet
place-confirmed = Confirmed from here
place-room = Room
place-free = no word that it is full
place-full = has room from { $day }
place-untold = not confirmed yet, so families are not told of it
place-said = Written by { $name }, { $when }.
place-file = From the programme’s file.
place-edit = Write down capacity and room
place-capacity-field = Capacity (children at a time)
place-capacity-hint = Leave it empty if you do not know.
place-full-field = Day from which there is room again
place-full-hint = Leave it empty if there is room now.
place-save = Save
place-clear = Clear and go by the file
mistake-room-capacity = Please write the capacity as a number from 1 to 9,999. Leave it empty if you do not know; if there is no room now, write the day from which there is.
mistake-room-day = Please choose a day from tomorrow on, within three years. Leave it empty if there is room now.
mistake-room-changed = Somebody else has changed this meanwhile. Please look at what it says now, and write yours again if it is still needed.
deed-room-set = wrote down the room of a service
deed-room-clear = cleared the room of a service
confirm-capacity = Services whose capacity we do not know
confirm-capacity-hint = When you hear how many children one takes at a time, please write it down under Places.
