# What we say to families in French: short, warm, polite (vous), readable at twelve.
# For a native speaker to confirm: « intervenante » / « personne qui vous suit » for a caseworker, and the crisis lines.

language-name = Français
language-ko = 한국어
language-en = English
language-ru = Русский
language-uz = Oʻzbekcha
language-fr = Français

welcome = Bonjour, ici « { $programme } », { $organisation }. Je suis une aide automatique : je pose seulement les questions utiles, puis une vraie personne prend le relais.
welcome-back = Merci d’être de retour. On reprend là où on s’était arrêté.

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
needs-money = Vie courante et loyer
needs-medical = Frais médicaux
needs-goods = Lait et couches
needs-community = Aides du quartier
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
contact-none = J’écrirai moi-même
ask-phone = À quel numéro ? (par exemple 010-1234-5678)
ask-hours = À quel moment ?
hours-any = N’importe quand
hours-morning = Le matin (8–12 h)
hours-afternoon = L’après-midi (12–18 h)
hours-evening = Le soir (18–21 h)
ask-others_read = Quelqu’un d’autre peut-il voir ces messages ? Si oui, ils resteront neutres.
others_read-alone = Seulement moi
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
value-skipped = non précisé
value-weeks = environ { $count } { $count ->
    [one] semaine
   *[other] semaines
 }
value-child_age = { $count ->
    [0] moins d’un mois
   *[other] { $count } mois
 }

case-opened =
    C’est envoyé. Numéro de la demande : { $code }.
    Une personne vous répond au plus tard { $by }. Si cela devient urgent, écrivez ici à tout moment.
case-opened-none =
    C’est envoyé. Numéro de la demande : { $code }.
    On ne vous écrira pas en premier. Revenez ici quand vous pouvez, vous verrez la réponse.
case-human =
    J’ai prévenu une personne. Numéro de la demande : { $code }.
    Elle vous répond ici au plus tard { $by }. Si c’est urgent, vous pouvez appeler : { $hotlines }.
case-not-understood =
    Je n’ai pas compris, alors j’ai demandé à une personne de lire. Numéro de la demande : { $code }.
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
visit-cancelled = La visite du { $when } est annulée.
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
ask-cancel_sure = Annuler la visite du { $when } ?
cancel_sure-keep = Non, la garder
cancel_sure-cancel = Oui, annuler
required-cancel_sure = On ne change rien.
cancel-done = C’est annulé. Écrivez si vous en voulez une autre.

not-understood = Pardon, je n’ai pas compris.
offer-human = Pour parler à une personne, écrivez « une personne ».
bad-weeks = Écrivez un nombre de semaines entre 1 et 42, s’il vous plaît.
bad-child_age = Écrivez l’âge du bébé, par exemple « 3 mois ».
bad-phone = Écrivez le numéro ainsi : « 010-1234-5678 ».
bad-text = C’est un peu long : 200 lettres au plus, s’il vous plaît.
media-caption = Je ne peux pas voir la photo, j’ai lu seulement vos mots.
media = Je ne peux pas encore voir les photos ni écouter les messages vocaux. Pouvez-vous l’écrire ?
media-passed = Je ne peux pas voir les photos ni écouter les messages vocaux. J’ai dit que vous en aviez envoyé un. Pouvez-vous l’écrire ?
nothing-back = C’est la première question.
help = Répondez par un numéro, un bouton ou avec vos mots. « retour » : question d’avant ; « une personne » : quelqu’un vous répond ; « stop » : plus de messages. En danger, appelez le 112 ou le 119.
who = Je suis une aide automatique de { $organisation }. Seules les personnes qui vous suivent lisent ce que vous écrivez.
stopped = Nous ne vous écrirons plus en premier. Pour reprendre, écrivez « reprendre ». Vous pouvez toujours appeler : { $hotlines }.
stopped-visit = Votre visite du { $when } reste prévue, mais nous ne vous la rappellerons pas.
still-stopped = Vous avez demandé l’arrêt. Pour reprendre, écrivez « reprendre ».
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
crisis-child_writer = Merci de me l’avoir dit. Des adultes peuvent vous aider tout de suite.
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
worried-neighbour = On est voisins ou amis
worried-relative = C’est ma famille
worried-professional = Par mon travail
worried-other = Autrement
summary-worried = Qui écrit
ask-they_agree = Merci de penser à cette famille. Est-elle au courant, et d’accord pour qu’une personne la contacte ?
they_agree-refuses = Elle ne veut pas
they_agree-unasked = Pas encore demandé
they_agree-agrees = Oui, elle est d’accord
said-they_agree-refuses = On respecte ce choix. Je ne demande ni nom ni numéro. Une personne de l’équipe peut voir avec vous comment l’aider. Si elle change d’avis, elle peut écrire ici.
said-they_agree-unasked = Ce n’est pas grave. Je ne demande ni nom ni numéro. Vous pouvez lui dire : « Je vois que c’est dur en ce moment et je pense à vous. Il existe une aide gratuite. On écrit ensemble ? » Le mieux est un moment calme, en tête à tête.
summary-they_agree = Accord de la famille
ask-family_situation = Qu’est-ce qui est difficile pour cette famille ? Plusieurs réponses possibles. Si un enfant est en danger maintenant, appelez d’abord : { $numbers }
family_situation-expecting = Un bébé va naître
family_situation-baby = Il y a un petit bébé
family_situation-alone = Enfant sans garde
family_situation-money = Pas assez d’argent
family_situation-strain = Fatigue, à bout
family_situation-other = Autre chose
more-family_situation = Autre chose ? Sinon, choisissez « C’est tout ».
summary-family_situation = Sa situation
ask-family_district = Dans quel quartier vit cette famille ? Juste son nom, par exemple « { $example } », sans rue ni numéro.
summary-family_district = Son quartier
ask-family_name = Comment l’appeler ? N’importe quel nom convient. Écrivez seulement ce qu’elle veut bien dire, ou « passer ».
summary-family_name = Son nom
ask-family_reach = Comment la joindre sans danger ? Un numéro et un bon moment, si elle est d’accord. Ou écrivez « passer ».
summary-family_reach = Comment la joindre

# SOS Children's Villages: support for a family, and for young people.
begin-family_support = Aide enfant et famille
begin-youth_work = Jeunes : métier, emploi
ask-who = Qui êtes-vous pour l’enfant ? Si vous écrivez pour vous, choisissez le dernier. Si vous préférez ne pas le dire, écrivez « passer ».
who-mother = Sa mère
who-father = Son père
who-grandmother = Sa grand-mère
who-grandfather = Son grand-père
who-parent = Son père ou sa mère
who-grandparent = Un grand-parent
who-relative = Un proche ou un tuteur
who-youth = Pour moi, 15–24 ans
summary-who = Qui écrit
ask-children = Quel âge ont les enfants ? Tous, par exemple « 3, 7 et 12 ans ». Si vous préférez ne pas le dire, écrivez « passer ».
bad-children = Écrivez les âges en chiffres, par exemple « 3, 7 et 12 ans ». Cette aide est pour les moins de 18 ans.
summary-children = Âge des enfants
age-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
 }
age-months = { $count ->
    [0] moins d’un mois
   *[other] { $count } mois
 }
ask-child_sex = Fille ou garçon ? C’est seulement pour un rapport. Si vous préférez ne pas le dire, écrivez « passer ».
child_sex-girl = Fille
child_sex-boy = Garçon
child_sex-both = Fille et garçon
summary-child_sex = Fille ou garçon
ask-adult_sex = Le parent ou le jeune : une femme ou un homme ?
adult_sex-woman = Femme
adult_sex-man = Homme
summary-adult_sex = Sexe du parent ou du jeune
needs-education = Aide pour l’école
needs-psychology = Psychologue pour enfant
needs-social = Aide sociale pour enfant
needs-leisure = Sport, loisirs, vacances
needs-work = Emploi, formation
needs-budget = Budget de la famille
needs-talk = Soutien pour moi
needs-legal = Papiers et droits
ask-youth_age = Quel âge avez-vous ?
youth_age-under15 = Moins de 15 ans
youth_age-from15 = 15–17
youth_age-from18 = 18–24
youth_age-over24 = Plus de 24 ans
summary-youth_age = Âge
ask-youth_sex = Êtes-vous une jeune femme ou un jeune homme ? C’est seulement pour un rapport. Si vous préférez ne pas le dire, écrivez « passer ».
youth_sex-woman = Une jeune femme
youth_sex-man = Un jeune homme
summary-youth_sex = Jeune femme ou jeune homme
ask-schooling = Faites-vous des études ?
schooling-school = À l’école
schooling-college = En lycée professionnel
schooling-university = À l’université
schooling-finished = Études finies
schooling-left = Études arrêtées
summary-schooling = Études
ask-learn = Pour quoi voulez-vous de l’aide ? Vous pouvez en choisir plusieurs.
learn-trade = Apprendre un métier
learn-computer = Informatique
learn-languages = Langues
learn-business = Créer mon activité
learn-job = Trouver un emploi
learn-advice = Choisir un métier
learn-other = Autre chose
more-learn = Autre chose ? Sinon, choisissez « C’est tout ».
summary-learn = Aide pour
alternative-care = Ici, on ne prend pas de demande pour confier un enfant. Quelqu’un de l’équipe en parlera avec vous. D’abord, on voit ensemble ce qui peut aider votre famille.

# Care matching: where a child may be looked after.
begin-care_match = Trouver une garde d’enfant
ask-grade = En quelle classe est votre enfant ?
grade-g1 = 1re année
grade-g2 = 2e année
grade-g3 = 3e année
grade-g4 = 4e année
grade-g5 = 5e année
grade-g6 = 6e année
grade-preschool = Pas encore à l’école
grade-teen = Collège ou lycée
summary-grade = Classe
ask-special_need = Votre enfant a-t-il besoin de soins particuliers à cause d’un handicap ou de sa santé ? Si vous préférez ne pas le dire, écrivez « passer ».
special_need-yes = Oui, il en a besoin
special_need-no = Non
summary-special_need = Soins particuliers
ask-care_when = Quand avez-vous besoin d’une garde ? Vous pouvez choisir plusieurs réponses.
care_when-after_school = Après l’école
care_when-evening = Le soir ou la nuit
care_when-all_day = Toute la journée
care_when-holidays = Pendant les vacances
care_when-sudden = Parfois en urgence
more-care_when = À un autre moment ? Sinon, choisissez « C’est tout ».
summary-care_when = Quand
ask-household = Qui élève votre enfant ?
household-dual = Les parents travaillent
household-single = Un parent sans conjoint
household-grand = Les grands-parents
household-other = Autre chose
summary-household = Famille
ask-income = Comment est le revenu de votre foyer par rapport aux autres ? Une idée suffit.
income-below = Plus bas que la moyenne
income-about = Dans la moyenne
income-above = Au-dessus de la moyenne
income-unknown = Je ne sais pas
summary-income = Revenu
match-likely =
    Cela vous conviendrait sans doute. Demandez à la personne qui vous suit.
    { $services }
match-ask =
    Posez-lui aussi la question pour ceci.
    { $services }
match-row = · { $service } : { $reason }
match-row-bare = · { $service }
match-full = (complet jusqu’au { $day })
match-again = Cherchez-vous une garde pour un autre enfant ?
again-yes = Oui, pour un autre
again-no = Non, c’est tout
match-confirmed = C’est confirmé : { $service }. La personne qui vous suit vous dira la suite.
match-district = Ce service est pour d’autres quartiers.
match-uncertain = Cela change, on se renseignera pour vous.
match-counsel = Quelqu’un cherche une place avec vous.
match-after_school-age = De 6 à 12 ans, quel que soit le revenu.
match-after_school-ask = C’est pour les élèves de 6 à 12 ans.
match-after_school-sudden = Possible aussi en urgence.
match-centre-age = Jusqu’à 18 ans, repas compris.
match-centre-ask = C’est pour les moins de 18 ans.
match-centre-first = Priorité aux petits revenus, aux parents seuls et aux grands-parents.
match-school-grade = Deux heures gratuites par jour en 1re et 2e année.
match-school-ask = Les deux heures gratuites sont pour la 1re et la 2e année.
match-voucher-grade = En 3e année, 500 000 wons par an pour les activités.
match-voucher-ask = Ce bon est pour la 3e année.
match-home-age = Quelqu’un vient chez vous, jusqu’à 12 ans.
match-home-ask = C’est pour les enfants de 3 mois à 12 ans.
match-home-all_day = Avant 3 ans, possible toute la journée.
match-home-hours = Jusqu’à 960 heures par an.
match-home-long = Jusqu’à 1 080 heures par an pour un foyer comme le vôtre.
match-home-support = L’État en paie une partie, selon le revenu.

# Une famille demande de l’argent.
begin-grant_request = Aide financière
ask-grant = L’argent est pour quoi ? Plusieurs réponses possibles.
grant-living = La vie courante
grant-housing = Le logement
grant-medical = Les soins
more-grant = Autre chose ? Sinon, choisissez « C’est tout ».
summary-grant = L’argent est pour
papers-needed = Voici les papiers à prévoir : { $papers }. Si vous ne les avez pas encore, ce n’est pas grave, parlons-en d’abord.
papers-by-worker = La personne qui vous suit vous dira quels papiers il faut. Vous n’avez rien à préparer maintenant.
ask-grant_amount = Combien vous faut-il environ ? Avec vos mots, par exemple « deux mois de loyer ». Si vous ne savez pas, écrivez « passer ». On verra avec vous ce qui est possible.
summary-grant_amount = Combien

# State bodies refer a family: short names for their workers.
ask-referred_by = Quel service oriente la famille ?
summary-referred_by = Orientée par
ask-referrer = Votre nom et votre fonction ?
summary-referrer = Agent de ce service
ask-referrer_phone = À quel numéro vous joindre ?
bad-referrer_phone = Écrivez le numéro en entier.
summary-referrer_phone = Téléphone de l’agent
ask-note = Que faut-il savoir d’autre ?
summary-note = Remarque

# La liste d’attente, et la fin.
listed = Il n’y a pas de place libre pour le moment, vous êtes donc sur la liste d’attente. On vous prévient dès qu’il y en a une. Si cela devient urgent, écrivez ici à tout moment.
unlisted = Il y a une place maintenant. On vous contacte bientôt.
status-listed = Vous êtes sur la liste d’attente. On vous prévient dès qu’il y a une place.
ask-helped = Avez-vous reçu de l’aide ?
closed-discreet = Merci pour tout. Est-ce que tout va bien ?
helped-yes = Oui
helped-partly = En partie
helped-no = Non
said-helped-yes = Tant mieux. Merci de nous l’avoir dit. Écrivez quand vous voulez si vous avez encore besoin de nous.
said-helped-partly = Merci de nous l’avoir dit. Je transmets. S’il vous faut autre chose, écrivez quand vous voulez.
said-helped-no = Je regrette que cela n’ait pas aidé. Merci de nous l’avoir dit. Je transmets.

# Premiers pas de parents, d’après le jour de naissance.
begin-first_step = Demander de l’aide
ask-born = Quand votre plus jeune enfant est-il né ? Par exemple « 14 mars 2026 » ou « 3 mois ». Si vous préférez ne pas le dire, écrivez « passer ».
bad-born = Écrivez le jour de naissance, par exemple « 14 mars 2026 », ou l’âge, par exemple « 3 mois ».
summary-born = Le plus jeune
born-on = { $age } (naissance : { $day })
match-first_step-fits = Une grossesse, ou le plus jeune n’a pas plus de 24 mois.
match-first_step-ask = Ce programme est surtout pour les familles qui attendent un enfant ou dont le plus jeune a 24 mois au plus. Ne vous inquiétez pas : on cherchera avec vous l’aide qui convient.
