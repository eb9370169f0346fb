# Going on with another device: the code on the first, the number on both, and following from the first.

handoff-open = Continuer sur votre téléphone
handoff-title = { handoff-open }
handoff-scan = Dirigez la caméra de votre téléphone vers ce code. Il y ouvre cette vérification, une seule fois.
handoff-code = Code à scanner avec votre téléphone
handoff-left = Secondes restantes : { $seconds }
handoff-again = Afficher un nouveau code
handoff-hint = N’envoyez ce code à personne. Quiconque l’ouvre pourrait continuer à votre place.
handoff-failed = Aucun code n’a pu être créé. Fermez ceci et réessayez.
handoff-close = Rester sur cet appareil
handoff-compare = Un téléphone a ouvert le code. Affiche-t-il ce numéro ?
handoff-equal = Oui, mon téléphone affiche ce numéro
handoff-differs = Non
handoff-second-tried = Un deuxième appareil a essayé d’ouvrir le code et a été refusé. Ne dites oui que si votre propre téléphone affiche le numéro.
handoff-passing = Un instant, votre téléphone prend le relais…
handoff-denied = Vous avez bien fait de regarder. Cet appareil n’a rien reçu, et cette vérification reste ici.

join-opening = Ouverture…
join-title = Continuer sur ce téléphone
join-lead = { $host } vous demande de vérifier votre identité pour le niveau { $level }. Vous avez commencé sur un autre écran.
join-compare = Comparez : votre autre écran doit afficher le même numéro. Confirmez-le là-bas, et vous continuez sur ce téléphone.
join-warning = Quelqu’un vous a envoyé ce code ? Alors fermez cette page : vous feriez la vérification pour cette personne.
join-again = Réessayer
join-handoff_opened-title = Un autre appareil a ouvert ce code
join-handoff_opened-text = Un code ne s’ouvre qu’une fois. Si ce n’était pas vous, appuyez sur « Non » sur votre premier écran et affichez-y un nouveau code.
join-handoff_expired-title = Ce code a expiré
join-handoff_expired-text = Un code est valable deux minutes. Scannez celui que votre premier écran affiche maintenant.
join-handoff_denied-title = Les numéros n’étaient pas les mêmes
join-handoff_denied-text = C’est ce qui a été indiqué sur votre premier écran, et rien n’a été transmis. Si c’était une erreur, affichez-y un nouveau code.
join-not_found-title = Ce code n’ouvre rien
join-not_found-text = Un plus récent l’a remplacé, ou il n’a pas été scanné en entier. Scannez celui que votre premier écran affiche maintenant.
join-network-title = Le serveur est injoignable
join-network-text = Vérifiez votre connexion, puis réessayez.

follow-title = { handoff-open }
follow-lead = Cette vérification est maintenant sur votre téléphone. Ce que vous y faites s’affiche ici.
follow-consent = Votre accord
follow-details = Vos données
follow-document_front = Recto du document
follow-document_back = Verso du document
follow-liveness = Courte vidéo
follow-is-done = fait
follow-is-open = à faire
follow-count = Étapes faites : { $done } sur { $total }
follow-checking = Tout est arrivé. Nous vérifions.
follow-failed = Cela n’est pas passé. Réessayez.
follow-take-back = Continuer plutôt ici
