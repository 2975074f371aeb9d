# What we say to families in French: short, warm, polite (vous), readable at twelve.
# For a native speaker to confirm: « intervenante » / « personne qui vous suit » for a caseworker, and the crisis lines.

language-name = Français
language-ko = 한국어
language-en = English
language-ru = Русский
language-uz = Oʻzbekcha
language-fr = Français

welcome = Bonjour, ici { $programme }, { $organisation }. Je suis une aide automatique : je pose seulement les questions utiles, puis une vraie personne prend le relais.
welcome-back = Contente de vous retrouver. On reprend là où on s’était arrêté.

ask-language = Quelle langue préférez-vous ?

ask-consent =
    D’abord, j’ai besoin de votre accord pour vos données personnelles.
    1) Pourquoi : prendre votre demande et trouver la personne qui vous aidera.
    2) Quoi : un nom (celui que vous voulez), comment vous joindre, votre quartier, l’aide souhaitée et cette discussion.
    3) Combien de temps : { $unfinished } jours si vous ne terminez pas, sinon { $closed } jours après la fin.
    4) Vous pouvez dire non. Je ne pourrai pas prendre la demande ici, mais on peut vous aider par téléphone.
    Êtes-vous d’accord ?
consent-agree = Je suis d’accord
consent-refuse = Je ne suis pas d’accord
required-consent =
    C’est votre droit. On peut vous aider par téléphone : { $hotlines }
    Si vous changez d’avis, écrivez « d’accord ».

ask-sensitive =
    La grossesse et la santé sont des sujets délicats, alors je demande à part.
    1) Pourquoi : trouver l’aide qui vous convient.
    2) Quoi : semaine de grossesse, âge du bébé, santé et sécurité.
    3) Combien de temps : pareil que tout à l’heure.
    4) Vous pouvez dire non et continuer. Je sauterai ces questions.
    Êtes-vous d’accord ?
sensitive-agree = Je suis d’accord
sensitive-refuse = Je ne suis pas d’accord

ask-situation = Quelle est votre situation ?
situation-pregnant = J’attends un bébé
situation-baby = J’ai un bébé
situation-both = J’ai un bébé et j’en attends un autre
situation-other = Autre chose

ask-weeks = À combien de semaines de grossesse êtes-vous ? Par exemple « 28 semaines » ou « 7 mois ». Si vous ne savez pas, écrivez « je ne sais pas ».
ask-child_age = Quel âge a votre bébé ? Par exemple « 3 mois » ou « 6 semaines ». Si vous préférez ne pas le dire, écrivez « passer ».
ask-district = Dans quel quartier habitez-vous ? Juste son nom, par exemple « { $example } ».
ask-centre = Quel centre est près de chez vous ?
ask-needs = De quelle aide avez-vous besoin ? Vous pouvez en choisir plusieurs.
needs-visit = Une visite à la maison
needs-coaching = Apprendre à m’occuper du bébé
needs-emotional = Parler à quelqu’un
needs-money = Vie courante, loyer
needs-medical = Frais médicaux
needs-goods = Lait, couches
needs-other = Autre chose
more-needs = Autre chose ? Sinon, choisissez « C’est tout ».
done-many = C’est tout

ask-urgency = Pour quand vous faut-il de l’aide ?
urgency-today = Aujourd’hui
urgency-week = Cette semaine
urgency-later = Ce n’est pas pressé

ask-contact = Comment peut-on vous joindre sans danger ?
contact-here = Dans cette discussion
contact-text = Par SMS
contact-call = Par téléphone
contact-none = J’écrirai d’abord
ask-phone = À quel numéro ? (par exemple 010-1234-5678)
ask-hours = À quel moment ?
hours-any = N’importe quand
hours-morning = Le matin (8–12 h)
hours-afternoon = L’après-midi (12–18 h)
hours-evening = Le soir (18–21 h)
ask-others_read = Quelqu’un d’autre peut-il voir ces messages ? Si oui, ils resteront neutres.
others_read-alone = Moi seule ou seul
others_read-shared = Quelqu’un peut les voir
ask-name = Comment voulez-vous qu’on vous appelle ? N’importe quel nom convient. Si vous préférez ne rien dire, écrivez « passer ».

ask-confirm =
    J’envoie ceci ?
    { $summary }
confirm-send = Envoyer
confirm-change = Changer quelque chose
ask-correct = Que faut-il changer ?
changed = C’est changé. { $what } : { $value }

summary-situation = Situation
summary-weeks = Grossesse
summary-child_age = Bébé
summary-district = Quartier
summary-centre = Centre
summary-needs = Aide souhaitée
summary-urgency = Pour quand
summary-contact = Pour vous joindre
summary-phone = Téléphone
summary-hours = Moment
summary-others_read = Qui lit ceci
summary-name = Nom
value-skipped = non dit
value-weeks = environ { $count } semaines
value-child_age = { $count ->
    [0] moins d’un mois
   *[other] { $count } mois
 }

case-opened =
    C’est envoyé. Votre numéro est { $code }.
    Une personne vous répond au plus tard { $by }. Si cela devient urgent, écrivez ici à tout moment.
case-opened-none =
    C’est envoyé. Votre numéro est { $code }.
    On ne vous écrira pas en premier. Revenez ici quand vous pouvez, vous verrez la réponse.
case-human =
    J’ai prévenu une personne. Votre numéro est { $code }.
    Elle vous répond ici au plus tard { $by }. Si c’est urgent, vous pouvez appeler : { $hotlines }.
case-not-understood =
    Je n’ai pas compris, alors j’ai demandé à une personne de lire. Votre numéro est { $code }.
    Elle vous répond au plus tard { $by }. Vous pouvez continuer à écrire.
human-coming = J’ai déjà prévenu quelqu’un. Encore un peu de patience. Si c’est urgent, vous pouvez appeler : { $hotlines }.
claimed = Une personne s’occupe maintenant de vous. C’est elle qui vous répond ici.
returned = La personne qui vous suit fait une pause. Vous pouvez toujours écrire.
closed = C’est terminé pour le moment. Merci d’avoir parlé avec nous. Écrivez quand vous voulez.
teaser = Il y a du nouveau. Écrivez un mot ici quand cela vous convient.
passed-on = J’ai transmis à la personne qui vous suit.

home = Que puis-je faire pour vous ?
begin-self_referral = Demander de l’aide
home-status = Où en est ma demande
home-visit = Ma visite
home-human = Parler à une personne
home-language = Autre langue · Language
home-stop = Ne plus recevoir de messages

status-none = Il n’y a pas encore de demande.
status-open = Demande { $code } : reçue, nous cherchons quelqu’un pour vous.
status-claimed = Demande { $code } : une personne s’occupe de vous.
status-visit = Votre prochaine visite : { $when }.
visit-none = Aucune visite n’est prévue.
visit-at = Votre prochaine visite : { $when }.

visit-booked = Une visite est prévue : { $when }. Cela vous va ?
visit-booked-discreet = À { $when }. Cela vous va ?
visit-moved = La visite a changé : { $when }. Cela vous va ?
visit-moved-discreet = L’heure a changé : { $when }. Cela vous va ?
visit-cancelled = La visite ({ $when }) est annulée.
visit-cancelled-discreet = { $when } : c’est annulé.
reminder = On vient vous voir { $when }. Cela vous va ?
reminder-discreet = { $when } : cela vous va toujours ?
visit-confirm = Oui, ça va
visit-move = Un autre moment
visit-cancel = Annuler
visit-confirmed = Merci. À { $when }.
visit-over = Cette visite est passée ou annulée.
ask-move_when = Quand cela vous irait-il ? Par exemple « jeudi après-midi ».
move-requested = J’ai transmis. On vous dira la nouvelle heure.
ask-cancel_sure = Annuler la visite ({ $when }) ?
cancel_sure-keep = Non, la garder
cancel_sure-cancel = Oui, annuler
required-cancel_sure = On ne change rien.
cancel-done = C’est annulé. Écrivez si vous en voulez une autre.

not-understood = Pardon, je n’ai pas compris.
offer-human = Pour parler à une personne, écrivez « personne ».
bad-weeks = Écrivez un nombre de semaines entre 1 et 42, s’il vous plaît.
bad-child_age = Écrivez l’âge du bébé, par exemple « 3 mois ».
bad-phone = Écrivez le numéro ainsi : « 010-1234-5678 ».
bad-text = C’est un peu long : 200 lettres au plus, s’il vous plaît.
media-caption = Je ne peux pas voir la photo, j’ai lu seulement vos mots.
media = Je ne peux pas encore voir les photos ni écouter les messages vocaux. Pouvez-vous l’écrire ?
media-passed = Je ne peux pas voir les photos ni écouter les messages vocaux. J’ai dit que vous en aviez envoyé un. Pouvez-vous l’écrire ?
nothing-back = C’est la première question.
help = Répondez par un numéro, un bouton ou avec vos mots. « retour » : question d’avant ; « personne » : une vraie personne ; « stop » : plus de messages. En danger, appelez le 112 ou le 119.
who = Je suis une aide automatique de { $organisation }. Seules les personnes qui vous suivent lisent ce que vous écrivez.
stopped = Nous ne vous écrirons plus en premier. Pour reprendre, écrivez « start ». Vous pouvez toujours appeler : { $hotlines }.
stopped-visit = Votre visite ({ $when }) reste prévue, mais nous ne vous la rappellerons pas.
still-stopped = Vous avez demandé l’arrêt. Pour reprendre, écrivez « start ».
start-button = Reprendre
started = On peut de nouveau se parler.
thanks = Merci à vous. Écrivez quand vous voulez.
hello = Bonjour.
sorry = J’en suis désolée. Je préviens une personne.
forgotten = Tout ce que vous avez écrit ici est effacé. Écrivez quand vous voulez.
forget-sure = J’efface tout ce que vous avez écrit ici ? Une demande envoyée sera aussi annulée.
forget-yes = Oui, tout effacer
forget-no = Non
kept = Rien n’est effacé.
masked = Nous ne prenons pas les numéros d’enregistrement de résident. Je n’ai pas gardé le vôtre.
cleared = D’accord. On reprend là où on s’était arrêté.

crisis-violence_now = Si vous êtes en danger, appelez tout de suite. Si vous ne pouvez pas parler, mettez-vous à l’abri avec votre enfant.
crisis-dv_disclosure = Merci de me l’avoir dit. Ce n’est pas votre faute. On vous écoute jour et nuit.
crisis-suicide_now = Appelez tout de suite. Ne restez pas sans personne.
crisis-suicide_thoughts = C’est très dur. Merci de me l’avoir dit. Quelqu’un peut vous écouter maintenant.
crisis-postpartum_harm = Merci de me l’avoir dit. Vous n’êtes pas un mauvais parent. Posez le bébé en lieu sûr et appelez.
crisis-maternal_emergency = Appelez tout de suite. Dites que vous êtes enceinte.
crisis-infant_emergency = Appelez tout de suite. On vous dira quoi faire en attendant les secours.
crisis-child_abuse = Si l’enfant est en danger, appelez tout de suite.
crisis-infant_abandonment = Vous n’avez pas à décider sans aide. On vous écoute en secret, jour et nuit.
crisis-anonymous_birth = On peut vous aider sans donner votre nom. On vous écoute en secret, jour et nuit.
crisis-homeless_tonight = On vous aidera à trouver un endroit pour cette nuit. Appelez maintenant.
crisis-destitution = Vous pouvez demander une aide d’urgence.
crisis-child_writer = Merci de me l’avoir dit. Des adultes peuvent t’aider tout de suite.
crisis-unaccompanied_child = Appelez tout de suite.
crisis-human = J’ai aussi prévenu notre équipe. Une personne lira ceci au plus tard { $by }.
crisis-safe = Pouvez-vous parler sans danger maintenant ?
soft-check = Vous vivez un moment difficile ? Si vous êtes inquiète ou inquiet, vous pouvez appeler : { $numbers }.
crisis-talk = Oui, je peux parler
crisis-unsafe = Pas maintenant
crisis-fine = Tout va bien
crisis-talking = Écrivez ici. Une personne lira et répondra. En cas de danger, appelez tout de suite : { $numbers }.
crisis-quiet = Je comprends. On ne vous écrira pas en premier. Écrivez ici quand vous êtes à l’abri. En danger, appelez : { $numbers }.

# Forms: a loss, and somebody under fourteen.
loss = Merci de me l’avoir dit. Je suis vraiment désolée pour vous. Je ne poserai plus de question sur la grossesse ou le bébé. Notre équipe est prévenue, et une personne peut vous contacter avant { $by }. Quand vous voudrez parler, écrivez ici.
ask-guardian = Vous avez moins de quatorze ans. Il faut alors aussi l’accord d’un parent ou d’un tuteur. Est-ce qu’un adulte d’accord est près de vous ?
guardian-agree = Un adulte est d’accord
guardian-alone = Non, ou je ne peux pas le dire
required-guardian = Ce n’est pas grave. Une personne va vous écouter.
summary-guardian = Accord d’un adulte
minor-under = Moins de quatorze ans
ask-minor = Quel âge avez-vous ?

# Quelqu’un s’inquiète pour une autre famille.
begin-refer_other = Pour une autre famille
ask-worried = Comment connaissez-vous cette famille ?
summary-worried = Qui écrit
ask-they_agree = Merci de penser à cette famille. Est-elle au courant, et d’accord pour qu’une personne la contacte ?
said-they_agree-refuses = On respecte ce choix. Je ne demande ni nom ni numéro. Une personne de l’équipe peut voir avec vous comment l’aider. Si elle change d’avis, elle peut écrire ici.
said-they_agree-unasked = Ce n’est pas grave. Je ne demande ni nom ni numéro. Vous pouvez lui dire : « Je vois que c’est dur en ce moment et je pense à vous. Il existe une aide gratuite. On écrit ensemble ? » Le mieux est un moment calme, en tête à tête.
summary-they_agree = Accord de la famille
ask-family_situation = Qu’est-ce qui est difficile pour cette famille ? Plusieurs réponses possibles. Si un enfant est en danger maintenant, appelez d’abord : { $numbers }
more-family_situation = Autre chose ? Sinon, choisissez « C’est tout ».
summary-family_situation = Sa situation
ask-family_district = Dans quel quartier vit cette famille ? Juste son nom, par exemple « { $example } », sans rue ni numéro.
summary-family_district = Son quartier
ask-family_name = Comment l’appeler ? N’importe quel nom convient. Écrivez seulement ce qu’elle veut bien dire, ou « passer ».
summary-family_name = Son nom
ask-family_reach = Comment la joindre sans danger ? Un numéro et un bon moment, si elle est d’accord. Ou écrivez « passer ».
summary-family_reach = Comment la joindre
