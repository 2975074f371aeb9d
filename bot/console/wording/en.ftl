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
warn-stopped = The family stopped messages. What you write will not arrive.
warn-call = Only calls are safe. Unless they are writing right now, your words will not arrive.
warn-none = They asked us not to write first. They will see your words when they write again.
warn-unreachable = The last message did not arrive. Look for another safe way.

visits-title = Visits
visits-none = No visit is booked.
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
