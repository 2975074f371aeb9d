# Les mots du rapport d’une page pour le bailleur de fonds. Espaces insécables : U+00A0.

report-heading = Rapport d’activité – { $period }
report-key = Chiffres clés
report-total = Total
report-hidden = *
report-hidden-note = * Nombre masqué : inférieur à 5, ou permettant d’en déduire un tel nombre. Les lignes et les colonnes à zéro ne figurent pas.
report-gap-note = Case vide : ligne non ventilée ainsi.
report-nothing = –
report-empty = Rien à signaler sur cette période.
report-made = Établi le { $day }. Les jours sont ceux du fuseau { $zone }.
report-method = Médiane et 90e centile en temps réel, nuits et week-ends compris. Demandes abouties : part des demandes closes où l’aide a été apportée. Visites effectuées : part des visites dont l’issue est connue. Une demande peut compter pour plusieurs indicateurs. Aucune naissance sous le secret n’est comptée.
period-year = année { $year }
period-quarter = { $quarter ->
   *[1] 1er
    [2] 2e
    [3] 3e
    [4] 4e
} trimestre { $year }
period-month = { $month ->
   *[1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
    [12] décembre
} { $year }
period-days = du { $first } au { $last }
day-of-month = { $day } { $month ->
   *[1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
    [12] décembre
} { $year }
span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
span-days = { $days } j { $hours } h
percent = { $number } %

section-referrals = Demandes reçues
section-indicators = Indicateurs, sur les demandes reçues
section-closed = Demandes closes
section-visits = Visites à domicile
section-alarms = Alertes de crise
table-reached = Demandes reçues (réalisations)
table-helped = Aide apportée (résultats)
table-total = Ensemble
table-channel = Par canal
table-language = Par langue
table-centre = Par centre
table-contact = Premier contact humain
table-outcome = Par issue
table-visit = Déroulement
table-moved = Changement d’horaire
table-reminder = Réponse au rappel
table-code = Par signal
table-acknowledged = Prise en compte
table-sex = Sexe de l’enfant
table-age = Âge de l’enfant
table-adult = Sexe de l’adulte ou du jeune
measure-contact_median = Premier contact : médiane
measure-contact_p90 = Premier contact : 90e centile
measure-contact_share = Contactées dans le délai promis
measure-met_share = Demandes abouties
measure-kept_share = Visites effectuées
measure-reminders = Rappels envoyés
measure-acknowledged_median = Prise en compte d’une alerte : médiane
measure-acknowledged_p90 = Prise en compte d’une alerte : 90e centile
channel-webchat = Page de discussion
channel-telegram = Telegram
channel-sms = SMS
channel-referral = Service de l’État
channel-whatsapp = WhatsApp
channel-kakaotalk = KakaoTalk
channel-viber = Viber
lang-ko = Coréen
lang-en = Anglais
lang-ru = Russe
lang-uz = Ouzbek
lang-uz-Cyrl = Ouzbek (alphabet cyrillique)
lang-fr = Français
no-centre = Pas encore de centre
contact-within = Dans le délai promis
contact-late = Plus tard, ou pas du tout
contact-pending = Délai en cours
outcome-helped = Aide apportée
outcome-referred_elsewhere = Orientée vers un autre service
outcome-declined = Refus de la famille
outcome-unreachable = Famille injoignable
outcome-duplicate = Doublon
outcome-withdrawn = Retirée par la famille
outcome-other = Autre
came-kept = Effectuées
came-missed = Non effectuées
came-cancelled = Annulées
came-open = À venir, ou non renseignées
moved-moved = Déplacées
moved-unmoved = Non déplacées
reminder-confirm = Confirmée
reminder-move = Autre horaire demandé
reminder-cancel = Annulée
reminder-silent = Sans réponse
reminder-none = Sans rappel
crisis-violence_now = Violence en cours
crisis-dv_disclosure = Violences conjugales révélées
crisis-suicide_now = Risque de suicide immédiat
crisis-suicide_thoughts = Idées suicidaires
crisis-postpartum_harm = Détresse après la naissance
crisis-maternal_emergency = Urgence médicale de la mère
crisis-infant_emergency = Urgence médicale du bébé
crisis-child_abuse = Suspicion de maltraitance d’enfant
crisis-infant_abandonment = Idées d’abandon du bébé
crisis-homeless_tonight = Sans abri ce soir
crisis-destitution = Sans nourriture ou lait ce jour
crisis-child_writer = Enfant en danger qui écrit
crisis-unaccompanied_child = Enfant seul
acknowledged-seen = Prises en compte
acknowledged-unseen = Pas encore
sex-girl = Filles
sex-boy = Garçons
sex-both = Filles et garçons
sex-other = Autre
sex-unknown = Sexe inconnu
adult-woman = Femmes
adult-man = Hommes
adult-unknown = F/H inconnu
age-0-11m = < 1 an
age-12-23m = 1 an
age-2-5y = 2–5 ans
age-6-12y = 6–12 ans
age-13-17y = 13–17 ans
age-18y = 18 ans et +
age-unknown = Âge inconnu
